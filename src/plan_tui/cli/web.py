"""The server of the browser view: one process of the application for each open page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import textual_serve
from aiohttp import WSCloseCode, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from plan_tui.cli.page import HOST, SCRIPT, admits, origin, page, policy
from plan_tui.text.language import Language, Phrase

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware

_OPEN = Phrase(
    "ブラウザーで {address} を開いてください（終了は Ctrl+C）",
    "open {address} in a browser (Ctrl+C ends it)",
)
_HEARTBEAT = 15.0
"""Seconds after which a page is asked whether it is still there."""
_PATIENCE = 5.0
"""Seconds that the open applications have to end."""


def run(command: str, port: int, language: Language) -> None:
    """Serve until interrupted what ``command`` opens; then end every open page.

    Raises:
        OSError: the port is taken.

    """
    ready = _OPEN.say(language, address=origin(port))
    web.run_app(
        _application(command, port, language),
        host=HOST,
        port=port,
        print=lambda _: print(ready, flush=True),
        access_log=None,
        shutdown_timeout=_PATIENCE,
    )


def _application(command: str, port: int, language: Language) -> web.Application:
    pages: set[web.WebSocketResponse] = set()

    async def index(request: web.Request) -> web.Response:
        return web.Response(text=page(port, language), content_type="text/html")

    async def script(request: web.Request) -> web.FileResponse:
        return web.FileResponse(SCRIPT)

    async def terminal(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await socket.prepare(request)
        pages.add(socket)
        try:
            await _converse(socket, command, request.query)
        finally:
            pages.discard(socket)
        return socket

    async def end_pages(app: web.Application) -> None:
        for socket in set(pages):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    app = web.Application(middlewares=[_guard(port)])
    app.router.add_get("/", index)
    app.router.add_get("/page.js", script)
    app.router.add_get("/ws", terminal)
    app.router.add_static("/static", Path(textual_serve.__file__).parent / "static")
    app.on_shutdown.append(end_pages)
    return app


async def _converse(socket: web.WebSocketResponse, command: str, size: Mapping[str, str]) -> None:
    """Run the application for one page, until either of them ends."""

    async def close() -> None:
        await socket.close()

    service = AppService(
        command,
        write_bytes=socket.send_bytes,
        write_str=socket.send_str,
        close=close,
        download_manager=DownloadManager(),
    )
    await service.start(int(size["width"]), int(size["height"]))
    try:
        async for message in socket:
            await _pass_on(message.json(), service, socket)
    finally:
        await service.stop()
        if service._process is not None:
            await service._process.wait()


async def _pass_on(message: list[Any], service: AppService, socket: web.WebSocketResponse) -> None:
    """Give the application what the page tells."""
    match message:
        case ["stdin", str(keys)]:
            await service.send_bytes(keys.encode("utf-8", "ignore"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            await service.set_terminal_size(width, height)
        case ["focus"]:
            await service.focus()
        case ["blur"]:
            await service.blur()
        case ["ping", sent]:
            await socket.send_json(["pong", sent])


def _guard(port: int) -> Middleware:
    """Return what turns requests away that other web sites make the browser send."""

    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not admits(port, request.host, request.headers.get("Origin")):
            raise web.HTTPForbidden(text=f"open {origin(port)}")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = policy(port)
        return response

    return web.middleware(guard)
