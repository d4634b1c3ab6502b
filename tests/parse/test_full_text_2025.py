"""A whole made-up edition in the numbering of 2025: a manifest entry alone brings it in."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plan_tui.importer.build_database import build_database
from plan_tui.model.parsed import ParsedDocument, ParsedSection
from plan_tui.parse.full_text_2025.parser import parse
from plan_tui.sources.manifest import split_lines
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from tests.conservation import true_to_source, unaccounted

EDITION = """\
みどり島くらし計画

2031年（令和13年）４月１日

この計画は、みどり島くらし条例に規定す

る計画であり、島の議会に報告するものである。

目次
第１ 島の姿と取組 ......................................... 1
１．これまでの歩み ........................................ 1
（１）港と橋 .............................................. 1
ふとう ） .................. 1 ① 古い港の直し（北の埠頭 ② 橋の見回り ................ 1
（２）学びと遊び .......................................... 2
① 島の図書館の本を舟でも橋でも受け取れるようにする新しい仕組み ... 2
② これからの選び方 ........................................ 3
第２ 事業の一覧 ........................................... 4
１．港の事業 .............................................. 4
第３ 年表 第４ 参考の資料

第１ 島の姿と取組
１．これまでの歩み
以下に、（１）港と橋、（２）学びと遊びについて、今
の到達点を述べる。
（１）港と橋
ふとう
① 古い港の直し（北の埠頭
）
北の港は波に強い造りに改めたところであり、島
の舟の約８割1が使っている。また、港の直しに当た っては\
「みなと取りまとめ20302」に基づき、web33の 技術を用いた舟の見守りを行う。
このため、見回りに携わる人を育てるとともに、
記録の様式を島の外とそろえて分かち合っていく。
様式は島の役場が定める。
② 橋の見回り
1 令和12年の調べ。 2 2030年５月８日みなと会議決定。詳しくは \
<https://shima.example/a?b=1 2> を見よ。 3 web3 とは、つながりの新しい形を いう。
1
橋の見回りは三年に一度とし、見回りの記録を島
の役場に集めて次の直しに生かす。
（２）学びと遊び
① 島の図書館の本を舟でも橋でも受け取れるよう
にする新しい仕組み
ア 返し方
(ア) 本を返す場所
返す場所は浜の小屋とし、強い風で葦
よし
の屋根が
傷んだ時は橋のたもとの小屋を用いる。
A 夏の浜
夏の浜には Sea Side Library4を置き、2032
4 Sea Side Library の略称はない。
2
年度から本を貸す。
（ａ）朝の時間
朝は舟の出る前に開く。
（ｂ）夜の時間
夜は灯りをともす。
イ 貸し方
貸し方は役場が決める。
② これからの選び方
選び方については、次の考え方を踏まえ、
（１）浜の声を聞く選び方
（２）橋の声を聞く選び方
に沿って定める。選び方を島の全ての浜に広げるた
めには、
・浜ごとに声を聞く人を置くこと
・橋ごとに声を書く帳面を置くこと
が必要である。
令和13年度に始めるもの
① 浜の帳面
② 橋の帳面
③ 舟の帳面
島の心得として、以下の原則を掲げる。
①みんなで遊ぶ ②みんなで学ぶ
③舟を分け合う ④橋を守る ⑤海を汚さない
また、島の会議では、学びの場を次の十二の心得で
作る。
第１条 浜から始める 第２条 海をよく見る 第３条 島の子の声を聞き、舟の
第４条 毎日使う 第５条 長く続ける 第６ 条 島の人みなで舟を作る
形を選ぶ
具体的には、
浜の学び：島の浜ごとに一つの学びの場を設け、
朝と夕に開くこと
橋の学び：橋を渡る人の学びを助けること
等の取組を進める。
3
"""


MANIFEST = """
licence = "PDL1.0"
url = "https://example.jp/"
attribution = ["made up"]
[[edition]]
id = "2031"
label = "2031年"
label_en = "2031年"
cite = "2031年"
decided_on = "2031-04-01"
note = "Made up."
note_en = "Made up."
[[document]]
id = "plan-2031"
edition = "2031"
key = "2031"
title = "見本"
kind = "full_text"
layout = "full_text_2025"
dated = "2031-04-01"
publisher = "見本"
short = ""
file = "plan-2031.txt"
sha256 = "{sha256}"
"""


@pytest.fixture(scope="module")
def edition() -> ParsedDocument:
    return parse(split_lines(EDITION))


def section(document: ParsedDocument, title: str) -> ParsedSection:
    return next(s for s in document.sections if s.title.text == title)


def blocks(document: ParsedDocument, title: str) -> list[tuple[str, str, str]]:
    found = section(document, title).blocks
    return [(b.kind.value, b.marker.text, b.text.text) for b in found]


def marks(document: ParsedDocument, title: str) -> list[tuple[str, str]]:
    """Return each mark of a section with the clean words before it."""
    return [
        (mark.number, block.text.text[: mark.offset][-4:])
        for block in section(document, title).blocks
        for mark in block.marks
    ]


def test_every_character_has_its_place(edition: ParsedDocument) -> None:
    lines = split_lines(EDITION)
    assert unaccounted(lines, edition) == {}
    assert true_to_source(lines, edition)


def test_a_manifest_entry_brings_it_in(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "plan-2031.txt").write_text(EDITION, encoding="utf-8")
    manifest = MANIFEST.format(sha256=hashlib.sha256(EDITION.encode()).hexdigest())
    (sources / "manifest.toml").write_text(manifest, encoding="utf-8")
    build_database(tmp_path, tmp_path / "plan.db")
    with Plan(tmp_path / "plan.db") as plan:
        found = prove(plan, "plan-2031")
    assert found.findings == ()
    assert sum(found.by_role.values()) == found.characters > 1000


def test_outline(edition: ParsedDocument) -> None:
    found = [
        (s.depth, s.kind.value, s.label.text, s.title.text)
        for s in edition.sections
        if not s.toc_only
    ]
    assert found == [
        (1, "preface", "", "前文"),
        (1, "part", "第１", "島の姿と取組"),
        (2, "section", "１．", "これまでの歩み"),
        (3, "section", "（１）", "港と橋"),
        (4, "item", "①", "古い港の直し（北の埠頭）"),
        (4, "item", "②", "橋の見回り"),
        (3, "section", "（２）", "学びと遊び"),
        (4, "item", "①", "島の図書館の本を舟でも橋でも受け取れるようにする新しい仕組み"),
        (5, "item", "ア", "返し方"),
        (6, "item", "(ア)", "本を返す場所"),
        (7, "item", "A", "夏の浜"),
        (8, "item", "（ａ）", "朝の時間"),
        (8, "item", "（ｂ）", "夜の時間"),
        (5, "item", "イ", "貸し方"),
        (4, "item", "②", "これからの選び方"),
    ]


def test_contents_without_text(edition: ParsedDocument) -> None:
    found = [(s.depth, s.label.text, s.title.text) for s in edition.sections if s.toc_only]
    assert found == [
        (1, "第２", "事業の一覧"),
        (2, "１．", "港の事業"),
        (1, "第３", "年表"),
        (1, "第４", "参考の資料"),
    ]
    assert [s.toc_only for s in edition.sections] == [False] * 15 + [True] * 4


def test_cover_and_preface(edition: ParsedDocument) -> None:
    cover = [piece.text.text for piece in edition.furniture if piece.kind == "cover"]
    assert cover == ["みどり島くらし計画", "2031年（令和13年）４月１日"]
    assert blocks(edition, "前文") == [
        (
            "paragraph",
            "",
            "この計画は、みどり島くらし条例に規定する計画であり、島の議会に報告するものである。",
        )
    ]


def test_page_numbers_are_furniture(edition: ParsedDocument) -> None:
    found = [piece.text.text for piece in edition.furniture if piece.kind == "page_number"]
    assert found == ["1", "2", "3"]
    assert {piece.kind for piece in edition.furniture} == {"cover", "contents", "page_number"}


def test_fused_footnotes(edition: ParsedDocument) -> None:
    assert [(note.number.text, note.text.text) for note in edition.footnotes] == [
        ("1", "令和12年の調べ。"),
        (
            "2",
            "2030年５月８日みなと会議決定。詳しくは<https://shima.example/a?b=1 2>を見よ。",
        ),
        ("3", "web3とは、つながりの新しい形をいう。"),
        ("4", "Sea Side Libraryの略称はない。"),
    ]


def test_marks_glued_to_years_and_latin(edition: ParsedDocument) -> None:
    assert marks(edition, "古い港の直し（北の埠頭）") == [
        ("1", "の約８割"),
        ("2", "2030"),
        ("3", "web3"),
    ]
    assert marks(edition, "夏の浜") == [("4", "rary")]


def test_paragraphs_by_geometry_and_fused_lines(edition: ParsedDocument) -> None:
    assert blocks(edition, "古い港の直し（北の埠頭）") == [
        (
            "paragraph",
            "",
            "北の港は波に強い造りに改めたところであり、島の舟の約８割が使っている。また、港の直しに"
            "当たっては「みなと取りまとめ2030」に基づき、web3の技術を用いた舟の見守りを行う。",
        ),
        (
            "paragraph",
            "",
            "このため、見回りに携わる人を育てるとともに、記録の様式を島の外とそろえて"
            "分かち合っていく。様式は島の役場が定める。",
        ),
    ]


def test_heading_cut_from_its_body_by_footnotes(edition: ParsedDocument) -> None:
    assert blocks(edition, "橋の見回り") == [
        (
            "paragraph",
            "",
            "橋の見回りは三年に一度とし、見回りの記録を島の役場に集めて次の直しに生かす。",
        )
    ]


def test_page_number_in_a_date(edition: ParsedDocument) -> None:
    assert blocks(edition, "夏の浜") == [
        ("paragraph", "", "夏の浜にはSea Side Libraryを置き、2032年度から本を貸す。")
    ]


def test_ruby(edition: ParsedDocument) -> None:
    found = [(r.reading.text, r.word) for r in edition.ruby]
    assert found == [("ふとう", "埠頭"), ("ふとう", "埠頭"), ("よし", "葦")]
    assert blocks(edition, "本を返す場所")[0][2] == (
        "返す場所は浜の小屋とし、強い風で葦の屋根が傷んだ時は橋のたもとの小屋を用いる。"
    )


def test_lists_that_look_like_headings(edition: ParsedDocument) -> None:
    assert blocks(edition, "これからの選び方") == [
        ("paragraph", "", "選び方については、次の考え方を踏まえ、"),
        ("list_item", "（１）", "浜の声を聞く選び方"),
        ("list_item", "（２）", "橋の声を聞く選び方"),
        ("paragraph", "", "に沿って定める。選び方を島の全ての浜に広げるためには、"),
        ("bullet", "・", "浜ごとに声を聞く人を置くこと"),
        ("bullet", "・", "橋ごとに声を書く帳面を置くこと"),
        ("paragraph", "", "が必要である。"),
        ("note", "", "令和13年度に始めるもの"),
        ("list_item", "①", "浜の帳面"),
        ("list_item", "②", "橋の帳面"),
        ("list_item", "③", "舟の帳面"),
        ("paragraph", "", "島の心得として、以下の原則を掲げる。"),
        ("list_item", "①", "みんなで遊ぶ"),
        ("list_item", "②", "みんなで学ぶ"),
        ("list_item", "③", "舟を分け合う"),
        ("list_item", "④", "橋を守る"),
        ("list_item", "⑤", "海を汚さない"),
        ("paragraph", "", "また、島の会議では、学びの場を次の十二の心得で作る。"),
        ("list_item", "第１条", "浜から始める"),
        ("list_item", "第２条", "海をよく見る"),
        ("list_item", "第３条", "島の子の声を聞き、舟の形を選ぶ"),
        ("list_item", "第４条", "毎日使う"),
        ("list_item", "第５条", "長く続ける"),
        ("list_item", "第６条", "島の人みなで舟を作る"),
        ("paragraph", "", "具体的には、"),
        ("bullet", "", "浜の学び：島の浜ごとに一つの学びの場を設け、朝と夕に開くこと"),
        ("bullet", "", "橋の学び：橋を渡る人の学びを助けること"),
        ("paragraph", "", "等の取組を進める。"),
    ]
