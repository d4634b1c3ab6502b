"""From rows to the sections that are matched between editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.record import record
from plan_tui.text.sentences import sentences

_SAYS_MUCH = 10
"""Characters of the shortest sentence that is matched by itself; a shorter one names no matter."""
_TOO_BROAD = 6000
"""A heading over more characters than this says too much to be matched by what is below it:
above it stand parts and chapters, which would resemble everything."""


@record
class PassageSentence:
    """A sentence of a section."""

    text: str
    block_id: int | None
    """The block it stands in; None for a KPI, and for what stands in a section below."""


@record
class Passage:
    """A section, as it is matched."""

    section_id: int
    title: str
    text: str
    """What it says itself; if nothing, what is said below it, unless that is most of a document."""
    parent_id: int | None = None
    path: str = ""
    """Titles of the sections above it."""
    sentences: tuple[PassageSentence, ...] = ()
    blocks: int = 1
    """How many blocks and KPIs it has of its own."""
    contents_only: bool = False


def passages(rows: DatabaseRows) -> Iterator[Passage]:
    """Yield every section as a passage, parents before what stands below them."""
    own_blocks = _own_blocks(rows)
    texts_below = _with_texts_below(rows.sections, own_blocks)
    path_below: dict[int | None, str] = {None: ""}
    """Section → its title and those above it."""
    for section in rows.sections:
        path = path_below[section.parent_id]
        path_below[section.id] = f"{path} {section.title}".strip()
        blocks = own_blocks[section.id]
        text = "\n".join(block_text for _, block_text in blocks)
        if not text:
            blocks = []
            text = "\n".join(texts_below[section.id])
            text = text if len(text) <= _TOO_BROAD else ""
        yield Passage(
            section.id,
            section.title,
            text,
            section.parent_id,
            path,
            tuple(_passage_sentences(blocks or [(None, text)])),
            len(blocks),
            section.toc_only,
        )


def _passage_sentences(blocks: list[tuple[int | None, str]]) -> Iterator[PassageSentence]:
    for block_id, text in blocks:
        for sentence in sentences(text):
            if len(sentence.strip()) >= _SAYS_MUCH:
                yield PassageSentence(sentence.strip(), block_id)


def _own_blocks(rows: DatabaseRows) -> dict[int, list[tuple[int | None, str]]]:
    """Return section → its own blocks (id, text) and KPIs (None, text), without empty ones."""
    blocks: dict[int, list[tuple[int | None, str]]] = defaultdict(list)
    for block in rows.blocks:
        if block.text:
            blocks[block.section_id].append((block.id, block.text))
    for kpi in rows.kpis:
        blocks[kpi.section_id].append((None, kpi.text))
    return blocks


def _with_texts_below(
    sections: list[SectionRow], own_blocks: dict[int, list[tuple[int | None, str]]]
) -> dict[int, list[str]]:
    """Return section → its own texts and those of all sections below it, in reading order."""
    texts: dict[int, list[str]] = defaultdict(list)
    for section in reversed(sections):
        texts[section.id] = [text for _, text in own_blocks[section.id]] + texts[section.id]
        if section.parent_id is not None:
            texts[section.parent_id] = texts[section.id] + texts[section.parent_id]
    return texts
