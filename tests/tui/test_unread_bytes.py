"""Bytes of a terminal that are no UTF-8 end nothing, and are no keys."""

from __future__ import annotations

import sys
from codecs import getincrementaldecoder
from inspect import unwrap

import pytest
from textual._xterm_parser import XTermParser
from textual.drivers.web_driver import WebDriver

from plan_tui.tui.textual_patches.page_driver import PageDriver
from plan_tui.tui.textual_patches.unread_bytes import (
    ReceivedText,
    use_received_text,
    use_unread_bytes,
)
from plan_tui.tui.textual_patches.whole_paste import use_whole_pastes
from tests.tui.test_pasted_codes import told

use_unread_bytes()
use_whole_pastes()

START, END = b"\x1b[200~", b"\x1b[201~"
SIGN = "replacement_character"


def keys_of(*reads: bytes) -> list[str]:
    """Return the keys and pasted texts that a terminal's reads become."""
    decoder, parser = ReceivedText(), XTermParser()
    texts = filter(None, map(decoder.decode, reads))  # without text, drivers feed nothing
    return told([each for text in texts for each in parser.feed(text)])


@pytest.mark.parametrize(
    ("reads", "keys"),
    [
        ([b"j\x80 k"], ["j", SIGN, "space", "k"]),
        ([b"j\x80", b"k"], ["j", SIGN, "k"]),
        ([b"\xe9", b"j"], [SIGN, "j"]),
        ([b"\xe6\xa3", b"j"], [SIGN, SIGN, "j"]),
        (["森j".encode()], ["森", "j"]),
        (["森".encode()[:1], "森".encode()[1:] + b"j"], ["森", "j"]),
        (["あ".encode("shift_jis")], [SIGN, SIGN]),
        (["アQ".encode("shift_jis")], [SIGN, "Q"]),
        (["ア".encode("shift_jis"), b"Q"], [SIGN, "Q"]),
        ([b"\x1b[M \xb0%j"], ["j"]),
        ([b"\x1b[M \xb0Aj"], ["j"]),
        ([b"\x1b[M \xc3\xa0\x1b[M#\xc3\xa0", b"j"], ["j"]),
        ([b"\x1b[M !\xe3" + "森".encode()], ["森"]),
        ([b"\x1b[M !!j"], ["j"]),
        ([b"\x1b[97;;99999999uj"], ["j"]),
        ([b"\x1b[99999999999uj"], ["j"]),
    ],
)
def test_such_bytes_are_a_sign_and_never_a_command(reads: list[bytes], keys: list[str]) -> None:
    assert keys_of(*reads) == keys


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("森の図書館".encode(), "森の図書館"),
        (b"a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"),
        ("森ア".encode("shift_jis"), "\ufffdX\ufffdA"),
        (b"\xe9t\xe9", "\ufffdt\ufffd"),
        ("\x1b[M森".encode(), "森"),
    ],
)
def test_a_pasted_text_keeps_what_can_be_read(pasted: bytes, text: str) -> None:
    sent = START + pasted + END + b"k"
    for cut in range(1, len(sent)):
        assert keys_of(sent[:cut], sent[cut:]) == [f"pasted {text!r}", "k"], cut


def test_the_drivers_of_the_installed_textual_end_with_such_a_byte() -> None:
    with pytest.raises(UnicodeDecodeError):
        getincrementaldecoder("utf-8")().decode(b"\x80")
    for kind in (WebDriver, PageDriver):
        use_received_text(kind)
        made = sys.modules[WebDriver.__module__].getincrementaldecoder("utf-8")()
        assert made.decode(b"\x80") == "\udc80"


def test_the_installed_textual_ends_with_a_key_that_is_no_character() -> None:
    with pytest.raises((ValueError, OverflowError)):
        unwrap(XTermParser._parse_extended_key)(XTermParser(), "\x1b[97;;99999999u")
