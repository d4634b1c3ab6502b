"""What the suggestions are asked when they are measured, and which topics are held out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from plan_tui.importer.linking.agreement import Question, asserted_counterparts
from plan_tui.importer.linking.section_editions import edition_of_section
from plan_tui.model.comparison_enums import Extent, Origin
from plan_tui.model.enums import SectionKind
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

FOLDS = 5
"""Parts of the topics, each held out once."""
_NARROW = 3
"""Blocks and KPIs of a narrow section at most."""


class QuestionKind(StrEnum):
    """What is asked about; a question is of one of the first four kinds."""

    CARD = "card"
    HEADING = "heading without text"
    BROAD = "broad"
    NARROW = "narrow"
    PART = "part of the other"
    """Only parts of sections are its counterparts, whatever it is itself."""


@record
class TrialQuestion:
    """What continues a section in another edition."""

    asked: Question
    from_edition: str
    right: Mapping[int, frozenset[int]]
    """Counterpart → the folds of the topics that say so; empty if it has none."""
    fold: int
    """The fold in which it is tested: of the first topic that answers it."""
    kinds: frozenset[QuestionKind]

    def known_without(self, fold: int | None) -> frozenset[int]:
        """Return the counterparts that other topics than a fold's assert; None for all topics."""
        return frozenset(other for other, folds in self.right.items() if folds - {fold})

    def teaches_without(self, fold: int | None) -> bool:
        """Tell whether anything is known of it without a fold's topics."""
        return bool(self.known_without(fold)) if self.right else self.fold != fold


def trial_questions(rows: DatabaseRows) -> list[TrialQuestion]:
    """Return all questions that the crosswalk answers, those with the answer "none" among them."""
    asserted = asserted_counterparts(rows)
    absent = {(row.section_id, row.edition_id) for row in rows.verdicts if row.accepted}
    edition, folds, kinds = edition_of_section(rows), _folds(rows), _kinds(rows)
    extents = _extents(rows)
    questions = []
    for question in sorted(asserted.keys() | absent):
        section_id, _ = question
        right = {
            other: frozenset(folds[section_id] & folds[other]) or frozenset({section_id % FOLDS})
            for other in asserted.get(question, ())
        }
        answering = frozenset[int]().union(*right.values()) or folds[section_id]
        part = right and all(extents[section_id, other] is Extent.PART for other in right)
        questions.append(
            TrialQuestion(
                question,
                edition[section_id],
                right,
                min(answering, default=section_id % FOLDS),
                frozenset({kinds[section_id], *([QuestionKind.PART] if part else [])}),
            )
        )
    return questions


def _folds(rows: DatabaseRows) -> dict[int, set[int]]:
    """Return section → the folds of its topics."""
    of_topic = {topic.id: number % FOLDS for number, topic in enumerate(rows.topics)}
    folds: dict[int, set[int]] = defaultdict(set)
    for row in rows.topic_sections:
        folds[row.section_id].add(of_topic[row.topic_id])
    return folds


def _extents(rows: DatabaseRows) -> dict[tuple[int, int], Extent]:
    """Return (section, counterpart) → how much of the counterpart is meant."""
    extents = {}
    for link in rows.links:
        if link.origin is Origin.CURATED:
            extents[link.from_section_id, link.to_section_id] = link.to_extent
            extents[link.to_section_id, link.from_section_id] = link.from_extent
    return extents


def _kinds(rows: DatabaseRows) -> dict[int, QuestionKind]:
    blocks = Counter(block.section_id for block in rows.blocks if block.text)
    blocks.update(kpi.section_id for kpi in rows.kpis)
    kinds = {}
    for section in rows.sections:
        if section.kind is SectionKind.MEASURE:
            kinds[section.id] = QuestionKind.CARD
        elif not blocks[section.id]:
            kinds[section.id] = QuestionKind.HEADING
        else:
            narrow = blocks[section.id] <= _NARROW
            kinds[section.id] = QuestionKind.NARROW if narrow else QuestionKind.BROAD
    return kinds
