"""A whole made-up edition in the 2021 numbering: a manifest entry alone brings it in."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.importer.build_database import build_database
from plan_tui.parse.full_text_2021.parser import parse
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from tests.conservation import true_to_source, unaccounted
from tests.layout_2021 import MadePage, set_pages

PAGES = [
    MadePage(["この見本は、森林公園法（平成 40年法", "律第９号）に基づく。"]),
    MadePage(
        [
            "第１部 森と公園の見本1 ",
            "１．見本の考え方 ",
            "森を守るため、Public",
            "Forest Net2を設ける。赤い煉",
            "ruby:れん",
            "瓦の小屋3を、令和 18年",
        ],
        [
            ["1 見本は架空である。 "],
            ["2 Public Forest Network の略称。森の", "情報を集める仕組み。 "],
            ["3 小さな建物であり、"],
        ],
        number="12",
    ),
    MadePage(
        [
            "度（2036 年度）までに建てる。 ",
            " ",
            "（１）原則 ",
            "次の四つの原則による。 ",
            "①静かに ③やさしく ",
            "②ゆっくり ④強靱",
            "ruby:じん",
            " に ",
            "この見本は、 ",
            "①森の計画 ",
            "②公園の計画 ",
            "として作る4。 ",
            "① 樹木の調査 ",
            "・木の高さを測る。 ",
            "・次の木を除く。 ",
            "①低い木 ",
            "②若い木 ",
        ],
        [
            ["屋根は赤い。 "],
            ["4 別に定める規則による。 ", "第１条 見る 第３条 聞く ", "第２条 触る 第４条 考える "],
        ],
    ),
    MadePage(
        [
            "② 長い題名であって次の行に続く小道の",
            "整備 ",
            "3 本の道を作る。 ",
            "第２部 見本集 ",
            "Ｉ．森の見本 ",
            "[No.１－１] 森の地図 ",
            "【紙の地図】 ",
            "・ 地図を 1,200枚配る。 ",
            "また、看板を立てる。 ",
            "KPI（進捗）： ・ 配布数（令和 18年度",
            "（2036年度）300枚） ",
            "・ 看板の数 ",
            "KPI（効果）： 未設定（配布の結果を踏まえ設定） ",
            "[No.１－２] 森の声 ",
            "・ 案内5を流す。 ",
            "II．公園の見本 ",
            "[No.２－１] 公園の椅子 ",
            "・ 椅子を置く。 ",
            "KPI（進捗）： 令和 18年度 試作 ",
            "令和 19年度 設置 ",
        ],
        [["5 声の案内は", "https://example.jp/voice ", "にある。 "]],
    ),
    MadePage(["KPI（効果）： 満足した人の割合※ ", "※来園者に聞く。 "]),
]

MANIFEST = """
licence = "PDL1.0"
url = "https://example.jp/"
attribution = ["made up"]
[[edition]]
id = "2099"
label = "2099年"
label_en = "2099年"
cite = "2099年"
decided_on = "2099-01-01"
note = "Made up."
note_en = "Made up."
[[document]]
id = "plan-2099"
edition = "2099"
key = "2099"
title = "見本"
kind = "full_text"
layout = "full_text_2021"
dated = "2099-01-01"
publisher = "見本"
short = ""
file = "plan-2099.txt"
sha256 = "{sha256}"
"""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    """Build a database that holds the made-up edition alone."""
    data = tmp_path_factory.mktemp("edition")
    (data / "sources").mkdir()
    text = "\n".join(set_pages(PAGES)) + "\n"
    (data / "sources" / "plan-2099.txt").write_text(text, encoding="utf-8")
    manifest = MANIFEST.format(sha256=hashlib.sha256(text.encode()).hexdigest())
    (data / "sources" / "manifest.toml").write_text(manifest, encoding="utf-8")
    target: Path = data / "plan.db"
    build_database(data, target)
    with Plan(target) as found:
        yield found


def test_every_character_has_its_place(plan: Plan) -> None:
    found = prove(plan, "plan-2099")
    assert found.findings == ()
    assert sum(found.by_role.values()) == found.characters > 400


def test_the_same_by_an_independent_count() -> None:
    lines = set_pages(PAGES)
    document = parse(lines)
    assert unaccounted(lines, document) == {}
    assert true_to_source(lines, document)


def test_outline() -> None:
    sections = parse(set_pages(PAGES)).sections
    assert [(s.depth, s.kind.value, s.label.text, s.title.text) for s in sections] == [
        (1, "preface", "", "前文"),
        (1, "part", "第１部", "森と公園の見本"),
        (2, "section", "１．", "見本の考え方"),
        (3, "section", "（１）", "原則"),
        (4, "item", "①", "樹木の調査"),
        (4, "item", "②", "長い題名であって次の行に続く小道の整備"),
        (1, "part", "第２部", "見本集"),
        (2, "chapter", "Ｉ．", "森の見本"),
        (3, "measure", "[No.１－１]", "森の地図"),
        (3, "measure", "[No.１－２]", "森の声"),
        (2, "chapter", "II．", "公園の見本"),
        (3, "measure", "[No.２－１]", "公園の椅子"),
    ]


def test_text() -> None:
    sections = parse(set_pages(PAGES)).sections
    texts = [[(b.marker.text, b.text.text, b.level) for b in s.blocks] for s in sections]
    assert texts[:10] == [
        [("", "この見本は、森林公園法（平成40年法律第９号）に基づく。", 0)],
        [],
        [
            (
                "",
                "森を守るため、Public Forest Netを設ける。"
                "赤い煉瓦の小屋を、令和18年度（2036年度）までに建てる。",
                0,
            )
        ],
        [
            ("", "次の四つの原則による。", 0),
            ("①", "静かに", 0),
            ("②", "ゆっくり", 0),
            ("③", "やさしく", 0),
            ("④", "強靱に", 0),
            ("", "この見本は、", 0),
            ("①", "森の計画", 0),
            ("②", "公園の計画", 0),
            ("", "として作る。", 0),
        ],
        [
            ("・", "木の高さを測る。", 0),
            ("・", "次の木を除く。", 0),
            ("①", "低い木", 1),
            ("②", "若い木", 1),
        ],
        [("", "3本の道を作る。", 0)],
        [],
        [],
        [
            ("", "【紙の地図】", 0),
            ("・", "地図を1,200枚配る。", 0),
            ("", "また、看板を立てる。", 0),
        ],
        [("・", "案内を流す。", 0)],
    ]


def test_indicators() -> None:
    measures = [s for s in parse(set_pages(PAGES)).sections if s.kind.value == "measure"]
    assert [[(k.kind.value, k.text.text) for k in m.kpis] for m in measures] == [
        [
            ("progress", "配布数（令和18年度（2036年度）300枚）"),
            ("progress", "看板の数"),
            ("outcome", "未設定（配布の結果を踏まえ設定）"),
        ],
        [],
        [
            ("progress", "令和18年度 試作"),
            ("progress", "令和19年度 設置"),
            ("outcome", "満足した人の割合※\n※来園者に聞く。"),
        ],
    ]


def test_footnotes_marks_readings_and_furniture() -> None:
    document = parse(set_pages(PAGES))
    assert [(n.number.text, n.text.text) for n in document.footnotes] == [
        ("1", "見本は架空である。"),
        ("2", "Public Forest Networkの略称。森の情報を集める仕組み。"),
        ("3", "小さな建物であり、屋根は赤い。"),
        (
            "4",
            "別に定める規則による。\n第１条 見る\n第２条 触る\n第３条 聞く\n第４条 考える",
        ),
        ("5", "声の案内はhttps://example.jp/voice\nにある。"),
    ]
    marks = [
        (mark.number, text[: mark.offset][-3:])
        for section in document.sections
        for text, found in [
            (section.title.text, section.title_marks),
            *((block.text.text, block.marks) for block in section.blocks),
        ]
        for mark in found
    ]
    assert marks == [
        ("1", "の見本"),
        ("2", "Net"),
        ("3", "の小屋"),
        ("4", "て作る"),
        ("5", "案内"),
    ]
    assert [(r.reading.text, r.word) for r in document.ruby] == [("れん", "煉"), ("じん", "靱")]
    assert {(f.kind, f.text.text) for f in document.furniture} == {
        ("page_number", "12"), ("kpi_label", "KPI（進捗）："), ("kpi_label", "KPI（効果）："),
        ("kpi_bullet", "・"),
    }  # fmt: skip
