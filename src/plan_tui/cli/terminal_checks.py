"""What ``doctor`` looks at of the terminal: size, encoding, character width, signs."""

from __future__ import annotations

import locale
import os
import re
import shutil
import sys

from plan_tui.cli.diagnosis import Diagnosis
from plan_tui.cli.output import is_terminal
from plan_tui.cli.terminal_answers import answer_to
from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Language, Phrase
from plan_tui.text.terminal import LEAST_COLUMNS, LEAST_LINES, is_utf8, lacks_signs

_AMBIGUOUS = "①"
"""A character of ambiguous width, which terminals draw in one or two columns."""

_NO_TERMINAL = Phrase("端末なし（画面は開けません）", "no terminal; the application cannot open")
_SIZE = Phrase(
    "{columns}桁×{lines}行", "{columns} {columns:column|columns}, {lines} {lines:line|lines}"
)
_TOO_SMALL = Phrase(
    "{columns}×{lines}以上に広げてください", "make it at least {columns} by {lines}"
)
_COLOURS = Phrase("TERM={term}、色{colour}", "TERM={term}, colours {colour}")
_NOT_UTF8 = Phrase("UTF-8のロケールにしてください", "choose a UTF-8 locale")
_ONE_WIDE = Phrase("曖昧幅の字は1桁（想定どおり）", "ambiguous characters take 1 column, as drawn")
_TWO_WIDE = Phrase(
    "曖昧幅の字が2桁。端末の設定で1桁（narrow）にしてください",
    "ambiguous characters take 2 columns; set the terminal to narrow (1)",
)
_UNKNOWN_WIDTH = Phrase("端末から応答がないため不明", "unknown: the terminal does not tell")
_SIGNS_DRAWN = Phrase(
    "画面の記号をそのまま表示（--asciiを付けるとASCII文字）",
    "the application draws its signs as they are (in ASCII with --ascii)",
)
_SIGNS_IN_ASCII = Phrase(
    "画面の記号をASCII文字で表示（TERM={term}、文字コード{encoding}の端末では表示できないため）",
    "the application draws its signs in ASCII, since a terminal of TERM={term}, sent "
    "{encoding}, is known to lack them",
)


def terminal_checks(language: Language) -> list[Diagnosis]:
    """Return what is found out of the terminal."""
    return [_terminal(language), _locale(language), _width(language), _signs(language)]


def _terminal(language: Language) -> Diagnosis:
    if not is_terminal():
        return Diagnosis("terminal", False, _NO_TERMINAL.say(language))
    columns, lines = shutil.get_terminal_size()
    large = columns >= LEAST_COLUMNS and lines >= LEAST_LINES
    size = _SIZE.say(language, columns=columns, lines=lines)
    term = os.environ.get("TERM", "")
    rich = os.environ.get("COLORTERM") in ("truecolor", "24bit")
    colour = "24bit" if rich else "256" if "256color" in term else "16"
    parts = [size, _COLOURS.say(language, term=term or "-", colour=colour)]
    if not large:
        parts.append(_TOO_SMALL.say(language, columns=LEAST_COLUMNS, lines=LEAST_LINES))
    return Diagnosis("terminal", large and term != "dumb", listed(parts, language))


def _locale(language: Language) -> Diagnosis:
    encoding = locale.getencoding()
    utf8 = is_utf8(encoding)
    detail = encoding if utf8 else f"{encoding}; {_NOT_UTF8.say(language)}"
    return Diagnosis("locale", utf8, detail)


def _width(language: Language) -> Diagnosis:
    columns = _ask_width() if is_terminal() else None
    if columns is None:
        return Diagnosis("width", None, _UNKNOWN_WIDTH.say(language))
    return Diagnosis(
        "width", columns == 1, (_ONE_WIDE if columns == 1 else _TWO_WIDE).say(language)
    )


def _ask_width() -> int | None:
    """Return the columns of an ambiguous character; None if the terminal does not tell.

    The character is drawn, and the terminal asked where its cursor then is (the report of the
    cursor's position, CSI 6 n).
    """
    position = re.search(rb"\x1b\[\d+;(\d+)R", answer_to(f"\r{_AMBIGUOUS}\x1b[6n", b"R"))
    return int(position.group(1)) - 1 if position else None


def _signs(language: Language) -> Diagnosis:
    """Return whether the terminal shows the signs that the application draws."""
    screen = sys.__stderr__  # what the application draws on
    if screen is None or not lacks_signs(screen.encoding):
        return Diagnosis("signs", True, _SIGNS_DRAWN.say(language))
    term = os.environ.get("TERM") or "-"
    detail = _SIGNS_IN_ASCII.say(language, term=term, encoding=screen.encoding)
    return Diagnosis("signs", False, detail)
