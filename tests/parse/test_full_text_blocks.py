"""Paragraphs, bullets, lists, tables, readings and KPIs of full texts."""

from __future__ import annotations

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import BlockKind, KpiKind
from tests.printed_pages import (
    HEAD,
    MEASURE,
    MadeUpPage,
    blocks,
    extracted,
    furniture,
    passage,
    positioned,
    read,
    texts,
)

_SIZES = range(3, 9)
"""Phrases of passages, which make two to five lines, some of them full."""


def _page() -> MadeUpPage:
    return MadeUpPage().head(HEAD)


@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("left", [0, 2])
def test_paragraphs_begin_with_an_indent(first: int, left: int) -> None:
    passages = [passage(seed, size) for seed, size in enumerate(_SIZES)]
    page = _page()
    for text in passages:
        page.flow(text, left, first=first)
    assert texts(read(positioned(page))) == passages
    assert texts(read(extracted(page, layout=True))) == passages


def test_a_full_last_line_ends_its_paragraph_where_an_indent_follows() -> None:
    full = "水" * (2 * MEASURE - 2) + "。"
    page = _page().flow(full).flow(passage(1)).flow(full).flow(passage(2))
    expected = [full, passage(1), full, passage(2)]
    assert texts(read(positioned(page))) == expected
    assert texts(read(extracted(page, layout=True))) == expected


@pytest.mark.parametrize("kind", ["positions", "layout", "plain"])
def test_paragraphs_go_on_over_a_page(kind: str) -> None:
    first, second = _page().flow(passage(1)).flow("町の小屋{1}で測る。"), MadeUpPage()
    for index, line in enumerate(MadeUpPage().flow(passage(3, 8)).lines):
        (first if index < 2 else second).put(line.text, 0 if index else 1)
    first.notes("{1} 木造である。").foot("1")
    second.flow(passage(4)).foot("2")
    pages = (first, second, MadeUpPage().flow(passage(5)).foot("3"))
    layout = kind == "layout"
    source = positioned(*pages) if kind == "positions" else extracted(*pages, layout=layout)
    document = read(source)
    assert passage(3, 8) in texts(document)
    assert len(document.footnotes) == 1


def test_blank_space_parts_paragraphs_without_an_indent() -> None:
    page = _page()
    passages = [passage(seed, size) for seed, size in enumerate(_SIZES)]
    for text in passages:
        page.flow(text, first=0, space=2)
    assert texts(read(positioned(page))) == passages


_BULLETS = "・•○●◎■□◆◇▪▶➢✓\uf0b7\uf06c\uf09f\uf0d8\uf0fc"


@pytest.mark.parametrize("bullet", _BULLETS)
def test_bullets_with_a_hanging_indent(bullet: str) -> None:
    items = [passage(seed, size) for seed, size in enumerate((3, 4, 2, 5))]
    page = _page().flow(passage(9))
    for item in items:
        page.flow(f"{bullet}{item}", 2, first=-1)
    page.flow(passage(8))
    document = read(positioned(page))
    assert texts(document) == [passage(9), *(bullet + item for item in items), passage(8)]
    assert [b.kind for b in blocks(document)][1:-1] == [BlockKind.BULLET] * 4
    assert [b.marker.text for b in blocks(document)][1:-1] == [bullet] * 4


@pytest.mark.parametrize("bullet", "・○●■◆➢\uf0b7\uf0d8")
@pytest.mark.parametrize("layout", [False, True])
def test_bullets_of_an_extracted_text(bullet: str, layout: bool) -> None:
    page = _page().flow(passage(9))
    items = ["小屋の屋根を葺く", "橋の板を替える", "柳の枝を切る", "鐘の綱を張る"]
    for item in items:
        page.put(f"{bullet} {item}", 1)
    page.flow(passage(8))
    document = read(extracted(page, layout=layout))
    assert texts(document) == [passage(9), *(bullet + item for item in items), passage(8)]


@pytest.mark.parametrize("dash", "-－–—")
def test_dashes_are_bullets(dash: str) -> None:
    page = _page().flow(passage(9)).put(f"{dash} 小屋の屋根", 1).put(f"{dash} 橋の板", 1)
    document = read(positioned(page))
    assert [(b.kind, b.text.text) for b in blocks(document)][1:] == [
        (BlockKind.BULLET, "小屋の屋根"),
        (BlockKind.BULLET, "橋の板"),
    ]


def test_bullets_nest_by_their_left_edge() -> None:
    page = _page().flow(passage(9))
    for left, text in (
        (1, "●小屋"),
        (3, "・屋根"),
        (5, "－藁"),
        (3, "・床"),
        (1, "●橋"),
        (3, "・板"),
    ):
        page.put(text, left)
    document = read(positioned(page))
    assert [b.level for b in blocks(document)][1:] == [0, 1, 2, 1, 0, 1]


def test_bullets_nest_by_their_marker_where_edges_are_lost() -> None:
    page = _page().flow(passage(9))
    for text in ("●小屋", "・屋根", "・床", "●橋", "・板"):
        page.put(text)
    assert [b.level for b in blocks(read(extracted(page)))][1:] == [0, 1, 1, 0, 1]


@pytest.mark.parametrize("bullet", "●■➢\uf06c")
def test_a_nested_bullet_below_a_full_line(bullet: str) -> None:
    page = _page().flow(passage(9))
    page.put("◇" + "水" * (MEASURE - 2), 1).put(bullet + "橋の板", 2).flow(passage(8))
    document = read(positioned(page))
    assert texts(document)[1:-1] == ["◇" + "水" * (MEASURE - 2), bullet + "橋の板"]
    assert [block.level for block in blocks(document)][1:-1] == [0, 1]


def test_text_between_bullets_is_a_paragraph() -> None:
    page = (
        _page()
        .put("●小屋", 1)
        .flow(passage(2), 2, first=0)
        .put("●橋", 1)
        .flow(passage(3), 2, first=0)
    )
    document = read(positioned(page))
    assert [b.kind.value for b in blocks(document)] == ["bullet", "paragraph"] * 2


def test_a_bullet_alone_on_its_line_belongs_to_the_next() -> None:
    page = _page().flow(passage(9))
    for text in ("●", "小屋の屋根", "●", "橋の板"):
        page.put(text)
    assert texts(read(extracted(page)))[1:] == ["●小屋の屋根", "●橋の板"]


@pytest.mark.parametrize(
    ("numbers", "separator"),
    [
        ("①②③④", ""),
        (("a)", "b)", "c)", "d)"), " "),
        (("(ア)", "(イ)", "(ウ)", "(エ)"), " "),
        (("i)", "ii)", "iii)", "iv)"), " "),
        (("第１条", "第２条", "第３条", "第４条"), "　"),
    ],
)
def test_items_are_not_joined(numbers: tuple[str, ...], separator: str) -> None:
    items = [passage(seed, 3) for seed in range(4)]
    page = _page().flow(passage(9))
    for number, item in zip(numbers, items, strict=True):
        page.flow(f"{number}{separator}{item}", 3, first=-2)
    page.flow(passage(8))
    document = read(positioned(page))
    assert "".join(texts(document)).count("。") == 6
    whole = [t for s in document.sections for t in (s.title.text, *(b.text.text for b in s.blocks))]
    assert all(item in whole for item in items)


@pytest.mark.parametrize("sign", ["※", "※１", "（注）"])
def test_notes_have_their_sign_as_marker(sign: str) -> None:
    page = _page().flow(passage(1)).flow(f"{sign} {passage(2)}", 2, first=-1).flow(passage(3))
    note = blocks(read(positioned(page)))[1]
    assert (note.kind, note.marker.text, note.text.text) == (BlockKind.NOTE, sign, passage(2))


def test_rows_of_a_list_in_columns_stand_in_their_order() -> None:
    page = _page().flow(passage(1))
    for left, right in (("① 小屋", "④ 柳"), ("② 橋", "⑤ 鐘"), ("③ 船", "⑥ 灯り")):
        page.put(f"{left}{' ' * 20}{right}", 2)
    page.flow(passage(2))
    for source in (positioned(page), extracted(page, layout=True), extracted(page)):
        assert texts(read(source))[1:-1] == ["①小屋", "②橋", "③船", "④柳", "⑤鐘", "⑥灯り"]


def test_an_item_wraps_within_its_column() -> None:
    page = _page().flow(passage(1)).put("① 小屋の床", 1).put("② 小屋の屋根を葺き替え", 1)
    height = page.y
    page.put("ること", 2.5).put("③ 鐘", 13.5, y=height + 18).put("④ 灯り", 13.5, y=height)
    page.flow(passage(2))
    document = read(positioned(page))
    assert texts(document)[1:-1] == ["①小屋の床", "②小屋の屋根を葺き替えること", "③鐘", "④灯り"]


@pytest.mark.parametrize(
    "start", ["を見る者", "っている者", "、または灯り", "ーターの音", "）の横"]
)
def test_no_paragraph_begins_like_this(start: str) -> None:
    page = _page().flow(passage(1)).put("● 鐘", 1).put(start, 2).flow(passage(2))
    assert texts(read(positioned(page)))[1] == "●鐘" + start


def test_a_nakaguro_within_a_sentence_is_no_bullet() -> None:
    text = "水" * (MEASURE - 1) + "・" + "橋" * 20 + "を測る。"
    page = _page()
    for index, line in enumerate(("水" * (MEASURE - 1), "・" + "橋" * 20 + "を測る。")):
        page.put(line, 0 if index else 1)
    page.flow(passage(1)).flow(passage(2))
    assert texts(read(positioned(page)))[0] == text


def test_latin_words_keep_one_blank_where_a_line_ends() -> None:
    page = _page()
    page.put("水" * 30 + " the water level", 1).put("gauge is read and 帳面 に書く。").flow(
        passage(1)
    )
    assert (
        texts(read(positioned(page)))[0]
        == "水" * 30 + "the water level gauge is read and帳面に書く。"
    )


def test_two_columns_have_right_edges_of_their_own() -> None:
    page = _page()
    top = page.y
    for left, seed in ((0, 1), (22, 5)):
        page.y = top
        page.flow(passage(seed, 7), left, measure=left + 18).flow(
            passage(seed + 1, 7), left, measure=left + 18
        )
    assert texts(read(positioned(page))) == [
        passage(1, 7),
        passage(2, 7),
        passage(5, 7),
        passage(6, 7),
    ]


@pytest.mark.parametrize(
    ("word", "reading", "before"),
    [
        ("伍", "ご", "世界に"),
        ("蔓延", "まんえん", "病の"),
        ("強靱", "きょうじん", "土台の"),
        ("牽引", "けんいん", "舟を"),
        ("裨益", "ひえき", "町に"),
    ],
)
def test_readings_above_their_word(word: str, reading: str, before: str) -> None:
    page = _page().flow(passage(1))
    page.y -= 18
    left = 1 + len(before) + (len(word) - len(reading) * 0.5) / 2
    page.put(reading, left, size=5.5, y=page.y + 11).put(
        f"{before}{word}することとしている。", 1, y=page.y
    )
    page.flow(passage(2))
    document = read(positioned(page))
    assert [(r.reading.text, r.word) for r in document.ruby] == [(reading, word)]
    assert f"{before}{word}することとしている。" in texts(document)


@pytest.mark.parametrize("tail", ["する", "ること", "において", "である"])
def test_the_kana_at_a_sentences_end_are_no_reading(tail: str) -> None:
    page = _page().put("水" * (MEASURE - 1), 1).put(tail).flow(passage(1))
    for source in (positioned(page), extracted(page), extracted(page, layout=True)):
        assert not read(source).ruby


def test_a_reading_that_cuts_its_line() -> None:
    page = (
        _page()
        .flow(passage(1))
        .put("土台の強靱")
        .put("きょうじん")
        .put("性を確かめる。")
        .flow(passage(2))
    )
    document = read(extracted(page))
    assert [(r.reading.text, r.word) for r in document.ruby] == [("きょうじん", "強靱")]


def _table(page: MadeUpPage, rows: list[list[str]]) -> MadeUpPage:
    grid: list[list[int]] = []
    for row in rows:
        page.y -= 18
        cells = []
        for column, text in enumerate(row):
            cells.append(len(page.lines) if text else -1)
            if text:
                page.put(text, column * 10, y=page.y)
        grid.append(cells)
    page.tables.append(grid)
    return page


def test_a_ruled_table_has_columns_and_rows() -> None:
    rows = [
        ["場所", "回数", "当番"],
        ["小屋", "毎朝", "一人"],
        ["", "毎晩", "二人"],
        ["橋", "月初め", "一人"],
    ]
    page = _table(_page().flow(passage(1)), rows).flow(passage(2))
    document = read(positioned(page))
    table = blocks(document)[1]
    assert table.kind is BlockKind.TABLE
    assert table.columns == ("場所", "回数", "当番")
    assert table.rows == (
        ("小屋", "毎朝", "一人"),
        ("小屋", "毎晩", "二人"),
        ("橋", "月初め", "一人"),
    )
    assert table.text.text == "場所\t回数\t当番\n小屋\t毎朝\t一人\n\t毎晩\t二人\n橋\t月初め\t一人"
    assert texts(document)[0::2] == [passage(1), passage(2)]


def test_a_table_goes_on_where_its_head_stands_again() -> None:
    head = ["場所", "回数"]
    first = _table(_page().flow(passage(1)), [head, ["小屋", "毎朝"]]).foot("1")
    second = _table(MadeUpPage(), [head, ["橋", "月初め"]]).flow(passage(2)).foot("2")
    third = MadeUpPage().flow(passage(3)).foot("3")
    document = read(positioned(first, second, third))
    tables = [block for block in blocks(document) if block.kind is BlockKind.TABLE]
    assert [table.rows for table in tables] == [(("小屋", "毎朝"), ("橋", "月初め"))]
    assert furniture(document, "repeated_table") == head


def test_another_table_on_the_next_page_is_its_own() -> None:
    first = _table(_page().flow(passage(1)), [["場所", "回数"], ["小屋", "毎朝"]])
    second = _table(MadeUpPage(), [["道具", "数"], ["綱", "三"]]).flow(passage(2))
    document = read(positioned(first, second, MadeUpPage().flow(passage(3))))
    assert sum(block.kind is BlockKind.TABLE for block in blocks(document)) == 2


def test_a_box_around_text_is_no_table() -> None:
    page = _page().flow(passage(1))
    page.tables.append([[len(page.lines)]])
    page.put("小屋の鍵は番屋にある。", 1).flow(passage(2))
    assert "小屋の鍵は番屋にある。" in texts(read(positioned(page)))


def test_a_mark_stands_in_a_table() -> None:
    page = _table(_page().flow(passage(1)), [["場所", "回数"], ["小屋{1}", "毎朝"]]).flow(
        passage(2)
    )
    page.notes("{1} 木造である。")
    table = next(block for block in blocks(read(positioned(page))) if block.marks)
    assert table.rows == (("小屋", "毎朝"),)
    assert [mark.number for mark in table.marks] == ["1"]


def test_a_reader_joins_and_splits() -> None:
    page = _page().flow(passage(1)).flow(passage(2)).flow(passage(3))
    source = positioned(page)
    starts = [n for n, line in enumerate(source.lines, 1) if line.left and line.left > 80]
    joined = read(source, {starts[1]: frozenset({EditKind.JOIN})})
    assert texts(joined) == [passage(1) + passage(2), passage(3)]
    cut = read(source, {starts[1] + 1: frozenset({EditKind.SPLIT})})
    assert len(texts(cut)) == 4


def test_a_measures_kpis() -> None:
    page = (
        MadeUpPage()
        .head("[No.１－１] 水位の公開")
        .flow(passage(1))
        .put("KPI（進捗）：見られる日数", 1)
    )
    page.put("・小屋の数", 1).put("KPI（効果）：見た人の数", 1).head("[No.１－２] 橋の手入れ").flow(
        passage(2)
    )
    document = read(positioned(page))
    measure = next((s for s in document.sections if s.kpis), None)
    assert measure is not None
    assert [(kpi.kind, kpi.text.text) for kpi in measure.kpis] == [
        (KpiKind.PROGRESS, "見られる日数"),
        (KpiKind.PROGRESS, "小屋の数"),
        (KpiKind.OUTCOME, "見た人の数"),
    ]


@pytest.mark.parametrize("cut", ["（", "」", "、", "。", "「"])
def test_pieces_of_a_line_cut_at_punctuation(cut: str) -> None:
    before, after = ("水" * 20, cut + "橋" * 18) if cut in "（「" else ("水" * 20 + cut, "橋" * 18)
    page = (
        _page().flow(passage(1)).put(before).put(after).put("灯" * 10 + "を見る。").flow(passage(2))
    )
    assert any(before + after + "灯" * 10 in text for text in texts(read(extracted(page))))
