"""What goes wrong in the server of the browser view, in one line each."""

from __future__ import annotations

import logging

from plan_tui.cli.output import complain
from plan_tui.text.language import Language, Phrase, shortened

_FAULT = Phrase("ブラウザー表示：{what}", "browser view: {what}")
_TALKATIVE = ("aiohttp", "asyncio")
"""Loggers of what the server is made of."""


class _OneLine(logging.Handler):
    """Writes a record as one line, the kind of its error in place of a traceback."""

    def __init__(self, language: Language) -> None:
        super().__init__(logging.WARNING)
        self._language = language

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record."""
        what = record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        tell(f"{what}: {error!r}" if error else what, self._language)


def tell(what: str, language: Language) -> None:
    """Tell what went wrong, in one line."""
    line = " ".join(what.split())
    complain(_FAULT.say(language, what=shortened(line)))


def log_in_lines(language: Language) -> None:
    """Let the server's parts write what goes wrong in lines, for the rest of this process."""
    for name in _TALKATIVE:
        logger = logging.getLogger(name)
        logger.handlers = [_OneLine(language)]
        logger.propagate = False
