"""Asks only those widgets whether they take a key as text that take any.

Textual asks every widget above a binding about each of its keys, several times for each key that is
pressed: of a list some 1,700 questions, to which all but a box for text say no.

Upstream: no issue known.
"""

from __future__ import annotations

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen, ScreenResultType


class UnaskedWidgets(Screen[ScreenResultType]):
    """A screen that finds the bindings of what has the focus."""

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        focused = self.focused
        nodes: list[DOMNode] = [self, self.app]
        if focused is not None and not focused.loading:
            nodes = focused.ancestors_with_self
        chain = [(node, node._bindings.copy()) for node in nodes]
        taking: list[DOMNode] = []
        for node, bindings in chain:
            for above in taking:
                for key in list(bindings.key_to_bindings):
                    if above.check_consume_key(key, key_to_character(key)):
                        del bindings.key_to_bindings[key]
            if type(node).check_consume_key is not DOMNode.check_consume_key:
                taking.append(node)
        if self.app._keymap:
            for node, bindings in chain:
                clashed = bindings.apply_keymap(self.app._keymap).clashed_bindings
                if clashed:
                    self.app.handle_bindings_clash(clashed, node)
        return chain
