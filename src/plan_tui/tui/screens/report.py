"""The report: what each document holds, and whether every character is accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message

from plan_tui.model.conservation import ProofReport
from plan_tui.store.plan import Plan
from plan_tui.store.proof_report import examine
from plan_tui.text.language import Phrase
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.report import proof_lines
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.views.view import View

COUNTING = Phrase("数えています", "Counting")
HOLDS = Phrase("検証できた", "proved")
FAILS = Phrase("一致しない箇所 {count}", "{count} {count:finding|findings}")


class ReportScreen(PlanScreen):
    """Counts in a thread of its own, so that the screen stands at once."""

    AUTO_FOCUS = "LinePane"

    class Counted(Message):
        """The account is made."""

        def __init__(self, account: ProofReport) -> None:
            super().__init__()
            self.account = account

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lines = LinePane()
        self.pane = Pane(self.lines)
        self.account: ProofReport | None = None

    def body(self) -> ComposeResult:
        """Yield the lines."""
        yield self.pane

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    @work(thread=True)
    def _count(self) -> None:
        with Plan(self.session.plan.file) as plan:  # a connection belongs to its thread
            self.post_message(self.Counted(examine(plan)))

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        self.account = message.account
        self.translate()
        self.refresh_bindings()

    def translate(self) -> None:
        """Say everything in the language."""
        name = BY_ID["report"].name.say(self.language)
        self.pane.bar.say([Piece(name, "strong")], [self._state()])
        self.lines.show(self._lines, keep_place=True)

    def _state(self) -> Piece:
        if self.account is None:
            return Piece(COUNTING.say(self.language), "muted")
        failures = self.account.failures
        if failures:
            return Piece(FAILS.say(self.language, count=failures), "bad")
        return Piece(HOLDS.say(self.language), "good")

    def _lines(self, columns: int) -> Sequence[Line]:
        if self.account is None:
            return (Line.of(Piece(COUNTING.say(self.language), "muted")),)
        return proof_lines(self.account, columns, self.language)

    def view(self) -> View | None:
        """Return the account, once it is made."""
        from plan_tui.views.report import ReportView

        return ReportView(self.language, self.account) if self.account else None
