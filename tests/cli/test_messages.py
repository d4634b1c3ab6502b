"""Messages on standard error: one line, and never a whole long argument."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.complaints import complaint
from plan_tui.cli.main import main
from plan_tui.text.language import LONGEST, Language

LONG = f"2025{'あx' * 5_000}"
LINES = [
    [LONG],
    ["export", LONG],
    ["tree", LONG, LONG],
    ["tree", f"--{LONG}"],
    ["tree", "--depth", LONG],
    ["tree", "--document", LONG],
    ["tree", "--limit", LONG],
    ["tree", "--format", LONG],
    [f"tree --db {LONG}"],
    ["tree", "--db", LONG],
    ["tree", "--no-color=" + LONG],
    ["export", "tree", "-o", f"{LONG}/{LONG}"],
    ["search", LONG],
    ["search", f"edition:{LONG}"],
    ["search", f"document:{LONG}"],
    ["search", f"under:{LONG}"],
    ["search", f"due:{LONG}"],
    ["search", f"kind:{LONG}"],
    ["search", f"{'x' * 9_000}:a"],
    ["show", LONG],
    ["measures", LONG],
    ["targets", LONG],
    ["compare", LONG],
    ["compare", "2021:1.1", "--with", LONG],
    ["changes", "2021", LONG],
    ["changes", LONG, LONG],
    ["changes", "2021", "2025", "--only", LONG],
    ["track", LONG],
    ["words", LONG],
    ["words", "。" * 9_000],
    ["topics", "in", LONG],
    ["topics", LONG],
    ["serve", "--port", LONG],
    ["build", "--data", LONG],
    ["check", "--db", LONG],
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("line", LINES, ids=lambda line: " ".join(line)[:24])
def test_a_long_argument_is_not_repeated_whole(
    line: list[str],
    language: Language,
    linked_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(linked_database))
    assert main([*line, "--lang", language]) in (1, 2, 3)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert len(said) < 4 * LONGEST


@pytest.mark.parametrize(
    "message",
    [
        "unrecognized arguments: --x y",
        "the following arguments are required: QUERY",
        "argument --limit: expected one argument",
        "argument --with: expected at least one argument",
        "argument --json: ignored explicit argument 'x'",
        "argument --format: invalid choice: 'x' (choose from text, json, md, tsv)",
        "argument --format: invalid choice: '{x}' (choose from 'text', 'json')",
        "something (new) that {argparse} says",
    ],
)
def test_complaints_of_argparse_keep_their_english(message: str) -> None:
    assert complaint(message).en == message
