"""A real shell at a terminal, in which a line is typed with the Tab key."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 30.0
"""Seconds that a line may take on a busy machine."""
_STEP = 0.05
_PROMPT = "ready> "
"""What the shells ask with; it is written otherwise where it is set, so that its echo is none."""
_PROGRAM = """#!{python}
import json, sys
from pathlib import Path
sys.path[:0] = {path!r}
if sys.argv[1:2] == ["completion"]:
    from plan_tui.cli.main import main
    sys.exit(main(sys.argv[1:]))
kept = Path({kept!r})
kept.with_suffix(".new").write_text(json.dumps(sys.argv[1:]))
kept.with_suffix(".new").rename(kept)
"""
"""Answers the shell as the program does, and keeps the words that it is called with."""


@dataclass(frozen=True, slots=True)
class Shell:
    """A shell, and how its completion is switched on."""

    name: str
    command: tuple[str, ...]
    setting: str
    """What is typed first."""


SHELLS = (
    Shell(
        "bash",
        ("bash", "--norc", "--noprofile", "-i"),
        'eval "$(plan-tui completion bash)"; PS1="rea""dy> "',
    ),
    Shell(
        "zsh",
        ("zsh", "-f", "-i"),
        'autoload -U compinit; compinit -u -D; eval "$(plan-tui completion zsh)"; PS1="rea""dy> "',
    ),
    Shell(
        "fish",
        ("fish", "--no-config", "-i"),
        'plan-tui completion fish | source; function fish_prompt; echo -n "rea""dy> "; end',
    ),
)


def typed_words(shell: Shell, line: str, folder: Path, database: Path) -> list[str]:
    """Return the words that the program is called with after a line was typed, Tabs and all.

    Raises:
        AssertionError: the program was never called.

    """
    kept = folder / "typed.json"
    program = folder / "bin" / "plan-tui"
    program.parent.mkdir(exist_ok=True)
    program.write_text(_PROGRAM.format(python=sys.executable, kept=str(kept), path=sys.path))
    program.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        "PLAN_TUI_DB": str(database),
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm",
    }
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        shell.command, stdin=terminal, stdout=terminal, stderr=terminal,
        cwd=folder, env=environment, start_new_session=True, preexec_fn=_take_terminal,
    ) as process:  # fmt: skip
        os.close(terminal)
        try:
            _send(controller, f"{shell.setting}\n", lambda screen: _PROMPT in screen)
            screen = _send(controller, f"{line}\n", lambda _: kept.exists())
            assert kept.exists(), screen
            process.kill()
            words: list[str] = json.loads(kept.read_text())
        finally:
            process.kill()
            os.close(controller)
    return words


def _take_terminal() -> None:
    """Make standard input the terminal that controls the process, which fish asks for."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _send(terminal: int, keys: str, is_done: Callable[[str], bool]) -> str:
    """Type keys and read the screen until all is done; return what was read."""
    os.write(terminal, keys.encode())
    screen, end = b"", time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if select.select([terminal], [], [], _STEP)[0]:
            try:
                screen += os.read(terminal, 65536)
            except OSError as ended:  # Linux says so when the other end is closed.
                raise AssertionError(screen.decode(errors="replace")) from ended
        elif is_done(screen.decode(errors="replace")):
            break
    return screen.decode(errors="replace")
