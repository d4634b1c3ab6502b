"""A disk that is full in the midst of every file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file that is written get half of its text, and then an error."""
    whole = Path.write_text

    def half(path: Path, text: str, encoding: str = "utf-8", newline: str = "\n") -> int:
        whole(path, text[: len(text) // 2], encoding=encoding, newline=newline)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_text", half)
