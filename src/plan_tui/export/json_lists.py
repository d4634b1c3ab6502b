"""Writes a view's objects as a JSON list."""

from __future__ import annotations

from plan_tui.text.controls import visible_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from plan_tui.export.formats import Attributed
    from plan_tui.views.view import Paint, Record, View

_INFINITE = float("inf")


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as a JSON list, which may be empty."""
    return dump(view.records())


def dump(records: Iterable[Record]) -> str:
    """Return the records as a JSON list, one record a line, with Japanese as it is.

    Of other characters, those that a terminal would obey are escaped.
    """
    body = ",\n ".join(map(_object, records))
    return visible_in_json(f"[{body}]\n")


def _object(record: Mapping[str, object]) -> str:
    """Return an object as `json` writes it, which takes a short command long to load.

    All else than texts, numbers, truth values and lists of them is left to `json`.
    """
    members = (f"{_text(name)}: {_value(value)}" for name, value in record.items())
    return f"{{{', '.join(members)}}}"


def _value(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return int.__repr__(value)
    if isinstance(value, float) and abs(value) < _INFINITE:
        return float.__repr__(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict) and all(type(name) is str for name in value):
        return _object(value)
    import json

    return json.dumps(value, ensure_ascii=False)


def _text(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f'"{text.translate(_ESCAPES)}"'


_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x20)} | {
    **{ord(sign): f"\\{letter}" for sign, letter in zip("\b\f\n\r\t", "bfnrt", strict=True)},
    **{ord(sign): f"\\{sign}" for sign in '"\\'},
}
"""The characters that stand in no text of JSON as they are."""
