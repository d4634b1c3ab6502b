"""Chapters of measures as bars of their KPIs: with a number, set without one, unset."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.model.measure_cards import ChapterTally
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.tui.render.bars import BarPart, cell, number_cell, stacked
from plan_tui.tui.render.line import Line, Piece, columns_of, fit
from plan_tui.tui.themes import edition_role

NUMERIC = Phrase("数値目標あり", "with a number")
SET = Phrase("その他の設定", "set, no number")
UNSET = Phrase("未設定", "unset")
TALLY = Phrase(
    "施策{measures:>{a}}　KPI{kpis:>{b}}　設定{set:>{c}}（数値{numeric:>{d}}）　未設定{unset:>{e}}",
    "{measures:>{a}} {measures:measure|measures}, {kpis:>{b}} {kpis:KPI|KPIs}: "
    "{set:>{c}} set ({numeric:>{d}} numeric), {unset:>{e}} unset",
)
SHORT_TALLY = Phrase(
    "施策{measures:>{a}}　未設定{unset:>{e}}",
    "{measures:>{a}} {measures:measure|measures}, {unset:>{e}} unset",
)


@record
class KpiStage:
    """How far a KPI is settled, as it is drawn in bars and rows."""

    name: Phrase
    sign: str
    role: str


NUMERIC_KPI = KpiStage(NUMERIC, "▬", "edition-1")
SET_KPI = KpiStage(SET, "▪", "edition-3")
UNSET_KPI = KpiStage(UNSET, "▫", "warning")

BROAD = 110
"""Columns from which a chapter's title stands before its bar, in place of the number of KPIs; and
from which a measure's row has its KPIs in words and dates in both calendars.

Chosen by eye: a KPI has 13 columns in a row then, its first six wide characters.
"""
_NUMBER, _COUNT = 5, 4
"""Columns of a chapter's Roman number (``VIII`` has four), and digits of a count of KPIs."""
_TITLE_PERCENT = 25
"""Share of a title in the line: 27 columns at `BROAD`, thirteen wide characters."""
_WORDS, _SHORT_WORDS = 53, 23
"""Columns kept for a chapter's counts in words, all or two of them, so that all bars are of
one scale: 51 and 21 have the longest, in English with numbers of two digits.
"""
_LEAST_BAR = 10
"""Columns of a bar below which the counts are said in few words. Chosen by eye."""


def chapter_line(
    tally: ChapterTally,
    title: str,
    most: int,
    columns: int,
    language: Language,
    ordinals: Mapping[str, int] | None = None,
    among: Sequence[ChapterTally] = (),
) -> Line:
    """Draw a chapter: number, title, a bar of its KPIs, the counts in words.

    ``most`` is the number of KPIs of the chapter with the longest bar; ``ordinals`` are those of
    the editions that hold measures, where several do; ``among`` are the chapters of the same list,
    whose numbers stand below each other.
    """
    edition = _edition(tally.edition, ordinals) if ordinals else ()
    named = columns >= BROAD
    title_size = columns * _TITLE_PERCENT // 100 if named else _COUNT
    name = (
        cell([Piece(title)], title_size) if named else [number_cell(tally.kpis, _COUNT, "strong")]
    )
    rest = columns - columns_of(edition) - (_NUMBER + 1) - (title_size + 1)
    full = rest > _WORDS + _LEAST_BAR
    room = rest - 1 - (_WORDS if full else _SHORT_WORDS)
    stages = (
        (NUMERIC_KPI, tally.numeric),
        (SET_KPI, tally.set - tally.numeric),
        (UNSET_KPI, tally.unset),
    )
    parts = [BarPart(count, stage.sign, stage.role) for stage, count in stages]
    pieces = [
        *edition,
        *cell([Piece(tally.chapter, "label")], _NUMBER),
        *name,
        *cell(stacked(parts, most, room), room),
        Piece(_counts(tally, among or (tally,), language, full=full), "muted"),
    ]
    return Line.of(*fit(pieces, columns))


def _edition(edition: str, ordinals: Mapping[str, int]) -> tuple[Piece, ...]:
    role = edition_role(ordinals.get(edition, 1))
    return cell([Piece(edition, role)], max(map(len, ordinals)))


def _counts(
    tally: ChapterTally, among: Sequence[ChapterTally], language: Language, *, full: bool
) -> str:
    names = ("measures", "kpis", "set", "numeric", "unset")
    digits = {name: max(len(str(getattr(each, name))) for each in among) for name in names}
    numbers = {name: getattr(tally, name) for name in names}
    phrase = TALLY if full else SHORT_TALLY
    return phrase.say(language, **numbers, **dict(zip("abcde", digits.values(), strict=True)))


def kpi_legend(language: Language) -> list[Piece]:
    """Return what the signs of a chapter's bar mean."""
    stages = (NUMERIC_KPI, SET_KPI, UNSET_KPI)
    return [Piece(f"{stage.sign} {stage.name.say(language)} ", stage.role) for stage in stages]
