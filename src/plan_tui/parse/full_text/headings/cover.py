"""The cover: what stands before the contents and is no text, and the facts it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.common.spacing import join_printed
from plan_tui.parse.full_text.body_lines import BodyLine
from plan_tui.parse.full_text.headings.printed_titles import holds_nothing, solid_text
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.text.dates_in_notation import DATE_STARTS, date_at
from plan_tui.text.record import record

_VALUE = re.compile(r"@(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$")
_MOST_LINES = 40
"""Lines in which the date of a cover stands."""
_LONGEST = 25
"""Characters of a line below the date that belongs to the cover: who decided, which version."""
_LARGE = 0.8
"""The size of a title's lines, as a share of the cover's largest type."""
_TITLE = 1.3
"""The size of a title above the text, as a multiple of the body's, at least."""
_TITLE_LINES = 4
"""Lines of a title, at most."""
_REMARK = re.compile(r"[（(〔［].*[）)〕］]|第?[\d.０-９．]+版|案|概要")
_STAMPS = ("別", "コラム")
"""Styles of labels that a whole document may bear on its cover: 資料１, 別紙２."""


@record
class CoverFacts:
    """What a cover says of its document."""

    title: str | None
    """None where no title stands on it."""
    decided_on: str | None
    """The day as ``2025-06-13``; None where no whole date stands on it."""


def cover_end(lines: Sequence[BodyLine], text: int) -> int:
    """Return how many of ``lines``, of which those before index ``text`` may be, are the cover.

    A cover ends in a date and who decided; or it is a first page without any sentence.
    """
    page = lines[0].line.page if lines else None
    first_page = [line for line in lines if line.line.page == page]
    several = page is not None and len(first_page) < len(lines)
    lines = lines[:text]
    dated = next((i for i, line in enumerate(lines[:_MOST_LINES]) if _is_date(line)), None)
    if dated is not None and not any(map(_is_text, lines[:dated])):
        end = dated + 1
        while end < len(lines) and _belongs_below(lines, end):
            end += 1
        return end
    if several and not any(map(_is_text, first_page)) and len(first_page) <= text:
        return len(first_page)
    return _title_lines(lines)


def _is_text(line: BodyLine) -> bool:
    """Return whether a line ends a sentence or may be a labelled heading."""
    labels = styled_labels(line.text.text)
    return "。" in line.solid or any(not label.style.weak for label in labels[:1])


def _title_lines(lines: Sequence[BodyLine]) -> int:
    """Return how many lines at the very beginning are set larger than all others."""
    first = lines[0].size if lines else 1.0
    count = next((i for i, line in enumerate(lines) if line.size != first), len(lines))
    larger = first >= _TITLE and all(line.size < first for line in lines[count:])
    text = any(map(_is_text, lines[:count]))
    return count if larger and not text and count < len(lines) else 0


def repeated_title(lines: Sequence[BodyLine], cover: int, start: int) -> int:
    """Return how many lines from ``start`` on repeat the title of the cover's lines."""
    title = cover_facts(lines[:cover]).title
    text = ""
    for count, line in enumerate(lines[start : start + _TITLE_LINES], 1):
        text += line.text.text
        if title and solid_text(text) == solid_text(title):
            return count
    return 0


def _belongs_below(lines: Sequence[BodyLine], index: int) -> bool:
    """Return whether a line below the date belongs to the cover."""
    line = lines[index]
    same_page = line.line.page == lines[index - 1].line.page
    short = len(line.solid) <= _LONGEST and not line.solid.endswith(("。", "、"))
    return same_page and short and not (_is_heading(line) or _begins_text(lines, index))


def _is_sentence(line: BodyLine) -> bool:
    return "。" in line.solid and not styled_labels(line.text.text)


def _begins_text(lines: Sequence[BodyLine], index: int) -> bool:
    """Return whether a bare number begins a line without boxes, above a sentence."""
    line = lines[index]
    labels = styled_labels(line.text.text)
    if line.positioned or not labels or index + 1 >= len(lines):
        return False
    below = lines[index + 1]
    parted = below.left > line.left or len(below.solid) > _LONGEST
    return labels[0].style.weak and parted and _is_sentence(below)


def _is_heading(line: BodyLine) -> bool:
    """Return whether a line below the date begins the text: a labelled heading, or はじめに."""
    text = line.text.text
    labels = [label.style for label in styled_labels(text)[:1] if not label.style.weak]
    numbered = any(style.name not in _STAMPS for style in labels)
    return holds_nothing(text) or (numbered and not _REMARK.fullmatch(solid_text(text)))


def cover_facts(lines: Sequence[BodyLine]) -> CoverFacts:
    """Return the title and the date of the cover's ``lines``."""
    dated = next((i for i, line in enumerate(lines) if _date(line)), None)
    above = [line for line in lines[:dated] if not _REMARK.fullmatch(solid_text(line.text.text))]
    largest = max((line.size for line in above), default=1.0)
    titles = [line.text for line in above if line.size >= _LARGE * largest]
    title = join_printed(titles, lines[0].blanks).text if titles else None
    return CoverFacts(title, None if dated is None else _day(lines[dated]))


def _is_date(line: BodyLine) -> bool:
    """Return whether a line is a date, in brackets or with a few words such as 閣議決定."""
    return len(line.solid) <= _LONGEST and _date(line) is not None


def _date(line: BodyLine) -> re.Match[str] | None:
    """Return year, month and, if named, day of the date in a line."""
    text = line.solid
    for position, character in enumerate(text):
        date = date_at(text, position) if character in DATE_STARTS else None
        value = _VALUE.match(date[1]) if date else None
        if value:
            return value
    return None


def _day(line: BodyLine) -> str | None:
    """Return the day that a line names, as ``2025-06-13``."""
    value = _date(line)
    if value is None or not value[3]:
        return None
    return f"{int(value[1]):04}-{int(value[2]):02}-{int(value[3]):02}"
