"""Of decomposed kana (か and U+3099) the same is read as of composed ones. All is made up."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.compare.promises.goal_numbers import targets_of_kpi
from plan_tui.model.enums import TextPlace
from plan_tui.model.printed_facts import DateMention, Quantity
from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.parse.facts.quantities import find_quantities

DATES = (
    "2027年度",
    "令和９年度末",
    "2024年６月",
    "今年度",
    "次期国会",
    "できるだけ早期",
    "2025年春",
)
BOUNDS = ("までに", "を目途に、", "ごろに", "から", "までは", "に", "中に、")
DEEDS = (
    "橋づくりを終える。", "ビデオの記録がデジタル化されたところである。", "バスの券を作り始めた。",
    "渡しを30か所で開くことを目指す。", "４ヶ所のグラウンドを直す予定である。",
    "水車が約３割減らされる。",
    "およそ二十か国のデータが見込まれている。", "50ギガバイト以下にする。",
    "ガラスの井戸は閉じず、使われている。",
)  # fmt: skip
KPIS = (
    "橋のデジタル化の割合", "バス停の数を30か所とする", "グラウンドの整備を始める",
    "ガラスの井戸の向上",
    "未設定（データを集めてから定める）", "渡しの数（2027年度までに30か所）",
    "村の数40か所（2020年度に20か所）",
)  # fmt: skip
Fact = DateMention | Quantity


def decomposed(text: str) -> str:
    return normalize("NFD", text)


def composed(fact: Fact, text: str) -> Fact:
    """Return a fact of decomposed text as one of the composed text; its place is held."""
    assert text[fact.offset :][: len(fact.text)] == fact.text
    place = len(normalize("NFC", text[: fact.offset]))
    return replace(fact, text=normalize("NFC", fact.text), offset=place)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    parts = ("ガイドは、", "遅くとも", "およそ", "「みどりが丘」では、", "")
    drawn = (st.sampled_from(each) for each in (parts, DATES, BOUNDS, DEEDS))
    return "".join(map(draw, drawn))


@given(st.lists(sentences(), min_size=1, max_size=3), st.sampled_from(list(TextPlace)))
def test_dates_and_quantities_are_the_same(said: list[str], kind: TextPlace) -> None:
    text = "".join(said)
    apart = decomposed(text)
    context = DateContext("2025-06-13", kind)
    dates, quantities = find_dates(apart, context), find_quantities(apart)
    assert tuple(composed(date, apart) for date in dates) == find_dates(text, context)
    assert tuple(composed(number, apart) for number in quantities) == find_quantities(text)


@pytest.mark.parametrize("text", KPIS)
def test_kpis_promise_the_same(text: str) -> None:
    apart = decomposed(text)
    assert kpi_status(apart) is kpi_status(text)
    targets = [targets_of_kpi(each, find_quantities(each), ()) for each in (text, apart)]
    assert targets[0] == targets[1]


def test_a_deadline_that_is_past_is_one_in_either() -> None:
    apart = decomposed("2027年度までに橋づくりを終える。")
    (date,) = find_dates(apart, DateContext("2028-06-12"))
    assert (date.modality, date.is_target, date.text) == ("まで", True, "2027年度")


@pytest.mark.parametrize("sign", ["\u200b", "\ufe00", "\u00ad"])
def test_what_nobody_sees_parts_no_date_and_no_unit(sign: str) -> None:
    text = f"2027{sign}年度ま{sign}でに橋を30か{sign}所直す。"
    (date,), (number,) = find_dates(text, DateContext("2025-06-13")), find_quantities(text)
    assert (date.end, date.modality, date.text) == ("2028-03-31", "まで", f"2027{sign}年度")
    assert (number.unit, number.text) == ("か所", f"30か{sign}所")
