"""The same place in the edition before or after."""

from __future__ import annotations

from plan_tui.compare.sections.linked_sections import is_mention, linked_sections
from plan_tui.model.comparison_enums import Likelihood
from plan_tui.model.records import Link, Section
from plan_tui.store.plan import Plan
from plan_tui.text.record import record


@record
class Neighbours:
    """What another edition has for a section."""

    edition: str
    """Id of the edition; empty if there is none in that direction."""
    skipped: tuple[str, ...]
    """Editions in between that have no counterpart."""
    linked: tuple[tuple[Link, Section], ...]
    """The sections there, each once, by the first of their links: of the asserted ones, or of the
    suggestions where nothing is asserted."""


def neighbours(plan: Plan, section: Section, step: int) -> Neighbours:
    """Return the counterparts in the nearest edition, after (1) or before (-1), that has any."""
    editions = [edition.id for edition in plan.editions()]
    here = editions.index(section.edition_id)
    order = editions[here + 1 :] if step > 0 else editions[:here][::-1]
    by_edition = linked_sections(plan, section)
    for number, edition in enumerate(order):
        linked = [pair for pair in by_edition.get(edition, ()) if _leads_on(pair[0])]
        if linked:
            asserted = [pair for pair in linked if pair[0].accepted]
            first: dict[int, tuple[Link, Section]] = {}
            for link, target in asserted or linked:
                first.setdefault(target.id, (link, target))
            return Neighbours(edition, tuple(order[:number]), tuple(first.values()))
    return Neighbours("", tuple(order), ())


def _leads_on(link: Link) -> bool:
    """Return whether a link is asserted, or at least a likely suggestion, and no mention."""
    return not is_mention(link) and link.likelihood is not Likelihood.POSSIBLE
