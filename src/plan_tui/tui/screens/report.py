"""The report: what each document holds, the proof of its characters, and what is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from plan_tui.errors import PlanError
from plan_tui.labels.doubt_names import doubt_place, understanding_words
from plan_tui.model.conservation import ProofReport
from plan_tui.model.doubts import Severity, Understanding
from plan_tui.store.proof_report import examine
from plan_tui.store.source_queries import first_line_of_page, stored_doubts
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.background import PlanTask
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.destinations import OpenDestination, SourceAt
from plan_tui.tui.mending import mend_line, no_mending
from plan_tui.tui.render.doubt_rows import (
    DoubtRowLine,
    doubt_line,
    doubt_rows,
    whole_doubt,
)
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.report import proof_lines
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

COUNTING = Phrase("数えています", "Counting")
HOLDS = Phrase("検証済み", "proved")
FAILS = Phrase("一致しない箇所 {count}", "{count} {count:finding|findings}")
DOUBTS = Phrase("確かめる箇所 {count}", "{count} {count:place|places} to look at")
NOTES_TOO = Phrase("　情報 {count}", ", {count} {count:note|notes}")
DOUBT_KEYS = Phrase("Enter 元の行　{mend} 訂正", "Enter to open, {mend} to correct")
NO_LINE = Phrase("この項目には行がありません。", "This entry has no source line.")
NO_DOUBTS = Phrase("確かめる箇所はありません。", "There is nothing to correct.")


class DoubtList(RowList[DoubtRowLine]):
    """What is in doubt, one line for each."""

    def draw(self, row: DoubtRowLine, columns: int) -> Sequence[Line]:
        """Return a doubt's line."""
        return (doubt_line(row, columns, self.language),)


class ReportScreen(PlanScreen):
    """Counts in a thread of its own, so that the screen stands at once."""

    DEFAULT_CSS = """
    ReportScreen #doubts { height: auto; max-height: 45%; }
    ReportScreen #doubts > DoubtList { height: auto; max-height: 100%; }
    ReportScreen #whole { height: 2; background: $plan-ground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.REPORT)
    STAYS = False
    AUTO_FOCUS = "LinePane"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.is_filled = False
        self.doubts = DoubtList()
        self.doubt_pane = Pane(self.doubts, ident="doubts")
        self.whole = LinePane(ident="whole")
        """All that the doubt under the cursor says."""
        self.whole.can_focus = False
        self.lines = LinePane()
        self.pane = Pane(self.lines)
        self.report: ProofReport | None = None
        self.doubt_pane.display = self.whole.display = False

    def body(self) -> ComposeResult:
        """Yield the doubts and the lines."""
        yield self.doubt_pane
        yield self.whole
        yield self.pane

    def fill(self) -> None:
        """List what is stored as in doubt, so that nothing moves later, and begin to count."""
        super().fill()
        self._list(self._stored())
        if self.doubts.rows:
            self.doubts.focus()
        self.translate()
        self.once_drawn(PlanTask(self, self.session, examine, self._show).start)

    def _stored(self) -> list[DoubtRowLine]:
        """Return the doubts as they are stored; none where rows cannot be read, which is told."""
        try:
            plan = self.session.plan
            return [
                DoubtRowLine(document, doubt)
                for document in plan.documents()
                for doubt in Understanding(stored_doubts(plan, document.id), None, 0).listed
            ]
        except (PlanError, TypeError, ValueError, LookupError):
            return []

    def _show(self, report: ProofReport) -> None:
        self.report = report
        self._list(doubt_rows(report))
        self.translate()
        self.refresh_bindings()

    def _list(self, rows: Sequence[DoubtRowLine]) -> None:
        if rows != self.doubts.rows:
            self.doubt_pane.display = self.whole.display = bool(rows)
            self.doubts.set_rows(rows, self.doubts.cursor)
            self.doubts.styles.height = len(rows)

    def translate(self) -> None:
        """Say everything in the language."""
        name = BY_ID["report"].name.say(self.language)
        self.pane.bar.say([Piece(name, "strong")], [self._state()])
        keys = DOUBT_KEYS.say(self.language, mend=first_key(self.app, "mend"))
        notes = sum(row.doubt.severity is Severity.NOTE for row in self.doubts.rows)
        count = DOUBTS.say(self.language, count=len(self.doubts.rows) - notes)
        if notes:
            count += NOTES_TOO.say(self.language, count=notes)
        self.doubt_pane.bar.say([Piece(count, "strong")], [Piece(keys)])
        self.lines.show(self._lines, keep_place=True)
        self._follow()

    def _state(self) -> Piece:
        report = self.report
        if report is None:
            return Piece(COUNTING.say(self.language), "muted")
        if report.failures:
            return Piece(FAILS.say(self.language, count=report.failures), "bad")
        if report.errors or report.warnings:
            words = understanding_words(report.errors, report.warnings)
            return Piece(words.say(self.language), "bad" if report.errors else "warning")
        return Piece(HOLDS.say(self.language), "good")

    def _lines(self, columns: int) -> Sequence[Line]:
        if self.report is None:
            return (Line.of(Piece(COUNTING.say(self.language), "muted")),)
        return proof_lines(self.report, columns, self.language)

    @on(DoubtList.Highlighted)
    def _follow(self) -> None:
        """Say the doubt under the cursor whole."""
        row = self.doubts.row
        self.whole.show(lambda columns: whole_doubt(row, columns, self.language) if row else ())

    def view(self) -> View | None:
        """Return the proof as a view; None until it is computed."""
        from plan_tui.views.report import ReportView

        return ReportView(self.language, self.report) if self.report else None

    # At a doubt

    def _line_of(self, row: DoubtRowLine) -> int | None:
        """Return the line of a doubt, or the first of its page; None if it has neither."""
        line, page = row.doubt.line, row.doubt.page
        if line is not None or page is None:
            return line
        return first_line_of_page(self.session.plan, row.document.id, page)

    @on(DoubtList.Chosen)
    def _open(self) -> None:
        row = self.doubts.row
        line = self._line_of(row) if row else None
        if row is None or line is None:
            safe.notice(self.app, NO_LINE.say(self.language))
        else:
            self.post_message(OpenDestination(SourceAt(row.document.id, line)))

    def action_mend(self) -> None:
        """Choose what the line of the doubt is, and write it beside the original."""
        row = self.doubts.row
        reason = self._no_mending(row) if row else NO_DOUBTS
        if row is None or reason is not None:
            safe.notice(self.app, (reason or NO_DOUBTS).say(self.language))
            return
        mend_line(self, row.document.id, row.doubt.line or 0, doubt_place(row.doubt))

    def _no_mending(self, row: DoubtRowLine) -> Phrase | None:
        """Return why the line of a doubt cannot be mended here; None if it can."""
        reason = no_mending(self, row.document.id)
        return NO_LINE if reason is None and row.doubt.line is None else reason
