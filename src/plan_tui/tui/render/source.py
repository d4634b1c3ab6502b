"""Where a section comes from: its source lines beside the clean text, removed characters marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest

from plan_tui.labels.terms import FURNITURE, ROLE
from plan_tui.model.enums import CharacterRole, FurnitureKind
from plan_tui.model.records import Provenance, SectionText
from plan_tui.store import source_queries
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import (
    EMPTY,
    RULE,
    Line,
    Paragraph,
    Piece,
    Style,
    hanging,
    ours,
    padded,
)

SOURCE = Phrase("元の資料 {file}", "Source {file}")
CLEAN = Phrase("整えた本文", "Clean text")
REMOVED = Phrase("取り除いたもの：{kinds}", "taken out: {kinds}")
AGAIN = Phrase("（上の続き）", "(continued)")
NOTHING = Phrase("元の行の記録がありません。", "No source lines are recorded.")
NOTES = Phrase("脚注の行", "Lines of footnotes")
REMOVED_ROLES = frozenset((CharacterRole.MARK, CharacterRole.RUBY, CharacterRole.FURNITURE))
"""Roles of characters that are not in the clean text."""
_INKS = {
    CharacterRole.FURNITURE: "gone",
    CharacterRole.RUBY: "changed",
    CharacterRole.MARK: "mark",
    CharacterRole.LABEL: "label",
    CharacterRole.TITLE: "heading",
    CharacterRole.MARKER: "label",
    CharacterRole.FOOTNOTE_NUMBER: "mark",
}
Owner = tuple[CharacterRole, int]
"""Role and row id of a text."""
_BELONGS = {
    CharacterRole.LABEL: CharacterRole.TITLE,
    CharacterRole.MARKER: CharacterRole.TEXT,
    CharacterRole.FOOTNOTE_NUMBER: CharacterRole.FOOTNOTE,
}
"""What stands before a text → the text's role."""
_BEFORE = {role: before for before, role in _BELONGS.items()}
_NUMBER = 8
"""Columns of the sign and the line number."""
BESIDE_FROM = 100
"""Columns from which the clean text stands beside the source."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of the source and where its characters went."""

    number: int
    text: str
    runs: tuple[Provenance, ...]

    @property
    def owners(self) -> tuple[Owner, ...]:
        """The titles, blocks, KPIs and footnotes that the line's characters went into."""
        kept = (run for run in self.runs if run.role not in REMOVED_ROLES)
        return tuple(
            dict.fromkeys((_BELONGS.get(run.role, run.role), run.owner_id) for run in kept)
        )

    @property
    def removed(self) -> tuple[Provenance, ...]:
        """The runs that are not in the clean text."""
        return tuple(run for run in self.runs if run.role in REMOVED_ROLES)


@dataclass(frozen=True, slots=True)
class SectionSource:
    """The source lines of a section and of its footnotes."""

    file: str
    body: tuple[SourceLine, ...]
    notes: tuple[SourceLine, ...]
    texts: Mapping[Owner, str]
    kinds: Mapping[int, FurnitureKind] = field(default_factory=dict)
    """Row id of furniture → its kind."""


def origin(plan: Plan, text: SectionText) -> SectionSource:
    """Read where a section comes from."""
    document = text.document
    runs = {
        number: tuple(own)
        for number, own in groupby(
            source_queries.provenance(plan, document.id), key=lambda run: run.line
        )
    }
    lines = dict(source_queries.source_lines(plan, document.id))

    def of(numbers: Iterable[int]) -> tuple[SourceLine, ...]:
        known = (number for number in numbers if number in lines)
        return tuple(SourceLine(n, lines[n], runs.get(n, ())) for n in known)

    body = _range(text.section.line_start, text.section.line_end)
    notes = [n for note in text.footnotes for n in _range(note.line_start, note.line_end)]
    return SectionSource(
        document.source_file,
        of(body),
        of(number for number in dict.fromkeys(notes) if number not in body),
        source_queries.owned_texts(plan, document.id),
        source_queries.furniture_kinds(plan, document.id),
    )


def _range(start: int | None, end: int | None) -> range:
    return range(start, (end or start) + 1) if start is not None else range(0)


def source_lines(found: SectionSource, columns: int, language: Language) -> list[Line]:
    """Draw source and clean text side by side, or one below the other."""
    if not found.body:
        return [Line.of(Piece(NOTHING.say(language), "muted"))]
    beside = columns >= BESIDE_FROM
    size = (columns - 3) // 2 if beside else columns
    head = [
        Line.of(Piece(SOURCE.say(language, file=found.file), "heading")),
        Line.of(Piece(CLEAN.say(language), "heading")),
    ]
    made = _pair([head[0]], [head[1]], size) if beside else [head[0]]
    writer = _Writer(found, size, language, beside=beside)
    made += writer.lines(found.body)
    if found.notes:
        made += [EMPTY, Line.of(Piece(NOTES.say(language), "label"))]
        made += writer.lines(found.notes)
    return made


class _Writer:
    def __init__(
        self, found: SectionSource, size: int, language: Language, *, beside: bool
    ) -> None:
        self.found = found
        self.size = size
        self.language = language
        self.beside = beside
        self.seen: set[Owner] = set()

    def lines(self, lines: Sequence[SourceLine]) -> list[Line]:
        made: list[Line] = []
        for group in _grouped(lines):
            left = [drawn for one in group for drawn in _source(one, self.size)]
            right = self._clean(group)
            if self.beside:
                made += _pair(left, right, self.size)
            else:
                made += [*left, *(Line(one.pieces, fill="stripe", side=1) for one in right)]
        return made

    def _clean(self, group: Sequence[SourceLine]) -> list[Line]:
        owners = list(dict.fromkeys(owner for one in group for owner in one.owners))
        made = [drawn for owner in owners for drawn in self._text(owner)]
        removed = [run for one in group for run in one.removed]
        if removed:
            kinds = dict.fromkeys(_kind(run, self.found, self.language) for run in removed)
            said = REMOVED.say(self.language, kinds="・".join(kinds))
            made += ours(Paragraph(said, role="muted").lines(self.size))
        return made

    def _text(self, owner: Owner) -> list[Line]:
        if owner in self.seen:
            return ours(Paragraph(AGAIN.say(self.language), role="muted").lines(self.size))
        self.seen.add(owner)
        role, row = owner
        text = self.found.texts.get(owner, "")
        before = self.found.texts.get((_BEFORE[role], row), "") if role in _BEFORE else ""
        first, rest = hanging(before) if before else ((), ())
        return Paragraph(text, role=_INKS.get(role, "text"), first=first, rest=rest).lines(
            self.size
        )


def _grouped(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Yield neighbouring lines of one text; blank lines belong to what stands before them."""
    group: list[SourceLine] = []
    owners: set[Owner] = set()
    for one in lines:
        if group and one.runs and not owners & set(one.owners):
            yield group
            group, owners = [], set()
        owners |= set(one.owners)
        group.append(one)
    if group:
        yield group


def _source(one: SourceLine, size: int) -> list[Line]:
    sign = "－" if one.removed else "  "
    first = (Piece(sign, "bad", ours=True), Piece(f"{one.number:>5} ", "muted", ours=True))
    rest = (Piece(" " * _NUMBER),)
    styles = tuple(
        Style(run.start, run.end, _INKS[run.role]) for run in one.runs if run.role in _INKS
    )
    part = f"line:{one.number}"
    return Paragraph(one.text, styles, "text", part, first, rest).lines(size)


def _kind(run: Provenance, found: SectionSource, language: Language) -> str:
    kind = found.kinds.get(run.owner_id) if run.role is CharacterRole.FURNITURE else None
    return (FURNITURE[kind] if kind else ROLE[run.role]).say(language)


def _pair(left: Sequence[Line], right: Sequence[Line], size: int) -> list[Line]:
    return [
        Line((*padded(one, size), Piece(" | ", RULE), *two.pieces), one.place)
        for one, two in zip_longest(left, right, fillvalue=EMPTY)
    ]
