"""How asserted links say that sections go on: continued, renamed, merged or split.

Told for each pair of editions from all its links:

- *split*: the older section goes on in several newer ones. Where some of these are meant whole,
  passages (single blocks) of others do not count: they only speak of the matter too;
- else *merged*: several older sections go into the newer one. For a link between two whole
  sections only the others that are such count: it tells what the newer one mainly comes from;
- else *continued* if the titles are equal but for notation, *renamed* if not.

Sections are several only if they are apart: not one above the other, and not one matter said
twice (a topic's measure card and the passage that announces it; its overview and summary).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plan_tui.importer.linking.crosswalk_places import PlacePair
from plan_tui.model.enums import Relation, SectionKind
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
        """All sections that one is linked to in an edition."""
        self._whole_later: dict[_Side, set[int]] = defaultdict(set)
        """The later ones among them that are meant whole."""
        self._whole_earlier: dict[_Side, set[int]] = defaultdict(set)
        """The earlier ones among them, where both are meant whole."""
        for pair in pairs:
            self._enter(pair)

    def _enter(self, pair: PlacePair) -> None:
        (earlier, earlier_block), (later, later_block) = pair
        onwards, backwards = self._sides(pair)
        self._linked[onwards].add(later)
        self._linked[backwards].add(earlier)
        if later_block is None:
            self._whole_later[onwards].add(later)
            if earlier_block is None:
                self._whole_earlier[backwards].add(earlier)

    def _sides(self, pair: PlacePair) -> tuple[_Side, _Side]:
        earlier, later = pair.earlier.section_id, pair.later.section_id
        return _Side(earlier, self._editions[later]), _Side(later, self._editions[earlier])

    def of(self, pair: PlacePair) -> Relation:
        """Return the relation of one of the links."""
        (earlier, earlier_block), (later, later_block) = pair
        onwards, backwards = self._sides(pair)
        successors = self._whole_later.get(onwards, set())
        if later_block is not None:
            successors = set() if successors else self._linked[onwards]
        both_whole = earlier_block is None and later_block is None
        predecessors = (self._whole_earlier if both_whole else self._linked)[backwards]
        if any(self._apart(later, other) for other in successors):
            return Relation.SPLIT
        if any(self._apart(earlier, other) for other in predecessors):
            return Relation.MERGED
        same_title = self._title(earlier) == self._title(later)
        return Relation.CONTINUED if same_title else Relation.RENAMED

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
