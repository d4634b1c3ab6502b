"""The styles in which headings are labelled: ``第１``, ``３－１``, ``（１）``, ``①``, ``ア``.

A line's beginning may be a label of several styles (``イ`` is the second of ア, イ, ウ and the
first of イ, ロ, ハ); what stands before and after it tells which. No style has a fixed depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from plan_tui.model.enums import SectionKind
from plan_tui.parse.common.numbering import CIRCLED, roman_value, value_of
from plan_tui.text.numerals import kanji_number
from plan_tui.text.record import record, replaced
from plan_tui.text.traced import Traced

_DIGIT = "[0-9０-９]"
_NUMBER = rf"{_DIGIT}{{1,3}}"
_WIDE_NUMBER, _NARROW_NUMBER = rf"[０-９]{_DIGIT}{{0,2}}", rf"[0-9]{_DIGIT}{{0,2}}"
_KANJI = "[一二三四五六七八九十]{1,3}"
_DASH = "[-－−‐‑–ーの]"
_OPEN, _CLOSE = "[（(]", "[）)]"
_DOT = "[．.、]"
_BLANK = r"(?=\s|$)"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラム"
_ROMAN_SIGNS = "Ⅰ-Ⅻ"
_COUNTERS = "回次期条項号種者級位度日年月人つ世線点割四半"
"""What makes ``第１`` an ordinal in a sentence (第１回, 第１四半期) where it follows at once."""
_UNITS = "年月日時分秒つ個件人名台社か箇ヶ％%回割倍兆億万千円点頁,，．."
"""What makes a bare number a quantity."""


@record
class LabelStyle:
    """One way to label headings."""

    name: str
    """Unique; a label goes on where another of the same style was."""
    kind: SectionKind
    """What a section with such a label is, below the top of the outline."""
    pattern: re.Pattern[str]
    """Matches a text from its first solid character; group 1 is the label, group 2 its number."""
    value: Callable[[str], int | None] = value_of
    weak: bool = False
    """Whether text that is no heading begins like this so often that numbering does not tell."""
    form: str = ""
    """Styles that differ by their numerals alone (``１．``, ``1.``, ``一．``) have one form.

    A text may number two levels by them, or one with both.
    """


@record
class StyledLabel:
    """A label at the start of a text."""

    style: LabelStyle
    numbers: tuple[int, ...]
    """Its number; of ``３－１`` both."""
    start: int
    """0-based offset of the label's first character in the text."""
    end: int
    """0-based offset after its last, before any blanks."""

    @property
    def value(self) -> int:
        """The number that counts up from one heading to the next."""
        return self.numbers[-1]


def _style(
    name: str,
    kind: SectionKind,
    pattern: str,
    value: Callable[[str], int | None] = value_of,
    *,
    weak: bool = False,
    form: str = "",
) -> LabelStyle:
    regex = re.compile(rf"[\s\u3000]*(?:{pattern})")
    return LabelStyle(name, kind, regex, value, weak, form or name)


def _counted(
    name: str,
    kanji: str,
    kind: SectionKind,
    pattern: str,
    *,
    narrow: str = "",
    weak: bool = False,
) -> list[LabelStyle]:
    """Return the styles of one form, by their names; ``＃`` in the pattern stands for a numeral.

    With a name for labels that begin with a ``narrow`` digit these are a style of their own.
    """
    numerals: list[tuple[str, str, Callable[[str], int | None]]]
    numerals = [(name, _WIDE_NUMBER if narrow else _NUMBER, value_of)]
    numerals += [(narrow, _NARROW_NUMBER, value_of)] if narrow else []
    numerals += [(kanji, _KANJI, kanji_number)] if kanji else []
    return [
        _style(style, kind, pattern.replace("＃", numeral), value, weak=weak, form=name)
        for style, numeral, value in numerals
    ]


def _iroha(numeral: str) -> int | None:
    return _IROHA.index(numeral) + 1 if numeral in _IROHA else None


def _lettered(name: str, letter: str, value: Callable[[str], int | None]) -> list[LabelStyle]:
    """Return the styles of a letter: in brackets, before one, before a dot, before a blank."""
    item = SectionKind.ITEM
    return [
        _style(f"({name})", item, rf"({_OPEN}\s*({letter})\s*{_CLOSE})", value),
        _style(f"{name})", item, rf"(({letter}){_CLOSE})", value),
        _style(f"{name}.", item, rf"(({letter})[．.])(?!{_DIGIT}|[A-Za-z])", value),
        _style(name, item, rf"(({letter})){_BLANK}", value),
    ]


_ORDINAL = r"第\s*(＃)\s*"
_STOP = rf"(?:[．.：:、](?!{_DIGIT}))?"
"""A sign that may end a label which needs none."""
_ENDED = rf"(?:[．.](?!{_DIGIT})|{_BLANK}|(?=[ァ-ヿ一-鿿])(?![{_UNITS}次度]))"
"""What stands after the numbers of a label of several."""
_PARTS = rf"({_NUMBER}(?:{_DASH}{_NUMBER})+)"
_DECIMALS = rf"({_NUMBER}(?:[．.]{_NUMBER})+)"

STYLES: tuple[LabelStyle, ...] = (
    *_counted("第編", "第一編", SectionKind.PART, rf"({_ORDINAL}編{_STOP})"),
    *_counted("第部", "第一部", SectionKind.PART, rf"({_ORDINAL}部{_STOP})(?!分|会|門|署|局)"),
    *_counted("第章", "第一章", SectionKind.CHAPTER, rf"({_ORDINAL}章{_STOP})"),
    *_counted("第節", "第一節", SectionKind.SECTION, rf"({_ORDINAL}節{_STOP})"),
    *_counted("第款", "第一款", SectionKind.SECTION, rf"({_ORDINAL}款{_STOP})"),
    _style("第-", SectionKind.CHAPTER, rf"(第\s*{_PARTS}{_STOP})(?!{_DIGIT})"),
    *_counted(
        "第",
        "第一",
        SectionKind.CHAPTER,
        r"(第\s*(＃)"
        rf"(?!\s*[編部章節款]|[{_COUNTERS}]|{_DIGIT}|\s*{_DASH}\s*{_DIGIT}){_STOP})",
    ),
    _style(
        "[No]",
        SectionKind.MEASURE,
        rf"([\[［]\s*No[.．]?\s*({_NUMBER}\s*{_DASH}\s*{_NUMBER})\s*[\]］])",
    ),
    _style("N.N", SectionKind.SECTION, rf"({_DECIMALS}{_ENDED})"),
    _style("N-N", SectionKind.SECTION, rf"({_PARTS}{_ENDED})"),
    *_counted("N.", "一.", SectionKind.SECTION, rf"((＃){_DOT})(?!{_DIGIT})", narrow="1."),
    *_counted(
        "(N)",
        "(一)",
        SectionKind.SECTION,
        rf"({_OPEN}\s*(＃)\s*{_CLOSE})",
        narrow="(1)",
    ),
    *_counted("N)", "", SectionKind.ITEM, rf"((＃)\s*{_CLOSE})", narrow="1)"),
    _style("①", SectionKind.ITEM, rf"(({CIRCLED.pattern}))"),
    _style(
        "(I)",
        SectionKind.ITEM,
        rf"({_OPEN}\s*([IVXＩＶＸ{_ROMAN_SIGNS}]+)\s*{_CLOSE})",
        roman_value,
    ),
    _style("(i)", SectionKind.ITEM, rf"({_OPEN}\s*([ivxｉｖｘⅰ-ⅻ]+)\s*{_CLOSE})", roman_value),
    _style("i)", SectionKind.ITEM, rf"(([ivxｉｖｘⅰ-ⅻ]+)\s*{_CLOSE})", roman_value),
    _style("I.", SectionKind.CHAPTER, rf"(([IVXＩＶＸ{_ROMAN_SIGNS}]+){_DOT})", roman_value),
    _style("I", SectionKind.CHAPTER, rf"(([IVXＩＶＸ{_ROMAN_SIGNS}]+)){_BLANK}", roman_value),
    _style("i.", SectionKind.ITEM, r"(([ivxｉｖｘⅰ-ⅻ]+)[．.])", roman_value),
    _style("i", SectionKind.ITEM, rf"(([ⅰ-ⅻ]+)){_BLANK}", roman_value),
    *_lettered("ア", "[ア-ン]", value_of),
    *_lettered("イロハ", f"[{_IROHA}]", _iroha),
    *_lettered("A", "[A-ZＡ-Ｚ]", value_of),
    *_lettered("a", "[a-zａ-ｚ]", value_of),
    *_counted(
        "N",
        "一",
        SectionKind.SECTION,
        rf"((＃))[ \u3000]+(?![{_UNITS}]|{_DIGIT})",
        weak=True,
    ),
    _style("コラム", SectionKind.ITEM, rf"((?:コラム|ＢＯＸ|BOX|Box)\s*({_NUMBER}))(?!{_DIGIT})"),
    _style(
        "別",
        SectionKind.SECTION,
        rf"((?:別紙|別添|別表|別冊|参考|付録|資料)\s*({_NUMBER}))(?!{_DIGIT})",
    ),
)
"""All styles, the more particular first."""

_INNER = ("N.", "(N)", "N)", "①", "(i)", "i)", "(ア)", "ア)", "(A)", "(a)", "a)", "A.")
"""The forms of which a label may stand right behind another: signs set them apart from words."""
_REFERRED = re.compile(rf"[のをはがにとでや、，・･～~及並又等）)－-]|から|まで|{CIRCLED.pattern}")
"""What stands behind a label that a sentence refers to."""
_SPLIT = re.compile(r"[^0-9０-９]+")


@lru_cache(maxsize=20_000)
def styled_labels(text: str) -> tuple[StyledLabel, ...]:
    """Return the labels that ``text`` may begin with, the likeliest first; mostly none or one."""
    labels = []
    for style in STYLES:
        match = style.pattern.match(text)
        numbers = _numbers(style, match.group(2)) if match else ()
        if match and numbers:
            labels.append(StyledLabel(style, numbers, match.start(1), match.end(1)))
    return tuple(labels)


def cut_at_labels(text: Traced) -> list[Traced]:
    """Return the parts of a text, cut before each label that goes on from the one before it."""
    cuts = [0]
    for word in re.finditer(r"(?<=\s)\S", text.text):
        label = next(iter(styled_labels(text.text[cuts[-1] :])), None)
        following = styled_labels(text.text[word.start() :])
        if label and any(
            (n.style.form, n.numbers) == (label.style.form, (*label.numbers[:-1], label.value + 1))
            for n in following
        ):
            cuts.append(word.start())
    return [
        text[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]


def label_behind(text: str, label: StyledLabel) -> StyledLabel | None:
    """Return the label of a title that stands right behind another one, as in ``（１）① 見出し``.

    It begins a numbering of its own; the heading of the label before it has no title.
    """
    for inner in styled_labels(text[label.end :]):
        title = text[label.end + inner.end :].strip()
        begins = inner.numbers == (1,) and inner.style.form in _INNER
        if begins and inner.style is not label.style and title and not _REFERRED.match(title):
            return replaced(inner, start=label.end + inner.start, end=label.end + inner.end)
    return None


def _numbers(style: LabelStyle, numeral: str) -> tuple[int, ...]:
    """Return the numbers of a label, empty if it is none."""
    parts = [part for part in _SPLIT.split(numeral) if part]
    if len(parts) > 1:
        return tuple(value_of(part) or 0 for part in parts)
    value = style.value(numeral.strip())
    return (value,) if value else ()
