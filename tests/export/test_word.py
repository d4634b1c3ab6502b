"""Word files: what is written is there again when the file is read."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.run import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.cli.main import main
from plan_tui.export.word_document import word_file
from plan_tui.model.rich_document import (
    BulletList,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    DocumentNote,
    DocumentParagraph,
    LineBreak,
    ListItem,
    Markup,
    NoteMark,
    ParagraphKind,
    RichDocument,
    below_each_other,
    run,
)
from plan_tui.text.language import Language
from tests.hostile_texts import HOSTILE_TEXTS, as_shown


def read(*blocks: DocumentBlock, landscape: bool = False) -> Document:
    document = RichDocument(Language.JA, blocks, landscape=landscape)
    return docx.Document(io.BytesIO(word_file(document)))


def paragraph_runs(markup: Markup) -> list[Run]:
    return read(DocumentParagraph(run("字", markup))).paragraphs[0].runs


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_survives_everywhere(text: str) -> None:
    file = read(
        DocumentHeading(1, run(text)),
        DocumentParagraph(run(text)),
        BulletList((ListItem(run(text)),)),
        DataTable((run(text),), ((run(text, Markup.CHANGED),),)),
    )
    assert [p.text for p in file.paragraphs[:3]] == [as_shown(text)] * 3
    [table] = file.tables
    assert [cell.text for row in table.rows for cell in row.cells] == [as_shown(text)] * 2


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_survives(text: str) -> None:
    assert read(DocumentParagraph(run(text) or run("字"))).paragraphs[0].text == as_shown(
        text or "字"
    )


def test_marks_are_real_formatting() -> None:
    assert paragraph_runs(Markup.GONE)[0].font.strike
    assert paragraph_runs(Markup.NEW)[0].underline
    assert paragraph_runs(Markup.CHANGED)[0].underline
    assert paragraph_runs(Markup.MOVED)[0].italic
    assert paragraph_runs(Markup.SHARED)[0].bold
    assert paragraph_runs(Markup.STRONG)[0].bold
    assert paragraph_runs(Markup.MATCH)[0].font.highlight_color is not None
    assert paragraph_runs(Markup.EMPHASIS)[0].italic
    assert paragraph_runs(Markup.CODE)[0].font.name == "Courier New"
    for plain in (Markup.PLAIN, Markup.NOTATION):
        assert not paragraph_runs(plain)[0].underline


def test_the_header_row_is_repeated_and_columns_have_their_shares() -> None:
    table = DataTable((run("新"), run("備考")), ((run("甲"), run("乙")),), (3, 1))
    [written] = read(table, landscape=True).tables
    head, body = written.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert body._tr.trPr is None
    wide, narrow = (column.width for column in written.columns)
    assert 2.9 < wide / narrow < 3.1


def test_a_row_that_heads_others_stays_with_the_next_one() -> None:
    below = below_each_other([run("甲"), run("乙")])
    rows = tuple((content, run("丙")) for content in (below, run("丁"), below, run("戊")))
    table = DataTable((run("新"), run("備考")), rows, heading_rows=frozenset((0, 2)))
    [written] = read(table).tables
    for number, row in enumerate(written.rows[1:]):
        heads = number in table.heading_rows
        paragraphs = [each for cell in row.cells for each in cell.paragraphs]
        assert {each.paragraph_format.keep_with_next for each in paragraphs} == {heads or None}
        assert (row._tr.trPr is not None) is heads


@pytest.mark.parametrize("landscape", [True, False])
def test_paper(landscape: bool) -> None:
    page = read(DocumentParagraph(run("字")), landscape=landscape).sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (page.page_width > page.page_height) is landscape
    assert (page.orientation is WD_ORIENT.LANDSCAPE) is landscape


def test_fonts_are_named_with_what_stands_for_them() -> None:
    content = word_file(RichDocument(Language.JA, (DocumentParagraph(run("字")),)))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        fonts = parts.read("word/fontTable.xml").decode()
        styles = parts.read("word/styles.xml").decode()
    assert 'w:eastAsia="ＭＳ 明朝"' in styles
    ElementTree.fromstring(fonts.encode())
    assert "Noto Serif CJK JP" in fonts


def test_line_breaks_part_paragraphs_in_cells() -> None:
    content = (*run("上"), LineBreak(), *run("下", Markup.CHANGED))
    [table] = read(DataTable((run("列"),), ((content,),))).tables
    cell = table.rows[1].cells[0]
    assert [p.text for p in cell.paragraphs] == ["上", "下"]
    assert cell.paragraphs[1].runs[0].underline


def test_kinds_of_paragraphs_and_levels() -> None:
    file = read(
        DocumentHeading(12, run("深い")),
        DocumentParagraph(run("引用"), ParagraphKind.QUOTATION),
        DocumentParagraph(run("小見出し"), ParagraphKind.SUBHEADING),
        BulletList((ListItem(run("甲")), ListItem(run("乙"), 1), ListItem(run("丙"), 7))),
    )
    styles = [p.style.name for p in file.paragraphs if p.style]
    assert styles[:3] == ["Heading 9", "Quote", "Normal"]
    assert styles[3:6] == ["List Bullet", "List Bullet 2", "List Bullet 3"]
    assert file.paragraphs[2].runs[0].bold


def test_footnotes_are_real_and_each_mark_has_its_own() -> None:
    mark = NoteMark("plan-1")
    table = DataTable((run("列"),), (((*run("甲"), mark, *run("乙"), mark),),))
    notes = (DocumentNote("plan-1", run("注 & <b>\x1b")),)
    content = word_file(RichDocument(Language.JA, (table,), notes))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        footnotes = ElementTree.fromstring(parts.read("word/footnotes.xml"))
        body = parts.read("word/document.xml").decode()
        assert "footnotes.xml" in parts.read("[Content_Types].xml").decode()
        assert "footnotes.xml" in parts.read("word/_rels/document.xml.rels").decode()
    texts = ["".join(note.itertext()) for note in footnotes]
    assert texts == ["", "", " [plan-1] 注 & <b>\\x1b", " [plan-1] 注 & <b>\\x1b"]
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', body) == ["1", "2"]


def test_a_footnote_is_called_by_its_label() -> None:
    paragraph = DocumentParagraph((*run("甲"), NoteMark("plan-1")))
    notes = (DocumentNote("plan-1", run("注"), "2021年版 脚注1"),)
    content = word_file(RichDocument(Language.JA, (paragraph,), notes))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        footnotes = ElementTree.fromstring(parts.read("word/footnotes.xml"))
        styles = parts.read("word/styles.xml").decode()
    assert "".join(footnotes[-1].itertext()) == " (2021年版 脚注1) 注"
    assert footnotes[-1][0][0][0].get(qn("w:val")) == "FootnoteText"
    assert 'w:styleId="FootnoteText"' in styles


@pytest.mark.parametrize(("landscape", "side"), [(True, "center"), (False, None)])
def test_the_title_of_a_wide_page_stands_over_its_middle(landscape: bool, side: str | None) -> None:
    title, section = DocumentHeading(1, run("題")), DocumentHeading(2, run("節"))
    aside = DocumentParagraph(run("（下線）"), ParagraphKind.ASIDE)
    sides = []
    for paragraph in read(title, section, aside, landscape=landscape).paragraphs:
        justified = next(paragraph._p.iter(qn("w:jc")), None)
        sides.append(None if justified is None else justified.get(qn("w:val")))
    assert sides == [side, None, "right"]


def test_pages_are_numbered() -> None:
    [section] = read(DocumentParagraph(run("字"))).sections
    [field] = section.footer._element.iter(qn("w:fldSimple"))
    assert field.get(qn("w:instr")) == "PAGE"


@pytest.mark.parametrize(
    ("language", "font"), [(Language.JA, "ＭＳ 明朝"), (Language.EN, "Times New Roman")]
)
def test_digits_have_the_font_of_the_words_around(language: Language, font: str) -> None:
    content = word_file(RichDocument(language, (DocumentParagraph(run("字")),)))
    normal = docx.Document(io.BytesIO(content)).styles["Normal"].element
    fonts = next(normal.iter(qn("w:rFonts")))
    assert fonts.get(qn("w:ascii")) == fonts.get(qn("w:hAnsi")) == font
    assert fonts.get(qn("w:eastAsia")) == "ＭＳ 明朝"


def test_a_document_without_footnotes_has_no_part_of_them() -> None:
    content = word_file(RichDocument(Language.JA, (DocumentParagraph(run("字")),)))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert "word/footnotes.xml" not in parts.namelist()


def test_the_same_document_gives_the_same_bytes_without_clock_time() -> None:
    document = RichDocument(Language.JA, (DocumentHeading(1, run("題")),))
    assert word_file(document) == word_file(document)
    with zipfile.ZipFile(io.BytesIO(word_file(document))) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert "<dc:title>題</dc:title>" in core
    assert "python-docx" not in core


def test_the_end_has_sources_command_and_attribution() -> None:
    document = RichDocument(
        Language.JA,
        (DocumentParagraph(run("字")),),
        sources=("甲の計画",),
        command="plan-tui tree",
        attribution=("出典：甲",),
    )
    file = docx.Document(io.BytesIO(word_file(document)))
    words = [p.text for p in file.paragraphs]
    end = ["引用した文書：", "甲の計画", "同じ結果を得るコマンド：plan-tui tree", "出典：甲"]
    assert words == ["字", *end]


VIEWS = [
    "compare 2021:1.1.1",
    "compare 2021:1.1 --below --layout table",
    "show 2021:1.1",
    "measures",
    "targets",
    "changes 2021 2025",
    "track",
    "search 図書館",
    "tree",
    "overview",
    "topics",
    "words 図書館",
]


@pytest.mark.parametrize("words", VIEWS)
def test_every_view_is_written_by_the_ending_of_the_file(
    words: str, crosswalked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.docx"
    options = ["--lang", "ja", "--db", str(crosswalked_database)]
    assert main(["export", *words.split(), "-o", str(target), *options]) == 0
    assert capfd.readouterr() == ("", "")
    file = docx.Document(str(target))
    assert file.paragraphs[0].style is not None
    assert file.paragraphs[0].style.name == "Heading 1"
    assert file.paragraphs[-1].text == "加工して作成"


PROBE = """
import sys
sys.modules["docx"] = None
from plan_tui.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


def test_without_python_docx_one_line_says_what_to_install(
    crosswalked_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.docx"
    words = ["export", "tree", "-o", str(target), "--db", str(crosswalked_database)]
    result = subprocess.run([sys.executable, "-c", PROBE, *words], capture_output=True, text=True)
    assert result.returncode == 3
    assert "pip install 'plan-tui[office]'" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not target.exists()


def test_a_pipe_takes_the_bytes(crosswalked_database: Path) -> None:
    words = ["tree", "--format", "docx", "--db", str(crosswalked_database)]
    result = subprocess.run(
        [sys.executable, "-m", "plan_tui", *words], capture_output=True, check=True
    )
    assert docx.Document(io.BytesIO(result.stdout)).paragraphs
