"""``doctor`` tells what the application will do on this terminal."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from plan_tui.cli.main import main


@pytest.mark.parametrize(
    ("term", "encoding", "shown", "words"),
    [
        ("xterm-256color", "utf-8", True, "as they are"),
        ("linux", "utf-8", False, "TERM=linux, sent utf-8"),
        ("xterm", "euc_jp", False, "TERM=xterm, sent euc_jp"),
        ("", "ascii", False, "TERM=-, sent ascii"),
    ],
)
def test_whether_signs_are_drawn_in_ascii(
    term: str,
    encoding: str,
    shown: bool,
    words: str,
    made_up_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys, "__stderr__", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert main(["doctor", "--db", str(made_up_database), "--json", "--lang", "en"]) == 0
    found = {one["name"]: one for one in json.loads(capsys.readouterr().out)}
    assert found["signs"]["ok"] is shown
    assert words in found["signs"]["detail"]
