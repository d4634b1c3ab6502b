"""Whether blocks are what they seem: no bare numbers, no notes, none torn apart or run together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedBlock, ParsedSection
from plan_tui.parse.understanding.read_source import (
    ReadSource,
    heading_line,
    heading_words,
    page_number,
    plain,
    solid,
)

_BARE = re.compile(r"[-–—−(\[]?[0-9０-９]{1,4}[-–—−)\]]?")
_NOTE = re.compile(r"(?:[※*＊][0-9０-９]|[（(]?(?:脚?注)[0-9０-９]+[）)]?|\[[0-9]+\]|[¹²³⁰⁴-⁹])")
_NUMBERED = re.compile(r"([0-9０-９]{1,3})[\s　]+(?=\D)")
_MARKDOWN_MARK = re.compile(r"\[\^(?P<name>[^\]\s]+)\]")
_LONGEST = 1200
"""Characters of a paragraph from which it is told: twice the longest in the full texts held; a
printed page has about as many."""
_LONGEST_TITLE = 80
"""Characters of a title from which it is told; the longest of those held has 59."""
_SHORT = 40
"""Characters below which a paragraph may be a caption or a sub-heading, and end as it likes: about
a line."""
_ENDS_OPEN = re.compile(r"[、，,をがはにへとのでもや]$")
"""How no sentence ends: a comma, or a particle that asks for what follows."""
_ENDS_SENTENCE = re.compile(r"[。！？!?][」』）)】]*$|[：:]$")
_SENTENCES = 0.85
"""The part of longer paragraphs that end as a sentence, where all should; of full texts held
nearly all do, of a text of items without 。 four in five."""
_FEWEST_PARAGRAPHS = 20
"""Longer paragraphs from which the part says anything."""
_CLAUSE = re.compile(r"[ぁ-ゖ]、|。.")
"""What stands in a sentence, and hardly in a title: a clause's end, which no list of nouns has."""
_TITLE_ENDS_OPEN = re.compile(r"[、，をがへの]$")
"""How no title ends; に and は end some (``はじめに``, ``図書館とは``)."""
_BEGINS_OPEN = re.compile(r"[、。，．,）」』】〕ーっゃゅょァィゥェォッャュョ々ん]")
"""How no paragraph begins: with what closes, or with what stands behind another kana."""


def check_blocks(source: ReadSource) -> Iterator[Doubt]:
    """Yield the blocks that a reader of the page would not see as blocks.

    Slides and diagrams are left out: figures and words stand alone there.
    """
    if source.flows:
        for block in source.blocks():
            yield from _bare_number(source, block)
            yield from _note(source, block)
            yield from _too_long(source, block)
            yield from _lost_marks(source, block)
        yield from _torn(source)
        yield from _titles(source)


def _bare_number(source: ReadSource, block: ParsedBlock) -> Iterator[Doubt]:
    words = plain(block.marker.text + block.text.text)
    if block.kind is BlockKind.TABLE or not _BARE.fullmatch(words):
        return
    page = source.page_of(block.text if block.text else block.marker)
    # The number of its own page is certainly not text; another may be a figure's.
    expected = page - source.shift if page is not None and source.shift is not None else None
    error = expected is not None and page_number(words) == expected
    severity = Severity.ERROR if error else Severity.WARNING
    line = block.text.first_line or block.marker.first_line
    yield source.at(DoubtKind.BARE_NUMBER, severity, line, seen=words)


def _lost_marks(source: ReadSource, block: ParsedBlock) -> Iterator[Doubt]:
    """Yield the marks of Markdown that lead to no note, which stay in the text."""
    for mark in _MARKDOWN_MARK.finditer(block.text.text):
        line = block.text[mark.start() : mark.end()].first_line
        yield source.at(
            DoubtKind.MARK_WITHOUT_FOOTNOTE, Severity.ERROR, line, seen=mark.group("name")
        )


def _note(source: ReadSource, block: ParsedBlock) -> Iterator[Doubt]:
    """Yield a block that begins with a note's sign, or with the number of a missing note."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.NOTE):
        return
    text = f"{block.marker.text}{block.text.text}".lstrip()
    line = block.text.first_line
    held = {plain(note.number.text) for note in source.document.footnotes}
    numbered = _NUMBERED.match(text)
    if _NOTE.match(text):
        yield source.at(DoubtKind.NOTE_IN_TEXT, Severity.WARNING, line, seen=text[:40])
    elif numbered and held and _between(plain(numbered[1]), held):
        yield source.at(DoubtKind.NOTE_IN_TEXT, Severity.ERROR, line, seen=text[:40])


def _between(number: str, held: set[str]) -> bool:
    """Whether a note of that number is missing beside one that is there."""
    beside = {str(int(number) - 1), str(int(number) + 1)}
    return number not in held and bool(beside & held)


def _too_long(source: ReadSource, block: ParsedBlock) -> Iterator[Doubt]:
    size = solid(block.text.text)
    if block.kind is not BlockKind.TABLE and size > _LONGEST:
        kind = DoubtKind.JOINED_PARAGRAPH
        line, words = block.text.first_line, block.text.text[:40]
        yield source.at(kind, Severity.WARNING, line, f"≤{_LONGEST}", f"{size} {words}")


def _torn(source: ReadSource) -> Iterator[Doubt]:
    """Yield paragraphs that end or begin within a sentence."""
    sentences = _are_sentences(source)
    for section in source.document.sections:
        blocks = section.blocks
        for block in blocks:
            if _BEGINS_OPEN.match(block.text.text) and block.kind is BlockKind.PARAGRAPH:
                yield _split(source, block, block.text.text[:40])
        for block, following in zip_longest(blocks, blocks[1:]):
            paragraph = following is not None and following.kind is BlockKind.PARAGRAPH
            last = following is None or paragraph
            unended = sentences and paragraph and not _ENDS_SENTENCE.search(block.text.text)
            if not (block.kind is BlockKind.PARAGRAPH and len(block.text) >= _SHORT):
                continue
            if unended or (last and _ENDS_OPEN.search(block.text.text.rstrip())):
                yield _split(source, block, f"…{block.text.text.rstrip()[-40:]}")


def _are_sentences(source: ReadSource) -> bool:
    """Whether nearly all longer paragraphs end as a sentence, so that all should."""
    blocks = source.blocks(BlockKind.PARAGRAPH)
    ends = [bool(_ENDS_SENTENCE.search(b.text.text)) for b in blocks if len(b.text) >= _SHORT]
    return len(ends) >= _FEWEST_PARAGRAPHS and sum(ends) >= _SENTENCES * len(ends)


def _split(source: ReadSource, block: ParsedBlock, words: str) -> Doubt:
    line = block.text.last_line if words.startswith("…") else block.text.first_line
    return source.at(DoubtKind.SPLIT_PARAGRAPH, Severity.WARNING, line, seen=words)


def _titles(source: ReadSource) -> Iterator[Doubt]:
    """Yield titles that are text taken for a heading, and those that lost words."""
    listed = {entry.section for entry in source.document.contents}
    sections = source.document.sections
    for index, section in enumerate(sections):
        title = section.title.text.strip()
        if not title and _opens_next(section, sections[index + 1 : index + 2]):
            continue
        alone = index not in listed and not section.label
        clause = alone and bool(_CLAUSE.search(title))
        if solid(title) > _LONGEST_TITLE or title.endswith("。") or clause:
            kind = DoubtKind.LONG_TITLE
        elif not section.toc_only and (_is_torn(title) or _shares_line(section)):
            kind = DoubtKind.TORN_TITLE
        else:
            continue
        words = heading_words(section)[:60]
        yield source.at(kind, Severity.WARNING, heading_line(section), seen=words)


def _opens_next(section: ParsedSection, following: Sequence[ParsedSection]) -> bool:
    """Whether a label has no title because the next heading stands behind it on its line."""
    line = section.label.last_line
    return any(after.label.first_line == line for after in following if line)


def _shares_line(section: ParsedSection) -> bool:
    """Whether text goes on on the line of a title: headings take whole lines."""
    if not section.blocks or section.blocks[0].kind is BlockKind.TABLE:
        return False
    first = section.blocks[0]
    line = first.marker.first_line or first.text.first_line
    return line is not None and line == section.title.last_line


def _is_torn(title: str) -> bool:
    """Whether a title has no letter, begins with a sign of a list, or ends within a phrase."""
    letters = any(unicodedata.category(sign).startswith("L") for sign in title)
    begins = title[:1] and (title[0] in "・•●○▪" or unicodedata.category(title[0]) == "Co")
    return not letters or bool(begins) or _TITLE_ENDS_OPEN.search(title) is not None
