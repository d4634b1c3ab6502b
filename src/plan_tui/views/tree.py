"""The outline as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plan_tui.export.json_lists import Record, name
from plan_tui.export.markdown import Sheet, title
from plan_tui.export.markdown_escape import code, escape, line
from plan_tui.export.plain_text import Paint, joined, no_paint
from plan_tui.export.tsv import NAME
from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.records import Attribution, Document, Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

COLUMNS = (*NAME, "depth", "toc_only")
_TITLE = Phrase("見出し一覧", "Outline")


def records(sections: Iterable[Section]) -> list[Record]:
    """Return one record a heading, in reading order."""
    return [
        name(section)
        | {
            "depth": section.depth,
            "children": section.children,
            "toc_only": section.toc_only,
            "line_start": section.line_start,
            "line_end": section.line_end,
        }
        for section in sections
    ]


def text(
    sections: Sequence[Section],
    documents: Iterable[Document],
    language: Language,
    paint: Paint = no_paint,
) -> str:
    """Return the outline, one heading a line after its key, documents as lines of their own."""
    names = {document.id: document.title for document in documents}
    columns = max((width(w) for s in sections for w in (s.key, s.document_id)), default=0) + 2
    lines, current = [], ""
    for section in sections:
        if section.document_id != current:
            current = section.document_id
            lines.append(paint("head", f"{pad(current, columns)}{names[current]}"))
        indent = "  " * (section.depth - 1)
        heading = headings.heading(section, language)
        mark = "" if not section.toc_only else "  " + paint("dim", "…")
        lines.append(f"{paint('key', pad(section.key, columns))}{indent}{heading}{mark}")
    return joined(lines)


def markdown(
    sections: Sequence[Section],
    documents: Iterable[Document],
    attribution: Attribution,
    language: Language,
    command: str = "",
) -> str:
    """Return the outline as nested lists, one for each document."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    for document in documents:
        lines, top = [], 0
        for section in sections:
            if section.document_id != document.id:
                continue
            top = min(top or section.depth, section.depth)
            mark = f" *({terms.CONTENTS_ONLY.say(language)})*" if section.toc_only else ""
            lines.append(
                f"{'  ' * (section.depth - top)}- {line(title(section))} {code(section.key)}{mark}"
            )
        if lines:
            sheet.heading(2, escape(document.title))
            sheet.cited.add(document.id)
            sheet.add("\n".join(lines))
    return sheet.finish(attribution, command)
