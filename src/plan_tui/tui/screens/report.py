"""The report: what each document holds, and the proof that every character has its place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from plan_tui.model.conservation import ProofReport
from plan_tui.store.proof_report import examine
from plan_tui.text.language import Phrase
from plan_tui.tui.background import PlanTask
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

    STAYS = False
    AUTO_FOCUS = "LinePane"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.lines = LinePane()
        self.pane = Pane(self.lines)
        self.report: ProofReport | None = None

    def body(self) -> ComposeResult:
        """Yield the lines."""
        yield self.pane

    def on_mount(self) -> None:
        """Begin to count."""
        PlanTask(self, self.session, examine, self._show).start()

    def _show(self, report: ProofReport) -> None:
        self.report = report
        self.translate()
        self.refresh_bindings()

    def translate(self) -> None:
        """Say everything in the language."""
        name = BY_ID["report"].name.say(self.language)
        self.pane.bar.say([Piece(name, "strong")], [self._state()])
        self.lines.show(self._lines, keep_place=True)

    def _state(self) -> Piece:
        if self.report is None:
            return Piece(COUNTING.say(self.language), "muted")
        failures = self.report.failures
        if failures:
            return Piece(FAILS.say(self.language, count=failures), "bad")
        return Piece(HOLDS.say(self.language), "good")

    def _lines(self, columns: int) -> Sequence[Line]:
        if self.report is None:
            return (Line.of(Piece(COUNTING.say(self.language), "muted")),)
        return proof_lines(self.report, columns, self.language)

    def view(self) -> View | None:
        """Return the proof as a view; None until it is computed."""
        from plan_tui.views.report import ReportView

        return ReportView(self.language, self.report) if self.report else None
