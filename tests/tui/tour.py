"""A walk through every screen, window and notice, for what must hold wherever one is."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rich.segment import Segment
from textual.pilot import Pilot

from plan_tui.text.language import Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.safe import Severity
from plan_tui.tui.screens.plan_screen import Dialog
from tests.tui.helpers import strips
from tests.tui.test_snapshots import PICTURES

STATES: dict[str, str] = {
    "matches": "tab n x",
    "results": "slash escape j",
    "completions": "s k i n d :",
    "nothing found": "s 宇 宙 船",
    "cards": "3 tab",
    "years": "4 shift+tab",
    "printed words": "4 tab",
    "relations": "5 r",
    "typical words": "w",
    "differences": "d n",
    "facts": "d v",
    "plain text": "d v v",
    "counterparts": "d c",
    "why": "d r",
    "marks": "m a '",
    "depth": "1 z",
}
"""What screens look like after other keys, pressed at a section in the explorer."""
SECTION = "2021:1.1.1"
NOTICES: tuple[Severity, ...] = ("information", "warning", "error")


async def tour(app: PlanApp, pilot: Pilot[None]) -> AsyncIterator[str]:
    """Go to one place after the other and yield its name."""
    stops = [(one.name, one.section, one.keys) for one in PICTURES]
    stops += [(name, SECTION, keys) for name, keys in STATES.items()]
    for name, section, keys in stops:
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await app.open_section(section, "森")
        await pilot.press(*keys.split())
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield name
    for severity in NOTICES:
        app.tell(Phrase("知らせ", "notice"), severity)
    await pilot.pause()
    yield "notices"
    await pilot.resize_terminal(50, 15)
    await pilot.pause()
    yield "too small"


def segments(app: PlanApp) -> list[Segment]:
    """Return what the uppermost window is drawn of, without stretches of no text."""
    drawn = strips(app)
    if isinstance(app.screen, Dialog):  # the screen below it is dimmed on purpose
        window = app.screen.query_one(".window").region
        drawn = [strip.crop(window.x, window.right) for strip in drawn[window.y : window.bottom]]
    return [segment for strip in drawn for segment in strip if segment.text]
