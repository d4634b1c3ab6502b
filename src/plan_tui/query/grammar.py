"""The words of a query: free words, and filters such as ``edition:2025`` or ``-kpi:unset``.

An input method gives other signs in place of ASCII ones: ``ー`` or ``−`` for the minus key, ``、``
for the comma, ``：`` for the colon. Inside a word ``ー`` is the long-vowel mark and stays.
"""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.text.characters import HYPHENS, nfkc
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.query.filter_spec import FilterSpec

_NO_VALUE = Phrase("絞り込み{name}:に値がありません。{hint}", "filter {name}: has no value; {hint}")
_IMPOSSIBLE = Phrase(
    "{name}:{value}は指定できません。{hint}", "{name}:{value} is not possible; {hint}"
)
_TOO_LONG = Phrase(
    "検索の文が{length}字あります。{most}字までに縮めてください",
    "the query has {length} {length:character|characters}; shorten it to {most} at most",
)
COLONS = "：﹕︓∶"
DASHES = f"{HYPHENS}—―─ｰー"
"""Signs that stand for a leading minus before the name of a filter."""

_QUERY = str.maketrans({**dict.fromkeys(COLONS, ":"), **dict.fromkeys("－−", "-"),
                        **dict.fromkeys("“”＂", '"'), "　": " "})  # fmt: skip
LONGEST_QUERY = 2000
"""Characters of a query: a page of text. What is pasted by mistake would be searched for long."""


@record
class Filter:
    """One condition on a section."""

    name: str
    """That of a `FilterSpec`."""
    values: tuple[str, ...]
    """As normalised; one of them must hold."""
    negated: bool = False
    """True if none of the values may hold."""

    def __str__(self) -> str:
        return f"{'-' if self.negated else ''}{self.name}:{'|'.join(self.values)}"


@record
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

    @property
    def restricts(self) -> bool:
        """Whether it asks for anything, so that something may not meet it."""
        return bool(self.words or self.without or self.filters)

    def named(self, name: str) -> tuple[Filter, ...]:
        """Return the filters of one name."""
        return tuple(condition for condition in self.filters if condition.name == name)

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What those filters mean whose meaning is not plain."""
        return tuple(
            note
            for condition in self.filters
            for value in condition.values
            for note in spec_of(condition.name).explain(value)
        )


_PIECE = late_pattern(
    rf"""(?P<minus>[-{HYPHENS}]?)(?:(?P<name>[^\s:"]+?):(?!//))?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))?"""
)
_MARKS_OF_FILTERS = frozenset(f':"-{HYPHENS}')
"""A query without any of them is words between blanks, and needs no pattern."""


def _filter_name() -> str:
    from plan_tui.query.filters import FILTERS

    japanese = "|".join(name for spec in FILTERS for name in spec.japanese)
    return f"(?P<minus>[{DASHES}]?)(?P<name>[A-Za-z]+|{japanese})"


_NAME = late_pattern(_filter_name)
"""A filter's name, with what the minus key of an input method types before it."""


def parse_query(text: str) -> Query:
    """Take a query apart.

    Filters are ``name:value`` with several values parted by ``|`` or ``,``; a leading ``-``
    negates a filter or a word; what an input method types for these signs is understood, ``ー``
    for the minus before a filter's name alone. ``http://`` is no filter.

    Raises:
        UsageError: the query is longer than `LONGEST_QUERY`, or a filter has an unknown name or
            value; the message names it and what is possible.

    """
    if len(text) > LONGEST_QUERY:
        raise UsageError(_TOO_LONG.of(length=len(text), most=LONGEST_QUERY))
    plain = plain_query(text)
    if _MARKS_OF_FILTERS.isdisjoint(plain):
        return Query(text, tuple(plain.split()), (), ())
    words: list[str] = []
    without: list[str] = []
    filters: list[Filter] = []
    place = 0
    while place < len(plain):
        if plain[place].isspace():
            place += 1
            continue
        piece = _PIECE.match(plain, place)
        assert piece is not None  # every part of the pattern may be empty
        place = max(piece.end(), place + 1)
        name, quoted, bare = piece["name"], piece["quoted"], piece["bare"] or ""
        if name and (filter_name := _NAME.fullmatch(nfkc(name))):
            values = _values(bare, quoted)
            negated = bool(piece["minus"] or filter_name["minus"])
            filters.append(_filter(filter_name["name"], values, negated))
            continue
        word = quoted if quoted is not None else f"{name}:{bare}" if name is not None else bare
        if word.strip():
            (without if piece["minus"] else words).append(word.strip())
        elif not word and piece["minus"]:
            words.append("-")
    return Query(text, tuple(words), tuple(without), tuple(filters))


def plain_query(text: str) -> str:
    """Return a query, of the same length, with ASCII for the signs that are no part of words.

    These are colons, quotes, blanks and minuses; other dashes stay.
    """
    return text.translate(_QUERY)


def quoted(word: str) -> str:
    """Return a word as it is typed in a query: in quotes where else it would be more than that."""
    is_more = word.startswith("-") or " " in word or ":" in word
    return f'"{word}"' if is_more else word


def is_filter(word: str) -> bool:
    """Tell whether a word without blanks is a filter, as far as its name says."""
    piece = _PIECE.match(plain_query(word))
    return bool(piece and piece["name"] and _NAME.fullmatch(nfkc(piece["name"])))


def spec_of(name: str) -> FilterSpec:
    """Return a filter by its name; only a query that has one loads them."""
    from plan_tui.query.filters import filter_named

    return filter_named(name)


def _values(bare: str, quoted: str | None) -> list[str]:
    from plan_tui.query.typed_values import quoted_values, values

    return values(bare) if quoted is None else quoted_values(quoted)


def _filter(typed: str, parts: list[str], negated: bool) -> Filter:
    spec = spec_of(typed)
    values = [part.strip() for part in parts if part.strip()]
    if not values:
        raise UsageError(_NO_VALUE.of(name=typed, hint=spec.hint))
    normalised = []
    for value in values:
        normal = spec.normalise(value)
        if normal is None:
            raise UsageError(_IMPOSSIBLE.of(name=typed, value=value, hint=spec.hint))
        normalised.append(normal)
    return Filter(spec.name, tuple(normalised), negated)
