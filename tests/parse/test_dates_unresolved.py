"""Times of which nobody can tell the days, and years taken from the context. All is made up."""

from __future__ import annotations

import pytest

from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.text.calendar import DateBasis

CONTEXT = DateContext("2025-06-13")

# text · printed words · modality · target
UNRESOLVED = """
早期に橋を直す。|早期||1
早期の実現を目指す。|早期|目指す|1
橋の早期完成に向け、早期実装を図る。|早期||1
早急に橋を直す。|早急||1
早急に橋を直す（橋は三つ）。|早急||1
できるだけ早く橋を直す。|できるだけ早く||1
できる限り早い時期に橋を直す。|できる限り早い時期||1
可能な限り速やかに橋を直す。|可能な限り速やか||1
なるべく早期に橋を直す。|なるべく早期||1
当面の間は渡しを使う。|当面の間||0
当分の間、渡しを使う。|当分の間||0
当面、渡しを使う。|当面||0
次期通常国会への提出を目指す。|次期通常国会|目指す|1
次期臨時国会までに案を示す。|次期臨時国会|まで|1
次の国会に案を出す。|次の国会||1
次期国会に案を出す。|次期国会||1
今国会で成立した規則による。|今国会||0
今通常国会において成立した規則による。|今通常国会||0
９月末までに橋を直す。|９月末|まで|1
九月末までに橋を直す。|九月末|まで|1
４月１日に橋を開く。|４月１日||1
10月上旬に橋を開く。|10月上旬||1
12月中に橋を開く。|12月|中|1
４月から９月まで橋を閉じる。|４月から９月|まで|1
４～９月に橋を閉じる。|４～９月||1
11月頃の開通を予定している。|11月|頃 予定|1
"""


@pytest.mark.parametrize("row", UNRESOLVED.strip().split("\n"))
def test_no_end_is_made_up(row: str) -> None:
    text, words, modality, target = row.split("|")
    (mention,) = find_dates(text, CONTEXT)
    assert mention.text == words
    assert text[mention.offset :].startswith(words)
    assert (mention.start, mention.end, mention.end_known) == (None, None, False)
    assert mention.basis is DateBasis.UNRESOLVED
    assert mention.modality == (modality or None)
    assert mention.is_target is (target == "1")
    assert not mention.inferred


@pytest.mark.parametrize(
    "text",
    [
        "病を早期に発見する", "早期発見の仕組み", "早期警戒の網", "早期の治療", "発災後早期の報",
        "揺れを早期に分析できる体制", "早期に気付く", "早期に避難する",
        "速やかに届ける", "迅速に届ける", "当面する課題", "当面の課題", "国会に報告する", "３か月",
        "国会図書館", "三月以内に開く", "３月ごとに開く", "一月に一回開く",
        "毎年４月に開く", "毎年度、３月末までに開く", "例年９月", "毎月開く",
        "一月当たり", "第３四月会", "五月雨", "次の会", "2025年２月30日", "3.11", "２月号",
    ],
)  # fmt: skip
def test_what_is_no_time_is_not_found(text: str) -> None:
    assert find_dates(text, CONTEXT) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("令和７年度までの可能な限り早期に開く", ["令和７年度"]),
        ("令和８年度早期に開く", ["令和８年度早期"]),
        ("2026年度中のできるだけ早い時期に開く", ["2026年度"]),
        ("2026年４月に始め、10月に終える", ["2026年４月", "10月"]),
        ("令和８年の通常国会に出す", ["令和８年"]),
    ],
)
def test_a_time_within_a_date_has_that_dates_end(text: str, words: list[str]) -> None:
    mentions = find_dates(text, CONTEXT)
    assert [mention.text for mention in mentions] == words
    assert all(mention.end_known for mention in mentions)


def test_a_time_without_days_gives_no_year_to_what_follows() -> None:
    first, second = find_dates("次期通常国会に出し、同年10月に始める", CONTEXT)
    assert (first.end_known, second.end_known) == (False, False)


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("2026年６月に始め、同年10月に終える", [False, True]),
        ("2026年６月に始め、翌月に終える", [False, True]),
        ("2026年６月に始め、翌年に終える", [False, True]),
        ("2026年６月に始め、翌年度に終える", [False, True]),
        ("2026年６月に始め、同月中に終える", [False, True]),
        ("2026年６月に始め、10月に終える", [False, True]),
        ("2026年６月27日・28日に催す", [False, True]),
        ("2026年６月27日と翌28日に催す", [False, True]),
        ("令和８年４・５月に催す", [False, True]),
        ("今年度に催す", [True]),
        ("来春に催す", [True]),
        ("本年度（令和７年度）に催す", [False]),
        ("2026年４月～６月に催す", [False]),
        ("令和８・９年度に催す", [False, False]),
    ],
)
def test_a_year_or_month_of_the_context_is_marked(text: str, inferred: list[bool]) -> None:
    assert [mention.inferred for mention in find_dates(text, CONTEXT)] == inferred


PARTS = """
2026年度第２四半期|2026-07-01..2026-09-30|quarter
2026年第一四半期|2026-01-01..2026-03-31|quarter
令和８年度下期|2026-10-01..2027-03-31|half
令和８年度前期|2026-04-01..2026-09-30|half
2026年前半|2026-01-01..2026-06-30|half
2026年後半|2026-07-01..2026-12-31|half
2026年中頃|2026-04-01..2026-09-30|part
2026年央|2026-04-01..2026-09-30|part
2026年の年央|2026-04-01..2026-09-30|part
2026年度半ば|2026-07-01..2026-12-31|part
2026年初頭|2026-01-01..2026-03-31|part
2026年４月前半|2026-04-01..2026-04-15|part
2026年４月後半|2026-04-16..2026-04-30|part
2026年４月半ば|2026-04-11..2026-04-20|part
2026年４月中頃|2026-04-11..2026-04-20|part
2026年４月初め|2026-04-01..2026-04-10|part
2026年２月下旬|2026-02-21..2026-02-28|part
2026年秋|2026-09-01..2026-11-30|season
2026年度末|2027-03-31..2027-03-31|fiscal_year
2026年４月末|2026-04-30..2026-04-30|month
"""


@pytest.mark.parametrize("row", PARTS.split())
def test_parts_of_years_and_months_are_told_apart(row: str) -> None:
    words, days, basis = row.split("|")
    (mention,) = find_dates(f"{words}に橋を開く", CONTEXT)
    assert (mention.text, f"{mention.start}..{mention.end}") == (words, days)
    assert mention.basis == basis


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("令和７年度後半に始め、同年度末に終える", ("2026-03-31", "2026-03-31")),
        ("2026年度第４四半期に始め、翌年度に終える", ("2027-04-01", "2028-03-31")),
        ("2026年４月上旬に始め、同月下旬に終える", ("2026-04-21", "2026-04-30")),
    ],
)
def test_a_part_is_what_later_dates_refer_to(text: str, days: tuple[str, str]) -> None:
    context = CONTEXT.after(find_dates(text.split("、")[0], CONTEXT))
    (mention,) = find_dates(text.split("、")[1], context)
    assert (mention.start, mention.end) == days
