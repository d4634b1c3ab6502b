"""Filters as people type them with an input method: signs, eras, Japanese names and values."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import UsageError
from plan_tui.labels.kind_names import DOCUMENT_KINDS, SECTION_KINDS
from plan_tui.labels.measure_names import KPI_STATUSES
from plan_tui.query.completion import completions
from plan_tui.query.due import parse_due
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.filter_spec import FilterSpec
from plan_tui.query.filters import FILTERS
from plan_tui.query.grammar import parse_query, quoted
from plan_tui.query.selector import section_test
from plan_tui.query.value_names import (
    DOCUMENT_KIND_NAMES,
    KIND_NAMES,
    STATUS_NAMES,
    TRAIT_NAMES,
    ValueNames,
)
from plan_tui.search.target_list import TargetList
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Language, Phrase
from tests.worlds import named


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        *((f"{minus}kpi:unset 梟", "-kpi:unset 梟") for minus in "ー‐‑–−－﹣—―─ｰ"),
        *((f"edition:2021{minus}12", "edition:2021-12") for minus in "ー‐‑–−－﹣—―─ｰ"),
        *((f"edition:2021{comma}2025", "edition:2021,2025") for comma in "、，､﹐︐"),
        *((f"kind{colon}measure", "kind:measure") for colon in "：﹕︓∶"),
        ("ーｋｐｉ：ｕｎｓｅｔ", "-kpi:unset"),
        ("‐ＫＩＮＤ：ｓｌｉｄｅ", "-kind:slide"),
        ("under:2021:M1ー8", "under:2021:M1-8"),
        ("ー版：２０２１ー１２、２０２５", "-edition:2021-12,2025"),
        ("ー種類：施策　梟", "-kind:measure 梟"),
        ("due:2025ー03", "due:2025-03"),
        ("-鳩", "-鳩"),
        ("‐鳩", "-鳩"),
    ],
)
def test_what_an_input_method_types_is_what_is_meant(typed: str, plain: str) -> None:
    query, meant = parse_query(typed), parse_query(plain)
    assert (query.words, query.without) == (meant.words, meant.without)
    assert query.filters == meant.filters


@pytest.mark.parametrize(
    "word",
    ["サーバー", "ーサーバー", "―梟の声―", "コピー・アンド・ペースト", "ー", "データー:梟",
     "ー注:梟", "夜間ーkpi"],
)  # fmt: skip
def test_the_long_vowel_mark_of_a_word_is_no_minus(word: str) -> None:
    query = parse_query(word)
    assert (query.words, query.without, query.filters) == ((word,), (), ())


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("令和元年", "2019"),
        ("令和七年度", "令和7年度"),
        ("R7年度", "FY2025"),
        ("Ｒ７年度", "FY2025"),
        ("令和７年３月", "2025-03"),
        ("令和七年三月", "2025-03"),
        ("令和七年十二月三十一日", "2025-12-31"),
        ("令和元年五月一日", "2019-05-01"),
        ("令和元年度", "FY2019"),
        ("R元年", "2019"),
        ("平成元", "1989"),
        ("平成三十一年度", "FY2019"),
        ("昭和六十四年", "1989"),
        ("大正十五年", "1926"),
        ("二〇二五年度", "FY2025"),
        ("二○二五年", "2025"),
        ("二千二十五年", "2025"),
        ("㋿7年", "2025"),
        ("㍻31年度", "FY2019"),
        ("㍼100年", "2025"),
        ("2025・3", "2025-03"),
        ("2025年度三月", "2026-03"),
        ("＜＝2025ー03", "<=2025-03"),
        ("≦2025年", "<=2025"),
        ("≧令和七年", ">=2025"),
        ("＞2025", ">2025"),
        ("〈2025", "<2025"),
        ("＝2025", "2025"),
        ("2025年度まで", "<=FY2025"),
        ("2025年3月以前", "<=2025-03"),
        ("令和八年以降", ">=2026"),
        ("2026年から", ">=2026"),
        ("2026年より前", "<2026"),
        ("2024〜2026", "2024..2026"),
        ("2024～2026", "2024..2026"),
        ("2024。。2026", "2024..2026"),
        ("2024…2026", "2024..2026"),
        ("2024ー2026", "2024..2026"),
        ("R6ーR8", "2024..2026"),
        ("令和六年度から令和八年度まで", "FY2024..FY2026"),
        ("2024-03-2025-03", "2024-03..2025-03"),
    ],
)
def test_dates_are_read_in_every_notation(typed: str, plain: str) -> None:
    (condition,) = parse_query(f"due:{typed}").filters
    assert parse_due(condition.values[0]) == parse_due(plain)
    assert parse_query(f"開始:{typed}").filters[0].name == "starts"


@pytest.mark.parametrize(
    "typed", ["七月", "令和", "元年", "十", "七年度", "2024から梟", "令和七年十三月"]
)
def test_what_is_no_date_is_told(typed: str) -> None:
    with pytest.raises(UsageError, match="due:"):
        parse_query(f"due:{typed}")
    with pytest.raises(UsageError, match="starts:"):
        parse_query(f"starts:{typed}")


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("kpi:未設定", "kpi:unset"),
        ("指標:定量", "kpi:quantitative"),
        ("kpi:マイルストーン、定性", "kpi:milestone|qualitative"),
        ("kpi:ﾏｲﾙｽﾄｰﾝ", "kpi:milestone"),
        ("kind:施策", "kind:measure"),
        ("ー種類:スライド", "-kind:slide"),
        ("種別：前文｜部", "kind:preface|part"),
        ("has:脚注", "has:footnote"),
        ("含む:表", "has:table"),
        ("含む:期限", "has:target"),
        ("含む:ＫＰＩ", "has:kpi"),
        ("版:2025年", "edition:2025"),
        ("版:二〇二五年版", "edition:2025"),
        ("版:令和七年", "edition:2025"),
        ("版:R7", "edition:2025"),
        ("版:2021年12月", "edition:2021-12"),
        ("版:令和三年十二月", "edition:2021-12"),
        ("章:３", "chapter:III"),
        ("章:三", "chapter:III"),
        ("章:第三章", "chapter:III"),
        ("章:Ⅲ", "chapter:III"),
        ("期日:2025", "due:2025"),
        ("配下:2021:2.1", "under:2021:2.1"),
    ],
)
def test_names_and_values_are_japanese_as_well(typed: str, plain: str) -> None:
    assert parse_query(typed).filters == parse_query(plain).filters


@pytest.mark.parametrize("spec", FILTERS, ids=lambda spec: spec.name)
def test_a_filter_has_a_japanese_name_and_an_example(spec: FilterSpec, real: Plan) -> None:
    assert spec.japanese
    assert spec.japanese_example.startswith(tuple(f"{name}:" for name in spec.japanese))
    facts = FilterFacts(real)
    kept = list(filter(section_test(parse_query(spec.japanese_example), facts), facts.sections))
    assert len(kept) < len(facts.sections)


@pytest.mark.parametrize("names", [KIND_NAMES, STATUS_NAMES, TRAIT_NAMES])
def test_no_japanese_value_stands_for_two(names: ValueNames) -> None:
    folded = [fold_spelling(form) for value, forms in names.items() for form in {value, *forms}]
    assert len({*folded}) >= len(folded) - 1  # KPI is written as its value


def test_a_value_is_called_what_the_screens_call_it() -> None:
    assert {kind: names[0] for kind, names in KIND_NAMES.items()} == {
        kind: words.ja for kind, words in SECTION_KINDS.items()
    }
    assert {status: names[0] for status, names in STATUS_NAMES.items()} == {
        status: words.ja for status, words in KPI_STATUSES.items()
    }
    assert {kind: words.ja for kind, words in DOCUMENT_KINDS.items()} == DOCUMENT_KIND_NAMES


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        ("文書:概要", {"overview-2022"}),
        ("文書:本文", {"plan-2021", "plan-2025"}),
        ("document:2021年本文", {"plan-2021"}),
        ("文書:2021年12月説明資料", {"hearing-2022"}),
        ("文書:本文、概要", {"plan-2021", "plan-2025", "overview-2022"}),
        ("文書:plan-2025", {"plan-2025"}),
        ("版:2025年6月", {"plan-2025"}),
    ],
)
def test_documents_are_called_in_japanese(typed: str, documents: set[str], real: Plan) -> None:
    facts = FilterFacts(real)
    kept = filter(section_test(parse_query(typed), facts), facts.sections)
    assert {section.document_id for section in kept} == documents


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("梟 k", Language.JA, ["kind:", "kpi:"]),
        ("指", Language.EN, ["指標:"]),
        ("ー期", Language.JA, ["期限:"]),
        ("-", Language.JA, [f"{spec.japanese[0]}:" for spec in FILTERS]),
        ("-", Language.EN, [f"{spec.name}:" for spec in FILTERS]),
        ("has:f", Language.JA, ["has:footnote"]),
        ("has:脚", Language.EN, ["has:脚注"]),
        ("has：きゃ", Language.JA, []),
        ("含む:", Language.JA, ["含む:脚注", "含む:表", "含む:KPI", "含む:本文"]),
        ("含む:", Language.EN, ["含む:footnote", "含む:table", "含む:kpi", "含む:text"]),
        ("kind:ﾌﾞ", Language.JA, []),
        ("種類:前", Language.JA, ["種類:前文"]),
        ("kind:prefa", Language.JA, ["kind:preface"]),
    ],
)  # fmt: skip
def test_completion_goes_on_in_the_script_that_is_typed(
    typed: str, language: Language, offered: list[str], made_up: Plan
) -> None:
    facts = FilterFacts(made_up)
    every = completions(typed, facts, lambda query: facts.sections, None, language)
    assert [completion.word for completion in every] == offered
    assert all(parse_query(word).filters for word in offered if not word.endswith(":"))


# What is left out for being open


@pytest.fixture(scope="module")
def open_ended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with dates that lack an end, a beginning, or both."""
    world = named.linked()
    for start, end in (
        *(("2025-04-01", None), ("2025-04-01", None), ("2026-04-01", None)),
        *((None, "2026-03-31"), (None, None)),
    ):
        world.with_date("2021:M2-1", "令和７年度（2025年度）", "2025-04-01", None)
        world.rows.dates[-1] = replace(world.rows.dates[-1], start=start, end=end)
    return world.write(tmp_path_factory.mktemp("open") / "plan.db")


UNDATED = Phrase(
    "ほかに期日の不明なもの 1件（期限:を外すと一覧の末尾）",
    "1 more has no known day (last in the list without due:)",
)


@pytest.mark.parametrize(
    ("query", "ja", "en"),
    [
        ("", [], []),
        ("edition:2021", [], []),
        ("-due:2025年度", [], []),
        ("due:>=2025年度", [UNDATED.ja], None),
        ("due:2031", [UNDATED.ja],
         [UNDATED.en]),
        ("due:2025年度", ["ほかに2025年度から始まるもの 2件", UNDATED.ja],
         ["2 more start in FY2025", UNDATED.en]),
        ("期限:令和八年度 種類:施策", ["ほかに2026年度から始まるもの 1件", UNDATED.ja],
         ["1 more starts in FY2026", UNDATED.en]),
        ("due:2025年度、2026年度",
         ["ほかに2025年度から、2026年度から始まるもの 3件", UNDATED.ja],
         ["3 more start in FY2025 or in FY2026", UNDATED.en]),
        ("due:<=2025年度", ["ほかに2025年度までに始まるもの 2件", UNDATED.ja],
         ["2 more start by FY2025", UNDATED.en]),
        ("due:2025..2026", ["ほかに2025年～2026年に始まるもの 3件", UNDATED.ja],
         None),
        ("due:2025年度 edition:2025", [], []),
        ("due:2025年度 梟の予定表", [], []),
        ("starts:2025年度",
         ["ほかに2025年度に終わり、始まりの定めのないもの 1件",
          UNDATED.ja.replace("期限", "開始")],
         ["1 more without a start ends in FY2025", UNDATED.en.replace("due", "starts")]),
    ],
)  # fmt: skip
def test_a_filter_says_how_many_open_ones_it_leaves_out(
    query: str, ja: list[str], en: list[str] | None, open_ended: Path
) -> None:
    with Plan(open_ended) as plan:
        phrases = TargetList(plan).left_out(parse_query(query))
    assert [phrase.ja for phrase in phrases] == ja
    assert en is None or [phrase.en for phrase in phrases] == en


@pytest.mark.parametrize(
    ("query", "starts"),
    [
        ("開始:2025年度", 2),
        ("starts:FY2025", 2),
        ("starts:2026年度", 1),
        ("starts:>=2025年度", 3),
        ("starts:<2025-04 -due:..2025-03", 0),
    ],
)
def test_what_starts_then_is_let_through(query: str, starts: int, open_ended: Path) -> None:
    with Plan(open_ended) as plan:
        rows = TargetList(plan).find(parse_query(f"{query} under:2021:M2-1"))
        assert sum(target.end is None for target in rows) == starts


FISCAL = ("2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR)
MARCH = ("2025-03-01", "2025-03-31", DateBasis.MONTH)
FROM_JULY = ("2025-07-01", None, DateBasis.MONTH)
FROM_FISCAL = ("2025-04-01", None, DateBasis.FISCAL_YEAR)
UNTIL = (None, "2025-06-30", DateBasis.MONTH)
YEARS = ("2023-04-01", "2026-03-31", DateBasis.RANGE)
UNKNOWN = (None, None, DateBasis.MONTH)


@pytest.mark.parametrize(
    ("value", "dates"),
    [
        ("2025", {FISCAL, MARCH, FROM_JULY, FROM_FISCAL}),
        ("2025年度", {FISCAL, FROM_JULY, FROM_FISCAL}),
        ("2025-03", {MARCH}),
        ("2025-07", {FROM_JULY}),
        ("2023", {YEARS}),
        ("<=2025-03", {MARCH, YEARS}),
        ("..2025-06", {FISCAL, MARCH, FROM_FISCAL, YEARS, UNTIL}),
        (">2025-03", {FISCAL, FROM_JULY, FROM_FISCAL}),
    ],
)
def test_dates_start(value: str, dates: set[tuple[str | None, str | None, DateBasis]]) -> None:
    every = {FISCAL, MARCH, FROM_JULY, FROM_FISCAL, UNTIL, YEARS, UNKNOWN}
    assert {date for date in every if parse_due(value).begins(*date)} == dates


def test_commands_tell_what_is_left_out(
    open_ended: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--db", str(open_ended), "--lang", "ja"]
    assert main(["targets", "due:2024年度", "due:<=2026", *words]) == 0
    assert UNDATED.ja in capsys.readouterr().out.splitlines()[-1]
    assert main(["targets", "due:2025年度", "under:2021:M2-1", *words, "--format", "md"]) == 0
    assert "- ほかに2025年度から始まるもの 2件\n" in capsys.readouterr().out
    assert main(["targets", "due:2026年度", "edition:2021", *words]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "該当なし：due:2026年度" in err
    assert "ほかに2026年度から始まるもの 1件" in err
    assert main(["targets", "due:2025年度", *words, "--json"]) == 0
    assert all("key" in row for row in json.loads(capsys.readouterr().out))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        *((f"{number}{words}", f"{sign}{number}")
          for number in (0, 7, 20, 100)
          for words, sign in (("以上", ">="), ("以下", "<="), ("未満", "<"), ("超", ">"))),
        *((f"20{cent}以上", ">=20") for cent in ("%", "％", "パーセント")),
        *((f"{sign}20", plain) for sign, plain in (
            ("≧", ">=20"), ("=>", ">=20"), ("≦", "<=20"), ("＜", "<20"), ("＞", ">20"),
            ("=", "20"))),
        *((f"5{to}30", "5..30") for to in ("..", "...", "~", "〜", "～", "%..", "から")),
        ("２０％以上", ">=20"),
        ("5..30%", "5..30"),
        ("40..40", "40..40"),
        ("050", "50"),
    ],
)  # fmt: skip
def test_a_share_is_understood_as_it_is_typed(typed: str, plain: str) -> None:
    assert parse_query(f"共通:{typed}").filters == parse_query(f"shared:{plain}").filters
    (condition,) = parse_query(f"共通:{typed}").filters
    assert condition.values == (plain,)


@pytest.mark.parametrize(
    "typed",
    [
        *("30..5", "100..0", "30~5", "30から5まで", "101", ">=101", "<=999", "200以上", "5..101"),
        *(">=5..30", "5..30以上", ">5以上", "-5", "5.5", "1000", "..5", "5..", "half", "以上", "%"),
    ],
)
def test_what_is_no_share_is_an_error_that_says_what_is_one(typed: str) -> None:
    with pytest.raises(UsageError) as error:
        parse_query(f"shared:{typed}")
    assert "0 to 100" in error.value.say(Language.EN)
    assert "100まで" in error.value.say(Language.JA)


@pytest.mark.parametrize("word", ["図書館", "-図書館", "種類:施策", "森 図書館", "a-b"])
def test_a_quoted_word_is_one_word(word: str) -> None:
    query = parse_query(quoted(word))
    assert (query.words, query.filters, query.without) == ((word,), (), ())
