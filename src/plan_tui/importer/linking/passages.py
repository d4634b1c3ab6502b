"""From rows to the passages that are matched between editions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from plan_tui.importer.linking.crosswalk_rows import Row, Rows
from plan_tui.importer.linking.evidence import Passage

_BROAD = 3
"""Sections of so many blocks are also matched block by block."""
_SAYS_MUCH = 20
"""Characters of a block that is matched by itself."""
_TOO_BROAD = 6000
"""A heading over more characters than this says too much to be matched by what is below it."""


def passages(rows: Rows) -> Iterator[Passage]:
    """Yield every section as a passage, and the blocks of broad sections.

    A section without text of its own stands for the text below it, unless that is most of a
    document.
    """
    sections = {row["id"]: row for row in rows["sections"]}
    own, blocks = _texts(rows)
    whole = _whole(rows["sections"], own)
    paths: dict[int, str] = {}
    for number, section in sections.items():
        parent = section["parent_id"]
        above = "" if parent is None else f"{paths[parent]} {sections[parent]['title']}".strip()
        paths[number] = above
        text = "\n".join(own[number]) or _if_short("\n".join(whole[number]))
        yield Passage(number, None, section["title"], above, text)
        if len(blocks[number]) < _BROAD:
            continue
        for block in blocks[number]:
            if len(block["text"]) >= _SAYS_MUCH:
                path = f"{above} {section['title']}".strip()
                yield Passage(number, block["id"], "", path, block["text"])


def _if_short(text: str) -> str:
    return text if len(text) <= _TOO_BROAD else ""


def _texts(rows: Rows) -> tuple[dict[int, list[str]], dict[int, list[Row]]]:
    """Return section → its own blocks' and KPIs' texts, and section → its blocks."""
    texts: dict[int, list[str]] = defaultdict(list)
    blocks: dict[int, list[Row]] = defaultdict(list)
    for block in rows["blocks"]:
        texts[block["section_id"]].append(block["text"])
        blocks[block["section_id"]].append(block)
    for kpi in rows["kpis"]:
        texts[kpi["section_id"]].append(kpi["text"])
    return texts, blocks


def _whole(sections: list[Row], own: dict[int, list[str]]) -> dict[int, list[str]]:
    """Return section → its own text and that of all sections below it, in reading order."""
    whole: dict[int, list[str]] = defaultdict(list)
    for section in reversed(sections):
        whole[section["id"]] = own[section["id"]] + whole[section["id"]]
        if section["parent_id"] is not None:
            whole[section["parent_id"]] = whole[section["id"]] + whole[section["parent_id"]]
    return whole
