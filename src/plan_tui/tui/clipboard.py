"""Copying: by the terminal (OSC 52), else by a program of the system, else into a file.

A terminal does not answer whether it obeyed OSC 52, so that way is told as asked for, not as
done. Where the session is local and a clipboard program is there, both are used.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from plan_tui.text.language import Language, Phrase

BY_PROGRAM = Phrase("クリップボードへコピーしました（{way}）", "Copied to the clipboard ({way})")
BY_TERMINAL = Phrase(
    "端末にコピーを依頼しました（OSC\u00a052）。貼り付けできないときは {file} にもあります",
    "Asked the terminal to copy (OSC\u00a052); if pasting fails, the text is in {file}",
)
BY_BROWSER = Phrase(
    "ブラウザーにコピーを依頼しました。ファイルには書きません。"
    "貼り付けできないときのコマンド：{command}",
    "Asked the browser to copy; no file is written. If pasting fails, this command gives "
    "the same: {command}",
)
TO_FILE = Phrase("ファイルに書きました：{file}", "Written to a file: {file}")
NOT_TO_FILE = Phrase(
    "ブラウザーではファイルに書きません。同じ内容のコマンド：{command}",
    "In the browser no file is written. This command gives the same: {command}",
)
FAILED = Phrase("コピーできません：{error}", "Cannot copy: {error}")

_PROGRAMS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("wl-copy", ("wl-copy",), "WAYLAND_DISPLAY"),
    ("xclip", ("xclip", "-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("xsel", "--clipboard", "--input"), "DISPLAY"),
    ("clip.exe", ("clip.exe",), "WSL_DISTRO_NAME"),
)


def native_tool(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the command line of a clipboard program that can work here, or nothing."""
    if sys.platform == "darwin" and shutil.which("pbcopy"):
        return ("pbcopy",)
    for name, command, needs in _PROGRAMS:
        if environment.get(needs) and shutil.which(name):
            return command
    return ()


def copy_natively(text: str, command: tuple[str, ...]) -> bool:
    """Give ``text`` to a clipboard program; return whether it took it."""
    try:
        done = subprocess.run(
            command,
            input=text.encode("utf-16-le" if command[0] == "clip.exe" else "utf-8"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def copy(
    text: str,
    ask_terminal: Callable[[str], None],
    language: Language,
    *,
    instead: str | None = None,
) -> str:
    """Copy ``text`` by the ways that this machine has; return in words which one it was.

    ``ask_terminal`` sends the terminal's own sequence. A way that cannot be checked is not told
    as done. Where no file may be written, ``instead`` is the command to name in its place.
    """
    asked = terminal_copies()
    if asked:
        ask_terminal(text)
    command = native_tool()
    if command and copy_natively(text, command):
        return BY_PROGRAM.say(language, way=command[0])
    if instead is not None:
        return (BY_BROWSER if asked else NOT_TO_FILE).say(language, command=instead)
    try:
        file = copy_to_file(text)
    except OSError as error:
        return FAILED.say(language, error=error)
    return (BY_TERMINAL if asked else TO_FILE).say(language, file=file)


def copy_to_file(text: str) -> Path:
    """Write ``text`` to this run's private file in the temporary folder, and return its path.

    It takes the place of what was copied before. The file stays after the end of the run: nobody
    answers whether the terminal copied, so that it can be the only way to the text.

    Raises:
        OSError: the folder cannot be written.

    """
    if not _file().exists():  # it was cleared away
        _file.cache_clear()
    _file().write_text(text, encoding="utf-8")
    return _file()


@cache
def _file() -> Path:
    handle, name = tempfile.mkstemp(prefix="plan-tui-", suffix=".txt")
    os.close(handle)
    return Path(name)


def terminal_copies() -> bool:
    """Return whether the terminal may know OSC 52: not those known to lack it."""
    term, program = os.environ.get("TERM", ""), os.environ.get("TERM_PROGRAM", "")
    return term not in ("", "dumb", "linux") and program != "Apple_Terminal"
