"""argparse's error messages, which it words in English alone, in both languages."""

from __future__ import annotations

import re

from plan_tui.text.language import Phrase

_KNOWN = (
    Phrase("不明な引数：{words}", "unrecognized arguments: {words}"),
    Phrase("引数の不足：{words}", "the following arguments are required: {words}"),
    Phrase("{name}には値が必要です", "argument {name}: expected one argument"),
    Phrase("{name}には値が必要です", "argument {name}: expected at least one argument"),
    Phrase("{name}に値は付けられません", "argument {name}: ignored explicit argument {value}"),
    Phrase(
        "{name}に{value}は指定できません。選べるもの：{known}",
        "argument {name}: invalid choice: {value} (choose from {known})",
    ),
)
_OTHER = Phrase("{message}", "{message}")


def _pattern(english: str) -> re.Pattern[str]:
    """Return a pattern of a phrase's English, its fields as named groups."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*?)", re.escape(english)), re.DOTALL)


def complaint(message: str) -> Phrase:
    """Return a message of argparse as a phrase; an unknown one is the English in both languages."""
    for phrase in _KNOWN:
        match = _pattern(phrase.en).fullmatch(message)
        if match:
            return phrase.of(**match.groupdict())
    return _OTHER.of(message=message)
