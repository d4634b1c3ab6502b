"""Words that stand for each other: abbreviations, spoken short forms, English names."""

from __future__ import annotations

from plan_tui.text.characters import is_kanji
from plan_tui.text.fold import fold_printed, fold_sound, fold_spelling, fold_spelling_map
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    class AliasTable(Protocol):
        """The words that stand for others; those of everyday groups lead to the first one only."""

        def groups(self, folded: str) -> Iterable[int]:
            """Return the groups that a folded word is asked for in."""

        def sounding(self, short_sound: str, least: int) -> Iterable[int]:
            """Return the groups with a word of at least so many letters that sounds so."""

        def beginning(self, folded: str) -> Iterable[int]:
            """Return the groups with a word that begins so."""

        def inside(self, parts: Iterable[str]) -> Iterable[tuple[str, int]]:
            """Yield which of some folded words are asked for, each with a group of it, in order."""

        def all(self) -> Iterable[tuple[str, int]]:
            """Yield all folded words that are asked for, each with its group, in order."""

        def of_length(self, least: int, most: int) -> Iterable[tuple[str, int]]:
            """Yield those of so many characters, in order."""

        def words(self, group: int) -> list[str]:
            """Return the words of a group as `fold_printed` gives them, the plan's own first."""


# These are set by hand on the own query set, tests/queries.toml.
_LEAST_TYPED = 5
"""Letters after which the beginning of an alias is enough. Lower, and short words being typed find
what they do not mean."""
_LEAST_INSIDE = 2
"""Characters of an alias that is replaced inside a longer word; one alone is part of too many."""
_LEAST_SOUND = 4
"""Letters of a sound by which an alias is known; shorter ones sound like too many words."""
_LEAST_KANA = 3
"""The same in kana."""
_LONGEST_INSIDE = 64
"""Characters of a word all of whose parts are asked for; the parts of a longer one are more than
the table's words. Moves only what a search takes."""
_TWO_ERRORS = 8
"""Letters of a typed word from which it may differ from an alias by two errors instead of one."""


@record
class OtherWord:
    """A word that can stand for the one asked for."""

    form: str
    """As `plan_tui.text.fold.fold_printed` gives it."""
    is_first: bool
    """Whether it is the nearest of those that were found, the plan's own word as a rule."""
    everyday: bool
    """Whether the one asked for is an everyday word for it."""


class Aliases:
    """The table of aliases, and of everyday words, which lead to the plan's word only."""

    def __init__(self, table: AliasTable) -> None:
        self._table = table

    def others(self, word: str) -> tuple[OtherWord, ...]:
        """Return what can stand for ``word``, the nearest first; empty if nothing can."""
        words: dict[str, OtherWord] = {}
        for place, (form, group) in enumerate(self._others(word)):
            words.setdefault(form, OtherWord(form, place == 0, is_everyday(group)))
        return tuple(words.values())

    def knows(self, word: str) -> bool:
        """Tell whether a word is a form of the table."""
        folded = fold_spelling(word)
        return bool(folded) and any(True for _ in self._table.groups(folded))

    def _others(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield what can stand for a word, each with its group."""
        printed = fold_printed(word)
        folded = fold_sound(printed)
        groups = set(self._table.groups(folded))
        if not any(map(is_kanji, word)):
            groups |= set(self._sounding(word))
        for group in _in_order(groups):
            yield from ((form, group) for form in self._words(group) if form != printed)
        if not groups and len(folded) >= _LEAST_TYPED:
            groups = set(self._table.beginning(folded))
            # Still being typed: the plan's own word of each group is enough.
            yield from ((self._words(group)[0], group) for group in _in_order(groups))
        if not groups:
            yield from self._inside(printed, folded)

    def _sounding(self, word: str) -> Iterable[int]:
        """Return the groups with a word that sounds like one in kana or romaji."""
        from plan_tui.text.romaji import short, sound_of

        spoken = sound_of(word)
        if not spoken or not (word.isascii() or len(word) >= _LEAST_KANA):
            return ()
        return self._table.sounding(short(spoken), _LEAST_SOUND)

    def _words(self, group: int) -> list[str]:
        """Return the words that a group leads to."""
        words = self._table.words(group)
        return words[:1] if is_everyday(group) else words

    def _within(self, folded: str) -> dict[str, set[int]]:
        """Return the aliases inside a longer word, with their groups.

        An everyday word is none: inside a longer one it is as often part of another.
        """
        size = len(folded)
        if size > _LONGEST_INSIDE:
            known = [(form, group) for form, group in self._table.all() if form in folded]
        else:
            parts = {
                folded[start:end]
                for start in range(size)
                for end in range(start + _LEAST_INSIDE, size + 1)
            }
            known = list(self._table.inside(parts - {folded}))
        within: dict[str, set[int]] = {}
        for form, group in known:
            if _LEAST_INSIDE <= len(form) < size and not is_everyday(group):
                within.setdefault(form, set()).add(group)
        return within

    def _inside(self, printed: str, folded: str) -> Iterator[tuple[str, int]]:
        """Yield the word with an alias inside it replaced."""
        if folded.isascii():
            return
        for form, groups in self._within(folded).items():
            places = fold_spelling_map(printed)
            at = places.text.index(form)
            start, end = places.printed(at, at + len(form))
            for group in _in_order(groups):
                for other in self._words(group):
                    if form not in fold_sound(other):
                        yield printed[:start] + other + printed[end:], group

    def misspelled(self, word: str) -> tuple[str, ...]:
        """Return what can stand for a Latin word that is an alias but for a typing error or two.

        Japanese words need no such help: the plan's own are found with their errors.
        """
        folded = fold_spelling(word)
        if len(folded) < _LEAST_TYPED or not folded.isascii():
            return ()
        from rapidfuzz.distance import OSA

        allowed = 1 if len(folded) < _TWO_ERRORS else 2
        forms: dict[str, set[int]] = {}
        for form, group in self._table.of_length(len(folded) - allowed, len(folded) + allowed):
            forms.setdefault(form, set()).add(group)
        near = [
            (errors, group)
            for form, groups in forms.items()
            if (errors := OSA.distance(form, folded, score_cutoff=allowed)) <= allowed
            for group in groups
        ]
        fewest = min(near, default=(0, 0))[0]
        nearest = [group for errors, group in near if errors == fewest]
        return tuple(dict.fromkeys(form for group in nearest for form in self._words(group)))


def is_everyday(group: int) -> bool:
    """Tell whether a group is of everyday words: their numbers are below zero."""
    return group < 0


def _in_order(groups: Iterable[int]) -> list[int]:
    """Return groups in the order of the table, those of everyday words last."""
    return sorted(groups, key=lambda group: (is_everyday(group), abs(group)))
