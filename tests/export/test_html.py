"""HTML: one file that needs no other, in which each text is shown to the letter."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.export.formats import form_of
from plan_tui.export.html import page
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
    run,
)
from plan_tui.text.language import Language
from tests.hostile_texts import HOSTILE_TEXTS, as_shown

_EMPTY = frozenset(("meta", "br", "col", "hr"))


class Reader(HTMLParser):
    """Reads a page strictly: every tag is closed by its own."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "br":
            self.handle_data("\n")
        elif tag not in _EMPTY:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.texts[tag][-1] += data


def read(*blocks: DocumentBlock, notes: tuple[DocumentNote, ...] = ()) -> Reader:
    return read_page(RichDocument(Language.JA, blocks, notes))


def read_page(document: RichDocument) -> Reader:
    reader = Reader()
    reader.feed(page(document))
    reader.close()
    assert reader.open == []
    return reader


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_shown_to_the_letter(text: str) -> None:
    table = DataTable((run("列"),), ((run(text, Markup.CHANGED),),))
    reader = read(
        DocumentHeading(1, run(text)),
        DocumentParagraph(run(text)),
        BulletList((ListItem(run(text)),)),
        table,
    )
    for tag in ("h1", "p", "td", "u"):
        assert reader.texts[tag] == [as_shown(text)]
    assert "script" not in reader.tags
    assert not [name for name, _ in reader.attributes if name.startswith("on")]


@given(st.text(max_size=60))
def test_any_text_is_one_paragraph(text: str) -> None:
    assert read(DocumentParagraph(run(text) or run("字"))).texts["p"] == [as_shown(text or "字")]


MARKS = {
    Markup.PLAIN: "p",
    Markup.CODE: "code",
    Markup.EMPHASIS: "em",
    Markup.MATCH: "mark",
    Markup.GONE: "del",
    Markup.NEW: "ins",
    Markup.MOVED: "i",
    Markup.SHARED: "b",
    Markup.NOTATION: "p",
    Markup.CHANGED: "u",
    Markup.STRONG: "strong",
}


@pytest.mark.parametrize("markup", Markup)
def test_each_markup_has_its_tag(markup: Markup) -> None:
    assert read(DocumentParagraph(run("字", markup))).texts[MARKS[markup]] == ["字"]


def test_the_header_row_is_repeated_on_paper() -> None:
    table = DataTable((run("新"), run("旧")), ((run("甲"), run("乙")),), (3, 1))
    reader = read(table)
    assert reader.texts["th"] == ["新", "旧"]
    assert ("style", "width: 75.0%") in reader.attributes
    assert "thead { display: table-header-group; }" in page(RichDocument(Language.JA, (table,)))


@pytest.mark.parametrize(("landscape", "paper"), [(False, "A4;"), (True, "A4 landscape;")])
def test_paper_and_colours(landscape: bool, paper: str) -> None:
    written = page(RichDocument(Language.EN, (DocumentParagraph(run("字")),), landscape=landscape))
    assert f"size: {paper}" in written
    assert "color-scheme: light dark" in written
    assert '<html lang="en">' in written


def test_nothing_is_fetched() -> None:
    reader = read(DocumentParagraph(run("https://example.invalid/x.css <img src=x>")))
    assert {"link", "img", "script", "iframe"} & set(reader.tags) == set()
    assert "url(" not in "".join(reader.texts["style"])
    assert "@import" not in "".join(reader.texts["style"])


def test_a_footnote_is_called_by_its_label() -> None:
    paragraph = DocumentParagraph((NoteMark("plan-1"),))
    notes = (DocumentNote("plan-1", run("注"), "2021年版 脚注1<"),)
    assert "注 (2021年版 脚注1&lt;) " in page(RichDocument(Language.JA, (paragraph,), notes))


def test_footnotes_lead_there_and_back() -> None:
    note = DocumentNote("plan-1", run("注<b>"))
    paragraph = DocumentParagraph((*run("甲"), NoteMark("plan-1"), NoteMark("plan-1")))
    reader = read(paragraph, notes=(note,))
    idents = [value for name, value in reader.attributes if name == "id"]
    assert idents == ["mark-1", "note-1"]
    targets = [value for name, value in reader.attributes if name == "href"]
    assert targets == ["#note-1", "#note-1", "#mark-1"]
    assert reader.texts["li"] == ["注<b> plan-1 ↩"]


@pytest.mark.parametrize("levels", [(0,), (0, 1, 0), (0, 1, 2), (2, 0), (0, 2, 1, 0), (1, 1)])
def test_lists_nest(levels: tuple[int, ...]) -> None:
    items = tuple(ListItem(run(f"項{number}"), level) for number, level in enumerate(levels))
    reader = read(BulletList(items))
    assert len(reader.texts["li"]) == len(levels)


def test_line_breaks_and_kinds_of_paragraphs() -> None:
    reader = read(
        DocumentParagraph((*run("上"), LineBreak(), *run("下"))),
        DocumentParagraph(run("引用"), ParagraphKind.QUOTATION),
        DocumentParagraph(run("小見出し"), ParagraphKind.SUBHEADING),
    )
    assert reader.texts["p"] == ["上\n下", "引用", "小見出し"]
    assert reader.texts["blockquote"] == ["引用"]


def test_the_title_is_the_first_heading() -> None:
    reader = read(DocumentHeading(1, run("題 <i>")))
    assert reader.texts["title"] == ["題 <i>"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.md", "md"),
        ("a.HTML", "html"),
        ("a.htm", "html"),
        ("新旧.docx", "docx"),
        ("a.b/c", None),
        ("a.pdf", None),
        ("-", None),
        (".docx", None),
    ],
)
def test_the_ending_of_a_name_tells_the_format(name: str, form: str | None) -> None:
    assert form_of(name) == form


def test_headings_are_no_deeper_than_html_has() -> None:
    assert re.search(
        "<h6>深い</h6>", page(RichDocument(Language.JA, (DocumentHeading(9, run("深い")),)))
    )


def test_office_programs_find_lines_widths_and_marks() -> None:
    table = DataTable((run("新"), run("旧")), ((run("甲"), run("乙")),), (3, 1))
    paragraph = DocumentParagraph((*run("字", Markup.GONE), *run("語", Markup.MATCH)))
    written = page(RichDocument(Language.JA, (paragraph, table)))
    assert '<table border="1" width="100%">' in written
    assert '<col width="75.0%"' in written
    assert "del { text-decoration: line-through; }" in written
    assert "<mark><b>語</b></mark>" in written
