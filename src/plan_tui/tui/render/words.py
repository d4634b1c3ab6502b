"""Words over time in lines: bars for each edition, passages in context, typical words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from plan_tui.model.word_frequency import Frequency, Occurrence, Typical
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT, cut, pad, width
from plan_tui.tui import interface_terms
from plan_tui.tui.destinations import Destination, SearchFor, SectionAt, WordsOf
from plan_tui.tui.render.bars import bar
from plan_tui.tui.render.line import Line, Piece, fit
from plan_tui.tui.themes import edition_role

PER = Phrase(
    "{count}回　1万字に{rate:.2f}",
    "{count} {count:time|times}, {rate:.2f} in 10,000 chars",
)
LINES = Phrase("{edition}の用例 {count}", "{count} {count:place|places} in the {edition}")
TYPICAL = Phrase("{edition}に特徴的な語", "Words typical of the {edition}")
AGAINST = Phrase(
    "ここで{count}回、他の版で{elsewhere}回（対数尤度比 {score:.0f}）",
    "{count} {count:time|times} here, {elsewhere} elsewhere (log-likelihood {score:.0f})",
)
COUNTS = Phrase(
    "ここで{count}回、他の版で{elsewhere}回",
    "{count} {count:time|times} here, {elsewhere} elsewhere",
)

_NAME = 16
_KEY = 20
_SAID = 36
_SAID_WIDE = 54
"""Columns kept for the words behind a bar, so that bars of all rows are of one scale."""
_WIDE = 100
"""Columns from which the score of a typical word is told."""


@dataclass(frozen=True, slots=True)
class WordsHead:
    """A heading among the rows."""

    text: str
    role: str = "heading"


WordRow = WordsHead | Frequency | Occurrence | Typical


def frequency_rows(found: Sequence[Frequency], language: Language) -> list[WordRow]:
    """Return for each term its bars, then its passages edition by edition."""
    made: list[WordRow] = []
    for term, group in groupby(found, key=lambda one: one.term):
        per_edition = list(group)
        made += [WordsHead(term), *per_edition]
        for one in per_edition:
            if one.count:
                name = interface_terms.edition_name(one.edition.id, language)
                said = LINES.say(language, edition=name, count=one.count)
                made += [WordsHead(said, edition_role(one.edition.ordinal)), *one.occurrences]
    return made


def typical_rows(found: Sequence[Typical], language: Language) -> list[WordRow]:
    """Return the typical words of each edition, the most typical first."""
    made: list[WordRow] = []
    for edition, group in groupby(found, key=lambda one: one.edition):
        name = interface_terms.edition_name(edition.id, language)
        said = TYPICAL.say(language, edition=name)
        made += [WordsHead(said, edition_role(edition.ordinal)), *group]
    return made


def destination_of(row: WordRow, term: str) -> Destination | None:
    """Return where a row leads; ``term`` is marked in the text."""
    if isinstance(row, Frequency) and row.count:
        return SearchFor(f"edition:{row.edition.id} {_quoted(row.term)}")
    if isinstance(row, Occurrence):
        return SectionAt(row.section.key, _quoted(term))
    if isinstance(row, Typical):
        return WordsOf(_quoted(row.term))
    return None


def _quoted(term: str) -> str:
    return f'"{term}"' if " " in term or ":" in term else term


def word_line(row: WordRow, most: float, columns: int, language: Language) -> Line:
    """Draw a row; ``most`` is the frequency or the score of the longest bar."""
    if isinstance(row, WordsHead):
        return Line.of(*fit([Piece(row.text, row.role)], columns))
    if isinstance(row, Occurrence):
        return _in_context(row, columns)
    role = edition_role(row.edition.ordinal)
    kept = _SAID
    if isinstance(row, Frequency):
        name = interface_terms.edition_name(row.edition.id, language)
        said = PER.say(language, count=row.count, rate=row.per_10000)
        value = row.per_10000
    else:
        name, value = row.term, row.score
        phrase, kept = (AGAINST, _SAID_WIDE) if columns >= _WIDE else (COUNTS, _SAID)
        said = phrase.say(language, count=row.count, elsewhere=row.elsewhere, score=row.score)
    size = _NAME if isinstance(row, Frequency) else min(28, columns // 3)
    room = max(6, min(60, columns - size - kept))
    drawn = bar(value, most, room)
    first = Piece(pad(cut(name, size - 1), size), role if isinstance(row, Frequency) else "link")
    gap = " " * (room - width(drawn) + 1)
    return Line.of("  ", *fit([first, Piece(drawn, role), Piece(f"{gap}{said}")], columns - 2))


def _in_context(row: Occurrence, columns: int) -> Line:
    """Draw the term between what stands before and after it, all terms in one column."""
    flat = "".join(" " if character in "\t\n\r" else character for character in row.text)
    key_size = min(_KEY, columns // 4)
    room = columns - key_size - 4
    term = cut(flat[row.start : row.end], room // 2)
    # The same for all spellings of the term; odd, since most characters after `CUT` are wide.
    half = max(4, room * 2 // 5) | 1
    before = _tail(flat[: row.start], half)
    return Line.of(
        "  ",
        Piece(pad(cut(row.section.key, key_size - 1), key_size), "muted"),
        Piece(" " * (half - width(before))),
        *fit(
            [Piece(before), Piece(term, "hit"), Piece(flat[row.end :])],
            columns - key_size - 3 - (half - width(before)),
        ),
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
