"""The numbers of a text that count, date or label something, and so are no footnote's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from plan_tui.parse.facts.dates import DateContext, find_dates
from plan_tui.parse.facts.quantities import find_quantities
from plan_tui.parse.full_text.label_styles import styled_labels
from plan_tui.parse.full_text.unplaced import UnplacedLine
from plan_tui.text.traced import Traced

_DIGIT = "[0-9０-９]"
_CONTEXT = DateContext("2000-01-01")
"""Which days a date names does not matter here, only which words it has."""
_LOANWORD = re.compile("[ァ-ヴー]{2,}")
"""A unit before which a mark may stand as well."""
_WORD = re.compile("[一-鿿]{2,}|[ァ-ヴー]{2,}")
"""A unit with which a sentence may begin as well, as a footnote's text behind its number."""
_NAME_BEFORE = re.compile("[A-Za-zＡ-Ｚａ-ｚ.．,，-]$")
"""What a number stands after that is part of a name or of another number (web3, 5.0)."""
_YEAR_AND_MARK = re.compile(rf"(?:19|20){_DIGIT}{{2}}(?={_DIGIT})")
_COUNT = (
    r"つ(?![いうくけなま])|[千億兆]|万(?![がー一全])|割(?![合り引高安])|月(?![次額例刊])"
    r"|日(?![本常程々系用])|年(?![金齢代次少長配])|[かカヵヶケ箇][所国月年]|[％%倍]"
)
"""What follows a number that counts, whatever stands before it."""
_COUNTED = re.compile(
    rf"(?:第|明治|大正|昭和|平成|令和|分の)\s*{_DIGIT}+|[1１][一-鿿][1１][一-鿿]|{_DIGIT}+(?=\s?(?:{_COUNT}))"
)
_SET_OFF_COUNT = re.compile(
    r"\s+(?:つ[のをにが]|[％%億倍]|[かカヵヶケ箇][所国月年]|円(?![滑卓])|割(?![合り引])|件(?![数名]))"
)
"""What counts though a blank stands before it: no sentence begins like this."""
_GROUPED = re.compile(rf"\s+{_DIGIT}{{3}}(?!{_DIGIT})")
"""The second group of thousands of a number that is printed with blanks."""
_OPENING = re.compile(rf"\s*{_DIGIT}+")
_LOOKED_AT = 40
"""Characters of a line's beginning that tell whether it is a quantity."""


def counts(text: str, end: int) -> bool:
    """Return whether the number that opens a line, up to ``end``, goes on as a quantity or date."""
    opening = text[: end + _LOOKED_AT]
    if end < len(text) and text[end].isspace():
        if not _GROUPED.match(text, end):
            return bool(_SET_OFF_COUNT.match(text, end))
        opening = "".join(opening.split())
    first = len(opening) - len(opening.lstrip())
    return any(start <= first < stop for start, stop in _counted_spans(opening, _WORD))


def without_counted(
    lines: Sequence[UnplacedLine], gaps: Collection[int], numbers: Collection[int]
) -> list[Traced]:
    """Return the lines' texts with a sign in place of each digit that is no mark of ``numbers``.

    Nothing stands before the number that begins a paragraph: below a blank line (``gaps``) or a
    sentence's end.
    """
    texts: list[Traced] = []
    ended = True
    for line in lines:
        begins = ended or line.number in gaps
        texts.append(_without(line.text, numbers, begins=begins))
        ended = line.solid.endswith("。")
    return texts


def _without(text: Traced, numbers: Collection[int], *, begins: bool) -> Traced:
    if not any(map(str.isdecimal, text.text)):
        return text
    opening = _OPENING.match(text.text) if begins else None
    labels = (label for label in styled_labels(text.text) if not label.style.weak)
    spans = [
        *([opening.span()] if opening else []),
        *((label.start, label.end) for label in labels),
        *_counted_spans(text.text, _LOANWORD),
        *_long_numbers(text.text, numbers),
    ]
    counted = {index for start, end in spans for index in range(start, end)}
    characters = (
        "〇" if character.isdecimal() and index in counted else character
        for index, character in enumerate(text.text)
    )
    return Traced("".join(characters), text.places)


def _counted_spans(text: str, doubtful: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where dates, and numbers with what they count, stand; units may be ``doubtful``."""
    for date in find_dates(text, _CONTEXT):
        yield date.offset, date.offset + len(date.text)
    for quantity in find_quantities(text):
        if quantity.unit and not doubtful.fullmatch(quantity.unit):
            yield quantity.offset, quantity.offset + len(quantity.text)
    for match in _COUNTED.finditer(text):
        yield match.span()


def _long_numbers(text: str, numbers: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield numbers of several digits that are no mark, nor end in one as behind a year."""
    for match in re.finditer(rf"{_DIGIT}{{2,}}", text):
        named = _NAME_BEFORE.search(text[: match.start()][-1:])
        marked = int(match.group()) in numbers or _YEAR_AND_MARK.match(match.group())
        if not named and not marked:
            yield match.span()
