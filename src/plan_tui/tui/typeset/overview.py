"""What the data holds, drawn: rows of figures, each figure a door to its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from plan_tui.export import phrases
from plan_tui.model import titles
from plan_tui.model.overview import ChapterCount, DocumentCount, Overview, PairCount, YearCount
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width
from plan_tui.tui import names
from plan_tui.tui.doors import Door
from plan_tui.tui.themes import edition_role
from plan_tui.tui.typeset.line import Line, Piece, fit, line
from plan_tui.tui.typeset.tally import BLOCK, Part, cell, sign_of, stacked

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

_GAP = 2
_LEAST_BAR = 6
"""Columns that a bar keeps before notes and names give way to it."""
_LEAST_NAME = 14
"""Columns that a name keeps before the bar beside it goes."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number behind its name, in a column of the rows below one heading."""

    column: int
    """From 0; a column need not stand in every row."""
    name: str
    number: str

    @property
    def text(self) -> str:
        """What it says, uncut."""
        return f"{self.name}{self.number}"


@dataclass(frozen=True, slots=True)
class Figure(Cell):
    """A number, and the list behind it."""

    door: Door
    role: str = "link"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the overview."""

    name: tuple[Piece, ...]
    figures: tuple[Figure, ...] = ()
    bars: tuple[Part, ...] = ()
    most: int = 0
    """What the longest bar of the rows counts."""
    notes: tuple[Cell, ...] = ()
    """Words without a door, at the end; where there is no room the last go first."""
    head: bool = False


def rows(found: Overview, place: Section | None, language: Language) -> list[Row]:
    """Return the rows; ``place`` is where the reader was the last time."""
    ordinals = {edition.id: edition.ordinal for edition in found.editions}
    made: list[Row] = []
    if place is not None:
        name = Piece(f"{CONTINUE.say(language)}  ", "strong")
        figure = Figure(0, titles.heading(place, language), "", Door("section", place.key))
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
    kind = names.DOCUMENT_KINDS[document.kind].say(language)
    characters = Cell(0, "", CHARACTERS.say(language, count=one.characters))
    counts = (FOOTNOTES, one.footnotes), (CONTENTS_ONLY, one.contents_only)
    others = [
        Cell(column, f"{phrase.say(language)} ", str(count))
        for column, (phrase, count) in enumerate(counts, 1)
        if count
    ]
    name = names.edition_name(document.edition_id, language)
    return Row(
        (Piece(name, role), Piece(f" {kind}", "strong")),
        (Figure(0, "", f"{one.sections:,}", Door("document", document.id)),),
        (Part(one.sections, BLOCK, role),),
        most,
        (characters, *others),
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
            (Figure(0, "", f"{part.sections:,}", Door("section", part.section.key)),),
            (Part(part.sections, BLOCK, role),),
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
        title = titles.title(one.section, language) if one.section else ""
        yield Row(
            (Piece(f"{one.chapter} ", "label"), Piece(title)),
            tuple(
                Figure(
                    column,
                    f"{name.say(language)} ",
                    str(count),
                    Door("measures", f"{query}{own}"),
                    role,
                )
                for column, (name, count, own, role) in enumerate(counts)
                if count
            ),
            (
                Part(one.kpis - one.unset_kpis, BLOCK, "mark"),
                Part(one.unset_kpis, "-", "warning"),
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
                    Door("targets", f"due:fy{one.year} edition:{edition}"),
                    edition_role(ordinals[edition]),
                )
                for edition, count in counts
            ),
            tuple(
                Part(count, sign_of(ordinals[edition]), edition_role(ordinals[edition]))
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
            Door("changes", f"{pair.older} {pair.newer} {relation}"),
        )
        for column, (relation, name) in enumerate(phrases.RELATION.items())
        if pair.relations.get(relation)
    )
    return Row((Piece(f"{pair.older} › {pair.newer}", "strong"),), figures)


def _topics(found: Overview, ordinals: dict[str, int], language: Language) -> Iterator[Row]:
    for number, edition in enumerate(found.compared):
        kinds = (("in", IN_TEXT), ("new", NEW), ("dropped", DROPPED))
        figures = [
            Figure(
                column,
                f"{phrase.say(language)} ",
                str(len(chosen)),
                Door("topics", f"{kind} {edition}"),
            )
            for column, (kind, phrase) in enumerate(kinds if number else kinds[:1])
            if (chosen := found.topics_of(kind, edition))
        ]
        name = names.edition_name(edition, language)
        yield Row((Piece(name, edition_role(ordinals[edition])),), tuple(figures))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row, or a part of one that has no room on one line, with all its columns settled."""

    lead: tuple[Piece, ...]
    """Name and bar."""
    figures: tuple[Figure, ...] = ()
    words: tuple[str, ...] = ()
    """What each figure says, as wide as its column."""
    starts: tuple[int, ...] = ()
    """Where each figure begins."""
    notes: tuple[Piece, ...] = ()
    head: bool = False


def arranged(rows: Sequence[Row], columns: int) -> list[Drawn]:
    """Set rows in ``columns``: the figures below one heading stand in columns of their own, whole.

    Where there is no room, notes go first, then bars get shorter, names are cut, bars go, and
    figures stand on lines below.
    """
    heads = accumulate(row.head for row in rows)
    groups = [
        Columns([row for _, row in group], columns)
        for _, group in groupby(zip(heads, rows, strict=True), key=lambda pair: pair[0])
    ]
    bar = min((group.most_bar for group in groups if group.has_bars), default=0)
    return [drawn for group in groups for drawn in group.lines(bar)]


class Columns:
    """Shares the columns of the screen among the rows below one heading."""

    def __init__(self, rows: Sequence[Row], columns: int) -> None:
        self._rows = rows
        self._columns = columns
        self._name = max(22, min(52, columns * 36 // 100))
        self._figures = _sizes([figure for row in rows for figure in row.figures])
        self._notes = _sizes([note for row in rows if not row.head for note in row.notes])
        self.has_bars = any(row.bars for row in rows)

    @property
    def most_bar(self) -> int:
        """The columns that a bar can have."""
        room = self._columns - self._name - 2 - self._needed
        noted = sum(size for _, size in self._kept(room - _LEAST_BAR))
        return max(_LEAST_BAR, min(44, self._columns * 22 // 100, room - noted))

    @property
    def _needed(self) -> int:
        return sum(sum(size) + 2 for size in self._figures.values())

    def _kept(self, room: int) -> list[tuple[int, int]]:
        """Return the columns of notes that fit whole, and their sizes with the gap before them."""
        # A figure has a blank at its end, so that the first gap is the shorter by one.
        sizes = [
            (n, sum(size) + (_GAP if place else 1))
            for place, (n, size) in enumerate(sorted(self._notes.items()))
        ]
        ends = accumulate(size for _, size in sizes)
        return [one for one, end in zip(sizes, ends, strict=True) if end <= room]

    def lines(self, bar: int) -> Iterator[Drawn]:
        """Draw the rows with bars of at most ``bar`` columns."""
        longest = max((_size(row.name) for row in self._rows if not row.head), default=0)
        room = self._columns - self._needed - bar - 2
        if not self.has_bars or room < min(longest, _LEAST_NAME):
            bar = 0
        name = min(self._name, room) if bar else min(longest, self._name)
        for row in self._rows:
            yield from [_head_line(row, self._columns)] if row.head else self._row(row, name, bar)

    def _row(self, row: Row, name: int, bar: int) -> Iterator[Drawn]:
        lead = list(cell(row.name, name))
        lead += cell(stacked(row.bars, row.most, bar), bar) if bar else [Piece(" ")]
        start = _size(lead)
        notes = self._noted(row, self._columns - start - self._needed)
        for starts in self._placed(start):
            own = tuple(figure for figure in row.figures if figure.column in starts)
            if own:
                words = tuple(_padded(one, self._figures[one.column]) for one in own)
                places = tuple(starts[one.column] for one in own)
                yield Drawn(tuple(lead), own, words, places, tuple(notes))
                lead, notes = [], []

    def _placed(self, start: int) -> list[dict[int, int]]:
        """Return for each line of a row where its columns of figures begin."""
        sizes = {n: sum(size) + 2 for n, size in sorted(self._figures.items())}
        if start + self._needed <= self._columns:
            ends = accumulate(sizes.values(), initial=start)
            return [dict(zip(sizes, ends, strict=False))]
        # Columns on several lines are of one size, so that those below stand in line too.
        size = max(sizes.values())
        each = max(1, (self._columns - start) // size)
        places = [(n, start + index % each * size) for index, n in enumerate(sizes)]
        return [dict(places[first : first + each]) for first in range(0, len(places), each)]

    def _noted(self, row: Row, room: int) -> list[Piece]:
        """Return a row's notes in the columns that fit whole, the first before the others."""
        own = {note.column: _padded(note, self._notes[note.column]) for note in row.notes}
        return [
            Piece(pad("", size - width(said)) + said, "muted")
            for number, size in self._kept(room)
            for said in [own.get(number, "")]
        ]


def _padded(one: Cell, size: tuple[int, int]) -> str:
    """Return a cell's name filled at its right, its number at its left."""
    name, number = size
    return f"{pad(one.name, name)}{' ' * (number - width(one.number))}{one.number}"


def _sizes(cells: Sequence[Cell]) -> dict[int, tuple[int, int]]:
    """Return for each column the columns of its longest name and number."""
    made: dict[int, tuple[int, int]] = {}
    for one in cells:
        name, number = made.get(one.column, (0, 0))
        made[one.column] = max(name, width(one.name)), max(number, width(one.number))
    return made


def _size(pieces: Sequence[Piece]) -> int:
    return sum(width(piece.text) for piece in pieces)


def _head_line(row: Row, columns: int) -> Drawn:
    notes = [Piece(f"{' ' * _GAP}{note.text}", "muted") for note in row.notes]
    fits = _size(row.name) + _GAP + _size(notes) <= columns
    return Drawn((*row.name, Piece(" ")), notes=tuple(notes) if fits else (), head=True)


def row_line(drawn: Drawn, columns: int, active: int = -1) -> Line:
    """Draw a row; the figure number ``active`` is the one with the cursor."""
    pieces = list(drawn.lead)
    for number, (figure, words) in enumerate(zip(drawn.figures, drawn.words, strict=True)):
        pieces.append(Piece(" " * (drawn.starts[number] - _size(pieces))))
        pieces.append(Piece(f" {words} ", "cursor" if number == active else figure.role))
    return line(*fit([*pieces, *drawn.notes], columns))
