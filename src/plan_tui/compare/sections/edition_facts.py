"""What became of the facts of a section in one edition: judged once over all its counterparts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plan_tui.compare.text.fact_diff import compare_facts, facts
from plan_tui.model.comparison import ComparedPassage, Counterpart
from plan_tui.model.enums import Extent
from plan_tui.model.records import Section
from plan_tui.model.tracks import FactRow


def edition_facts(counterparts: Sequence[Counterpart]) -> tuple[FactRow, ...]:
    """Return each fact of the base section once, then what only the counterparts name.

    What any counterpart says is kept; of several that say it, the first is named.

    Args:
        counterparts: those of one edition, of one base section; at least one.
    """
    left = _with_footnotes(_base_passages(counterparts))
    right = [
        (counterpart.section, passage)
        for counterpart in counterparts
        for passage in _with_footnotes(counterpart.right)
    ]
    base_wholes = [c for c in counterparts if c.link.accepted and c.base_extent is Extent.WHOLE]
    wholes = {c.section for c in counterparts if c.link.accepted and c.extent is Extent.WHOLE}
    titles = [(c.section, title) for c in counterparts for title in _titles(c.right, c.section)]
    owners = [*(section for section, _ in right), *(section for section, _ in titles)]
    rows = compare_facts(
        facts(left),
        facts([passage for _, passage in right]),
        [*(passage.text for passage in left), *_titles(left, None)],
        [*(passage.text for _, passage in right), *(title for _, title in titles)],
        left_is_older=counterparts[0].base_is_older,
        left_parts=() if base_wholes else range(len(left)),
        right_parts=[n for n, (section, _) in enumerate(right) if section not in wholes],
    )
    return tuple(
        replace(row, section=owners[row.right.passage]) if row.right else row for row in rows
    )


def _base_passages(counterparts: Iterable[Counterpart]) -> list[ComparedPassage]:
    """Return what of the base section any counterpart is compared with, in reading order."""
    passages = {
        (passage.block_id, passage.kpi_id): passage
        for counterpart in counterparts
        for passage in counterpart.left
    }
    return sorted(passages.values(), key=_place)


def _place(passage: ComparedPassage) -> tuple[int, bool, int]:
    is_kpi = passage.block_id is None
    return passage.section.ordinal, is_kpi, (passage.kpi_id if is_kpi else passage.block_id) or 0


def _with_footnotes(passages: Iterable[ComparedPassage]) -> list[ComparedPassage]:
    return [each for passage in passages for each in (passage, *passage.footnotes)]


def _titles(passages: Iterable[ComparedPassage], section: Section | None) -> list[str]:
    """Return the headings over passages, each once."""
    sections = [*([section] if section else []), *(passage.section for passage in passages)]
    return list(dict.fromkeys(each.title for each in sections))
