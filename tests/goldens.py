"""The files that hold what the program is to print and draw: comparing with them, renewing them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

OPTION = "--update-goldens"


class Goldens:
    """Reads the files that texts are compared with, and writes them anew if that is wanted."""

    def __init__(self, update: bool) -> None:
        self._update = update

    def kept(self, file: Path, text: str) -> str:
        """Return what ``file`` holds, to the byte; with the option, ``text`` is written first."""
        if self._update:
            file.write_text(text, encoding="utf-8", newline="\n")
        return file.read_bytes().decode()


def refuse_in_ci(update: bool, environment: Mapping[str, str] = os.environ) -> None:
    """Stop a run that would renew the files where nobody reads their difference.

    Raises:
        pytest.UsageError: the option is given and ``CI`` is set.

    """
    if update and environment.get("CI"):
        raise pytest.UsageError(f"{OPTION} is for a person who reads the difference; CI is set")
