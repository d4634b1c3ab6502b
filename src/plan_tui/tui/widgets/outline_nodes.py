"""The nodes of the outline: editions, documents and sections, read where they are opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan_tui.model.records import Document, Edition, Section
from plan_tui.store.plan import Plan
from plan_tui.text.record import field, record

Entry = Edition | Document | Section


@record(frozen=False, eq=False)
class OutlineNode:
    """An entry of the outline, open or closed."""

    entry: Entry
    depth: int
    """0 for an edition."""
    parent: OutlineNode | None
    count: int
    """Number of direct children, or of a document's sections."""
    edition: int
    """Ordinal of the edition, for its colour."""
    is_open: bool = False
    children: list[OutlineNode] | None = field(default=None)
    """None until the node was opened once."""

    @property
    def is_leaf(self) -> bool:
        """True if nothing is below."""
        return self.count == 0

    def visible(self) -> Iterator[OutlineNode]:
        """Yield the node and, where it is open, what is below."""
        yield self
        if self.is_open:
            for child in self.children or ():
                yield from child.visible()

    def opened(self) -> Iterator[Entry]:
        """Yield the entries of the open nodes from here down, parents first."""
        if self.is_open:
            yield self.entry
            for child in self.children or ():
                yield from child.opened()


class OutlineNodes:
    """The nodes over all documents. Only what was opened is read from the database."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self.roots: list[OutlineNode] = []
        self.contents_only = False
        """True to hold entries of which only the heading is held too."""

    def read(self) -> None:
        """Read the editions and documents, nothing below them."""
        documents = self._plan.documents()
        counts = self._plan.section_counts()
        for edition in self._plan.editions():
            ordinal = edition.ordinal
            of_edition = [document for document in documents if document.edition_id == edition.id]
            root = OutlineNode(edition, 0, None, len(of_edition), ordinal, is_open=True)
            root.children = [
                OutlineNode(document, 1, root, counts.get(document.id, 0), ordinal)
                for document in of_edition
            ]
            self.roots.append(root)

    def visible(self) -> list[OutlineNode]:
        """Return the nodes of which all parents are open, in reading order."""
        return [node for root in self.roots for node in root.visible()]

    def open(self, node: OutlineNode) -> None:
        """Open a node and read what is below it."""
        self._children(node)
        node.is_open = True

    def _children(self, node: OutlineNode) -> list[OutlineNode]:
        """Return the nodes below one, read if they were not yet."""
        if node.children is None:
            entry = node.entry
            sections: tuple[Section, ...] = ()
            if isinstance(entry, Document):
                sections = self._plan.children(entry.id)
            elif isinstance(entry, Section):
                sections = self._plan.children(entry.document_id, entry.id)
            node.children = [
                OutlineNode(section, node.depth + 1, node, count, node.edition)
                for section, count in self._counted(sections)
            ]
        return node.children

    def _counted(self, sections: Iterable[Section]) -> list[tuple[Section, int]]:
        """Return those of some sections that are held, each with how many below it are."""
        if self.contents_only:
            return [(section, section.children) for section in sections]
        held = [section for section in sections if not section.toc_only]
        left_out = self._plan.contents_only_children(s.id for s in held if s.children)
        return [(section, section.children - left_out.get(section.id, 0)) for section in held]

    def forget_sections(self) -> list[Entry]:
        """Close all documents, so that they are read anew; return the entries that were open."""
        opened = [entry for root in self.roots for entry in root.opened()]
        for root in self.roots:
            for document in root.children or ():
                document.children, document.is_open = None, False
        return opened

    def find(self, entry: Entry) -> OutlineNode | None:
        """Return the visible node of an entry."""
        return next((node for node in self.visible() if node.entry == entry), None)

    def nearest(self, node: OutlineNode | None) -> OutlineNode | None:
        """Return the visible node of the same entry, or of the nearest one above it."""
        while node is not None:
            if (visible := self.find(node.entry)) is not None:
                return visible
            node = node.parent
        return None

    def document(self, document_id: str) -> OutlineNode:
        """Return a document's node, its edition opened."""
        documents = (child for root in self.roots for child in root.children or ())
        node = next(
            child
            for child in documents
            if isinstance(child.entry, Document) and child.entry.id == document_id
        )
        if node.parent is not None:
            node.parent.is_open = True
        return node

    def section(self, section: Section) -> OutlineNode:
        """Return a section's node, all above it opened."""
        node = self.document(section.document_id)
        for entry in (*self._plan.path(section), section):
            self.open(node)
            node = next(child for child in node.children or () if child.entry == entry)
        return node

    def is_held(self, section: Section) -> bool:
        """Return whether a section is among the entries that are held now."""
        path = (*self._plan.path(section), section)
        return self.contents_only or not any(entry.toc_only for entry in path)

    def fold_to(self, node: OutlineNode, depth: int) -> None:
        """Open a node down to ``depth`` levels below it, and close what is deeper."""
        node.is_open = depth > 0
        for child in self._children(node) if depth > 0 else node.children or ():
            self.fold_to(child, depth - 1)
