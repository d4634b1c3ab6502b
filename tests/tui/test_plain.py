"""Terminals without colours, or without our signs, are shown everything all the same."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import plan_tui
from plan_tui.model.records import Section
from plan_tui.text.terminal import lacks_signs
from plan_tui.tui.app import PlanApp
from plan_tui.tui.icons import DOCUMENT_ICON, SECTION_ICONS
from plan_tui.tui.line_filters import IN_ASCII, no_color
from plan_tui.tui.render.bars import EDITION_SIGNS
from plan_tui.tui.themes import INKS
from tests.tui.helpers import ExplorerFirst, rows, strips
from tests.tui.tour import segments, tour

SIZE = (120, 40)
FOLDER = Path(plan_tui.__file__).parent
SGR = re.compile(r"\x1b\[([0-9;]*)m")


@pytest.fixture
def colourless(database: Path, monkeypatch: pytest.MonkeyPatch) -> PlanApp:
    monkeypatch.setenv("NO_COLOR", "1")
    return ExplorerFirst(database)


# Everywhere


def is_japanese(character: str) -> bool:
    """Return whether a character is kana, kanji, punctuation between them, or full width."""
    blocks = ("\u3000", "\u30ff"), ("\u4e00", "\u9fff"), ("\uff01", "\uff60")
    return any(first <= character <= last for first, last in blocks)


async def test_no_colour_and_no_sign_is_sent_anywhere(colourless: PlanApp, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        printed = {
            c for (text,) in connection.execute("select text from source_lines") for c in text
        }
    app = colourless
    app.ascii = True
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        async for place in tour(app, pilot):
            drawn = segments(app)
            styles = [segment.style for segment in drawn if segment.style is not None]
            assert {(s.color, s.bgcolor, s.dim) for s in styles} <= {(None, None, None)}, place
            ours = {c for segment in drawn for c in segment.text} - printed
            assert {c for c in ours if not (c.isascii() or is_japanese(c))} == set(), place
            sent = "".join(strip.render(app.console) for strip in strips(app))
            codes = {code for found in SGR.findall(sent) for code in found.split(";")}
            assert codes <= set("013479"), place


# Without colours


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("0", True), ("", False)])
async def test_no_color_counts_if_it_is_not_empty(
    value: str, wanted: bool, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", value)
    assert no_color() is wanted
    app = ExplorerFirst(database)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        colours = {s.style.color for s in segments(app) if s.style and s.style.color}
        assert bool(colours) is not wanted
        greys = {colour for colour in colours if len(set(colour.get_truecolor())) == 1}
        assert greys < colours or wanted


def drawn_with(app: PlanApp, attribute: str) -> list[str]:
    """Return the texts that are drawn in reverse, bold, underlined …"""
    return [s.text.strip() for s in segments(app) if s.style and getattr(s.style, attribute)]


async def test_cursor_focus_and_dialogs_are_seen_without_colours(colourless: PlanApp) -> None:
    app = colourless
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await app.open_section("2021:1.1")
        app.explorer.outline.focus()
        await pilot.pause()
        reverse = drawn_with(app, "reverse")
        assert any("目次" in text for text in reverse)
        row = app.explorer.outline.row
        assert row is not None
        assert isinstance(row.entry, Section)
        assert any(row.entry.title in text for text in reverse)
        await pilot.press("tab")
        await pilot.pause()
        assert any(row.entry.title in text for text in drawn_with(app, "underline"))
        assert not any("目次" in text for text in drawn_with(app, "reverse"))
        await pilot.press("J")
        await pilot.pause()
        assert drawn_with(app, "reverse").count("a") == 1
        await pilot.press("escape", ":")
        await pilot.pause()
        assert not any(row.entry.title in line for line in rows(app))  # nothing shines through


async def test_matches_and_selections_are_seen_without_colours(colourless: PlanApp) -> None:
    app = colourless
    async with app.run_test(size=SIZE) as pilot:
        await app.open_section("2021:1.1", "森")
        await pilot.press("tab")
        await pilot.pause()
        assert "森" in drawn_with(app, "underline")
        await pilot.press("n")
        await pilot.pause()
        assert "森" in drawn_with(app, "reverse")
        await pilot.press("s", "a", "b", "shift+left")
        await pilot.pause()
        assert "b" in drawn_with(app, "reverse")


async def test_notices_and_scroll_bars_are_seen_without_colours(colourless: PlanApp) -> None:
    app = colourless
    async with app.run_test(size=(120, 24), notifications=True) as pilot:
        await pilot.press("W", "?")
        await pilot.pause()
        bar = [strip.crop(118, 119) for strip in strips(app)]
        thumb = [s.style is not None and bool(s.style.reverse) for strip in bar for s in strip]
        assert True in thumb[1:]
        assert False in thumb[1:]
        await pilot.press("escape", "W")
        await pilot.pause()
        assert any("行の長さ" in text for text in drawn_with(app, "reverse"))


def test_roles_that_stand_side_by_side_differ_without_colours() -> None:
    def style(role: str) -> str:
        ink = INKS[role]
        return ink.style if ink.plain is None else ink.plain

    neighbours = "text new gone changed", "text shared date", "text hit hit-now date"
    for roles in map(str.split, (*neighbours, "text cursor cursor-away")):
        assert len({style(role) for role in roles}) == len(roles), roles


# In ASCII


def test_the_table_holds_no_other_sign_than_those_that_are_drawn() -> None:
    files = [file for file in FOLDER.rglob("*.py") if file.name != "plain.py"]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert set(IN_ASCII) - set(source) == set()


def test_signs_are_one_column_and_stay_apart_in_ascii() -> None:
    assert all(len(letter) == 1 and letter.isascii() for letter in IN_ASCII.values())
    for signs in (EDITION_SIGNS, "▬▪▫", "▸▾", "▾▴", {*SECTION_ICONS.values(), DOCUMENT_ICON}):
        assert len({IN_ASCII[sign] for sign in signs}) == len(signs)


def test_no_sign_of_ours_stands_in_the_plan(real_database: Path) -> None:
    with closing(sqlite3.connect(real_database)) as connection:
        for table, column in (("source_lines", "text"), ("blocks", "text"), ("sections", "title")):
            text = "".join(row[0] for row in connection.execute(f"select {column} from {table}"))
            assert set(text) & set(IN_ASCII) == set()


@pytest.mark.parametrize(
    ("encoding", "term", "lacks"),
    [
        ("utf-8", "xterm-256color", False),
        ("UTF8", "", False),
        ("utf-8", "linux", True),
        ("utf-8", "vt220", True),
        ("euc_jp", "xterm-256color", True),
    ],
)
def test_where_signs_are_known_to_be_missing(encoding: str, term: str, lacks: bool) -> None:
    assert lacks_signs(encoding, {"TERM": term}) is lacks
