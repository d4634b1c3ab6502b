"""The views for people who write SQL give the rows of the commands that they stand for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from plan_tui.store.plan import Plan
from plan_tui.store.printed_text_queries import texts
from plan_tui.text.language import Language
from plan_tui.views.changes import changes_view
from plan_tui.views.kpis import kpis_view
from plan_tui.views.measures import measures_view
from plan_tui.views.targets import targets_view
from plan_tui.views.tree import tree_view
from plan_tui.views.view import Record
from tests.worlds.world import World

PLANS = ("real", "crosswalked", "made_up", "suggested", "eight")


@pytest.fixture
def suggested(suggested_database: Path) -> Iterator[Plan]:
    """The made-up plan with dates of every kind."""
    with Plan(suggested_database) as plan:
        yield plan


@pytest.fixture
def eight(eight_database: Path) -> Iterator[Plan]:
    """Eight editions, several of which hold measures."""
    with Plan(eight_database) as plan:
        yield plan


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest) -> Plan:
    chosen: Plan = request.getfixturevalue(request.param)
    return chosen


def rows_of(plan: Plan, view: str) -> list[Record]:
    names = [name for _, name, *_ in plan.database.rows(f"pragma table_info({view})")]
    rows = plan.database.rows(f"select * from {view}")
    return [dict(zip(names, row, strict=True)) for row in rows]


def or_null(value: object) -> object:
    """Return NULL for an empty text: commands print both alike."""
    return None if value == "" else value


def assert_the_same(
    in_sql: list[Record], printed: list[Record], renamed: dict[str, str], *others: str
) -> None:
    """Compare all columns but the ``others``, which the command does not print."""
    for row, record in zip(in_sql, printed, strict=True):
        names = [name for name in row if name not in others]
        wanted = {name: or_null(record[renamed.get(name, name)]) for name in names}
        assert {name: or_null(row[name]) for name in names} == wanted


def test_the_outline_is_that_of_the_tree(plan: Plan) -> None:
    printed = tree_view(plan, Language.JA, contents=True).records()
    assert_the_same(rows_of(plan, "v_outline"), printed, {})


def test_the_targets_are_those_of_the_command(plan: Plan) -> None:
    printed = targets_view(plan, Language.JA, "2026-01-01").records()
    rows = rows_of(plan, "v_targets")
    assert_the_same(rows, printed, {"text": "date"}, "inferred", "passage")
    for row, record in zip(rows, printed, strict=True):
        assert record["sentence"] in row["passage"]
        assert row["passage"].startswith(row["text"], row["offset"])


def test_the_measures_are_those_of_the_command(plan: Plan) -> None:
    printed = [
        record
        | {
            f"{kind}{ending}": "\n".join(kpi[field] for kpi in record[kind])
            for kind in ("progress", "outcome")
            for ending, field in (("", "text"), ("_status", "status"))
        }
        for record in measures_view(plan, Language.JA).records()
    ]
    assert_the_same(rows_of(plan, "v_measures"), printed, {})


def test_passages_are_what_is_searched(plan: Plan) -> None:
    titles = {
        (section.key, "title", section.id, section.title)
        for section in plan.sections()
        if not section.toc_only
    }
    keys = {section.id: section.key for section in plan.sections()}
    searched = [(keys[t.section_id], str(t.place), t.row_id, t.text) for t in texts(plan)]
    rows = rows_of(plan, "v_passages")
    listed = [(row["key"], row["place"], row["row_id"], row["text"]) for row in rows]
    assert set(listed) <= titles | set(searched)
    assert len({row[1:3] for row in listed}) == len(listed)
    assert {row[1:] for row in listed} == {row[1:] for row in titles | set(searched)}
    order = {section.key: number for number, section in enumerate(plan.sections())}
    assert [order[row[0]] for row in listed] == sorted(order[row[0]] for row in listed)


def test_the_changes_are_those_of_the_command(plan: Plan) -> None:
    editions = [edition.id for edition in plan.editions()]
    asked = [
        (row["from_edition"], row["to_edition"], row["from_key"], json.loads(row["to_keys"]))
        for row in rows_of(plan, "v_changes")
    ]
    assert asked == [
        (older, newer, row["from_key"], row["to_key"])
        for older, newer in combinations(editions, 2)
        for row in changes_view(plan, Language.JA, older, newer).rows()
    ]


def test_the_kpis_are_those_of_the_command(plan: Plan) -> None:
    assert_the_same(rows_of(plan, "v_kpis"), kpis_view(plan, Language.JA).rows(), {})


def test_every_firmness_is_that_of_the_command(tmp_path: Path) -> None:
    """By every word that loosens a date, alone and among others, and words that hold it."""
    words = (
        "頃",
        "目途",
        "前後",
        "まで 目途",
        "目途 まで",
        "まで",
        "以前 頃",
        "年頃",
        "目途案",
        None,
    )
    key, printed = "2021:1.1", "令和５年度（2023年度）末"
    world = World()
    for modality in words:
        world.with_date(key, printed, "2024-03-31", "2024-03-31", modality)
        world.with_date(key, printed, "2024-04-01", None, modality)
    world.with_date(key, printed, "2024-01-01", "2024-03-31")
    with Plan(world.write(tmp_path / "plan.db")) as plan:
        in_sql = [(row["firmness"], row["fiscal_year"]) for row in rows_of(plan, "v_targets")]
        records = targets_view(plan, Language.JA, "2026-01-01").records()
    assert in_sql == [(record["firmness"], record["fiscal_year"]) for record in records]
    assert {firmness for firmness, _ in in_sql} == {"about", "open", "fiscal_year"}
