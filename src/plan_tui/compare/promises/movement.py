"""How a deadline or a number moved from one edition to the next, in neutral terms."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from plan_tui.model.dated_targets import is_about
from plan_tui.model.enums import Movement
from plan_tui.model.tracks import Statement


def deadline_movement(older: Statement, newer: Statement) -> Movement:
    """Return how a deadline moved.

    What the newer text reports is done. A deadline moves by its last day. With the same last
    day it is firmer if it leaves fewer days or binds more closely (no 頃, 目途), vaguer if more
    or less closely; an open end is vaguer than any last day. "By a period" (まで) is by its last
    day.
    """
    if newer.reported:
        return Movement.DONE
    older, newer = _by_last_day(older), _by_last_day(newer)
    if older.end is None or newer.end is None:
        return _open_ended(older, newer)
    was_loose, is_loose = is_about(older.modality), is_about(newer.modality)
    if older.end != newer.end:
        if within(newer, older) and is_loose <= was_loose and older.start != older.end:
            return Movement.FIRMER
        if within(older, newer) and was_loose <= is_loose and newer.start != newer.end:
            return Movement.VAGUER
        return Movement.EARLIER if newer.end < older.end else Movement.LATER
    if was_loose != is_loose:
        return Movement.VAGUER if is_loose else Movement.FIRMER
    before, after = days(older), days(newer)
    if before == after:
        return Movement.KEPT
    return Movement.FIRMER if after < before else Movement.VAGUER


def number_movement(older: Statement, newer: Statement) -> Movement:
    """Return whether a number was kept, raised or lowered."""
    if older.value == newer.value:
        return Movement.KEPT
    return Movement.RAISED if (newer.value or 0) > (older.value or 0) else Movement.LOWERED


def _by_last_day(mention: Statement) -> Statement:
    return replace(mention, start=mention.end) if "まで" in mention.modality else mention


def _open_ended(older: Statement, newer: Statement) -> Movement:
    if older.end is None and newer.end is None:
        if older.start == newer.start:
            return Movement.KEPT
        return Movement.EARLIER if (newer.start or "") < (older.start or "") else Movement.LATER
    return Movement.VAGUER if newer.end is None else Movement.FIRMER


def within(inner: Statement, outer: Statement) -> bool:
    """Tell whether all days of one date are days of the other."""
    if inner.start is None or outer.start is None or inner.end is None or outer.end is None:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def days(mention: Statement) -> int:
    """Return how many days lie between the first and the last one; very many if it is open."""
    if mention.start is None or mention.end is None:
        return 1 << 20
    return (date.fromisoformat(mention.end) - date.fromisoformat(mention.start)).days
