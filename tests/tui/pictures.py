"""The pictures of the documentation, made from the real application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual.screen import Screen

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.add_dialog import AddDialog
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.export_dialog import ExportDialog
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.notes import NotesScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.palette import Palette
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.review import ReviewScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.screens.source import SourceScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.screens.words import WordsScreen

SETTLED = 0.3
"""Seconds after a key until everything is drawn."""
TODAY = "2026-01-05"
"""The day on which the pictures are taken: what lies before it is past its planned date."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what to open and which keys to press."""

    name: str
    screen: type[Screen[Any]]
    """The screen that the keys must have led to."""
    keys: tuple[str, ...] = ()
    key: str = "2021:M1-8"
    """Section that the explorer shows."""
    size: tuple[int, int] = (120, 34)
    theme: str = "plan-dark"
    language: Language = Language.JA


PICTURES = (
    Picture("overview", OverviewScreen, ("0",)),
    Picture("explorer", ExplorerScreen),
    Picture(
        "explorer-english", ExplorerScreen, (), "2025:1.1.2.1", theme="plan-light",
        language=Language.EN,
    ),
    Picture("search", SearchScreen, ("slash", *"運転免許証")),
    Picture("measures", MeasuresScreen, ("3",)),
    Picture("targets", TargetsScreen, ("t",)),
    Picture("compare", CompareScreen, ("d",), size=(132, 34)),
    Picture("changes", ChangesScreen, ("5",)),
    Picture("track", TrackScreen, ("K",)),
    Picture("topics", TopicsScreen, ("0", "G", *25 * "k", "enter")),
    Picture("review", ReviewScreen, ("6",), size=(132, 34)),
    Picture(
        "notes", NotesScreen,
        ("+", *"2025年版と比べる #要確認", "enter", *"ma7"),
    ),
    Picture("words", WordsScreen, ("w", *"クラウド"), theme="plan-light"),
    Picture("source", SourceScreen, ("i",), "2025:1.5.3"),
    Picture("report", ReportScreen, ("R",)),
    Picture("palette", Palette, ("colon", *"hikaku"), size=(100, 24)),
    Picture("copy", Menu, ("y",), size=(100, 24)),
    Picture("export", ExportDialog, ("e",), size=(100, 24)),
    Picture("add-edition", AddDialog, ("E",), size=(100, 24)),
    Picture("help", LinesDialog, ("question_mark",), theme="plan-contrast", size=(100, 34)),
)  # fmt: skip


async def take(picture: Picture) -> str:
    """Return one picture as SVG.

    Raises:
        RuntimeError: the keys led to another screen.

    """
    app = PlanApp(language=picture.language)
    app.theme = picture.theme
    app.session.today = TODAY
    async with app.run_test(size=picture.size) as pilot:
        await app.open_section(picture.key)
        await pilot.pause(SETTLED)
        for keys in (picture.keys[:1], picture.keys[1:]):
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause(SETTLED)
        if type(app.screen) is not picture.screen:
            raise RuntimeError(f"{picture.name}: {app.screen} instead of {picture.screen}")
        return app.export_screenshot(title="plan-tui")
