"""The words of a query: free words, and filters such as ``edition:2025`` or ``-kpi:unset``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from plan_tui.errors import UsageError
from plan_tui.model.enums import KpiStatus, SectionKind, SectionTrait
from plan_tui.query.due import explained, parse_due
from plan_tui.text.language import Phrase

_UNKNOWN = Phrase("絞り込み{name!r}はない。使えるのは{known}",
                  "unknown filter {name!r}; the filters are {known}")  # fmt: skip
_NO_VALUE = Phrase("絞り込み{name}:に値がない。{hint}", "filter {name}: has no value; {hint}")
_IMPOSSIBLE = Phrase(
    "{name}:{value}は指定できない。{hint}", "{name}:{value} is not possible; {hint}"
)
_CHOOSE = Phrase("選べるのは{known}", "choose from {known}")


@dataclass(frozen=True, slots=True)
class Filter:
    """One condition on a section."""

    name: str
    """``edition``, ``document``, ``kind``, ``chapter``, ``kpi``, ``due``, ``has`` or ``under``."""
    values: tuple[str, ...]
    """As normalised; one of them must hold."""
    negated: bool = False
    """True if none of the values may hold."""

    def __str__(self) -> str:
        return f"{'-' if self.negated else ''}{self.name}:{'|'.join(self.values)}"


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart."""

    raw: str
    """As typed."""
    words: tuple[str, ...]
    """Free words in the order typed; a quoted phrase is one."""
    without: tuple[str, ...]
    """Free words that no hit may hold (typed with a leading ``-``)."""
    filters: tuple[Filter, ...]

    @property
    def text(self) -> str:
        """The free words as one string; empty if there are only filters."""
        return " ".join(self.words)

    def named(self, name: str) -> tuple[Filter, ...]:
        """Return the filters of one name."""
        return tuple(f for f in self.filters if f.name == name)

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What those filters mean whose meaning is not plain."""
        dues = (value for one in self.named("due") for value in one.values)
        return tuple(note for due in dues for note in explained(due))


_PIECE = re.compile(
    r"""(?P<minus>-?)(?:(?P<name>[^\s:"]+?):(?!//))?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))?"""
)
_JAPANESE = {
    "版": "edition", "文書": "document", "種類": "kind", "章": "chapter", "期限": "due",
    "含む": "has", "配下": "under",
}  # fmt: skip
_NAME = re.compile(r"[A-Za-z]+|" + "|".join(_JAPANESE))
# What an input method types for the ASCII that the grammar uses.
_TYPED = str.maketrans("：－−“”＂　", ':--"""' + " ")


def parse_query(text: str) -> Query:
    """Take a query apart.

    Filters are ``name:value`` with several values parted by ``|`` or ``,``; a leading ``-``
    negates a filter or a word; full-width signs are understood. ``http://`` is no filter.

    Raises:
        UsageError: a filter has an unknown name or value; the message names it and what is
            possible.

    """
    words: list[str] = []
    without: list[str] = []
    filters: list[Filter] = []
    plain = text.translate(_TYPED)
    place = 0
    while place < len(plain):
        if plain[place].isspace():
            place += 1
            continue
        found = _PIECE.match(plain, place)
        assert found is not None  # every part of the pattern may be empty
        place = max(found.end(), place + 1)
        name, quoted, bare = found["name"], found["quoted"], found["bare"] or ""
        if name is not None and _NAME.fullmatch(unicodedata.normalize("NFKC", name)):
            filters.append(_filter(name, bare if quoted is None else quoted, bool(found["minus"])))
            continue
        word = quoted if quoted is not None else f"{name}:{bare}" if name is not None else bare
        if word.strip():
            (without if found["minus"] else words).append(word.strip())
        elif not word and found["minus"]:
            words.append("-")
    return Query(text, tuple(words), tuple(without), tuple(filters))


def _filter(typed: str, value: str, negated: bool) -> Filter:
    name = unicodedata.normalize("NFKC", typed).lower()
    name = _JAPANESE.get(name, name)
    check = _VALUES.get(name)
    if check is None:
        known = ", ".join(f"{known}:" for known in _VALUES)
        raise UsageError(_UNKNOWN.of(name=typed, known=known))
    plain = unicodedata.normalize("NFKC", value)
    values = tuple(part.strip() for part in re.split(r"[|,]", plain) if part.strip())
    if not values:
        raise UsageError(_NO_VALUE.of(name=name, hint=_HINTS[name]))
    return Filter(name, tuple(check(name, part) for part in values), negated)


def _impossible(name: str, value: str) -> UsageError:
    return UsageError(_IMPOSSIBLE.of(name=name, value=value, hint=_HINTS[name]))


def _one_of(*allowed: str) -> Callable[[str, str], str]:
    def check(name: str, value: str) -> str:
        if value.lower() not in allowed:
            raise _impossible(name, value)
        return value.lower()

    return check


def _plain(_name: str, value: str) -> str:
    return value


def _due(_name: str, value: str) -> str:
    parse_due(value)
    return value


def _edition(name: str, value: str) -> str:
    found = re.fullmatch(r"(\d{4}(?:-\d{2})?)年?版?", value)
    if not found:
        raise _impossible(name, value)
    return found.group(1)


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def _chapter(name: str, value: str) -> str:
    number = value.upper()
    if number.isdigit() and 1 <= int(number) <= len(_ROMAN):
        return _ROMAN[int(number) - 1]
    if number in _ROMAN:
        return number
    raise _impossible(name, value)


_VALUES: dict[str, Callable[[str, str], str]] = {
    "edition": _edition,
    "document": _plain,
    "kind": _one_of(*SectionKind),
    "chapter": _chapter,
    "kpi": _one_of(*KpiStatus),
    "due": _due,
    "has": _one_of(*SectionTrait),
    "under": _plain,
}
_HINTS = {
    "edition": Phrase("年を書く。例：edition:2025", "name a year, e.g. edition:2025"),
    "document": Phrase(
        "文書を書く。例：document:plan-2021", "name a document, e.g. document:plan-2021"
    ),
    "kind": _CHOOSE.of(known=", ".join(SectionKind)),
    "chapter": Phrase("IからIXまでの章を書く", "name a chapter, I to IX"),
    "kpi": _CHOOSE.of(known=", ".join(KpiStatus)),
    "due": Phrase(
        "例：due:2025、due:<=2025-03、due:2024..2026",
        "e.g. due:2025, due:<=2025-03, due:2024..2026",
    ),
    "has": _CHOOSE.of(known=", ".join(SectionTrait)),
    "under": Phrase(
        "見出しのキーを書く。例：under:2021:2.1", "name a section's key, e.g. under:2021:2.1"
    ),
}
