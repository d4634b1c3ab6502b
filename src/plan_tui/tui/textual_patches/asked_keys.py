"""Tells of some keys whether they are bound, without asking all commands whether they can be given.

Upstream: no issue known.
"""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from textual.binding import Binding
from textual.screen import Screen


def active_ids(screen: Screen[Any], wanted: Set[str | None]) -> Set[str | None]:
    """Return which of the wanted bindings can be given now, by `Screen.active_bindings`.

    Those of other keys are not asked.
    """
    chain = screen._modal_binding_chain
    keys = {key for _, bindings in chain for key, binding in bindings if binding.id in wanted}
    active: dict[str, Binding] = {}
    for node, bindings in chain:
        for key in keys.intersection(bindings.key_to_bindings):
            for binding in bindings.key_to_bindings[key]:
                taken = active.get(key)
                if taken and (taken.priority or not binding.priority):
                    continue
                if screen.app._check_action_state(binding.action, node) is not False:
                    active[key] = binding
    return wanted & {binding.id for binding in active.values()}


def is_bound(screen: Screen[Any], key: str) -> bool:
    """Tell whether a key does something now."""
    return any(
        screen.app._check_action_state(binding.action, node) is not False
        for node, bindings in screen._modal_binding_chain
        for binding in bindings.key_to_bindings.get(key, ())
    )
