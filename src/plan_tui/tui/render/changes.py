"""The outlines of two editions, each heading with what became of it or where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import ChangeGroup, ChangeKind
from plan_tui.model.records import Section
from plan_tui.model.tracks import Change, Changes
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import cut, pad, width
from plan_tui.tui.render.line import Line, Paragraph, Piece, spread

SUGGESTED = Phrase("候補", "suggested")
MORE = Phrase("ほか{count}", "+{count}")
NOT_SAID = Phrase(
    "この見出しについての記録はありません。", "Nothing is said of this heading itself."
)
BECAUSE = Phrase("{relation}：{reason}", "{relation}: {reason}")
FATE = Phrase("{edition}年版の見出しの行方", "Fate of a {edition} heading")
ORIGIN = Phrase("{edition}年版の見出しの由来", "Origin of a {edition} heading")
SHARED_FATE = Phrase(
    "同じ行き先の見出しはほかに{count}件", "{count} {count:other goes|others go} there"
)
SHARED_ORIGIN = Phrase(
    "同じ由来の見出しはほかに{count}件",
    "{count} {count:other comes|others come} from there",
)
BOTH = Phrase("{what}。{shared}", "{what}; {shared}")
FROM = Phrase("由来", "from")
TO = Phrase("行方", "to")

_INKS = {
    ChangeGroup.NEW: "good",
    ChangeGroup.DROPPED: "bad",
    ChangeGroup.UNKNOWN: "muted",
    ChangeGroup.SUGGESTED: "warning",
}
_ORDER = (*(ChangeGroup(kind) for kind in ChangeKind), ChangeGroup.SUGGESTED)
"""In which the groups are counted."""
_DEEPEST = 5
"""Indents of the outline are not deeper than this."""


@dataclass(frozen=True, slots=True)
class Fate:
    """A heading of one of the two outlines."""

    section: Section
    changes: tuple[Change, ...]
    """The rows that speak of it; none for a heading that only holds others."""
    level: int
    """Depth below the shallowest heading shown."""
    newer: bool
    """True for a heading of the newer edition."""
    shared: int = 0
    """Other headings of the same edition that go to, or come from, the same places."""

    @property
    def group(self) -> ChangeGroup | None:
        """What is said of it in a word; None where nothing is."""
        if not self.changes:
            return None
        alone = [row for row in self.changes if row.older is None or not row.newer]
        if alone:
            return ChangeGroup(alone[0].relation)
        if not self.changes[0].asserted:
            return ChangeGroup.SUGGESTED
        relations = {row.relation for row in self.changes if row.asserted}
        if len(relations) == 1:
            return ChangeGroup(relations.pop())
        return ChangeGroup.MERGED if self.newer else ChangeGroup.SPLIT

    @property
    def others(self) -> tuple[Section, ...]:
        """The sections of the other edition that it goes to or comes from."""
        return _others_of(self.changes, newer=self.newer)


def _others_of(changes: Sequence[Change], *, newer: bool) -> tuple[Section, ...]:
    found: list[Section] = []
    for row in changes:
        found += ([row.older] if row.older else []) if newer else row.newer
    return tuple(dict.fromkeys(found))


def fates(view: Changes, outline: Sequence[Section]) -> list[Fate]:
    """Return the headings of the older edition with their fate, below those that hold them."""
    own = [section for section in outline if section.edition_id == view.older.id]
    return _rows(own, _by_section(view, lambda row: [row.older] if row.older else []), newer=False)


def origins(view: Changes, outline: Sequence[Section]) -> list[Fate]:
    """Return the headings of the newer edition with their origin, below those that hold them."""
    own = [section for section in outline if section.edition_id == view.newer.id]
    return _rows(own, _by_section(view, lambda row: row.newer), newer=True)


def _by_section(
    view: Changes, sections: Callable[[Change], Sequence[Section]]
) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for row in view.rows:
        for section in sections(row):
            found.setdefault(section.id, []).append(row)
    return found


def _rows(own: Sequence[Section], said: dict[int, list[Change]], *, newer: bool) -> list[Fate]:
    parents = {section.id: section.parent_id for section in own}
    shown: set[int] = set()
    for section in own:
        number: int | None = section.id if section.id in said else None
        while number is not None and number not in shown:
            shown.add(number)
            number = parents.get(number)
    kept = [section for section in own if section.id in shown]
    top = min((section.depth for section in kept), default=1)
    reached: dict[int, set[int]] = {}
    for number, rows in said.items():
        for other in _others_of(rows, newer=newer):
            reached.setdefault(other.id, set()).add(number)
    made = []
    for section in kept:
        rows = said.get(section.id, [])
        sharing = [reached[other.id] for other in _others_of(rows, newer=newer)]
        shared = len(set().union(*sharing) - {section.id})
        made.append(Fate(section, tuple(rows), section.depth - top, newer, shared))
    return made


def relation_name(group: ChangeGroup, language: Language) -> str:
    """Return a group of changes in a word."""
    if group is ChangeGroup.SUGGESTED:
        return SUGGESTED.say(language)
    return terms.say(terms.RELATION, ChangeKind(group), language)


def fate_line(fate: Fate, columns: int, language: Language) -> Line:
    """Return one line: relation, heading, and the first place in the other edition."""
    size = max(width(relation_name(name, language)) for name in ChangeGroup)
    group = fate.group
    said = relation_name(group, language) if group else ""
    tag = Piece(pad(said, size), _INKS.get(group, "label") if group else "label")
    indent = Piece("  " * min(fate.level, _DEEPEST))
    name = headings.heading(fate.section, language)
    left = [tag, Piece(" "), indent, Piece(name, "text" if group else "muted")]
    return Line.of(*spread(left, _others(fate, columns, language), columns))


def _others(fate: Fate, columns: int, language: Language) -> list[Piece]:
    others = fate.others
    if not others:
        return []
    sign = "‹" if fate.newer else "›"
    more = f" {MORE.say(language, count=len(others) - 1)}" if len(others) > 1 else ""
    said = f" {sign} {others[0].key}{more} "
    return [Piece(cut(said, columns // 2), "muted")]


def fate_lines(fate: Fate, columns: int, language: Language) -> list[Line]:
    """Say at length what became of a heading, or where it comes from, and why."""
    made = Paragraph(headings.heading(fate.section, language), role="strong").lines(columns)
    if not fate.changes:
        return [*made, Line.of(Piece(NOT_SAID.say(language), "muted"))]
    made += Paragraph(_whose(fate, language), role="muted").lines(columns)
    for change in fate.changes:
        made += _said(fate, change, columns, language)
    return made


def _whose(fate: Fate, language: Language) -> str:
    """Say of which edition's heading a row tells, and how many others it shares its places with.

    The row of the other edition's heading may name another relation, since others come in there.
    """
    edition = fate.section.edition_id
    what = (ORIGIN if fate.newer else FATE).say(language, edition=edition)
    if not fate.shared:
        return what
    shared = (SHARED_ORIGIN if fate.newer else SHARED_FATE).say(language, count=fate.shared)
    return BOTH.say(language, what=what, shared=shared)


def _said(fate: Fate, change: Change, columns: int, language: Language) -> list[Line]:
    relation = relation_name(change.group, language)
    first = relation
    if change.reason:
        first = BECAUSE.say(language, relation=relation, reason=change.reason)
    made = Paragraph(first).lines(columns)
    others = ([change.older] if change.older else []) if fate.newer else change.newer
    indent = (Piece("  "),)
    word = (FROM if fate.newer else TO).say(language)
    for other in others:
        said = f"{word} {headings.heading(other, language)}  {other.key}"
        lines = Paragraph(said, role="link", first=indent, rest=indent).lines(columns)
        made += [Line(one.pieces, link=other.key) for one in lines]
    return made


def count_lines(
    counts: Mapping[ChangeGroup, int], chosen: ChangeKind | None, columns: int, language: Language
) -> list[list[Piece]]:
    """Return the number of rows of each relation, the chosen one marked, all whole, in lines."""
    made: list[list[Piece]] = [[]]
    for name in _ORDER:
        if counts.get(name):
            said = f"{relation_name(name, language)} {counts[name]}"
            is_chosen = chosen is not None and name == ChangeGroup(chosen)
            shown = f"[{said}]" if is_chosen else said
            role = "mark" if is_chosen else _INKS.get(name, "text")
            gap = [Piece("  ")] if made[-1] else []
            if Line.of(*made[-1], *gap, shown).columns > columns:
                made.append([])
                gap = []
            made[-1] += [*gap, Piece(shown, role)]
    return made
