"""KPIs, one a row: what each promises, and by when; the view of SQL says the same."""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.model.enums import Comparator
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.kpis import kpis_view
from plan_tui.views.measures import measures_view
from tests.command_line import run
from tests.parse.test_measures import card_of
from tests.worlds.world import World

FACTS = ("status", "value", "unit", "comparator", "due", "due_place")
TEXTS = (
    ("巣箱の数（令和５年度（2023年度）までに40か所以上）", 40, "か所", ">=", "2024-03-31", "kpi"),
    ("棚の点検率（令和元年度（2019年度）：8.5％）を令和６年度（2024年度）までに90％とする",
     90, "%", None, "2025-03-31", "kpi"),
    ("巣箱の数（平成30年度（2018年度）末時点で約12か所）の増加", None, None, None, None, None),
    ("返却に要する時間を３割削減", 30, "%", None, None, None),
    ("未設定（３回の試行の後に設定）", None, None, None, None, None),
    ("令和７年度（2025年度）から順次公開", None, None, None, None, "kpi"),
    ("梟の案内の開始（令和４年度（2022年度）中）、結果の公表（令和３年度（2021年度）中）",
     None, None, None, "2022-03-31", "kpi"),
    ("貸出の件数5,000件又は10,000件以上", 5000, "件", None, None, None),
    ("早期に公開する", None, None, None, None, "kpi"),
)  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World().with_facts().with_english_title("2021:M1-1", "One card for all")
    return world.write(tmp_path_factory.mktemp("kpis") / "plan.db")


@pytest.fixture
def plan(database: Path) -> Iterator[Plan]:
    with Plan(database) as plan:
        yield plan


def rows_of_sql(path: Path) -> list[dict[str, object]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("select * from v_kpis")]


def asked_for(plan: Plan) -> list[dict[str, object]]:
    view = kpis_view(plan, Language.JA)
    return [{name: row[name] for name in view.columns} for row in view.rows()]


@pytest.mark.parametrize(("text", *FACTS[1:]), TEXTS, ids=range(len(TEXTS)))
def test_a_kpi_says_what_it_promises_and_by_when(
    text: str,
    value: float | None,
    unit: str | None,
    comparator: str | None,
    due: str | None,
    due_place: str | None,
    plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = card_of(plan.measures()[-1], text)
    monkeypatch.setattr(Plan, "measures", lambda _: (card,))
    (row,) = asked_for(plan)
    assert row["text"] == text
    assert [row[name] for name in FACTS[1:]] == [value, unit, comparator, due, due_place]


def test_a_kpi_without_a_date_of_its_own_has_none(plan: Plan) -> None:
    rows = {(row["key"], row["kind"], row["ordinal"]): row for row in asked_for(plan)}
    with_date, other = rows["2021:M1-1", "progress", 1], rows["2021:M1-1", "outcome", 1]
    assert (with_date["due"], with_date["due_place"]) == ("2025-03-31", "kpi")
    assert with_date["title_en"] == "One card for all"
    assert with_date["measure"] == "1-1"
    assert (other["due"], other["due_printed"], other["due_place"]) == (None, None, None)


def test_every_due_date_is_printed_in_its_kpi(real: Plan) -> None:
    dated = [row for row in asked_for(real) if row["due_printed"]]
    assert dated
    for row in dated:
        assert "".join(str(row["due_printed"]).split()) in "".join(str(row["text"]).split())
        assert row["due_place"] == "kpi"


def test_the_view_of_sql_says_the_same(database: Path, plan: Plan) -> None:
    assert rows_of_sql(database) == asked_for(plan)


@pytest.mark.parametrize("number", range(5))
def test_the_view_of_sql_says_the_same_of_many_made_up_kpis(number: int, tmp_path: Path) -> None:
    """The texts take the places of the made-up plan's KPIs, by turns."""
    world = World()
    texts = [text for text, *_ in TEXTS[number:] + TEXTS[:number]]
    world.rows.kpis = [
        replace(kpi, text=texts[place % len(texts)], status=kpi_status(texts[place % len(texts)]))
        for place, kpi in enumerate(world.rows.kpis)
    ]
    path = world.with_facts().write(tmp_path / "plan.db")
    with Plan(path) as plan:
        rows = asked_for(plan)
    assert rows_of_sql(path) == rows
    assert len(rows) == len(world.rows.kpis)


def test_the_view_of_sql_says_the_same_of_the_real_plan(real_database: Path, real: Plan) -> None:
    rows = asked_for(real)
    assert rows_of_sql(real_database) == rows
    assert len(rows) == sum(len(card.kpis) for card in real.measures())
    assert {row["comparator"] for row in rows} <= {None, *map(str, Comparator)}


@pytest.mark.parametrize("asked", ["kpi:unset", "-kpi:unset", "kpi:quantitative|milestone"])
def test_a_filter_of_statuses_asks_about_the_kpi_itself(asked: str, real: Plan) -> None:
    values = asked.partition(":")[2].split("|")
    rows = [
        row for row in asked_for(real) if (row["status"] in values) is not asked.startswith("-")
    ]
    printed = kpis_view(real, Language.JA, asked)
    wanted = {(row["key"], row["kind"], row["ordinal"]) for row in rows}
    given = {(row["key"], row["kind"], row["ordinal"]) for row in printed.rows()}
    assert given == wanted != set()


def test_statuses_are_in_line_with_their_kpis_and_dates_apart(real: Plan) -> None:
    both = 0
    for row in measures_view(real, Language.JA).rows():
        for kind in ("progress", "outcome"):
            assert row[f"{kind}_status"] == [kpi["status"] for kpi in row[kind]]
        both += bool(row["kpi_due"] and row["text_due"])
    assert both


def test_the_command_prints_a_table(database: Path) -> None:
    printed = run("kpis", "chapter:I", "--format", "csv", db=database).stdout
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"), newline="")))
    assert [row["measure"] for row in rows] == ["'1-1", "'1-1", "'1-2", "'1-2"]
    english = run("kpis", "--lang", "en", db=database).stdout
    assert english.startswith("2021:M1-1  One card for all\n  KPI (progress) ")
    assert run("kpis", "kpi:unset", "chapter:II", db=database).returncode == 1
