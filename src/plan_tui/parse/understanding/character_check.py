"""Whether every character of the source is one that can be read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.paged_text import PageLine
from plan_tui.parse.understanding.read_source import ReadSource, solid

_ERROR_SHARE = 0.01
"""Share of characters without meaning from which a text cannot be read or searched: one in every
second line. Single ones are signs that a font draws by itself."""


_SYMBOLS = range(0xF020, 0xF100)
"""Where fonts of symbols have their signs: bullets and arrows, by which no word is lost."""


def check_characters(source: ReadSource) -> Iterator[Doubt]:
    """Yield for each page the characters that a font draws, but that mean nothing (U+FFFD …).

    The signs of symbol fonts are told once, as a fact.
    """
    by_page: dict[int | None, Counter[str]] = {}
    lines: dict[int | None, int] = {}
    symbols: Counter[str] = Counter()
    of_symbols: list[PageLine] = []
    for line in source.text.lines:
        unread = Counter(sign for sign in line.text if _is_unread(sign))
        signs = Counter({sign: n for sign, n in unread.items() if ord(sign) in _SYMBOLS})
        if signs:
            symbols.update(signs)
            of_symbols.append(line)
        if unread - signs:
            by_page.setdefault(line.page, Counter()).update(unread - signs)
            lines.setdefault(line.page, line.number)
    size = sum(solid(text) for text in source.text.texts)
    total = sum(counts.total() for counts in by_page.values())
    severity = Severity.ERROR if total > _ERROR_SHARE * size else Severity.WARNING
    kind = DoubtKind.UNREADABLE
    for page, counts in by_page.items():
        yield Doubt(kind, severity, page, lines[page], found=_names(counts))
    if of_symbols:
        yield source.at(kind, Severity.NOTE, of_symbols[0].number, seen=_names(symbols))


def _names(counts: Counter[str]) -> str:
    return ", ".join(f"U+{ord(sign):04X} ×{count}" for sign, count in counts.most_common())


def _is_unread(sign: str) -> bool:
    """Whether it is U+FFFD, of a private area, unassigned, or a control that is no blank."""
    category = unicodedata.category(sign)
    control = category == "Cc" and not sign.isspace()
    return sign == "\ufffd" or category in ("Co", "Cn", "Cs") or control
