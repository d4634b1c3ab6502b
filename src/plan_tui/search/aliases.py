"""Words that stand for each other: abbreviations, spoken short forms, English names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from rapidfuzz.distance import OSA

from plan_tui.model.searchable_text import Alias
from plan_tui.text.fold import fold_printed, fold_sound, fold_spelling, fold_spelling_map
from plan_tui.text.record import record
from plan_tui.text.romaji import short, sound_of

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

    def __init__(self, rows: Iterable[Alias]) -> None:
        self._groups: dict[int, list[str]] = {}
        """Group → its forms, the plan's own first; of everyday words the plan's own alone."""
        self._forms: dict[str, set[int]] = {}
        """Folded form → the groups that it is in."""
        self._sounds: dict[str, set[int]] = {}
        """Sound with short vowels → the groups that hold a form of it."""
        rows = tuple(rows)
        printed = fold_printed("\0".join(row.form for row in rows))
        forms = zip(printed.split("\0"), fold_sound(printed).split("\0"), strict=True)
        for row, (form, folded) in zip(rows, forms, strict=bool(rows)):
            first = row.group not in self._groups
            group = self._groups.setdefault(row.group, [])
            if first or not is_everyday(row.group):
                group.append(form)
            if first and is_everyday(row.group):
                continue
            self._forms.setdefault(folded, set()).add(row.group)
            if len(row.sound) >= _LEAST_SOUND:
                self._sounds.setdefault(short(row.sound), set()).add(row.group)

    def others(self, word: str) -> tuple[OtherWord, ...]:
        """Return what can stand for ``word``, the nearest first; empty if nothing can."""
        words: dict[str, OtherWord] = {}
        for place, (form, group) in enumerate(self._others(word)):
            words.setdefault(form, OtherWord(form, place == 0, is_everyday(group)))
        return tuple(words.values())

    def knows(self, word: str) -> bool:
        """Tell whether a word is a form of the table."""
        return fold_spelling(word) in self._forms

    def _others(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield what can stand for a word, each with its group."""
        printed = fold_printed(word)
        folded = fold_sound(printed)
        groups = set(self._forms.get(folded, ()))
        spoken = sound_of(word)
        if spoken and (word.isascii() or len(word) >= _LEAST_KANA):
            groups |= self._sounds.get(short(spoken), set())
        for group in _in_order(groups):
            yield from ((form, group) for form in self._groups[group] if form != printed)
        if not groups and len(folded) >= _LEAST_TYPED:
            groups = set(self._beginning(folded))
            # Still being typed: the plan's own word of each group is enough.
            yield from ((self._groups[group][0], group) for group in _in_order(groups))
        if not groups:
            yield from self._inside(printed, folded)

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._forms)

    def _beginning(self, folded: str) -> Iterator[int]:
        """Yield the groups with a form that begins so."""
        for place in range(bisect_left(self._sorted, folded), len(self._sorted)):
            form = self._sorted[place]
            if not form.startswith(folded):
                return
            yield from self._forms[form]

    @cached_property
    def _within(self) -> list[tuple[str, set[int]]]:
        """Forms that are looked for inside longer words, with their groups.

        An everyday word is none: inside a longer one it is as often part of another.
        """
        aliases = (
            (form, {group for group in groups if not is_everyday(group)})
            for form, groups in self._forms.items()
            if len(form) >= _LEAST_INSIDE
        )
        return [(form, groups) for form, groups in aliases if groups]

    def _inside(self, printed: str, folded: str) -> Iterator[tuple[str, int]]:
        """Yield the word with an alias inside it replaced."""
        if folded.isascii():
            return
        for form, groups in self._within:
            if form not in folded or len(form) == len(folded):
                continue
            places = fold_spelling_map(printed)
            at = places.text.index(form)
            start, end = places.printed(at, at + len(form))
            for group in _in_order(groups):
                for other in self._groups[group]:
                    if form not in fold_sound(other):
                        yield printed[:start] + other + printed[end:], group

    def misspelled(self, word: str) -> tuple[str, ...]:
        """Return what can stand for a Latin word that is an alias but for a typing error or two.

        Japanese words need no such help: the plan's own are found with their errors.
        """
        folded = fold_spelling(word)
        if len(folded) < _LEAST_TYPED or not folded.isascii():
            return ()
        allowed = 1 if len(folded) < _TWO_ERRORS else 2
        near = [
            (errors, group)
            for form, groups in self._forms.items()
            if abs(len(form) - len(folded)) <= allowed
            and (errors := OSA.distance(form, folded, score_cutoff=allowed)) <= allowed
            for group in groups
        ]
        fewest = min(near, default=(0, 0))[0]
        nearest = [group for errors, group in near if errors == fewest]
        return tuple(dict.fromkeys(form for group in nearest for form in self._groups[group]))


def is_everyday(group: int) -> bool:
    """Tell whether a group is of everyday words: their numbers are below zero."""
    return group < 0


def _in_order(groups: Iterable[int]) -> list[int]:
    """Return groups in the order of the table, those of everyday words last."""
    return sorted(groups, key=lambda group: (is_everyday(group), abs(group)))
