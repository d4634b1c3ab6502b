"""The passages of a block: its text without signs, parted where a line was meant to end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from plan_tui.model.parsed import ParsedMark, ParsedRuby
from plan_tui.parse.common.furniture import FurnitureCollector
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.common.spacing import concatenate_lines, is_latin, join_lines
from plan_tui.parse.markdown.block_reader import ContentLine
from plan_tui.parse.markdown.inline_signs import InlineSigns, inline_signs
from plan_tui.text.record import field, record
from plan_tui.text.traced import Place, Traced

PRINTED_BULLET = re.compile(r"[・○●◎◇◆□■▪►▶•‣➢✓－]\s*|[–—]\s+")
PRINTED_NUMBER = re.compile(
    rf"{CIRCLED.pattern}|[（(]\s*(?:[0-9０-９]+|[ア-ンa-zA-Zａ-ｚＡ-Ｚⅰ-ⅻ])\s*[）)]"
    r"|[0-9０-９]+[．.)）](?![0-9０-９])|[ア-ン](?=[\s．.)）])[．.)）]?"
)
PRINTED_REMARK = re.compile(
    r"(?P<sign>※\s*[0-9０-９]*)|(?:[（(]注\s*[0-9０-９]*[）)]|注[0-9０-９]*[）):：])"
)
"""A sign is the note's marker; a word in brackets belongs to its text."""
_SENTENCE_END = ("。", "．", "！", "？", "）", "」", "』")


@record(frozen=False)
class MarkedPlace:
    """A footnote's mark, and the character it stands behind."""

    number: str
    mark: Traced
    after: Place | None


@record(frozen=False)
class WrittenPassage:
    """Text that runs on from its first line to its last."""

    lines: list[Traced] = field(default_factory=list)
    """As written, without signs."""
    marks: list[MarkedPlace] = field(default_factory=list)

    @property
    def written(self) -> Traced:
        """The lines in one, with the blanks that were written."""
        return concatenate_lines(line.strip() for line in self.lines).strip()

    @property
    def text(self) -> Traced:
        """The lines joined, without blanks between Japanese and Latin characters."""
        return join_lines(self.lines, keep_japanese=True)

    def cut(self, start: int) -> WrittenPassage:
        """Return the passage without the first characters of `written`."""
        return WrittenPassage([self.written[start:]], self.marks)


@record(frozen=False)
class SignCollector:
    """What the whole document's blocks share: its notes and targets, and what is no text."""

    numbers: Mapping[str, str]
    """Label of a footnote → its number."""
    references: frozenset[str] = frozenset()
    furniture: FurnitureCollector = field(default_factory=FurnitureCollector)

    def passages(
        self, lines: Sequence[ContentLine], *, marked: bool = True
    ) -> list[WrittenPassage]:
        """Read the passages that stand in a block's lines; what is no text is collected.

        Unless ``marked``, footnotes' marks are text, as they are within a footnote's body.
        """
        written = Traced.join((line.text for line in lines), "\n")
        signs = inline_signs(written.text, self.numbers if marked else (), self.references)
        if signs.marks and not _has_text(written.text, signs):
            signs = inline_signs(written.text, (), self.references)  # a mark alone is text
        passages = _Parting(lines, written, signs, self.numbers).passages()
        if signs.characters and not all(any(p.written.places) for p in passages):
            # A passage stands somewhere: one of such characters alone is text as it is written.
            signs = inline_signs(
                written.text, self.numbers if signs.marks else (), self.references, named=False
            )
            passages = _Parting(lines, written, signs, self.numbers).passages()
        self._collect(written, signs)
        return passages

    def _collect(self, written: Traced, signs: InlineSigns) -> None:
        labels = {i for first, last, _ in [*signs.marks, *signs.ruby] for i in range(first, last)}
        offsets = [i for i, role in enumerate(signs.roles) if role and i not in labels]
        run: list[int] = []
        for offset in offsets:
            goes_on = run and offset == run[-1] + 1 and signs.roles[offset] == signs.roles[run[-1]]
            if run and not goes_on:
                self._put(written, signs, run)
                run = []
            run.append(offset)
        if run:
            self._put(written, signs, run)
        for first, last, word in signs.ruby:
            self.furniture.ruby.append(ParsedRuby(written[first:last], word))

    def _put(self, written: Traced, signs: InlineSigns, run: Sequence[int]) -> None:
        kind, piece = signs.roles[run[0]], written[run[0] : run[-1] + 1]
        if kind is not None and piece.first_line is not None:  # a correction supplied the sign
            self.furniture.put(kind, piece)


def place_marks(text: Traced, marks: Sequence[MarkedPlace]) -> tuple[ParsedMark, ...]:
    """Return the marks with their offsets in a clean ``text``, in its order."""
    offsets = {place: offset for offset, place in enumerate(text.places, 1) if place}
    placed = [
        ParsedMark(mark.number, offsets.get(mark.after, 0) if mark.after else 0, mark.mark)
        for mark in marks
    ]
    return tuple(sorted(placed, key=lambda mark: mark.offset))


def _has_text(text: str, signs: InlineSigns) -> bool:
    return any(
        role is None and not character.isspace()
        for character, role in zip(text, signs.roles, strict=True)
    )


class _Parting:
    """Parts a block's text into passages."""

    def __init__(
        self,
        lines: Sequence[ContentLine],
        written: Traced,
        signs: InlineSigns,
        numbers: Mapping[str, str],
    ) -> None:
        self._lines = lines
        self._written = written
        self._signs = signs
        self._numbers = numbers

    def passages(self) -> list[WrittenPassage]:
        """Return the passages that hold text; marks beside an empty one go to its neighbour."""
        passages = [WrittenPassage([])]
        row, kept = 0, list[int]()
        last_solid: Place | None = None
        marks = {first: (last, label) for first, last, label in self._signs.marks}
        for offset, (character, role) in enumerate(
            zip(self._written.text, self._signs.roles, strict=True)
        ):
            if character == "\n" and self._written.places[offset] is None:
                passages[-1].lines.append(self._kept(kept))
                row, kept = row + 1, []
                if self._parts(row, offset, passages[-1]):
                    passages.append(WrittenPassage([]))
                    last_solid = None
                continue
            if offset in marks:
                last, label = marks[offset]
                mark = MarkedPlace(self._numbers[label], self._written[offset:last], last_solid)
                passages[-1].marks.append(mark)
            if offset in self._signs.characters:
                kept.append(offset)
            if role is None and not self._sets_sign_off(offset):
                kept.append(offset)
                last_solid = self._written.places[offset] if not character.isspace() else last_solid
            if offset in self._signs.breaks and character != "\\":
                passages[-1].lines.append(self._kept(kept))
                kept = []
                passages.append(WrittenPassage([]))
                last_solid = None
        passages[-1].lines.append(self._kept(kept))
        return _with_text(passages)

    def _kept(self, offsets: Sequence[int]) -> Traced:
        """Return the characters at some offsets, or what the signs that begin there stand for."""
        meant = self._signs.characters
        if meant.keys().isdisjoint(offsets):
            return self._written.keep(offsets)
        return Traced.join(
            Traced.supplied(meant[offset]) if offset in meant else self._written.keep([offset])
            for offset in offsets
        )

    def _sets_sign_off(self, offset: int) -> bool:
        """Return whether a blank stands beside a sign, and not between Latin words.

        Writers set Japanese words off so that their asterisks and brackets are understood.
        """
        text, roles = self._written.text, self._signs.roles
        if text[offset] not in " \t":
            return False
        beside = [roles[i] for i in (offset - 1, offset + 1) if 0 <= i < len(roles)]
        if not any(beside):
            return False
        before = next((text[i] for i in range(offset - 1, -1, -1) if self._is_solid(i)), " ")
        after = next((text[i] for i in range(offset + 1, len(text)) if self._is_solid(i)), " ")
        return not (is_latin(before) and is_latin(after))

    def _is_solid(self, offset: int) -> bool:
        return self._signs.roles[offset] is None and not self._written.text[offset].isspace()

    def _parts(self, row: int, offset: int, before: WrittenPassage) -> bool:
        """Return whether the line ``row`` begins a passage of its own."""
        above, line = self._lines[row - 1], self._lines[row]
        if above.breaks or line.indented or offset - 1 in self._signs.breaks:
            return True
        text = line.text.text
        if PRINTED_BULLET.match(text) or CIRCLED.match(text) or PRINTED_REMARK.match(text):
            return True
        first = next((part for part in before.lines if part.strip()), Traced())
        is_list = PRINTED_NUMBER.match(first.text.strip()) is not None
        return PRINTED_NUMBER.match(text) is not None and (
            is_list or above.text.text.endswith(_SENTENCE_END)
        )


def _with_text(passages: Sequence[WrittenPassage]) -> list[WrittenPassage]:
    """Drop the passages without text; their marks go to the one before, or else behind."""
    full: list[WrittenPassage] = []
    waiting: list[MarkedPlace] = []
    for passage in passages:
        if passage.written:
            passage.marks = [*waiting, *passage.marks]
            waiting = []
            full.append(passage)
        elif full:
            end = full[-1].written.places[-1]
            full[-1].marks += [MarkedPlace(m.number, m.mark, end) for m in passage.marks]
        else:
            waiting += passage.marks
    return full
