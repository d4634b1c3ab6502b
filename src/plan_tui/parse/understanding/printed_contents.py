"""The entries of a contents page as its lines print them, where the parser tells none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from plan_tui.model.enums import FurnitureKind
from plan_tui.model.parsed import ParsedContentsEntry, ParsedDocument, ParsedSection
from plan_tui.parse.understanding.read_source import plain
from plan_tui.text.record import record

_LEADER = re.compile(r"(?:[.．…‥・･·]\s*){3,}(?P<page>[0-9０-９]*)|\s{3,}(?P<end>[0-9０-９]+)\s*$")
"""What leads from an entry to its page: dots of any kind, or blanks at the end of the line."""
_HEAD = re.compile(r"^[【\[〔]?\s*目\s*次\s*[】\]〕]?$")
_LEAST_WORDS = 4
"""Characters of a heading, its label included, that are looked for within other words."""
_LEAST_REST = 8
"""Characters of an entry that answer to no heading and are told: fewer are a reading beside a
word, or a bracket, that the extraction put somewhere else."""


@record
class _PrintedEntry:
    """What a contents page has between two leaders: an entry as a rule, its label not set off."""

    words: str
    page: str
    line: int


def contents_of(document: ParsedDocument) -> tuple[ParsedContentsEntry, ...]:
    """Return the contents entries, each with the section that answers it.

    Where the parser tells none, they are read from the lines that it took for a contents page,
    if most of these lead to a page: otherwise nobody knows where an entry ends.
    """
    if document.contents:
        return document.contents
    lines = [
        (piece.text.first_line or 0, piece.text.text)
        for piece in document.furniture
        if piece.kind is FurnitureKind.CONTENTS
    ]
    if sum(1 for _, text in lines if _LEADER.search(text)) * 2 <= len(lines):
        return ()
    places = _places(document.sections)
    return tuple(answer for entry in _entries(lines) for answer in _answers(entry, places))


def _entries(lines: Sequence[tuple[int, str]]) -> Iterator[_PrintedEntry]:
    """Join the lines of each entry; the last of them leads to the page."""
    begun, first = "", 0
    for number, text in lines:
        if _HEAD.match(text.strip()):
            continue
        position = 0
        for leader in _LEADER.finditer(text):
            first = first if begun else number
            words = _words(begun + text[position : leader.start()])
            if words:
                yield _PrintedEntry(words, plain(leader["page"] or leader["end"] or ""), first)
            begun, position = "", leader.end()
        first = first if begun else number
        begun += text[position:]


def _answers(entry: _PrintedEntry, places: Mapping[str, int]) -> Iterator[ParsedContentsEntry]:
    """Yield an entry with its section, or each heading within it, and what is left over."""
    if entry.words in places:
        yield ParsedContentsEntry("", entry.words, entry.page, entry.line, places[entry.words])
        return
    rest = entry.words
    for words, section in places.items():
        if len(words) >= _LEAST_WORDS and words in rest:
            rest = rest.replace(words, "", 1)
            yield ParsedContentsEntry("", words, entry.page, entry.line, section)
    if len(rest) >= _LEAST_REST:
        yield ParsedContentsEntry("", rest, entry.page, entry.line, None)


def _places(sections: Sequence[ParsedSection]) -> dict[str, int]:
    """Return the words of each heading, label included, with the section that bears them first."""
    places: dict[str, int] = {}
    for index, section in enumerate(sections):
        if section.toc_only:
            continue
        words = _words(section.label.text + section.title.text)
        if words:
            places.setdefault(words, index)
    return places


def _words(text: str) -> str:
    """Return a heading as it is compared: a last bracket may stand behind a reading."""
    return plain(text).rstrip(")」』】〕]")
