"""Editions, documents and the program itself, in lines."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui import __version__
from plan_tui.labels.document_names import document_name, document_title, publisher_name
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.kind_names import DOCUMENT_KINDS
from plan_tui.model.records import Document, Edition
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui.icons import DOCUMENT_ICON
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece
from plan_tui.tui.themes import edition_role

DECIDED = Phrase("決定日", "Decided on")
HELD = Phrase("収録範囲", "Text held")
DOCUMENTS = Phrase("文書", "Documents")
KIND = Phrase("種類", "Kind")
DATED = Phrase("日付", "Dated")
PUBLISHER = Phrase("公表者", "Publisher")
ADDRESS = Phrase("URL", "URL")
LICENCE = Phrase("利用条件", "Licence")
SOURCE = Phrase("元ファイル", "Source file")
LINES = Phrase("{name}（{lines:,}行）", "{name} ({lines:,} {lines:line|lines})")
SECTIONS = Phrase("見出しの数", "Headings")
ABOUT = Phrase(
    "重点計画の各版を端末で読み、探し、比べ、書き出すためのソフトウェアです。",
    "Reads, searches, compares and exports the editions of the plan in a terminal.",
)
NOT_FOUND_MEANS = Phrase(
    "「対応箇所なし」「この版で最初」「収録テキストに記載なし」は、いずれも"
    "収録しているテキストの中でのことです。",
    '"No counterpart", "first here" and "not in the text held" always refer to the '
    "text that is held.",
)
ATTRIBUTION = Phrase("出典と利用条件", "Attribution")
PROGRAM = Phrase("プログラム", "Program")
DATABASE = Phrase("データベース", "Database")

_Field = tuple[Phrase, str]
"""A name and its value."""


def edition_lines(
    edition: Edition, documents: Sequence[Document], columns: int, language: Language
) -> list[Line]:
    """Draw what is held of an edition."""
    name = edition_name(edition.id, language)
    fields = ((DECIDED, edition.decided_on), (HELD, edition.held(language)))
    lines = [
        Line.of(Piece(name, edition_role(edition.ordinal))),
        *Paragraph(edition.name(language), role="heading").lines(columns),
        EMPTY,
        *_fields(fields, columns, language),
        EMPTY,
        Line.of(Piece(DOCUMENTS.say(language), "label")),
    ]
    for document in documents:
        kind = DOCUMENT_KINDS[document.kind].say(language)
        icon = Piece(f"{DOCUMENT_ICON} ", "muted")
        text = f"{kind} {document_name(document, language)}"
        lines += Paragraph(text, first=(icon,), rest=(Piece("  "),)).lines(columns)
    return lines


def document_lines(
    document: Document, sections: int, columns: int, language: Language
) -> list[Line]:
    """Draw where a document comes from, and how many sections it has."""
    title = document.title if language is Language.JA else document_title(document, language)
    fields = (
        (KIND, DOCUMENT_KINDS[document.kind].say(language)),
        (DATED, document.dated),
        (PUBLISHER, publisher_name(document, language)),
        (SECTIONS, f"{sections:,}"),
        (SOURCE, LINES.say(language, name=document.source_file, lines=document.lines)),
        (ADDRESS, document.url),
        (LICENCE, document.licence),
    )
    return [
        *Paragraph(title, role="heading").lines(columns),
        EMPTY,
        *_fields([field for field in fields if field[1]], columns, language),
    ]


def about_lines(
    attribution: Sequence[str],
    editions: Sequence[Edition],
    database: str,
    columns: int,
    language: Language,
) -> list[Line]:
    """Draw the program, its sources and their licence; ``database`` is the open file's path."""
    lines = Paragraph(ABOUT.say(language)).lines(columns)
    lines += [EMPTY, Line.of(Piece(ATTRIBUTION.say(language), "heading"))]
    for source in attribution:
        lines += Paragraph(source).lines(columns)
    lines += [EMPTY, Line.of(Piece(HELD.say(language), "heading"))]
    for edition in editions:
        name = edition_name(edition.id, language)
        first = (Piece(f"{name} ", edition_role(edition.ordinal)),)
        lines += Paragraph(edition.held(language), first=first, rest=(Piece("  "),)).lines(columns)
    lines += Paragraph(NOT_FOUND_MEANS.say(language), role="muted").lines(columns)
    lines.append(EMPTY)
    fields = ((PROGRAM, f"plan-tui {__version__} (MIT)"), (DATABASE, database))
    return lines + _fields(fields, columns, language)


def _fields(fields: Sequence[_Field], columns: int, language: Language) -> list[Line]:
    """Draw fields one below the other, their values in one column behind the longest name."""
    size = max(width(name.say(language)) for name, _ in fields) + 2
    lines: list[Line] = []
    for phrase, value in fields:
        name = phrase.say(language)
        first = (Piece(name, "label"), Piece(" " * (size - width(name))))
        lines += Paragraph(value, first=first, rest=(Piece(" " * size),)).lines(columns)
    return lines
