"""What the data holds, drawn: rows of figures, each figure a door to its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plan_tui.export import phrases
from plan_tui.model import titles
from plan_tui.model.overview import ChapterCount, DocumentCount, Overview, PairCount, YearCount
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui import names
from plan_tui.tui.doors import Door
from plan_tui.tui.themes import edition_role
from plan_tui.tui.typeset.line import Line, Piece, fit, line
from plan_tui.tui.typeset.tally import BLOCK, bar, sign_of

CONTINUE = Phrase("続きから", "Continue")
HELD = Phrase("収録テキスト", "Text held")
HELD_NOTE = Phrase("見出しの数と文字数", "headings and characters")
CHARACTERS = Phrase("{count:,}字", "{count:,} {count:char|chars}")
FOOTNOTES = Phrase("脚注 {count}", "footnotes {count}")
CONTENTS_ONLY = Phrase("目次のみ {count}", "contents only {count}")
MEASURES = Phrase("施策とKPI（2021年版）", "Measures and KPIs (2021)")
MEASURES_NOTE = Phrase("▬ 設定済みのKPI　- 未設定のKPI", "▬ KPIs set   - KPIs unset")
MEASURE = Phrase("施策 {count}", "measures {count}")
KPIS = Phrase("KPI {count}", "KPIs {count}")
UNSET = Phrase("未設定あり {count}", "with unset {count}")
TARGETS = Phrase("期限のある目標（年度別）", "Dated targets by fiscal year")
TARGETS_NOTE = Phrase("版:件数", "edition:targets")
YEAR = Phrase("{year}年度", "FY{year}")
CHANGES = Phrase("版の間の変化（収録テキスト内）", "Changes between editions (of the text held)")
PARTS = Phrase("各文書の見出し", "Headings of each document")
TOPICS = Phrase("事項 {count}（人手による対応表）", "Topics: {count} (matched by hand)")
IN_TEXT = Phrase("記述あり {count}", "spoken of {count}")
NEW = Phrase("新規 {count}", "new {count}")
DROPPED = Phrase("記載なし {count}", "dropped {count}")

_GAP = 2
_LEAST_BAR = 6
"""Columns that a bar keeps before notes give way to it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in words, and the list behind it."""

    text: str
    door: Door
    role: str = "link"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the overview."""

    name: tuple[Piece, ...]
    figures: tuple[Figure, ...] = ()
    bars: tuple[tuple[float, str, str], ...] = ()
    """Share of the longest bar (0 to 1), role and character, from the left."""
    notes: tuple[str, ...] = ()
    """Words without a door, at the end; where there is no room the last go first."""
    head: bool = False


def rows(found: Overview, place: Section | None, language: Language) -> list[Row]:
    """Return the rows; ``place`` is where the reader was the last time."""
    ordinals = {edition.id: edition.ordinal for edition in found.editions}
    made: list[Row] = []
    if place is not None:
        name = Piece(f"{CONTINUE.say(language)}  ", "strong")
        figure = Figure(titles.heading(place, language), Door("section", place.key))
        made.append(Row((name,), (figure,), notes=(place.key,)))
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
    notes = (note.say(language),) if note else ()
    return Row((Piece(title.say(language), "heading"),), notes=notes, head=True)


def _document(one: DocumentCount, ordinals: dict[str, int], most: int, language: Language) -> Row:
    document = one.document
    role = edition_role(ordinals[document.edition_id])
    kind = names.DOCUMENT_KINDS[document.kind].say(language)
    counts = (
        (CHARACTERS, one.characters),
        (FOOTNOTES, one.footnotes),
        (CONTENTS_ONLY, one.contents_only),
    )
    name = names.edition_name(document.edition_id, language)
    return Row(
        (Piece(name, role), Piece(f" {kind}", "strong")),
        (Figure(f"{one.sections:,}", Door("document", document.id)),),
        ((one.sections / most if most else 0, role, BLOCK),),
        tuple(phrase.say(language, count=count) for phrase, count in counts if count),
    )


def _parts(
    one: DocumentCount, ordinals: dict[str, int], most: int, language: Language
) -> Iterator[Row]:
    edition = one.document.edition_id
    role = edition_role(ordinals[edition])
    for part in one.parts:
        title = titles.heading(part.section, language)
        yield Row(
            (Piece(f"{edition} ", role), Piece(title)),
            (Figure(f"{part.sections:,}", Door("section", part.section.key)),),
            ((part.sections / most if most else 0, role, BLOCK),),
        )


def _chapters(chapters: Sequence[ChapterCount], language: Language) -> Iterator[Row]:
    most = max(one.kpis for one in chapters)
    for one in chapters:
        query = f"chapter:{one.chapter}"
        figures = [Figure(MEASURE.say(language, count=one.measures), Door("measures", query))]
        if one.unset_measures:
            said = UNSET.say(language, count=one.unset_measures)
            figures.append(Figure(said, Door("measures", f"{query} kpi:unset"), "warning"))
        title = titles.title(one.section, language) if one.section else ""
        yield Row(
            (Piece(f"{one.chapter} ", "label"), Piece(title)),
            tuple(figures),
            (
                ((one.kpis - one.unset_kpis) / most if most else 0, "mark", BLOCK),
                (one.unset_kpis / most if most else 0, "warning", "-"),
            ),
            (KPIS.say(language, count=one.kpis),),
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
                    f"{edition}:{count}",
                    Door("targets", f"due:fy{one.year} edition:{edition}"),
                    edition_role(ordinals[edition]),
                )
                for edition, count in counts
            ),
            tuple(
                (count / most, edition_role(ordinals[edition]), sign_of(ordinals[edition]))
                for edition, count in counts
            ),
        )


def _pair(pair: PairCount, language: Language) -> Row:
    figures = tuple(
        Figure(
            f"{name.say(language)} {pair.relations[relation]}",
            Door("changes", f"{pair.older} {pair.newer} {relation}"),
        )
        for relation, name in phrases.RELATION.items()
        if pair.relations.get(relation)
    )
    return Row((Piece(f"{pair.older} › {pair.newer}", "strong"),), figures)


def _topics(found: Overview, ordinals: dict[str, int], language: Language) -> Iterator[Row]:
    for number, edition in enumerate(found.compared):
        kinds = (("in", IN_TEXT), ("new", NEW), ("dropped", DROPPED))
        figures = [
            Figure(phrase.say(language, count=len(chosen)), Door("topics", f"{kind} {edition}"))
            for kind, phrase in (kinds if number else kinds[:1])
            if (chosen := found.topics_of(kind, edition))
        ]
        name = names.edition_name(edition, language)
        yield Row((Piece(name, edition_role(ordinals[edition])),), tuple(figures))


class Columns:
    """Shares the columns of the screen: figures and notes what they need, bars what is left."""

    def __init__(self, rows: Sequence[Row], columns: int) -> None:
        self.columns = columns
        self.name = max(22, min(52, columns * 36 // 100))
        room = columns - self.name - 2
        needed = max((_needed(row, room - _LEAST_BAR) for row in rows if row.bars), default=0)
        self.bar = max(_LEAST_BAR, min(44, columns * 22 // 100, room - needed))


def _needed(row: Row, room: int) -> int:
    """Return the columns of a row's figures, and of the notes that have room beside them."""
    figures = _figures_size(row.figures)
    return figures + _size(_notes(row.notes, room - figures))


def _figures_size(figures: Sequence[Figure]) -> int:
    return sum(width(figure.text) + 2 for figure in figures)


def _size(pieces: Sequence[Piece]) -> int:
    return sum(width(piece.text) for piece in pieces)


def wrapped(rows: Sequence[Row], columns: int) -> list[Row]:
    """Return rows whose figures stand in ``columns``; those without room stand in rows below."""
    made: list[Row] = []
    most = Columns((), columns).name
    for row in rows:
        own = min(_size(row.name), most) + _GAP
        groups: list[list[Figure]] = [[]]
        for figure in row.figures:
            if groups[-1] and own + _figures_size([*groups[-1], figure]) > columns:
                groups.append([])
            groups[-1].append(figure)
        made.append(replace(row, figures=tuple(groups[0])))
        below = (Piece(" " * (own - _GAP)),)
        made += [Row(below, tuple(group)) for group in groups[1:]]
    return made


def row_line(row: Row, sizes: Columns, active: int = -1) -> Line:
    """Draw a row; the figure number ``active`` is the one with the cursor.

    A row whose figures have no room beside a bar does without one.
    """
    columns = sizes.columns
    if row.head:
        notes = _notes(row.notes, columns - _size(row.name) - _GAP)
        return line(*fit([*row.name, Piece(" " * _GAP), *notes], columns))
    pieces = list(fit(row.name, sizes.name) if row.bars or len(row.figures) > 1 else row.name)
    if row.bars:
        start = min(sizes.name + sizes.bar + 2, columns - _figures_size(row.figures))
        if start == sizes.name + sizes.bar + 2:
            drawn = [Piece(_bar(*one, sizes.bar), one[1]) for one in row.bars]
            pieces += [Piece(" " * (sizes.name + 1 - _size(pieces))), *fit(drawn, sizes.bar)]
        pieces.append(Piece(" " * (start - _size(pieces))))
    else:
        pieces.append(Piece(" " * _GAP))
    for number, figure in enumerate(row.figures):
        pieces.append(Piece(f" {figure.text} ", "cursor" if number == active else figure.role))
    return line(*fit([*pieces, *_notes(row.notes, columns - _size(pieces))], columns))


def _notes(notes: Sequence[str], columns: int) -> list[Piece]:
    """Return the notes that fit whole, the first before the others."""
    made: list[Piece] = []
    for note in notes:
        piece = Piece(f"{' ' * (_GAP if made else 1)}{note}", "muted")
        if _size([*made, piece]) > columns:
            break
        made.append(piece)
    return made


def _bar(share: float, role: str, sign: str, columns: int) -> str:
    return bar(share, 1, columns).replace(BLOCK, sign)
