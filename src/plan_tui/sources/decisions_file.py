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

from collections.abc import Iterable, Mapping
from pathlib import Path

from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import DecidedPlace, Decision, Pair
from plan_tui.sources.crosswalk_file import NO_MENTION
from plan_tui.sources.toml_entries import toml_text
from plan_tui.sources.toml_fields import is_ordinal
from plan_tui.sources.toml_tables import TomlFile, toml_file_text
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced

NO_BLOCK = "part"
"""Behind the ``#`` of a part that is no block."""
_UNCOUNTED = (NO_BLOCK, "title", "kpi")
_FIELDS = {"places", "headings", "mention", "apart"}
_FAULT = Phrase("{number}番目のpair：{fault}", "pair {number}: {fault}")
_NOT_PAIRS = Phrase(
    "[[pair]]の表だけを並べてください（{name}は読めません）",
    "write [[pair]] tables alone, not {name}",
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
_NO_TRUTH = Phrase("apartに書けるもの：true、false", "apart is true or false")
_TWICE = Phrase(
    "{number}番目のpairと同じ2つの見出しです", "names the same two sections as pair {number}"
)


class _FaultError(Exception):
    """An entry is wrong; its arguments say how, and in which field."""


def decisions_in(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file, in its order; none if there is no such file.

    Raises:
        DataError: the file cannot be read, or an entry is at fault.

    """
    text = toml_file_text(path)
    return () if text is None else read_decisions(text, path)


def read_decisions(text: str, path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a text, in its order; ``path`` is where it stands.

    Raises:
        DataError: it is not TOML, or an entry is at fault.

    """
    file = TomlFile(path, text)
    for name in file.values:
        if name != "pair":
            file.fault((name,), _NOT_PAIRS.of(name=name))
    entries = file.values.get("pair", [])
    if not isinstance(entries, list):
        file.fault(("pair",), _NOT_PAIRS.of(name="pair"))
        entries = []
    numbers: dict[Pair, int] = {}
    decisions = []
    for number, entry in enumerate(entries, 1):
        try:
            decision = _decision(entry)
            if decision.pair in numbers:
                raise _FaultError(_TWICE.of(number=numbers[decision.pair]), "places")
        except _FaultError as error:
            fault, field = error.args
            file.fault(("pair", number - 1, field), _FAULT.of(number=number, fault=fault))
            continue
        numbers[decision.pair] = number
        decisions.append(decision)
    file.refuse()
    return tuple(decisions)


def _decision(entry: object) -> Decision:
    if not isinstance(entry, dict):
        raise _FaultError(_NO_PLACES, "")
    for name in entry:
        if name not in _FIELDS:
            raise _FaultError(_UNKNOWN_FIELD.of(name=name), name)
    first, second = _places(entry)
    mention = entry.get("mention")
    if mention is not None and mention not in (first.key, second.key):
        raise _FaultError(NO_MENTION, "mention")
    first, second = (
        replaced(place, extent=Extent.MENTION) if place.key == mention else place
        for place in (first, second)
    )
    apart = entry.get("apart", False)
    if not isinstance(apart, bool):
        raise _FaultError(_NO_TRUTH, "apart")
    return Decision(first, second, apart)


def _places(entry: Mapping[str, object]) -> tuple[DecidedPlace, DecidedPlace]:
    written = _two(entry, "places", _NO_PLACES)
    headings = _two(entry, "headings", _NO_HEADINGS) if "headings" in entry else ("", "")
    first, second = (_place(*each) for each in zip(written, headings, strict=True))
    if first.key == second.key:
        raise _FaultError(_NO_PLACES, "places")
    return first, second


def _two(entry: Mapping[str, object], field: str, fault: Phrase) -> tuple[str, str]:
    value = entry.get(field)
    if not isinstance(value, list) or len(value) != 2:
        raise _FaultError(fault, field)
    first, second = value
    if not isinstance(first, str) or not isinstance(second, str):
        raise _FaultError(fault, field)
    return first, second


def _place(written: str, heading: str) -> DecidedPlace:
    key, mark, part = written.partition("#")
    if not key.strip() or (mark and not (is_ordinal(part) or part in _UNCOUNTED)):
        raise _FaultError(_NO_PLACES, "places")
    extent = Extent.PART if mark else Extent.WHOLE
    return DecidedPlace(key, heading, extent, int(part) if is_ordinal(part) else None)


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
