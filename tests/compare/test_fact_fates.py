"""What a text says of a value, whatever its notation and grain; what counts as gone or changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.compare.text.fact_diff import compare_facts, facts
from plan_tui.compare.text.said_values import unit_of
from plan_tui.labels.fact_names import fact_words, grain_words, kept_words, quiet_fact_lines
from plan_tui.model.comparison import ComparedPassage, Fact, FactRow
from plan_tui.model.comparison_enums import (
    FactChange,
    FactGroup,
    FactKind,
)
from plan_tui.model.records import PrintedDate, PrintedNumber
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Language


def passage(plan: Plan, text: str, *dates: PrintedDate) -> ComparedPassage:
    numbers = [
        PrintedNumber(1, 1, None, q.text, q.offset, q.value, q.unit or "", q.comparator, False)
        for q in find_quantities(text)
    ]
    return ComparedPassage(plan.sections()[0], 1, None, "", text, dates, tuple(numbers))


def judged(plan: Plan, left: str, right: str) -> dict[str, str]:
    """Compare the names and numbers of two texts: printed fact → what became of it."""
    sides = [passage(plan, left)], [passage(plan, right)]
    rows = compare_facts(facts(sides[0]), facts(sides[1]), [left], [right])
    return {fact.text: row.op for row in rows for fact in (row.left or row.right,) if fact}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("梟研究センターが調べる。", "梟・梟研究センター・森の会が調べる。"),
        ("梟研究センターが調べる。", "全国梟研究センターが調べる。"),
        ("梟研究センターが調べる。", "梟研究センター所属の者が調べる。"),
        ("ＯＷＬネットワークを使う。", "OWLネットワークを使う。"),
        ("OWLネットワークを使う。", "新Owlネットワーク群を使う。"),
        ("ホウホウクラウドを使う。", "ﾎｳﾎｳｸﾗｳﾄﾞを使う。"),
        ("ベース・レジストリを使う。", "ベースレジストリを使う。"),
        ("巣箱管理システムを使う。", "巣箱 管理システムを使う。"),
        ("巣箱管理システムを使う。", "「巣箱管理」システムを使う。"),
        ("梟研究センター（ＯＲＣ）が調べる。", "ORCが調べる。"),
        ("梟研究センター(ORC)が調べる。", "鷹はORC、梟は森の会が調べる。"),
        ("森の1,200団体に配る。", "森の千二百団体に配る。"),
        ("巣箱を1,200台置く。", "巣箱を約１２００台置く。"),
        ("巣箱を３割減らす。", "巣箱を30％減らす。"),
        ("巣箱を30％減らす。", "巣箱を30パーセント減らす。"),
        ("巣箱を５か所に置く。", "巣箱を五箇所に置く。"),
        ("巣箱を５ヶ所以上に置く。", "巣箱を５カ所に置く。"),
        ("巣箱を0.7割減らす。", "巣箱を7％減らす。"),
        ("森の1,234,567人が見る。", "森の123万4567人が見る。"),
    ],
)
def test_what_the_other_text_says_in_any_notation_is_kept(
    made_up: Plan, left: str, right: str
) -> None:
    for texts in ((left, right), (right, left)):
        ops = judged(made_up, *texts)
        assert ops
        assert set(ops.values()) == {"kept"}, ops


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("巣箱を5台置く。", "巣箱を15台置く。"),
        ("巣箱を5台置く。", "棚を55台置く。"),
        ("巣箱を5台置く。", "巣箱を1.5台置く。"),
        ("森の1,234,567人が見る。", "森の1,234,568人が見る。"),
        ("森の12億3,456万人が見る。", "森の12億3,457万人が見る。"),
        ("巣箱に98,765,432円かける。", "巣箱に98,765,431円かける。"),
        ("巣箱を五箇所に置く。", "巣箱を十五箇所に置く。"),
        ("巣箱を五か所に置く。", "巣箱を百五か所に置く。"),
        ("巣箱を三台置く。", "巣箱を二十三台置く。"),
        ("巣箱を百台置く。", "巣箱を三百台置く。"),
        ("巣箱を百台置く。", "巣箱を千百台置く。"),
        ("森の十団体に配る。", "森の三十団体に配る。"),
        ("巣箱を20％減らす。", "巣箱を△20％減らす。"),
        ("巣箱に10人付ける。", "巣箱は10人材が守る。"),
        ("巣箱を10件直す。", "巣箱を10件名の表に書く。"),
        ("巣箱を10台置く。", "巣箱を10台帳に書く。"),
        ("巣箱を10機置く。", "巣箱を10機能で守る。"),
        ("巣箱を10点選ぶ。", "巣箱を10点検表で見る。"),
        ("巣箱を10回見る。", "巣箱を10回線でつなぐ。"),
        ("巣箱を10回見る。", "巣箱を第10回の会で見る。"),
        ("巣箱を守る（参加団体数10）", "巣箱を10Gの線でつなぐ。"),
        ("巣箱を守る（参加団体数10）", "巣箱をR10の年に守る。"),
        ("巣箱を守る（参加団体数10）", "巣箱を10万の森に置く。"),
        ("巣箱を守る（参加団体数10）", "巣箱をWeb10.5で守る。"),
        ("梟研究センターが調べる。", "鷹研究センターが調べる。"),
        ("梟研究センターが調べる。", "ORCが調べる。"),
        ("梟研究センター（ORC）が調べる。", "ORC2が調べる。"),
        ("梟研究センター（ORC）が調べる。", "TORCが調べる。"),
        ("梟研究センター（支所）が調べる。", "支所が調べる。"),
        ("梟研究センター（web）が調べる。", "webで調べる。"),
        ("OWLネットワークを使う。", "OWL2ネットワークを使う。"),
        ("巣箱管理システムを使う。", "巣箱の管理を、システムで行う。"),
    ],
)
def test_what_it_does_not_say_is_not(made_up: Plan, left: str, right: str) -> None:
    assert "kept" not in judged(made_up, left, right).values()


def date(
    text: str, start: str | None, end: str | None, basis: DateBasis, *, target: bool = True
) -> Fact:
    value = end or f"{start}.."
    return Fact(FactKind.DATE, text, value, 0, 0, "", target, start, end, basis)


FISCAL_2025 = date("令和７年度", "2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR)


@pytest.mark.parametrize(
    ("other", "grain"),
    [
        (date("2025年度末", "2026-03-31", "2026-03-31", DateBasis.DAY), "年度›日"),
        (date("2026年３月末", "2026-03-31", "2026-03-31", DateBasis.DAY), "年度›日"),
        (date("2026年３月", "2026-03-01", "2026-03-31", DateBasis.MONTH), "年度›月"),
        (date("2025年度", "2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR), ""),
        (date("令和５～７年度", "2023-04-01", "2026-03-31", DateBasis.RANGE), "年度›期間"),
        (date("令和８年春", "2026-02-01", "2026-03-31", DateBasis.SEASON), "年度›季節"),
    ],
)
def test_equal_last_days_are_kept_and_the_grain_is_told(other: Fact, grain: str) -> None:
    (row,) = compare_facts([FISCAL_2025], [other], [FISCAL_2025.text], [other.text])
    assert row.op == "kept"
    assert grain_words(row, Language.JA, turned=False) == grain
    (row,) = compare_facts([other], [FISCAL_2025], [other.text], [FISCAL_2025.text])
    assert row.op == "kept"
    assert grain_words(row, Language.JA, turned=True) == grain


def test_of_several_mentions_of_a_day_those_of_one_grain_are_put_together() -> None:
    day = date("2025年度末", "2026-03-31", "2026-03-31", DateBasis.DAY)
    (row,) = compare_facts([FISCAL_2025, day], [day], ["令和７年度と2025年度末"], ["2025年度末"])
    assert row.grains is None


def test_a_beginning_is_kept_by_the_same_beginning_alone() -> None:
    onwards = date("令和７年度から", "2025-04-01", None, DateBasis.FISCAL_YEAR)
    written = replace(onwards, text="2025年度以降")
    for left, right in ((onwards, written), (written, onwards)):
        assert [r.op for r in compare_facts([left], [right], [""], [""])] == ["kept"]
    month = date("2025年４月", "2025-04-01", "2025-04-30", DateBasis.MONTH)
    later = date("令和８年度から", "2026-04-01", None, DateBasis.FISCAL_YEAR)
    for other in (FISCAL_2025, month, later):
        for left, right in ((onwards, other), (other, onwards)):
            ops = [r.op for r in compare_facts([left], [right], ["一"], ["二"])]
            assert ops == ["gone", "added"], other.text


def test_only_targets_are_deadlines_and_other_dates_are_quiet(made_up: Plan) -> None:
    law = date("2013年５月", "2013-05-01", "2013-05-31", DateBasis.MONTH, target=False)
    deadline, other = compare_facts([FISCAL_2025, law], [], ["期限と法律の日"], [])
    assert (deadline.group, deadline.quiet) == (FactGroup.DEADLINE, False)
    assert (other.group, other.quiet) == (FactGroup.DATE, True)
    older, newer = made_up.editions()[0], made_up.editions()[-1]
    (line,) = quiet_fact_lines([deadline, other], older, newer, Language.JA)
    assert line == f"その他の日付（{older.label}）：2013年５月"


@pytest.mark.parametrize(
    ("due_before", "due_after", "ja", "en"),
    [
        (True, True, "", ""),
        (False, False, "", ""),
        (True, False, "期限とするのは前の版だけ", "a deadline in the earlier text alone"),
        (False, True, "期限とするのは後の版だけ", "a deadline in the later text alone"),
    ],
)
def test_a_date_that_is_a_deadline_on_one_side_alone_is_told(
    due_before: bool, due_after: bool, ja: str, en: str
) -> None:
    before, after = (
        date("令和７年度", "2025-04-01", "2026-03-31", DateBasis.FISCAL_YEAR, target=due)
        for due in (due_before, due_after)
    )
    for turned, sides in ((False, (before, after)), (True, (after, before))):
        text = "令和７年度に古い橋の架け替えを始める。"
        (row,) = compare_facts([sides[0]], [sides[1]], [text], [text], left_is_older=not turned)
        assert row.op is FactChange.KEPT
        for language, words in ((Language.JA, ja), (Language.EN, en)):
            assert kept_words(row, language, turned=turned) == words


OWLS = "全ての町の梟の巣箱の設置を{}に終える。"
BRIDGES = "古い橋の架け替えの工事を{}に始める。"


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ([OWLS, BRIDGES], [BRIDGES], True),
        ([BRIDGES, OWLS], [OWLS, BRIDGES], True),
        ([OWLS], [BRIDGES], False),
    ],
)
def test_a_day_is_kept_by_the_sentence_that_is_alike_or_may_be_of_another_matter(
    ours: list[str], theirs: list[str], alike: bool
) -> None:
    def mentions(patterns: list[str]) -> tuple[list[Fact], list[str]]:
        texts = [pattern.format("令和７年度") for pattern in patterns]
        places = [(number, text.index("令和")) for number, text in enumerate(texts)]
        return [replace(FISCAL_2025, passage=n, offset=at) for n, at in places], texts

    (left, left_texts), (right, right_texts) = mentions(ours), mentions(theirs)
    (row,) = compare_facts(left, right, left_texts, right_texts)
    assert row.op is FactChange.KEPT
    assert row.alike is alike
    assert kept_words(row, Language.EN, turned=False) == (
        "" if alike else "may be of another matter"
    )
    if alike:
        assert row.left is not None
        assert row.right is not None
        assert left_texts[row.left.passage] == right_texts[row.right.passage]


def test_a_time_of_no_known_day_is_a_fact_only_as_a_deadline(made_up: Plan) -> None:
    soon = PrintedDate(1, 1, None, "早期", 0, None, None, DateBasis.UNRESOLVED, "", True)
    times = (soon, replace(soon, text="当面", offset=10, is_target=False))
    told = facts([passage(made_up, "早期に巣箱を置く。当面は見る。", *times)])
    assert [fact.text for fact in told] == ["早期"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本棚・貸出券等管理システムを使う。", "本棚・貸出券等管理システム"),
        ("本棚・貸出券管理システムを使う。", "貸出券管理システム"),
        ("森と本棚、貸出券等管理システムを使う。", "貸出券等管理システム"),
        ("森の図書・児童書等推進協議会で決める。", "図書・児童書等推進協議会"),
        ("整備の徹底等梟森クラウドを使う。", "梟森クラウド"),
        ("整備の梟森等管理システムを使う。", "梟森等管理システム"),
        ("本棚梟データベース・梟森等データベースを使う。", "本棚梟データベース 梟森等データベース"),
        ("フクロウカード・タカポータルを使う。", "フクロウカード タカポータル"),
        ("フクロウ・ポータルを使う。", "フクロウ・ポータル"),
        ("梟（Owl）vationネットワークを使う。", ""),
        ("eフクロウネットワークを使う。", "eフクロウネットワーク"),
        ("森の者の間の各梟データベースを使う。", ""),
        ("森の関係者各梟データベースを使う。", ""),
    ],
)
def test_names_are_whole_and_of_a_list_one_by_one(made_up: Plan, text: str, name: str) -> None:
    assert [fact.text for fact in facts([passage(made_up, text)])] == name.split()


@pytest.mark.parametrize(
    ("word", "is_name"),
    [
        ("デジタル基盤", False),
        ("オンプレミスシステム", False),
        ("AIネットワーク", False),
        ("情報処理システム", False),
        ("森のAI基盤", False),
        ("梟デジタル基盤", True),
        ("巣箱クラウド", True),
        ("デジタル庁", True),
        ("IT本部", True),
    ],
)
def test_words_of_the_field_alone_name_nothing(made_up: Plan, word: str, is_name: bool) -> None:
    assert bool(facts([passage(made_up, f"{word}を使う。")])) is is_name


MATTER = "巣箱の管理を新しい台帳へ移し、森ごとの数を数える。"
OTHERS = [
    "川の水位計は令和７年度に取り替える。",
    "これとは別に、橋の点検を令和７年度に終える。",
    "市の広報紙は令和７年度から月に一度だけ配る。",
    "なお、鷹の渡りの調査は令和７年度まで続ける。",
    "学校の給食の献立は令和７年度に見直す予定である。",
]


@pytest.mark.parametrize("other", OTHERS)
def test_of_a_part_the_dates_of_another_matter_are_not_compared(made_up: Plan, other: str) -> None:
    text = MATTER + other
    fact = Fact(FactKind.DATE, "令和７年度", "2026-03-31", 0, text.index("令和"), is_target=True)
    right = "巣箱の管理を新しい台帳へ移し、森ごとの数を数えることとした。"
    (row,) = compare_facts([fact], [], [text], [right], left_parts=[0])
    assert row.op is FactChange.NOT_COMPARED
    assert row.quiet
    (row,) = compare_facts([fact], [], [text], [right])
    assert row.op is FactChange.GONE
    older, newer = made_up.editions()[0], made_up.editions()[-1]
    lines = quiet_fact_lines([FactRow(row.kind, FactChange.NOT_COMPARED, fact, None)], older,
                             newer, Language.EN)  # fmt: skip
    assert lines == [f"not compared: no similar sentence ({older.label_en}): 令和７年度"]


def test_of_a_part_the_dates_of_the_matter_are_compared() -> None:
    text = f"{OTHERS[0]}巣箱の管理を令和７年度に新しい台帳へ移し、森ごとの数を数える。"
    fact = Fact(FactKind.DATE, "令和７年度", "2026-03-31", 0, text.index("巣箱"), is_target=True)
    (row,) = compare_facts([fact], [], [text], [MATTER], left_parts=[0])
    assert row.op is FactChange.GONE


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        ("森の巣箱の管理台帳を春までに整備する。", "森の巣箱の管理台帳を秋までに整備する。", True),
        (
            "森の巣箱の管理台帳を春までに整備する。",
            "森の巣箱の管理台帳を、遅くとも秋までに整備。",
            True,
        ),
        ("森の巣箱の管理台帳を春までに検討する。", "森の巣箱の管理台帳を秋までに公開する。", False),
        ("森の巣箱の管理台帳を春までに整備する。", "川の水位計の記録を秋までに整備する。", False),
        ("森の巣箱の管理台帳を春までに整備する。", "秋までに整備する。", False),
        (
            "森の巣箱の管理台帳を春までに整備する。",
            "森の巣箱の点検や清掃の記録も秋までに廃止。",
            False,
        ),
    ],
)
def test_a_deadline_changes_only_for_the_same_thing_to_be_done(
    left: str, right: str, changed: bool
) -> None:
    older = Fact(FactKind.DATE, "春", "1", 0, left.index("春"), is_target=True)
    newer = Fact(FactKind.DATE, "秋", "2", 0, right.index("秋"), is_target=True)
    ops = [row.op for row in compare_facts([older], [newer], [left], [right])]
    assert ops == (["changed"] if changed else ["gone", "added"])


@pytest.mark.parametrize(
    ("left", "right", "changed"),
    [
        ("対象は17業務とする。", "国は、改めて20業務を決めた。", True),
        ("参加は17団体とする。", "国は、改めて20団体を決めた。", False),
        ("森の巣箱の点検に17団体が加わる。", "森の巣箱の点検に20団体が加わる。", True),
        ("対象は17件とする。", "国は、改めて20件を決めた。", False),
        ("対象は17業務と３業務とする。", "国は、改めて20業務を決めた。", False),
        ("巣箱は17％である。", "国の道路の20％を直す。", False),
        ("森の巣箱の17％を直す。", "森の巣箱の20か所を直す。", False),
    ],
)
def test_a_number_changes_only_for_the_same_thing_counted(
    made_up: Plan, left: str, right: str, changed: bool
) -> None:
    assert ("changed" in judged(made_up, left, right).values()) is changed


def test_silence_is_told_by_side_and_never_as_a_loss() -> None:
    fact = FISCAL_2025
    for op in (FactChange.GONE, FactChange.ADDED):
        left, right = FactRow(fact.kind, op, fact, None), FactRow(fact.kind, op, None, fact)
        assert fact_words(left).ja == "対応箇所の収録テキストに記載なし"
        assert fact_words(right).ja == "比較した箇所の収録テキストに記載なし"
        assert "not in the text held" in fact_words(left).en
        assert "not in the text held" in fact_words(right).en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ヶ所", "か所"),
        ("カ所", "箇所"),
        ("ヵ月", "か月"),
        ("％", "%"),
        ("パーセント", "％"),
        ("ＧＢ", "GB"),
    ],
)
def test_units_are_one_however_they_are_printed(first: str, second: str) -> None:
    assert unit_of(first) == unit_of(second)
