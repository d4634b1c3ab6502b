"""The application in a browser, on this machine alone."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

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
_NO_FOLDER = Phrase(
    "{path}：書き出し先にできません（{reason}）。--exportsで別のフォルダーを指定してください",
    "{path}: exports cannot go there ({reason}); name another folder with --exports",
)
DEFAULT_EXPORTS = "~/plan-tui-exports"
"""Where pages write files unless another folder is named."""


def serve(args: Namespace, language: Language) -> int:
    """Serve the application on localhost until it is interrupted.

    Raises:
        UsageError: the extra is not installed.
        DataError: the database or the folder cannot be used, or the port is taken.

    """
    try:
        from plan_tui.cli import web
    except ImportError as error:
        raise UsageError(_MISSING) from error
    path = database(args, language)
    Plan(path).close()
    exports = exports_folder(args.exports)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"
    words = [sys.executable, "-m", "plan_tui", "--no-files", "--db", str(path.resolve())]
    words += ["--exports", str(exports)] if exports else []
    words += ["--lang", args.lang] if args.lang else []
    words += ["--ascii"] if args.ascii else []
    try:
        web.run(words, args.port, language, exports)
    except OSError as error:
        raise DataError(_PORT_TAKEN.of(port=args.port, reason=error.strerror)) from error
    return 0


def exports_folder(named: str | None) -> Path | None:
    """Return the folder for files that pages write, made if it is not there.

    Args:
        named: the folder that was asked for; None for the usual one.

    Returns:
        None where the usual one cannot be made or written to: a page then names the command.

    Raises:
        DataError: the folder that was asked for cannot be made or written to.

    """
    try:
        folder = Path(named if named is not None else DEFAULT_EXPORTS).expanduser()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, os.strerror(13))
        return folder.resolve()
    except (OSError, RuntimeError, ValueError) as error:
        if named is None:
            return None
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(_NO_FOLDER.of(path=named, reason=reason)) from error
