"""A pasted text with control codes in it is a text, and no keys."""

from __future__ import annotations

from inspect import unwrap

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from plan_tui.tui.textual_patches.whole_paste import use_whole_pastes

use_whole_pastes()

START, END = "\x1b[200~", "\x1b[201~"
ORIGINAL_FEED = unwrap(XTermParser.feed)
"""What the installed Textual does."""


def told(messages: list[Message]) -> list[str]:
    """Return the keys and pasted texts of messages, in order."""
    return [
        message.key if isinstance(message, Key) else f"pasted {message.text!r}"
        for message in messages
        if isinstance(message, Key | Paste)
    ]


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("森の図書館", "森の図書館"),
        ("", ""),
        ("one\x1b[31mred\x1b[0m\ntwo", "onered\ntwo"),
        ("abc \x1b[1;31m def", "abc  def"),
        ("森\x1b", "森"),
        ("\x1b", ""),
        ("a\x1b]8;;http://example.com\x07b\x1b]8;;\x1b\\c", "abc"),
        ("i\x1b[200~e\x1bq", "ieq"),
        ("\x1b[" + "9" * 60, "[" + "9" * 60),
    ],
)
def test_codes_within_a_pasted_text_are_left_out_and_never_keys(pasted: str, text: str) -> None:
    sent = f"j{START}{pasted}{END}k"
    expected = ["j", f"pasted {text!r}", "k"]
    for cut in range(1, len(sent) + 1):  # however a terminal's reads part it
        parser = XTermParser()
        messages = [*parser.feed(sent[:cut]), *parser.feed(sent[cut:] or "")]
        assert told(messages) == expected, cut
    parser = XTermParser()
    assert told([each for one in sent for each in parser.feed(one)]) == expected


def test_a_pasted_text_comes_once_it_has_ended() -> None:
    parser = XTermParser()
    assert told([*parser.feed(f"{START}abc")]) == []
    assert told([*parser.feed("def")]) == []
    assert told([*parser.feed(f"{END}")]) == ["pasted 'abcdef'"]
    assert told([*parser.feed(f"x{START}y{END}{START}z{END}")]) == ["x", "pasted 'y'", "pasted 'z'"]


def test_the_installed_textual_takes_such_codes_for_keys() -> None:
    sent = f"{START}one\x1b[31mred two three four five six seven{END}"
    messages = [*ORIGINAL_FEED(XTermParser(), sent)]
    assert any(isinstance(message, Key) for message in messages)
