"""What ``doctor`` finds out of copying: by a trial where a program does it, else by asking.

A trial puts a word into the clipboard, reads it back and puts back what was there. What is no text
could not be put back, so then nothing is tried.
"""

from __future__ import annotations

import os
import re
import subprocess

from plan_tui.cli.diagnosis import Diagnosis
from plan_tui.cli.terminal_answers import answer_to
from plan_tui.text.language import Language, Phrase

_READERS: dict[str, tuple[str, ...]] = {
    "pbcopy": ("pbpaste",),
    "wl-copy": ("wl-paste", "--no-newline"),
    "xclip": ("xclip", "-selection", "clipboard", "-o"),
    "xsel": ("xsel", "--clipboard", "--output"),
    "clip.exe": ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard"),
}
"""What reads the clipboard where a program writes it."""
_KINDS: dict[str, tuple[str, ...]] = {
    "wl-copy": ("wl-paste", "--list-types"),
    "xclip": ("xclip", "-selection", "clipboard", "-o", "-t", "TARGETS"),
}
"""What lists the kinds of what the clipboard holds, where a program can; none if it is empty."""
_TEXT = frozenset(("UTF8_STRING", "STRING", "TEXT"))
_SECONDS = 5
"""That a program may take: powershell.exe needs about one to start."""
_WORD = f"plan-tui doctor {os.getpid()}"
_QUESTION = "\x1bP+q4d73\x1b\\\x1b[c"
"""Asks for the terminal's capability Ms (hexadecimal), which is to set the clipboard, then for its
attributes, which every terminal answers."""
_CAN_COPY = re.compile(rb"\x1bP1\+r4[dD]73|\x1b\[\?(?:\d+;)*52[;c]")
"""The answer that it has Ms, or the attribute 52, access to the clipboard."""

_WORKS = Phrase(
    "{tool}で確認済み（語をコピーして読み戻し、元の内容に復元）",
    "{tool}: tried, by copying a word and reading it back; what was there is back",
)
_LOST = Phrase(
    "{tool}：コピーした語を読み戻せません。{otherwise}",
    "{tool}: a word that was copied cannot be read back; {otherwise}",
)
_NO_TEXT = Phrase(
    "{tool}：クリップボードに文字がないため未確認。何か文字をコピーしてから、もう一度実行"
    "してください",
    "{tool}: not tried, since the clipboard holds no text; copy some text and ask again",
)
_TERMINAL_CAN = Phrase(
    "端末の応答：コピー可能（OSC 52）", "the terminal says that it can copy (OSC 52)"
)
_TERMINAL_MAY = Phrase(
    "端末の応答：コピーの可否は不明（OSC 52）。コピーできないときはファイルに書きます",
    "the terminal does not say whether it can copy (OSC 52); if it cannot, a file is written",
)
_BY_FILE = Phrase("コピーの代わりにファイルに書きます", "a file is written instead of copying")


def clipboard_check(language: Language) -> Diagnosis:
    """Return whether copying works here."""
    from plan_tui.tui.clipboard import native_tool

    command = native_tool()
    if command:
        works, words = _tried(command)
        if works is not False:
            return Diagnosis("clipboard", works, words.say(language))
        works, otherwise = _by_terminal()
        words = _LOST.of(tool=command[0], otherwise=otherwise)
        return Diagnosis("clipboard", works, words.say(language))
    works, words = _by_terminal()
    return Diagnosis("clipboard", works, words.say(language))


def _tried(command: tuple[str, ...]) -> tuple[bool | None, Phrase]:
    """Return whether a program copies, None if it was not tried, and what is to be said."""
    from plan_tui.tui.clipboard import copy_natively

    tool = command[0]
    before = _output(_READERS[tool])
    if not _can_be_put_back(tool, before):
        return None, _NO_TEXT.of(tool=tool)
    is_copied = copy_natively(_WORD, command) and _output(_READERS[tool]).strip() == _WORD
    if is_copied:
        copy_natively(before, command)
    return is_copied, _WORKS.of(tool=tool)


def _can_be_put_back(tool: str, before: str) -> bool:
    """Return whether the clipboard holds text, or is known to hold nothing at all."""
    if tool not in _KINDS:
        return bool(before)
    kinds = _output(_KINDS[tool]).split()
    return not kinds or any(kind in _TEXT or kind.startswith("text/plain") for kind in kinds)


def _output(command: tuple[str, ...]) -> str:
    """Return what a program prints; nothing if it fails."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=True,
        )
        return done.stdout.decode("utf-8")
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return ""


def _by_terminal() -> tuple[bool | None, Phrase]:
    from plan_tui.tui.clipboard import terminal_copies

    if not terminal_copies():
        return False, _BY_FILE
    if _CAN_COPY.search(answer_to(_QUESTION, b"c")):
        return True, _TERMINAL_CAN
    return None, _TERMINAL_MAY
