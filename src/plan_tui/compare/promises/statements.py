"""The deadlines and goals that some passages of an edition name, each with its sentence."""

from __future__ import annotations

from collections import Counter

from plan_tui.compare.promises.goal_numbers import MOST, NumberInSentence, is_to_be_reached
from plan_tui.compare.promises.printed_places import places
from plan_tui.compare.promises.promise_dates import is_promised
from plan_tui.compare.promises.promised_action import action, is_report
from plan_tui.model.comparison_enums import PromiseKind
from plan_tui.model.enums import KpiStatus
from plan_tui.model.records import PrintedNumber
from plan_tui.model.tracks import Statement
from plan_tui.parse.facts.kpi_status import kpi_status
from plan_tui.text.record import replaced
from plan_tui.text.sentences import sentence_range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from plan_tui.model.comparison import ComparedPassage
    from plan_tui.model.records import Edition, PrintedDate

    Printed = TypeVar("Printed", PrintedDate, PrintedNumber)


def statements(
    edition: Edition, passages: Sequence[ComparedPassage]
) -> dict[PromiseKind, list[Statement]]:
    """Return what some text promises, in its order: deadlines with reports, and numbers.

    A number is a goal if it stands in a KPI, or in what is to be done by a deadline, and is to
    be reached. Reports tell of what was done on a day. A KPI that is not set yet promises nothing.
    """
    dates: list[Statement] = []
    numbers: list[Statement] = []
    for passage in passages:
        if passage.kpi_id is not None and kpi_status(passage.text) is KpiStatus.UNSET:
            continue
        of_passage = _deadlines(edition, passage)
        goals = _goals(edition, passage, [each for each in of_passage if not each.reported])
        dates += [_with_goals(deadline, goals) for deadline in of_passage]
        numbers += goals
    return {
        PromiseKind.DEADLINE: list(dict.fromkeys(dates)),
        PromiseKind.NUMBER: list(dict.fromkeys(numbers)),
    }


def _deadlines(edition: Edition, passage: ComparedPassage) -> list[Statement]:
    """Return the deadlines of a passage, and the days on which something was done."""
    told = []
    for date in _of_sentences(passage, passage.dates):
        statement = _statement(edition, passage, date)
        if not date.is_target:
            told += [replaced(statement, reported=True)] if is_report(statement) else []
        elif is_promised(statement, kpi=passage.kpi_id is not None):
            told.append(statement)
    return told


def _of_sentences(passage: ComparedPassage, printed: Sequence[Printed]) -> list[Printed]:
    """Return the dates or numbers that stand in sentences, and not in endless rows of them."""
    ranges = [sentence_range(passage.text, each.offset) for each in printed]
    counts = Counter(ranges)
    pairs = zip(printed, ranges, strict=True)
    return [each for each, sentence in pairs if counts[sentence] <= MOST]


def _goals(
    edition: Edition, passage: ComparedPassage, deadlines: Sequence[Statement]
) -> list[Statement]:
    """Return the numbers of a passage that are to be reached."""
    kpi = passage.kpi_id is not None
    goals = []
    for number in _of_sentences(passage, passage.numbers):
        statement = _statement(edition, passage, number)
        due = [each for each in deadlines if _is_part(statement, each, kpi=kpi)]
        begin = number.offset - statement.place
        end = begin + len(statement.quotation)
        others = [n.offset - begin for n in passage.numbers if begin <= n.offset < end]
        dates = places(passage.dates, begin, end)
        printed = NumberInSentence(
            statement.text, statement.unit, statement.quotation, statement.place
        )
        if (kpi or due) and is_to_be_reached(printed, dates, others, kpi=kpi):
            last = (due[-1].end or due[-1].start or "") if due else ""
            goals.append(replaced(statement, tied=last))
    return goals


def _with_goals(deadline: Statement, goals: Sequence[Statement]) -> Statement:
    """Return a deadline with the numbers that are to be reached by it."""
    last = deadline.end or deadline.start
    numbers = [
        f"{goal.value}{goal.unit}"
        for goal in goals
        if goal.tied == last and goal.quotation == deadline.quotation
    ]
    return replaced(deadline, tied=" ".join(numbers)) if not deadline.reported else deadline


def _is_part(number: Statement, deadline: Statement, *, kpi: bool) -> bool:
    """Tell whether a number stands in what is to be done by a deadline; in a KPI, beside it."""
    if number.quotation != deadline.quotation:
        return False
    words = action(deadline)
    begin = number.quotation.find(words)
    return kpi or begin <= number.place < begin + len(words)


def _statement(
    edition: Edition, passage: ComparedPassage, printed: PrintedDate | PrintedNumber
) -> Statement:
    start, end = sentence_range(passage.text, printed.offset)
    statement = Statement(
        edition=edition,
        section=passage.section,
        quotation=passage.text[start:end],
        text=printed.text,
        place=printed.offset - start,
        block_id=passage.block_id,
    )
    if isinstance(printed, PrintedNumber):
        return replaced(statement, value=printed.value, unit=printed.unit)
    return replaced(
        statement,
        start=printed.start,
        end=printed.end,
        basis=printed.basis,
        modality=printed.modality,
    )
