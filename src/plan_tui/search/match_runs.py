"""The strings in which a word stands, way by way; a match is made when it is looked at."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from plan_tui.search.matches import (
    INSIDE,
    Holders,
    Match,
    MatchForm,
    MatchTier,
    counted_in,
    read_together,
)
from plan_tui.search.strings import ahead
from plan_tui.text.characters import ends_in_number, find_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Collection,
        Container,
        Iterable,
        Iterator,
        Mapping,
        Sequence,
    )

    from plan_tui.search.strings import Strings, TextLayer

    Wanted = Callable[[int, Sequence[int]], Sequence[int]]
    """Returns those of some strings, of titles (0) or texts (1), of which a match is wanted."""

_FEW = 4096
"""Strings that are sorted by their sections in about a millisecond. The sections of more are asked
for their strings, which takes a look at all strings of the layer once."""


def by_section(layer: TextLayer, units: Collection[int]) -> Mapping[int, Sequence[int]]:
    """Return for each section those of some strings that it has, as they are ordered."""
    table: dict[int, list[int]] = {}
    for unit, section in zip(units, layer.sections.of_each(units), strict=True):
        table.setdefault(section, []).append(unit)
    return table


class WordRun:
    """Strings of a layer in which a word stands in one way; a match is made when it is looked at.

    Attributes:
        is_text: 0 for titles, 1 for texts.
        units: numbers of the strings, in order.

    """

    def __init__(
        self,
        is_text: int,
        layer: TextLayer,
        units: Sequence[int],
        word: str,
        tier: MatchTier,
        form: MatchForm,
        quality: float = 1.0,
        held: Holders | None = None,
    ) -> None:
        self.is_text, self.layer, self.units = is_text, layer, units
        self._word, self._tier, self._form = word, tier, form
        self._quality, self._held = quality, held
        self._inside = held.begun if held else ()
        self._strings = counted_in(layer, form)
        # A folded text has no marks of numbers: there is nothing sure about one in it.
        is_number = form is not MatchForm.FOLDED and ends_in_number(word)
        self._find = find_whole if is_number else str.find

    def holds(self, unit: int) -> bool:
        """Tell whether a string is one of them."""
        place = bisect_left(self.units, unit)
        return place < len(self.units) and self.units[place] == unit

    @cached_property
    def _by_section(self) -> Mapping[int, Sequence[int]]:
        return by_section(self.layer, self.units)

    def of_section(self, section: int) -> Sequence[int]:
        """Return those of a section, in order."""
        if len(self.units) <= _FEW:
            return self._by_section.get(section, ())
        return [unit for unit in self.layer.of_section(section) if self.holds(unit)]

    def tier(self, unit: int) -> MatchTier:
        """Return the tier of the match in one of them."""
        return self._tier

    def match(self, unit: int) -> Match:
        """Return the match in one of them."""
        text = self._strings.part(unit)
        return self._match(unit, self._place(unit, text), len(text))

    def _place(self, unit: int, text: str) -> int:
        places = self._held.places if self._held else None
        return places[unit] if places and unit in places else self._find(text, self._word)

    def _match(self, unit: int, start: int, length: int) -> Match:
        quality = INSIDE if unit in self._inside else self._quality
        end = start + len(self._word)
        whole = not start and end == length and quality > 0
        return Match(self.layer, unit, self._tier, self._form, start, end, whole, quality)

    def looked_at(self, section: int) -> Iterator[tuple[Strings, int]]:
        """Yield what is read where a section's match is made; see `read_together`."""
        return ((self._strings, unit) for unit in self.of_section(section))

    def looked_at_in(self, unit: int) -> Iterator[tuple[Strings, int]]:
        """Yield what is read where the match in one of them is made."""
        yield self._strings, unit

    def only(self, units: Sequence[int]) -> WordRun:
        """Return the same of some of its strings."""
        at, form = (self.is_text, self.layer, units), self._form
        return WordRun(*at, self._word, self._tier, form, self._quality, self._held)

    def samples(self, units: Sequence[int]) -> Iterator[tuple[Match, Sequence[int]]]:
        """Yield matches in some of them, each with the strings in which one weighs as much."""
        if not self.is_text:
            yield from self._titles(units)
            return
        apart = self._inside
        plain = [unit for unit in units if unit not in apart] if apart else units
        for alike in filter(None, (plain, [unit for unit in units if unit in apart])):
            yield self.match(alike[0]), alike

    def _titles(self, titles: Sequence[int]) -> Iterator[tuple[Match, Sequence[int]]]:
        alike: dict[tuple[int, bool, bool, bool], list[int]] = {}
        places: dict[tuple[int, bool, bool, bool], int] = {}
        english, apart = self.layer.first_english, self._inside
        for some in ahead(titles):
            for unit, text in zip(some, self._strings.parts(some), strict=True):
                start = self._place(unit, text)
                key = (len(text), start > 1, unit in apart, unit >= english)
                if key in alike:
                    alike[key].append(unit)
                else:
                    alike[key], places[key] = [unit], start
        for key, units in alike.items():
            yield self._match(units[0], places[key], key[0]), units


class MadeRun:
    """Strings of a layer with a match in each, in the order in which they were found."""

    def __init__(self, is_text: int, layer: TextLayer, matches: Mapping[int, Match]) -> None:
        self.is_text, self.layer, self._matches = is_text, layer, matches
        self.match = matches.__getitem__

    @property
    def units(self) -> Collection[int]:
        """Numbers of the strings."""
        return self._matches.keys()

    @cached_property
    def _by_section(self) -> Mapping[int, Sequence[int]]:
        return by_section(self.layer, self._matches)

    def of_section(self, section: int) -> Sequence[int]:
        """Return those of a section, in order."""
        return self._by_section.get(section, ())

    def tier(self, unit: int) -> MatchTier:
        """Return the tier of the match in one of them."""
        return self._matches[unit].tier

    def looked_at(self, section: int) -> Iterator[tuple[Strings, int]]:
        """Yield what is read where a section's match is made: nothing."""
        return iter(())

    def looked_at_in(self, unit: int) -> Iterator[tuple[Strings, int]]:
        """Yield what is read where the match in one of them is made: nothing."""
        return iter(())

    def only(self, units: Sequence[int]) -> MadeRun:
        """Return the same of some of its strings."""
        return MadeRun(self.is_text, self.layer, {unit: self._matches[unit] for unit in units})

    def samples(self, units: Sequence[int]) -> Iterator[tuple[Match, Sequence[int]]]:
        """Yield matches in some of them, each with the strings in which one weighs as much."""
        alike: dict[tuple[object, ...], list[int]] = {}
        english = self.layer.first_english
        for some in ahead([self._matches[unit] for unit in units]):
            if not self.is_text:
                read_together((match.counted, match.unit) for match in some)
            for match in some:
                unit = match.unit
                key: tuple[object, ...] = (match.tier, match.quality, match.whole)
                if not self.is_text:
                    length = match.counted.length(unit)
                    key += (match.start > 1, match.end - match.start, length, unit >= english)
                alike.setdefault(key, []).append(unit)
        yield from ((self.match(same[0]), same) for same in alike.values())


class Matches:
    """The best match of each string, in the order in which they were found.

    A string is told by its layer (0 titles, 1 texts) and its number there.
    """

    is_partial = False
    """True once strings were left out that nobody wants."""

    def __init__(
        self, wanted: Wanted | None = None, known: tuple[set[int], set[int]] | None = None
    ) -> None:
        self.runs: list[WordRun | MadeRun] = []
        self._wanted = wanted
        self._known: tuple[set[int], set[int]] | None = known or (set(), set())

    @classmethod
    def of(cls, table: Mapping[tuple[int, int], Match]) -> Matches:
        """Return matches by layer and string."""
        matches = cls()
        for is_text, pairs in groupby(table.items(), key=lambda pair: pair[0][0]):
            held = {unit: match for (_, unit), match in pairs}
            matches.add(MadeRun(is_text, next(iter(held.values())).layer, held))
        return matches

    @classmethod
    def of_runs(cls, runs: Iterable[WordRun | MadeRun]) -> Matches:
        """Return matches way by way, none of a string that has one in a way before."""
        matches = cls()
        matches.runs += runs
        matches.close()
        return matches

    def beyond(self, wanted: Wanted | None = None) -> Matches:
        """Return empty ones, to which strings without a match here can be added, if wanted.

        This is closed.
        """
        others = Matches(wanted, self.known)
        self.close()
        return others

    def outside(self, sections: Container[int]) -> Matches:
        """Return those in other sections than some."""
        others = Matches()
        for run in self.runs:
            units = [*run.units]
            pairs = zip(units, run.layer.sections.of_each(units), strict=True)
            others.add(run.only([unit for unit, n in pairs if n not in sections]))
        return others

    def beside(self, better: Matches) -> Matches:
        """Return those of strings that have no better match."""
        others, known = Matches(), better.known
        for run in self.runs:
            others.add(run.only([unit for unit in run.units if unit not in known[run.is_text]]))
        return others

    def add(self, run: WordRun | MadeRun) -> None:
        """Take strings that have no match so far."""
        if run.units:
            self.runs.append(run)
            self.known[run.is_text].update(run.units)

    @property
    def known(self) -> tuple[set[int], set[int]]:
        """The numbers of the titles and of the texts that have a match so far."""
        if self._known is None:
            self._known = (set(), set())
            for run in self.runs:
                self._known[run.is_text].update(run.units)
        return self._known

    def close(self) -> None:
        """Let go of what is asked only while matches are added."""
        self._known = None

    def lacking(self, layer: int, numbers: Sequence[int]) -> Sequence[int]:
        """Return those of some strings of a layer that have no match so far, if wanted."""
        known = self.known[layer]
        lacking = [unit for unit in numbers if unit not in known] if known else numbers
        if not self._wanted or not lacking:
            return lacking
        wanted = self._wanted(layer, lacking)
        self.is_partial = self.is_partial or len(wanted) < len(lacking)
        return wanted

    def __bool__(self) -> bool:
        return bool(self.runs)

    def __len__(self) -> int:
        return sum(len(run.units) for run in self.runs)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((run.is_text, unit) for run in self.runs for unit in run.units)

    def __contains__(self, key: tuple[int, int]) -> bool:
        return key[1] in self.known[key[0]]

    def items(self) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield each string with its match."""
        return (((run.is_text, u), run.match(u)) for run in self.runs for u in run.units)

    def values(self) -> Iterator[Match]:
        """Yield each match."""
        return (run.match(unit) for run in self.runs for unit in run.units)

    @cached_property
    def titled(self) -> set[int]:
        """The sections with a match in the title."""
        return set[int]().union(
            *(sections_of(r.layer, r.units) for r in self.runs if not r.is_text)
        )

    @cached_property
    def sections(self) -> set[int]:
        """The sections with a match."""
        below = (sections_of(run.layer, run.units) for run in self.runs if run.is_text)
        return self.titled.union(*below)

    def at(self, section: int) -> list[Match]:
        """Return a section's matches: in the title before in the texts, the plainer way first."""
        ordered = sorted(self.runs, key=attrgetter("is_text"))
        return [run.match(unit) for run in ordered for unit in run.of_section(section)]


class WordMatches:
    """What one word matches.

    Attributes:
        plain: where the word itself stands.
        whole: that and where it stands in doubt, with what stands for it once `is_whole`.

    """

    is_whole = False

    def __init__(self, plain: Matches, doubtful: Matches) -> None:
        self.plain = plain
        self.whole = plain, doubtful

    def __len__(self) -> int:
        return sum(map(len, self.whole))

    def add(self, aliased: Matches) -> None:
        """Take what stands for the word, `Matches.beyond` the plain ones: nothing else does."""
        self.is_whole = True
        if aliased.runs:
            runs = (*self.plain.runs, *aliased.runs)
            self.whole = Matches.of_runs(runs), self.whole[1].beside(aliased)


def sections_of(layer: TextLayer, units: Collection[int]) -> set[int]:
    """Return the numbers of the sections of strings."""
    return set(layer.sections.of_each(units))
