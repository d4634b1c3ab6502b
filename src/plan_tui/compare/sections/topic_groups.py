"""The topics of one edition: those that its text speaks of, and those new or dropped there."""

from __future__ import annotations

from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.store.edition_lookup import judged_editions, usual_editions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from plan_tui.model.crosswalk import Topic
    from plan_tui.store.plan import Plan


def compared_editions(plan: Plan, judged: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the editions that are compared and were looked through, oldest first.

    ``judged`` are the editions that were looked through, where that is not stored yet.
    """
    known = judged_editions(plan) if judged is None else judged
    usual = usual_editions(plan)
    return tuple(edition for edition in usual if len(usual) > 1 and edition in known)


def topics_of(
    topics: Iterable[Topic], compared: Sequence[str], group: TopicGroup, edition: str
) -> tuple[Topic, ...]:
    """Return those of some topics that are of one group of an edition.

    It is one of those compared, unless the topics are those that its text speaks of.
    """
    if group is TopicGroup.IN_:
        return tuple(topic for topic in topics if edition in topic.editions)
    before = frozenset(compared[: compared.index(edition)])
    last = max(before, key=compared.index, default="")
    if group is TopicGroup.DROPPED:
        return tuple(t for t in topics if last in t.editions and edition not in t.editions)
    here = (topic for topic in topics if edition in topic.editions)
    return tuple(topic for topic in here if not before & topic.editions)
