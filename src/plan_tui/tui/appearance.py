"""How everything is shown: theme, language, calendar, length of lines."""

from __future__ import annotations

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import themes
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.line_lengths import FULL, MEDIUM, SHORT

THEME = Phrase("配色：{name}", "Theme: {name}")
CALENDARS: dict[Calendar, Phrase] = {
    Calendar.BOTH: Phrase("期日：西暦と和暦", "Dates: both calendars"),
    Calendar.WESTERN: Phrase("期日：西暦", "Dates: Western calendar"),
    Calendar.ERA: Phrase("期日：和暦", "Dates: Japanese calendar"),
}
LENGTH = Phrase("行の長さ：{name}", "Lines: {name}")
LENGTHS: tuple[tuple[int, Phrase], ...] = (
    (MEDIUM, Phrase("中くらい", "medium")),
    (FULL, Phrase("画面幅", "full")),
    (SHORT, Phrase("短い", "short")),
)
"""Columns of the longest line of a text."""


class Appearance:
    """The commands that change how everything is shown."""

    def __init__(self, app: BaseApp) -> None:
        self._app = app
        self.chosen_language: Language | None = None
        """The language that the reader switched to, now or in an earlier run."""

    def action_theme(self) -> None:
        """Take the next theme."""
        names = [theme.name for theme in themes.THEMES]
        number = names.index(self._app.theme) if self._app.theme in names else -1
        self._app.theme = names[(number + 1) % len(names)]
        self._app.tell(THEME, name=self._app.say(themes.NAMES[self._app.theme]))

    def action_language(self) -> None:
        """Say the interface in the other language."""
        language = Language.EN if self._app.language is Language.JA else Language.JA
        self._app.language = self.chosen_language = language

    def action_calendar(self) -> None:
        """Show dates in the next calendar."""
        calendars = list(Calendar)
        number = calendars.index(self._app.calendar) + 1
        self._app.calendar = calendars[number % len(calendars)]
        self._app.tell(CALENDARS[self._app.calendar])

    def action_column_width(self) -> None:
        """Take the next length of lines."""
        number = [length for length, _ in LENGTHS].index(self._app.line_length) + 1
        self._app.line_length, name = LENGTHS[number % len(LENGTHS)]
        self._app.tell(LENGTH, name=self._app.say(name))
