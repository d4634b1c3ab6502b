"""How often terms stand in each edition, and where."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby

from plan_tui.errors import UsageError
from plan_tui.labels.edition_names import held_lines
from plan_tui.labels.printed_form_names import COUNTED_IN, forms_line
from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.width import char_width, pad, width
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.bar_chart import BarChart
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import ListItem, RichDocument
    from plan_tui.model.word_frequency import Frequency, Occurrence
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.typical_words import TypicalWordsView
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("語の頻度：{terms}", "Words: {terms}")
_HEAD = (
    Phrase("版", "Edition"),
    Phrase("回数", "Count"),
    Phrase("1万字当たり", "Per 10,000 characters"),
    Phrase("本文の字数", "Characters held"),
)
_UNIT = Phrase(
    "1万字当たりの回数（棒の上は回数）", "Times in 10,000 characters; times above each bar"
)
_NO_FILTER = Phrase(
    "{term}は絞り込みです。語は全ての版で数えるため、絞り込みは使えません",
    "{term} is a filter; words are counted in all editions, and none goes with them",
)
_BAR = 30
_AROUND = 30
"""Columns of context on each side of a term."""
_FIT = _AROUND // 2
"""Characters that fit in them, whatever they are."""


@record
class WordsView(View):
    """Counts of terms, and the passages they stand in."""

    frequencies: Sequence[Frequency]
    """One a term and edition, the editions of a term together."""
    terms: Sequence[str]
    """As asked for."""
    limit: int | None = None
    """Passages of each term and edition at most."""

    columns = ("term", "edition", "count", "per_10000", "characters")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("words", *self.terms, *limit_words(self.limit))

    @property
    def nothing(self) -> str:
        """What to say where no term stands anywhere."""
        if any(frequency.count for frequency in self.frequencies):
            return ""
        return NO_MATCH.of(query=" ".join(self.terms)).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a term and edition, with its passages."""
        return [
            {
                "term": frequency.term,
                "edition": frequency.edition.id,
                "count": frequency.count,
                "per_10000": round(frequency.per_10000, 3),
                "characters": frequency.characters,
                "forms": frequency.forms,
                "lines": [
                    {
                        "key": place.section.key,
                        "citation": place.section.citation,
                        "place": place.place,
                        "text": place.text,
                        "start": place.start,
                        "end": place.end,
                    }
                    for place in frequency.occurrences[: self.limit]
                ],
            }
            for frequency in self.frequencies
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return a bar for each edition, then the lines of each, the term in one column."""
        most = max((frequency.per_10000 for frequency in self.frequencies), default=0.0)
        names = {f.edition.id: f.edition.name(self.language) for f in self.frequencies}
        columns = max(map(width, names.values()), default=0) + 2
        note = " / ".join(phrase.say(self.language) for phrase in _HEAD[1:3])
        lines = [paint("dim", note)]
        for term, group in groupby(self.frequencies, key=lambda frequency: frequency.term):
            of_term = list(group)
            lines += ["", paint("head", term)]
            lines += [_bar(f, pad(names[f.edition.id], columns), most) for f in of_term]
            forms = forms_line(of_term, self.language)
            lines += [paint("dim", forms)] if forms else []
        lines += ["", *(paint("dim", line) for line in self._held())]
        for frequency in self.frequencies:
            lines += self._passages(frequency, paint)
        return "\n".join(lines) + "\n"

    def _held(self) -> list[str]:
        """Say in which text the terms are counted."""
        editions = dict.fromkeys(frequency.edition for frequency in self.frequencies)
        return [COUNTED_IN.say(self.language), *held_lines(editions, self.language)]

    def _passages(self, frequency: Frequency, paint: Paint) -> list[str]:
        shown = frequency.occurrences[: self.limit]
        if not shown:
            return []
        keys = max(width(place.section.key) for place in shown) + 2
        name = f"{frequency.term}  {frequency.edition.name(self.language)}"
        lines = ["", paint("head", name)]
        for place in shown:
            lines.append(paint("key", pad(place.section.key, keys)) + _in_context(place, paint))
        return lines

    def figure(self) -> BarChart:
        """Return the counts as bars: a group for each edition, a bar for each term."""
        from plan_tui.model.bar_chart import BarChart, ChartBar, ChartGroup

        by_edition: dict[str, list[Frequency]] = defaultdict(list)
        for frequency in self.frequencies:
            by_edition[frequency.edition.id].append(frequency)
        terms = tuple(dict.fromkeys(frequency.term for frequency in self.frequencies))
        return BarChart(
            _TITLE.say(self.language, terms=listed(terms, self.language)),
            _UNIT.say(self.language),
            terms,
            [
                ChartGroup(
                    counted[0].edition.name(self.language),
                    [ChartBar(each.per_10000, str(each.count)) for each in counted],
                )
                for counted in by_edition.values()
            ],
            self._held(),
        )

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a table of counts for each term, and the passages with their citations."""
        from plan_tui.model.rich_document import ListItem, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        terms = list(dict.fromkeys(frequency.term for frequency in self.frequencies))
        builder.heading(1, _TITLE.say(self.language, terms=listed(terms, self.language)))
        head, *held = self._held()
        builder.paragraph(head)
        builder.bullets([ListItem(run(line)) for line in held])
        for term in terms:
            builder.heading(2, term)
            of_term = [frequency for frequency in self.frequencies if frequency.term == term]
            columns = [column.say(self.language) for column in _HEAD]
            builder.table(columns, [_cells(frequency, self.language) for frequency in of_term])
            builder.paragraph(forms_line(of_term, self.language))
            for frequency in of_term:
                if frequency.occurrences:
                    builder.heading(3, frequency.edition.name(self.language))
                    shown = frequency.occurrences[: self.limit]
                    builder.bullets([_quoted(builder, place) for place in shown])
        return builder.finish(attribution, self.command)


def words_view(
    plan: Plan, language: Language, terms: Sequence[str] = (), limit: int | None = None
) -> WordsView | TypicalWordsView:
    """Return how often terms stand in each edition; without terms, each edition's typical words.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        terms: what to count.
        limit: passages of each term and edition, or typical words of each edition, at most.

    Raises:
        UsageError: a term is empty, or a filter.

    """
    if not terms:
        from plan_tui.views.typical_words import typical_words_view

        return typical_words_view(plan, language, limit)
    from plan_tui.search.word_counts import frequencies

    for term in terms:
        _refuse_filter(term)
    terms = tuple(dict.fromkeys(terms))  # a term asked for twice is counted once
    return WordsView(language, frequencies(plan, terms), terms, limit)


def _refuse_filter(term: str) -> None:
    if term.isalnum():
        return
    from plan_tui.query.grammar import parse_query

    try:
        is_filter = bool(parse_query(term).filters)
    except UsageError:  # no filter has this name
        return
    if is_filter:
        raise UsageError(_NO_FILTER.of(term=term))


def _bar(frequency: Frequency, edition: str, most: float) -> str:
    bar = "#" * round(_BAR * frequency.per_10000 / most) if most else ""
    return f"{edition}{frequency.count:>6}{frequency.per_10000:>8.2f}  {bar}".rstrip()


def _in_context(place: Occurrence, paint: Paint) -> str:
    """Return the term between what stands before (right-aligned) and after it."""
    flat = place.text.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    term = paint("match", f"[{flat[place.start : place.end]}]")
    return f"{_before(flat, place.start)}{term}{_after(flat, place.end)}"


def _before(text: str, end: int) -> str:
    """Return what fits in `_AROUND` columns before a place, with blanks that fill them."""
    start = max(0, end - _FIT)
    free = _AROUND - sum(map(char_width, text[start:end]))
    while start and char_width(text[start - 1]) <= free:
        start -= 1
        free -= char_width(text[start])
    return " " * free + text[start:end]


def _after(text: str, start: int) -> str:
    """Return what fits in `_AROUND` columns behind a place."""
    end = min(len(text), start + _FIT)
    free = _AROUND - sum(map(char_width, text[start:end]))
    while end < len(text) and char_width(text[end]) <= free:
        free -= char_width(text[end])
        end += 1
    return text[start:end]


def _cells(frequency: Frequency, language: Language) -> list[str]:
    return [
        frequency.edition.name(language),
        str(frequency.count),
        f"{frequency.per_10000:.2f}",
        str(frequency.characters),
    ]


def _quoted(builder: DocumentBuilder, place: Occurrence) -> ListItem:
    """Return a passage, the term in it marked, and where it stands."""
    from plan_tui.labels.hit_reasons import MATCHED_IN
    from plan_tui.model.enums import MatchedIn
    from plan_tui.model.rich_document import ListItem, Markup, run

    where = MATCHED_IN[MatchedIn(place.place)].say(builder.language)
    return ListItem(
        (
            *run(place.text[: place.start]),
            *run(place.text[place.start : place.end], Markup.MATCH),
            *run(place.text[place.end :].rstrip()),
            *run(" ("),
            *builder.cite(place.section),
            *run(f", {where})"),
        )
    )
