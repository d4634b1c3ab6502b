"""What all screens share: the session, the language, the footer, movement between panes."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from plan_tui.model.records import Section
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.compositing import NoticesWhole
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import KeyBar
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.views.view import View

WIDE = 90
"""Columns from which panes stand side by side."""
HUGE = 150
"""Columns from which a third pane stands beside them."""


class PlanScreen(Screen[None]):
    """A screen of the application. Subclasses yield their widgets from `body`."""

    DEFAULT_CSS = """
    PlanScreen { background: $plan-ground; color: $plan-text; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SCREEN)

    language: reactive[Language] = reactive(Language.JA, init=False)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._compositor = NoticesWhole()
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (HUGE, "-huge")]
        self.session = session
        self.calendar = Calendar.BOTH
        """Which calendar dates are shown in."""

    def compose(self) -> ComposeResult:
        """Yield the screen's widgets above the footer."""
        yield from self.body()
        yield KeyBar().data_bind(PlanScreen.language)

    def body(self) -> ComposeResult:
        """Yield the screen's own widgets."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Follow the application's language."""
        self.watch(self.app, "language", self._set_language)
        self.watch(self.app, "calendar", self._set_calendar)

    def _set_language(self, language: Language) -> None:
        self.language = language
        self.translate()

    def _set_calendar(self, calendar: Calendar) -> None:
        if calendar is not self.calendar:
            self.calendar = calendar
            self.translate()

    def translate(self) -> None:
        """Say everything in `language`; called once at the start too."""

    def on_screen_resume(self) -> None:
        """Show the keys again, which a window above hides."""
        self.query_one(KeyBar).refresh()

    def on_screen_suspend(self) -> None:
        """Leave the box: on coming back letters are commands. A dialog gives the box back."""
        self.query_one(KeyBar).refresh()
        if isinstance(self.focused, QueryInput) and isinstance(self.app.screen, PlanScreen):
            self.focused.action_to_results()

    @property
    def current(self) -> Section | None:
        """The section that the screen is about, if it is about one."""
        return None

    @property
    def topic(self) -> str:
        """Id of the topic that the screen is about, if it is about one; else empty."""
        return ""

    def view(self) -> View | None:
        """Return what there is to export or copy."""
        return None

    def honours(self, action: str) -> bool:
        """Tell whether something shown here follows a command on how things are shown."""
        widgets = self.walk_children(Widget)
        return any(action in getattr(one, "honoured", ()) for one in widgets if one.region)

    def ask_here(self) -> bool:
        """Go to the screen's own box; return False if it has none."""
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the keys between panes only where there are some."""
        return action not in ("next_pane", "previous_pane") or len(self.focus_chain) > 1

    def action_next_pane(self) -> None:
        """Move the focus to the next pane."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """Move the focus to the pane before."""
        self.focus_previous()


class Dialog(ModalScreen[str | None]):
    """A small window above a screen; ends with a string, or None if it was left."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $plan-ground 60%; }
    Dialog:nocolor { background: $plan-ground; }
    Dialog > .window {
        width: 90%; max-width: 84; height: auto; max-height: 90%;
        background: $plan-pane; color: $plan-text;
    }
    Dialog LineView { background: $plan-pane; color: $plan-text; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave"),
    ]
    AUTO_FOCUS: ClassVar[str | None] = "*"

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._compositor = NoticesWhole()
        self.language = language

    def action_leave(self) -> None:
        """Close the window without an answer."""
        self.dismiss(None)
