r"""The door through which text leaves: for a terminal, a pipe, a file, the clipboard or a screen.

Whatever comes from data or arguments goes through one of these functions, by where it goes. They
show what controls a terminal, changes how its neighbours are shown, or is not seen at all: control
characters (C0, DEL, C1), those that steer the direction of writing, those without width, the
separators of lines and paragraphs other than the line feed, the marks of notes between lines, tags,
and lone surrogates, which cannot be written at all. Variation selectors stay: they choose the shape
of Japanese characters.
"""

from __future__ import annotations

from functools import cache

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_RANGES = (
    (0x00, 0x08),
    (0x0B, 0x1F),  # all controls but tab and line feed
    (0x7F, 0x9F),
    (0x061C, 0x061C),  # direction of writing
    (0x180E, 0x180E),  # no width
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0xD800, 0xDFFF),  # surrogates
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),  # notes between lines
    (0xE0000, 0xE007F),  # tags
)
_HIDDEN = late_pattern("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
_NOT_IN_XML = late_pattern("[\ufffe\uffff]")
_SIGN, _PICTURES, _PICTURE_OF_DEL = "\u2426", 0x2400, "\u2421"
"""``␦``, for what has no picture of its own, and the block of ``␛``; all take one column."""
_SPACES = "\t\n"
"""Are blanks within a line of a screen."""


def visible(text: str, *, tab: str = " ") -> str:
    r"""Return ``text`` for a terminal or a file of text: ``\x1b``, ``\u202e``.

    Line feeds stay. A tab becomes ``tab``: a blank, unless tabs part the columns of a table.
    """
    if _is_plain(text):
        return text
    return _HIDDEN.sub(_escape, text).replace("\t", tab)


def visible_in_a_line(text: str) -> str:
    """Return ``text`` as `visible` does, on one line: line feeds are blanks."""
    return visible(text).replace("\n", " ")


def visible_in_xml(text: str) -> str:
    r"""Return ``text`` as `visible` does, with the noncharacters that XML forbids as escapes."""
    return _NOT_IN_XML.sub(_escape, visible(text))


def visible_in_json(text: str) -> str:
    r"""Return a JSON document with such characters as JSON escapes (``\u009b``).

    Its value is the same: JSON has such characters in strings alone.
    """
    if _is_plain(text):
        return text
    return _HIDDEN.sub(_json_escape, text)


def visible_on_screen(text: str) -> str:
    """Return ``text`` with a sign for each such character: ``␛``, and ``␦`` for most.

    It has as many characters as before, so that places in it stay, and each takes a column.
    """
    return text if text.isprintable() else text.translate(_signs())


def _is_plain(text: str) -> bool:
    """Tell quickly of a text of letters and signs alone, as most are, that nothing hides in it.

    Every character that is made visible is one of those that Python does not call printable.
    """
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def _signs() -> dict[int, str]:
    """Return the code of each character that is not shown on a screen, with its sign."""
    signs = dict.fromkeys(map(ord, _SPACES), " ")
    for first, last in _RANGES:
        for code in range(first, last + 1):
            signs[code] = chr(_PICTURES + code) if code < 0x20 else _SIGN
    signs[0x7F] = _PICTURE_OF_DEL
    return signs
