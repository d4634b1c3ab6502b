"""What `add` tells of its steps: a line on a terminal, JSON for programs, else nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.cli.progress import Progress
from plan_tui.query.day_values import read_day
from plan_tui.text.language import Language, Phrase

STEP = Phrase("読む", "reading")
TEXT = "前文の一つ目の段落である。\n第１ 森の図書館の姿\n森の図書館は夜も開く。\n"


class Terminal(io.StringIO):
    """What a terminal is sent."""

    def isatty(self) -> bool:
        return True


def told(form: str | None, stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress(Language.EN, form) as progress:
        progress.tell(STEP)
        progress.tell(STEP, 3, 12)
    return stream.getvalue()


def test_on_a_terminal_one_line_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    written = told(None, Terminal(), monkeypatch)
    assert "\n" not in written
    *_, bar, rest = written.split("\r\x1b[K")
    assert bar == "reading [######..................] 3/12"
    assert rest == ""
    assert len(bar) < 60


def test_elsewhere_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(None, io.StringIO(), monkeypatch) == ""


@pytest.mark.parametrize("stream", [io.StringIO(), Terminal()])
def test_programs_are_told_a_line_a_step(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = told("json", stream, monkeypatch).splitlines()
    assert list(map(json.loads, lines)) == [
        {"step": "reading"},
        {"step": "reading", "done": 3, "of": 12},
    ]


def test_steps_of_an_add(
    reader_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "森.txt"
    text.write_text(TEXT, encoding="utf-8")
    words = ("add", str(text), "--date", "2023-06-09", "--progress", "json", "--lang", "en")
    assert main(words) == 0
    steps = [json.loads(line)["step"] for line in capsys.readouterr().err.splitlines()]
    assert steps[0] == "reading the document"
    assert steps[-1] == "proving it"
    assert len(steps) == len(set(steps)) >= 5


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-06-13",
            "2026/6/13",
            "20260613",
            "2026年6月13日",
            "２０２６年６月１３日",
            "2026.6.13",
        ),
        *("令和８年６月13日", "令和8年 6月 13日", "令和八年六月十三日", "R8.6.13", "r8/6/13"),
    ],
)
def test_a_day_in_any_writing(text: str) -> None:
    assert read_day(text) == "2026-06-13"


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-06", "2026-06-31", "令和8年", "明日", "13/6/2026"]
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text) is None
