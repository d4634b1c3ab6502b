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
from typing import Any

from plan_tui.model.enums import Relation, SectionKind
from plan_tui.text.tokens import fold_notation

Row = dict[str, Any]
Sides = dict[tuple[int, str], set[int]]


class Relations:
    """What the links of a crosswalk say, all together."""

    def __init__(
        self,
        sections: Mapping[int, Row],
        editions: Mapping[int, str],
        topics: Mapping[int, set[str]],
        links: Iterable[Row],
    ) -> None:
        """Take the sections by id, their editions, their topics, and all asserted links."""
        self._sections, self._editions, self._topics = sections, editions, topics
        self._all: Sides = defaultdict(set)
        """All sections that one is linked to in an edition."""
        self._news: Sides = defaultdict(set)
        """The newer ones among them that are meant whole."""
        self._olds: Sides = defaultdict(set)
        """The older ones among them, where both are meant whole."""
        for link in links:
            self._enter(link)

    def _enter(self, link: Row) -> None:
        old, new, after, before = self._ends(link)
        self._all[after].add(new)
        self._all[before].add(old)
        if link["to_block_id"] is None:
            self._news[after].add(new)
            if link["from_block_id"] is None:
                self._olds[before].add(old)

    def _ends(self, link: Row) -> tuple[int, int, tuple[int, str], tuple[int, str]]:
        old, new = link["from_section_id"], link["to_section_id"]
        return old, new, (old, self._editions[new]), (new, self._editions[old])

    def of(self, link: Row) -> Relation:
        """Return the relation of one of the links."""
        old, new, after, before = self._ends(link)
        passage = link["to_block_id"] is not None
        whole = not passage and link["from_block_id"] is None
        news = self._news.get(after, set())
        if passage:
            news = set() if news else self._all[after]
        olds = self._olds[before] if whole else self._all[before]
        if any(self._apart(new, other) for other in news):
            return Relation.SPLIT
        if any(self._apart(old, other) for other in olds):
            return Relation.MERGED
        same = self._title(old) == self._title(new)
        return Relation.CONTINUED if same else Relation.RENAMED

    def _apart(self, one: int, other: int) -> bool:
        """Tell whether two sections of one edition count as several."""
        if one == other or one in self._above(other) or other in self._above(one):
            return False
        if self._topics.get(one, set()).isdisjoint(self._topics.get(other, set())):
            return True
        first, second = self._sections[one], self._sections[other]
        cards = [row["kind"] == SectionKind.MEASURE for row in (first, second)]
        return cards[0] == cards[1] and bool(first["document_id"] == second["document_id"])

    def _above(self, section: int) -> set[int]:
        found: set[int] = set()
        parent = self._sections[section]["parent_id"]
        while parent is not None:
            found.add(parent)
            parent = self._sections[parent]["parent_id"]
        return found

    def _title(self, section: int) -> str:
        return fold_notation(self._sections[section]["title"])
