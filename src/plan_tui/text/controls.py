r"""Makes characters visible that control a terminal or change how their neighbours are shown.

They are the control characters (C0, DEL, C1), those that steer the direction of writing, those
without width, the separators of lines and paragraphs other than the line feed, and lone
surrogates, which cannot be written at all. Variation selectors stay: they choose the shape of
Japanese characters.
"""

from __future__ import annotations

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_HIDDEN = late_pattern(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # all controls but tab and line feed
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # direction, no width, separators
    "\ud800-\udfff"  # surrogates
    "]"
)
_NOT_IN_XML = late_pattern("[\ufffe\uffff]")


def visible(text: str, *, tab: str = " ") -> str:
    r"""Return ``text`` with such characters as escapes: ``\x1b``, ``\u202e``.

    Line feeds stay. A tab becomes ``tab``: a blank, unless tabs part the columns of a table.
    """
    if _is_plain(text):
        return text
    return _HIDDEN.sub(_escape, text).replace("\t", tab)


def visible_in_xml(text: str) -> str:
    r"""Return ``text`` as `visible` does, with the noncharacters that XML forbids as escapes."""
    return _NOT_IN_XML.sub(_escape, visible(text))


def visible_in_json(text: str) -> str:
    r"""Return a JSON document with such characters as JSON escapes (``\u009b``).

    Its value is the same: JSON has such characters in strings alone.
    """
    if _is_plain(text):
        return text
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _is_plain(text: str) -> bool:
    """Tell quickly of a text of letters and signs alone, as most are, that nothing hides in it.

    Every character that is made visible is one of those that Python does not call printable.
    """
    return text.replace("\n", "").replace("\u3000", "").isprintable()


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
