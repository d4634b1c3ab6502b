"""Which sections the crosswalk does not speak of."""

from __future__ import annotations

from plan_tui.model.enums import DocumentKind
from plan_tui.model.records import Section
from plan_tui.store.crosswalk_queries import topics, verdicts
from plan_tui.store.plan import Plan

COVERED = (DocumentKind.FULL_TEXT, DocumentKind.OVERVIEW)
"""Kinds of document of which every leaf must be in a topic or carry a verdict."""


def leaves(plan: Plan) -> tuple[Section, ...]:
    """Return the sections to be covered: those with text held and no section below them.

    Contents-only entries are neither leaves nor below anything.
    """
    kinds = {document.id: document.kind for document in plan.documents()}
    held = [section for section in plan.sections() if not section.toc_only]
    parents = {section.parent_id for section in held}
    return tuple(s for s in held if s.id not in parents and kinds[s.document_id] in COVERED)


def uncovered(plan: Plan) -> tuple[Section, ...]:
    """Return the leaves that are in no topic and carry no verdict, in reading order."""
    spoken = {number for topic in topics(plan) for number in topic.blocks}
    spoken |= {verdict.section_id for verdict in verdicts(plan)}
    return tuple(section for section in leaves(plan) if section.id not in spoken)
