"""How a deadline or a number moved from one edition to the next, in neutral terms."""

from __future__ import annotations

from plan_tui.model.comparison_enums import Movement
from plan_tui.model.dated_targets import is_about
from plan_tui.text.calendar import DateBasis
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.tracks import Statement


def deadline_movement(older: Statement, newer: Statement) -> Movement:
    """Return how a deadline moved.

    What the newer text reports is done. A deadline moves by its last day. With the same last
    day it is firmer if it leaves fewer days or binds more closely (no 頃, 目途), vaguer if more
    or less closely; an open end is vaguer than any last day, and unknown days are vaguer than
    that. "By a period" (まで) is by its last
    day.
    """
    if newer.reported:
        return Movement.DONE
    older, newer = _by_last_day(older), _by_last_day(newer)
    if older.end is None or newer.end is None:
        return _open_ended(older, newer)
    was_loose, is_loose = is_about(older.modality), is_about(newer.modality)
    if older.end != newer.end:
        if newer.lies_within(older) and is_loose <= was_loose and older.days:
            return Movement.FIRMER
        if older.lies_within(newer) and was_loose <= is_loose and newer.days:
            return Movement.VAGUER
        return Movement.EARLIER if newer.end < older.end else Movement.LATER
    if was_loose != is_loose:
        return Movement.VAGUER if is_loose else Movement.FIRMER
    if older.days == newer.days:
        return Movement.KEPT
    return Movement.FIRMER if newer.days < older.days else Movement.VAGUER


def number_movement(older: Statement, newer: Statement) -> Movement:
    """Return whether a number was kept, raised or lowered."""
    if older.value == newer.value:
        return Movement.KEPT
    return Movement.RAISED if (newer.value or 0) > (older.value or 0) else Movement.LOWERED


def _by_last_day(statement: Statement) -> Statement:
    return replaced(statement, start=statement.end) if "まで" in statement.modality else statement


def _open_ended(older: Statement, newer: Statement) -> Movement:
    was_unknown, is_unknown = (s.basis is DateBasis.UNRESOLVED for s in (older, newer))
    if was_unknown or is_unknown:
        if was_unknown and is_unknown:
            return Movement.KEPT
        return Movement.VAGUER if is_unknown else Movement.FIRMER
    if older.end is None and newer.end is None:
        if older.start == newer.start:
            return Movement.KEPT
        return Movement.EARLIER if (newer.start or "") < (older.start or "") else Movement.LATER
    return Movement.VAGUER if newer.end is None else Movement.FIRMER
