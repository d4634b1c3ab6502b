"""All words of a query in any order: each may match in its own way, in one section."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.search.corpus import Corpus
from plan_tui.search.fuzzy import character_class
from plan_tui.search.match import Found, Matches

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


def pieces(word: str) -> tuple[str, ...]:
    """Cut an unspaced word into the words it seems to be made of, without particles.

    ``自治体システム標準化`` → 自治体, システム, 標準化. Kana endings stay with their kanji.
    """
    plain = unicodedata.normalize("NFKC", word)
    runs = re.findall(
        r"[゠-ヿ]+|[A-Za-z]+(?:[-.][A-Za-z]+)*|\d[\d.,]*|[一-鿿㐀-䶿々]+|[ぁ-ゟ]+", plain
    )
    found = [run for run in runs if run not in _PARTICLES]
    return tuple(found)


def halves(word: str) -> tuple[tuple[str, str], ...]:
    """Return the ways to cut a word of kanji in two (``行政手続`` → 行政, 手続 …)."""
    if len(word) < 4 or {character_class(c) for c in word} != {"kanji"}:
        return ()
    return tuple((word[:cut], word[cut:]) for cut in range(2, len(word) - 1))


@dataclass(frozen=True, slots=True)
class AllWords:
    """A section that holds every word."""

    section: int
    found: tuple[Found, ...]
    """The best match of each word that stands in the section itself."""
    spread: str
    """``title`` (all in the title), ``path`` (in the title and those above it), ``mixed`` (some
    in the title, some in the text), ``unit`` (all in one text), ``section`` (over several texts)
    or ``above`` (some only in the titles above, none in the section's own)."""


def all_words(
    corpus: Corpus, matches: Sequence[Matches], editions: Sequence[frozenset[str]]
) -> list[AllWords]:
    """Return the sections in which every word stands.

    Args:
        corpus: the searchable strings.
        matches: for each word, where it stands.
        editions: for each word, the editions that it names (which is as good as standing there).

    """
    tables = [_by_section(found) for found in matches]
    titled = [
        {n for n, found in table.items() if found[0].layer is corpus.titles} for table in tables
    ]
    result = []
    for number, section in enumerate(corpus.sections):
        above = corpus.ancestors[number]
        own: list[list[Found]] = []
        inherited = named = 0
        for table, titles, names in zip(tables, titled, editions, strict=True):
            found = table.get(number)
            if found:
                own.append(found)
            elif section.edition_id[:4] in names:
                named += 1
            elif any(ancestor in titles for ancestor in above):
                inherited += 1
            else:
                break
        else:
            if own:
                result.append(_all(corpus, number, own, inherited))
    return result


def _by_section(matches: Matches) -> dict[int, list[Found]]:
    table: dict[int, list[Found]] = {}
    for found in matches.values():
        table.setdefault(found.section, []).append(found)
    return table


def _all(corpus: Corpus, number: int, own: list[list[Found]], inherited: int) -> AllWords:
    best = tuple(found[0] for found in own)
    in_title = sum(found.layer is corpus.titles for found in best)
    if in_title == len(own):
        return AllWords(number, best, "path" if inherited else "title")
    if in_title:
        return AllWords(number, best, "mixed")
    together = set.intersection(*({found.unit for found in founds} for founds in own))
    if together:
        unit = min(together)
        best = tuple(next(f for f in founds if f.unit == unit) for founds in own)
    spread = "above" if inherited else "unit" if together else "section"
    return AllWords(number, best, spread)
