"""The open pages of the browser view: so many at once, each with its process."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSCloseCode, WSMsgType, web

from plan_tui.cli.page import FULL, PAGES
from plan_tui.cli.page_frames import Ping, TerminalSize, read_frame
from plan_tui.cli.page_process import PageProcess, Told
from plan_tui.cli.server_log import tell
from plan_tui.text.language import Language, Phrase

EXPORTED = "exports/"
"""With what the address begins by which the application tells of a file that it wrote."""
_PATIENCE_SECONDS = 3.0
"""How long a page too many waits for one to end: reloading a page opens it while it still ends."""
_NOT_UNDERSTOOD = Phrase(
    "ページから送られたものを読めないため、捨てました",
    "what a page sent cannot be read; it was dropped",
)
_NOT_STARTED = Phrase(
    "画面のプロセスを起動できません：{reason}", "no process can be started: {reason}"
)


class OpenPages:
    """All pages that are open."""

    def __init__(self, command: Sequence[str], language: Language) -> None:
        """Begin without a page; each will run ``command``."""
        self._command = command
        self._language = language
        self._places = asyncio.Semaphore(PAGES)
        self._sockets: set[web.WebSocketResponse] = set()
        self._processes: set[PageProcess] = set()
        self.exported: set[str] = set()
        """Names of the files that were written, which may be asked for."""

    async def show(self, socket: web.WebSocketResponse, size: TerminalSize) -> None:
        """Run the application for a page until either ends; tell a page too many that it is."""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self._places.acquire()
        except TimeoutError:
            await socket.close(code=FULL, message=b"full")
            return
        self._sockets.add(socket)
        try:
            await self._run(socket, size)
        finally:
            self._sockets.discard(socket)
            self._places.release()

    async def close(self, code: WSCloseCode) -> None:
        """Close every page."""
        await asyncio.gather(*(socket.close(code=code) for socket in self._sockets))

    def kill(self) -> None:
        """Kill every process that is still running."""
        for process in self._processes:
            process.kill()

    async def _run(self, socket: web.WebSocketResponse, size: TerminalSize) -> None:
        try:
            process = await PageProcess.start(self._command, size)
        except OSError as error:
            tell(_NOT_STARTED.say(self._language, reason=error.strerror), self._language)
            await socket.close(code=WSCloseCode.INTERNAL_ERROR)
            return
        self._processes.add(process)
        tasks = {
            asyncio.create_task(self._draw(socket, process)),
            asyncio.create_task(self._listen(socket, process)),
        }
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            if complaint := await process.end():
                tell(complaint.removeprefix("plan-tui: "), self._language)
            self._processes.discard(process)
        await socket.close()

    async def _draw(self, socket: web.WebSocketResponse, process: PageProcess) -> None:
        """Hand on what the application draws and tells."""
        with suppress(ConnectionError):  # the page is gone
            async for packet in process.packets():
                if isinstance(packet, bytes):
                    await socket.send_bytes(packet)
                else:
                    await self._hear(socket, packet)

    async def _hear(self, socket: web.WebSocketResponse, told: Told) -> None:
        """Offer a file that was written to the reader, to keep."""
        address = str(told.get("url", ""))
        if told.get("type") == "open_url" and address.startswith(EXPORTED):
            name = address.removeprefix(EXPORTED)
            self.exported.add(name)
            await socket.send_json(["exported", name])

    async def _listen(self, socket: web.WebSocketResponse, process: PageProcess) -> None:
        """Hand on what the page sends; drop what is not understood, and say so once."""
        was_told = False
        async for message in socket:
            frame = read_frame(message.data) if message.type is WSMsgType.TEXT else None
            if isinstance(frame, Ping):
                await socket.send_json(["pong", frame.sent])
            elif frame is not None:
                await process.hand_on(frame)
            elif not was_told:
                was_told = True
                tell(_NOT_UNDERSTOOD.say(self._language), self._language)
