"""Long output on a terminal goes through the reader's pager."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping

from plan_tui.text.language import Phrase
from plan_tui.text.width import width

_USUAL = "less"
"""The pager where ``$PAGER`` is not set."""
_NONE = ("", "cat")
"""Values of ``$PAGER`` that ask for no pager."""
_DEFAULTS = {"LESS": "FRX", "LV": "-c"}
"""Options that colours need, and that leave a short text on the screen, as git sets them; what
the reader set stays."""
BROKEN = Phrase(
    "$PAGERの{pager!r}が使えないため、そのまま表示しました（{reason}）",
    "printed without the pager: {pager!r} of $PAGER cannot be used ({reason})",
)
_ENDED = Phrase("終了コード{code}", "exit code {code}")


def pager_for(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """Return the pager that a text goes through; empty where it is to be printed.

    That is where the text fits into the terminal, that can do too little, or the reader wants
    none.
    """
    if environment.get("TERM", "dumb") == "dumb":
        return ""
    wanted = environment.get("PAGER")
    if wanted is None:
        wanted = _USUAL if shutil.which(_USUAL) else ""
    if wanted.strip() in _NONE or not _is_long(text):
        return ""
    return wanted


def _is_long(text: str) -> bool:
    """Return whether a text takes more lines than the terminal has, but one for the prompt."""
    columns, lines = shutil.get_terminal_size()
    taken = 0
    for line in text.split("\n"):
        taken += max(1, -(-width(line) // max(columns, 1)))
        if taken > lines:
            return True
    return False


def page(text: str, pager: str, encoding: str) -> Phrase | None:
    """Show a text by a pager until the reader leaves it.

    Args:
        text: as it is written, colour codes and all.
        pager: its command line, as ``$PAGER`` has it.
        encoding: of the terminal.

    Returns:
        None if it was shown; else why not, and the text is to be printed.

    """
    settings = {**_DEFAULTS, **os.environ}
    interrupt = signal.getsignal(signal.SIGINT)
    try:
        command = shlex.split(pager)
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=settings) as process:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # the pager's own affair
            process.communicate(text.encode(encoding, "replace"))
    except (OSError, ValueError) as error:
        return BROKEN.of(pager=pager, reason=getattr(error, "strerror", None) or error)
    finally:
        signal.signal(signal.SIGINT, interrupt)
    if process.returncode:
        return BROKEN.of(pager=pager, reason=_ENDED.of(code=process.returncode))
    return None
