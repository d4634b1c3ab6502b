"""How much of their characters linked sections have in common."""

from __future__ import annotations

from collections import defaultdict

from plan_tui.compare.text.diff import similarity
from plan_tui.model.comparison_enums import Extent
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow
from plan_tui.text.record import replaced

_Pair = tuple[int, int, bool]
"""Section of the earlier edition, of the later one, and whether what links them is asserted."""


def with_shared(rows: DatabaseRows, links: list[LinkRow]) -> list[LinkRow]:
    """Return links with the share of characters that their sections have in common.

    ``links`` has either all or none of those between two sections.

    It is the share that a comparison of the two shows: of all that is meant of either by any of
    the links between them. Mentions, which are not compared, have none.
    """
    links_of_pair: dict[_Pair, list[LinkRow]] = defaultdict(list)
    for link in links:
        if Extent.MENTION not in (link.from_extent, link.to_extent):
            links_of_pair[_pair(link)].append(link)
    texts = _Texts(rows)
    shared = {pair: texts.shared(of_pair) for pair, of_pair in links_of_pair.items()}
    return [replaced(link, shared=shared.get(_pair(link), 0.0)) for link in links]


def _pair(link: LinkRow) -> _Pair:
    return link.from_section_id, link.to_section_id, link.accepted


class _Texts:
    """What is compared of sections: their blocks and KPIs, or those of the sections below."""

    def __init__(self, rows: DatabaseRows) -> None:
        self._blocks: dict[int, list[str]] = defaultdict(list)
        self._block = {block.id: block.text for block in rows.blocks}
        self._order = {block.id: n for n, block in enumerate(rows.blocks)}
        for block in rows.blocks:
            self._blocks[block.section_id].append(block.text)
        self._kpis: dict[int, list[str]] = defaultdict(list)
        for kpi in rows.kpis:
            self._kpis[kpi.section_id].append(kpi.text)
        self._below: dict[int, list[int]] = defaultdict(list)
        for section in rows.sections:
            if section.parent_id is not None:
                self._below[section.parent_id].append(section.id)

    def shared(self, links: list[LinkRow]) -> float:
        """Return the share in common of the sections that links join, 0 to 1."""
        earlier = self._meant(
            links[0].from_section_id, {(link.from_block_id, link.from_extent) for link in links}
        )
        later = self._meant(
            links[0].to_section_id, {(link.to_block_id, link.to_extent) for link in links}
        )
        return similarity(earlier, later)

    def _meant(self, section_id: int, ends: set[tuple[int | None, Extent]]) -> list[str]:
        """Return what links mean of a section, as a comparison takes it."""
        named = [block_id for block_id, _ in ends if block_id is not None]
        texts = [self._block[block_id] for block_id in sorted(named, key=self._order.__getitem__)]
        if any(block_id is None for block_id, _ in ends):
            texts += self._kpis[section_id]
        if texts and not any(extent is Extent.WHOLE for _, extent in ends):
            return texts
        return self._blocks[section_id] + self._kpis[section_id] or self._inside(section_id)

    def _inside(self, section_id: int) -> list[str]:
        texts: list[str] = []
        for child in self._below[section_id]:
            texts += self._blocks[child] + self._kpis[child] + self._inside(child)
        return texts
