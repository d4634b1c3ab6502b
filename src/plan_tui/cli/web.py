"""The server of the browser view: each open page has a process of the application."""

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
_HEARTBEAT_SECONDS = 15.0
"""Between two pings of a page's socket. The application of a closed page ends after one to two
of them; a ping more often would only wake an idle machine."""
_SHUTDOWN_SECONDS = 5.0
"""That the applications of open pages have to end, which takes them about one."""


def run(command: str, port: int, language: Language) -> None:
    """Serve pages that run ``command`` each, until interrupted; then end every open page.

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
        shutdown_timeout=_SHUTDOWN_SECONDS,
    )


def _application(command: str, port: int, language: Language) -> web.Application:
    pages: set[web.WebSocketResponse] = set()

    async def index(request: web.Request) -> web.Response:
        return web.Response(text=page(port, language), content_type="text/html")

    async def script(request: web.Request) -> web.FileResponse:
        return web.FileResponse(SCRIPT)

    async def terminal(request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT_SECONDS)
        await socket.prepare(request)
        pages.add(socket)
        try:
            await _run_page(socket, command, request.query)
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


async def _run_page(socket: web.WebSocketResponse, command: str, size: Mapping[str, str]) -> None:
    """Run the application for one page, until either ends; ``size`` is the page's query."""

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
            await _forward(message.json(), service, socket)
    finally:
        await service.stop()
        if service._process is not None:
            await service._process.wait()


async def _forward(message: list[Any], service: AppService, socket: web.WebSocketResponse) -> None:
    """Pass a message of the page's script on to the application."""
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
    """Return the middleware that refuses requests which other web sites make the browser send."""

    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if not admits(port, request.host, request.headers.get("Origin")):
            raise web.HTTPForbidden(text=f"open {origin(port)}")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = policy(port)
        return response

    return web.middleware(guard)
