"""The application in a browser, on this machine alone."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from types import ModuleType
from typing import TYPE_CHECKING

from plan_tui.cli.arguments import database
from plan_tui.errors import DataError, UsageError
from plan_tui.store.read import Plan
from plan_tui.text.language import Language, Phrase

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler, Middleware
    from aiohttp.web import Application, Request, StreamResponse

HOST = "localhost"
_MISSING = Phrase(
    "ブラウザー表示には追加機能webが要る：`pip install 'plan-tui[web]'`、"
    "リポジトリでは`pip install -e '.[web]'`",
    "the browser view needs the extra 'web'; install it with `pip install 'plan-tui[web]'`, "
    "or `pip install -e '.[web]'` in a clone",
)
_PORT_TAKEN = Phrase(
    "ポート{port}は使えない（{reason}）。--portで別の番号を指定する",
    "port {port} cannot be used ({reason}); name another with --port",
)


def serve(args: Namespace, language: Language) -> int:
    """Serve the application on localhost until it is interrupted.

    Raises:
        UsageError: the extra is not installed.
        DataError: the database cannot be used, or the port is taken.

    """
    try:
        from aiohttp import web
        from textual_serve.server import Server
    except ImportError as error:
        raise UsageError(_MISSING) from error
    path = database(args)
    Plan(path).close()
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    words = [sys.executable, "-m", "plan_tui", "--db", str(path.resolve()), "--lang", language]
    words += ["--ascii"] if args.ascii else []
    server = Server(shlex.join(words), host=HOST, port=args.port, title="plan-tui")
    make = server._make_app

    async def guarded() -> Application:
        app = await make()
        app.middlewares.append(_guard(web, args.port))
        return app

    server._make_app = guarded
    try:
        server.serve()
    except OSError as error:
        raise DataError(_PORT_TAKEN.of(port=args.port, reason=error.strerror)) from error
    return 0


def _guard(web: ModuleType, port: int) -> Middleware:
    """Return what turns requests away that other web sites make the browser send."""
    origin = f"http://{HOST}:{port}"

    async def guard(request: Request, handler: Handler) -> StreamResponse:
        if request.host != f"{HOST}:{port}" or request.headers.get("Origin", origin) != origin:
            raise web.HTTPForbidden(text=f"open {origin}")
        response = await handler(request)
        if not response.prepared:  # the page may load nothing from elsewhere, not even a font
            response.headers["Content-Security-Policy"] = (
                f"default-src 'self' 'unsafe-inline' data: blob: ws://{HOST}:{port}"
            )
        return response

    return web.middleware(guard)
