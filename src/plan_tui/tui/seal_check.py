"""Looks, beside the work, whether the open database is as it was written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic, sleep

from textual.worker import get_current_worker

from plan_tui.errors import DataError
from plan_tui.store.health import changes_since_written
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.background import PlanTask
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.key_bar import first_key

CHANGED = Phrase(
    "{fault}。表示は正しくないかもしれません。{report} 検証で詳しく見られます。",
    "{fault}: what is shown may be wrong. Press {report} for the proof.",
)

_REST = 0.004
"""Seconds after every few rows in which keys have the processor for themselves: nobody waits for
the seal."""
_QUIET = 0.5
"""Seconds without a key after which the look goes on: more than pass between the keys of a word."""
_LOOK_AGAIN = 0.05
"""Seconds until it is seen again whether keys still come."""


class _NobodyAsksError(Exception):
    """The screen is gone, or the application has ended: it does not wait for this."""


def _rest(last_input: Callable[[], float]) -> None:
    """Leave the processor to keys as long as they come, and for a moment in any case."""
    worker = get_current_worker()
    sleep(_REST)
    while monotonic() < last_input() + _QUIET and not worker.is_cancelled:
        sleep(_LOOK_AGAIN)
    if worker.is_cancelled:
        raise _NobodyAsksError


def look_at_seal(screen: PlanScreen, last_input: Callable[[], float]) -> None:
    """Say so once, on a screen that is shown, if a table is not as it was written.

    ``last_input`` tells when the reader last did anything, by `time.monotonic`.
    """
    rest = partial(_rest, last_input)

    def first_change(plan: Plan) -> Phrase | None:
        try:
            return next(changes_since_written(plan, rest), None)
        except DataError as error:  # a page or a value that nobody has asked for yet
            return error.message
        except _NobodyAsksError:
            return None

    def tell(fault: Phrase | None) -> None:
        if fault is not None:
            key = first_key(screen.app, "report")
            words = CHANGED.say(screen.language, fault=fault.say(screen.language), report=key)
            safe.notice(screen.app, words, "warning", timeout=20)

    PlanTask(screen, screen.session, first_change, tell, awaited=False).start()
