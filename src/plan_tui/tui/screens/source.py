"""Where a section comes from, and what was taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from plan_tui.labels.place_names import cited
from plan_tui.model.records import Section, SectionText
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.mending import mend_one_of, no_mending
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.source import source_lines
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.section_source import section_source
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.views.view import View

REMOVED = Phrase("－ 取り除いた文字　", "－ removed   ")
WHOLE = Phrase("R 文書の検証", "R proof")


class SourceScreen(PlanScreen):
    """The source lines of one section beside its clean text."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.SOURCE)
    STAYS = False

    AUTO_FOCUS = "LinePane"

    def __init__(self, session: Session, text: SectionText, line: int | None = None) -> None:
        """Show the lines of a section, or those around one ``line`` of its document."""
        super().__init__(session)
        self._text = text
        self._line = line
        self._source = section_source(session.plan, text, line)
        self.lines = LinePane()
        self.pane = Pane(self.lines)
        self._arrived = line is None

    def body(self) -> ComposeResult:
        """Yield the lines."""
        yield self.pane

    def translate(self) -> None:
        """Say everything in the language."""
        name = BY_ID["source"].name.say(self.language)
        self.pane.bar.say(
            [Piece(f"{name}  {cited(self._text.section, self.language)}", "strong")],
            [Piece(phrase.say(self.language)) for phrase in (REMOVED, WHOLE)],
        )
        self.lines.show(self._lines, keep_place=True)

    def _lines(self, columns: int) -> Sequence[Line]:
        rebound = self.app.rebound
        return source_lines(self._source, columns, self.language, self._line, rebound)

    @on(LinePane.Typeset)
    def _arrive(self) -> None:
        """Bring the line into sight, once there are lines."""
        anchors = [line.anchor for line in self.lines.lines]
        places = [n for n, anchor in enumerate(anchors) if anchor == (f"line:{self._line}", 0)]
        if places and not self._arrived:
            self._arrived = True
            self.lines.bring_into_sight(places[0])

    def action_mend(self) -> None:
        """Choose a line in sight and what it is, and write it beside the original."""
        document = self._text.document.id
        reason = no_mending(self, document)
        if reason is not None:
            safe.notice(self.app, reason.say(self.language))
            return
        top, height = self.lines.scroll_offset.y, self.lines.size.height
        in_sight = {line.anchor for line in self.lines.lines[top : top + height]}
        every = (*self._source.body, *self._source.notes)
        mend_one_of(
            self, document, [line for line in every if (f"line:{line.number}", 0) in in_sight]
        )

    @property
    def current(self) -> Section | None:
        """The section."""
        return self._text.section

    def view(self) -> View | None:
        """Return the section."""
        from plan_tui.views.show import ShowView

        return ShowView(self.language, (self._text,))
