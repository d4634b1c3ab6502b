"""What the data holds, in rows of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import TopicGroup
from plan_tui.model.records import Section
from plan_tui.model.statistics import ChapterCount, DocumentCount, Overview, PairCount, YearCount
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import interface_terms
from plan_tui.tui.destinations import (
    ChangesBetween,
    DocumentAt,
    MeasuresWith,
    SectionAt,
    TargetsWith,
    TopicsOf,
)
from plan_tui.tui.render.bars import BLOCK, BarPart, sign_of
from plan_tui.tui.render.figure_rows import Cell, Figure, Row
from plan_tui.tui.render.line import Piece
from plan_tui.tui.themes import edition_role

CONTINUE = Phrase("続きから", "Continue")
HELD = Phrase("収録テキスト", "Text held")
HELD_NOTE = Phrase("見出しの数と文字数", "headings and characters")
CHARACTERS = Phrase("{count:,}字", "{count:,} {count:char|chars}")
FOOTNOTES = Phrase("脚注", "footnotes")
CONTENTS_ONLY = Phrase("目次のみ", "contents only")
MEASURES = Phrase("施策とKPI（2021年版）", "Measures and KPIs (2021)")
MEASURES_NOTE = Phrase("▬ 設定済みのKPI　- 未設定のKPI", "▬ KPIs set   - KPIs unset")
MEASURE = Phrase("施策", "measures")
KPIS = Phrase("KPI", "KPIs")
UNSET = Phrase("未設定", "unset")
TARGETS = Phrase("期限のある目標（年度別）", "Dated targets by fiscal year")
TARGETS_NOTE = Phrase("版:件数", "edition:targets")
YEAR = Phrase("{year}年度", "FY{year}")
CHANGES = Phrase("版の間の変化（収録テキスト内）", "Changes between editions (of the text held)")
PARTS = Phrase("各文書の見出し", "Headings of each document")
TOPICS = Phrase("事項 {count}（人手による対応表）", "Topics: {count} (matched by hand)")
IN_TEXT = Phrase("記述あり", "spoken of")
NEW = Phrase("新規", "new")
DROPPED = Phrase("記載なし", "dropped")


def rows(found: Overview, place: Section | None, language: Language) -> list[Row]:
    """Return the rows; ``place`` is where the reader was the last time."""
    ordinals = {edition.id: edition.ordinal for edition in found.editions}
    made: list[Row] = []
    if place is not None:
        name = Piece(f"{CONTINUE.say(language)}  ", "strong")
        figure = Figure(0, headings.heading(place, language), "", SectionAt(place.key))
        made.append(Row((name,), (figure,), notes=(Cell(0, place.key, ""),)))
    made.append(_head(HELD, HELD_NOTE, language))
    most = max((one.sections for one in found.documents), default=0)
    made += [_document(document, ordinals, most, language) for document in found.documents]
    if found.chapters:
        made.append(_head(MEASURES, MEASURES_NOTE, language))
        made += _chapters(found.chapters, language)
    if found.years:
        made.append(_head(TARGETS, TARGETS_NOTE, language))
        made += _years(found.years, ordinals, language)
    if found.pairs:
        made.append(_head(CHANGES, None, language))
        made += [_pair(pair, language) for pair in found.pairs]
    if found.topics:
        title = TOPICS.say(language, count=len(found.topics))
        made.append(Row((Piece(title, "heading"),), head=True))
        made += _topics(found, ordinals, language)
    made.append(_head(PARTS, None, language))
    for document in found.documents:
        made += _parts(document, ordinals, most, language)
    return made


def _head(title: Phrase, note: Phrase | None, language: Language) -> Row:
    notes = (Cell(0, note.say(language), ""),) if note else ()
    return Row((Piece(title.say(language), "heading"),), notes=notes, head=True)


def _document(one: DocumentCount, ordinals: dict[str, int], most: int, language: Language) -> Row:
    document = one.document
    role = edition_role(ordinals[document.edition_id])
    kind = interface_terms.DOCUMENT_KINDS[document.kind].say(language)
    characters = Cell(0, "", CHARACTERS.say(language, count=one.characters))
    counts = (FOOTNOTES, one.footnotes), (CONTENTS_ONLY, one.contents_only)
    others = [
        Cell(column, f"{phrase.say(language)} ", str(count))
        for column, (phrase, count) in enumerate(counts, 1)
        if count
    ]
    name = interface_terms.edition_name(document.edition_id, language)
    return Row(
        (Piece(name, role), Piece(f" {kind}", "strong")),
        (Figure(0, "", f"{one.sections:,}", DocumentAt(document.id)),),
        (BarPart(one.sections, BLOCK, role),),
        most,
        (characters, *others),
    )


def _parts(
    one: DocumentCount, ordinals: dict[str, int], most: int, language: Language
) -> Iterator[Row]:
    edition = one.document.edition_id
    role = edition_role(ordinals[edition])
    for part in one.parts:
        title = headings.heading(part.section, language)
        yield Row(
            (Piece(f"{edition} ", role), Piece(title)),
            (Figure(0, "", f"{part.sections:,}", SectionAt(part.section.key)),),
            (BarPart(part.sections, BLOCK, role),),
            most,
        )


def _chapters(chapters: Sequence[ChapterCount], language: Language) -> Iterator[Row]:
    most = max(one.kpis for one in chapters)
    for one in chapters:
        query = f"chapter:{one.chapter}"
        counts = (
            (MEASURE, one.measures, "", "link"),
            (KPIS, one.kpis, " has:kpi", "link"),
            (UNSET, one.unset_kpis, " kpi:unset", "warning"),
        )
        title = headings.title(one.section, language) if one.section else ""
        yield Row(
            (Piece(f"{one.chapter} ", "label"), Piece(title)),
            tuple(
                Figure(
                    column,
                    f"{name.say(language)} ",
                    str(count),
                    MeasuresWith(f"{query}{own}"),
                    role,
                )
                for column, (name, count, own, role) in enumerate(counts)
                if count
            ),
            (
                BarPart(one.kpis - one.unset_kpis, BLOCK, "mark"),
                BarPart(one.unset_kpis, "-", "warning"),
            ),
            most,
        )


def _years(
    years: Sequence[YearCount], ordinals: dict[str, int], language: Language
) -> Iterator[Row]:
    most = max(sum(one.by_edition.values()) for one in years)
    for one in years:
        counts = sorted(one.by_edition.items(), key=lambda pair: ordinals[pair[0]])
        yield Row(
            (Piece(YEAR.say(language, year=one.year)),),
            tuple(
                Figure(
                    ordinals[edition],
                    f"{edition}:",
                    str(count),
                    TargetsWith(f"due:fy{one.year} edition:{edition}"),
                    edition_role(ordinals[edition]),
                )
                for edition, count in counts
            ),
            tuple(
                BarPart(count, sign_of(ordinals[edition]), edition_role(ordinals[edition]))
                for edition, count in counts
            ),
            most,
        )


def _pair(pair: PairCount, language: Language) -> Row:
    figures = tuple(
        Figure(
            column,
            f"{name.say(language)} ",
            str(pair.relations[relation]),
            ChangesBetween(pair.older, pair.newer, relation),
        )
        for column, (relation, name) in enumerate(terms.RELATION.items())
        if pair.relations.get(relation)
    )
    return Row((Piece(f"{pair.older} › {pair.newer}", "strong"),), figures)


def _topics(found: Overview, ordinals: dict[str, int], language: Language) -> Iterator[Row]:
    for number, edition in enumerate(found.compared):
        kinds = (
            (TopicGroup.IN_, IN_TEXT),
            (TopicGroup.NEW, NEW),
            (TopicGroup.DROPPED, DROPPED),
        )
        figures = [
            Figure(
                column,
                f"{phrase.say(language)} ",
                str(len(chosen)),
                TopicsOf(kind, edition),
            )
            for column, (kind, phrase) in enumerate(kinds if number else kinds[:1])
            if (chosen := found.topics_of(kind, edition))
        ]
        name = interface_terms.edition_name(edition, language)
        yield Row((Piece(name, edition_role(ordinals[edition])),), tuple(figures))
