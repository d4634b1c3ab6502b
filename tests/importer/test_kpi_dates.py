"""Each KPI stands for itself: no date of another is the one that its 同年 or 前年 refers to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from tests.worlds.world import World


def _dates_of_two(first: str, second: str) -> list[list[str | None]]:
    """Return the first days of the dates of two KPIs of one section."""
    world = World()
    section, number = Counter(kpi.section_id for kpi in world.rows.kpis).most_common(1)[0]
    assert number > 1
    texts = iter((first, second))
    world.rows.kpis = [
        replace(kpi, text=next(texts, "橋の数")) if kpi.section_id == section else kpi
        for kpi in world.rows.kpis
    ]
    one, other = [kpi.id for kpi in world.rows.kpis if kpi.section_id == section][:2]
    dates = world.with_facts().rows.dates
    return [[date.start for date in dates if date.kpi_id == kpi] for kpi in (one, other)]


def test_a_kpi_is_no_anchor_of_the_next() -> None:
    first = "2031年度までに橋を直す"
    assert _dates_of_two(first, "前年より多くの橋を直す") == [["2031-04-01"], []]
    assert _dates_of_two(first, "同年度末に水車を開く") == [["2031-04-01"], []]


def test_a_kpi_has_its_dates_as_anchors() -> None:
    assert _dates_of_two("橋の数", "2031年度に橋を、翌年度に水車を直す")[1] == [
        "2031-04-01",
        "2032-04-01",
    ]
