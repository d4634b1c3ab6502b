"""A section in a document: heading, citation, blocks, KPIs, with its footnotes."""

from __future__ import annotations

from plan_tui.labels.measure_names import KPI_KINDS, NO_KPI, promise
from plan_tui.labels.named_organisations import in_charge_words
from plan_tui.labels.not_held import without_text
from plan_tui.labels.punctuation import in_brackets
from plan_tui.labels.section_parts import UNOFFICIAL
from plan_tui.model.enums import BlockKind
from plan_tui.model.inserted_marks import block_refs, kpi_refs, title_refs
from plan_tui.model.rich_document import ListItem, ParagraphKind, below_each_other, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Block, FootnoteRef, Kpi, SectionText, Table
    from plan_tui.model.rich_document import Content
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder

_LISTED = frozenset((BlockKind.BULLET, BlockKind.LIST_ITEM))
_PLAIN_BULLETS = frozenset("・•-*+")
"""Printed bullets, and those of Markdown, that a list's own signs stand for."""
_SUBHEADING = "【"
"""How a note begins that heads what follows it."""


def write_section(builder: DocumentBuilder, text: SectionText, depth: int) -> None:
    """Write one section: heading at ``depth``, citation, blocks, KPIs."""
    head = text.section
    title = builder.noted(head.title, title_refs(text), text)
    builder.heading(depth, (*run(f"{head.label} ".lstrip()), *title))
    if head.title_en:
        unofficial = in_brackets(UNOFFICIAL.say(builder.language), builder.language)
        builder.paragraph(f"{head.title_en}{unofficial}")
    builder.paragraph(builder.cite(head))
    _write_blocks(builder, text)
    _write_kpis(builder, text, depth + 1)


def _write_blocks(builder: DocumentBuilder, text: SectionText) -> None:
    """Write a section's blocks; bullets and list items that follow each other are one list."""
    if not text.blocks:
        nothing = without_text(text.section)
        builder.remark(nothing.say(builder.language))
    items: list[ListItem] = []
    level = -1
    for block in text.blocks:
        refs = block_refs(text, block.id)
        if block.kind in _LISTED:
            level = min(block.level, level + 1)
            items.append(ListItem(_item(builder, block, refs, text), level, _anchor(block)))
            continue
        builder.bullets(items)
        items, level = [], -1
        _write_block(builder, block, refs, text)
    builder.bullets(items)


def _item(
    builder: DocumentBuilder, block: Block, refs: Sequence[FootnoteRef], text: SectionText
) -> Content:
    body = builder.noted(block.text, refs, text)
    plain = not block.marker or block.marker in _PLAIN_BULLETS
    return body if plain else (*run(f"{block.marker} "), *body)


def _write_block(
    builder: DocumentBuilder, block: Block, refs: Sequence[FootnoteRef], text: SectionText
) -> None:
    if block.table:
        builder.table(block.table.columns, _cells(block.table), anchor=_anchor(block))
        builder.paragraph(builder.noted("", refs, text))
        return
    is_heading = block.kind is BlockKind.NOTE and block.text.startswith(_SUBHEADING)
    kind = ParagraphKind.SUBHEADING if is_heading else ParagraphKind.BODY
    marker = run(f"{block.marker} ") if block.marker else ()
    builder.paragraph((*marker, *builder.noted(block.text, refs, text)), kind, _anchor(block))


def _anchor(block: Block) -> str:
    return f"b{block.ordinal}"


def _cells(table: Table) -> list[list[Content]]:
    return [[below_each_other(map(run, cell.splitlines())) for cell in row] for row in table.rows]


def _write_kpis(builder: DocumentBuilder, text: SectionText, depth: int) -> None:
    """Write a measure's KPIs, progress and outcome apart; nothing for other sections."""
    if text.measure is None:
        return
    none = NO_KPI.say(builder.language)
    if not text.kpis:
        builder.remark(none)
    for kind, phrase in KPI_KINDS.items() if text.kpis else ():
        builder.heading(depth, phrase.say(builder.language))
        items = [
            ListItem(
                (
                    *builder.noted(kpi.text, kpi_refs(text, kpi.id), text),
                    *kpi_status(kpi, builder.language),
                ),
                anchor=f"{kpi.kind}-{kpi.ordinal}",
            )
            for kpi in text.kpis
            if kpi.kind == kind
        ]
        builder.bullets(items)
        if not items:
            builder.remark(none)
    in_charge = in_charge_words(text, builder.language)
    if in_charge:
        builder.remark(in_charge)


def kpi_status(kpi: Kpi, language: Language) -> Content:
    """Return what a KPI promises, where its own words do not say it in this language."""
    words = promise(kpi, language)
    return run(in_brackets(words, language)) if words else ()
