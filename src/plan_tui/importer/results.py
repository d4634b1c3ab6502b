"""Counts and follows what the commands show of all rows, so that none of them has to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plan_tui.compare.promises.followed_tracks import FollowedTrack, followed_tracks
from plan_tui.compare.sections.overview_counts import counted_overview
from plan_tui.compare.sections.side_by_side import counterparts_in_order
from plan_tui.model.statistics import (
    ALL_TOPICS,
    CHARACTERS_COUNTED,
    JUDGED,
    SUGGESTED_CHANGES,
    CountKind,
    Overview,
)
from plan_tui.model.tracks import Statement
from plan_tui.search.word_counts import counted_characters, counted_typical
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.plan import Plan
from plan_tui.store.result_rows import (
    CounterpartOrderRow,
    OverviewCountRow,
    PromiseRepeatRow,
    PromiseStepRow,
    StatementRow,
    TrackSectionRow,
    TypicalWordRow,
)

_DOCUMENT_FIGURES = ("sections", "contents_only", "characters", "footnotes", "tables")
_CHAPTER_FIGURES = ("measures", "unset_measures", "kpis", "unset_kpis")


def add_results(plan: Plan, rows: DatabaseRows) -> None:
    """Put into ``rows`` what follows from all others, which stand in ``plan``."""
    _add_tracks(followed_tracks(plan), rows)
    rows.counterpart_order = [
        CounterpartOrderRow(section_id=section.id, other_id=other.id, ordinal=ordinal)
        for section, others in counterparts_in_order(plan)
        for ordinal, other in enumerate(others, 1)
    ]
    rows.typical_words = [
        TypicalWordRow(
            edition_id=edition,
            ordinal=ordinal,
            word=word.term,
            count=word.count,
            elsewhere=word.elsewhere,
            score=word.score,
        )
        for edition, words in counted_typical(plan).items()
        for ordinal, word in enumerate(words, 1)
    ]
    rows.overview_counts = [
        *_overview_counts(counted_overview(plan)),
        *(
            _count(CountKind.EDITION, edition, "", CHARACTERS_COUNTED, count)
            for edition, count in counted_characters(plan).items()
        ),
    ]


def _add_tracks(tracks: Iterable[FollowedTrack], rows: DatabaseRows) -> None:
    rows.track_sections, rows.promise_steps, rows.promise_repeats = [], [], []
    ids = _StatementIds()
    for track in tracks:
        for section in track.sections:
            row = TrackSectionRow(
                track=track.name, section_id=section.id, suggested=section.id in track.suggested
            )
            rows.track_sections.append(row)
        for number, promise in enumerate(track.promises, 1):
            for step in promise.steps:
                rows.promise_steps.append(
                    PromiseStepRow(
                        id=len(rows.promise_steps) + 1,
                        track=track.name,
                        promise=number,
                        what=step.what,
                        movement=step.movement,
                        older_id=ids.of(step.older),
                        newer_id=ids.of(step.newer),
                        listed=promise in track.listed,
                    )
                )
            rows.promise_repeats += [
                PromiseRepeatRow(track=track.name, promise=number, statement_id=ids.of_one(each))
                for each in promise.again
            ]
    rows.statements = ids.rows()


class _StatementIds:
    """Numbers statements, each once."""

    def __init__(self) -> None:
        self._ids: dict[Statement, int] = {}

    def of(self, statement: Statement | None) -> int | None:
        """Return the number of a statement."""
        return None if statement is None else self.of_one(statement)

    def of_one(self, statement: Statement) -> int:
        """Return the number of a statement that there is."""
        return self._ids.setdefault(statement, len(self._ids) + 1)

    def rows(self) -> list[StatementRow]:
        """Return the statements as rows, in the order of their numbers."""
        return [
            StatementRow(
                id=number,
                section_id=each.section.id,
                block_id=each.block_id,
                quotation=each.quotation,
                offset=each.place,
                text=each.text,
                start=each.start,
                end=each.end,
                basis=each.basis,
                modality=each.modality,
                value=each.value,
                unit=each.unit,
                reported=each.reported,
                tied=each.tied,
                suggested=each.suggested,
            )
            for each, number in self._ids.items()
        ]


def _overview_counts(overview: Overview) -> Iterator[OverviewCountRow]:
    yield from _of_documents(overview)
    for chapter in overview.chapters:
        for figure in _CHAPTER_FIGURES:
            yield OverviewCountRow(
                kind=CountKind.CHAPTER,
                edition=chapter.edition,
                name=chapter.chapter,
                figure=figure,
                count=getattr(chapter, figure),
                section_id=chapter.section.id if chapter.section else None,
            )
    for year in overview.years:
        for edition, count in year.by_edition.items():
            yield _count(CountKind.YEAR, edition, str(year.year), "targets", count)
    for pair in overview.pairs:
        for relation, count in sorted(pair.relations.items()):
            yield _count(CountKind.CHANGE, pair.newer, pair.older, relation, count)
        if pair.suggested:
            yield _count(
                CountKind.CHANGE, pair.newer, pair.older, SUGGESTED_CHANGES, pair.suggested
            )
    yield _count(CountKind.TOPIC, "", "", ALL_TOPICS, overview.topics)
    for (group, edition), count in overview.topic_counts.items():
        yield _count(CountKind.TOPIC, edition, "", group, count)
    for edition in sorted(overview.judged):
        yield _count(CountKind.EDITION, edition, "", JUDGED, 1)


def _of_documents(overview: Overview) -> Iterator[OverviewCountRow]:
    for counts in overview.documents:
        document = counts.document
        for figure in _DOCUMENT_FIGURES:
            count = getattr(counts, figure)
            yield _count(CountKind.DOCUMENT, document.edition_id, document.id, figure, count)
    for counts in overview.documents:
        for part in counts.parts:
            yield OverviewCountRow(
                kind=CountKind.PART,
                edition=part.section.edition_id,
                name=part.section.key,
                figure="sections",
                count=part.sections,
                section_id=part.section.id,
            )


def _count(kind: CountKind, edition: str, name: str, figure: str, count: int) -> OverviewCountRow:
    return OverviewCountRow(kind=kind, edition=edition, name=name, figure=figure, count=count)
