"""What ``due:`` and ``starts:`` ask of dates, and what they leave out for being open."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.query.due import in_which, parse_due
from plan_tui.query.filter_spec import LeftOut
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.dated_targets import Target
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import SectionTest, TargetTest, Values

DateTest = Callable[[str | None, str | None, DateBasis], bool]
"""Tells whether a date (first day, last day, unit) meets a filter."""

_OTHERS_START = Phrase("ほかに{when}始まるもの {count}件",
                       "{count} more {count:starts|start} {when}")  # fmt: skip
_OTHERS_END = Phrase(
    "ほかに{when}終わり、始まりの定めのないもの {count}件",
    "{count} more without a start {count:ends|end} {when}",
)
_OTHERS_UNDATED = Phrase(
    "ほかに期日の不明なもの {count}件（{when}:を外すと一覧の末尾）",
    "{count} more {count:has|have} no known day (last in the list without {when}:)",
)


def sections_due(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections with a target that falls due then."""
    return _with_date(_falling_due(values), facts)


def sections_starting(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections with a target that starts then."""
    return _with_date(_starting(values), facts)


def itself_due(values: Values) -> TargetTest:
    """Return the test for targets that fall due then."""
    meets = _falling_due(values)
    return lambda target: meets(target.start, target.end, target.basis)


def itself_starting(values: Values) -> TargetTest:
    """Return the test for targets that start then."""
    meets = _starting(values)
    return lambda target: meets(target.start, target.end, target.basis)


def _falling_due(values: Values) -> DateTest:
    dues = [parse_due(value) for value in values]
    return lambda start, end, basis: any(due.holds(start, end, basis) for due in dues)


def _starting(values: Values) -> DateTest:
    starts = [parse_due(value) for value in values]
    return lambda start, end, basis: any(due.begins(start, end, basis) for due in starts)


def _with_date(meets: DateTest, facts: FilterFacts) -> SectionTest:
    meeting = {
        date.section_id
        for date in facts.about_sections.due
        if meets(date.start, date.end, date.basis)
    }
    return lambda section: section.id in meeting


def open_ended(values: Values) -> tuple[LeftOut, ...]:
    """Return what ``due:`` leaves out: what starts then and has no end, and what has no day."""
    starts, falls_due = itself_starting(values), itself_due(values)

    def never_falls_due(target: Target) -> bool:
        is_open = target.start is not None and target.end is None
        return is_open and starts(target) and not falls_due(target)

    when = in_which(values, starting=True)
    return LeftOut(never_falls_due, _OTHERS_START, when), _undated(Phrase("期限", "due"))


def open_from_the_first(values: Values) -> tuple[LeftOut, ...]:
    """Return what ``starts:`` leaves out: what ends then without a start, and what has no day."""
    starts, falls_due = itself_starting(values), itself_due(values)

    def never_starts(target: Target) -> bool:
        is_open = target.start is None and target.end is not None
        return is_open and falls_due(target) and not starts(target)

    starting = Phrase("開始", "starts")
    return LeftOut(never_starts, _OTHERS_END, in_which(values)), _undated(starting)


def _is_undated(target: Target) -> bool:
    return target.start is None and target.end is None


def _undated(without: Phrase) -> LeftOut:
    """Return what a filter leaves out for having no day, and say where it stands without it."""
    return LeftOut(_is_undated, _OTHERS_UNDATED, without)
