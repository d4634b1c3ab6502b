"""A command of ours, run as a process of its own, so that the screens stay alive meanwhile."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress

from plan_tui.text.record import record

_CHUNK = 65536
"""Bytes that are read at a time."""
_PREFIX = "plan-tui: "


@record
class ChildStep:
    """A step that the command begins, or goes on with."""

    words: str
    done: int = 0
    """How much of it is done."""
    total: int = 0
    """Of how much, such as pages; 0 if it is not told."""


@record
class ChildEnd:
    """How the command ended."""

    code: int
    """Its exit code; below zero for the signal that ended it."""
    output: str = ""
    """What it printed."""
    complaints: tuple[str, ...] = ()
    """What it said on standard error, a line each."""


def program() -> tuple[str, ...]:
    """Return the words that start this program."""
    return sys.executable, "-m", "plan_tui"


class ChildCommand:
    """One run of ``plan-tui`` with some words.

    Args:
        words: the command's words; it is to write its steps as JSON lines on standard error.

    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)
        self._process: Process | None = None
        self._interrupted = False

    async def run(self, tell: Callable[[ChildStep], None]) -> ChildEnd:
        """Run it to its end; an interrupt ends it too, and so does a cancelled task."""
        try:
            self._process = await asyncio.create_subprocess_exec(
                *program(),
                *self.words,
                stdin=DEVNULL,
                stdout=PIPE,
                stderr=PIPE,
                env={**os.environ, "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"},
                start_new_session=True,  # keys of the terminal are ours
            )
        except (OSError, ValueError) as error:
            return ChildEnd(1, complaints=(str(error),))
        try:
            complaints, output = await asyncio.gather(_heard(self._process, tell), _output(self))
            return ChildEnd(await self._process.wait(), output, tuple(complaints))
        finally:
            if self._process.returncode is None:
                self._ask_to_stop()

    @property
    def process(self) -> Process:
        """The process; there is one once it was begun."""
        assert self._process is not None
        return self._process

    def interrupt(self) -> None:
        """Ask the command to stop and leave all as it was; asked again, end it at once."""
        if self._process is not None and self._process.returncode is None:
            if self._interrupted:
                with suppress(ProcessLookupError):
                    self.process.kill()
            else:
                self._ask_to_stop()
            self._interrupted = True

    def _ask_to_stop(self) -> None:
        with suppress(ProcessLookupError):
            if sys.platform == "win32":  # no interrupt reaches one process alone there
                self.process.terminate()
            else:
                self.process.send_signal(signal.SIGINT)


async def _output(command: ChildCommand) -> str:
    stream = command.process.stdout
    assert stream is not None
    return (await stream.read()).decode("utf-8", "replace")


async def _heard(process: Process, tell: Callable[[ChildStep], None]) -> list[str]:
    """Tell of each step; return the other lines of standard error."""
    complaints = []
    async for line in _lines(process):
        step = _step(line)
        if step is not None:
            tell(step)
        elif line.strip():
            complaints.append(line.removeprefix(_PREFIX).strip())
    return complaints


async def _lines(process: Process) -> AsyncIterator[str]:
    """Yield the lines of standard error, of any length."""
    stream = process.stderr
    assert stream is not None
    rest = b""
    while chunk := await stream.read(_CHUNK):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace")
    yield rest.decode("utf-8", "replace")


def _step(line: str) -> ChildStep | None:
    """Return the step that a line tells of; None if it is no such line."""
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or not isinstance(content.get("step"), str):
        return None
    done, total = content.get("done"), content.get("of")
    if isinstance(done, int) and isinstance(total, int) and 0 <= done <= total and total:
        return ChildStep(content["step"], done, total)
    return ChildStep(content["step"])
