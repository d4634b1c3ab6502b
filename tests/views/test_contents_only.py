"""A counterpart of which only the heading is held: nothing is said of its text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plan_tui.compare.sections.old_new_groups import old_new_table
from plan_tui.model.old_new import RowState
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.command_line import run
from tests.tui.helpers import comparing, settled
from tests.worlds.crosswalk import topic_entry
from tests.worlds.world import World

HELD, CONTENTS = "2021:1.1.1.1", "2025:2.1"
"""A section with a text, and an entry of a contents page that it is said to go on in."""
WHY = "目次の見出しだけがあり、本文は収録テキストになし"


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    topic = topic_entry("walks", "森の歩き方", {"2021": [HELD], "2025": [CONTENTS]})
    world = World().with_crosswalk(topic)
    return world.write(tmp_path_factory.mktemp("linked") / "plan.db")


@pytest.mark.parametrize(("key", "edition"), [(HELD, "2025"), (CONTENTS, "2021")])
def test_what_is_held_of_the_other_is_neither_gone_nor_new(
    linked: Path, key: str, edition: str
) -> None:
    words = ("compare", key, "--with", edition)
    (record,) = json.loads(run(*words, "--json", db=linked).stdout)
    assert record["similarity"] is None
    assert record["facts"] == []
    sides = [side for pair in record["differences"] for side in (pair["left"], pair["right"])]
    assert {op for side in sides for op, _ in side} == {"other"}
    with Plan(linked) as plan:
        held = [block.text for block in plan.section_text(HELD).blocks]
    assert "".join(text for side in sides for _, text in side) == "".join(held)
    printed = run(*words, "--lang", "ja", db=linked).stdout
    assert printed.count(WHY) == 1
    assert not [line for line in printed.splitlines() if line.startswith(("- ", "+ "))]
    assert all(f"  {text}" in printed for text in held)
    exported = run("export", *words, "-o", "-", "--lang", "ja", db=linked).stdout
    assert exported.count(f"*{WHY}*") == (2 if key == CONTENTS else 1)  # once in the whole text
    assert "~~" not in exported
    assert "<del>" not in exported
    assert "だけの語" not in exported


def test_a_table_of_old_and_new_says_why_nothing_stands_beside(linked: Path) -> None:
    with Plan(linked) as plan:
        table = old_new_table(plan, [plan.section(HELD)], ["2025"])
        states = {step.state for group in table.groups for row in group.rows for step in row.steps}
    assert states == {RowState.NOT_HELD}
    words = ("export", "compare", HELD, "--with", "2025", "--layout", "table", "-o", "-")
    exported = run(*words, "--lang", "ja", db=linked).stdout
    assert exported.count(WHY) == 1
    assert "本文の収録なし：" in exported
    assert "対応箇所なし" not in exported
    assert "削除" not in exported


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_screen_says_so_in_the_head(linked: Path, size: tuple[int, int]) -> None:
    app = PlanApp(linked, language=Language.JA)
    async with comparing(app, HELD, size=size) as pilot:
        drawn = await settled(app, pilot)
        while "2025年版 継続" not in drawn and "2025年版 改題" not in drawn:
            await pilot.press("l")
            drawn = await settled(app, pilot)
        assert "目次のみ" in drawn
        assert "共通" not in drawn
        assert "差分" not in drawn
        await pilot.press("v")
        assert "比べられません" in await settled(app, pilot)
