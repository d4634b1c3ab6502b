"""Opens the application for a person: with their keys, as and where they left it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path

from plan_tui.errors import UsageError
from plan_tui.text.language import Language, Phrase
from plan_tui.text.terminal import lacks_signs, send_japanese
from plan_tui.text.whole_file import reason_of
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import FirstPlace
from plan_tui.tui.files import with_tilde
from plan_tui.tui.keeping import resume, to_keep
from plan_tui.tui.rebinding import keys_file, read_keys
from plan_tui.tui.state import State, read_state, state_file, write_state

NOT_KEPT = Phrase(
    "次回のための記録（場所・設定）を書けません：{reason}\n{path}",
    "Place and settings cannot be kept for next time: {reason}\n{path}",
)

FAILED = Phrase(
    "plan-tui自身の誤りで終了しました。保存したメモは残っています。もう一度開いてください。"
    "同じことが起きるときは、上の表示を開発者に知らせてください",
    "plan-tui ended by an error of its own. What was saved is kept; open it again, and if the same "
    "happens, tell the developers what stands above",
)


class TerminalApp(PlanApp):
    """The application in a terminal."""

    def on_mount(self) -> None:
        """Let a signal end the program as Q does: the terminal restored, the state kept."""
        if sys.platform == "win32" or self.is_web:  # the browser's driver has its own
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGHUP, signal.SIGTERM):
            loop.add_signal_handler(number, self._end_by, number)

    def _end_by(self, number: int) -> None:
        self.exit(return_code=128 + number)


def start(
    path: Path,
    asked: Language | None = None,
    first: FirstPlace | None = None,
    *,
    ascii_signs: bool = False,
    may_write: bool = True,
    exports: Path | None = None,
) -> int:
    """Run the application until it is left, and return its exit code.

    Args:
        path: the database.
        asked: language that the reader asked for now; None for the one they chose before, else
            that of the locale.
        first: where to open; None for the overview.
        ascii_signs: draw no sign of ours but in ASCII, even if the terminal could show them.
        may_write: False to write no file: nothing is kept, exported or copied into one.
        exports: a folder into which files are exported none the less, as a browser's downloads.

    Raises:
        DataError: the database is missing or unusable.

    """
    file = state_file()
    state = read_state(file)
    app = TerminalApp(path, asked or state.language)
    app.ascii = _lacks_signs() or ascii_signs
    app.may_write = may_write
    app.exports = exports
    app.kept = state
    resume(app, state)
    app.first = first
    try:
        app.rebind(read_keys(keys_file()))
    except UsageError as error:
        app.warn_at_start(f"{error.say(app.language)}\n{with_tilde(keys_file())}")
    app.once_painted = partial(_have_painted, app, file, state)
    try:
        app.run()
    finally:
        gc.enable()
        with suppress(OSError):  # told at the start, unless it came about since
            _keep(app, file, to_keep(app, app.kept), state)
        if app.has_failed:
            _tell_failure(app)
        _let_go()
    return app.return_code or 0


def _have_painted(app: PlanApp, file: Path, before: State) -> None:
    """Collect garbage again: nothing of what was loaded until here ever is any."""
    gc.freeze()
    gc.enable()
    _try_to_keep(app, file, before)


def _try_to_keep(app: PlanApp, file: Path, before: State) -> None:
    """Warn early if nothing can be kept."""
    try:
        _keep(app, file, app.kept, before)
    except TimeoutError:
        pass  # another plan-tui keeps its own just now
    except OSError as error:
        app.warn_at_start(
            NOT_KEPT.say(app.language, reason=reason_of(error), path=with_tilde(file.parent))
        )


def _keep(app: PlanApp, file: Path, state: State, before: State) -> None:
    if app.may_write:
        write_state(file, state, before)


def _tell_failure(app: PlanApp) -> None:
    """Say in a line, below the traceback, what has happened and what to do."""
    if sys.__stderr__ is not None:
        with suppress(OSError):  # the window is gone
            sys.__stderr__.write(f"plan-tui: {app.say(FAILED)}\n")


def _let_go() -> None:
    """Write what is left; where the window is gone, nowhere, so that the exit code stays ours."""
    screen = sys.__stderr__
    if screen is None:
        return
    try:
        screen.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), screen.fileno())


def _lacks_signs() -> bool:
    """Return whether the terminal lacks our signs; make sure that it is sent Japanese."""
    screen = sys.__stderr__  # what Textual writes to
    if screen is None:
        return False
    encoding = screen.encoding
    send_japanese(screen)
    return lacks_signs(encoding)
