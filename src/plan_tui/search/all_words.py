"""All words of a query in any order: each may match in its own way, in one section."""

from __future__ import annotations

import math
import unicodedata

from plan_tui.search.fuzzy import CharacterClass, character_class
from plan_tui.search.ranking import WordSpread
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from plan_tui.search.corpus import Corpus
    from plan_tui.search.match_runs import MadeRun, Matches, WordRun
    from plan_tui.search.matches import Match
    from plan_tui.search.strings import Strings

    Run = WordRun | MadeRun


_JOINING = """の を に へ と が は で や も な から まで より による における において について
    に関する に係る など する した 及び 又は 等"""
_INSIDE_LATIN = "-.,'’‘`"
_RUNS = late_pattern("a?(?:k+|K+)|a+(?:-a+)*|h+")
"""Runs of what `_script` gives: a pattern with all kanji takes longer to compile than a search."""
_PARTICLES = frozenset(_JOINING.split())
"""What joins words and is none: cut away where an unspaced query is taken apart."""

# These are set by hand on the own query set, tests/queries.toml.
_LONGEST_CUT = 10
"""Kanji of a word that is cut in two at every place: bounds the pairs that are looked for."""
_LEAST_SHARE = 0.3
"""Share of the words that a section must hold at least. Lower, and common words alone find it."""
_OF_THE_BEST = 0.7
"""Part of the best section's share that the others need. Lower, and the list grows a long tail."""
_IN_TEXT = 0.7
"""What a word in the text is worth to one in the title, which says what a section is about."""


def pieces(word: str) -> tuple[str, ...]:
    """Cut an unspaced word into the words it seems to be made of, without particles.

    ``自治体システム標準化`` → 自治体, システム, 標準化. A single kanji stays with the word
    before it (``デジタル化``, ``５Ｇ網``), a single letter or digit with the word after it.
    """
    plain = unicodedata.normalize("NFKC", word)
    runs = [plain[slice(*run.span())] for run in _RUNS.finditer("".join(map(_script, plain)))]
    words: list[str] = []
    parted = True
    for run in runs:
        if run in _PARTICLES:
            parted = True
            continue
        if not parted and len(run) == 1 and character_class(run) is CharacterClass.KANJI:
            words[-1] += run
        else:
            words.append(run)
        parted = False
    return tuple(words)


def parts_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that words seem to be made of, each once.

    Kana of function words are none, but behind a single kanji they may be of a word (生たい認証).
    """
    from plan_tui.search.asked_words import is_function

    parts: dict[str, None] = {}
    for word in words:
        cut = pieces(word) or (word,)
        pairs = zip(("", *cut), cut, strict=False)
        kept = (part for last, part in pairs if len(last) == 1 or not is_function(part))
        parts |= dict.fromkeys(kept if len(cut) > 1 else cut)
    return tuple(parts)


def _script(letter: str) -> str:
    """Return a letter for the script of a character, for `_RUNS` to look at."""
    if "一" <= letter <= "鿿" or "㐀" <= letter <= "䶿" or letter == "々":
        return "K"
    if letter.isascii() and letter.isalnum():
        return "a"
    if letter in _INSIDE_LATIN:
        return "-"
    return "h" if "ぁ" <= letter <= "ゟ" else "k" if "゠" <= letter <= "ヿ" else "."


def halves(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to cut a word of kanji in two (``行政手続`` → 行政, 手続 …)."""
    if not 4 <= len(word) <= _LONGEST_CUT or {character_class(c) for c in word} != {
        CharacterClass.KANJI
    }:
        return ()
    return tuple((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))


class Places:
    """For each string that holds a word, the run that has its match."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._order = {run: number for number, run in enumerate(runs)}
        self._by_unit: tuple[dict[int, Run], dict[int, Run]] = ({}, {})
        for run in runs:
            self._by_unit[run.is_text].update(dict.fromkeys(run.units, run))

    def among(self, is_text: int, units: Iterable[int]) -> list[tuple[Run, int]]:
        """Return those of a section's strings that hold the word, the plainer way first."""
        runs = self._by_unit[is_text]
        held = [(runs[unit], unit) for unit in units if unit in runs]
        if len(held) > 1:
            held.sort(key=lambda pair: self._order[pair[0]])
        return held


class AllWords:
    """The sections that hold every word, and how close together the words stand there.

    Args:
        corpus: the searchable strings.
        matches: for each word, where it stands.
        editions: for each word, the editions that it names (which is as good as standing there).

    """

    def __init__(
        self, corpus: Corpus, matches: Sequence[Matches], editions: Sequence[frozenset[str]]
    ) -> None:
        self._corpus, self._matches, self._editions = corpus, matches, editions
        self._places = [Places(table.runs) for table in matches]

    def alike(self) -> Iterator[tuple[WordSpread, tuple[Match, ...], set[int]]]:
        """Yield how words are spread, their matches, and the sections that weigh as much so."""
        pairs = zip(self._matches, self._editions, strict=True)
        reached = [_reached(self._corpus, table, names) for table, names in pairs]
        groups: dict[tuple[object, ...], set[int]] = {}
        for number in set[int].intersection(*reached):
            if held := self._held(number):
                spread, best = held
                key: tuple[object, ...] = (
                    spread,
                    *((run.tier(u), run.is_text, self._is_english(run, u)) for run, u in best),
                )
                if spread is WordSpread.TITLE:
                    key += (number,)  # how much of the title they fill counts
                groups.setdefault(key, set()).add(number)
        for numbers in groups.values():
            sample = next(iter(numbers))
            held = self._held(sample)
            if held:
                yield held[0], self.matches(sample), numbers

    def matches(self, number: int) -> tuple[Match, ...]:
        """Return the best match of each word that stands in a section itself."""
        held = self._held(number)
        return tuple(run.match(unit) for run, unit in held[1]) if held else ()

    def looked_at(self, number: int) -> Iterator[tuple[Strings, int]]:
        """Yield what is read where the matches of a section are made; see `read_together`."""
        held = self._held(number)
        for run, unit in held[1] if held else ():
            yield from run.looked_at_in(unit)

    def _is_english(self, run: Run, unit: int) -> bool:
        return not run.is_text and unit >= self._corpus.titles.first_english

    def _held(self, number: int) -> tuple[WordSpread, list[tuple[Run, int]]] | None:
        """Return how words are spread over a section, and in what each stands; None if in nothing.

        Some may stand only in the titles above.
        """
        corpus = self._corpus
        titles, texts = corpus.titles.of_section(number), corpus.texts.of_section(number)
        inside: list[list[tuple[Run, int]]] = []
        inherited = False
        for places, names in zip(self._places, self._editions, strict=True):
            if here := [*places.among(0, titles), *places.among(1, texts)]:
                inside.append(here)
            elif not names or corpus.edition(number)[:4] not in names:
                inherited = True
        return _spread(inside, inherited=inherited) if inside else None


def _reached(corpus: Corpus, matches: Matches, editions: frozenset[str]) -> set[int]:
    """Return the sections that hold a word, stand below a title with it or in its edition."""
    below = (corpus.below(number) for number in matches.titled)
    return matches.sections.union(*below, corpus.of_editions(editions))


def _spread(
    inside: list[list[tuple[Run, int]]], *, inherited: bool
) -> tuple[WordSpread, list[tuple[Run, int]]]:
    """Return how words are spread over a section, with the best place of each.

    ``inside`` holds the places of each word that stands in the section; ``inherited`` tells that
    others stand only in the titles above.
    """
    best = [places[0] for places in inside]
    in_title = sum(not run.is_text for run, _ in best)
    if in_title == len(inside):
        return WordSpread.PATH if inherited else WordSpread.TITLE, best
    if in_title:
        return WordSpread.MIXED, best
    together = set[int].intersection(*({unit for _, unit in places} for places in inside))
    if together:
        first = min(together)
        best = [next(place for place in places if place[1] == first) for places in inside]
    spread = WordSpread.UNIT if together else WordSpread.SECTION
    return WordSpread.ABOVE if inherited else spread, best


def most_words(
    corpus: Corpus,
    matches: Sequence[Matches],
    *,
    lone: int = 0,
    but: Container[int] = (),
) -> list[tuple[int, float, tuple[Match, ...]]]:
    """Return the sections with the greatest share of the words, where hardly any has them all.

    A word counts the more the fewer sections hold it; one that stands nowhere counts as the
    others do on average, so that it lowers the share and decides nothing. A single word in a text
    is chance, unless it stands in so few sections as ``lone`` lets count. ``but`` some sections,
    which are taken not to be there; beside them a single word in a title is chance, too.

    Returns:
        Section number, share (0 to 1) and the best match of each word found.

    """
    rarity = [math.log(1 + len(corpus) / len(table.sections)) if table else 0 for table in matches]
    known = [weight for weight in rarity if weight]
    if not known:
        return []
    whole = sum(known) * len(rarity) / len(known)
    shares: dict[int, float] = {}
    for table, weight in zip(matches, rarity, strict=True):
        for number in table.sections if not but else (n for n in table.sections if n not in but):
            worth = 1 if number in table.titled else _IN_TEXT
            shares[number] = shares.get(number, 0) + weight * worth / whole
    least = max(_LEAST_SHARE, _OF_THE_BEST * max(shares.values(), default=0))
    most = []
    for number, share in shares.items():
        if share >= least:
            holding = [table for table in matches if number in table.sections]
            held = tuple(table.at(number)[0] for table in holding)
            is_rare = len(holding[0].sections) <= lone
            if is_rare or len(held) > 1 or (not but and held[0].layer is corpus.titles):
                most.append((number, share, held))
    return most
