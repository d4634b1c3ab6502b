"""The tree of editions, documents and sections: filled where it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from plan_tui.labels.document_names import document_name
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.kind_names import DOCUMENT_KINDS
from plan_tui.labels.not_held import CONTENTS_ONLY_SHORT
from plan_tui.model import headings
from plan_tui.model.place_notes import NotedPlace
from plan_tui.model.records import Document, Edition, Section
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.icons import DOCUMENT_ICON, SECTION_ICONS
from plan_tui.tui.render.line import Line, Piece, spread
from plan_tui.tui.render.notes import note_signs
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.outline_nodes import Entry, OutlineNode, OutlineNodes
from plan_tui.tui.widgets.row_list import RowList

LEAF = Phrase("この下に項目はありません。", "There is nothing below this.")
CONTENTS_SHOWN = Phrase("目次だけの項目も示します。", "Contents-only entries shown")
CONTENTS_HIDDEN = Phrase("目次だけの項目を隠しました。", "Contents-only entries hidden")

_DEEPEST = 2
"""Levels that are indented by two columns each; deeper ones, of which there are seven, by one."""


class OutlineTree(RowList[OutlineNode]):
    """The outline over all documents, a line for each node that is not in a closed one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.OUTLINE)

    class DepthAsked(Message):
        """The reader wants to open the document to a depth."""

    class FootnotesAsked(Message):
        """The reader wants to open or close the footnotes of the text beside."""

    contents_only: reactive[bool] = reactive(False, init=False)
    """True to show entries of which only the heading is held."""

    def __init__(
        self,
        plan: Plan,
        notes_at: Callable[[str], Sequence[NotedPlace]],
        moved: Callable[[], None],
        *,
        ident: str | None = None,
    ) -> None:
        """Make the tree.

        Args:
            plan: what it shows.
            notes_at: gives the reader's notes on the section with a key.
            moved: is called when the cursor stands on another entry, before that is drawn.
            ident: id of the widget.

        """
        super().__init__(ident=ident)
        self._notes_at = notes_at
        self._moved = moved
        self._outline = OutlineNodes(plan)

    def fill(self) -> None:
        """Show the editions and documents, the cursor on the first."""
        self._outline.read()
        self._rebuild(next(iter(self._outline.roots), None))

    def highlighted(self) -> None:
        """Show what the cursor is on, in the same frame."""
        self._moved()

    def _rebuild(self, cursor: OutlineNode | None) -> None:
        """Show the nodes as they are open now; the cursor stays where it is without ``cursor``."""
        rows = self._outline.visible()
        self.set_rows(rows, rows.index(cursor) if cursor in rows else self.cursor)

    def watch_contents_only(self) -> None:
        """Read all opened nodes anew and stay at the same entry."""
        node = self.row
        self._outline.contents_only = self.contents_only
        opened = self._outline.forget_sections()
        self._rebuild(node)
        for entry in opened:
            if reopened := self._outline.find(entry):
                self._outline.open(reopened)
        self._rebuild(self._outline.nearest(node))

    # Going to an entry

    def reveal(self, section: Section) -> None:
        """Open what is above a section and put the cursor on it."""
        if not self._outline.is_held(section):
            self.set_reactive(OutlineTree.contents_only, True)
            self.watch_contents_only()
        self._rebuild(self._outline.section(section))

    def reveal_document(self, document_id: str) -> None:
        """Open a document and put the cursor on it."""
        node = self._outline.document(document_id)
        self._outline.open(node)
        self._rebuild(node)

    def go_to(self, entry: Entry) -> None:
        """Put the cursor on an entry."""
        if isinstance(entry, Section):
            self.reveal(entry)
        elif (node := self._outline.find(entry)) is not None:
            self._rebuild(node)

    # Keys

    def action_unfold(self) -> None:
        """Open the node, or step into an open one."""
        node = self.row
        if node is None or node.is_leaf:
            safe.notice(self.app, LEAF.say(self.language))
            return
        if node.is_open:
            self.cursor += 1
            return
        self._outline.open(node)
        self._rebuild(node)

    def action_fold(self) -> None:
        """Close the node, or go to the parent of a closed one."""
        node = self.row
        if node is None:
            return
        if node.is_open and not node.is_leaf:
            node.is_open = False
            self._rebuild(node)
        elif node.parent is not None:
            self.cursor = list(self.rows).index(node.parent)

    def action_open_close(self) -> None:
        """Open or close the node."""
        node = self.row
        if node is None or node.is_leaf:
            safe.notice(self.app, LEAF.say(self.language))
            return
        if node.is_open:
            node.is_open = False
        else:
            self._outline.open(node)
        self._rebuild(node)

    def action_contents_only(self) -> None:
        """Show or hide entries of which only the heading is held."""
        self.contents_only = not self.contents_only
        notice = CONTENTS_SHOWN if self.contents_only else CONTENTS_HIDDEN
        safe.notice(self.app, notice.say(self.language))

    def action_fold_level(self) -> None:
        """Ask to which depth the document is to be opened."""
        self.post_message(self.DepthAsked())

    def action_footnotes(self) -> None:
        """Ask for the footnotes of the one text that is shown."""
        self.post_message(self.FootnotesAsked())

    def fold_to(self, depth: int) -> None:
        """Open the present document down to ``depth`` and close what is deeper."""
        node = self.row
        document = node
        while document is not None and not isinstance(document.entry, Document):
            document = document.parent
        if document is None or node is None:
            return
        self._outline.fold_to(document, depth)
        while node not in list(document.visible()) and node is not None:
            node = node.parent
        self._rebuild(node)

    # Drawing

    def draw(self, row: OutlineNode, columns: int) -> Sequence[Line]:
        """Return a node's line: fold sign, kind, title, and the count at the right."""
        sign = " " if row.is_leaf else ("▾" if row.is_open else "▸")
        indent = Piece(" " * (row.depth + min(row.depth, _DEEPEST)))
        left = [indent, Piece(f"{sign} ", "muted", decorative=True), *self._name_pieces(row)]
        right = []
        if isinstance(row.entry, Section):
            right += note_signs(self._notes_at(row.entry.key))
        if isinstance(row.entry, Section) and row.entry.toc_only:
            right.append(Piece(f"{CONTENTS_ONLY_SHORT.say(self.language)} ", "muted"))
        if row.count and not isinstance(row.entry, Edition):
            right.append(Piece(f"{row.count} ", "muted", decorative=True))
        return (Line.of(*spread(left, right, columns)),)

    def _name_pieces(self, node: OutlineNode) -> list[Piece]:
        entry, role = node.entry, edition_role(node.edition)
        if isinstance(entry, Edition):
            return self._edition(entry, role)
        if isinstance(entry, Section):
            return self._section(entry)
        kind = DOCUMENT_KINDS[entry.kind].say(self.language)
        icon = Piece(f"{DOCUMENT_ICON} ", role, decorative=True)
        return [
            icon,
            Piece(f"{kind} ", "strong"),
            Piece(document_name(entry, self.language), "muted"),
        ]

    def _edition(self, edition: Edition, role: str) -> list[Piece]:
        name = edition_name(edition.id, self.language)
        long_name = edition.name(self.language)
        behind = [Piece(f"  {long_name}", "muted")] if long_name != name else []
        return [Piece(name, role), *behind]

    def _section(self, section: Section) -> list[Piece]:
        label = f"{section.label} " if section.label else ""
        return [
            Piece(f"{SECTION_ICONS[section.kind]} ", "muted", decorative=True),
            Piece(label, "label"),
            Piece(headings.title(section, self.language), "muted" if section.toc_only else "text"),
        ]
