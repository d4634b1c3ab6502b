"""The parser of one-page diagrams: text boxes whose lines the extraction wrote out of order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import SectionKind
from plan_tui.model.parsed import NOTHING, ParsedDocument
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.diagram.boxes import Box, read_boxes
from plan_tui.parse.diagram.remarks import place_remarks
from plan_tui.parse.slides.drafts import SectionDraft, finished_sections

TOP = 1
"""Depth of the diagram's title and of its outer boxes; boxes inside them stand one deeper."""

_ROLES = (  # aims, principles, strategy, measures, organisation
    re.compile(r"姿|像|ビジョン|目標|目的"),
    re.compile(r"理念|原則|考え方"),
    re.compile(r"戦略|方針"),
    re.compile(r"施策|取組|事業"),
    re.compile(r"体制|工程|スケジュール|進め方"),
)
_UNKNOWN_ROLE = 3
"""Where a box stands whose title names no role: with the measures, which boxes mostly list."""


def parse(lines: Sequence[str]) -> ParsedDocument:
    """Parse a diagram's lines.

    The title comes first, with what belongs to no box. Outer boxes follow in the order in
    which a plan's diagram is read, from aims over principles and strategy to measures and
    organisation; inner boxes keep the order of the text.
    """
    furniture = FurnitureCollector()
    title_box, boxes, unboxed = read_boxes(lines, furniture)
    place_remarks(title_box, boxes, unboxed)
    drafts = [_draft(title_box, TOP)]
    outer = [box for box in boxes if box.parent is None]
    for box in sorted(outer, key=_role):
        drafts.append(_draft(box, TOP))
        drafts += [_draft(inner, TOP + 1) for inner in boxes if inner.parent is box]
    return ParsedDocument(
        sections=finished_sections(drafts, {}),
        ruby=tuple(furniture.ruby),
        furniture=furniture.in_order(),
    )


def _role(box: Box) -> int:
    """Return the index of the role that an outer box's title names last."""
    ends = [
        max((match.end() for match in role.finditer(box.title.text)), default=0) for role in _ROLES
    ]
    return ends.index(max(ends)) if any(ends) else _UNKNOWN_ROLE


def _draft(box: Box, depth: int) -> SectionDraft:
    draft = SectionDraft(depth, SectionKind.SECTION, NOTHING, box.title)
    for unit in box.units:
        draft.add(unit)
    return draft
