"""The process of the application that draws one page of the browser view.

It is Textual's protocol for that: packets of a letter, a length and a payload on both pipes.
The end of the application's input is its end (see `PageDriver`).
"""

from __future__ import annotations

import asyncio
import json
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress

from plan_tui.cli.page_frames import FocusChange, TerminalSize, Typed

_READY = b"__GANGLION__\n"
"""What the application writes before its first packet."""
_DRAWN, _TOLD = b"D", b"M"
_SECONDS_TO_END = 3.0
"""That an application has, which takes it less than one; then it is killed."""
_ENVIRONMENT = {
    "TEXTUAL_DRIVER": "plan_tui.tui.textual_patches.page_driver:PageDriver",
    "TEXTUAL_FPS": "60",
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
    "TERM": "xterm-256color",  # the page's terminal, not that of the server
    "TERM_PROGRAM": "textual",
}
_CHUNK = 1 << 16
_LAST_ERRORS = 4096
"""Bytes of what the application complains about that are kept."""

Told = dict[str, object]


class PageProcess:
    """A running application."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        self._process = process
        self._input, self._output = process.stdin, process.stdout
        self._is_ready = False
        self._complaints = b""
        self._listening = asyncio.create_task(self._keep_complaints(process.stderr))

    @classmethod
    async def start(cls, command: Sequence[str], size: TerminalSize) -> PageProcess:
        """Start an application on a screen of a size.

        Raises:
            OSError: no process can be started.

        """
        screen = {"COLUMNS": str(size.columns), "ROWS": str(size.lines)}
        environment = os.environ | _ENVIRONMENT | screen
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment
        )
        return cls(process)

    async def packets(self) -> AsyncIterator[bytes | Told]:
        """Yield what the application draws, and what it tells, until it ends."""
        with suppress(asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            await self._output.readuntil(_READY)
            self._is_ready = True
            while True:
                kind = await self._output.readexactly(1)
                length = int.from_bytes(await self._output.readexactly(4), "big")
                payload = await self._output.readexactly(length)
                if kind == _DRAWN:
                    yield payload
                elif kind == _TOLD:
                    yield json.loads(payload)

    async def hand_on(self, frame: TerminalSize | Typed | FocusChange) -> None:
        """Hand what the page sends on to the application; nothing once that has ended."""
        match frame:
            case Typed(keys):
                await self._send(_DRAWN, keys)
            case TerminalSize(columns, lines):
                await self._tell({"type": "resize", "width": columns, "height": lines})
            case FocusChange(has_focus):
                await self._tell({"type": "focus" if has_focus else "blur"})

    async def _tell(self, content: Told) -> None:
        await self._send(_TOLD, json.dumps(content).encode())

    async def _send(self, kind: bytes, payload: bytes) -> None:
        with suppress(ConnectionError, RuntimeError):  # it has ended
            self._input.write(kind + len(payload).to_bytes(4, "big") + payload)
            await self._input.drain()

    async def end(self) -> str:
        """End the application; return what it complained about last, usually nothing.

        Nobody may read its packets any more. An application that is not yet ready has nothing to
        lose, and one that does not end in time is killed.
        """
        self._input.close()
        try:
            if self._is_ready:
                async with asyncio.timeout(_SECONDS_TO_END):
                    await self._finish()
        except TimeoutError:
            pass
        finally:
            self.kill()
        await self._finish()
        lines = self._complaints.decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else ""

    def kill(self) -> None:
        """Kill what is still running."""
        with suppress(ProcessLookupError):
            self._process.kill()

    async def _finish(self) -> None:
        """Wait for the end. What is still written is read: a full pipe would never end."""
        while await self._output.read(_CHUNK):
            pass
        await asyncio.wait([self._listening])
        await self._process.wait()

    async def _keep_complaints(self, errors: asyncio.StreamReader) -> None:
        while part := await errors.read(_CHUNK):
            self._complaints = (self._complaints + part)[-_LAST_ERRORS:]
