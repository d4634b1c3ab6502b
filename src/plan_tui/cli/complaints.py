"""argparse's own complaints in Japanese; it words them in English alone."""

from __future__ import annotations

import re

from plan_tui.text.language import Phrase

_JAPANESE = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"unrecognized arguments: (?P<words>.*)", "不明な引数：{words}"),
        (r"the following arguments are required: (?P<words>.*)", "引数が足りない：{words}"),
        (r"argument (?P<name>.*?): expected (?:at least )?one argument", "{name}には値が要る"),
        (r"argument (?P<name>.*?): ignored explicit argument .*", "{name}は値をとらない"),
        (
            r"argument (?P<name>.*?): invalid choice: (?P<value>.*?) \(choose from (?P<known>.*)\)",
            "{name}に{value}は指定できない。選べるのは{known}",
        ),
    )
)


def complaint(message: str) -> Phrase:
    """Return a message of argparse in both languages; in English alone if it is unknown."""
    for pattern, words in _JAPANESE:
        found = pattern.fullmatch(message)
        if found:
            return Phrase(words.format(**found.groupdict()), message)
    return Phrase(message, message)
