"""Each screen as text: `pytest tests/tui/test_snapshots.py --update-goldens` writes them anew."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui import child_command, screens
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.add_dialog import AddDialog
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.export_dialog import ExportDialog
from plan_tui.tui.screens.jump import Jump
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import AskLetter, Menu
from plan_tui.tui.screens.note_dialog import NameDialog, NoteDialog
from plan_tui.tui.screens.notes import NotesScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.palette import Palette
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.review import ReviewScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.screens.section_chooser import SectionChooser
from plan_tui.tui.screens.source import SourceScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.task_window import TaskWindow
from plan_tui.tui.screens.too_small import TooSmall
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.screens.words import WordsScreen
from tests.goldens import Goldens
from tests.tui.helpers import settled

FOLDER = Path(__file__).parent / "golden"
TODAY = "2024-06-01"
Sizes = tuple[tuple[Language, tuple[int, int]], ...]
BOTH: Sizes = ((Language.JA, (80, 24)), (Language.EN, (120, 36)))
LEAST: Sizes = (*BOTH, (Language.EN, (60, 20)))


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen, and how it is reached."""

    name: str
    screen: type[Screen[Any]]
    keys: str = ""
    """What is pressed at the section, parted by blanks."""
    section: str = "2021:1.1"
    sizes: Sizes = BOTH
    """Languages and sizes; the application starts with a language's first and takes the others."""


PICTURES = (
    Picture("overview", OverviewScreen, "0", sizes=LEAST),
    Picture("explorer", ExplorerScreen, sizes=LEAST),
    Picture("measure", ExplorerScreen, section="2021:M1-2", sizes=LEAST),
    Picture("search", SearchScreen, "slash 貸 出", sizes=LEAST),
    Picture("measures", MeasuresScreen, "3 o", sizes=LEAST),
    Picture("targets", TargetsScreen, "t", sizes=LEAST),
    Picture("changes", ChangesScreen, "5 j j j", sizes=LEAST),
    Picture("track", TrackScreen, "K", section="2021:1.1.1", sizes=LEAST),
    Picture("topics", TrackScreen, "ctrl+k"),
    Picture("topics-dropped", TopicsScreen, "0 G k k k k k k l enter"),
    Picture("compare", CompareScreen, "d", section="2021:1.1.1", sizes=LEAST),
    Picture("compare-facts", CompareScreen, "d v l", section="2021:1.1.1"),
    Picture("review", ReviewScreen, "6", sizes=LEAST),
    Picture("review-whole", ReviewScreen, "6 space x"),
    Picture("choose-section", SectionChooser, "6 o 森", sizes=LEAST),
    Picture("words", WordsScreen, "w 貸 出", sizes=LEAST),
    Picture("notes", NotesScreen, "+ 見 る space # 棚 enter m a 3 S # x enter 7", sizes=LEAST),
    Picture("note", NoteDialog, "+ 見 る enter +", sizes=LEAST),
    Picture("noted", ExplorerScreen, "+ 見 る space # 棚 enter"),
    Picture("name", NameDialog, "3 S", sizes=LEAST),
    Picture("report", ReportScreen, "R"),
    Picture("source", SourceScreen, "i"),
    Picture("help", LinesDialog, "?", sizes=LEAST),
    Picture("about", LinesDialog, "A"),
    Picture("palette", Palette, ": d o"),
    Picture("copy", Menu, "y"),
    Picture("export", ExportDialog, "e"),
    Picture("add-edition", AddDialog, "E", sizes=LEAST),
    Picture("adding", TaskWindow, "E p l a n . d b enter", sizes=LEAST),
    Picture("mark", AskLetter, "m"),
    Picture("jump", Jump, "J"),
)
ADDING = """
import json, sys
for page in range(1, 60):
    print(json.dumps({"step": "a book of the forest", "done": page, "of": 118}), file=sys.stderr)
print("plan-tui: 2 keys are not in this document", file=sys.stderr)
print("document   lines  characters  sections\\nplan-2026     15          85         1")
"""
"""What the command that adds an edition tells and prints in the picture of it."""
TOO_SMALL: Sizes = ((Language.JA, (59, 20)), (Language.EN, (60, 19)))


@pytest.fixture(params=Language)
def app(request: pytest.FixtureRequest, whole: Path, monkeypatch: pytest.MonkeyPatch) -> PlanApp:
    monkeypatch.chdir(whole.parent)
    monkeypatch.setenv("HOME", str(whole.parent))
    monkeypatch.setattr(child_command, "program", lambda: (sys.executable, "-c", ADDING))
    app = PlanApp(Path(whole.name), language=request.param)
    app.session.today = TODAY
    return app


async def check(app: PlanApp, pilot: Pilot[None], goldens: Goldens, name: str) -> None:
    """Compare what is drawn with what is kept; no row is wider than the screen."""
    drawn = await settled(app, pilot) + "\n"
    columns, lines = app.size
    assert len(drawn.splitlines()) == lines
    assert max(map(width, drawn.splitlines())) <= columns
    assert drawn == goldens.kept(FOLDER / f"{name}-{columns}x{lines}.txt", drawn)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_screen(app: PlanApp, goldens: Goldens, picture: Picture) -> None:
    first, *others = [size for language, size in picture.sizes if language is app.language]
    async with app.run_test(size=first) as pilot:
        await app.open_section(picture.section)
        await settled(app, pilot)
        await pilot.press(*picture.keys.split())
        await check(app, pilot, goldens, picture.name)
        assert isinstance(app.screen, picture.screen)
        for size in others:
            await pilot.resize_terminal(*size)
            await check(app, pilot, goldens, picture.name)


async def test_too_small(app: PlanApp, goldens: Goldens) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*dict(TOO_SMALL)[app.language])
        await check(app, pilot, goldens, "too-small")
        assert isinstance(app.screen, TooSmall)


def test_every_screen_has_its_pictures() -> None:
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}.")
    ]
    ours = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Screen)
        if not value.__subclasses__() and value.__module__ == module.__name__
    }
    assert ours == {picture.screen for picture in PICTURES} | {TooSmall}


def test_every_kept_picture_is_of_a_screen() -> None:
    named = [*((one.name, one.sizes) for one in PICTURES), ("too-small", TOO_SMALL)]
    names = {f"{name}-{w}x{h}" for name, sizes in named for _, (w, h) in sizes}
    assert {file.stem for file in FOLDER.iterdir()} == names
