"""What a Markdown file tells of its document: in its head between two rules, or as a cover does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plan_tui.model.paged_text import PagedText
from plan_tui.text.record import record

_RULES = {"---": ("---", "..."), "+++": ("+++",)}
"""The line that opens it → the lines that may close it."""
_FIELD = re.compile(r"([^\s:=#-][^:=]*?)\s*[:=]\s*(.*)$")
_GOES_ON = re.compile(r"\s|-\s|#|\]|\}|$")
_TITLES = frozenset(("title", "題名", "標題", "タイトル", "文書名"))
_DATES = frozenset(("date", "dated", "日付", "年月日", "決定日", "閣議決定日"))

_TOP = re.compile(r" {0,3}#[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*$")
_D = "[0-9０-９〇一二三四五六七八九十元]"
_DATED_LINE = re.compile(
    rf"[*_>（(〔［-]*((?:(?:令和|平成|昭和)?{_D}{{1,4}}年(?:[（(][^（()）]*[)）])?{_D}{{1,3}}月{_D}{{1,3}}日"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}))[^。、]{0,14}"
)
_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_DECIDED = re.compile(r"[（(〔［]((?:[^（()）]|[（(][^（()）]*[)）])*)[)）〕］]$")
"""What stands in brackets at a title's end."""
_DAY_START = re.compile(rf"(?<!{_D})(?<!令和|平成|昭和)(?:令和|平成|昭和)?{_D}")
_DONE = re.compile(
    r"(?:(?!から|より|まで)[^0-9０-９。、])*"
    r"(?:決定|策定|改[定訂]|制定|公表|作成|施行|議決|承認|変更)"
)
"""What is said of the day on which a document came to be, maybe with who did it."""
_COVER_LINES = 12
"""Lines that hold text, among which the date of a document stands."""


@record
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
    """Return the title and date of a Markdown text.

    They stand in its head; or else the title is the only heading of the first level, and the date
    a line of its own near it, or behind the title. In brackets there, alone or with who decided,
    it is no part of the title.
    """
    lines = text.texts
    end = front_matter_end(lines)
    fields: dict[str, str] = {}
    for line in lines[:end]:
        if match := _FIELD.match(line):
            fields.setdefault(match[1].strip().casefold(), _value(match[2]))
    title = next((fields[name] for name in fields if name in _TITLES), "")
    date = next((fields[name] for name in fields if name in _DATES), "")
    heading = _only_heading(lines[end:])
    date = date or _dated_line(lines[end:]) or _date_behind(heading)
    return DocumentFacts(title or _without_decision(heading), date)


def _only_heading(lines: Sequence[str]) -> str:
    """Return the heading of the first level, if there is one and no other."""
    headings = [match[1] for line in lines if (match := _TOP.match(line))]
    headings += [
        above.strip() for above, line in pairwise(lines) if above.strip() and _UNDERLINE.match(line)
    ]
    return headings[0].strip("*_ 　") if len(headings) == 1 else ""


def _dated_line(lines: Sequence[str]) -> str:
    """Return the date of the first line near the top that is a date, maybe with who decided."""
    solid = ["".join(line.split()) for line in lines if line.strip()]
    dates = (_DATED_LINE.fullmatch(line) for line in solid[:_COVER_LINES])
    return next((_BRACKETED.sub("", date[1]) for date in dates if date), "")


def _date_behind(title: str) -> str:
    """Return the day that a title ends with, in brackets or not; empty if none."""
    bracketed = _DECIDED.search(title)
    words = bracketed[1] if bracketed else title
    days = ("".join(words[start.start() :].split()) for start in _DAY_START.finditer(words))
    return next((date for day in days if (date := _day_alone(day))), "")


def _day_alone(words: str) -> str:
    """Return the day if words are nothing else, but for who decided what; empty if not."""
    date = _DATED_LINE.fullmatch(words)
    rest = words[date.end(1) :] if date else ""
    is_alone = not rest or _DONE.fullmatch(rest)
    return _BRACKETED.sub("", date[1]) if date and is_alone else ""


def _without_decision(title: str) -> str:
    """Return a title without the brackets behind it that say what was done on a day."""
    bracketed = _DECIDED.search(title)
    words = "".join(bracketed[1].split()) if bracketed else ""
    is_decision = _day_alone(words) and not words[-1].isdigit() and words[-1] != "日"
    return title[: bracketed.start()].rstrip() if bracketed and is_decision else title


def _value(written: str) -> str:
    """Return a field's value without its quotation marks or the comment behind it."""
    written = written.strip()
    if written[:1] in ("'", '"') and written.find(written[0], 1) > 0:
        return written[1 : written.index(written[0], 1)].strip()
    return re.sub(r"\s+#.*$", "", written)
