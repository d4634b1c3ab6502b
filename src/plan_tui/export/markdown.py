"""A Markdown document: heading, where it comes from, body, footnotes, attribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plan_tui.export.markdown_escape import code, escape, inline, line
from plan_tui.export.markdown_escape import table as md_table
from plan_tui.labels import terms
from plan_tui.labels.citations import source
from plan_tui.labels.terms import promise
from plan_tui.model.enums import BlockKind
from plan_tui.model.inserted_marks import block_refs, kpi_refs, title_refs, with_notes
from plan_tui.model.records import Attribution, Block, FootnoteRef, Kpi, Section, SectionText
from plan_tui.text.language import Language, Phrase

_COMMAND = Phrase("同じ結果を得るコマンド", "Command that gives the same")
_CITED = Phrase("引用した文書", "Documents cited")
_LISTED = frozenset((BlockKind.BULLET, BlockKind.LIST_ITEM))
_PLAIN_BULLETS = frozenset("・•")


@dataclass(slots=True)
class Sheet:
    """A Markdown document while it is written; parts are set apart by blank lines."""

    language: Language
    parts: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    """Footnote name → text as Markdown, in order of first mention."""
    cited: set[str] = field(default_factory=set)
    """Ids of the documents whose sections are cited; the end of the sheet names them."""

    def add(self, markdown: str) -> None:
        """Add one part (a paragraph, list, table or heading), if it is not empty."""
        if markdown:
            self.parts.append(markdown)

    def heading(self, depth: int, markdown: str) -> None:
        """Add a heading (depth 1 to 6) of Markdown text."""
        self.add(f"{'#' * min(depth, 6)} {markdown}")

    def cite(self, section: Section) -> str:
        """Return a section's citation and key, on one line."""
        self.cited.add(section.document_id)
        return f"{escape(section.citation)} {code(section.key)}"

    def noted(self, text: str, refs: Sequence[FootnoteRef], of: SectionText) -> str:
        """Return text with footnote marks, whose footnotes then stand at the document's end."""
        bodies = {note.number: note.text for note in of.footnotes}

        def mark(number: str) -> str:
            name = f"{of.document.id}-{number}"
            self.notes.setdefault(name, inline(bodies.get(number, "")))
            return f"[^{name}]"

        return with_notes(text, refs, inline, mark)

    def finish(self, attribution: Attribution, command: str = "") -> str:
        """Return the document with footnotes, what it cites, its command and the attribution."""
        parts = [*self.parts]
        parts += ["\n".join(f"[^{name}]: {text}" for name, text in self.notes.items())]
        parts.append("---")
        cited = [one for one in attribution.documents if one.id in self.cited]
        if cited:
            sources = "\n".join(f"- {escape(source(one, self.language))}" for one in cited)
            parts.append(f"{_CITED.say(self.language)}:\n\n{sources}")
        if command:
            parts.append(f"{_COMMAND.say(self.language)}: {code(command)}")
        parts += [escape(words) for words in attribution.said(self.language)]
        return "\n\n".join(part for part in parts if part) + "\n"


def title(section: Section) -> str:
    """Return label and title as Markdown inside a line."""
    return inline(section.heading)


def write_section(sheet: Sheet, text: SectionText, depth: int) -> None:
    """Write one section: heading at ``depth``, citation, blocks, KPIs."""
    head = text.section
    label = inline(f"{head.label} ".lstrip())
    sheet.heading(depth, line(label + sheet.noted(head.title, title_refs(text), text)))
    if head.title_en:
        sheet.add(f"{escape(head.title_en)} ({terms.UNOFFICIAL.say(sheet.language)})")
    sheet.add(sheet.cite(head))
    write_blocks(sheet, text)
    write_kpis(sheet, text, depth + 1)


def write_blocks(sheet: Sheet, text: SectionText) -> None:
    """Write a section's blocks; bullets and list items that follow each other are one list."""
    if not text.blocks:
        nothing = terms.CONTENTS_ONLY if text.section.toc_only else terms.NO_TEXT
        sheet.add(f"*{nothing.say(sheet.language)}*")
    items: list[str] = []
    level = -1
    for block in text.blocks:
        refs = block_refs(text, block.id)
        if block.kind in _LISTED:
            level = min(block.level, level + 1)
            items.append(f"{'  ' * level}- {_item(sheet, block, refs, text)}")
            continue
        sheet.add("\n".join(items))
        items, level = [], -1
        sheet.add(_block(sheet, block, refs, text))
    sheet.add("\n".join(items))


def _item(sheet: Sheet, block: Block, refs: Sequence[FootnoteRef], text: SectionText) -> str:
    body = sheet.noted(block.text, refs, text)
    plain = not block.marker or block.marker in _PLAIN_BULLETS
    return line(body if plain else f"{inline(block.marker)} {body}")


def _block(sheet: Sheet, block: Block, refs: Sequence[FootnoteRef], text: SectionText) -> str:
    if block.table:
        columns = [inline(cell) for cell in block.table.columns]
        rows = [[_cell(cell) for cell in row] for row in block.table.rows]
        marks = sheet.noted("", refs, text)
        return md_table(columns, rows) + (f"\n\n{marks}" if marks else "")
    marker = f"{inline(block.marker)} " if block.marker else ""
    body = marker + sheet.noted(block.text, refs, text)
    if block.kind is BlockKind.NOTE and block.text.startswith("【"):
        return f"**{body.strip()}**"
    return line(body)


def _cell(text: str) -> str:
    return "<br>".join(inline(part) for part in text.splitlines())


def write_kpis(sheet: Sheet, text: SectionText, depth: int) -> None:
    """Write a measure's KPIs, progress and outcome apart; nothing for other sections."""
    if text.measure is None:
        return
    if not text.kpis:
        sheet.add(f"*{terms.NO_KPI.say(sheet.language)}*")
        return
    for kind, phrase in terms.KPI_KIND.items():
        sheet.heading(depth, phrase.say(sheet.language))
        found = [
            "- " + line(sheet.noted(kpi.text, kpi_refs(text, kpi.id), text)) + status(sheet, kpi)
            for kpi in text.kpis
            if kpi.kind == kind
        ]
        sheet.add("\n".join(found) or f"*{terms.NO_KPI.say(sheet.language)}*")


def status(sheet: Sheet, kpi: Kpi) -> str:
    """Return what a KPI promises, where its own words do not say it in this language."""
    words = promise(kpi, sheet.language)
    return f" ({words})" if words else ""
