"""Waits for an application to come to rest, as long as that takes and no longer.

Textual's pilot sleeps at least 20 ms, twice for each key, until the process uses little of the
processor: most of the time of the tests of the screens was spent so, and a slow or shared machine
was taken for work. Here the event loop is asked: at rest is an application when nothing is ready
to run, no task computes, nothing is queued that was typed, and all is drawn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from time import monotonic

from textual import events
from textual._context import active_app
from textual._wait import wait_for_idle
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from plan_tui.tui.textual_patches.patched_app import PatchedApp

_press_keys = App._press_keys

ROUNDS = 3
"""Rounds of the event loop without work until it counts as empty."""
LONGEST_TASK = 2.0
"""Seconds after which a task in a thread is taken to be held by the test."""
LONGEST = 20.0
"""Seconds after which an application may be as busy as it likes; a machine may be slow."""


async def wait_until_at_rest(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Take the place of `textual._wait.wait_for_idle`.

    A command in a process of its own, or a task that a test holds, is waited for as Textual does
    it: until the process does little.

    Args:
        min_sleep: of no account here.
        max_sleep: seconds that such a task is waited for while the process is busy.

    """
    app = active_app.get()
    end, patient_until = monotonic() + LONGEST, monotonic() + LONGEST_TASK
    while monotonic() < end:
        await _until_nothing_is_ready(end)
        if _hurry(app) or _draw(app):
            continue
        if app._batch_count and not app._exit:  # nothing is drawn until what is opened stands
            await asyncio.sleep(0.001)
            continue
        at_work = [worker for worker in app.workers if not worker.is_finished]
        if any(worker._thread_worker for worker in at_work) and monotonic() < patient_until:
            await asyncio.sleep(0.002)
        elif at_work:
            await wait_for_idle(0, max_sleep)
            if any(not worker.is_finished for worker in app.workers):
                return
        elif isinstance(app, PatchedApp) and app.typed_ahead:
            await asyncio.sleep(0.01)
        else:
            return


async def wait_for_messages(pilot: Pilot[object], timeout: float = LONGEST) -> bool:
    """Take the place of `Pilot._wait_for_screen`, which sends a message to each widget and waits.

    Returns:
        True: nothing is ready to run, so no message waits to be read.

    """
    await _until_nothing_is_ready(monotonic() + timeout)
    return True


async def press_keys(app: App[object], keys: Iterable[str]) -> None:
    """Take the place of `App._press_keys`: what is typed into a box is waited for once.

    Nobody looks at the screen between the keys of one `Pilot.press`. Each is still handled by
    itself; what is drawn between the letters of a word, who presses one after the other sees.
    """
    keys = list(keys)
    for key, following in zip(keys, [*keys[1:], ""], strict=True):
        if len(key) == len(following) == 1 and isinstance(app.focused, Input):
            assert app._driver is not None
            name = key if key.isalnum() else _character_to_key(key)
            app._driver.send_message(events.Key(name, key).set_sender(app))
        else:
            await _press_keys(app, [key])


async def _until_nothing_is_ready(end: float) -> None:
    """Let everybody work until nobody has anything to do."""
    loop = asyncio.get_running_loop()
    ready = loop._ready  # type: ignore[attr-defined]
    is_empty = loop.create_future()
    empty = 0

    def look() -> None:
        nonlocal empty
        empty = 0 if ready else empty + 1
        if empty < ROUNDS and monotonic() < end:
            loop.call_soon(look)
        elif not is_empty.done():
            is_empty.set_result(None)

    loop.call_soon(look)
    await is_empty


def _hurry(app: App[object]) -> bool:
    """Do now what Textual does a few milliseconds later, to spare a reader a flicker."""
    if app._resize_event is not None and app._screen_stack:
        app._check_resize()
        return True
    for timer in list(app._timers):
        if timer.name == "delay_update" and timer._task is not None and not timer._task.done():
            timer.stop()
            assert timer._callback is not None
            timer._callback()
            return True
    return False


def _draw(app: App[object]) -> bool:
    """Draw what changed, without waiting for the timer that does it; tell whether anything did."""
    if not app._screen_stack or not app.is_running:
        return False
    screen = app.screen
    changed = (
        screen.is_current
        and not app._batch_count
        and bool(
            screen._layout_required
            or screen._scroll_required
            or screen._repaint_required
            or screen._recompose_required
            or screen._dirty_widgets
            or screen._callbacks
        )
    )
    if changed:
        screen._on_timer_update()
    return changed
