"""From rows to the passages that are matched between editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plan_tui.importer.linking.evidence import Passage
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import BlockRow, SectionRow

# Chosen by hand with the real editions, where the counterpart of a measure of 2021 is often one
# block of a broad section of 2025. Lower numbers give more passages of blocks: more such
# counterparts, and more chance likenesses.
_BROAD = 3
"""Sections of so many blocks are also matched block by block."""
_SAYS_MUCH = 20
"""Characters of a block that is matched by itself; a shorter one names no matter."""
_TOO_BROAD = 6000
"""A heading over more characters than this says too much to be matched by what is below it:
above it stand parts and chapters, which would resemble everything."""


def passages(rows: DatabaseRows) -> Iterator[Passage]:
    """Yield every section as a passage, and the blocks of broad sections.

    A section without text of its own stands for the text below it, unless that is most of a
    document.
    """
    own_texts = _own_texts(rows)
    texts_below = _with_texts_below(rows.sections, own_texts)
    blocks_of_section: dict[int, list[BlockRow]] = defaultdict(list)
    for block in rows.blocks:
        blocks_of_section[block.section_id].append(block)
    path_below: dict[int | None, str] = {None: ""}
    """Section → its title and those above it."""
    for section in rows.sections:
        path = path_below[section.parent_id]
        path_below[section.id] = f"{path} {section.title}".strip()
        text = "\n".join(own_texts[section.id])
        if not text:
            text = "\n".join(texts_below[section.id])
            text = text if len(text) <= _TOO_BROAD else ""
        yield Passage(section.id, None, section.title, path, text)
        blocks = blocks_of_section[section.id]
        if len(blocks) < _BROAD:
            continue
        for block in blocks:
            if len(block.text) >= _SAYS_MUCH:
                yield Passage(section.id, block.id, "", path_below[section.id], block.text)


def _own_texts(rows: DatabaseRows) -> dict[int, list[str]]:
    """Return section → the texts of its own blocks and KPIs."""
    texts: dict[int, list[str]] = defaultdict(list)
    for block in rows.blocks:
        texts[block.section_id].append(block.text)
    for kpi in rows.kpis:
        texts[kpi.section_id].append(kpi.text)
    return texts


def _with_texts_below(
    sections: list[SectionRow], own_texts: dict[int, list[str]]
) -> dict[int, list[str]]:
    """Return section → its own texts and those of all sections below it, in reading order."""
    texts: dict[int, list[str]] = defaultdict(list)
    for section in reversed(sections):
        texts[section.id] = own_texts[section.id] + texts[section.id]
        if section.parent_id is not None:
            texts[section.parent_id] = texts[section.id] + texts[section.parent_id]
    return texts
