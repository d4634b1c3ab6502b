"""The commands that print a view of the plan: from arguments to an answer.

What a command needs is imported when it runs, so that each one starts quickly. Each raises
`UsageError` where an argument is wrong or names something that does not exist.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from plan_tui.cli import key_lookup
from plan_tui.cli.answer import Answer
from plan_tui.errors import UsageError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

T = TypeVar("T")

_NO_MATCH = Phrase("該当なし：{query}", "nothing matches: {query}")
_UNFILTERED = Phrase("絞り込みがなければ：{titles}", "without the filters: {titles}")
_TRIED = Phrase("試した探し方：{ways}", "tried: {ways}")
_NEAREST = Phrase("近いもの：{titles}", "nearest: {titles}")
_NO_DOCUMENT = Phrase(
    "{name!r}という文書はない。あるのは{known}", "no document {name!r}; there are {known}"
)
_EMPTY = Phrase("検索語が空である。語か絞り込みを書く", "the query is empty; type words or filters")
_TYPICAL_WORDS = 20
_NONE_TYPICAL = Phrase("特徴的な語なし", "no word is typical of an edition")
_NO_OTHER = Phrase("比べる他の版がない", "no other edition to compare with")
_NO_TRACK = Phrase("期限又は数値のある事項なし", "no topic names a deadline or a number")
_NO_OUTLINE = Phrase("該当する見出しなし", "no heading is left")


def _first(items: Sequence[T], limit: int | None) -> Sequence[T]:
    return items if limit is None else items[:limit]


def tree(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return the outline of all documents or of one."""
    from plan_tui.query.grammar import parse_query
    from plan_tui.search import filtered_lists
    from plan_tui.views import tree as export

    documents = plan.documents()
    known = [document.id for document in documents]
    if args.document is not None and args.document not in known:
        raise UsageError(_NO_DOCUMENT.of(name=args.document, known=", ".join(known)))
    query = parse_query(" ".join(args.filters))
    sections = [
        section
        for section in filtered_lists.outline(plan, query, args.depth, contents=args.contents)
        if args.document in (None, section.document_id)
    ]
    shown = _first(sections, args.limit)
    return Answer(
        records=lambda: export.records(shown),
        columns=export.COLUMNS,
        text=lambda paint: export.text(shown, documents, language, paint),
        markdown=lambda command: export.markdown(
            shown, documents, plan.attribution(), language, command
        ),
        found=bool(shown),
        nothing=_NO_OUTLINE.say(language),
    )


def search(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return the ranked hits of a query."""
    from plan_tui.labels.hit_reasons import WHY
    from plan_tui.labels.terms import say
    from plan_tui.search.search_index import SearchIndex
    from plan_tui.views import search as export

    query = " ".join(args.query)
    if not query.strip():
        raise UsageError(_EMPTY)
    result = SearchIndex(plan).search(query, args.limit)
    nothing = _NO_MATCH.of(query=query).say(language)
    if result.tried:
        ways = ", ".join(say(WHY, tier, language) for tier in result.tried)
        nothing += "; " + _TRIED.say(language, ways=ways)
    if result.nearest:
        phrase = _NEAREST if result.tried else _UNFILTERED
        titles = ", ".join(f"{hit.section.title} ({hit.section.key})" for hit in result.nearest[:3])
        nothing += "; " + phrase.say(language, titles=titles)
    return Answer(
        records=lambda: export.records(result),
        columns=export.COLUMNS,
        text=lambda paint: export.text(result, language, paint),
        markdown=lambda command: export.markdown(result, plan.attribution(), language, command),
        found=bool(result.hits),
        nothing=nothing,
    )


def show(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return one section or measure, whole; if asked, with all below it."""
    from plan_tui.views import show as export

    text = plan.section_text(key_lookup.find(plan, args.key))
    texts = [text]
    if args.below:
        below = plan.below([text.section])
        texts += plan.section_texts(below[text.section.id])
    texts = list(_first(texts, args.limit))

    def document(command: str) -> str:
        attribution = plan.attribution()
        if args.below:
            return export.chapter(texts, attribution, language, command)
        return export.markdown(text, attribution, language, command)

    return Answer(
        records=lambda: [record for one in texts for record in export.records(one)],
        columns=export.COLUMNS,
        text=lambda paint: "\n".join(export.text(one, language, paint) for one in texts),
        markdown=document,
        rows=lambda: [record for one in texts for record in export.fields(one)],
    )


def measures(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return the measure cards that pass the filters, sorted."""
    from plan_tui.model.measure_cards import Order
    from plan_tui.query.grammar import parse_query
    from plan_tui.search import filtered_lists
    from plan_tui.views import measures as export

    query = " ".join(args.filters)
    order = Order(args.sort)
    found = filtered_lists.measures(plan, parse_query(query), order, language, reverse=args.reverse)
    cards = _first(found, args.limit)
    return Answer(
        records=lambda: export.records(cards),
        columns=export.COLUMNS,
        text=lambda paint: export.text(cards, language, paint),
        markdown=lambda command: export.markdown(cards, plan.attribution(), language, command),
        found=bool(cards),
        nothing=_NO_MATCH.of(query=query).say(language),
        rows=lambda: export.fields(cards),
    )


def compare(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return a section beside its counterparts in other editions."""
    from plan_tui.compare.sections.side_by_side import compare as side_by_side
    from plan_tui.views import compare as export

    view = side_by_side(plan, key_lookup.find(plan, args.key), args.editions)
    return Answer(
        records=lambda: export.records(view),
        columns=export.COLUMNS,
        text=lambda paint: export.text(view, language, paint),
        markdown=lambda command: export.markdown(view, plan.attribution(), language, command),
        found=bool(view.columns),
        nothing=_NO_OTHER.say(language),
    )


def targets(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return the dated targets that pass the filters, by time."""
    from plan_tui.query.grammar import parse_query
    from plan_tui.search.target_list import targets as find
    from plan_tui.views import targets as export

    asked = " ".join(args.filters)
    query = parse_query(asked)
    found = _first(find(plan, query), args.limit)
    day = today()
    return Answer(
        records=lambda: export.records(found),
        columns=export.COLUMNS,
        text=lambda paint: export.text(found, language, day, paint, query.notes),
        markdown=lambda command: export.markdown(
            found, plan.editions(), plan.attribution(), language, day, command, query.notes
        ),
        found=bool(found),
        nothing=_NO_MATCH.of(query=asked).say(language),
    )


def today() -> str:
    """Return today's date (ISO), before which a target is past its planned date."""
    return date.today().isoformat()


def changes(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return what became of one edition's outline in a later one."""
    from plan_tui.compare.sections.outline_diff import changes as find
    from plan_tui.query.grammar import parse_query
    from plan_tui.views import changes as export

    query = " ".join(args.filters)
    view = find(plan, args.older, args.newer, parse_query(query), args.only)
    view = replace(view, rows=tuple(_first(view.rows, args.limit)))
    return Answer(
        records=lambda: export.records(view),
        columns=export.COLUMNS,
        text=lambda paint: export.text(view, language, paint),
        markdown=lambda command: export.markdown(view, plan.attribution(), language, command),
        found=bool(view.rows),
        nothing=_NO_MATCH.of(query=query or f"{args.older} {args.newer}").say(language),
        rows=lambda: export.fields(view),
    )


def track(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return one matter's deadlines and numbers over the editions, or those of all topics."""
    from plan_tui.compare.promises.topic_tracks import track as follow
    from plan_tui.compare.promises.topic_tracks import tracks
    from plan_tui.query.grammar import parse_query
    from plan_tui.views import track as export

    words = " ".join(args.topic)
    query = parse_query(words)
    every = query.filters or not words
    found = tracks(plan, query) if every else (follow(plan, key_lookup.find(plan, words)),)
    shown = _first(found, args.limit)
    return Answer(
        records=lambda: export.records(shown),
        columns=export.COLUMNS,
        text=lambda paint: export.text(shown, language, paint),
        markdown=lambda command: export.markdown(shown, plan.attribution(), language, command),
        found=bool(shown),
        nothing=_NO_MATCH.of(query=words).say(language) if words else _NO_TRACK.say(language),
        rows=lambda: export.fields(shown),
    )


def words(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return how often terms stand in each edition; without terms, each edition's typical words."""
    if not args.terms:
        return _typical(plan, args, language)
    from plan_tui.search.word_counts import frequencies
    from plan_tui.views import words as export

    found = frequencies(plan, args.terms)
    return Answer(
        records=lambda: export.records(found, args.limit),
        columns=export.COLUMNS,
        text=lambda paint: export.text(found, language, args.limit, paint),
        markdown=lambda command: export.markdown(
            found, plan.attribution(), language, args.limit, command
        ),
        found=any(one.count for one in found),
        nothing=_NO_MATCH.of(query=" ".join(args.terms)).say(language),
    )


def _typical(plan: Plan, args: Namespace, language: Language) -> Answer:
    from plan_tui.search.word_counts import typical
    from plan_tui.views import typical_words as export

    found = typical(plan, args.limit or _TYPICAL_WORDS)
    return Answer(
        records=lambda: export.records(found),
        columns=export.COLUMNS,
        text=lambda paint: export.text(found, language, paint),
        markdown=lambda command: export.markdown(found, plan.attribution(), language, command),
        found=bool(found),
        nothing=_NONE_TYPICAL.say(language),
    )
