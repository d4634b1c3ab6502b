"""Words that stand for each other: abbreviations, spoken short forms, English names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

from plan_tui.model.searchable_text import Alias
from plan_tui.text.fold import fold_spelling
from plan_tui.text.romaji import short, sound_of

# These are set by hand on the own query set, tests/queries.toml.
_LEAST_TYPED = 5
"""Letters after which the beginning of an alias is enough. Lower, and short words being typed find
what they do not mean."""
_LEAST_INSIDE = 2
"""Characters of an alias that is replaced inside a longer word; one alone is part of too many."""
_LEAST_SOUND = 4
"""Letters of a sound by which an alias is known; shorter ones sound like too many words."""
_TWO_ERRORS = 8
"""Letters of a typed word from which it may differ from an alias by two errors instead of one."""


class Aliases:
    """The table of aliases."""

    def __init__(self, rows: Iterable[Alias]) -> None:
        self._groups: dict[int, list[str]] = {}
        """Group → its folded forms, the plan's own first."""
        self._forms: dict[str, set[int]] = {}
        """Folded form → the groups that it is in."""
        self._sounds: dict[str, set[int]] = {}
        """Sound with short vowels → the groups that hold a form of it."""
        rows = tuple(rows)
        folded = fold_spelling("\0".join(row.form for row in rows)).split("\0")
        for row, form in zip(rows, folded, strict=bool(rows)):
            self._groups.setdefault(row.group, []).append(form)
            self._forms.setdefault(form, set()).add(row.group)
            if len(row.sound) >= _LEAST_SOUND:
                self._sounds.setdefault(short(row.sound), set()).add(row.group)

    def others(self, word: str) -> tuple[str, ...]:
        """Return what can stand for ``word``, nearest first; empty if nothing can."""
        return tuple(dict.fromkeys(self._others(word)))

    def _others(self, word: str) -> Iterator[str]:
        folded = fold_spelling(word)
        groups = set(self._forms.get(folded, ()))
        spoken = sound_of(word)
        if spoken:
            groups |= self._sounds.get(short(spoken), set())
        for group in sorted(groups):
            yield from (form for form in self._groups[group] if form != folded)
        if not groups and len(folded) >= _LEAST_TYPED:
            groups = {
                group
                for form, named in self._forms.items()
                if form.startswith(folded)
                for group in named
            }
            # Still being typed: the plan's own word of each group is enough.
            yield from (self._groups[group][0] for group in sorted(groups))
        if not groups:
            yield from self._inside(folded)

    def _inside(self, folded: str) -> Iterator[str]:
        """Yield the word with an alias inside it replaced."""
        if folded.isascii():
            return
        for form, groups in self._forms.items():
            if len(form) < _LEAST_INSIDE or form not in folded or len(form) == len(folded):
                continue
            for group in groups:
                for other in self._groups[group]:
                    if form not in other:
                        yield folded.replace(form, other)

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
