"""Which promise of places that several topics name belongs to which of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from plan_tui.compare.text.word_weights import Grams, Rarity, words
from plan_tui.model.tracks import Statement
from plan_tui.store.crosswalk_queries import StoredTopic, texts, topics
from plan_tui.store.plan import Plan

_TELLS = 0.25
"""Share of a topic's title that a sentence must say for it to tell topics apart."""


class TopicOfStatement:
    """The crosswalk's topics, and what tells them apart."""

    def __init__(self, plan: Plan) -> None:
        self.topics = topics(plan)
        self.rarity = Rarity(texts(plan))
        self._titles: dict[str, Grams] = {topic.id: words(topic.title) for topic in self.topics}
        self._naming: dict[int, list[StoredTopic]] = defaultdict(list)
        for topic in self.topics:
            for section_id in topic.section_ids:
                self._naming[section_id].append(topic)

    def belongs(self, topic: StoredTopic, mentions: Sequence[Statement]) -> bool:
        """Tell whether a promise is of ``topic``'s matter; ``mentions`` is what is said of it.

        Of the topics that name all its places it belongs to those whose title its sentences say
        most of; to all of them if they say little of any.
        """
        rivals = [
            rival
            for rival in self._naming[mentions[0].section.id]
            if all(_names(rival, mention) for mention in mentions)
        ]
        if topic not in rivals or len(rivals) < 2:
            return True
        said: Grams = frozenset().union(*(words(mention.quotation) for mention in mentions))
        shares = {t.id: self.rarity.contained(self._titles[t.id], said) for t in rivals}
        most = max(shares.values())
        return most < _TELLS or shares[topic.id] >= most - 1e-9


def _names(topic: StoredTopic, mention: Statement) -> bool:
    section = mention.section.id
    blocks = topic.block_ids.get(section)
    return section in topic.section_ids and (blocks is None or mention.block_id in blocks)
