"""Counts words in each edition, and finds those that set an edition apart."""

from __future__ import annotations

from collections import Counter, defaultdict

from plan_tui.errors import UsageError
from plan_tui.model.outline_enums import TextPlace
from plan_tui.model.word_frequency import Frequency, Occurrence, Typical
from plan_tui.search.printed_forms import form_of, places_of
from plan_tui.store.word_queries import characters_counted, texts_with_keys, typical_words
from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.search_keys import folded_keys, spelled_keys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.model.records import Edition, Section
    from plan_tui.model.word_frequency import CountedText, SearchText
    from plan_tui.store.plan import Plan

_NO_TERM = Phrase(
    "{term!r}には探せる文字がありません", "{term!r} has no letter or digit to search for"
)
_REFERENCE = late_pattern("[第条項号款章節編]+")
_SHORTEST = 2
"""Characters of a word that can be typical: single kanji are parts of words."""
_LEAST = 10.83
"""The critical value of a chi-square with one degree of freedom at 0.001: chance explains a greater
log-likelihood ratio in under 1 of 1,000 words. Moves how many words are called typical."""


def frequencies(plan: Plan, terms: Sequence[str]) -> tuple[Frequency, ...]:
    """Return for each term, and each edition from the oldest, how often and where it stands.

    What counts as a term is said in `plan_tui.search.printed_forms`; `Frequency.forms` names the
    printed forms apart.

    Raises:
        UsageError: a term has no letter or digit.

    """
    for term in terms:
        if not fold_spelling(term):
            raise UsageError(_NO_TERM.of(term=term))
    sizes = characters_counted(plan)
    counted = []
    for term in terms:
        places: dict[str, list[Occurrence]] = defaultdict(list)
        for section, text in _holding(plan, term):
            places[section.edition_id] += [
                Occurrence(section, text.place, text.text, start, end)
                for start, end in places_of(term, text.text, text.folded)
            ]
        counted += [
            _frequency(term, edition, sizes.get(edition.id, 0), tuple(places[edition.id]))
            for edition in plan.editions()
        ]
    return tuple(counted)


def _holding(plan: Plan, term: str) -> Iterator[tuple[Section, CountedText]]:
    """Yield the texts that may hold a term, each once, in reading order.

    Contents-only headings are left out; a footnote stands under its first reference.
    """
    wanted, asked = fold_spelling(term), form_of(term)
    of_sections: dict[int, list[CountedText]] = defaultdict(list)
    for text in texts_with_keys(plan, folded_keys(wanted), spelled_keys(asked)):
        if wanted in text.folded or asked in form_of(text.text):
            of_sections[text.section_id].append(text)
    seen: set[tuple[TextPlace, int]] = set()
    for section_id, section in plan.sections_by_id(of_sections).items():
        for text in of_sections[section_id]:
            if (text.place, text.row_id) not in seen and not section.toc_only:
                yield section, text
            seen.add((text.place, text.row_id))


def _frequency(term: str, edition: Edition, size: int, places: tuple[Occurrence, ...]) -> Frequency:
    forms: Counter[str] = Counter()
    for printed, count in Counter(place.text[place.start : place.end] for place in places).items():
        forms[form_of(printed)] += count
    return Frequency(term, edition, size, places, dict(forms.most_common()))


def typical(plan: Plan, limit: int) -> tuple[Typical, ...]:
    """Return the ``limit`` words most typical of each edition against all others, as stored."""
    return typical_words(plan, limit)


class _CountedTexts:
    """Every printed text once, with its section; a footnote under its first reference."""

    def __init__(self, plan: Plan) -> None:
        from plan_tui.model.word_frequency import SearchText
        from plan_tui.store.printed_text_queries import texts

        self._sections = {section.id: section for section in plan.sections()}
        below: dict[int, list[SearchText]] = {}
        for text in texts(plan):
            below.setdefault(text.section_id, []).append(text)
        seen: dict[tuple[TextPlace, int], SearchText] = {}
        for section in self._sections.values():
            title = SearchText(section.id, TextPlace.TITLE, section.id, section.title)
            for text in (title, *below.get(section.id, ())):
                seen.setdefault((text.place, text.row_id), text)
        self._texts = list(seen.values())

    def by_edition(self) -> dict[str, list[str]]:
        """Return each edition's texts, contents-only headings left out."""
        texts: dict[str, list[str]] = defaultdict(list)
        for text in self._texts:
            section = self._sections[text.section_id]
            if not section.toc_only:
                texts[section.edition_id].append(text.text)
        return texts


def counted_characters(plan: Plan) -> dict[str, int]:
    """Return the non-space characters of each edition's texts, for the database."""
    return {
        edition: sum(len("".join(text.split())) for text in texts)
        for edition, texts in _CountedTexts(plan).by_edition().items()
    }


def counted_typical(plan: Plan) -> dict[str, list[Typical]]:
    """Return the words typical of each edition against all others, for the database.

    Words are runs of kanji, katakana or Latin letters of two characters and more, but not what
    stands between the numbers of a legal reference (条第). Only those
    that are more frequent than elsewhere, beyond chance, are typical; the most typical come first.
    """
    from plan_tui.text.tokens import TokenKind, tokens

    of_words = (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.LATIN)
    texts = _CountedTexts(plan).by_edition()
    counts = {
        edition.id: Counter(
            token.folded
            for text in texts.get(edition.id, ())
            for token in tokens(text)
            if token.kind in of_words and len(token.text) >= _SHORTEST
            if not _REFERENCE.fullmatch(token.text)
        )
        for edition in plan.editions()
    }
    total: Counter[str] = Counter()
    for count_of_edition in counts.values():
        total.update(count_of_edition)
    most_typical: dict[str, list[Typical]] = {}
    for edition in plan.editions():
        here = counts[edition.id]
        size, rest = here.total(), total.total() - here.total()
        scored = (
            Typical(edition, term, count, total[term] - count, score)
            for term, count in here.items()
            if (score := surprise(count, size, total[term] - count, rest)) > _LEAST
        )
        in_order = sorted(scored, key=lambda word: (-word.score, word.term))
        most_typical[edition.id] = in_order
    return most_typical


def surprise(count: int, size: int, elsewhere: int, rest: int) -> float:
    """Return the log-likelihood ratio of a word's surplus here; 0 if there is none.

    Args:
        count: times in this edition.
        size: words of this edition.
        elsewhere: times in the other editions.
        rest: words of the other editions.

    """
    if not size or not rest or count * rest <= elsewhere * size:
        return 0.0
    import math

    share = (count + elsewhere) / (size + rest)
    score = count * math.log(count / (size * share))
    if elsewhere:
        score += elsewhere * math.log(elsewhere / (rest * share))
    return 2 * score
