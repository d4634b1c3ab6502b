"""Whether lines that look like numbered headings stand within a paragraph, or on the cover.

What was run together with the text around it has no place of its own in the outline, and leaves
no gap in a numbering of which nothing was seen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.enums import BlockKind, FurnitureKind
from plan_tui.model.parsed import ParsedBlock
from plan_tui.parse.understanding.read_source import ReadSource, solid

_NUMBER = "[0-9０-９一二三四五六七八九十]+"
_COUNTERS = "回次期条項号種者級位度日年月人つ世線点割四半版層弾軸"
"""What makes ``第１`` an ordinal (第１回, 第１版), and no label."""
_TOP = re.compile(
    rf"第\s*{_NUMBER}(?:\s*[－ー−‐-]\s*[0-9０-９]+|\s*[編部章節]|(?![{_COUNTERS}]))"
    r"(?=[\s　]+\S|[ァ-ヿ一-鿿A-Za-z])"
)
"""A label that hardly anything but a heading has."""
_LABEL = re.compile(
    r"(?:[0-9]+(?:\.[0-9]+)+(?=\s)|[0-9０-９]{1,2}[．.]|[（(][0-9０-９]{1,2}[）)]|[Ⅰ-Ⅻ][．.]?)"
    r"(?=[\s　]+\S|[ァ-ヿ一-鿿A-Za-z])"
)
"""A label that a list may have as well."""
_ENDED = re.compile(r"[。！？!?][」』）)]*$")
"""How a line ends below which something else may begin."""
_ENDS = "。、，,：:；;"
"""How no heading ends."""
_CLAUSE = re.compile(r"[ぁ-ゖ]、|。")
"""What stands in a sentence, and hardly in a heading."""
_SHORT = 0.8
"""The part of the longest line that a heading has at most: a longer one may go on below."""
_LONGEST = 60
"""Characters of a heading at most, as a rule: the longest held has 59."""
_TEXT = (BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.LIST_ITEM)


def run_in_headings(source: ReadSource, told: Collection[int | None]) -> Iterator[Doubt]:
    """Yield the lines of passages and of the cover that look like numbered headings.

    With a label such as 第２, and text before or below it, a line is certainly no text. Lines that
    were ``told`` already are left out.
    """
    lines = {line.number: line.text.strip() for line in source.text.lines}
    longest = min(_LONGEST, _SHORT * max(map(solid, lines.values()), default=0))
    kind = DoubtKind.HEADING_IN_TEXT
    for piece in source.document.furniture:
        words, line = piece.text.text.strip(), piece.text.first_line
        if piece.kind is FurnitureKind.COVER and _TOP.match(words) and _is_title(words, longest):
            yield source.at(kind, Severity.WARNING, line, seen=words)
    for block in source.blocks(*_TEXT):
        for number, severity in _run_in(block, lines, longest):
            if number not in told:
                yield source.at(kind, severity, number, seen=lines[number])


def _run_in(
    block: ParsedBlock, lines: Mapping[int, str], longest: float
) -> Iterator[tuple[int, Severity]]:
    """Yield the numbers of a block's lines that look like headings, each with what follows."""
    numbers = sorted({place[0] for place in block.text.places if place})
    above = ""
    for number in numbers:
        words = lines[number]
        begins = number == numbers[0]
        top = bool(_TOP.match(words)) and (not begins or block.kind is BlockKind.PARAGRAPH)
        label = top or (not begins and _LABEL.match(words))
        apart = begins or _ENDED.search(above)
        if label and apart and _is_title(words, longest):
            yield number, Severity.ERROR if top and len(numbers) > 1 else Severity.WARNING
        above = words


def _is_title(words: str, longest: float) -> bool:
    return solid(words) <= longest and words[-1] not in _ENDS and not _CLAUSE.search(words)
