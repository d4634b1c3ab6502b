"""Whether a date is a deadline of the plan, or a day that only has to be kept in mind."""

from __future__ import annotations

from plan_tui.model.dated_targets import COMMITTING
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.tokens import fold_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.tracks import Statement

_EVENT = late_pattern(
    r"(?:[がをはも][^、。]{0,12}|開催さ|開か)(?<!で)(?<!と)(?<!におけ)(?<!によ)(?<!に係)(?<!に関す)(?<!に対す)"
    r"(?<!とす)[うくぐすつぬぶむる]$"
)
"""Before a date: a clause that says what happens on that day (期限を迎える８月１日)."""
_PERIOD = late_pattern(r"期間\($")
_PAID = late_pattern(r"円[^、。()]{0,4}$")
_ENDS = late_pattern(r"(?:まで|中|分|から)?[)」】]")
_GIVEN = late_pattern(
    r"[^。]{0,60}(?:である|とされている|となっている|とされた|となった|される)(?:こと|点|旨)"
    r"(?:を(?:踏まえ|前提|考慮|勘案|念頭)|に(?:鑑み|照らし|留意|配慮|伴))"
)
_LAW = late_pattern(r"(?:法|法律|法令|条例|政令|省令|規則|条約|協定)[)」]?[のはが]$")
_IN_FORCE = late_pattern(
    r"の?(?:一部|全面|全部|本格|完全)?(?:施行|発効)(?:に|を(?:見|踏|控|前)|後|まで|日|予定|[、（(]|及|等)"
)


def is_promised(deadline: Statement, *, kpi: bool) -> bool:
    """Tell whether a target is a deadline of the plan's own.

    None is: the day of an event that the plan allows for, the day on which a law comes into
    force, the year up to which money is paid, a named period, a goal that is only given as a
    reason, and in a KPI a day before the plan was made.
    """
    begin = deadline.place
    before = fold_width(deadline.quotation[:begin])
    after = fold_width(deadline.quotation[begin + len(deadline.text) :])
    if kpi and deadline.end is not None and deadline.end < deadline.edition.decided_on:
        return False
    if _LAW.search(before) and _IN_FORCE.match(after):
        return False
    if _GIVEN.match(after):
        return False
    if (_PERIOD.search(before) or _PAID.search(before)) and _ENDS.match(after):
        return False
    committed = not COMMITTING.isdisjoint(deadline.modality.split())
    return committed or not _EVENT.search(before)
