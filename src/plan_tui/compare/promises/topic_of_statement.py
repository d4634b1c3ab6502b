"""Which promise of places that several topics name belongs to which of them."""

from __future__ import annotations

from collections import defaultdict

from plan_tui.compare.text.word_weights import content_grams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.compare.text.grams import Grams
    from plan_tui.compare.text.word_weights import Rarity
    from plan_tui.model.crosswalk import Topic
    from plan_tui.model.tracks import Statement

_TELLS = 0.25
"""Share of a topic's title that a sentence must say for it to tell topics apart. Set by hand; a
higher one tells more promises under several topics."""


class TopicTitles:
    """What the titles of topics say, by which promises are told apart."""

    def __init__(self, topics: Iterable[Topic], rarity: Rarity) -> None:
        self._rarity = rarity
        self._titles: dict[str, Grams] = {}
        self._naming: dict[int, list[Topic]] = defaultdict(list)
        for topic in topics:
            self._titles[topic.id] = content_grams(topic.title)
            for section_id in topic.blocks:
                self._naming[section_id].append(topic)

    def belongs(self, topic: Topic, statements: Sequence[Statement]) -> bool:
        """Tell whether a promise, what is said of it, is of a topic's matter.

        Of the topics that name all its places it belongs to those whose title its sentences say
        most of; to all of them if they say little of any, or where nothing is said.
        """
        if not statements:
            return True
        rivals = [
            rival.id  # a topic may have suggested places, unlike the same one here
            for rival in self._naming[statements[0].section.id]
            if all(rival.means(each.section.id, each.block_id) for each in statements)
        ]
        if topic.id not in rivals or len(rivals) < 2:
            return True
        grams: Grams = frozenset().union(*(content_grams(each.quotation) for each in statements))
        shares = {each: self._rarity.contained(self._titles[each], grams) for each in rivals}
        most = max(shares.values())
        return most < _TELLS or shares[topic.id] >= most - 1e-9
