"""The same place in the edition before or after."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.compare.sections.next_edition import neighbours
from plan_tui.store.plan import Plan
from tests.worlds import named
from tests.worlds.crosswalk import topic_entry

_TWICE = "\n".join(
    (
        'read = ["2021", "2022", "2025"]',
        topic_entry("one", "段落を指す", {"2021": ["2021:1.1.1"], "2022": ["2022:1.1#1"]}),
        topic_entry(
            "other", "全体を指す", {"2021": ["2021:1.1.1"], "2022": ["2022:1.1", "2022:1.1.1"]}
        ),
        topic_entry("third", "間の版にない", {"2021": ["2021:M1-1"], "2025": ["2025:1.1.1"]}),
    )
)


@pytest.mark.parametrize(
    ("key", "step", "edition", "skipped", "found"),
    [
        ("2021:1.1.1", 1, "2022", (), {"2022:1.1", "2022:1.1.1"}),
        ("2025:1.1.1", -1, "2021", ("2022",), {"2021:M1-1"}),
        ("2025:1.1.1", 1, "", (), set()),
        ("2021:1.1.1", -1, "", (), set()),
    ],
)
def test_each_section_once_however_many_topics_it_shares(
    tmp_path: Path, key: str, step: int, edition: str, skipped: tuple[str, ...], found: set[str]
) -> None:
    with Plan(named.crosswalked(_TWICE).write(tmp_path / "plan.db")) as plan:
        there = neighbours(plan, plan.section(key), step)
    keys = [section.key for _, section in there.linked]
    assert (there.edition, there.skipped) == (edition, skipped)
    assert len(keys) == len(found)
    assert set(keys) == found
