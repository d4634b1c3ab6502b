"""The tree of editions, documents and sections: filled where it is opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from plan_tui.model import headings
from plan_tui.model.records import Document, Edition, Section
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.tui import interface_terms, safe
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.render.line import Line, Piece, spread
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.row_list import RowList

LEAF = Phrase("この下に項目はありません。", "There is nothing below this.")
CONTENTS_SHOWN = Phrase(
    "目次だけの項目も示します。", "With entries of which only the heading is held"
)
CONTENTS_HIDDEN = Phrase(
    "目次だけの項目を隠しました。", "Without entries of which only the heading is held"
)
Entry = Edition | Document | Section


@dataclass(slots=True, eq=False)
class Node:
    """A line of the tree."""

    entry: Entry
    depth: int
    parent: Node | None
    count: int
    """Number of direct children, or of a document's sections."""
    edition: int
    """Ordinal of the edition, for its colour."""
    open: bool = False
    children: list[Node] | None = field(default=None)
    """None until the node was opened once."""

    @property
    def leaf(self) -> bool:
        """True if nothing is below."""
        return self.count == 0

    def visible(self) -> Iterator[Node]:
        """Yield the node and, where it is open, what is below."""
        yield self
        if self.open:
            for child in self.children or ():
                yield from child.visible()


class OutlineTree(RowList[Node]):
    """The tree over all documents. Only what was opened is read from the database."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.OUTLINE)

    class DepthAsked(Message):
        """The reader wants to open the document to a depth."""

    contents_only: reactive[bool] = reactive(False, init=False)
    """True to show entries of which only the heading is held."""

    def __init__(self, plan: Plan, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._plan = plan
        self._roots: list[Node] = []

    def on_mount(self) -> None:
        """Read the editions and documents, nothing below them."""
        documents = self._plan.documents()
        counts = self._plan.section_counts()
        for edition in self._plan.editions():
            own = [document for document in documents if document.edition_id == edition.id]
            root = Node(edition, 0, None, len(own), edition.ordinal, open=True)
            root.children = [
                Node(document, 1, root, counts.get(document.id, 0), edition.ordinal)
                for document in own
            ]
            self._roots.append(root)
        self._rebuild(self._roots[0] if self._roots else None)

    # Shape

    def _rebuild(self, cursor: Node | None) -> None:
        rows = [node for root in self._roots for node in root.visible()]
        self.set_rows(rows, rows.index(cursor) if cursor in rows else self.cursor)

    def _fill(self, node: Node) -> list[Node]:
        if node.children is None:
            entry = node.entry
            if isinstance(entry, Document):
                found = self._plan.children(entry.id)
            elif isinstance(entry, Section):
                found = self._plan.children(entry.document_id, entry.id)
            else:
                found = ()
            node.children = [
                Node(section, node.depth + 1, node, section.children, node.edition)
                for section in found
                if self.contents_only or not section.toc_only
            ]
            if isinstance(entry, Section):
                node.count = len(node.children)
        return node.children

    def _open(self, node: Node) -> None:
        self._fill(node)
        node.open = True

    def watch_contents_only(self) -> None:
        """Fill all opened nodes anew and stay at the same entry."""
        node = self.row
        opened = [entry for root in self._roots for entry in _opened(root)]
        for root in self._roots:
            for document in root.children or ():
                document.children, document.open = None, False
        self._rebuild(node)
        for entry in opened:
            if found := self._find(entry):
                self._open(found)
        self._rebuild(self._nearest(node))

    def _nearest(self, node: Node | None) -> Node | None:
        """Return the node of the same entry, or of the nearest one above that is shown."""
        while node is not None:
            if (found := self._find(node.entry)) is not None:
                return found
            node = node.parent
        return None

    def _find(self, entry: Entry) -> Node | None:
        shown = [node for root in self._roots for node in root.visible()]
        return next((node for node in shown if node.entry == entry), None)

    # Going to a section

    def reveal(self, section: Section) -> None:
        """Open what is above a section and put the cursor on it."""
        path = (*self._plan.path(section), section)
        if not self.contents_only and any(part.toc_only for part in path):
            self.set_reactive(OutlineTree.contents_only, True)
            self.watch_contents_only()
        node = self._document(section.document_id)
        for part in path:
            self._open(node)
            node = next(child for child in node.children or () if child.entry == part)
        self._rebuild(node)

    def reveal_document(self, document_id: str) -> None:
        """Open a document and put the cursor on it."""
        node = self._document(document_id)
        self._open(node)
        self._rebuild(node)

    def _document(self, document_id: str) -> Node:
        """Return a document's node, its edition opened."""
        documents = (child for root in self._roots for child in root.children or ())
        node = next(
            one
            for one in documents
            if isinstance(one.entry, Document) and one.entry.id == document_id
        )
        if node.parent is not None:
            node.parent.open = True
        return node

    def go_to(self, entry: Entry) -> None:
        """Put the cursor on an entry."""
        if isinstance(entry, Section):
            self.reveal(entry)
        elif (node := self._find(entry)) is not None:
            self._rebuild(node)

    # Keys

    def action_unfold(self) -> None:
        """Open the node, or step into an open one."""
        node = self.row
        if node is None or node.leaf:
            safe.notice(self.app, LEAF.say(self.language))
            return
        if node.open:
            self.cursor += 1
            return
        self._open(node)
        self._rebuild(node)

    def action_fold(self) -> None:
        """Close the node, or go to the parent of a closed one."""
        node = self.row
        if node is None:
            return
        if node.open and not node.leaf:
            node.open = False
            self._rebuild(node)
        elif node.parent is not None:
            self.cursor = list(self.rows).index(node.parent)

    def action_open_close(self) -> None:
        """Open or close the node."""
        node = self.row
        if node is None or node.leaf:
            safe.notice(self.app, LEAF.say(self.language))
            return
        self._open(node) if not node.open else setattr(node, "open", False)
        self._rebuild(node)

    def action_contents_only(self) -> None:
        """Show or hide entries of which only the heading is held."""
        self.contents_only = not self.contents_only
        said = CONTENTS_SHOWN if self.contents_only else CONTENTS_HIDDEN
        safe.notice(self.app, said.say(self.language))

    def action_fold_level(self) -> None:
        """Ask to which depth the document is to be opened."""
        self.post_message(self.DepthAsked())

    def fold_to(self, depth: int) -> None:
        """Open the present document down to ``depth`` and close what is deeper."""
        node = self.row
        document = node
        while document is not None and not isinstance(document.entry, Document):
            document = document.parent
        if document is None or node is None:
            return
        self._fold_below(document, depth)
        while node not in list(document.visible()) and node is not None:
            node = node.parent
        self._rebuild(node)

    def _fold_below(self, node: Node, depth: int) -> None:
        node.open = depth > 0
        for child in self._fill(node) if depth > 0 else node.children or ():
            self._fold_below(child, depth - 1)

    # Drawing

    def draw(self, row: Node, columns: int) -> Sequence[Line]:
        """Return a node's line: fold sign, kind, title, and the count at the right."""
        entry = row.entry
        sign = " " if row.leaf else ("▾" if row.open else "▸")
        left = [
            Piece(" " * (row.depth + min(row.depth, 2))),
            Piece(f"{sign} ", "muted", decorative=True),
        ]
        right = [Piece(f"{row.count} ", "muted", decorative=True)] if row.count else []
        if isinstance(entry, Edition):
            name = interface_terms.edition_name(entry.id, self.language)
            left.append(Piece(name, edition_role(row.edition)))
            if (date := entry.name(self.language)) != name:
                left.append(Piece(f"  {date}", "muted"))
            right = []
        elif isinstance(entry, Document):
            kind = interface_terms.DOCUMENT_KINDS[entry.kind].say(self.language)
            left += [
                Piece(
                    f"{interface_terms.ICONS['document']} ",
                    edition_role(row.edition),
                    decorative=True,
                )
            ]
            left += [Piece(f"{kind} ", "strong"), Piece(entry.title, "muted")]
        else:
            left += self._section(entry)
            if entry.toc_only:
                right = [Piece(f"{interface_terms.TOC_ONLY.say(self.language)} ", "muted"), *right]
        return (Line.of(*spread(left, right, columns)),)

    def _section(self, section: Section) -> list[Piece]:
        label = f"{section.label} " if section.label else ""
        return [
            Piece(f"{interface_terms.ICONS[section.kind]} ", "muted", decorative=True),
            Piece(label, "label"),
            Piece(headings.title(section, self.language), "muted" if section.toc_only else "text"),
        ]


def _opened(node: Node) -> Iterator[Entry]:
    """Yield the entries of the open nodes, parents first."""
    if node.open:
        yield node.entry
        for child in node.children or ():
            yield from _opened(child)
