"""All words of a query in any order: each may match in its own way, in one section."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from plan_tui.search.corpus import Corpus
from plan_tui.search.fuzzy import character_class
from plan_tui.search.matches import Match, Matches


class WordSpread(StrEnum):
    """How the words of a query are spread over a section that holds them all."""

    TITLE = "title"
    """All in the title."""
    PATH = "path"
    """All in the title and those above it."""
    MIXED = "mixed"
    """Some in the title, some in the text."""
    UNIT = "unit"
    """All in one text."""
    SECTION = "section"
    """Over several texts."""
    ABOVE = "above"
    """Some only in the titles above, none in the section's own."""


_PARTICLES = frozenset(
    (
        *("の", "を", "に", "へ", "と", "が", "は", "で", "や", "も", "な"),
        *("から", "まで", "より"),
        *(
            "による",
            "における",
            "において",
            "について",
            "に関する",
            "に係る",
            "など",
            "する",
            "した",
        ),
        *("及び", "又は", "等"),
    )
)


_LONGEST_CUT = 10  # kanji of a word that is cut in two at every place
_LEAST_SHARE = 0.3
_OF_THE_BEST = 0.7
_IN_TEXT = 0.7  # what a word in the text is worth to one in the title


def pieces(word: str) -> tuple[str, ...]:
    """Cut an unspaced word into the words it seems to be made of, without particles.

    ``自治体システム標準化`` → 自治体, システム, 標準化. A single kanji stays with the word
    before it (``デジタル化``, ``５Ｇ網``), a single letter or digit with the word after it.
    """
    plain = unicodedata.normalize("NFKC", word)
    runs = re.findall(
        r"[A-Za-z0-9]?(?:[゠-ヿ]+|[一-鿿㐀-䶿々]+)|[A-Za-z0-9]+(?:[-.,][A-Za-z0-9]+)*|[ぁ-ゟ]+",
        plain,
    )
    found: list[str] = []
    parted = True
    for run in runs:
        if run in _PARTICLES:
            parted = True
            continue
        if not parted and len(run) == 1 and character_class(run) == "kanji":
            found[-1] += run
        else:
            found.append(run)
        parted = False
    return tuple(found)


def halves(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to cut a word of kanji in two (``行政手続`` → 行政, 手続 …)."""
    if not 4 <= len(word) <= _LONGEST_CUT or {character_class(c) for c in word} != {"kanji"}:
        return ()
    return tuple((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))


@dataclass(frozen=True, slots=True)
class AllWords:
    """A section that holds every word."""

    section: int
    found: tuple[Match, ...]
    """The best match of each word that stands in the section itself."""
    spread: WordSpread


def all_words(
    corpus: Corpus, matches: Sequence[Matches], editions: Sequence[frozenset[str]]
) -> list[AllWords]:
    """Return the sections in which every word stands.

    Args:
        corpus: the searchable strings.
        matches: for each word, where it stands.
        editions: for each word, the editions that it names (which is as good as standing there).

    """
    reached = [
        _reached(corpus, found, names) for found, names in zip(matches, editions, strict=True)
    ]
    result = []
    for number in sorted(set.intersection(*reached)):
        edition = corpus.sections[number].edition_id[:4]
        own, inherited = [], 0
        for found, names in zip(matches, editions, strict=True):
            if number in found.by_section:
                own.append(found.by_section[number])
            elif edition not in names:
                inherited += 1
        if own:
            result.append(_all(corpus, number, own, inherited))
    return result


def _reached(corpus: Corpus, found: Matches, editions: frozenset[str]) -> set[int]:
    """Return the sections that hold a word, stand below a title with it or in its edition."""
    below = (corpus.below[number] for number in found.titled)
    inside = (n for n, s in enumerate(corpus.sections) if s.edition_id[:4] in editions)
    return set(found.by_section).union(*below, inside if editions else ())


def _all(corpus: Corpus, number: int, own: list[list[Match]], inherited: int) -> AllWords:
    best = tuple(found[0] for found in own)
    in_title = sum(found.layer is corpus.titles for found in best)
    if in_title == len(own):
        return AllWords(number, best, WordSpread.PATH if inherited else WordSpread.TITLE)
    if in_title:
        return AllWords(number, best, WordSpread.MIXED)
    together = set.intersection(*({found.unit for found in founds} for founds in own))
    if together:
        unit = min(together)
        best = tuple(next(f for f in founds if f.unit == unit) for founds in own)
    spread = WordSpread.UNIT if together else WordSpread.SECTION
    if inherited:
        spread = WordSpread.ABOVE
    return AllWords(number, best, spread)


def most_words(
    corpus: Corpus, matches: Sequence[Matches]
) -> list[tuple[int, float, tuple[Match, ...]]]:
    """Return the sections with the greatest share of the words, where hardly any has them all.

    A word counts the more the fewer sections hold it; one that stands nowhere counts as the
    others do on average, so that it lowers the share and decides nothing.

    Returns:
        Section number, share (0 to 1) and the best match of each word found.

    """
    tables = [found.by_section for found in matches]
    rarity = [math.log(1 + len(corpus.sections) / len(table)) if table else 0 for table in tables]
    known = [weight for weight in rarity if weight]
    if not known:
        return []
    whole = sum(known) * len(rarity) / len(known)
    found: dict[int, list[Match]] = {}
    shares: dict[int, float] = {}
    for table, weight in zip(tables, rarity, strict=True):
        for number, (best, *_) in table.items():
            worth = 1 if best.layer is corpus.titles else _IN_TEXT
            found.setdefault(number, []).append(best)
            shares[number] = shares.get(number, 0) + weight * worth / whole
    least = max(_LEAST_SHARE, _OF_THE_BEST * max(shares.values()))
    return [
        (number, share, tuple(found[number]))
        for number, share in shares.items()
        # One word somewhere in a text is chance.
        if share >= least and (len(found[number]) > 1 or found[number][0].layer is corpus.titles)
    ]
