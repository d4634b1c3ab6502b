"""How linked sections go on where both are meant whole: continued, renamed, merged or split.

Told for each pair of editions from all its links between whole sections:

- *split*: the older section goes on in several newer ones;
- else *continued* if the titles are equal but for notation, whatever else comes in there;
- else *merged*: several older sections go into the newer one;
- else *renamed*.

Sections are several only if they are apart: not one above the other, and not one matter said
twice (a topic's measure card and the passage that announces it; its overview and summary).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan_tui.importer.linking.crosswalk_places import PlacePair
from plan_tui.model.comparison_enums import (
    Extent,
    Relation,
)
from plan_tui.model.enums import SectionKind
from plan_tui.store.source_rows import SectionRow
from plan_tui.text.tokens import fold_notation


class _Side(NamedTuple):
    """A section, seen from another edition."""

    section_id: int
    edition: str
    """The other edition."""


class Relations:
    """What the links of a crosswalk say, all together."""

    def __init__(
        self,
        sections: Mapping[int, SectionRow],
        editions: Mapping[int, str],
        topics: Mapping[int, set[str]],
        pairs: Iterable[PlacePair],
    ) -> None:
        """Take the sections by id, their editions, their topics, and all asserted links."""
        self._sections, self._editions, self._topics = sections, editions, topics
        self._linked: dict[_Side, set[int]] = defaultdict(set)
        """The sections of an edition that one is linked to, where both are meant whole."""
        for pair in pairs:
            if _both_whole(pair):
                onwards, backwards = self._sides(pair)
                self._linked[onwards].add(pair.later.section_id)
                self._linked[backwards].add(pair.earlier.section_id)

    def _sides(self, pair: PlacePair) -> tuple[_Side, _Side]:
        earlier, later = pair.earlier.section_id, pair.later.section_id
        return _Side(earlier, self._editions[later]), _Side(later, self._editions[earlier])

    def of(self, pair: PlacePair) -> Relation | None:
        """Return the relation of one of the links; None unless both its ends are whole."""
        if not _both_whole(pair):
            return None
        earlier, later = pair.earlier.section_id, pair.later.section_id
        successors, predecessors = (self._linked[side] for side in self._sides(pair))
        if any(self._apart(later, other) for other in successors):
            return Relation.SPLIT
        if self._title(earlier) == self._title(later):
            return Relation.CONTINUED
        merged = any(self._apart(earlier, other) for other in predecessors)
        return Relation.MERGED if merged else Relation.RENAMED

    def _apart(self, first_id: int, second_id: int) -> bool:
        """Tell whether two sections of one edition count as several."""
        if first_id == second_id:
            return False
        if first_id in self._ancestors(second_id) or second_id in self._ancestors(first_id):
            return False
        if self._topics.get(first_id, set()).isdisjoint(self._topics.get(second_id, set())):
            return True
        first, second = self._sections[first_id], self._sections[second_id]
        both_or_no_cards = (first.kind is SectionKind.MEASURE) == (
            second.kind is SectionKind.MEASURE
        )
        return both_or_no_cards and first.document_id == second.document_id

    def _ancestors(self, section_id: int) -> set[int]:
        ancestors: set[int] = set()
        parent_id = self._sections[section_id].parent_id
        while parent_id is not None:
            ancestors.add(parent_id)
            parent_id = self._sections[parent_id].parent_id
        return ancestors

    def _title(self, section_id: int) -> str:
        return fold_notation(self._sections[section_id].title)


def _both_whole(pair: PlacePair) -> bool:
    return pair.earlier.extent is pair.later.extent is Extent.WHOLE
