"""The application in a browser, on this machine alone."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace

from plan_tui.cli.opening import database
from plan_tui.errors import DataError, UsageError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

_MISSING = Phrase(
    "ブラウザー表示には追加機能webが必要です：`pip install 'plan-tui[web]'`、リポジトリで"
    "は`pip install -e '.[web]'`",
    "the browser view needs the extra 'web'; install it with `pip install 'plan-tui[web]'`, "
    "or `pip install -e '.[web]'` in a clone",
)
_PORT_TAKEN = Phrase(
    "ポート{port}は使えません（{reason}）。--portで別の番号を指定してください",
    "port {port} cannot be used ({reason}); name another with --port",
)


def serve(args: Namespace, language: Language) -> int:
    """Serve the application on localhost until it is interrupted.

    Raises:
        UsageError: the extra is not installed.
        DataError: the database cannot be used, or the port is taken.

    """
    try:
        from plan_tui.cli import web
    except ImportError as error:
        raise UsageError(_MISSING) from error
    path = database(args, language)
    Plan(path).close()
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    os.environ["TERM"] = "xterm-256color"  # the page's terminal, not that of this process
    words = [sys.executable, "-m", "plan_tui", "--no-files", "--db", str(path.resolve())]
    words += ["--lang", args.lang] if args.lang else []
    words += ["--ascii"] if args.ascii else []
    try:
        web.run(f"exec {shlex.join(words)}", args.port, language)
    except OSError as error:
        raise DataError(_PORT_TAKEN.of(port=args.port, reason=error.strerror)) from error
    return 0
