"""A window to look for a section of an edition: some are offered, others are searched for."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.review import section_line
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.more import More
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.row_list import RowList

HINT = Phrase("探す語（空なら他の候補）", "words to search for (other suggestions while empty)")
KEYS = Phrase("Enter 選ぶ　Esc やめる", "Enter chooses, Esc cancels")
NOTHING = Phrase(
    "ほかの候補はありません。語を入力して探してください。",
    "No other suggestions; type words to search.",
)
NOT_FOUND = Phrase(
    "見つかりません。語を変えるか、Esc でやめてください。",
    "Nothing found; type other words, or press Esc.",
)
_MOST = 50
"""Sections that are listed: more than anybody reads through."""


class SectionRows(RowList[Section]):
    """Sections to choose from."""

    def __init__(self, session: Session, language: Language) -> None:
        super().__init__()
        self._ordinals = session.ordinals
        self._language = language

    def draw(self, row: Section, columns: int) -> Sequence[Line]:
        """Return a section's line."""
        return (section_line(row, self._ordinals[row.edition_id], columns, self._language),)


class SectionChooser(Dialog):
    """Answers with the key of the chosen section."""

    DEFAULT_CSS = """
    SectionChooser SectionRows { height: 12; max-height: 60vh; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(
        self,
        session: Session,
        language: Language,
        title: str,
        edition: str,
        offered: Sequence[Section],
    ) -> None:
        """Choose among the sections of an edition; ``offered`` are those listed at first."""
        super().__init__(language)
        self._session = session
        self._title = title
        self._edition = edition
        self._offered = offered
        self.rows = SectionRows(session, language)
        self.box = QueryInput(self._find)

    def compose(self) -> ComposeResult:
        """Yield the title, the box and the sections."""
        with Vertical(classes="window"):
            yield Bar()
            yield self.box
            yield self.rows
            yield More(self.rows, self.language)

    def on_mount(self) -> None:
        """Show what is offered."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(self._title, "strong")], [Piece(KEYS.say(self.language))])
        self.box.hint = HINT.say(self.language)
        self._find("")

    def _find(self, typed: str) -> None:
        if not self.is_attached:
            return
        self.rows.nothing = (NOT_FOUND if typed.strip() else NOTHING).say(self.language)
        sections = self._offered
        if typed.strip():
            try:
                sections = self._found(typed)
            except UsageError as error:
                sections = ()
                self.rows.nothing = error.say(self.language)
        self.rows.set_rows(sections)

    def _found(self, typed: str) -> tuple[Section, ...]:
        result = self._session.index.search(f"edition:{self._edition} {typed}", _MOST)
        held = (hit.section for hit in result.hits if not hit.section.toc_only)
        return tuple(section for section in held if section.edition_id == self._edition)

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    @on(SectionRows.Chosen)
    def _chosen(self) -> None:
        if self.rows.row is not None:
            self.dismiss(self.rows.row.key)
