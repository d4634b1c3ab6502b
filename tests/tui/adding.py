"""Adding an edition on the screen, by a made-up command in the place of ours."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.tui import child_command
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.add_dialog import AddDialog
from plan_tui.tui.screens.task_window import TaskWindow
from tests.tui.helpers import screen_of

Child = Callable[[str], Path]
"""Sets the Python lines of the made-up command; returns the file that gets its words."""
STEPS = """
for page in (1, 2, 3):
    step("文書を読む", done=page, of=3)
step("検証する")
print("脚注 47 の 47")
"""
INTERRUPTED = """
signal.signal(signal.SIGINT, lambda *_: sys.exit(130))
step("文書を読む", done=3, of=118)
time.sleep(60)
"""
DEAF = """
signal.signal(signal.SIGINT, signal.SIG_IGN)
step("文書を読む")
time.sleep(60)
"""


def made_up_command(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    """Put a made-up command in the place of ours; it writes its words into a folder."""
    words = folder / "words.json"

    def become(lines: str) -> Path:
        script = (
            "import json, os, pathlib, shutil, signal, sys, time\n"
            "def step(words, **more):\n"
            "    print(json.dumps({'step': words, **more}), file=sys.stderr, flush=True)\n"
            f"pathlib.Path({str(words)!r}).write_text(json.dumps(sys.argv[1:]))\n{lines}"
        )
        monkeypatch.setattr(child_command, "program", lambda: (sys.executable, "-c", script))
        return words

    return become


async def ask_to_add(pilot: Pilot[None], app: PlanApp, path: Path) -> None:
    await pilot.press("E")
    await pilot.pause()
    screen_of(app, AddDialog).box.put(str(path))
    await pilot.press("enter")
    await pilot.pause()


async def until(condition: Callable[[], bool], pilot: Pilot[None]) -> None:
    async with asyncio.timeout(20):
        while not condition():
            await pilot.pause(0.02)


def over(app: PlanApp) -> bool:
    return isinstance(app.screen, TaskWindow) and app.screen.end is not None
