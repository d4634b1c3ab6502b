"""Measure cards: numbers to reach, due dates, order, counts by chapter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.cli.view_arguments import ORDERS
from plan_tui.compare.promises.goal_numbers import targets_of_kpi
from plan_tui.model.enums import (
    KpiKind,
    TextPlace,
)
from plan_tui.model.measure_cards import (
    Order,
    due_dates,
    in_order,
    numeric_targets,
    statuses,
    tallies,
)
from plan_tui.model.records import Kpi, MeasureCard, PrintedDate, PrintedNumber
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.query.grammar import parse_query
from plan_tui.search import filtered_lists
from plan_tui.store.plan import Plan
from plan_tui.text.kana import kana_order
from plan_tui.text.language import Language
from tests.worlds.world import World


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    return Plan(World().with_facts().write(tmp_path_factory.mktemp("facts") / "plan.db"))


@pytest.fixture
def cards(plan: Plan) -> tuple[MeasureCard, ...]:
    return plan.measures()


def card_of(base: MeasureCard, *texts: str) -> MeasureCard:
    """Return a card with KPIs of made-up words, their facts read as a build reads them."""
    kpis, dates, numbers = [], [], []
    for n, text in enumerate(texts, 1):
        kpis.append(Kpi(n, 1, KpiKind.PROGRESS, n, text, kpi_status(text)))
        for d in find_dates(text, DateContext("2021-06-18", TextPlace.KPI)):
            found = (d.text, d.offset, d.start, d.end, d.basis, d.modality or "", d.is_target)
            dates.append(PrintedDate(1, None, n, *found))
        quantities = find_quantities(text)
        targets = targets_of_kpi(text, quantities, [d for d in dates if d.kpi_id == n])
        for q, is_target in zip(quantities, targets, strict=True):
            bound = (q.value, q.unit or "", q.comparator)
            numbers.append(PrintedNumber(1, None, n, q.text, q.offset, *bound, is_target))
    return replace(base, kpis=tuple(kpis), dates=tuple(dates), numbers=tuple(numbers))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("梟の数（令和５年度（2023年度）までに40羽以上）", []),  # 羽 is no unit of the grammar
        ("梟の巣箱の数（令和５年度（2023年度）までに40か所以上）", ["40か所以上"]),
        ("巣箱の数（令和元年度（2019年度）：12か所）", []),
        ("巣箱の数（平成30年度（2018年度）末時点で約12か所）の増加", []),
        (
            "棚の点検率を令和６年度（2024年度）までに90％とする。（令和２年度（2020年度）：8.5％）",
            ["90％"],
        ),
        ("令和２年度（2020年度）比で３割の削減", ["３割"]),
        ("未設定（３回の試行の後に設定）", []),
        ("講習会の費用/20万円に対する修了者の数の比（毎年度末100％超）", ["100％超"]),
        ("利用者２千人以上８千人未満の館のうち、夜間に使える箇所の数（12か所）", ["12か所"]),
        (
            "貸出区画の割合（2024年度までに90％以上）\n※２分の１区画（約500m四方）による。",
            ["90％以上"],
        ),
        ("梟の鳴き声の記録の公開", []),
    ],
)
def test_numbers_to_reach_are_told_from_where_things_stood(
    text: str, numbers: list[str], cards: tuple[MeasureCard, ...]
) -> None:
    found = [number.text for number in numeric_targets(card_of(cards[0], text))]
    assert [text for text in found if "羽" not in text] == numbers


def test_due_dates_are_those_of_the_kpis_by_time(cards: tuple[MeasureCard, ...]) -> None:
    card = card_of(
        cards[0],
        "巣箱の設置（令和７年度（2025年度）末）",
        "案内板の設置（令和５年度（2023年度）末）",
        "鳴き声の公開（令和５年度（2023年度）末）",
        "貸出の開始（令和８年度（2026年度）以降）",
    )
    ends = [date.end for date in due_dates(card)]
    assert ends == ["2024-03-31", "2026-03-31", None]


def test_a_measure_without_a_date_in_its_kpis_is_due_as_its_text_says(
    cards: tuple[MeasureCard, ...],
) -> None:
    first = cards[0]
    assert [date.kpi_id is None for date in due_dates(first)] == [False]
    body = next(date for date in first.dates if date.kpi_id is None)
    bare = replace(first, dates=(body,))
    assert due_dates(bare) == (body,)
    assert due_dates(replace(first, dates=())) == ()


def test_statuses_stand_each_once_the_firmest_first(cards: tuple[MeasureCard, ...]) -> None:
    card = card_of(cards[0], "未設定", "巣箱の数", "未設定（検討中）", "手引の策定")
    assert statuses(card) == ("quantitative", "milestone", "unset")


@pytest.mark.parametrize("order", Order)
def test_sorting_loses_nothing_and_reverses(order: Order, cards: tuple[MeasureCard, ...]) -> None:
    there = in_order(cards, order)
    back = in_order(cards, order, reverse=True)
    assert sorted(c.number for c in there) == sorted(c.number for c in cards)
    assert sorted(c.number for c in back) == sorted(c.number for c in cards)
    assert there == in_order(cards, order)


def test_what_has_nothing_to_sort_by_stands_last(cards: tuple[MeasureCard, ...]) -> None:
    for reverse in (False, True):
        dues = [bool(due_dates(card)) for card in in_order(cards, Order.DUE, reverse=reverse)]
        assert dues == sorted(dues, reverse=True)
        assert not in_order(cards, Order.STATUS, reverse=reverse)[-1].kpis


def test_titles_sort_by_reading_or_by_english_letters(real: Plan) -> None:
    cards = real.measures()
    japanese = [card.section.title for card in in_order(cards, Order.TITLE)]
    assert japanese.index("AIチャットボット等の活用") < next(
        n for n, title in enumerate(japanese) if title.startswith("Ｌアラート")
    )
    english = [card.section.title_en or "" for card in in_order(cards, Order.TITLE, Language.EN)]
    assert [title[0] for title in english] == sorted(title[0] for title in english)


@pytest.mark.parametrize(
    "readings",
    [
        ("えーあい", "えるあらーと"),
        ("かき", "がき", "かきゅう"),
        ("きゃく", "きやく", "きよう"),
        ("さーばー", "さい"),
        ("はば", "ばば", "ぱぱ", "はまべ"),
    ],
)
def test_kana_stand_in_the_order_of_a_dictionary(readings: tuple[str, ...]) -> None:
    assert sorted(readings, key=kana_order) == list(readings)


def test_due_sorts_by_time(cards: tuple[MeasureCard, ...]) -> None:
    early = card_of(cards[1], "巣箱の設置（令和３年度（2021年度）末）")
    late = card_of(cards[0], "巣箱の設置（令和９年度（2027年度）末）")
    assert in_order([late, early], Order.DUE) == (early, late)
    assert in_order([late, early], Order.DUE, reverse=True) == (late, early)


def test_tallies_by_chapter(cards: tuple[MeasureCard, ...]) -> None:
    found = {t.chapter: t for t in tallies(cards)}
    assert list(found) == ["I", "II"]
    first, second = found.values()
    assert (first.measures, first.kpis, first.set, first.unset, first.without) == (2, 4, 2, 2, 0)
    assert (second.measures, second.kpis, second.unset, second.without) == (2, 3, 0, 1)
    assert (first.numeric, second.numeric) == (1, 1)


def test_a_list_given_an_index_is_that_made_without(plan: Plan) -> None:
    from plan_tui.search.search_index import SearchIndex

    query = parse_query("図書館 -夜間")
    alone = filtered_lists.measures(plan, query, Order.TITLE)
    cards = plan.measures()
    index = SearchIndex(plan)
    assert alone
    assert filtered_lists.select_measures(plan, cards, query, Order.TITLE, index=index) == alone


def test_the_command_line_knows_the_orders() -> None:
    assert list(ORDERS) == [str(order) for order in Order]


def test_all_real_kpis_have_a_status_and_few_measures_have_none(real: Plan) -> None:
    cards = real.measures()
    assert len(cards) == 149
    assert all(kpi.status for card in cards for kpi in card.kpis)
    assert sum(t.kpis for t in tallies(cards)) == sum(len(card.kpis) for card in cards)
