"""Words typical of an edition as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plan_tui.export.json_lists import Record
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.model.records import Attribution
from plan_tui.model.word_frequency import Typical
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

COLUMNS = ("edition", "term", "count", "elsewhere", "score")
_TITLE = Phrase("各版に特徴的な語", "Words typical of each edition")
_HEAD = (
    Phrase("語", "Word"),
    Phrase("この版", "Here"),
    Phrase("他の版", "Elsewhere"),
    Phrase("対数尤度比", "Log-likelihood"),
)
_NUMBER = 6


def records(found: Sequence[Typical]) -> list[Record]:
    """Return one record a word."""
    return [
        {
            "edition": one.edition.id,
            "term": one.term,
            "count": one.count,
            "elsewhere": one.elsewhere,
            "score": round(one.score, 2),
        }
        for one in found
    ]


def text(found: Sequence[Typical], language: Language, paint: Paint = no_paint) -> str:
    """Return the typical words of each edition, the most typical first."""
    terms = max((width(one.term) for one in found), default=0) + 2
    word, *numbers = (phrase.say(language) for phrase in _HEAD)
    columns = [max(_NUMBER, width(name)) + 2 for name in numbers]
    head = (" " * (c - width(name)) + name for name, c in zip(numbers, columns, strict=True))
    lines = [paint("dim", pad(word, terms) + "".join(head))]
    for label, group in groupby(found, key=lambda one: one.edition.name(language)):
        lines += ["", paint("head", label)]
        lines += [
            pad(one.term, terms)
            + f"{one.count:>{columns[0]}}{one.elsewhere:>{columns[1]}}{one.score:>{columns[2]}.1f}"
            for one in group
        ]
    return "\n".join(lines) + "\n"


def markdown(
    found: Sequence[Typical], attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return a table of typical words for each edition."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    for label, group in groupby(found, key=lambda one: one.edition.name(language)):
        sheet.heading(2, inline(label))
        rows = [
            [inline(one.term), str(one.count), str(one.elsewhere), f"{one.score:.1f}"]
            for one in group
        ]
        sheet.add(table([column.say(language) for column in _HEAD], rows))
    return sheet.finish(attribution, command)
