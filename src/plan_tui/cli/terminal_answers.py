"""Asking the terminal something that it answers as if it were typed."""

from __future__ import annotations

import os
import sys

from plan_tui.cli.output import is_terminal

_WAIT_SECONDS = 0.3
"""For the terminal to answer: a connection over the network takes up to about a quarter of a
second, and a terminal that never answers keeps the user waiting this long."""


def answer_to(question: str, end: bytes) -> bytes:
    """Return what a terminal answers to control codes, which leave the line empty.

    Args:
        question: what is sent.
        end: with what the last answer ends.

    Returns:
        Nothing if there is no terminal, or one that does not answer.

    """
    if not is_terminal():
        return b""
    try:
        import select
        import termios
        import tty
    except ImportError:
        return b""
    descriptor = sys.stdin.fileno()
    settings = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        sys.stdout.write(question)
        sys.stdout.flush()
        answer = b""
        while not answer.endswith(end):
            if not select.select([descriptor], [], [], _WAIT_SECONDS)[0]:
                return b""
            answer += os.read(descriptor, 256)
        return answer
    except (OSError, UnicodeEncodeError):
        return b""
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, settings)
        sys.stdout.write("\r\x1b[K")
        sys.stdout.flush()
