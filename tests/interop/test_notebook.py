"""The notebook of the documentation runs, and its tables are those of the commands."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.changes import changes_view
from plan_tui.views.kpis import kpis_view
from plan_tui.views.targets import targets_view
from plan_tui.views.words import words_view

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "database.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cells() -> dict[str, Any]:
    """What the notebook leaves, by the names of its variables."""
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    variables: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        exec(code, variables)
    variables["plan"].close()
    return variables


def test_deadlines_are_counted_by_year_and_edition(cells: dict[str, Any], real: Plan) -> None:
    records = targets_view(real, Language.JA, "2026-01-01").records()
    dated = [record for record in records if record["fiscal_year"]]
    counts = Counter((record["fiscal_year"], record["edition"]) for record in dated)
    table = cells["by_year"].stack()
    assert {key: count for key, count in table.items() if count} == counts


def test_days_are_days_and_numbers_are_numbers(cells: dict[str, Any], real: Plan) -> None:
    records = kpis_view(real, Language.JA).rows()
    promised = Counter((record["kind"], record["status"]) for record in records)
    assert {k: n for k, n in cells["promised"].stack().items() if n} == promised
    assert cells["numbers"]["key"].tolist() == [
        record["key"]
        for record in records
        if record["value"] is not None and (record["due"] or "9999") <= "2026-03-31"
    ]
    assert cells["kpis"]["due"].dtype.kind == "M"
    assert cells["targets"]["end"].notna().sum() == sum(
        record["end"] is not None for record in targets_view(real, Language.JA, "").records()
    )


def test_the_fate_of_cards_is_what_the_command_says(cells: dict[str, Any], real: Plan) -> None:
    rows = changes_view(real, Language.JA, "2021", "2025", "kind:measure").rows()
    cards = [row for row in rows if row["from_key"] in set(cells["cards"]["key"])]
    assert cells["by_chapter"].sum().to_dict() == Counter(str(row["relation"]) for row in cards)


def test_words_are_counted_as_the_command_counts(cells: dict[str, Any], real: Plan) -> None:
    for record in words_view(real, Language.JA, ["医療"]).records():
        row = cells["counted"].loc[record["edition"]]
        assert (row["times"], row["characters"]) == (record["count"], record["characters"])
        assert row["per_10000"] == pytest.approx(record["per_10000"], abs=0.001)
