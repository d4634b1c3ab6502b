"""Words over time in lines: bars for each edition, passages in context, typical words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from plan_tui.labels.edition_names import edition_name, held_lines
from plan_tui.labels.printed_form_names import COUNTED_IN, forms_line
from plan_tui.model.word_frequency import Frequency, Occurrence, Typical
from plan_tui.query.grammar import quoted
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.width import CUT, cut, pad, width
from plan_tui.tui.destinations import Destination, SectionAt, WordsOf
from plan_tui.tui.render.bars import bar
from plan_tui.tui.render.line import Line, Paragraph, Piece, fit
from plan_tui.tui.themes import edition_role

PER = Phrase(
    "{count}回　1万字に{rate:.2f}",
    "{count} {count:time|times}, {rate:.2f} in 10,000 chars",
)
LINES = Phrase(
    "{term}：{edition}の用例 {count}", "{term}: {count} {count:place|places} in the {edition}"
)
TYPICAL = Phrase("{edition}に特徴的な語", "Words typical of the {edition}")
AGAINST = Phrase(
    "ここで{count}回、他の版で{elsewhere}回（対数尤度比 {score:.0f}）",
    "{count} {count:time|times} here, {elsewhere} elsewhere (log-likelihood {score:.0f})",
)
COUNTS = Phrase(
    "ここで{count}回、他の版で{elsewhere}回",
    "{count} {count:time|times} here, {elsewhere} elsewhere",
)

CHOSEN = "▸"
"""Stands before the bar whose passages alone are shown."""
_NAME = 16
"""Columns of an edition's name before its bar; ``2021-12 edition`` has 15; longer ones are cut."""
_TERM_SHARE, _TERM_TO = 3, 28
"""A typical word has a third of the width, and this many columns at most: 13 wide characters."""
_COUNT = {Language.JA: 30, Language.EN: 36}
_SCORE = {Language.JA: 50, Language.EN: 54}
"""Columns kept for the words behind a bar, without and with the score, so that the bars of all rows
are of one scale; the longest, with counts of four digits, have two or three less.
"""
_BAR_FROM, _BAR_TO = 6, 60
"""The fewest and the most columns of the longest bar; where it is narrow the line is cut."""
_SCORED_FROM = 100
"""Columns from which the score of a typical word is told: the bar keeps 18 beside it then."""
_AROUND = 4
"""Characters for each column that are looked at around a term: some have no width."""
_KEY = 20
"""Columns of a section's key, but a quarter of the width at most."""


@record
class WordsHead:
    """A heading among the rows."""

    text: str
    role: str = "heading"
    term: str = ""
    """The term whose passages stand below."""


WordRow = WordsHead | Frequency | Occurrence | Typical


def frequency_rows(
    frequencies: Sequence[Frequency],
    language: Language,
    columns: int,
    chosen: Frequency | None = None,
) -> list[WordRow]:
    """Return the bars of all terms, what is held of the editions, and the passages by term.

    Of a chosen bar the passages alone are shown. What is held is broken into lines of ``columns``,
    one row each.
    """
    chart: list[WordRow] = []
    passages: list[WordRow] = []
    for term, group in groupby(frequencies, key=lambda frequency: frequency.term):
        per_edition = list(group)
        forms = forms_line(per_edition, language)
        chart += [WordsHead(term), *per_edition, *([WordsHead(forms, "muted")] if forms else [])]
        for frequency in per_edition:
            if frequency.count and chosen in (None, frequency):
                edition = frequency.edition
                name = edition_name(edition.id, language)
                title = LINES.say(language, term=term, edition=name, count=frequency.count)
                passages.append(WordsHead(title, edition_role(edition.ordinal), term))
                passages += frequency.occurrences
    editions = dict.fromkeys(frequency.edition for frequency in frequencies)
    lines = [COUNTED_IN.say(language), *held_lines(editions, language)]
    held = [WordsHead(row.text, "muted") for line in lines for row in _broken(line, columns)]
    return [*chart, *held, *passages]


def _broken(text: str, columns: int) -> list[Line]:
    """Break a text into lines, all but the first behind an indent."""
    return Paragraph(text, rest=(Piece("  "),)).lines(columns - 2)


def typical_rows(words: Sequence[Typical], language: Language) -> list[WordRow]:
    """Return the typical words of each edition, the most typical first."""
    rows: list[WordRow] = []
    for edition, group in groupby(words, key=lambda word: word.edition):
        name = edition_name(edition.id, language)
        title = TYPICAL.say(language, edition=name)
        rows += [WordsHead(title, edition_role(edition.ordinal)), *group]
    return rows


def destination_of(row: WordRow, term: str) -> Destination | None:
    """Return where a row leads, None for nowhere; ``term`` is marked in the text."""
    if isinstance(row, Occurrence):
        return SectionAt(row.section.key, quoted(term))
    if isinstance(row, Typical):
        return WordsOf(quoted(row.term))
    return None


def word_line(
    row: WordRow, most: float, columns: int, language: Language, *, chosen: bool = False
) -> Line:
    """Draw a row; ``most`` is the frequency or the score of the longest bar.

    A sign stands before a bar that was chosen.
    """
    if isinstance(row, WordsHead):
        return Line.of(*fit([Piece(row.text, row.role)], columns))
    if isinstance(row, Occurrence):
        return _in_context(row, columns)
    role = edition_role(row.edition.ordinal)
    if isinstance(row, Frequency):
        name = Piece(edition_name(row.edition.id, language), role)
        name_size, counts_size = _NAME, _COUNT[language]
        counts = PER.say(language, count=row.count, rate=row.per_10000)
        value = row.per_10000
    else:
        name = Piece(row.term, "link")
        name_size = min(_TERM_TO, columns // _TERM_SHARE)
        phrase, counts_size = (
            (AGAINST, _SCORE[language]) if columns >= _SCORED_FROM else (COUNTS, _COUNT[language])
        )
        counts = phrase.say(language, count=row.count, elsewhere=row.elsewhere, score=row.score)
        value = row.score
    room = max(_BAR_FROM, min(_BAR_TO, columns - name_size - counts_size))
    drawn = bar(value, most, room)
    first = Piece(pad(cut(name.text, name_size - 1), name_size), name.role)
    gap = " " * (room - width(drawn) + 1)
    pieces = fit([first, Piece(drawn, role), Piece(f"{gap}{counts}")], columns - 2)
    return Line.of(Piece(f"{CHOSEN} ", "strong") if chosen else "  ", *pieces)


def _in_context(row: Occurrence, columns: int) -> Line:
    """Draw the term between what stands before and after it, all terms in one column."""
    reach = _AROUND * columns
    first = max(0, row.start - reach)
    around = row.text[first : row.end + reach]
    flat = "".join(" " if character in "\t\n\r" else character for character in around)
    start, end = row.start - first, row.end - first
    key_size = min(_KEY, columns // 4)
    room = columns - key_size - 4
    # Two fifths for what stands before the term, half at most for the term, the rest behind it.
    term = cut(flat[start:end], room // 2)
    # The same for all spellings of the term; odd, since most characters after `CUT` are wide.
    before_size = max(4, room * 2 // 5) | 1
    before = _tail(flat[:start], before_size)
    gap = before_size - width(before)
    passage = [Piece(before), Piece(term, "hit"), Piece(flat[end:])]
    return Line.of(
        "  ",
        Piece(pad(cut(row.section.key, key_size - 1), key_size), "muted"),
        Piece(" " * gap),
        *fit(passage, columns - key_size - 3 - gap),
    )


def _tail(text: str, columns: int) -> str:
    """Return as much of a text's end as fits; if it was cut, `CUT` and blanks to fill before it."""
    if width(text) <= columns:
        return text
    start = len(text)
    used = width(CUT)
    while start > 0 and used + width(text[start - 1]) <= columns:
        start -= 1
        used += width(text[start])
    return CUT + " " * (columns - used) + text[start:]
