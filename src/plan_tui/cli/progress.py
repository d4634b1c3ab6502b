"""What a long command tells of its steps, on standard error alone.

On a terminal the step at work stands on one line that is written over; elsewhere nothing is
told, unless ``--progress json`` asks for it: then each step is a line, such as
``{"step": "reading the document", "done": 3, "of": 118}``, in the language of the command.
"""

from __future__ import annotations

import json
import sys

from plan_tui.text.controls import visible, visible_in_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.text.language import Language, Phrase

_CLEAR = "\r\x1b[K"
_BAR = 24
"""Columns of the bar: with the longest step it stays within 60."""


class Progress:
    """Tells of steps; used as a context manager, it leaves an empty line behind."""

    def __init__(self, language: Language, form: str | None) -> None:
        stream = sys.stderr
        self._language = language
        self._json = form == "json" and stream is not None
        self._bar = form is None and stream is not None and stream.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar:
            self._write(_CLEAR)

    def tell(self, step: Phrase, done: int = 0, total: int = 0) -> None:
        """Say that a step begins, or how much of it is done of what."""
        words = step.say(self._language)
        if self._json:
            fields = {"step": words} | ({"done": done, "of": total} if total else {})
            self._write(visible_in_json(json.dumps(fields, ensure_ascii=False)) + "\n")
        elif self._bar:
            number = f" {_bar(done, total)} {done}/{total}" if total else " …"
            self._write(f"{_CLEAR}{visible(words)}{number}")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def _bar(done: int, total: int) -> str:
    filled = _BAR * done // total
    return f"[{'#' * filled}{'.' * (_BAR - filled)}]"
