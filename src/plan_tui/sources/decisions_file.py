"""A reader's own crosswalk: what was decided of suggestions, a TOML file beside the database.

Its entries are pairs of the project's crosswalk, which here need no topic::

    [[pair]]
    places = ["2021:M1-8", "2026:3.1#2"]        # a section, or one of its blocks; #part for
    headings = ["図書館の夜間開館", "夜間の開館"]  # passages that nobody counted

    [[pair]]
    places = ["2021:M1-9", "2026:3.4"]
    mention = "2026:3.4"                        # it only mentions the matter

    [[pair]]
    places = ["2021:M1-9", "2026:3.5"]
    apart = true                                # they do not belong together

The headings are those that the reader saw: a key that names another heading later is told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import DecidedPlace, Decision, Pair
from plan_tui.sources.toml_entries import toml_text
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced

NO_BLOCK = "part"
"""Behind the ``#`` of a part that is no block."""
_UNCOUNTED = (NO_BLOCK, "title", "kpi")
_FIELDS = {"places", "headings", "mention", "apart"}
_UNREADABLE = Phrase("{path}：読めません（{reason}）", "{path}: cannot be read ({reason})")
_NOT_TOML = Phrase("{path}：TOMLとして読めません：{error}", "{path}: not TOML: {error}")
_FAULT = Phrase("{path}：{number}番目のpair：{fault}", "{path}: pair {number}: {fault}")
_NOT_PAIRS = Phrase(
    "{path}：[[pair]]の表だけを並べてください（{name}は読めません）",
    "{path}: write only [[pair]] tables, not {name}",
)
_UNKNOWN_FIELD = Phrase(
    "{name}という項目はありません（使えるもの：places、headings、mention、apart）",
    "{name} is none of places, headings, mention and apart",
)
_NO_PLACES = Phrase(
    "placesには2つの見出しのキーを並べてください", "places must be the keys of two sections"
)
_NO_HEADINGS = Phrase(
    "headingsにはその2つの見出しを並べてください",
    "headings must be the two headings, in the same order",
)
_NO_MENTION = Phrase(
    "mentionにはその2つのどちらかのキーを書いてください",
    "mention must be the key of one of the two",
)
_NO_TRUTH = Phrase("apartに書けるもの：true、false", "apart is true or false")
_TWICE = Phrase(
    "{number}番目のpairと同じ2つの見出しです", "names the same two sections as pair {number}"
)


class _FaultError(Exception):
    """An entry is wrong; its argument says how."""


def decisions_in(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file, in its order; none if there is no such file.

    Raises:
        DataError: the file cannot be read, or an entry is at fault.

    """
    text = decisions_text(path)
    return () if text is None else read_decisions(text, path)


def decisions_text(path: Path) -> str | None:
    """Return the text of a file; None if there is no such file.

    Raises:
        DataError: the file cannot be read.

    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(_UNREADABLE.of(path=path, reason=reason)) from error


def read_decisions(text: str, path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a text, in its order; ``path`` is where it stands.

    Raises:
        DataError: it is not TOML, or an entry is at fault.

    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(_NOT_TOML.of(path=path, error=error)) from error
    entries = data.pop("pair", [])
    if data or not isinstance(entries, list):
        raise DataError(_NOT_PAIRS.of(path=path, name=sorted(data)[0] if data else "pair"))
    numbers: dict[Pair, int] = {}
    decisions = []
    for number, entry in enumerate(entries, 1):
        try:
            decision = _decision(entry)
            if decision.pair in numbers:
                raise _FaultError(_TWICE.of(number=numbers[decision.pair]))
        except _FaultError as error:
            fault = error.args[0]
            raise DataError(_FAULT.of(path=path, number=number, fault=fault)) from error
        numbers[decision.pair] = number
        decisions.append(decision)
    return tuple(decisions)


def _decision(entry: object) -> Decision:
    if not isinstance(entry, dict):
        raise _FaultError(_NO_PLACES)
    for name in entry:
        if name not in _FIELDS:
            raise _FaultError(_UNKNOWN_FIELD.of(name=name))
    first, second = _places(entry)
    mention = entry.get("mention")
    if mention is not None and mention not in (first.key, second.key):
        raise _FaultError(_NO_MENTION)
    first, second = (
        replaced(place, extent=Extent.MENTION) if place.key == mention else place
        for place in (first, second)
    )
    apart = entry.get("apart", False)
    if not isinstance(apart, bool):
        raise _FaultError(_NO_TRUTH)
    return Decision(first, second, apart)


def _places(entry: Mapping[str, Any]) -> tuple[DecidedPlace, DecidedPlace]:
    written = _two(entry.get("places"), _NO_PLACES)
    headings = _two(entry["headings"], _NO_HEADINGS) if "headings" in entry else ("", "")
    first, second = (_place(*each) for each in zip(written, headings, strict=True))
    if first.key == second.key:
        raise _FaultError(_NO_PLACES)
    return first, second


def _two(value: object, fault: Phrase) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise _FaultError(fault)
    first, second = value
    if not isinstance(first, str) or not isinstance(second, str):
        raise _FaultError(fault)
    return first, second


def _place(written: str, heading: str) -> DecidedPlace:
    key, mark, part = written.partition("#")
    if not key or (mark and not (_is_ordinal(part) or part in _UNCOUNTED)):
        raise _FaultError(_NO_PLACES)
    extent = Extent.PART if mark else Extent.WHOLE
    return DecidedPlace(key, heading, extent, int(part) if _is_ordinal(part) else None)


def _is_ordinal(part: str) -> bool:
    return part.isascii() and part.isdecimal() and int(part) > 0


def decision_entry(decision: Decision) -> str:
    """Return a decision as it stands in a file."""
    ends = (decision.first, decision.second)
    lines = ["[[pair]]", f"places = {_list(written_place(end) for end in ends)}"]
    if any(end.heading for end in ends):
        lines.append(f"headings = {_list(end.heading for end in ends)}")
    lines += [f"mention = {toml_text(e.key)}" for e in ends if e.extent is Extent.MENTION]
    if decision.apart:
        lines.append("apart = true")
    return "\n".join(lines) + "\n"


def written_place(place: DecidedPlace) -> str:
    """Return a place as a crosswalk names it: ``2021:M1-8``, ``2021:2.1#3``."""
    if place.block is not None:
        return f"{place.key}#{place.block}"
    return f"{place.key}#{NO_BLOCK}" if place.extent is Extent.PART else place.key


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(map(toml_text, values))}]"
