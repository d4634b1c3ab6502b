"""A strict reader of the YAML at the head of a Markdown document, as far as it is flat.

It knows what YAML 1.2 says of texts in double quotes, of whole numbers, and of lists of texts; of
anything else it raises `ValueError`, so that nothing is understood by luck.
"""

from __future__ import annotations

import re

Head = dict[str, str | int | list[str]]
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "t": "\t", "0": "\0", "a": "\a", "r": "\r"}
_DIGITS = {"x": 2, "u": 4, "U": 8}
_NAME = re.compile(r"[a-z][a-z_]*")
_NOT_PRINTABLE = re.compile(
    "[^\x09\x0a\x0d\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029\ufeff]"
)


def head_and_rest(document: str) -> tuple[Head, str]:
    """Return the fields of a document's head, and the document below it."""
    if not document.startswith("---\n"):
        raise ValueError("no head")
    head, rule, rest = document[4:].partition("\n---\n")
    if not rule or not rest.startswith("\n"):
        raise ValueError("the head does not end")
    return fields(head), rest[1:]


def fields(head: str) -> Head:
    """Return the fields of a head, without its rules."""
    if _NOT_PRINTABLE.search(head):
        raise ValueError("a character that YAML does not allow")
    read: Head = {}
    last = ""
    for line in head.split("\n"):
        if line.startswith("  - "):
            items = read[last]
            if not isinstance(items, list):
                raise ValueError(line)
            items.append(text(line[4:]))
            continue
        last, _, value = line.partition(":")
        if not _NAME.fullmatch(last) or last in read:
            raise ValueError(line)
        if value in ("", " []"):
            read[last] = []
        elif value[1:].isascii() and value[1:].isdigit():
            read[last] = int(value)
        else:
            read[last] = text(value.removeprefix(" "))
    return read


def text(scalar: str) -> str:
    """Return what a scalar in double quotes says."""
    if len(scalar) < 2 or scalar[0] != '"' or scalar[-1] != '"':
        raise ValueError(scalar)
    read, place, end = "", 1, len(scalar) - 1
    while place < end:
        character = scalar[place]
        place += 1
        if character == '"':
            raise ValueError(scalar)
        if character == "\\":
            sign = scalar[place]
            place += 1
            if sign in _DIGITS:
                digits = scalar[place : place + _DIGITS[sign]]
                if place + _DIGITS[sign] > end or 0xD800 <= int(digits, 16) < 0xE000:
                    raise ValueError(scalar)
                character = chr(int(digits, 16))
                place += _DIGITS[sign]
            else:
                character = _ESCAPES[sign]
        read += character
    if place != end:
        raise ValueError(scalar)
    return read
