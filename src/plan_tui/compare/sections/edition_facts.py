"""What became of the facts of a section in one edition: judged once over all its counterparts."""

from __future__ import annotations

from plan_tui.compare.text import fact_diff
from plan_tui.compare.text.sentence_pairs import compared_sentences
from plan_tui.model.comparison_enums import Extent
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from plan_tui.model.comparison import ComparedPassage, Counterpart, FactRow
    from plan_tui.model.records import Section


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
    if not left or not right:
        return ()  # of a heading without text nothing can be told
    base_is_whole, wholes = _wholes(counterparts)
    named = _named_blocks(counterparts)
    titles = [(c.section, title) for c in counterparts for title in _titles(c.right, c.section)]
    owners = [*(section for section, _ in right), *(section for section, _ in titles)]
    rows = fact_diff.compare_facts(
        fact_diff.facts(left),
        fact_diff.facts([passage for _, passage in right]),
        [*(passage.text for passage in left), *_titles(left, None)],
        [*(passage.text for _, passage in right), *(title for _, title in titles)],
        left_is_older=counterparts[0].base_is_older,
        left_parts=[n for n, passage in enumerate(left) if _is_part(passage, base_is_whole, named)],
        right_parts=[
            n
            for n, (section, passage) in enumerate(right)
            if _is_part(passage, section in wholes, named)
        ],
    )
    return tuple(
        replaced(row, section=owners[row.right.passage]) if row.right else row for row in rows
    )


def _wholes(counterparts: Sequence[Counterpart]) -> tuple[bool, set[Section]]:
    """Tell whether the base is compared whole, and which counterparts are.

    A text is compared whole if it is meant whole, and what stands for it does not go on, unread,
    in sections below. A suggestion means nothing whole.
    """
    asserted = [each for each in counterparts if each.link.accepted]
    base = [each for each in asserted if each.base_extent is Extent.WHOLE]
    others = [each for each in asserted if each.extent is Extent.WHOLE]
    base_is_complete = bool(base) and _is_complete(base[0].left)
    wholes = {each.section for each in others if each not in base or base_is_complete}
    return bool(base) and all(_is_complete(each.right) for each in others), wholes


def _named_blocks(counterparts: Iterable[Counterpart]) -> set[int | None]:
    """Return the blocks, of either side, that links name."""
    links = [link for each in counterparts for link in each.links if link.accepted]
    return {block for link in links for block in (link.from_block_id, link.to_block_id)}


def _is_part(passage: ComparedPassage, whole: bool, named: Collection[int | None]) -> bool:
    """Tell whether a passage may speak of other matters too: not a named block of one sentence."""
    is_named = passage.block_id is not None and passage.block_id in named
    return not whole and not (is_named and len(compared_sentences(passage.text)) == 1)


def _is_complete(passages: Sequence[ComparedPassage]) -> bool:
    """Tell whether the text of a section holds all that stands below it."""
    sections = {passage.section for passage in passages}
    return len(sections) != 1 or not any(section.children for section in sections)


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
