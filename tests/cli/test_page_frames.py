"""What a page of the browser view may send, and what is dropped."""

from __future__ import annotations

import json

import pytest

from plan_tui.cli.page_frames import (
    MOST_COLUMNS,
    MOST_KEYS,
    MOST_LINES,
    FocusChange,
    PageFrame,
    Ping,
    TerminalSize,
    Typed,
    read_frame,
    size_of,
)


@pytest.mark.parametrize(
    ("sent", "frame"),
    [
        (["stdin", "あ\x1b[A"], Typed("あ\x1b[A".encode())),
        (["stdin", ""], Typed(b"")),
        (["stdin", "a\ud800b"], Typed(b"ab")),
        (["resize", {"width": 80, "height": 24}], TerminalSize(80, 24)),
        (["resize", {"width": 99999, "height": 10**400}], TerminalSize(MOST_COLUMNS, MOST_LINES)),
        (["resize", {"width": -5, "height": 0}], TerminalSize(1, 1)),
        (["focus"], FocusChange(True)),
        (["blur"], FocusChange(False)),
        (["ping", "17"], Ping("17")),
    ],
)
def test_frames_of_a_page_are_read(sent: object, frame: PageFrame) -> None:
    assert read_frame(json.dumps(sent)) == frame


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "[",
        "null",
        "NaN",
        "{}",
        "[]",
        "[[]]",
        '["stdin"]',
        '["stdin", 1]',
        '["stdin", "a", "b"]',
        '["resize", {"width": 80}]',
        '["resize", {"width": 80.5, "height": 24}]',
        '["resize", {"width": "80", "height": "24"}]',
        '["resize", {"width": NaN, "height": Infinity}]',
        '["resize", {"width": null, "height": null}]',
        '["ping", 1]',
        '["ping", {"a": []}]',
        '["quit"]',
        "[" * 100_000,
        "1" * 10_000,
        json.dumps(["ping", "x" * 100]),
        json.dumps(["stdin", "x" * (MOST_KEYS + 1)]),
    ],
    ids=lambda text: text[:24],
)
def test_what_no_page_sends_is_nothing(text: str) -> None:
    assert read_frame(text) is None


@pytest.mark.parametrize(
    ("query", "size"),
    [
        ({"width": "80", "height": "24"}, TerminalSize(80, 24)),
        ({"width": "99999", "height": "24"}, TerminalSize(MOST_COLUMNS, 24)),
        ({"width": "80", "height": "99999"}, TerminalSize(80, MOST_LINES)),
        ({"width": "-1", "height": "0"}, TerminalSize(1, 1)),
        ({}, None),
        ({"width": "80"}, None),
        ({"width": "x", "height": "24"}, None),
        ({"width": "NaN", "height": "24"}, None),
        ({"width": "9" * 5_000, "height": "24"}, None),
        ({"width": "1e3", "height": "24"}, None),
    ],
)
def test_sizes_are_bounded(query: dict[str, str], size: TerminalSize | None) -> None:
    assert size_of(query) == size
