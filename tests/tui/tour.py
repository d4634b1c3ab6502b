"""A walk through every screen, dialog and notice, for what must hold wherever one is."""

from __future__ import annotations

from collections.abc import AsyncIterator

from rich.segment import Segment
from textual.pilot import Pilot

from plan_tui.text.language import Phrase
from plan_tui.tui.app import PlanApp
from plan_tui.tui.safe import Severity
from plan_tui.tui.screens.base import Dialog
from tests.tui.helpers import keys_for, strips

STOPS: dict[str, tuple[str, ...]] = {
    "outline": (),
    "reading": ("tab", "n", "x"),
    "overview": ("0", "j", "l"),
    "search": ("slash",),
    "results": ("slash", "escape", "j"),
    "completions": ("s", *keys_for("kind:")),
    "nothing found": ("s", *keys_for("宇宙船")),
    "measures": ("3",),
    "chapters": ("3", "tab"),
    "targets": ("4",),
    "printed words": ("4", "tab"),
    "years": ("4", "shift+tab"),
    "changes": ("5",),
    "relations": ("5", "r"),
    "topics": ("ctrl+k",),
    "track": ("K",),
    "words": ("w", *keys_for("貸出")),
    "typical words": ("w",),
    "report": ("R",),
    "comparison": ("d", "n"),
    "facts": ("d", "v"),
    "plain text": ("d", "v", "v"),
    "counterparts": ("d", "c"),
    "why": ("d", "r"),
    "source": ("i",),
    "help": ("?",),
    "about": ("A",),
    "palette": (":",),
    "command": (":", *keys_for("shiori")),
    "jump": ("J",),
    "copy": ("y",),
    "export": ("e",),
    "mark": ("m",),
    "marks": ("m", "a", "'"),
    "depth": ("1", "z"),
}
"""The name of each place, and the keys that lead there from a section in the explorer."""
NOTICES: tuple[Severity, ...] = ("information", "warning", "error")


async def tour(app: PlanApp, pilot: Pilot[None], key: str = "2021:1.1.1") -> AsyncIterator[str]:
    """Go to one place after the other and yield its name."""
    for name, keys in STOPS.items():
        while len(app.screen_stack) > 1:
            app.pop_screen()
        await app.open_section(key, "森")
        await pilot.press(*keys)
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
