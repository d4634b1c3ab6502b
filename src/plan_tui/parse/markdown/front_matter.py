"""The head of a Markdown file between two rules: what it tells of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.model.paged_text import PagedText

_RULES = {"---": ("---", "..."), "+++": ("+++",)}
"""The line that opens it → the lines that may close it."""
_FIELD = re.compile(r"([^\s:=#-][^:=]*?)\s*[:=]\s*(.*)$")
_GOES_ON = re.compile(r"\s|-\s|#|\]|\}|$")
_TITLES = frozenset(("title", "題名", "標題", "タイトル", "文書名"))
_DATES = frozenset(("date", "dated", "日付", "年月日", "決定日", "閣議決定日"))


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the file says of its document; empty where it says nothing."""

    title: str = ""
    date: str = ""
    """As written, e.g. ``2026-06-13`` or ``令和８年６月13日``."""


def front_matter_end(lines: Sequence[str]) -> int:
    """Return how many lines the head takes, its two rules included; 0 if there is none.

    A rule above text is no head: each line between has to be a field, or to go on with one.
    """
    closing = _RULES.get(lines[0].rstrip(), ()) if lines else ()
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() in closing:
            return index + 1 if any(map(_FIELD.match, lines[1:index])) else 0
        if not (_FIELD.match(line) or _GOES_ON.match(line)):
            break
    return 0


def document_facts(text: PagedText) -> DocumentFacts:
    """Return the title and date that stand in the head of a Markdown text."""
    lines = text.texts
    fields: dict[str, str] = {}
    for line in lines[: front_matter_end(lines)]:
        if match := _FIELD.match(line):
            fields.setdefault(match[1].strip().casefold(), _value(match[2]))
    title = next((fields[name] for name in fields if name in _TITLES), "")
    return DocumentFacts(title, next((fields[name] for name in fields if name in _DATES), ""))


def _value(written: str) -> str:
    """Return a field's value without its quotation marks or the comment behind it."""
    written = written.strip()
    if written[:1] in ("'", '"') and written.find(written[0], 1) > 0:
        return written[1 : written.index(written[0], 1)].strip()
    return re.sub(r"\s+#.*$", "", written)
