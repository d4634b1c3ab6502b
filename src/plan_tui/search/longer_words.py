"""Numbers and Latin words that stand only inside longer ones, which are like what is asked for."""

from __future__ import annotations

from plan_tui.search.match_runs import MadeRun, Matches, WordRun
from plan_tui.search.matches import INSIDE, Match, MatchForm, MatchTier, spelled_match
from plan_tui.search.word_patterns import joins_parts
from plan_tui.text.characters import ends_in_number
from plan_tui.text.fold import fold_sound

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Set

    from plan_tui.search.strings import TextLayer

_LEAST, _LEAST_ENGLISH = 3, 6
"""Letters of a Latin word that is looked for inside longer ones, and inside those of an English
title: fewer (``ion``) stand nearly everywhere."""


def in_longer_numbers(
    word: str, layers: Iterable[TextLayer], best: Matches
) -> dict[tuple[int, int], Match]:
    """Return where a number stands only within longer ones: typed on, it may be one (13, 1,351).

    A single digit stands nearly everywhere, and is not looked for here.
    """
    matches: dict[tuple[int, int], Match] = {}
    if not ends_in_number(word) or len(word) == 1:
        return matches
    import re

    pattern = re.compile(re.sub(r"(?<=\d)(?=\d)", ",?", re.escape(word)))
    for is_text, layer in enumerate(layers):
        lacking = best.lacking(is_text, layer.folded.holding(fold_sound(word)))
        for unit, start, end in layer.spelled.match(pattern, lacking):
            place = (start, end)
            matches[is_text, unit] = spelled_match(layer, unit, MatchTier.TYPO, place, INSIDE)
    return matches


def in_longer_words(
    word: str,
    layers: Iterable[TextLayer],
    cut: tuple[Set[int], Set[int]],
    best: Matches,
    doubtful: Matches,
) -> None:
    """Add to what is doubtful where a Latin word stands only inside longer ones.

    Args:
        word: as it is folded.
        layers: the titles and the texts.
        cut: for each layer, the strings in which it stands so.
        best: where it stands in better ways.
        doubtful: where it may be heard, to be added to.

    """
    for is_text, layer in enumerate(layers if len(word) >= _LEAST else ()):
        units = sorted(cut[is_text] - best.known[is_text] - doubtful.known[is_text])
        if len(word) < _LEAST_ENGLISH:
            units = [unit for unit in units if unit < layer.first_english]
        tier, form = MatchTier.TYPO, MatchForm.SPELLED
        doubtful.add(WordRun(is_text, layer, units, word, tier, form, INSIDE))


def letter_anywhere(
    needle: str,
    layers: Iterable[TextLayer],
    best: Matches,
    heard: Matches,
    but: Container[int],
) -> Matches:
    """Return where a single letter stands, folded, or is heard: nearly everywhere.

    Args:
        needle: as it is folded.
        layers: the titles and the texts.
        best: where it stands in better ways.
        heard: where it is heard.
        but: sections that are left out, which are all that ``best`` has, if any is given.

    """
    matches, told = Matches(), dict(heard.items())
    for is_text, layer in enumerate(layers):
        # What is found better is in the sections ``but``.
        units, known = layer.with_letter(needle), set() if but else best.known[is_text]
        pairs = zip(units, layer.sections.of_each(units), strict=True)
        units = [unit for unit, n in pairs if n not in but and unit not in known]
        if needle.isascii():
            units = [unit for unit in units if not joins_parts(needle, layer, unit)]
        tier = MatchTier.TYPO if needle.isdecimal() else MatchTier.READING
        run = WordRun(is_text, layer, units, needle, tier, MatchForm.FOLDED, quality=0.0)
        also = [unit for unit in units if (is_text, unit) in told]
        if also:
            by_unit = {
                u: told.pop((is_text, u)) if (is_text, u) in told else run.match(u) for u in units
            }
            matches.add(MadeRun(is_text, layer, by_unit))
        else:
            matches.add(run)
    best.close()
    for rest in Matches.of(told).runs:
        matches.add(rest)
    return matches
