"""The nodes of the outline: what is counted below each is what opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.records import Section
from plan_tui.store.plan import Plan
from plan_tui.tui.widgets.outline_nodes import OutlineNode, OutlineNodes
from tests.worlds.altered import altered


def all_open(plan: Plan, *, contents_only: bool) -> dict[OutlineNode, int]:
    """Open all that can be opened; return the nodes of sections, each with its count before."""
    nodes = OutlineNodes(plan)
    nodes.contents_only = contents_only
    nodes.read()
    counts: dict[OutlineNode, int] = {}
    while closed := [node for node in nodes.visible() if node not in counts]:
        counts[closed[0]] = closed[0].count
        nodes.open(closed[0])
    return {node: count for node, count in counts.items() if isinstance(node.entry, Section)}


@pytest.mark.parametrize("contents_only", [False, True])
def test_as_many_are_counted_as_open(
    made_up_database: Path, tmp_path: Path, contents_only: bool
) -> None:
    hidden = "update sections set toc_only = 1 where key in ('2021:1.1.1.1', '2021:M1-2')"
    with Plan(altered(made_up_database, tmp_path / "plan.db", hidden)) as plan:
        nodes = all_open(plan, contents_only=contents_only)
        counts = {n.entry.key: count for n, count in nodes.items() if isinstance(n.entry, Section)}
        assert list(nodes.values()) == [len(node.children or ()) for node in nodes]
    assert (counts["2021:1.1.1"], counts["2021:3.I"]) == ((1, 2) if contents_only else (0, 1))
    assert ("2021:1.1.1.1" in counts) is contents_only
    assert all(node.is_leaf == (not node.children) for node in nodes)


def test_in_the_packaged_plan_too(real: Plan) -> None:
    for node, count in all_open(real, contents_only=False).items():
        assert count == len(node.children or ())
