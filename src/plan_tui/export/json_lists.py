"""Writes a view's objects as a JSON list."""

from __future__ import annotations

from plan_tui.text.controls import visible_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from plan_tui.model.outline_records import Attributed
    from plan_tui.views.view import Paint, Record, View

_INFINITE = float("inf")


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return a view as a JSON list, which may be empty."""
    return dump(view.records())


def dump(records: Iterable[Record]) -> str:
    """Return the records as a JSON list, one record a line, with Japanese as it is.

    Of other characters, those that a terminal would obey are escaped.
    """
    body = ",\n ".join(_objects(list(records)))
    return visible_in_json(f"[{body}]\n")


def _objects(records: Sequence[Record]) -> Iterable[str]:
    """Return objects as `_object` does; of those that have the same members, member by member."""
    forms = set(map(tuple, records))
    if len(forms) != 1 or () in forms:
        return map(_object, records)
    (names,) = forms
    columns = [_column([record[name] for record in records]) for name in names]
    return map(_FORMATS[names].__mod__, zip(*columns, strict=True))


def _column(values: Sequence[Any]) -> list[str]:
    kinds = set(map(type, values))
    if all(issubclass(kind, str) for kind in kinds) and _is_plain("".join(values)):
        return [f'"{text}"' for text in values]
    return [_WRITERS[type(value)](value) for value in values]


def _object(record: Mapping[str, object]) -> str:
    """Return an object as `json` writes it, which takes a short command long to load."""
    values = tuple([_WRITERS[type(value)](value) for value in record.values()])
    return _FORMATS[tuple(record)] % values


class _Formats(dict[tuple[str, ...], str]):
    """Names of an object's members → what the object is written as, with a place for each value.

    Most objects of a list have the same.
    """

    def __missing__(self, names: tuple[str, ...]) -> str:
        members = [_text(name).replace("%", "%%") + ": %s" for name in names]
        form = self[names] = f"{{{', '.join(members)}}}"
        return form


class _Writers(dict[type, "Callable[[Any], str]"]):
    """Type of a value → what writes it: all but texts, numbers and the like is left to `json`."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        write = self[kind] = next((way for base, way in _WAYS if issubclass(kind, base)), _other)
        return write


def _float(value: float) -> str:
    return float.__repr__(value) if abs(value) < _INFINITE else _other(value)


def _list(values: Iterable[object]) -> str:
    return f"[{', '.join([_WRITERS[type(value)](value) for value in values])}]"


def _dict(value: Mapping[Any, object]) -> str:
    return _object(value) if all(type(name) is str for name in value) else _other(value)


def _other(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _text(text: str) -> str:
    return f'"{text}"' if _is_plain(text) else f'"{text.translate(_ESCAPES)}"'


def _is_plain(text: str) -> bool:
    """Tell quickly of most texts that stand in JSON as they are."""
    return text.isprintable() and '"' not in text and "\\" not in text


_ESCAPES = {code: f"\\u{code:04x}" for code in range(0x20)} | {
    **{ord(sign): f"\\{letter}" for sign, letter in zip("\b\f\n\r\t", "bfnrt", strict=True)},
    **{ord(sign): f"\\{sign}" for sign in '"\\'},
}
"""The characters that stand in no text of JSON as they are."""
_WAYS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (type(None), lambda _: "null"),
    (str, _text),
    (bool, lambda value: "true" if value else "false"),
    (int, int.__repr__),
    (float, _float),
    (list, _list),
    (tuple, _list),
    (dict, _dict),
)
_WRITERS, _FORMATS = _Writers(), _Formats()
