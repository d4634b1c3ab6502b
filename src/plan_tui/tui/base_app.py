"""What all parts of the application stand on: the plan, the session, the language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from textual import events
from textual.filter import LineFilter, Monochrome
from textual.notifications import Notify
from textual.reactive import reactive
from textual.widgets._toast import Toast

from plan_tui.errors import PlanError
from plan_tui.model.records import Section
from plan_tui.store.locate import default_database
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase, language_of_locale
from plan_tui.tui import line_filters, safe
from plan_tui.tui.key_names import with_twins
from plan_tui.tui.key_order import KeysInOrder
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.reading import MEASURE

_WITHOUT_COLOUR = line_filters.WithoutColour()
_IN_ASCII = line_filters.InAscii()


class BaseApp(KeysInOrder):
    """An application with an open plan.

    Raises:
        DataError: the database is missing or unusable; the message says what to do.

    """

    language: reactive[Language] = reactive(Language.JA)
    calendar: reactive[Calendar] = reactive(Calendar.BOTH)
    """Which calendar dates are shown in."""
    line_length: reactive[int] = reactive(MEASURE)
    """Columns of the longest line of a text."""

    def __init__(self, db_path: Path | None = None, language: Language | None = None) -> None:
        super().__init__()
        self.no_color = line_filters.no_color()
        self.ascii = False
        """True to draw no sign of ours but in ASCII; to be set before the application runs."""
        self.may_write = True
        """False where no file at all may be written, as in a browser; to be set as well before."""
        self._broken = False
        self.rebound: Mapping[str, tuple[str, ...]] = {}
        """Ids of commands → keys that the reader chose in place of ours."""
        self.plan = Plan(db_path or default_database())
        _try(self.plan)
        self.session = Session(self.plan, today=date.today().isoformat())
        self.set_reactive(BaseApp.language, language or language_of_locale())

    def rebind(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give commands other keys; their full-width twins come with them."""
        self.rebound = dict(keys)
        self.set_keymap({name: ",".join(with_twins(own)) for name, own in keys.items()})

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every drawn line goes through; ours in place of Textual's greys."""
        kept = [one for one in super().get_line_filters() if not isinstance(one, Monochrome)]
        kept += [_WITHOUT_COLOUR] if self.no_color else []
        return [*kept, _IN_ASCII] if self.ascii else kept

    async def on_event(self, event: events.Event) -> None:
        """Let notices go with the next key or click: they are about the place they were said at.

        Those that are not drawn yet stay, so that keys typed ahead take none away unseen. Warnings
        and errors hold wherever the reader goes: they stay their time.
        """
        done = isinstance(event, events.Key | events.Paste | events.MouseDown)
        if done and not event.is_forwarded:
            self._let_notices_go()
        await super().on_event(event)

    def _let_notices_go(self) -> None:
        for screen in self.screen_stack:
            for toast in screen.query("Toast.-information").results(Toast):
                if toast.size:
                    toast._expire()

    def on_notify(self, message: Notify) -> None:
        """Let a notice take the place of the one before it, if both are of the same severity."""
        for earlier in tuple(self._notifications):
            if earlier.severity == message.notification.severity:
                del self._notifications[earlier]

    def on_unmount(self) -> None:
        """Close the database."""
        self.plan.close()

    def _handle_exception(self, error: Exception) -> None:
        """End with one line where the database turns out to be broken, not with a traceback."""
        if isinstance(error, PlanError):
            self._broken = True
            self.exit(return_code=error.exit_code, message=safe.rich_text(error.say(self.language)))
        elif not self._broken:  # what follows from a broken database says nothing new
            super()._handle_exception(error)

    @property
    def here(self) -> PlanScreen | None:
        """The uppermost screen of ours."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, PlanScreen)), None)

    @property
    def current(self) -> Section | None:
        """The section that the uppermost screen is about."""
        return self.here.current if self.here else None

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase in the present language."""
        return phrase.say(self.language, **values)

    def tell(
        self, phrase: Phrase, severity: safe.Severity = "information", **values: object
    ) -> None:
        """Show a phrase in a corner for a while."""
        safe.notice(self, self.say(phrase, **values), severity)


def _try(plan: Plan) -> None:
    """Ask what the first picture needs, so that an unusable database is told before it.

    Raises:
        DataError: the database cannot be read.

    """
    plan.editions()
    plan.section_counts()
    for document in plan.documents()[:1]:
        plan.children(document.id)
