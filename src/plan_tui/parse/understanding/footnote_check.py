"""Whether footnotes are numbered through, each with one text and one mark.

The numbering may begin anew, as at a chapter; marks and texts then begin anew together. A text may
be referred to again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import Layout
from plan_tui.model.parsed import ParsedMark
from plan_tui.parse.understanding.left_marks import glued_line, raised_numbers
from plan_tui.parse.understanding.read_source import ReadSource, plain
from plan_tui.parse.understanding.repeated_notes import repeated_notes
from plan_tui.text.record import record
from plan_tui.text.traced import Traced

_COUNTED = 3
"""Marks that count 1, 2, 3 and so begin a numbering, whatever texts there are."""


@record
class _Numbered:
    """A footnote's text, or a mark: its number and its line."""

    number: int
    line: int | None


def check_footnotes(source: ReadSource) -> Iterator[Doubt]:
    """Yield how many footnotes are whole, and each that lacks its text or mark, or has two."""
    all_notes, all_marks = _notes(source), _marks(source)
    repeated = repeated_notes(source)
    all_notes += [_Numbered(int(name), line) for name, line in repeated if name.isdecimal()]
    alike = [note.number for note in all_notes] == [mark.number for mark in all_marks]
    notes, marks = _series(all_notes, alike=alike), _series(all_marks, alike=alike)
    marks = _without_references(marks, len(notes))
    if source.layout is Layout.MARKDOWN:  # a name there is that of one footnote
        notes, marks = [all_notes][: len(notes)], [all_marks][: len(marks)]
    if not notes and not marks:
        return
    doubts: list[Doubt] = []
    whole = total = 0
    for index in range(max(len(notes), len(marks))):
        texts = notes[index] if index < len(notes) else []
        signs = marks[index] if index < len(marks) else []
        doubts += _check_series(source, texts, signs)
        printed = Counter(text.number for text in texts)
        marked = Counter(sign.number for sign in signs)
        last = max((*printed, *marked))
        total += last
        whole += sum(printed[number] == 1 <= marked[number] for number in range(1, last + 1))
    first = next((text.line for texts in notes for text in texts), None)
    yield source.at(DoubtKind.FOOTNOTES_FOUND, Severity.NOTE, first, str(total), str(whole))
    yield from doubts
    for name, line in repeated:
        if not name.isdecimal():
            kind = DoubtKind.FOOTNOTE_TWICE
            yield source.at(kind, Severity.ERROR, line, "1", f"{name} ×2")
    told = {doubt.expected for doubt in doubts}
    yield from _without_note(source, notes, marks, told)


def _without_note(
    source: ReadSource,
    notes: Sequence[Sequence[_Numbered]],
    marks: Sequence[Sequence[_Numbered]],
    told: Collection[str],
) -> Iterator[Doubt]:
    """Yield the mark of a footnote beyond the last one, as where the text of the last is lost."""
    number = max((note.number for note in (notes[-1] if notes else [])), default=0) + 1
    kind = DoubtKind.MARK_WITHOUT_FOOTNOTE
    for value, line in raised_numbers(source):
        if value == number and str(number) not in told:
            yield source.at(kind, Severity.ERROR, line, expected=str(number))
            return
    last = max((mark.line or 0 for series in marks for mark in series), default=0)
    if last and not source.text.has_positions:
        place = glued_line(source, number, last, None, heads=False)
        if place and str(number) not in told:
            yield source.at(kind, Severity.WARNING, place, expected=str(number))


def _notes(source: ReadSource) -> list[_Numbered]:
    notes = source.document.footnotes
    # The number of a note that a word names is supplied, and stands in no line.
    names = ((n.number.text, n.number if n.number.first_line else n.text) for n in notes)
    return sorted(_numbered(names), key=lambda n: n.line or 0)


def _marks(source: ReadSource) -> list[_Numbered]:
    marks: list[ParsedMark] = []
    for section in source.document.sections:
        marks += section.title_marks
        marks += [mark for block in section.blocks for mark in block.marks]
        marks += [mark for kpi in section.kpis for mark in kpi.marks]
    return list(_numbered((mark.number, mark.mark) for mark in marks))


def _numbered(names: Iterable[tuple[str, Traced]]) -> Iterator[_Numbered]:
    """Yield the numbers of names such as ``3``, ``（注３）``, ``12-3``; words have none."""
    for name, text in names:
        numbers = re.findall(r"\d+", plain(name))
        if numbers:
            yield _Numbered(int(numbers[-1]), text.first_line)


def _series(numbered: Sequence[_Numbered], *, alike: bool) -> list[list[_Numbered]]:
    """Cut where the numbering begins anew: at a 1 after greater numbers.

    A 1 after a 1 begins anew, too, where texts and marks have the same numbers all through.
    """
    series: list[list[_Numbered]] = []
    for each in numbered:
        if not series or (each.number == 1 and (alike or series[-1][-1].number > 1)):
            series.append([])
        series[-1].append(each)
    return series


def _without_references(marks: Sequence[list[_Numbered]], texts: int) -> list[list[_Numbered]]:
    """Put together what a second reference to footnote 1 cut, where there are more than ``texts``.

    First what does not count on from there, then what hardly does; a numbering that counts from 1
    to 3 is one, though all of its texts be lost.
    """
    series = [*marks]
    for most in (1, _COUNTED - 1):
        index = 1
        while index < len(series):
            if texts and len(series) > texts and _counted(series[index]) <= most:
                series[index - 1 : index + 1] = [series[index - 1] + series[index]]
            else:
                index += 1
    return series


def _counted(marks: Sequence[_Numbered]) -> int:
    """Return how many marks count on from the first, which is 1."""
    following = takewhile(lambda pair: pair[0] == pair[1].number, enumerate(marks, 1))
    return sum(1 for _ in following)


def _check_series(
    source: ReadSource, texts: Sequence[_Numbered], marks: Sequence[_Numbered]
) -> Iterator[Doubt]:
    """Compare the texts and the marks of one numbering, from 1 to its greatest number."""
    last = max(each.number for each in (*texts, *marks))
    for number in range(1, last + 1):
        bodies = [text for text in texts if text.number == number]
        signs = [mark for mark in marks if mark.number == number]
        yield from _check_number(source, number, bodies, signs, texts)


def _check_number(
    source: ReadSource,
    number: int,
    bodies: Sequence[_Numbered],
    signs: Sequence[_Numbered],
    texts: Sequence[_Numbered],
) -> Iterator[Doubt]:
    words = str(number)
    if not bodies and signs:
        kind = DoubtKind.MARK_WITHOUT_FOOTNOTE
        yield source.at(kind, Severity.ERROR, signs[0].line, expected=words)
    if not bodies and not signs:
        before = [text.line for text in texts if text.number < number]
        after = next((text.line for text in texts if text.number > number), None)
        line = before[-1] if before else next((text.line for text in texts), None)
        line = glued_line(source, number, line if before else None, after) or line
        yield source.at(DoubtKind.FOOTNOTE_MISSING, Severity.ERROR, line, expected=words)
    if len(bodies) > 1:
        kind = DoubtKind.FOOTNOTE_TWICE
        yield source.at(kind, Severity.ERROR, bodies[1].line, "1", f"{words} ×{len(bodies)}")
    if bodies and not signs:
        kind = DoubtKind.FOOTNOTE_UNMARKED
        yield source.at(kind, Severity.ERROR, bodies[0].line, expected=words)
    if len(signs) > 1:
        kind = DoubtKind.FOOTNOTE_MARKED_TWICE
        yield source.at(kind, Severity.WARNING, signs[1].line, "1", f"{words} ×{len(signs)}")
