"""Footnote marks in the text: raised digits, printed forms such as ``[1]``, or glued digits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from plan_tui.model.parsed import ParsedMark
from plan_tui.parse.common.footnote_marks import find_marks
from plan_tui.parse.common.spacing import is_latin
from plan_tui.parse.full_text.notes.counted_numbers import without_counted
from plan_tui.parse.full_text.notes.note_bodies import NoteBody
from plan_tui.parse.full_text.notes.note_numbers import (
    MARKS,
    NoteForm,
    is_set_small,
    number_value,
    raised_runs,
    with_ascii_digits,
)
from plan_tui.parse.full_text.unplaced import UnplacedLine, UnplacedPage, UnplacedText
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Place, Traced

_RAISED_NUMBER = re.compile(
    r"[\[［(（*＊※]?\s*(?:注|脚注)?\s*(?P<number>[0-9０-９]{1,3}|[¹²³⁰⁴-⁹]{1,3})\s*[\]］)）]?"
)
_RAISED_JOINER = re.compile(r"[\s,、，・及び]*")
_UNIT = re.compile(r"(?:^|[^A-Za-z])[kcm]?m$")
"""What an exponent stands after."""
_LISTED = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}(?:\s?[,，、]\s?(?![0-9]{3}(?![0-9]))[0-9]{1,3})+(?![0-9])"
)
"""Several numbers with commas, none of which groups thousands."""
_GAP = re.compile(r"[^\x00-\x7f\s](?= [^\x00-\x7f\s])")
"""A character before a blank that no change of script explains."""

MarksByPlace = Mapping[Place | None, Sequence["PrintedMark"]]
"""The place of the last solid character before a mark → the marks there; None: before all."""


@record
class PrintedMark:
    """A mark found in the text."""

    name: str
    """That of its footnote."""
    text: Traced
    """As printed."""


class NoteNames:
    """The names of the footnotes by their number, near a page."""

    def __init__(self, notes: Iterable[NoteBody]) -> None:
        self._all = list(notes)
        self._notes: dict[int, list[NoteBody]] = defaultdict(list)
        for note in self._all:
            self._notes[note.head.value].append(note)

    def name(self, value: int, page: int) -> str | None:
        """Return the name of the footnote ``value`` that is nearest to a page; None if none."""
        notes = self._notes.get(value)
        if not notes:
            return None
        # A mark's footnote stands on its page or after it; that of another series is farther.
        return min(notes, key=lambda n: (abs(n.page - page), n.page < page)).name

    def of_numbers(self, page: int) -> dict[int, str]:
        """Return the name of each number's footnote near a page."""
        return {value: self.name(value, page) or "" for value in self._notes}

    def on_page(self, page: int) -> list[NoteBody]:
        """Return the footnotes whose bodies begin on a page, in their order there."""
        return [note for note in self._all if note.page == page]


def take_marks(
    text: UnplacedText, notes: Sequence[NoteBody]
) -> dict[Place | None, list[PrintedMark]]:
    """Take the marks of ``notes`` out of the lines of ``text``, which is changed."""
    names = NoteNames(notes)
    forms = {note.head.form for note in notes}
    marks: dict[Place | None, list[PrintedMark]] = defaultdict(list)
    before: Place | None = None
    for page in text.pages:
        spans = _spans(text, page, names, forms)
        lines: list[UnplacedLine] = []
        pending: list[PrintedMark] = []
        for line in page.lines:
            there = spans.get(line.number, [])
            rest = _without(line, there)
            if pending:
                marks[_place_in_gap(rest, before)] += pending
                pending = []
            if not rest.text.text.strip():
                pending = [PrintedMark(s.name, line.text[s.start : s.end]) for s in there]
                continue
            before = _place(line, there, before, marks)
            lines.append(rest)
        marks[before] += pending
        page.lines = lines
    return marks


def place_note_marks(text: Traced, marks: MarksByPlace) -> tuple[ParsedMark, ...]:
    """Return the marks that stand in a clean text, each with its offset there."""
    return tuple(
        ParsedMark(mark.name, offset, mark.text)
        for offset, place in enumerate(text.places, 1)
        if place is not None
        for mark in marks.get(place, ())
    )


@record
class _Span:
    """Where a mark stands in a line's rest."""

    start: int
    end: int
    name: str


def _spans(
    text: UnplacedText, page: UnplacedPage, names: NoteNames, forms: set[NoteForm]
) -> dict[int, list[_Span]]:
    """Return the marks of a page by line number, in the order of the text."""
    spans: dict[int, list[_Span]] = defaultdict(list)
    for line in page.lines:
        spans[line.number] += _with_joiners(line, list(_raised(line, page.number, names)))
        for form in forms - {NoteForm.PLAIN}:
            spans[line.number] += _formed(line, page.number, names, form)
        spans[line.number] = _apart(spans[line.number])
    if NoteForm.PLAIN in forms and not text.positioned:
        numbers = [n for n in names.on_page(page.number) if n.head.form is NoteForm.PLAIN]
        _add_glued(text, page, numbers, names.of_numbers(page.number), spans)
    return spans


def _raised(line: UnplacedLine, page: int, names: NoteNames) -> Iterator[_Span]:
    for start, end in raised_runs(line):
        run = line.text.text[start:end]
        if _UNIT.search(line.text.text[:start]) and run in "23":
            continue
        for match in _RAISED_NUMBER.finditer(run):
            name = names.name(number_value(match["number"]), page)
            if name:
                yield _Span(start + match.start(), start + match.end(), name)


def _with_joiners(line: UnplacedLine, spans: Sequence[_Span]) -> list[_Span]:
    """Return raised marks, each with what joins it to the next, such as the comma of ``3,4``."""
    joined: list[_Span] = []
    for span, following in zip(spans, [*spans[1:], None], strict=False):
        end = following.start if following else span.end
        joins = _RAISED_JOINER.fullmatch(line.text.text, span.end, end)
        if joins and is_set_small(line, span.end, end):
            span = replaced(span, end=end)
        joined.append(span)
    return joined


def _formed(line: UnplacedLine, page: int, names: NoteNames, form: NoteForm) -> Iterator[_Span]:
    for match in MARKS[form].finditer(line.text.text):
        value = number_value(match["number"])
        # 1) also numbers items: only a footnote of the page tells that it is a mark.
        here = [note.head.value for note in names.on_page(page) if note.head.form is form]
        name = names.name(value, page)
        if name and (form is not NoteForm.PARENTHESIS or value in here):
            yield _Span(match.start(), match.end(), name)


def _apart(spans: Iterable[_Span]) -> list[_Span]:
    """Return spans in order, the longer of two that overlap."""
    chosen: list[_Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not chosen or span.start >= chosen[-1].end:
            chosen.append(span)
    return chosen


def _listed_spans(listed: re.Match[str], names: Mapping[int, str]) -> Iterator[_Span]:
    """Yield the marks of a list such as ``3,4``; the first with the comma behind it, and so on."""
    for number in re.finditer(r"([0-9]+)\s*[,，、]?\s*", listed.group()):
        start = listed.start() + number.start()
        yield _Span(start, listed.start() + number.end(), names[int(number.group(1))])


def _add_glued(
    text: UnplacedText,
    page: UnplacedPage,
    notes: Sequence[NoteBody],
    names: Mapping[int, str],
    spans: dict[int, list[_Span]],
) -> None:
    """Add the marks that are digits like any others; those alone on a line come first.

    ``names`` are of all footnotes by their number.
    """
    wanted = {note.head.value: note.name for note in notes}
    rest: list[UnplacedLine] = []
    for line in page.lines:
        value = int(line.solid) if line.solid.isdecimal() else None
        if value in wanted:
            start = len(line.text.text) - len(line.text.text.lstrip())
            end = len(line.text.text.rstrip())
            spans[line.number] = [_Span(start, end, wanted.pop(value))]
        else:
            rest.append(line)
    for line in rest:
        for listed in _LISTED.finditer(line.text.text):
            values = [int(value) for value in re.findall(r"[0-9]+", listed.group())]
            if set(values) <= set(names) and not wanted.keys().isdisjoint(values):
                spans[line.number] += _listed_spans(listed, names)
                wanted = {n: name for n, name in wanted.items() if n not in values}
    possible = without_counted(rest, text.gaps, wanted)
    for mark in find_marks([with_ascii_digits(line) for line in possible], list(wanted)):
        number, column = mark.text.places[0] or (0, 0)
        line = next(line for line in rest if line.number == number)
        start = line.text.places.index((number, column))
        if not line.text.text[:start].strip():
            continue  # a number that opens a line with more text is a heading's or an item's
        span = _Span(start, start + len(mark.text), wanted[mark.number])
        spans[number] = _apart([*spans[number], span])


def _place(
    line: UnplacedLine,
    spans: Sequence[_Span],
    before: Place | None,
    marks: dict[Place | None, list[PrintedMark]],
) -> Place | None:
    """Add a line's marks, each after the last solid character before it; return the last."""
    inside = {index for span in spans for index in range(span.start, span.end)}
    starts = {span.start: span for span in spans}
    for index, character in enumerate(line.text.text):
        if index in starts:
            span = starts[index]
            marks[before].append(PrintedMark(span.name, line.text[span.start : span.end]))
        if index not in inside and not character.isspace():
            before = line.text.places[index]
    return before


def _place_in_gap(line: UnplacedLine, before: Place | None) -> Place | None:
    """Return the place after which a mark belongs that the extraction wrote above its line.

    It left a blank between two Japanese characters there; without one it opened the line.
    """
    gaps = list(_GAP.finditer(line.text.text))
    return line.text.places[gaps[0].start()] if len(gaps) == 1 else before


def _blanks_beside(text: str, marks: Collection[int]) -> Iterator[int]:
    """Yield the blanks beside marks that part no Latin words."""
    for blanks in re.finditer(r"\s+", text):
        before, after = blanks.start() - 1, blanks.end()
        while before in marks:
            before -= 1
        while after in marks:
            after += 1
        beside = before < blanks.start() - 1 or after > blanks.end()
        if beside and not (is_latin(text[before : before + 1]) and is_latin(text[after:][:1])):
            yield from range(*blanks.span())


def _without(line: UnplacedLine, spans: Sequence[_Span]) -> UnplacedLine:
    inside = {index for span in spans for index in range(span.start, span.end)}
    if not inside:
        return line
    if not line.line.boxes:
        inside |= set(_blanks_beside(line.text.text, inside))
    return UnplacedLine(
        line.line, line.text.keep(i for i in range(len(line.text)) if i not in inside)
    )
