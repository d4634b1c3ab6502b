"""Puts a fuller text in the place of a document: what was judged of its keys goes over."""

from __future__ import annotations

from collections.abc import Mapping

from plan_tui.errors import UsageError
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.row import Row
from plan_tui.store.schema import TABLES
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.text.tokens import fold_notation

_OTHER_MEANING = Phrase(
    "{key}：今は「{old}」、この文書では「{new}」を指します（同様のキー{count}件）。"
    "--replaceを付けずに追加してください",
    "{key} is now “{old}” and would be “{new}” ({count} such {count:key|keys}); add "
    "the document without --replace",
)
_GONE = Phrase(
    "{document}にあったキーのうち{count}件は、この文書にありません：{keys}",
    "{count} {count:key|keys} of {document} {count:is|are} not in this document: {keys}",
)
_NAMED_KEYS = 5
"""Keys that the message names."""


def take_place(rows: DatabaseRows, part: DatabaseRows, document_id: str) -> tuple[Phrase, ...]:
    """Take a document out, and let what was judged of its sections hold for those of ``part``.

    Sections are the same where their keys are, blocks where a section has the same text.

    Args:
        rows: all rows; those of the document go, and what was judged of them names ``part``.
        part: the rows of the document that takes its place, with ids of their own.
        document_id: the document; that of ``part`` has the same id.

    Returns:
        What is no longer there.

    Raises:
        UsageError: a key would name another heading.

    """
    old = {row.key: row for row in rows.sections if row.document_id == document_id}
    new = {row.key: row for row in part.sections}
    _refuse_other_meanings(old, new)
    sections = {old[key].id: new[key].id for key in old if key in new}
    _carry_over(rows, sections, _same_blocks(rows, part, sections))
    titles = {new[key].id: old[key].title_en for key in old if key in new}
    part.sections = [replaced(row, title_en=titles.get(row.id)) for row in part.sections]
    (place,) = [row.ordinal for row in rows.documents if row.id == document_id]
    part.documents = [replaced(row, ordinal=place) for row in part.documents]
    take_out(rows, document_id)
    gone = [key for key in old if key not in new]
    named = ", ".join(gone[:_NAMED_KEYS]) + (" …" if len(gone) > _NAMED_KEYS else "")
    return (_GONE.of(document=document_id, count=len(gone), keys=named),) if gone else ()


def _refuse_other_meanings(old: Mapping[str, SectionRow], new: Mapping[str, SectionRow]) -> None:
    changed = [
        key
        for key, section in old.items()
        if key in new and _solid(section.title) != _solid(new[key].title)
    ]
    for key in changed:
        raise UsageError(
            _OTHER_MEANING.of(key=key, old=old[key].title, new=new[key].title, count=len(changed))
        )


def _same_blocks(
    rows: DatabaseRows, part: DatabaseRows, sections: Mapping[int, int]
) -> dict[int, int]:
    """Return the blocks that stand in both texts of a section: id → id in ``part``."""
    blocks = {(row.section_id, _solid(row.text)): row.id for row in reversed(part.blocks)}
    return {
        row.id: blocks[place]
        for row in rows.blocks
        if row.section_id in sections
        and (place := (sections[row.section_id], _solid(row.text))) in blocks
    }


def _carry_over(rows: DatabaseRows, sections: Mapping[int, int], blocks: Mapping[int, int]) -> None:
    """Let topics, asserted links and verdicts name the new sections and blocks."""
    rows.topic_sections = [
        replaced(row, section_id=sections.get(row.section_id, row.section_id))
        for row in rows.topic_sections
    ]
    topic_blocks = (
        replaced(row, section_id=sections[row.section_id], block_id=blocks[row.block_id])
        if row.section_id in sections and row.block_id in blocks
        else row
        for row in rows.topic_blocks
    )
    named = {(row.topic_id, row.section_id, row.block_id): row for row in topic_blocks}
    rows.topic_blocks = list(named.values())
    rows.verdicts = [
        replaced(row, section_id=sections.get(row.section_id, row.section_id))
        for row in rows.verdicts
    ]
    rows.links = [
        replaced(
            row,
            from_section_id=sections.get(row.from_section_id, row.from_section_id),
            to_section_id=sections.get(row.to_section_id, row.to_section_id),
            from_block_id=_other_block(row.from_block_id, row.from_section_id, sections, blocks),
            to_block_id=_other_block(row.to_block_id, row.to_section_id, sections, blocks),
        )
        if row.accepted
        else row
        for row in rows.links
    ]


def _other_block(
    block_id: int | None, section_id: int, sections: Mapping[int, int], blocks: Mapping[int, int]
) -> int | None:
    """Return the block that a link names from now on; None where the text has it no more."""
    if block_id is None or section_id not in sections:
        return block_id
    return blocks.get(block_id)


def take_out(rows: DatabaseRows, document_id: str) -> None:
    """Take a document out, and every row that names it or one of its rows."""
    removed: dict[str, set[int | str]] = {"documents": {document_id}}
    for shape in TABLES:
        gone = removed.setdefault(shape.name, set())
        kept = []
        for row in rows.of_table(shape.name):
            if _is_gone(row, shape.foreign_keys, removed) or getattr(row, "id", None) in gone:
                gone.add(getattr(row, "id", 0))
            else:
                kept.append(row)
        setattr(rows, shape.name, kept)
    places = {"title": "sections", "text": "blocks", "kpi": "kpis", "footnote": "footnotes"}
    rows.search_texts = [
        row for row in rows.search_texts if row.row_id not in removed[places[row.place]]
    ]


def _is_gone(
    row: Row, foreign_keys: Mapping[str, str], removed: Mapping[str, set[int | str]]
) -> bool:
    return any(
        getattr(row, column) in removed.get(table, ()) for column, table in foreign_keys.items()
    )


def _solid(text: str) -> str:
    """Return a text by which two are the same that notation or blanks alone tell apart."""
    return "".join(fold_notation(text).split())
