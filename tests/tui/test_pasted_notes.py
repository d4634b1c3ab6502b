"""A text of several lines that is pasted into a note keeps them."""

from __future__ import annotations

import pytest

from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.note_dialog import NoteDialog
from tests.tui.helpers import screen_of
from tests.tui.test_typing import burst
from tests.tui.typed_notes import PLACE


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("\x1b[200~森の声\n　夜の棚\nthird\n\x1b[201~", ["森の声", " 夜の棚", "third"]),
        ("\x1b[200~森の声\r\n\r\nthird\x1b[201~", ["森の声", "", "third"]),
        ("ab\x1b[D\x1b[200~森\n棚\x1b[201~", ["a森", "棚b"]),
        ("\x1b[200~森\n棚\x1b[201~の声", ["森", "棚の声"]),
        ("\x1b[200~森の声\x1b[201~", ["森の声"]),
        ("\x1b[200~" + "森\n" * 5000 + "\x1b[201~", ["森" * 5000]),
    ],
)
async def test_pasted_lines_are_lines_of_the_note(
    app: PlanApp, typed: str, lines: list[str]
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section(PLACE)
        await burst(app, pilot, f"+{typed}")
        dialog = screen_of(app, NoteDialog)
        values = [box.value for box in dialog.lines]
        assert values[: len(lines)] == lines
        assert not any(values[len(lines) :])
        assert dialog.typed.text == "\n".join(line.strip() for line in lines)
