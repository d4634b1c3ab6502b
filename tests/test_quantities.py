"""Numbers as printed → value, unit, comparator. All texts are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.parse.facts.quantities import find_quantities

# text · printed words · value · unit · comparator
FORMS = """
率は100％|100％|100|%|
１千３百万円の予算|１千３百万円|13000000|円|
３億５千万円の予算|３億５千万円|350000000|円|
十七業務を移す|十七業務|17|業務|
約百万人の村|約百万人|1000000|人|~
一万二千人が使う|一万二千人|12000|人|
百二十団体以上|百二十団体以上|120|団体|>=
四十七都道府県で|四十七都道府県|47|都道府県|
二百五十億円の赤字|二百五十億円|25000000000|円|
百件超の手続|百件超|100|件|>
二種類の券|二種類|2|種類|
三か月ごと|三か月|3|か月|
三割削減する|三割|30|%|
一割増やす|一割|10|%|
五割以上にする|五割以上|50|%|>=
二割五分の村|二割五分|25|%|
３割５分２厘の村|３割５分２厘|35.2|%|
▲5.2％の伸び|▲5.2％|-5.2|%|
△3.1％の伸び|△3.1％|-3.1|%|
マイナス２％の伸び|マイナス２％|-2|%|
▲10万人の増減|▲10万人|-100000|人|
橋の数（2025年度までに橋の数100）|100|100|-|
橋を直す市町村数（直す市町村17）|17|17|-|
点検（点検した施設25）|25|25|-|
補助額/300万円の割合|300万円|3000000|円|
４機の水車|４機|4|機|
12バケツの水|12バケツ|12|バケツ|
2000トンの水|2000トン|2000|トン|
約30の橋を直す|約30|30|-|~
少なくとも３の橋を直す|少なくとも３|3|-|>=
率は98.6%である|98.6%|98.6|%|
約7,800万人の村|約7,800万人|78000000|人|~
1,741市区町村で|1,741市区町村|1741|市区町村|
１，７４１市区町村で|１，７４１市区町村|1741|市区町村|
3回ほど集まる|3回ほど|3|回|~
年１回以上集まる|１回以上|1|回|>=
３割削減|３割|30|%|
８割５分の村|８割５分|85|%|
少なくとも３割の村|少なくとも３割|30|%|>=
20業務を移す|20業務|20|業務|
990億円の予算|990億円|99000000000|円|
６兆6,507億円の赤字|６兆6,507億円|6650700000000|円|
6 兆 6,507 億円|6 兆 6,507 億円|6650700000000|円|
１億2,300万円|１億2,300万円|123000000|円|
上限5,000円|上限5,000円|5000|円|<=
最大300万円|最大300万円|3000000|円|<=
最大で２m程度のずれ|最大で２m程度|2|m|~
10箇所程度|10箇所程度|10|箇所|~
約３万箇所|約３万箇所|30000|箇所|~
３か所で試す|３か所|3|か所|
1,000 団体以上|1,000 団体以上|1000|団体|>=
５機関以上|５機関以上|5|機関|>=
250社が使う|250社|250|社|
100 社超|100 社超|100|社|>
３万人超を目指す|３万人超|30000|人|>
２万人未満|２万人未満|20000|人|<
73万人を下回る|73万人を下回る|730000|人|<
１万件を超える手続|１万件を超える|10000|件|>
50％を上回る|50％を上回る|50|%|>
30日以内に返す|30日以内|30|日|<=
５年以内に移す|５年以内|5|年|<=
概ね５年以内に移す|概ね５年以内|5|年|<=
４年間の実施|４年間|4|年|
60秒で終わる|60秒|60|秒|
７日間で届く|７日間|7|日|
24時間鳴らす|24時間|24|時間|
６か月以上の間|６か月以上|6|か月|>=
30分以内に着く|30分以内|30|分|<=
２週間ごと|２週間|2|週間|
10倍以上に|10倍以上|10|倍|>=
約2.5倍に|約2.5倍|2.5|倍|~
３分の１の村|３分の１|0.3333333|-|
約４分の３が使う|約４分の３|0.75|-|~
５ポイント増|５ポイント|5|ポイント|
３％ポイント増|３％ポイント|3|%ポイント|
34,592システム|34,592システム|34592|システム|
15,611種類の手続|15,611種類|15611|種類|
８分野を選ぶ|８分野|8|分野|
67か国の中で|67か国|67|か国|
25都道府県で|25都道府県|25|都道府県|
100地方公共団体|100地方公共団体|100|地方公共団体|
23サービス案|23サービス|23|サービス|
約２万2千手続|約２万2千手続|22000|手続|~
約5千条項|約5千条項|5000|条項|~
200GBの気象|200GB|200|GB|
10Gbpsの網|10Gbps|10|Gbps|
125kmの道|125km|125|km|
約310万haの森|約310万ha|3100000|ha|~
65歳以上の人|65歳以上|65|歳|>=
100程度の村|100程度|100|-|~
50以上の村|50以上|50|-|>=
４万以上の決まり|４万以上|40000|-|>=
およそ８割が賛成|およそ８割|80|%|~
ほぼ100％に|ほぼ100％|100|%|~
最低でも２台|最低でも２台|2|台|>=
448河川で|448河川|448|河川|
70水門以上で|70水門以上|70|水門|>=
４年弱が過ぎた|４年弱|4|年|~
500人規模|500人|500|人|
"""
ROWS = [line.split("|") for line in FORMS.strip().splitlines()]


@pytest.mark.parametrize(("text", "words", "value", "unit", "comparator"), ROWS)
def test_form(text: str, words: str, value: str, unit: str, comparator: str) -> None:
    (found,) = find_quantities(text)
    assert found.text == words
    assert text[found.offset : found.offset + len(words)] == words
    assert found.value == pytest.approx(float(value))
    assert (found.unit or "-") == unit
    assert (found.comparator or "") == comparator


def test_the_table_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 60


@pytest.mark.parametrize(
    "text",
    [
        "5G", "６G", "Web3.0", "Society 5.0", "3D都市", "8K映像", "G7会合", "SIP4D", "GビズID",
        "第５回会合", "第35条第２項", "法律第146号", "第４期", "第１層", "第３章", "第1.0版",
        "（１）概要", "１．概要", "令和４年度", "2025年３月末", "R3.9月末",
        "2022年度から2025年度まで", "10月１日", "１人１台端末", "24時間365日対応", "ISO 27001",
        "基本４情報", "３次元", "レベル３以上", "１人でも多く", "2020大会", "No.１－８",
        "令和３年法律第35号", "平成30～令和２年度", "１人当たり", "橋の数１）村の数",
        "村の数2025の表", "３の橋", "１校１名の係", "１村でも多く", "１橋につき", "１戸当たり",
        "３機能を使う", "ステージ３システム", "橋2020オリーブの会", "JIS 300シリーズ", "４/３円",
        "地方６団体",
    ],
)  # fmt: skip
def test_what_is_no_quantity_is_not_found(text: str) -> None:
    assert find_quantities(text) == ()


def _values(text: str) -> list[tuple[str, float, str | None, str | None]]:
    return [(q.text, q.value, q.unit, q.comparator) for q in find_quantities(text)]


def test_a_range_is_two_bounds() -> None:
    assert _values("10～20％の村") == [("10", 10, "%", ">="), ("20％", 20, "%", "<=")]
    assert _values("１人～３人で") == [("１人", 1, "人", ">="), ("３人", 3, "人", "<=")]
    assert _values("１～３年程度で") == [("１", 1, "年", ">="), ("３年程度", 3, "年", "<=")]


def test_two_bounds_of_one_number_are_two_quantities() -> None:
    assert _values("２万人以上８万人未満の区間") == [
        ("２万人以上", 20000, "人", ">="),
        ("８万人未満", 80000, "人", "<"),
    ]


def test_dates_between_quantities_stay_out() -> None:
    assert [q.text for q in find_quantities("2025年度末までに600団体（2020年度25団体）")] == [
        "600団体",
        "25団体",
    ]


@given(
    st.integers(1, 999_999),
    st.sampled_from(["", "約", "少なくとも", "最大"]),
    st.sampled_from(["人", "件", "％", "団体", "円"]),
    st.sampled_from(["", "以上", "未満", "程度", "超"]),
    st.booleans(),
)
def test_a_generated_quantity_reads_back(
    value: int, before: str, unit: str, after: str, commas: bool
) -> None:
    words = f"{before}{value:,}{unit}{after}" if commas else f"{before}{value}{unit}{after}"
    (found,) = find_quantities(f"村は{words}とする")
    assert (found.text, found.offset, found.value) == (words, 2, value)
    assert found.unit == unit.replace("％", "%")
    expected = {"約": "~", "少なくとも": ">=", "最大": "<="}.get(before)
    expected = {"以上": ">=", "未満": "<", "程度": "~", "超": ">"}.get(after, expected)
    assert found.comparator == expected


@pytest.mark.parametrize("text", ["３千千人", "１万億人", "五万億人", "1億万円", "０分の１"])
def test_what_is_no_number_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_nothing_in_magnitudes_is_nothing() -> None:
    assert [found.value for found in find_quantities("0百万人、0千2百人")] == [0, 200]


@given(
    st.text(
        alphabet="0123456789０９,.，．万億兆百千▲三二割分の％人件約第～以上未満程度 年月度５G\t\n",
        max_size=40,
    )
)
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for found in find_quantities(text):
        assert text[found.offset : found.offset + len(found.text)] == found.text
        assert found.value >= 0 or found.text.startswith("▲")
