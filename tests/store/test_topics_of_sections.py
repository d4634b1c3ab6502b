"""The topics of one section are those of the whole crosswalk that it stands in."""

from __future__ import annotations

from plan_tui.store.crosswalk_queries import topics, topics_with
from plan_tui.store.plan import Plan


def test_the_topics_of_each_section(real: Plan, crosswalked: Plan) -> None:
    for plan in (crosswalked, real):
        every = topics(plan)
        several = 0
        for section in plan.sections()[::7] if plan is real else plan.sections():
            of_section = tuple(topic for topic in every if section.id in topic.blocks)
            assert topics_with(plan, section.id) == of_section
            several += bool(of_section)
        assert several


def test_a_section_that_is_only_mentioned_stands_in_none(crosswalked: Plan) -> None:
    mentioned = {section.id for topic in topics(crosswalked) for section in topic.mentions} - {
        i for topic in topics(crosswalked) for i in topic.blocks
    }
    assert not [i for i in mentioned if topics_with(crosswalked, i)]


def test_no_section_has_no_topic(crosswalked: Plan) -> None:
    assert topics_with(crosswalked, 0) == ()
