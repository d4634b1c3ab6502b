"""Bytes that are no UTF-8, sent to the program in a terminal of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from plan_tui.sources.notes_file import notes_in
from tests.tui.test_unread_bytes import END, START

if sys.platform == "win32":
    pytest.skip("no terminals of this kind", allow_module_level=True)

from tests.tui.own_terminal import Open


@pytest.mark.parametrize(
    "sent",
    [
        b"\x80",
        START + "森林".encode("shift_jis") + END,
        START + b"a\xed\xa0\x80b" + END,
        b"\xe9j",
        b"\x1b[M \xb0%",
    ],
)
def test_the_program_goes_on(opened: Open, sent: bytes) -> None:
    terminal = opened(size=(100, 30))
    terminal.read("概観".encode())
    os.write(terminal.handle, b"/" + sent)
    os.write(terminal.handle, b"\x1b")
    terminal.read()
    os.write(terminal.handle, b"0Q")
    assert terminal.exit_code() == 0
    assert b"Traceback" not in terminal.written


def test_a_note_is_kept_and_the_reader_is_told(opened: Open, tmp_path: Path) -> None:
    terminal = opened({"XDG_DATA_HOME": str(tmp_path)}, size=(100, 30))
    terminal.read("概観".encode())
    os.write(terminal.handle, b"1jlj")
    terminal.read(b"2021:0")
    os.write(terminal.handle, b"+")
    terminal.read("メモ".encode())
    os.write(terminal.handle, "夜の森".encode())
    terminal.read("夜の森".encode())
    os.write(terminal.handle, "あ".encode("shift_jis"))
    terminal.read(b"UTF-8")
    os.write(terminal.handle, b"\r")
    terminal.read()
    os.write(terminal.handle, b"Q")
    assert terminal.exit_code() == 0
    [note] = notes_in(tmp_path / "plan-tui" / "notes.toml").places
    assert note.note == "夜の森\ufffd\ufffd"
