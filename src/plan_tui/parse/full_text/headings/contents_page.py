"""The contents pages: where they stand, and their entries with depth and page number.

An entry is a label, a title, a leader of dots or blanks and a page number; its title may go on on
the next line, and its page number may be left out. Several pages may follow each other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from plan_tui.parse.common.ruby_readings import looks_like_reading
from plan_tui.parse.common.spacing import join_printed
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.nesting import Nesting, Opening, learn
from plan_tui.parse.full_text.headings.printed_titles import (
    closes_unopened,
    has_open_bracket,
    holds_nothing,
    solid_text,
    stands_on_top,
)
from plan_tui.parse.full_text.label_styles import StyledLabel, cut_at_labels, styled_labels
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Traced

_PAGE = r"[-－–(（ｐPp.．]*\s*([0-9０-９]{1,3})\s*[-－–)）]*"
_LEADER = re.compile(rf"\s*(?:(?:[.．・･·]\s*){{3,}}|(?:[…‥⋯―─]\s*){{2,}})(?:{_PAGE})?")
_BLANK_LEADER = re.compile(rf"(?<=\S)(?:\s{{2,}}|[\t\u3000]\s*){_PAGE}$")
_LONE_NUMBER = re.compile(rf"(?<=\D)\s+{_PAGE}$")
_HEADING = re.compile(
    r"[〔【<＜［\[]?(?:目次|もくじ|目録|contents|tableofcontents)[〕】>＞］\]]?", re.I
)
_FEWEST = 3
"""Lines with a leader that are contents; a text may have one by chance."""
_GAP = 8
"""Lines between two leaders of one contents, at most."""
_SHORT = 8.0
"""Ems that a line ends early which does not go on, where no page number tells."""
_LONGEST_SEARCH = 600
"""Lines after 目次 in which its first entry comes again."""


@record
class OutlineEntry:
    """An entry of the contents pages."""

    label: Traced
    """As printed without blanks; empty if none."""
    title: Traced
    """Clean title."""
    printed_page: str
    """The page number that it names, ASCII digits; empty if none."""
    line: int
    """The 1-based line of the source on which it begins."""
    depth: int
    """From 1, by its label and its left edge among the other entries."""
    styled: StyledLabel | None
    """Its label's style and number."""

    @property
    def solid(self) -> str:
        """Label and title, as `solid_text` writes them."""
        return solid_text(self.label.text + self.title.text)


def find_contents(lines: Sequence[BodyLine]) -> range:
    """Return the indices of the contents pages' lines; empty without contents."""
    leaders = [i for i, line in enumerate(lines) if _is_ended(line)]
    heading = next((i for i, line in enumerate(lines) if _HEADING.fullmatch(line.solid)), None)
    start, last = _run(leaders, lines, heading)
    if last is None:
        return range(0) if heading is None else _until_repeated(lines, heading)
    return range(start, _with_rest_of_page(lines, last + 1))


def _is_ended(line: BodyLine) -> bool:
    return bool(_LEADER.search(line.text.text))


def _run(
    leaders: Sequence[int], lines: Sequence[BodyLine], heading: int | None
) -> tuple[int, int | None]:
    """Return the first line of the contents and the last with a leader; None without."""
    for place, first in enumerate(leaders):
        last, count = first, 1
        for index in leaders[place + 1 :]:
            between = lines[last + 1 : index]
            if index - last > _GAP or any(line.solid.endswith("。") for line in between):
                break
            last, count = index, count + 1
        near = heading is not None and 0 <= first - heading <= _GAP
        if count >= _FEWEST or near:
            return _first_line(lines, first, heading if near else None), last
    return 0, None


def _first_line(lines: Sequence[BodyLine], first: int, heading: int | None) -> int:
    """Return where the contents begin whose first leader stands at ``first``."""
    if heading is not None:
        return heading
    while first and styled_labels(lines[first - 1].text.text) and not _ends(lines[first - 1]):
        first -= 1
    return first


def _ends(line: BodyLine) -> bool:
    return line.solid.endswith("。")


def _with_rest_of_page(lines: Sequence[BodyLine], end: int) -> int:
    """Return ``end``, or the end of its page if the lines there are entries without number."""
    page = lines[end - 1].line.page
    pages = {line.line.page for line in lines}
    rest = end
    while rest < len(lines) and lines[rest].line.page == page:
        if _ends(lines[rest]):
            return end
        rest += 1
    return rest if len(pages) > 1 and rest < len(lines) else end


def _until_repeated(lines: Sequence[BodyLine], heading: int) -> range:
    """Return the lines from 目次 to where their first entry comes again, as a heading."""
    if heading + 1 >= len(lines):
        return range(0)
    first = solid_text(_without_page(lines[heading + 1].text).text)
    for index in range(heading + 2, min(len(lines), heading + _LONGEST_SEARCH)):
        if _ends(lines[index]):
            break
        if solid_text(lines[index].text.text) == first:
            return range(heading, index)
    return range(0)


def _without_page(text: Traced) -> Traced:
    """Return an entry's text without its leader of blanks and page number."""
    number = _BLANK_LEADER.search(text.text.rstrip()) or _LONE_NUMBER.search(text.text.rstrip())
    return text[: number.start()] if number else text


@record
class _Piece:
    """A part of a line that belongs to one entry."""

    text: Traced
    page: str
    ended: bool
    """Whether a leader or a page number ends it."""
    line: BodyLine


def read_entries(lines: Sequence[BodyLine]) -> tuple[OutlineEntry, ...]:
    """Return the entries that stand on the contents' ``lines``, with their depths."""
    groups: list[list[_Piece]] = []
    going_on = False
    displaced: _Piece | None = None  # the end of the next entry's title
    for line in lines:
        if _HEADING.fullmatch(line.solid):
            continue
        for piece in _pieces(line):
            if displaced and has_open_bracket(piece.text.text):
                piece = replaced(piece, text=piece.text + displaced.text)
                displaced = None
            elif not going_on and closes_unopened(piece.text.text):
                displaced = _without_reading(piece)
                continue
            if not going_on or not groups or _begins_entry(piece, groups[-1]):
                groups.append([])
            groups[-1].append(piece)
            going_on = not piece.ended
    entries = [_entry(group) for group in groups if any(p.text for p in group)]
    return _with_depths([entry for entry, _ in entries], [left for _, left in entries])


def _pieces(line: BodyLine) -> list[_Piece]:
    pieces = []
    start = 0
    for leader in _LEADER.finditer(line.text.text):
        text = line.text[start : leader.start()].strip()
        pieces += [_Piece(part, "", False, line) for part in cut_at_labels(text)]
        last = pieces.pop().text if text else text
        pieces.append(_Piece(last, leader.group(1) or "", True, line))
        start = leader.end()
    rest = line.text[start:]
    if rest.text.strip():
        number = _BLANK_LEADER.search(rest.text.rstrip()) or _LONE_NUMBER.search(rest.text.rstrip())
        page = number.group(1) if number else ""
        pieces.append(_Piece(_without_page(rest).strip(), page, bool(number), line))
    return pieces


def _without_reading(piece: _Piece) -> _Piece:
    """Return a piece without the reading of a word that stands before it."""
    words = [piece.text[w.start() : w.end()] for w in re.finditer(r"\S+", piece.text.text)]
    rest = [word for word in words if not looks_like_reading(word.text)]
    return replaced(piece, text=Traced.join(rest))


def _begins_entry(piece: _Piece, before: Sequence[_Piece]) -> bool:
    """Return whether a piece opens an entry though the one before names no page."""
    if not piece.text:
        return False
    labels = styled_labels(piece.text.text)
    if labels and not labels[0].style.weak:
        return True
    title = "".join(part.text.text for part in before)
    if (piece.ended and styled_labels(title)) or has_open_bracket(title):
        return False
    short = before[-1].line.short
    return short is not None and short > _SHORT


def _entry(group: Sequence[_Piece]) -> tuple[OutlineEntry, float]:
    """Return an entry, its depth still open, and its left edge."""
    text = group[0].text
    labels = styled_labels(text.text)
    label = labels[0] if labels else None
    end = label.end if label else 0
    parts = [text[end:], *(piece.text for piece in group[1:])]
    title = join_printed(parts, group[0].line.blanks)
    page = unicodedata.normalize("NFKC", group[-1].page)
    number = group[0].line.line.number
    entry = OutlineEntry(text[:end].without_spaces(), title, page, number, 1, label)
    return entry, group[0].line.left


def _with_depths(
    entries: Sequence[OutlineEntry], lefts: Sequence[float]
) -> tuple[OutlineEntry, ...]:
    """Return the entries with the depths that their labels and left edges tell."""
    indented = len({round(left) for left in lefts}) > 1
    openings = [
        Opening(
            entry.styled,
            f"title {round(left) if indented else ''}",
            left=left if indented else None,
            closes=holds_nothing(entry.title.text),
            on_top=stands_on_top(entry.label.text + entry.title.text),
        )
        for entry, left in zip(entries, lefts, strict=True)
    ]
    votes: Counter[tuple[str, str]] = learn(openings, Counter())
    nesting = Nesting(votes, listed=True)
    return tuple(
        replaced(entry, depth=nesting.enter(opening))
        for entry, opening in zip(entries, openings, strict=True)
    )
