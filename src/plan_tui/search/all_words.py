"""All words of a query in any order: each may match in its own way, in one section."""

from __future__ import annotations

import math
import unicodedata

from plan_tui.search.fuzzy import CharacterClass, character_class
from plan_tui.search.matches import WordSpread
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.search.corpus import Corpus
    from plan_tui.search.matches import Match, Matches


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


@record
class AllWords:
    """A section that holds every word."""

    section: int
    """Number of the section in the corpus."""
    matches: tuple[Match, ...]
    """The best match of each word that stands in the section itself."""
    spread: WordSpread
    """How close together they stand."""


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
        _reached(corpus, table, names) for table, names in zip(matches, editions, strict=True)
    ]
    sections = []
    for number in sorted(set.intersection(*reached)):
        edition = corpus.edition(number)[:4]
        inside: list[list[Match]] = []
        inherited = 0
        for table, names in zip(matches, editions, strict=True):
            if number in table.sections:
                inside.append(table.at(number))
            elif edition not in names:
                inherited += 1
        if inside:
            sections.append(_spread(corpus, number, inside, inherited))
    return sections


def _reached(corpus: Corpus, matches: Matches, editions: frozenset[str]) -> set[int]:
    """Return the sections that hold a word, stand below a title with it or in its edition."""
    below = (corpus.below(number) for number in matches.titled)
    return matches.sections.union(*below, corpus.of_editions(editions))


def _spread(corpus: Corpus, number: int, inside: list[list[Match]], inherited: int) -> AllWords:
    """Return a section with the best matches of its words.

    ``inside`` holds the matches of each word that stands in the section, ``inherited`` is the
    number of words that stand only in the titles above.
    """
    best = tuple(matches[0] for matches in inside)
    in_title = sum(match.layer is corpus.titles for match in best)
    if in_title == len(inside):
        return AllWords(number, best, WordSpread.PATH if inherited else WordSpread.TITLE)
    if in_title:
        return AllWords(number, best, WordSpread.MIXED)
    together = set.intersection(*({match.unit for match in matches} for matches in inside))
    if together:
        unit = min(together)
        best = tuple(next(m for m in matches if m.unit == unit) for matches in inside)
    spread = WordSpread.UNIT if together else WordSpread.SECTION
    if inherited:
        spread = WordSpread.ABOVE
    return AllWords(number, best, spread)


def most_words(
    corpus: Corpus, matches: Sequence[Matches], *, lone: bool = False
) -> list[tuple[int, float, tuple[Match, ...]]]:
    """Return the sections with the greatest share of the words, where hardly any has them all.

    A word counts the more the fewer sections hold it; one that stands nowhere counts as the
    others do on average, so that it lowers the share and decides nothing. A single word in a text
    is chance, unless ``lone`` lets it count.

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
        for number in table.sections:
            worth = 1 if number in table.titled else _IN_TEXT
            shares[number] = shares.get(number, 0) + weight * worth / whole
    least = max(_LEAST_SHARE, _OF_THE_BEST * max(shares.values()))
    most = []
    for number, share in shares.items():
        if share >= least:
            held = tuple(table.at(number)[0] for table in matches if number in table.sections)
            if lone or len(held) > 1 or held[0].layer is corpus.titles:
                most.append((number, share, held))
    return most
