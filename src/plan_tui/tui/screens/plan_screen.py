"""What all screens share: the session, the language, the footer, movement between panes."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.commands.offering import OffersCommands
from plan_tui.tui.task_ended import TaskEnded
from plan_tui.tui.textual_patches.classes_of_size import ClassesOfSize
from plan_tui.tui.textual_patches.drawn_at_rest import DrawnAtRest
from plan_tui.tui.textual_patches.styled_once import StyledOnce
from plan_tui.tui.textual_patches.unasked_widgets import UnaskedWidgets
from plan_tui.tui.textual_patches.whole_notices import draw_notices_whole
from plan_tui.tui.widgets.key_bar import KeyBar
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.pane_widths import STEP, forget_width, pane_of, widen
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.tui.widgets.typing_place import takes_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual import getters

    from plan_tui.labels.legend_entry import LegendPart
    from plan_tui.model.place_notes import NoteEntry
    from plan_tui.model.records import Section
    from plan_tui.tui.base_app import BaseApp
    from plan_tui.tui.session import Session
    from plan_tui.views.view import View

THIS_SCREEN = Phrase("この画面です。", "This screen is already open.")
ONE_BESIDE_THE_OTHER = Phrase(
    "ここには横に並ぶ枠がありません。", "No panes stand side by side here."
)
WIDE = 90
"""Columns from which panes stand side by side."""
HUGE = 150
"""Columns from which a third pane stands beside them."""


class PlanScreen(
    OffersCommands, ClassesOfSize[None], DrawnAtRest[None], StyledOnce[None], UnaskedWidgets[None]
):
    """A screen of the application. Subclasses yield their widgets from `body`."""

    STAYS: ClassVar[bool] = True
    """True for a main screen: made once, with the session alone. False for one made anew each time
    and gone once the reader went back from it."""

    LEGEND: ClassVar[tuple[LegendPart, ...]] = ()
    """The parts of the legend that explain its words and signs."""

    DEFAULT_CSS = """
    PlanScreen { background: $plan-ground; color: $plan-text; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SCREEN)

    language: reactive[Language] = reactive(Language.JA, init=False)

    if TYPE_CHECKING:
        app = getters.app(BaseApp)

    def __init__(self, session: Session) -> None:
        super().__init__()
        draw_notices_whole(self)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (HUGE, "-huge")]
        self.session = session
        self.resized: set[Widget] = set()
        """Panes to which the reader gave a width."""
        self.calendar = Calendar.BOTH
        """Which calendar dates are shown in."""
        self.is_filled = True
        """False while what the screen shows is still to be read by `fill`: its frame is blank."""

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
        self.once_drawn(self.fill_once)

    def _set_language(self, language: Language) -> None:
        self.language = language
        if self.is_filled:
            self.translate()

    def _set_calendar(self, calendar: Calendar) -> None:
        if calendar is not self.calendar:
            self.calendar = calendar
            if self.is_filled:
                self.translate()

    def translate(self) -> None:
        """Say everything in `language`; called once at the start too, or by `fill`."""

    def on_screen_resume(self) -> None:
        """Show the keys again, which a window above hides."""
        self.query_one(KeyBar).refresh()

    def on_screen_suspend(self) -> None:
        """Leave the box: on coming back letters are commands. A dialog gives the box back."""
        self.query_one(KeyBar).refresh()
        if takes_text(self.focused) and isinstance(self.app.screen, PlanScreen):
            from plan_tui.tui.widgets.query_input import QueryInput  # loaded with the box

            if isinstance(self.focused, QueryInput):
                self.focused.action_to_results()

    @property
    def current(self) -> Section | None:
        """The section that the screen is about, if it is about one."""
        return None

    @property
    def has_several_panes(self) -> bool:
        """True if more than one pane can have the focus; asked at each drawing of the footer."""
        widgets = (widget for widget in self.walk_children(Widget) if widget.can_focus)
        focusable = (widget for widget in widgets if widget.focusable and _is_displayed(widget))
        return any(focusable) and any(focusable)

    @property
    def noted(self) -> NoteEntry | None:
        """The note or named search that the screen is at, if it lists them."""
        return None

    @property
    def can_note(self) -> bool:
        """True if a note can be written here."""
        return self.current is not None or self.noted is not None

    def notes_changed(self) -> None:
        """Show the notes as they are kept now; most screens show none."""

    @property
    def topic(self) -> str:
        """Id of the topic that the screen is about, if it is about one; else empty."""
        return ""

    def view(self) -> View | None:
        """Return what there is to export or copy."""
        return None

    @property
    def has_view(self) -> bool:
        """True if there is something to export or copy; asked at each drawing of the footer."""
        return self.view() is not None

    @property
    def row_words(self) -> str:
        """What is drawn where the cursor stands, for the legend; empty without a cursor."""
        return self.focused.cursor_words if isinstance(self.focused, RowList) else ""

    @property
    def query_words(self) -> tuple[str, ...]:
        """The words that were searched for, if the screen shows what was found of some."""
        return ()

    def follows(self, setting: Setting) -> bool:
        """Tell whether something shown here follows a setting."""
        widgets = self.walk_children(Widget)
        return any(setting in getattr(each, "settings", ()) and each.region for each in widgets)

    # What the application asks for

    def fill(self) -> None:
        """Read what is shown, once the frame of the new screen is drawn; for subclasses."""

    def fill_once(self) -> None:
        """Fill the screen unless it is filled already, or could not be."""
        if not self.is_filled:
            self.is_filled = True
            self.refresh_bindings()
            self.fill()

    def asked_for(self, origin: PlanScreen) -> None:
        """Take up what the reader was at, whenever the screen's own command was given.

        ``origin`` is the screen where it was given, which can be this one.
        """
        if origin is self:
            safe.notice(self.app, THIS_SCREEN.say(self.language))

    def way_back(self) -> Callable[[], None]:
        """Return what brings the screen back to how it is now; most stay as they are left."""
        return _stay

    def went_back(self) -> None:
        """Do what is to be done once the reader went back from the screen; most do nothing."""

    def ask_here(self) -> bool:
        """Go to the screen's own box; return False if it has none."""
        return False

    @on(TaskEnded)
    def _end_task(self, message: TaskEnded) -> None:
        message.deliver()

    # Between panes

    def action_next_pane(self) -> None:
        """Move the focus to the next pane."""
        self.focus_next()

    def action_previous_pane(self) -> None:
        """Move the focus to the pane before."""
        self.focus_previous()

    def action_widen_pane(self) -> None:
        """Give the pane with the focus more columns."""
        self._widen(STEP)

    def action_narrow_pane(self) -> None:
        """Give the pane with the focus fewer columns."""
        self._widen(-STEP)

    def _widen(self, columns: int) -> None:
        pane = pane_of(self.focused)
        if pane is None:
            safe.notice(self.app, ONE_BESIDE_THE_OTHER.say(self.language))
        else:
            self.resized |= {*widen(pane, columns)}

    @on(Pane.EdgeMoved)
    def _edge_moved(self, message: Pane.EdgeMoved) -> None:
        self.resized |= {*message.panes}

    def on_resize(self) -> None:
        """Let panes share the columns of another terminal as they did at first."""
        while self.resized:
            forget_width(self.resized.pop())


def _stay() -> None:
    pass


def _is_displayed(widget: Widget) -> bool:
    return all(node.display for node in widget.ancestors_with_self)


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
        draw_notices_whole(self)
        self.language = language

    def action_leave(self) -> None:
        """Close the window without an answer."""
        self.dismiss(None)

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Close the window with an answer, unless it is closed already.

        Clicks that come in one go are all handled; Textual would close what is below as well.
        """
        if self.is_active:
            return super().dismiss(result)
        done: AwaitComplete = AwaitComplete.nothing()  # type: ignore[no-untyped-call]
        return done
