"""The deadlines and goals that some passages of an edition name, each with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plan_tui.compare.promises.promised_action import action, is_report
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.records import Edition, PrintedDate, PrintedNumber
from plan_tui.model.tracks import Statement
from plan_tui.text.sentences import sentence_range


def deadlines(edition: Edition, passages: Sequence[ComparedPassage]) -> list[Statement]:
    """Return the deadlines of some text in its order, and reports of what was done on a day."""
    statements = []
    for passage in passages:
        for date in passage.dates:
            statement = _statement(edition, passage, date)
            if date.is_target:
                statements.append(statement)
            elif is_report(statement):
                statements.append(replace(statement, reported=True))
    return list(dict.fromkeys(statements))


def goals(
    edition: Edition, passages: Sequence[ComparedPassage], deadlines: Sequence[Statement]
) -> list[Statement]:
    """Return the numbers of some text that are goals, in its order.

    A number is one if it stands in a KPI, or in what is to be done by one of ``deadlines``.
    """
    actions = [(deadline, action(deadline)) for deadline in deadlines if not deadline.reported]
    statements = []
    for passage in passages:
        for number in passage.numbers:
            statement = _statement(edition, passage, number)
            if passage.kpi_id is not None or any(_part_of(statement, *each) for each in actions):
                statements.append(statement)
    return list(dict.fromkeys(statements))


def _part_of(number: Statement, deadline: Statement, action: str) -> bool:
    """Tell whether a number stands in what is to be done by a deadline."""
    if (number.section.id, number.quotation) != (deadline.section.id, deadline.quotation):
        return False
    begin = number.quotation.find(action)
    return begin <= number.place < begin + len(action)


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
        return replace(statement, value=printed.value, unit=printed.unit)
    return replace(
        statement,
        start=printed.start,
        end=printed.end,
        basis=printed.basis,
        modality=printed.modality,
    )
