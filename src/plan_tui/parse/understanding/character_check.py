"""Whether every character of the source is one that can be read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.parse.understanding.read_source import ReadSource, solid

_ERROR_SHARE = 0.01
"""Share of characters without meaning from which a text cannot be read or searched: one in every
second line. Single ones are signs that a font draws by itself."""


def check_characters(source: ReadSource) -> Iterator[Doubt]:
    """Yield for each page the characters that a font draws, but that mean nothing (U+FFFD …)."""
    by_page: dict[int | None, Counter[str]] = {}
    lines: dict[int | None, int] = {}
    for line in source.text.lines:
        unread = Counter(sign for sign in line.text if _is_unread(sign))
        if unread:
            by_page.setdefault(line.page, Counter()).update(unread)
            lines.setdefault(line.page, line.number)
    size = sum(solid(text) for text in source.text.texts)
    total = sum(counts.total() for counts in by_page.values())
    severity = Severity.ERROR if total > _ERROR_SHARE * size else Severity.WARNING
    for page, counts in by_page.items():
        names = (f"U+{ord(sign):04X} ×{count}" for sign, count in counts.most_common())
        kind = DoubtKind.UNREADABLE
        yield Doubt(kind, severity, page, lines[page], found=", ".join(names))


def _is_unread(sign: str) -> bool:
    """Whether it is U+FFFD, of a private area, unassigned, or a control that is no blank."""
    category = unicodedata.category(sign)
    return sign == "\ufffd" or category in ("Co", "Cn", "Cs") or _is_control(sign, category)


def _is_control(sign: str, category: str) -> bool:
    return category == "Cc" and not sign.isspace()
