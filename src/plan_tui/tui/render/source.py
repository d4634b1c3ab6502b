"""A section's source lines beside its clean text, what was taken out of them marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType

from plan_tui.labels.punctuation import joined_names
from plan_tui.labels.source_names import CHARACTER_ROLES, FURNITURE_KINDS
from plan_tui.model.enums import CharacterRole
from plan_tui.model.records import Provenance
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.commands import shown_key
from plan_tui.tui.render.line import (
    EMPTY,
    SEPARATOR,
    Line,
    Paragraph,
    Piece,
    Style,
    as_decoration,
    columns_of,
    hanging,
    padded,
)
from plan_tui.tui.section_source import LABEL_BEFORE, Owner, SectionSource, SourceLine

SOURCE = Phrase("原文 {file}", "Source {file}")
CLEAN = Phrase("整えた本文", "Clean text")
REMOVED = Phrase("取り除いたもの：{kinds}", "removed: {kinds}")
AGAIN = Phrase("（上の続き）", "(continued)")
NOTHING = Phrase(
    "原文の行の記録がありません。{key} で文書ごとの検証を見られます。",
    "No source lines are recorded; press {key} for the report of each document.",
)
NOTES = Phrase("脚注の行", "Lines of footnotes")
_ROLES = {
    CharacterRole.FURNITURE: "gone",
    CharacterRole.RUBY: "changed",
    CharacterRole.MARK: "mark",
    CharacterRole.LABEL: "label",
    CharacterRole.TITLE: "heading",
    CharacterRole.MARKER: "label",
    CharacterRole.FOOTNOTE_NUMBER: "mark",
}
"""Role of source characters → role in which they are drawn; the others are plain text."""
_NUMBER_COLUMNS = 8
"""Columns of a sign (2) and a line number of up to five digits with a blank behind it."""
BESIDE_FROM = 100
"""Columns from which the clean text stands beside the source.

Chosen by eye, as that of the comparison: at 100 each of them has 48, below it the source would have
fewer than 20 wide characters a line behind its number.
"""


def source_lines(
    source: SectionSource,
    columns: int,
    language: Language,
    here: int | None = None,
    rebound: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> list[Line]:
    """Draw source and clean text side by side, or one below the other; mark the line ``here``."""
    if not source.body:
        words = NOTHING.say(language, key=shown_key("report", rebound))
        return [Line.of(Piece(words, "muted"))]
    beside = columns >= BESIDE_FROM
    size = (columns - columns_of((SEPARATOR,))) // 2 if beside else columns
    source_head = Line.of(Piece(SOURCE.say(language, file=source.file), "heading"))
    clean_head = Line.of(Piece(CLEAN.say(language), "heading"))
    lines = _beside([source_head], [clean_head], size) if beside else [source_head]
    writer = _SourceWriter(source, size, language, here, beside=beside)
    lines += writer.lines(source.body)
    if source.notes:
        lines += [EMPTY, Line.of(Piece(NOTES.say(language), "label"))]
        lines += writer.lines(source.notes)
    return lines


class _SourceWriter:
    """Draws source lines with the clean texts that they went into, each text once."""

    def __init__(
        self,
        source: SectionSource,
        size: int,
        language: Language,
        here: int | None,
        *,
        beside: bool,
    ) -> None:
        self._source = source
        self._size = size
        self._language = language
        self._here = here
        self._beside = beside
        self._drawn: set[Owner] = set()

    def lines(self, lines: Sequence[SourceLine]) -> list[Line]:
        """Draw source lines, those that went into one text together with it."""
        drawn: list[Line] = []
        for group in _grouped(lines):
            left = [part for line in group for part in _source_line(line, self._size, self._here)]
            right = self._clean(group)
            if self._beside:
                drawn += _beside(left, right, self._size)
            else:
                drawn += [*left, *(Line(line.pieces, fill="stripe", side=1) for line in right)]
        return drawn

    def _clean(self, group: Sequence[SourceLine]) -> list[Line]:
        """Draw the texts that a group of lines went into, and what was taken out of it."""
        owners = dict.fromkeys(owner for line in group for owner in line.owners)
        lines = [line for owner in owners for line in self._text(owner)]
        removed = [run for line in group for run in line.removed]
        if removed:
            kinds = dict.fromkeys(_kind(run, self._source, self._language) for run in removed)
            lines += self._remark(
                REMOVED.say(self._language, kinds=joined_names(kinds, self._language))
            )
        return lines

    def _text(self, owner: Owner) -> list[Line]:
        """Draw a clean text behind its label, or say that it stands above already."""
        if owner in self._drawn:
            return self._remark(AGAIN.say(self._language))
        self._drawn.add(owner)
        role, row_id = owner
        text = self._source.texts.get(owner, "")
        label_role = LABEL_BEFORE.get(role)
        label = self._source.texts.get((label_role, row_id), "") if label_role else ""
        first, rest = hanging(label) if label else ((), ())
        paragraph = Paragraph(text, role=_ROLES.get(role, "text"), first=first, rest=rest)
        return paragraph.lines(self._size)

    def _remark(self, words: str) -> list[Line]:
        return as_decoration(Paragraph(words, role="muted").lines(self._size))


def _grouped(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Yield neighbouring lines of one text; blank lines belong to what stands before them."""
    group: list[SourceLine] = []
    owners: set[Owner] = set()
    for line in lines:
        if group and line.runs and not owners & set(line.owners):
            yield group
            group, owners = [], set()
        owners |= set(line.owners)
        group.append(line)
    if group:
        yield group


def _source_line(line: SourceLine, size: int, here: int | None) -> list[Line]:
    """Draw a source line behind its number, with a sign if characters were taken out."""
    sign = "▸ " if line.number == here else "－" if line.removed else "  "
    role = "strong" if line.number == here else "muted"
    number = Piece(f"{line.number:>5} ", role, decorative=True)
    first = (Piece(sign, "bad", decorative=True), number)
    rest = (Piece(" " * _NUMBER_COLUMNS),)
    styles = tuple(
        Style(run.start, run.end, _ROLES[run.role]) for run in line.runs if run.role in _ROLES
    )
    return Paragraph(line.text, styles, "text", f"line:{line.number}", first, rest).lines(size)


def _kind(run: Provenance, source: SectionSource, language: Language) -> str:
    """Return the word for what a removed run was."""
    kind = source.kinds.get(run.owner_id) if run.role is CharacterRole.FURNITURE else None
    return (FURNITURE_KINDS[kind] if kind else CHARACTER_ROLES[run.role]).say(language)


def _beside(left: Sequence[Line], right: Sequence[Line], size: int) -> list[Line]:
    """Return two columns of lines side by side, with the anchors of the left one."""
    return [
        Line((*padded(source, size), SEPARATOR, *clean.pieces), source.anchor)
        for source, clean in zip_longest(left, right, fillvalue=EMPTY)
    ]
