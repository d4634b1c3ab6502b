"""Rows of two compared outlines in lines: a heading with its relation, and why, at length."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from plan_tui.labels.change_names import (
    CHANGE_GROUPS,
    CHANGE_GROUPS_SHORT,
    NONE_SUGGESTED_IN_ROW,
)
from plan_tui.labels.counterpart_names import (
    EXTENTS_SHORT,
    LIKELIHOODS,
    continuation_words,
    hardly_shared,
)
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import GOES_ON_BELOW
from plan_tui.labels.place_names import place
from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind, Extent
from plan_tui.model.outline_changes import Continuation, SectionChange
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import cut, pad, width
from plan_tui.tui.render.line import Line, Paragraph, Piece, columns_of, indented, spread
from plan_tui.tui.render.outline_rows import OutlineRow, counterparts

MORE = "+{count}"
NOT_SAID = Phrase(
    "この見出しについての記録はありません。", "Nothing is recorded about this heading itself."
)
BECAUSE = Phrase("{relation}：{reason}", "{relation}: {reason}")
OLDER_TITLE = Phrase("{edition}の見出しの行方", "What became of a heading of the {edition}")
NEWER_TITLE = Phrase("{edition}の見出しの由来", "Where a heading of the {edition} is from")
OLDER_SHARED = Phrase(
    "同じ行き先の見出しはほかに{count}件", "{count} {count:other goes|others go} there"
)
NEWER_SHARED = Phrase(
    "同じ由来の見出しはほかに{count}件",
    "{count} {count:other comes|others come} from there",
)
BOTH = Phrase("{what}。{shared}", "{what}; {shared}")
HARDLY = Phrase("1%未満", "<1%")
LIKELY = Phrase("候補・{likelihood}", "{likelihood}?")
"""A suggestion, with how likely it is right."""
BETWEEN_EXTENTS = "{first}›{second}"
FROM = Phrase("由来", "from")
TO = Phrase("行方", "to")

_ROLES = {
    ChangeGroup.NEW: "good",
    ChangeGroup.DROPPED: "strong",
    ChangeGroup.UNKNOWN: "muted",
    ChangeGroup.SUGGESTED: "warning",
}
_DEEPEST = 5
"""Levels of the outline that are indented; deeper ones stand below this one."""
BROAD = 68
"""Columns from which levels are indented by two columns, not by one, and the other end may have
half of a line. Chosen by eye: side by side each outline has that many of 140."""
_LEFT_PERCENT, _LEFT_PERCENT_NARROW = 50, 62
"""Share of a line that relation and heading keep at least, whatever is said of the other end."""
_LEAST_NAME, _LEAST_BESIDE = 10, 14
"""Columns of a title below which the other end is not named, and below which its place goes for the
title's sake: five and seven wide characters."""

_NONE = (ChangeKind.NEW, ChangeKind.DROPPED)
_REASON = 4
"""Columns before a reason, which stands below the section that it is given for."""


def outline_row_line(row: OutlineRow, columns: int, language: Language) -> Line:
    """Draw a row in one line: relation, heading; the closest counterpart, extent and share."""
    size = max(width(each.say(language)) for each in CHANGE_GROUPS_SHORT.values())
    tag = Piece(
        pad(_relation(row, language), size),
        _ROLES.get(row.group, "label") if row.group else "label",
    )
    indent = Piece(("  " if columns >= BROAD else " ") * min(row.level, _DEEPEST))
    name = headings.heading(row.section, language)
    left = [tag, Piece(" "), indent, Piece(name, "text" if row.group else "muted")]
    return Line.of(*spread(left, _first_counterpart(row, columns, language), columns))


def _relation(row: OutlineRow, language: Language) -> str:
    """Return the relation in a word, of a suggestion how likely it is right."""
    if row.group is None:
        return ""
    likely = next((change.likelihood for change in row.changes if change.likelihood), None)
    if row.group is ChangeGroup.SUGGESTED and likely:
        return LIKELY.say(language, likelihood=LIKELIHOODS[likely])
    if row.group is ChangeGroup.SUGGESTED and any(c.relation in _NONE for c in row.changes):
        return NONE_SUGGESTED_IN_ROW.say(language)
    return CHANGE_GROUPS_SHORT[row.group].say(language)


def _first_counterpart(row: OutlineRow, columns: int, language: Language) -> list[Piece]:
    """Return place, title, extent and share of the closest counterpart, and how many more.

    Where room is short the place goes, then the title is cut, then it goes too; what is said of
    them stays whole.
    """
    ends = [end for change in row.changes for end in counterparts(change, row)]
    if not ends:
        return []
    sign = "‹" if row.newer else "›"
    section, continuation = max(ends, key=_closeness)
    more = f" {MORE.format(count=len(ends) - 1)}" if len(ends) > 1 else ""
    told = f"{_extents(continuation, language, newer=row.newer)}{_share(continuation, language)}"
    behind = f"{told}{more} "
    kept = _LEFT_PERCENT if columns >= BROAD else _LEFT_PERCENT_NARROW
    room = columns * (100 - kept) // 100 - width(f" {sign} {behind}")
    name = _name(section, room, language)
    return [Piece(f" {sign} {name}".rstrip(), "muted"), Piece(behind, "text")]


def _name(section: Section, columns: int, language: Language) -> str:
    """Return place and title of a section; its title alone where that would be cut too short."""
    title = headings.title(section, language)
    where = place(section, language)
    if title in where:
        return cut(where, columns)
    room = columns - width(where) - 1
    if room >= min(width(title), _LEAST_BESIDE):
        return f"{where} {cut(title, room)}"
    return cut(title, columns) if columns >= _LEAST_NAME else ""


def _extents(continuation: Continuation, language: Language, *, newer: bool) -> str:
    """Say how much of the row's section stands for how much of the other; of wholes nothing."""
    ends = (continuation.from_extent, continuation.to_extent)
    if ends == (Extent.WHOLE, Extent.WHOLE) or continuation.section.toc_only:
        return ""
    here, there = reversed(ends) if newer else ends
    if Extent.MENTION in ends:
        return f" {EXTENTS_SHORT[Extent.MENTION].say(language)}"
    first, second = EXTENTS_SHORT[here].say(language), EXTENTS_SHORT[there].say(language)
    return f" {BETWEEN_EXTENTS.format(first=first, second=second)}"


def _share(continuation: Continuation, language: Language) -> str:
    """Return a blank and the share in common; a mention has none, nor what is not held."""
    if continuation.to_extent is Extent.MENTION or continuation.section.toc_only:
        return ""
    if hardly_shared(continuation.shared):
        return f" {HARDLY.say(language)}"
    return f" {continuation.shared:.0%}"


def _closeness(end: tuple[Section, Continuation]) -> tuple[bool, float]:
    """Return what makes one end the first to be named: whole in whole, then the most shared."""
    _, continuation = end
    whole = continuation.from_extent is continuation.to_extent is Extent.WHOLE
    return whole, continuation.shared


def outline_row_reasons(row: OutlineRow, columns: int, language: Language) -> list[Line]:
    """Say at length where a heading went to or comes from, and why."""
    heading = headings.heading(row.section, language)
    lines = Paragraph(heading, role="strong").lines(columns)
    if row.stated is None:
        return [*lines, Line.of(Piece(NOT_SAID.say(language), "muted"))]
    lines += Paragraph(_whose(row, language), role="muted").lines(columns)
    ends = [end for change in row.changes for end in counterparts(change, row)]
    reasons = {headings.reason(continuation, language) for _, continuation in ends}
    alike = len(reasons) < 2
    lines += _stated_lines(row.stated, columns, language, with_reason=alike)
    for section, continuation in ends:
        lines += _end_lines(row, section, continuation, columns, language)
        if not alike:
            why = headings.reason(continuation, language)
            lines += indented(why, _REASON, columns, "muted")
    return lines


def _stated_lines(
    stated: SectionChange, columns: int, language: Language, *, with_reason: bool
) -> list[Line]:
    """Say what became of a heading, or where it comes from; and why, where that is one reason."""
    if stated.change is ChangeKind.BELOW:
        text = GOES_ON_BELOW.say(language, count=stated.below, all=stated.below_all)
    else:
        text = CHANGE_GROUPS[stated.group].say(language)
    why = headings.reason(stated, language)
    if why and with_reason:
        text = BECAUSE.say(language, relation=text, reason=why)
    return Paragraph(text).lines(columns)


def _whose(row: OutlineRow, language: Language) -> str:
    """Say of which edition's heading a row tells, and how many others share its counterparts.

    The row of the other edition's heading may name another relation, since others come in there.
    """
    edition = edition_name(row.section.edition_id, language)
    what = (NEWER_TITLE if row.newer else OLDER_TITLE).say(language, edition=edition)
    if not row.shared:
        return what
    shared = (NEWER_SHARED if row.newer else OLDER_SHARED).say(language, count=row.shared)
    return BOTH.say(language, what=what, shared=shared)


def _end_lines(
    row: OutlineRow,
    section: Section,
    continuation: Continuation,
    columns: int,
    language: Language,
) -> list[Line]:
    """Draw a section at the other end of a row as a link, with how much of it is meant."""
    direction = (FROM if row.newer else TO).say(language)
    how = continuation_words(continuation, language, of_newer=row.newer)
    text = f"{direction} {headings.heading(section, language)}  {section.key}  {how}"
    linked = indented(text, 2, columns, "link")
    return [Line(line.pieces, link=section.key) for line in linked]


def count_lines(
    counts: Mapping[ChangeGroup, int],
    chosen: Collection[ChangeKind],
    columns: int,
    language: Language,
) -> list[list[Piece]]:
    """Return the number of rows of each group, whole and in as many lines as they need.

    The relations ``chosen`` are in brackets, also where there is no row of them.
    """
    lines: list[list[Piece]] = [[]]
    for group, name in CHANGE_GROUPS_SHORT.items():
        is_chosen = group in map(ChangeGroup, chosen)
        if not counts.get(group) and not is_chosen:
            continue
        count = f"{name.say(language)} {counts.get(group, 0)}"
        role = "mark" if is_chosen else _ROLES.get(group, "text")
        piece = Piece(f"[{count}]" if is_chosen else count, role)
        gap = [Piece("  ")] if lines[-1] else []
        if columns_of([*lines[-1], *gap, piece]) > columns:
            lines.append([])
            gap = []
        lines[-1] += [*gap, piece]
    return lines
