"""Text that a spreadsheet is to keep as it is: no formula, number, date or time is made of it.

A table without types (CSV, TSV) is read by guessing. Spreadsheets then run what begins as a
formula, and turn a key (``2021:1``) into a time, a measure's number (``1-8``) into a date, a label
(``（１）``) into a negative number. An apostrophe before it, their own sign of text, keeps it.
"""

from __future__ import annotations

import re
from datetime import date

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that is run; spreadsheets of Japanese take the full-width signs as well."""
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_NUMBER_LIKE = re.compile(
    r"(?:[mtshr](?=[0-9]+[./-]))?"  # an era by its letter
    r"(?:[0-9\s.,:;/%()¥￥$€£~'+-]|年|月|日|時|分|秒|令和|平成|昭和|大正|明治|(?<=[0-9.])e(?=[0-9+-])"
    rf"|[ap]m|(?:{_MONTHS})[a-z]*)+",
    re.IGNORECASE,
)
"""All that a number, a date or a time can be written with."""
_NO_NUMBER = re.compile(r"\.\.|[0-9]+:[0-9]+(?:\.[0-9]+){2,}")
"""What looks like one and is none: an interval, and a key of three and more numbers."""
_AS_ASCII = {**{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}, 0x3000: 0x20}
_AS_ASCII |= dict.fromkeys(map(ord, "−‐‑–—―"), ord("-"))
"""Full-width forms and dashes, which spreadsheets of Japanese read as they read ASCII."""
_PLAIN = re.compile(r"0|[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,9})\.[0-9]{0,5}[1-9]")
"""Numbers that a spreadsheet shows as they are written."""
_DIGIT = re.compile(r"[0-9]")
_WRITTEN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


def guarded(text: str) -> str:
    """Return text with an apostrophe before it if a spreadsheet would make something else of it.

    Plain numbers and ISO dates stay numbers and dates.
    """
    return f"'{text}" if _FORMULA.match(text) or _is_taken_for_number(text) else text


def _is_taken_for_number(text: str) -> bool:
    if _PLAIN.fullmatch(text) or day(text):
        return False
    plain = text.translate(_AS_ASCII).strip()
    if _NO_NUMBER.search(plain) or not _DIGIT.search(plain):
        return False
    return bool(_NUMBER_LIKE.fullmatch(plain))


def day(text: str) -> date | None:
    """Return the day that an ISO date names, and nothing else does."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def guarded_table(table: str) -> str:
    """Return a table of tabs, each of its cells `guarded` but numbers as programs write them."""
    lines = ("\t".join(map(_cell, line.split("\t"))) for line in table.split("\n"))
    return "\n".join(lines)


def _cell(text: str) -> str:
    return text if _WRITTEN_NUMBER.fullmatch(text) else guarded(text)
