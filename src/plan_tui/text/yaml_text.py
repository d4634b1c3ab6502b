"""Values as YAML, for programs that are set up by it.

Texts stand in double quotes, where YAML takes every character for itself, so that no word becomes
a date, a number or a truth; a text of several lines is a block, as people write it, if none of its
characters must be escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

Yaml = str | int | bool | Sequence["Yaml"] | Mapping[str, "Yaml"]
_PLAIN_KEY = late_pattern(r"[a-z][a-z0-9_]+")
_NO_KEYS = frozenset(("yes", "no", "on", "off", "true", "false", "null"))
"""Words that some readers of YAML take for truths."""
_STEP = "  "
_UNSEEN = (
    "\x00-\x1f\x7f-\x9f"  # controls, line ends among them
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # not seen, or other line ends
    "\ud800-\udfff\ufffe\uffff"  # no characters
)
_NOT_IN_BLOCKS = late_pattern(f"[{_UNSEEN}]")
_ESCAPED = late_pattern(f'["\\\\{_UNSEEN}]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_NO_CHARACTER = "\\ufffd"


def yaml_text(value: Mapping[str, Yaml]) -> str:
    """Return an object as a YAML document; keys stand in their order."""
    return "".join(f"{line.rstrip()}\n" for line in _of_object(value))


def _of_object(value: Mapping[str, Yaml]) -> Iterator[str]:
    for key, item in value.items():
        name = key if _PLAIN_KEY.fullmatch(key) and key not in _NO_KEYS else quoted(key)
        yield from _entry(f"{name}:", item)


def _entry(head: str, value: Yaml) -> Iterator[str]:
    """Yield the lines of an item behind its key or dash."""
    if isinstance(value, str):
        lines = value.split("\n") if _is_block(value) else []
        yield f"{head} |-" if lines else f"{head} {quoted(value)}"
        yield from (f"{_STEP}{line}" for line in lines)
    elif isinstance(value, Mapping):
        yield head if value else f"{head} {{}}"
        yield from (f"{_STEP}{line}" for line in _of_object(value))
    elif isinstance(value, Sequence):
        yield head if value else f"{head} []"
        yield from (f"{_STEP}{line}" for item in value for line in _entry("-", item))
    else:
        import json

        yield f"{head} {json.dumps(value)}"


def _is_block(text: str) -> bool:
    """Return whether a text can stand as a block, in which nothing is escaped."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and all((lines[0], lines[-1]))
        and not lines[0].startswith(" ")
        and not any(line != line.rstrip() or _NOT_IN_BLOCKS.search(line) for line in lines)
    )


def quoted(text: str) -> str:
    """Return a text as a YAML scalar in double quotes, on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character, code = match[0], ord(match[0])
    if character in _SHORT:
        return _SHORT[character]
    if 0xD800 <= code < 0xE000:
        return _NO_CHARACTER
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
