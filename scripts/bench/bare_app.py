"""The smallest Textual explorer, to measure beside: a tree filled as it is opened, and a text.

Usage: ``python -m scripts.bench.bare_app DATABASE``. The text follows the cursor by a message.
"""

from __future__ import annotations

import sqlite3
import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static, Tree
from textual.widgets.tree import TreeNode

_CHILDREN = """
    select id, title, exists (select 1 from sections below where below.parent_id = sections.id)
    from sections where parent_id is ? and document_id = ? order by ordinal
"""
_TEXT = "select group_concat(text, char(10)) from blocks where section_id = ?"
Place = tuple[str, int | None]
"""A document, and a section of it."""


class BareExplorer(App[None]):
    """A tree and a text."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "#tree { width: 50%; } #text { width: 50%; }"

    def compose(self) -> ComposeResult:
        """Put the two side by side."""
        with Horizontal():
            yield Tree("plan", id="tree")
            with VerticalScroll():
                yield Static("", id="text", markup=False)

    def on_mount(self) -> None:
        """Open the database and show its documents."""
        self._database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
        tree = self.query_one(Tree)
        for document, title in self._database.execute("select id, title from documents"):
            tree.root.add(title, data=(document, None))
        tree.root.expand()
        tree.focus()

    def on_tree_node_expanded(self, event: Tree.NodeExpanded[Place]) -> None:
        """Fill a branch when it is opened."""
        node: TreeNode[Place] = event.node
        if node.data and not node.children:
            document, section = node.data
            for row, title, branch in self._database.execute(_CHILDREN, (section, document)):
                add = node.add if branch else node.add_leaf
                add(title, data=(document, row))

    def on_tree_node_highlighted(self, event: Tree.NodeHighlighted[Place]) -> None:
        """Show the text of the section under the cursor."""
        if event.node.data:
            (text,) = self._database.execute(_TEXT, (event.node.data[1],)).fetchone()
            self.query_one("#text", Static).update(text or "")


if __name__ == "__main__":
    BareExplorer().run()
