"""What the data holds, in rows of figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT, CHANGE_KINDS
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.kind_names import DOCUMENT_KINDS
from plan_tui.labels.not_held import CONTENTS_ONLY_SHORT
from plan_tui.labels.own_data import OWN_WITH
from plan_tui.labels.topic_names import TOPIC_GROUPS_SHORT
from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.records import Section
from plan_tui.model.statistics import (
    ChapterCount,
    CountKind,
    DocumentCount,
    Overview,
    PairCount,
    YearCount,
)
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import replaced
from plan_tui.text.width import width
from plan_tui.tui.destinations import (
    ChangesBetween,
    DocumentAt,
    MeasuresWith,
    SectionAt,
    TargetsWith,
    TopicsOf,
)
from plan_tui.tui.render.bars import BLOCK, BarPart, sign_of
from plan_tui.tui.render.figure_rows import Cell, Figure, OverviewRow
from plan_tui.tui.render.line import Piece
from plan_tui.tui.themes import edition_role

Greatest = Mapping[tuple[str, str], tuple[int, int]]
"""What `plan_tui.store.overview_queries.greatest_figures` returns."""
CONTINUE = Phrase("続きから", "Continue")
HELD = Phrase("収録テキスト", "Text held")
HELD_NOTE = Phrase("見出しの数と文字数", "headings and characters")
CHARACTERS = Phrase("{count:,}字", "{count:,} {count:char|chars}")
FOOTNOTES = Phrase("脚注", "footnotes")
MEASURES = Phrase("施策とKPI（{edition}）", "Measures and KPIs ({edition})")
MEASURES_NOTE = Phrase("▬ 設定済みのKPI　- 未設定のKPI", "▬ KPIs set   - KPIs unset")
MEASURE = Phrase("施策", "measures")
KPIS = Phrase("KPI", "KPIs")
UNSET = Phrase("未設定", "unset")
TARGETS = Phrase("期限のある目標（年度別）", "Dated targets by fiscal year")
TARGETS_NOTE = Phrase("版:件数", "edition:targets")
YEAR = Phrase("{year}年度", "FY{year}")
CHANGES = Phrase("版の間の変化（収録テキスト内）", "Changes between editions (of the text held)")
SUGGESTED = Phrase(" うち候補{count}", " {count} suggested")
PARTS = Phrase("各文書の見出し", "Headings of each document")
TOPICS = Phrase("事項 {count}（人手による対応表）", "Topics: {count} (matched by hand)")


_SHORT_KINDS = {kind: CHANGE_GROUPS_SHORT[ChangeGroup(kind)] for kind in CHANGE_KINDS}
"""The heading says already that all is judged within the text held."""


def overview_rows(
    overview: Overview, last_read: Section | None, language: Language, most: int = 0
) -> list[OverviewRow]:
    """Return the rows.

    Args:
        overview: the figures.
        last_read: where the reader was the last time.
        language: that of the words.
        most: the headings of the greatest document, if that may not be among those given.

    """
    ordinals = {edition.id: edition.ordinal for edition in overview.editions}
    most = max([most, *(document.sections for document in overview.documents)])
    rows = [_continue(last_read, language)] if last_read is not None else []
    if overview.added:
        words = OWN_WITH.say(language, documents=", ".join(overview.added))
        rows.append(OverviewRow((Piece(words, "muted"),), head=True))
    rows.append(_head(HELD, HELD_NOTE, language))
    rows += [_document(document, ordinals, most, language) for document in overview.documents]
    for edition, group in groupby(overview.chapters, key=lambda chapter: chapter.edition):
        name = edition_name(edition, language) if language is Language.JA else edition
        rows.append(_head(MEASURES.of(edition=name), MEASURES_NOTE, language))
        among = f" edition:{edition}" if len(overview.with_measures) > 1 else ""
        rows += _chapters(tuple(group), among, language)
    if overview.years:
        rows.append(_head(TARGETS, TARGETS_NOTE, language))
        rows += _years(overview.years, ordinals, language)
    if overview.pairs:
        rows.append(_head(CHANGES, None, language))
        rows += [_pair(pair, language) for pair in overview.pairs]
    if overview.topics:
        count = TOPICS.say(language, count=overview.topics)
        rows.append(OverviewRow((Piece(count, "heading"),), head=True))
        rows += _topics(overview, ordinals, language)
    rows.append(_head(PARTS, None, language))
    for document in overview.documents:
        rows += _parts(document, ordinals, most, language)
    return rows


def first_rows(
    overview: Overview, greatest: Greatest, last_read: Section | None, language: Language
) -> list[OverviewRow]:
    """Return the rows of an overview of some documents, in the columns that those of all take.

    Blank ones stand in the place of the other documents, and of the headings.
    """
    _, most = greatest[CountKind.DOCUMENT, "sections"]
    rows = overview_rows(overview, last_read, language, most)
    shown = len(overview.documents)
    held = (last_read is not None) + bool(overview.added) + 1 + shown
    ordinals = {edition.id: edition.ordinal for edition in overview.editions}
    other = replaced(
        overview.documents[0],
        sections=most,
        contents_only=greatest[CountKind.DOCUMENT, "contents_only"][1],
        characters=greatest[CountKind.DOCUMENT, "characters"][1],
        footnotes=greatest[CountKind.DOCUMENT, "footnotes"][1],
    )
    blank = _blank(_document(other, ordinals, most, language))
    count, most_below = greatest.get((CountKind.PART, "sections"), (0, 0))
    below = _blank(OverviewRow((), (Figure(0, "", f"{most_below:,}", DocumentAt("")),)))
    lacking = greatest[CountKind.DOCUMENT, "sections"][0] - shown
    return [*rows[:held], *[blank] * lacking, *rows[held:], *[below] * count]


def _blank(row: OverviewRow) -> OverviewRow:
    """Return a row that takes the columns of another, and says nothing."""
    figures = [
        replaced(figure, name=_blanks(figure.name), number=_blanks(figure.number))
        for figure in row.figures
    ]
    notes = [
        replaced(note, name=_blanks(note.name), number=_blanks(note.number)) for note in row.notes
    ]
    bars = (BarPart(0, BLOCK, "text"),)
    return OverviewRow((), tuple(figures), bars, row.most, tuple(notes))


def _blanks(text: str) -> str:
    return " " * width(text)


def _continue(section: Section, language: Language) -> OverviewRow:
    """Return the row that leads back to where the reader was."""
    name = Piece(f"{CONTINUE.say(language)}  ", "strong")
    heading = headings.heading(section, language)
    figure = Figure(0, heading, "", SectionAt(section.key))
    return OverviewRow((name,), (figure,), notes=(Cell(0, section.key, ""),))


def _head(title: Phrase, note: Phrase | None, language: Language) -> OverviewRow:
    notes = (Cell(0, note.say(language), ""),) if note else ()
    return OverviewRow((Piece(title.say(language), "heading"),), notes=notes, head=True)


def _document(
    count: DocumentCount, ordinals: dict[str, int], most: int, language: Language
) -> OverviewRow:
    """Return a document's row: its headings as figure and bar, characters and more as notes."""
    document = count.document
    role = edition_role(ordinals[document.edition_id])
    kind = DOCUMENT_KINDS[document.kind].say(language)
    characters = Cell(0, "", CHARACTERS.say(language, count=count.characters))
    others = [
        Cell(column, f"{phrase.say(language)} ", str(number))
        for column, (phrase, number) in enumerate(
            ((CONTENTS_ONLY_SHORT, count.contents_only), (FOOTNOTES, count.footnotes)), 1
        )
        if number
    ]
    name = edition_name(document.edition_id, language)
    return OverviewRow(
        (Piece(name, role), Piece(f" {kind}", "strong")),
        (Figure(0, "", f"{count.sections:,}", DocumentAt(document.id)),),
        (BarPart(count.sections, BLOCK, role),),
        most,
        (characters, *others),
    )


def _parts(
    count: DocumentCount, ordinals: dict[str, int], most: int, language: Language
) -> Iterator[OverviewRow]:
    """Yield a row for each top heading of a document, with the headings below it."""
    edition = count.document.edition_id
    role = edition_role(ordinals[edition])
    for part in count.parts:
        title = headings.heading(part.section, language)
        yield OverviewRow(
            (Piece(f"{edition} ", role), Piece(title)),
            (Figure(0, "", f"{part.sections:,}", SectionAt(part.section.key)),),
            (BarPart(part.sections, BLOCK, role),),
            most,
        )


def _chapters(
    chapters: Sequence[ChapterCount], among: str, language: Language
) -> Iterator[OverviewRow]:
    """Yield a row for each chapter of measures, its bar the KPIs that are set and unset.

    ``among`` is the filter that leaves the chapters' edition, where several hold measures.
    """
    most = max(chapter.kpis for chapter in chapters)
    for chapter in chapters:
        title = headings.title(chapter.section, language) if chapter.section else ""
        yield OverviewRow(
            (Piece(f"{chapter.chapter} ", "label"), Piece(title)),
            tuple(_chapter_figures(chapter, among, language)),
            (
                BarPart(chapter.kpis - chapter.unset_kpis, BLOCK, "mark"),
                BarPart(chapter.unset_kpis, "-", "warning"),
            ),
            most,
        )


def _chapter_figures(chapter: ChapterCount, among: str, language: Language) -> Iterator[Figure]:
    """Yield the figures of a chapter that are not 0, each leading to the measures it counts."""
    counts = (
        (MEASURE, chapter.measures, "", "link"),
        (KPIS, chapter.kpis, " has:kpi", "link"),
        (UNSET, chapter.unset_kpis, " kpi:unset", "warning"),
    )
    for column, (name, number, filters, role) in enumerate(counts):
        if number:
            destination = MeasuresWith(f"chapter:{chapter.chapter}{among}{filters}")
            yield Figure(column, f"{name.say(language)} ", str(number), destination, role)


def _years(
    years: Sequence[YearCount], ordinals: dict[str, int], language: Language
) -> Iterator[OverviewRow]:
    """Yield a row for each fiscal year, a figure and a stretch of its bar for each edition."""
    most = max(sum(year.by_edition.values()) for year in years)
    for year in years:
        counts = [
            (edition, ordinals[edition], count)
            for edition, count in sorted(
                year.by_edition.items(), key=lambda item: ordinals[item[0]]
            )
        ]
        yield OverviewRow(
            (Piece(YEAR.say(language, year=year.year)),),
            tuple(
                Figure(
                    ordinal,
                    f"{edition}:",
                    str(count),
                    TargetsWith(f"due:fy{year.year} edition:{edition}"),
                    edition_role(ordinal),
                )
                for edition, ordinal, count in counts
            ),
            tuple(
                BarPart(count, sign_of(ordinal), edition_role(ordinal))
                for _, ordinal, count in counts
            ),
            most,
        )


def _pair(pair: PairCount, language: Language) -> OverviewRow:
    """Return the row of two editions, a figure for each relation between their headings."""
    figures = tuple(
        Figure(
            column,
            f"{name.say(language)} ",
            str(pair.relations[relation]),
            ChangesBetween(pair.older, pair.newer, relation),
        )
        for column, (relation, name) in enumerate(_SHORT_KINDS.items())
        if pair.relations.get(relation)
    )
    name = [Piece(f"{pair.older} › {pair.newer}", "strong")]
    if pair.suggested:
        name.append(Piece(SUGGESTED.say(language, count=pair.suggested), "warning"))
    return OverviewRow(tuple(name), figures)


def _topics(
    overview: Overview, ordinals: dict[str, int], language: Language
) -> Iterator[OverviewRow]:
    """Yield a row for each edition: topics that it speaks of, and that came and went with it."""
    groups = tuple(TOPIC_GROUPS_SHORT.items())
    for number, edition in enumerate(overview.compared):
        figures = [
            Figure(
                column,
                f"{phrase.say(language)} ",
                str(count),
                TopicsOf(group, edition),
            )
            # Nothing is new or dropped in the first edition.
            for column, (group, phrase) in enumerate(groups if number else groups[:1])
            if (count := overview.count_of(group, edition))
        ]
        name = edition_name(edition, language)
        yield OverviewRow((Piece(name, edition_role(ordinals[edition])),), tuple(figures))
