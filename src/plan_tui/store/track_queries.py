"""Stored tracks: the promises of topics and sections, as they were followed for the database."""

from __future__ import annotations

from itertools import chain, groupby
from operator import itemgetter

from plan_tui.model.comparison_enums import Movement, PromiseKind
from plan_tui.model.tracks import Promise, PromiseStep, Statement, TopicHead
from plan_tui.store.outline_queries import id_list, word_list
from plan_tui.text.calendar import BASES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from plan_tui.model.records import Edition, Section
    from plan_tui.store.outline_queries import Row
    from plan_tui.store.plan import Plan

_NAMED = "track in (select value from json_each(?))"
_MOVEMENTS = {str(movement): movement for movement in Movement}
_KINDS = {str(kind): kind for kind in PromiseKind}
_Step = tuple[str, int, PromiseKind, Movement, int | None, int | None]
"""Track, number of its promise, what, movement, older and newer statement."""


def listed_promises(plan: Plan, topics: Iterable[str]) -> dict[str, tuple[Promise, ...]]:
    """Return the promises that the list of all tracks tells under some topics, by their ids."""
    return _promises(plan, f"listed = 1 and {_NAMED}", word_list(topics))


def promises_of(plan: Plan, tracks: Iterable[str]) -> dict[str, tuple[Promise, ...]]:
    """Return the promises of some tracks, by their names; one without any is left out."""
    return _promises(plan, _NAMED, word_list(tracks))


def whole_promises_of(
    plan: Plan, tracks: Iterable[str], known: Iterable[Section]
) -> dict[str, tuple[Promise, ...]]:
    """Return the same with what says the promises once more.

    Sections that are ``known`` are not read again.
    """
    named = word_list(tracks)
    sql = f"select track, promise, statement_id from promise_repeats where {_NAMED} order by rowid"
    again: dict[tuple[str, int], list[int]] = {}
    for track, number, statement in plan.database.rows(sql, named):
        again.setdefault((track, number), []).append(statement)
    return _promises(plan, _NAMED, named, known=known, again=again)


def _promises(
    plan: Plan,
    condition: str,
    *values: str,
    known: Iterable[Section] = (),
    again: Mapping[tuple[str, int], Sequence[int]] = {},
) -> dict[str, tuple[Promise, ...]]:
    sql = f"""select track, promise, what, movement, older_id, newer_id from promise_steps
              where {condition} order by id"""
    steps = plan.database.objects(_step, sql, *values)
    ends = (end for step in steps for end in step[4:] if end is not None)
    told = _statements(
        plan, chain(ends, *again.values()), {section.id: section for section in known}
    )
    promises: dict[str, list[Promise]] = {}
    for (track, number), group in groupby(steps, key=itemgetter(0, 1)):
        of_promise = tuple(
            PromiseStep(what, moved, told.get(older or 0), told.get(newer or 0))
            for _, _, what, moved, older, newer in group
        )
        repeats = tuple([told[each] for each in again.get((track, number), ())])
        promises.setdefault(track, []).append(Promise(of_promise[0].what, of_promise, repeats))
    return {track: tuple(group) for track, group in promises.items()}


def _step(row: Row) -> _Step:
    track, promise, what, movement, older, newer = row
    return track, promise, _KINDS[what], _MOVEMENTS[movement], older, newer


def _statements(
    plan: Plan, ids: Iterable[int], known: Mapping[int, Section]
) -> dict[int, Statement]:
    """Return statements by their ids."""
    sql = """select id, section_id, block_id, quotation, offset, text, start, "end", basis,
                    modality, value, unit, reported, tied, suggested
             from statements where id in (select value from json_each(?))"""
    rows = plan.database.rows(sql, id_list(ids))
    others = plan.sections_by_id(row[1] for row in rows if row[1] not in known)
    sections = {**known, **others}
    editions = {edition.id: edition for edition in plan.editions()}
    with plan.database.understood():
        return {row[0]: _statement(row, sections, editions) for row in rows}


def _statement(
    row: Row, sections: Mapping[int, Section], editions: Mapping[str, Edition]
) -> Statement:
    _, section_id, block_id, quotation, offset, text, start, end, basis, modality, *rest = row
    value, unit, reported, tied, suggested = rest
    section = sections[section_id]
    return Statement(
        edition=editions[section.edition_id],
        section=section,
        quotation=quotation,
        text=text,
        start=start,
        end=end,
        basis=None if basis is None else BASES[basis],
        modality=modality,
        value=value,
        unit=unit,
        place=offset,
        reported=bool(reported),
        block_id=block_id,
        tied=tied,
        suggested=bool(suggested),
    )


def track_sections(
    plan: Plan, tracks: Iterable[str], topics: Iterable[str]
) -> tuple[dict[str, list[tuple[Section, bool]]], dict[str, list[Section]]]:
    """Return what speaks of the matter of each track, and whether that is only suggested.

    Also what only names the matter of each of some ``topics``, in reading order, by their ids.
    """
    sql = f"""select track, section_id, suggested, rowid from track_sections where {_NAMED}
              union all select topic_id, section_id, null, 0 from topic_sections
              where topic_id in (select value from json_each(?)) and extent = 'mention'
              order by 4"""
    rows = plan.database.rows(sql, word_list(tracks), word_list(topics))
    sections = plan.sections_by_id(section_id for _, section_id, _, _ in rows)
    of_tracks: dict[str, list[tuple[Section, bool]]] = {}
    naming: dict[int, list[str]] = {}
    with plan.database.understood():
        for name, section_id, suggested, _ in rows:
            if suggested is None:
                naming.setdefault(section_id, []).append(name)
            else:
                of_tracks.setdefault(name, []).append((sections[section_id], bool(suggested)))
    mentions: dict[str, list[Section]] = {}
    for section in sections.values():
        for topic_id in naming.get(section.id, ()):
            mentions.setdefault(topic_id, []).append(section)
    return of_tracks, mentions


def topic_heads(plan: Plan, ids: Collection[str]) -> dict[str, TopicHead]:
    """Return what some topics are called, in the crosswalk's order."""
    return _heads(plan, "id in (select value from json_each(?))", word_list(ids))


def listed_heads(plan: Plan) -> dict[str, TopicHead]:
    """Return what the topics are called that the list of all tracks tells."""
    return _heads(plan, "id in (select track from promise_steps where listed = 1)")


def _heads(plan: Plan, condition: str, *values: str) -> dict[str, TopicHead]:
    sql = f"""select id, title, title_en, coalesce(note, ''), note_en from topics
              where {condition} order by rowid"""
    heads = plan.database.objects(lambda row: TopicHead(*row), sql, *values)
    return {head.id: head for head in heads}


def topics_naming(plan: Plan, section_ids: Iterable[int]) -> dict[int, list[str]]:
    """Return the ids of the topics that speak of each of some sections, by the section's id."""
    sql = """select section_id, topic_id from topic_sections t join topics on topics.id = topic_id
             where section_id in (select value from json_each(?)) and extent <> 'mention'
             order by topics.rowid"""
    naming: dict[int, list[str]] = {}
    for section_id, topic_id in plan.database.rows(sql, id_list(section_ids)):
        naming.setdefault(section_id, []).append(topic_id)
    return naming
