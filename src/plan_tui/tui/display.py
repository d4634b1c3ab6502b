"""How everything is shown: theme, language, calendar, length of lines."""

from __future__ import annotations

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import themes
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.widgets.reading import MEASURE, SHORT

THEME = Phrase("配色：{name}", "Theme: {name}")
CALENDARS: dict[Calendar, Phrase] = {
    Calendar.BOTH: Phrase("期日：西暦と和暦", "Dates: both calendars"),
    Calendar.WESTERN: Phrase("期日：西暦", "Dates: western calendar"),
    Calendar.ERA: Phrase("期日：和暦", "Dates: Japanese calendar"),
}
LENGTH = Phrase("行の長さ：{name}", "Lines: {name}")
LENGTHS: tuple[tuple[int, Phrase], ...] = (
    (MEASURE, Phrase("中くらい", "medium")),
    (10_000, Phrase("画面幅", "full")),
    (SHORT, Phrase("短い", "short")),
)
"""Columns of the longest line of a text."""


class Display(BaseApp):
    """The commands that change how everything is shown."""

    chosen_language: Language | None = None
    """The language that the reader switched to, now or in an earlier run."""

    def action_theme(self) -> None:
        """Take the next theme."""
        names = [theme.name for theme in themes.THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        name = themes.NAMES[self.theme].say(self.language)
        self.tell(THEME, name=name)

    def action_language(self) -> None:
        """Say the interface in the other language."""
        self.language = Language.EN if self.language is Language.JA else Language.JA
        self.chosen_language = self.language

    def action_calendar(self) -> None:
        """Show dates in the next calendar."""
        calendars = list(Calendar)
        self.calendar = calendars[(calendars.index(self.calendar) + 1) % len(calendars)]
        self.tell(CALENDARS[self.calendar])

    def action_column_width(self) -> None:
        """Take the next length of lines."""
        place = ([length for length, _ in LENGTHS].index(self.line_length) + 1) % len(LENGTHS)
        self.line_length, name = LENGTHS[place]
        self.tell(LENGTH, name=self.say(name))
