"""Values as YAML, for programs that are set up by it.

Every text is quoted as JSON quotes it, which YAML reads alike, so that no word becomes a date, a
number or a truth; a text of several lines is a block, as people write it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

Yaml = str | int | bool | Sequence["Yaml"] | Mapping[str, "Yaml"]
_PLAIN_KEY = re.compile(r"[a-z][a-z0-9_]+")
_NO_KEYS = frozenset(("yes", "no", "on", "off", "true", "false", "null"))
"""Words that some readers of YAML take for truths."""
_STEP = "  "


def yaml_text(value: Mapping[str, Yaml]) -> str:
    """Return an object as a YAML document; keys stand in their order."""
    return "".join(f"{line.rstrip()}\n" for line in _of_object(value))


def _of_object(value: Mapping[str, Yaml]) -> Iterator[str]:
    for key, item in value.items():
        name = key if _PLAIN_KEY.fullmatch(key) and key not in _NO_KEYS else json.dumps(key)
        yield from _entry(f"{name}:", item)


def _entry(head: str, value: Yaml) -> Iterator[str]:
    """Yield the lines of an item behind its key or dash."""
    if isinstance(value, str):
        block = "\n" in value and not value.startswith((" ", "\n")) and not value.endswith("\n")
        yield f"{head} |-" if block else f"{head} {json.dumps(value, ensure_ascii=False)}"
        yield from (f"{_STEP}{line}" for line in value.split("\n") if block)
    elif isinstance(value, Mapping):
        yield head if value else f"{head} {{}}"
        yield from (f"{_STEP}{line}" for line in _of_object(value))
    elif isinstance(value, Sequence):
        yield head if value else f"{head} []"
        yield from (f"{_STEP}{line}" for item in value for line in _entry("-", item))
    else:
        yield f"{head} {json.dumps(value)}"
