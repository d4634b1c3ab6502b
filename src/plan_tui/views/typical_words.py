"""Words typical of each edition."""

from __future__ import annotations

from itertools import groupby

from plan_tui.labels.printed_form_names import TYPICAL_COUNTED
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.view import View, limit_words, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.model.word_frequency import Typical
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint, Record

TYPICAL_WORDS = 20
"""Words of an edition that are shown where no limit is asked for: about a screen of them."""
_NONE_TYPICAL = Phrase("特徴的な語なし", "no edition has typical words")
_TITLE = Phrase("各版に特徴的な語", "Words typical of each edition")
_HEAD = (
    Phrase("語", "Word"),
    Phrase("この版", "Here"),
    Phrase("他の版", "Elsewhere"),
    Phrase("対数尤度比", "Log-likelihood"),
)
_COUNTED = Phrase("数えたのは：{counted}", "Counted: {counted}")
_NUMBER = 6


@record
class TypicalWordsView(View):
    """The words that one edition says far more often than the others."""

    typical: Sequence[Typical]
    """Those of an edition together, the most typical first."""
    limit: int | None = None

    columns = ("edition", "term", "count", "elsewhere", "score")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("words", *limit_words(self.limit))

    @property
    def nothing(self) -> str:
        """What to say where no word is typical."""
        return "" if self.typical else _NONE_TYPICAL.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a word."""
        return [
            {
                "edition": word.edition.id,
                "term": word.term,
                "count": word.count,
                "elsewhere": word.elsewhere,
                "score": round(word.score, 2),
            }
            for word in self.typical
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the typical words of each edition, the most typical first, and what is counted."""
        terms = max((width(word.term) for word in self.typical), default=0) + 2
        first, *numbers = (phrase.say(self.language) for phrase in _HEAD)
        columns = [max(_NUMBER, width(name)) + 2 for name in numbers]
        head = (" " * (c - width(name)) + name for name, c in zip(numbers, columns, strict=True))
        lines = [paint("dim", pad(first, terms) + "".join(head))]
        for edition, words in self._by_edition():
            lines += ["", paint("head", edition)]
            for word in words:
                figures = (str(word.count), str(word.elsewhere), f"{word.score:.1f}")
                cells = (f"{figure:>{c}}" for figure, c in zip(figures, columns, strict=True))
                lines.append(pad(word.term, terms) + "".join(cells))
        counted = _COUNTED.say(self.language, counted=TYPICAL_COUNTED.say(self.language))
        lines += ["", paint("dim", counted)]
        return "\n".join(lines) + "\n"

    def _by_edition(self) -> list[tuple[str, list[Typical]]]:
        groups = groupby(self.typical, key=lambda word: word.edition.name(self.language))
        return [(edition, list(words)) for edition, words in groups]

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a table of typical words for each edition."""
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        builder.paragraph(_COUNTED.say(self.language, counted=TYPICAL_COUNTED.say(self.language)))
        for edition, words in self._by_edition():
            builder.heading(2, edition)
            rows = [
                [word.term, str(word.count), str(word.elsewhere), f"{word.score:.1f}"]
                for word in words
            ]
            builder.table([column.say(self.language) for column in _HEAD], rows)
        return builder.finish(attribution, self.command)


def typical_words_view(
    plan: Plan, language: Language, limit: int | None = None
) -> TypicalWordsView:
    """Return the words typical of each edition, at most ``limit`` or `TYPICAL_WORDS` of each."""
    from plan_tui.search.word_counts import typical

    return TypicalWordsView(language, typical(plan, limit or TYPICAL_WORDS), limit)
