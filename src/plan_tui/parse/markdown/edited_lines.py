"""The lines that the reader of blocks is given: those of the source, as the corrections say.

A correction changes what stands between lines, or supplies a sign that the source lacks; each
character keeps its place in the source. What is left out here becomes furniture in the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from plan_tui.model.edits import EditKind, LineEdits
from plan_tui.model.paged_text import PagedText
from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.common.spacing import concatenate_lines
from plan_tui.parse.markdown.printed_labels import label_end
from plan_tui.text.traced import Traced

ATX = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)[ \t]*")
"""The hashes of a heading; group 1 holds them."""
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_ITEM = re.compile(r"(?:\s*[-+*>](?=\s))+\s*")
_NOTE = re.compile(r"\s*\[\^[^\]\s]+\]:")
_NUMBERED = re.compile(r"[\s（(［\[〔*＊※注>-]*([0-9０-９]+)[\s）)］\]〕:：.．]*(?=\S)")
_SHAPE = re.compile(rf"[0-9０-９]+|{CIRCLED.pattern}|[ア-ン]|[A-Za-zＡ-Ｚａ-ｚ]")
_BLANK = Traced()


def edited_lines(text: PagedText, edits: LineEdits, start: int) -> list[Traced]:
    """Return the lines of ``text`` from the 0-based line ``start`` on, corrected.

    A line that holds blanks alone is returned empty.
    """
    lines: list[Traced] = []
    hashes = _HashesOfLabels(line.text for line in text.lines[start:])
    before: frozenset[EditKind] = frozenset()
    for line in text.lines[start:]:
        kinds = edits.get(line.number, frozenset())
        if EditKind.NOT_HEADING in before and _UNDERLINE.match(line.text):
            continue
        before = kinds
        traced = line.traced if line.text.strip() else _BLANK
        if EditKind.FURNITURE in kinds and EditKind.NOT_FURNITURE not in kinds:
            continue
        if EditKind.NOT_HEADING in kinds:
            traced = _without_hashes(traced)
            lines += [_BLANK, traced, _BLANK]
        elif EditKind.HEADING in kinds and not ATX.match(traced.text):
            heading = _without_item_sign(traced)
            lines += [_BLANK, Traced.supplied(hashes.of(heading.text)) + heading, _BLANK]
        elif EditKind.NOTE in kinds:
            lines += [_BLANK, _as_note(traced)]
        elif EditKind.NOT_NOTE in kinds and _NOTE.match(traced.text):
            lines += [_BLANK, Traced.supplied("\\") + traced.strip()]
        elif EditKind.JOIN in kinds:
            _append(lines, _without_hashes(traced))
        else:
            lines += [_BLANK, traced] if EditKind.SPLIT in kinds else [traced]
        hashes.see(traced.text)
    return lines


def _without_hashes(line: Traced) -> Traced:
    match = ATX.match(line.text)
    return line[match.end() :] if match else line


def _without_item_sign(line: Traced) -> Traced:
    match = _ITEM.match(line.text)
    return line[match.end() if match else 0 :].strip()


def _as_note(line: Traced) -> Traced:
    """Let a line begin a footnote's body, if it has the footnote's number."""
    match = _NUMBERED.match(line.text)
    if _NOTE.match(line.text) or not match:
        return line
    number, body = line[match.start(1) : match.end(1)], line[match.end() :]
    return Traced.supplied("[^") + number + Traced.supplied("]: ") + body


def _append(lines: list[Traced], line: Traced) -> None:
    """Let a line go on with the last one that is not blank."""
    while lines and not lines[-1]:
        lines.pop()
    if lines:
        lines[-1] = concatenate_lines((lines[-1], line.strip()))
    else:
        lines.append(line)


class _HashesOfLabels:
    """How deep a heading is that a correction names: as another one with such a label.

    Args:
        lines: those of the text; the headings that it has tell of labels before they are met.

    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._by_shape: dict[str, str] = {}
        for line in lines:
            if match := ATX.match(line):
                self._by_shape.setdefault(_shape(line[match.end() :]), match[1])
        self._by_shape.pop("", None)  # a title without a label tells nothing of one before it
        self._last = "#"

    def see(self, line: str) -> None:
        """Take note of a line, which may be a heading."""
        if match := ATX.match(line):
            self._last = match[1]
            self._by_shape[_shape(line[match.end() :])] = match[1]

    def of(self, line: str) -> str:
        """Return the signs of a heading: those of the last with such a label, else of the first.

        Where no heading has such a label, it stands beside the last one.
        """
        return self._by_shape.get(_shape(line.strip()), self._last) + " "


def _shape(heading: str) -> str:
    """Return a heading's label with one sign for each number; empty if it has no label."""
    heading = heading.lstrip("*_ ")
    return _SHAPE.sub("0", "".join(heading[: label_end(heading)].split()))
