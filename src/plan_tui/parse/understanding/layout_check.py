"""Whether the layout fits the text: what one layout's parser makes of another looks otherwise.

The limits lie between what was measured of five sources and three texts of PDF files, each read by
every layout's parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, Layout
from plan_tui.parse.understanding.printed_contents import contents_of
from plan_tui.parse.understanding.read_source import ReadSource, own_size, solid

_LEAST = 1000
"""Characters from which shares say something: about a page."""
_FEW_SENTENCES = 0.002
"""Sentence ends a character: full texts have 0.005 to 0.01, slides in a PDF 0.0003."""
_WHOLE = 1 / 3
"""Share of text in blocks that end with a sentence, where the text has sentences: 0.46 and more
with the right layout, 0.24 and less with a wrong one."""
_ONE_SECTION = 0.5
"""Share of the text in one section: 0.57 and more where a layout's headings are not in the text,
at most 0.16 where they are."""
_TEXT = 0.5
"""Share of the source's characters in headings, text, notes: 0.76 and more where it is read."""
_END = re.compile(r"[。！？][」』）)]?$")
_FULL_TEXTS = (Layout.FULL_TEXT, Layout.FULL_TEXT_2021, Layout.FULL_TEXT_2025)


def check_layout(source: ReadSource) -> Iterator[Doubt]:
    """Yield what tells that the text has another layout, or cannot be checked at all."""
    size = sum(solid(text) for text in source.text.texts)
    if size < _LEAST:
        return
    yield from _few_sentences(source, size)
    yield from _torn_sentences(source, size)
    yield from _one_section(source)
    yield from _little_text(source, size)
    yield from _without_numbering(source)


def _wrong(expected: str, seen: str, severity: Severity = Severity.ERROR) -> Doubt:
    return Doubt(DoubtKind.WRONG_LAYOUT, severity, expected=expected, found=seen)


def _sentence_ends(source: ReadSource) -> int:
    return sum(text.count("。") for text in source.text.texts)


def _few_sentences(source: ReadSource, size: int) -> Iterator[Doubt]:
    """Doubt a full text without sentences."""
    ends = _sentence_ends(source)
    if source.layout in _FULL_TEXTS and ends < _FEW_SENTENCES * size:
        yield _wrong(f"。 ≥{_FEW_SENTENCES * 1000:.0f}/1000", f"。 {1000 * ends / size:.1f}/1000")


def _torn_sentences(source: ReadSource, size: int) -> Iterator[Doubt]:
    """Doubt blocks that end within sentences, where the text has sentences."""
    blocks = [block for block in source.blocks() if block.kind is not BlockKind.TABLE]
    sizes = [solid(block.text.text) for block in blocks]
    ended = sum(
        length
        for length, block in zip(sizes, blocks, strict=True)
        if _END.search(block.text.text.rstrip())
    )
    many = _sentence_ends(source) > 2 * _FEW_SENTENCES * size
    if many and ended < _WHOLE * sum(sizes):
        yield _wrong(f"…。 ≥{_WHOLE:.0%}", f"…。 {ended / sum(sizes):.0%}")


def _one_section(source: ReadSource) -> Iterator[Doubt]:
    """Doubt a text of several pages that is one section in the main."""
    sizes = [own_size(section) for section in source.document.sections]
    whole = sum(sizes)
    if whole >= 2 * _LEAST and max(sizes) > _ONE_SECTION * whole:
        markdown = source.layout is Layout.MARKDOWN
        severity = Severity.WARNING if markdown else Severity.ERROR
        yield _wrong(f"≤{_ONE_SECTION:.0%}", f"{max(sizes) / whole:.0%}", severity)


def _little_text(source: ReadSource, size: int) -> Iterator[Doubt]:
    """Doubt a source of which the greater part was taken for what the page adds."""
    document = source.document
    texts = [note.text for note in document.footnotes]
    texts += [part for section in document.sections for part in (section.label, section.title)]
    held = sum(solid(text.text) for text in texts) + sum(map(own_size, document.sections))
    if held < _TEXT * size:
        yield _wrong(f"≥{_TEXT:.0%}", f"{held / size:.0%}")


def _without_numbering(source: ReadSource) -> Iterator[Doubt]:
    """Say where neither numbers nor a contents page could be checked."""
    labelled = any(section.label for section in source.document.sections)
    if source.layout in _FULL_TEXTS and not labelled and not contents_of(source.document):
        yield Doubt(DoubtKind.NO_NUMBERING, Severity.WARNING)
    elif source.layout is Layout.MARKDOWN and not labelled:
        yield Doubt(DoubtKind.NO_NUMBERING, Severity.NOTE)
