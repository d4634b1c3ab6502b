"""Where editions that no reader has looked through yet may speak of a topic."""

from __future__ import annotations

from collections import defaultdict

from plan_tui.model.comparison_enums import Likelihood
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Edition, Link, Section
from plan_tui.store.crosswalk_queries import editions_with_judgements, suggestions_with
from plan_tui.store.plan import Plan
from plan_tui.text.record import replaced


class SuggestedPlaces:
    """The suggestions that lead to editions without any asserted link, read once."""

    def __init__(self, plan: Plan) -> None:
        judged = editions_with_judgements(plan)
        self._unjudged = frozenset(e.id for e in plan.editions() if e.id not in judged)
        self._ordinals = {edition.id: edition.ordinal for edition in plan.editions()}
        links = suggestions_with(plan, self._unjudged) if self._unjudged else ()
        ends = {end for link in links for end in (link.from_section_id, link.to_section_id)}
        self._sections = plan.sections_by_id(ends)
        self._links: dict[int, list[Link]] = defaultdict(list)
        for link in links:
            if link.likelihood is Likelihood.POSSIBLE:
                continue  # two of three are wrong: no promise is followed there
            self._links[link.from_section_id].append(link)
            self._links[link.to_section_id].append(link)

    def added_to(self, topic: Topic) -> Topic:
        """Return a topic with the best suggested place of each edition in which it has none.

        Only such a suggestion counts as leads from what the topic means.
        """
        best: dict[str, tuple[float, Section, int | None]] = {}
        for section_id, blocks in topic.blocks.items():
            for link in self._links.get(section_id, ()):
                here, there, block = _ends(link, section_id)
                section = self._sections[there]
                meant = not blocks or here in blocks
                better = link.score > best.get(section.edition_id, (0.0,))[0]
                if meant and better and section.edition_id not in topic.editions:
                    best[section.edition_id] = link.score, section, block
        added = {section.id: () if b is None else (b,) for _, section, b in best.values()}
        if not added:
            return topic
        sections = [*topic.sections, *(section for _, section, _ in best.values())]
        sections.sort(key=lambda section: self._ordinals[section.edition_id])
        return replaced(topic, sections=tuple(sections), blocks={**topic.blocks, **added})

    def unjudged(self, edition: Edition) -> bool:
        """Tell whether no reader has looked through an edition."""
        return edition.id in self._unjudged


def _ends(link: Link, section_id: int) -> tuple[int | None, int, int | None]:
    """Return the block of a link at one section, and the section and the block at its other end."""
    if link.from_section_id == section_id:
        return link.from_block_id, link.to_section_id, link.to_block_id
    return link.to_block_id, link.from_section_id, link.from_block_id
