"""Where letters are typed as text."""

from __future__ import annotations

from textual.dom import DOMNode
from textual.widget import Widget

_LETTER = "a"


def takes_text(node: DOMNode | None) -> bool:
    """Tell whether a node is a box, in which a letter is text and no command."""
    return isinstance(node, Widget) and node.check_consume_key(_LETTER, _LETTER)
