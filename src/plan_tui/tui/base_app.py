"""What the parts of the application know of it: the session, the present screen, how to speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text
from textual.filter import LineFilter
from textual.geometry import Size
from textual.reactive import reactive

from plan_tui.errors import PlanError
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase, language_of_locale
from plan_tui.text.terminal import LEAST_COLUMNS, LEAST_LINES
from plan_tui.tui import safe
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.key_names import with_twins
from plan_tui.tui.line_filters import InAscii
from plan_tui.tui.line_lengths import MEDIUM
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.too_small import TooSmall
from plan_tui.tui.textual_patches.patched_app import PatchedApp

if TYPE_CHECKING:
    from plan_tui.model.place_notes import NoteEntry
    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan
    from plan_tui.tui.session import Session

_IN_ASCII = InAscii()
NOT_UTF8 = Phrase(
    "UTF-8ではない文字が届きました。端末の文字コードをUTF-8にして、入力し直してください。",
    "What came is not UTF-8. Set the terminal's encoding to UTF-8, and type it again.",
)


class BaseApp(PatchedApp):
    """An application with an open plan."""

    language: reactive[Language] = reactive(Language.JA)
    calendar: reactive[Calendar] = reactive(Calendar.BOTH)
    """Which calendar dates are shown in."""
    line_length: reactive[int] = reactive(MEDIUM)
    """Columns of the longest line of a text."""

    def __init__(self, session: Session, language: Language | None = None) -> None:
        super().__init__()
        self.session = session
        self.ascii = False
        """True to draw no sign of ours but in ASCII; to be set before the application runs."""
        self.may_write = True
        """False where no file at all may be written, as in a browser; to be set as well before."""
        self.exports: Path | None = None
        """The one folder for exports where no other file may be written, as in a browser."""
        self.rebound: Mapping[str, tuple[str, ...]] = {}
        """Ids of commands → keys that the reader chose in place of ours."""
        self._told: tuple[Phrase, int] | None = None
        """The last error that was told, and after how many keys."""
        self._looked_at: tuple[Plan, int] | None = None
        """The plan that was last looked through for damage, and after how many keys."""
        self._damage: PlanError | None = None
        """What was wrong with it."""
        self.set_reactive(BaseApp.language, language or language_of_locale())

    @property
    def plan(self) -> Plan:
        """The open plan."""
        return self.session.plan

    def rebind(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give commands other keys; their full-width twins come with them."""
        self.rebound = dict(keys)
        self.set_keymap({name: ",".join(with_twins(chosen)) for name, chosen in keys.items()})

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every drawn line goes through."""
        filters = super().get_line_filters()
        return [*filters, _IN_ASCII] if self.ascii else filters

    def survives(self, error: Exception) -> bool:
        """Go on after what cannot be read, and say so, once for each key: all else can be read."""
        if not self.is_running or self.here is None:
            return False
        told_as = self._told_as(error)
        if told_as is None:
            return False
        told = told_as.message, self.inputs
        if told != self._told:
            self._told = told
            self.call_later(self._tell_damage, told_as)
        return True

    def _told_as(self, error: Exception) -> PlanError | None:
        """Return what an error is told as; None if the database is whole and it is our own.

        A large database is read for seconds, with the reader waiting: once for each key, however
        many errors come of one damage and however often one is asked about.
        """
        if isinstance(error, PlanError):
            return error
        if self._looked_at != (self.plan, self.inputs):
            from plan_tui.store.health import blamed

            self._damage = blamed(self.plan, error)
            self._looked_at = self.plan, self.inputs
        return self._damage

    def tell_unread(self) -> None:
        """Tell what the reader can do about a terminal of another encoding."""
        self.tell(NOT_UTF8, "warning")

    def _tell_damage(self, error: PlanError) -> None:
        from plan_tui.tui.damage import tell_damage

        tell_damage(self, error)

    def last_words(self, error: Exception) -> tuple[int, Text] | None:
        """End with one line where nothing can be shown yet, not with a traceback."""
        told = self._told_as(error)
        if told is not None:
            return told.exit_code, safe.rich_text(told.say(self.language))
        return None

    # The present place, of which commands ask whether they can be given

    @property
    def here(self) -> PlanScreen | None:
        """The uppermost screen of ours."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, PlanScreen)), None)

    @property
    def current(self) -> Section | None:
        """The section that the uppermost screen is about."""
        return self.here.current if self.here else None

    @property
    def noted(self) -> NoteEntry | None:
        """The note or named search that the uppermost screen is at."""
        return self.here.noted if self.here else None

    @property
    def can_note(self) -> bool:
        """True if a note can be written on what is shown."""
        return self.here is not None and self.here.can_note

    @property
    def can_export(self) -> bool:
        """True if what is shown can be written as a document."""
        return self.here is not None and self.here.has_view

    @property
    def can_copy(self) -> bool:
        """True if something is selected or can be exported."""
        return bool(self.screen.selections) or self.can_export

    @property
    def has_own_editions(self) -> bool:
        """True if the reader added something to the open database."""
        return bool(self.session.added)

    def follows(self, setting: Setting) -> bool:
        """Tell whether something shown follows a setting."""
        return self.here is not None and self.here.follows(setting)

    def cover_if_small(self, size: Size) -> None:
        """Cover the screen that is shown while the terminal is too small, and no longer.

        Each mode of Textual has a cover of its own.
        """
        small = size.width < LEAST_COLUMNS or size.height < LEAST_LINES
        covered = isinstance(self.screen, TooSmall)
        if small and not covered:
            self.push_screen(TooSmall(self.language))
        elif covered and not small:
            self.pop_screen()

    # Speaking

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase in the present language."""
        return phrase.say(self.language, **values)

    def tell(
        self, phrase: Phrase, severity: safe.Severity = "information", **values: object
    ) -> None:
        """Show a phrase in a corner for a while."""
        safe.notice(self, self.say(phrase, **values), severity)
