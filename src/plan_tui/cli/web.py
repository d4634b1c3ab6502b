"""The server of the browser view: each open page has a process of the application."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import textual_serve
from aiohttp import WSCloseCode, web

from plan_tui.cli.open_pages import OpenPages
from plan_tui.cli.output import to_standard_output
from plan_tui.cli.page import PAGES, SCRIPT, closed, page, policy
from plan_tui.cli.page_access import HOST, TOKEN, PageAccess, admits
from plan_tui.cli.page_frames import LARGEST_FRAME, size_of
from plan_tui.cli.server_log import log_in_lines
from plan_tui.text.language import Language, Phrase

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware

_OPEN = Phrase(
    "ブラウザーで {address} を開いてください（終了は Ctrl+C）",
    "open {address} in a browser (Ctrl+C ends it)",
)
_EXPORTS = Phrase("書き出し先：{folder}", "exports go to {folder}")
_NO_EXPORTS = Phrase("ファイルの書き出し不可", "no file can be exported")
_PAGES = Phrase("同時に開けるのは{pages}ページまで", "at most {pages} {pages:page|pages} at once")
_HEARTBEAT_SECONDS = 15.0
"""Between two pings of a page's socket. The application of a closed page ends after one to two
of them; a ping more often would only wake an idle machine."""
_CLOSING_SECONDS = 1.0
"""That a page has to answer when its socket is closed."""
_SHUTDOWN_SECONDS = 5.0
"""That the applications of open pages have to end, which takes them about one."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_POLICY = "Content-Security-Policy"
_GUARDED_FILE = "sandbox; default-src 'none'"
"""The policy of an exported file, should a browser show it in place of keeping it."""


def run(command: Sequence[str], port: int, language: Language, exports: Path | None) -> None:
    """Serve pages that run ``command`` each, until interrupted; then end every open page.

    Args:
        command: the words of the command that opens the application.
        port: of localhost, where to listen.
        language: of what is printed and of the page.
        exports: the folder into which pages write files; None if they write none.

    Raises:
        OSError: the port is taken.

    """
    access = PageAccess()
    log_in_lines(language)
    pages = OpenPages(command, language)
    place = _EXPORTS.say(language, folder=exports) if exports else _NO_EXPORTS.say(language)
    lines = (_OPEN.say(language, address=access.address(port)), place,
             _PAGES.say(language, pages=PAGES))  # fmt: skip
    try:
        web.run_app(
            _application(access, pages, language, exports),
            host=HOST,
            port=port,
            print=lambda _: to_standard_output("\n".join((*lines, "")), "text"),
            access_log=None,
            shutdown_timeout=_SHUTDOWN_SECONDS,
        )
    finally:
        pages.kill()


def _application(
    access: PageAccess, pages: OpenPages, language: Language, exports: Path | None
) -> web.Application:
    async def index(request: web.Request) -> web.Response:
        return web.Response(text=page(language), content_type="text/html")

    async def script(request: web.Request) -> web.FileResponse:
        return web.FileResponse(SCRIPT)

    async def terminal(request: web.Request) -> web.WebSocketResponse:
        size = size_of(request.query)
        if size is None:
            raise web.HTTPBadRequest(text="width, height?")
        socket = web.WebSocketResponse(
            heartbeat=_HEARTBEAT_SECONDS, max_msg_size=LARGEST_FRAME, timeout=_CLOSING_SECONDS
        )
        await socket.prepare(request)
        await pages.show(socket, size)
        return socket

    async def download(request: web.Request) -> web.FileResponse:
        name = request.match_info["name"]
        file = exports / name if exports and name in pages.exported else None
        if file is None or file.is_symlink() or not file.is_file():
            raise web.HTTPNotFound
        keep = f"attachment; filename*=UTF-8''{quote(name)}"
        headers = {"Content-Disposition": keep, _POLICY: _GUARDED_FILE}
        return web.FileResponse(file, headers=headers)

    async def end_pages(app: web.Application) -> None:
        await pages.close(WSCloseCode.GOING_AWAY)

    app = web.Application(middlewares=[_guard(access, language)])
    app.router.add_get("/", index)
    app.router.add_get("/page.js", script)
    app.router.add_get("/ws", terminal)
    app.router.add_get("/exports/{name}", download)
    app.router.add_static("/static", Path(textual_serve.__file__).parent / "static")
    app.on_startup.append(_end_on_hangup)
    app.on_shutdown.append(end_pages)
    return app


async def _end_on_hangup(app: web.Application) -> None:
    """Let the end of the terminal end everything, as Ctrl+C does."""

    def leave() -> None:
        raise web.GracefulExit

    if hasattr(signal, "SIGHUP"):
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, leave)


def _guard(access: PageAccess, language: Language) -> Middleware:
    """Return the middleware that answers nobody but the browser that was given the address."""

    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        sender = request.headers.get("Origin")
        if not admits(request.host, sender):
            raise web.HTTPForbidden(text=closed(language))
        if request.path == "/" and access.knows_token(request.query.get(TOKEN)):
            return _entered(access)
        if not access.knows_session(request.cookies.get(access.cookie)):
            raise web.HTTPForbidden(text=closed(language))
        if request.path == "/ws" and sender is None:  # every browser names it
            raise web.HTTPForbidden(text=closed(language))
        response = await handler(request)
        if not response.prepared:
            response.headers.update(_HEADERS)
            response.headers.setdefault(_POLICY, policy(request.host))
        return response

    return web.middleware(guard)


def _entered(access: PageAccess) -> web.Response:
    """Return the answer that changes the secret of the address for a cookie."""
    response = web.Response(status=303, headers={"Location": "/", **_HEADERS})
    response.set_cookie(access.cookie, access.session, httponly=True, samesite="Lax", path="/")
    return response
