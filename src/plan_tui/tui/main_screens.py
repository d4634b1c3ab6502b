"""The main screens: how the application goes to each, back, and through doors."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual import on

from plan_tui.errors import PlanError
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.doors import Door, OpenDoor
from plan_tui.tui.find import Spot
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.screens.words import WordsScreen

NOTHING_BACK = Phrase(
    "ここより前の画面はありません。終了は Q です。", "No screen before this one. Q leaves."
)


class MainScreens(BaseApp):
    """The screens that stand beside each other, each a mode of its own, and the report."""

    DEFAULT_MODE = "overview"

    def __init__(self, db_path: Path | None = None, language: Language | None = None) -> None:
        super().__init__(db_path, language)
        self.overview = OverviewScreen(self.session)
        self.explorer = ExplorerScreen(self.session)
        self.searching = SearchScreen(self.session)
        self.measures = MeasuresScreen(self.session)
        self.targets = TargetsScreen(self.session)
        self.changing = ChangesScreen(self.session)
        self.tracks = TrackScreen(self.session)
        self.wording = WordsScreen(self.session)
        self._trail: list[str] = []
        for name, screen in self._main_screens().items():
            self.add_mode(name, partial(_same, screen))

    def _main_screens(self) -> dict[str, PlanScreen]:
        return {
            "overview": self.overview,
            "explorer": self.explorer,
            "search": self.searching,
            "measures": self.measures,
            "targets": self.targets,
            "changes": self.changing,
            "track": self.tracks,
            "words": self.wording,
        }

    async def show_mode(self, name: str) -> None:
        """Switch to one of the main screens; `back` leads to the one before."""
        if name != self.current_mode:
            self._trail = [*self._trail[-8:], self.current_mode]
            await self.switch_mode(name)

    async def _to_base(self, name: str) -> None:
        """Switch to a main screen, away from what was opened above it."""
        await self.show_mode(name)
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    async def action_back(self) -> None:
        """Go to the screen before."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        elif self._trail:
            await self.switch_mode(self._trail.pop())
        else:
            self.tell(NOTHING_BACK)

    # The text

    @on(OpenSection)
    async def _open_section(self, message: OpenSection) -> None:
        await self.open_section(message.key, message.query, message.at)

    async def open_section(self, key: str, query: str = "", at: Spot | None = None) -> None:
        """Go to a section in the explorer."""
        try:
            self.plan.section(key)
        except PlanError as error:
            safe.notice(self, error.say(self.language), "error")
            return
        now = self.explorer.current
        if now is not None and now.key != key:
            self.session.history.leave(now.key)
        await self._go(key, query, at)

    async def _go(self, key: str, query: str = "", at: Spot | None = None) -> None:
        await self._to_base("explorer")
        self.explorer.open_section(self.plan.section(key), query, at)

    async def action_explorer(self) -> None:
        """Show the outline and the text."""
        await self.show_mode("explorer")

    # Search

    async def action_search_screen(self) -> None:
        """Show the hits of the last query."""
        await self.show_mode("search")

    async def _search(self, query: str | None) -> None:
        await self.show_mode("search")
        self.searching.ask(query)

    async def action_search(self) -> None:
        """Search, keeping the last words."""
        await self._search(None)

    async def action_search_all(self) -> None:
        """Search everything for new words."""
        await self._search("")

    async def action_filter(self) -> None:
        """Narrow the list shown here, or search the present document only."""
        if self.here is not None and self.here.ask_here():
            return
        section = self.current
        await self._search(f"document:{section.document_id} " if section else None)

    # Lists and figures

    async def action_overview(self) -> None:
        """Show what the data holds."""
        await self.show_mode("overview")

    async def action_words(self) -> None:
        """Show how often terms stand in each edition."""
        await self.show_mode("words")
        self.wording.ask_here()

    def action_report(self) -> None:
        """Show what each document holds, and the proof."""
        if not isinstance(self.here, ReportScreen):
            self.push_screen(ReportScreen(self.session))

    async def action_measures(self) -> None:
        """Show all measures."""
        await self.show_mode("measures")

    async def action_targets(self) -> None:
        """Show all dated targets."""
        await self.show_mode("targets")

    async def action_changes(self) -> None:
        """Show what changed between two editions."""
        await self._to_base("changes")

    async def action_track(self) -> None:
        """Show the tracks of the present section's topics."""
        section = self.current
        if section is not None:
            await self._to_base("track")
            self.tracks.show_section(section)

    async def action_topics(self) -> None:
        """Show the tracks of all topics."""
        await self._to_base("track")
        self.tracks.show_all()

    # Doors

    @on(OpenDoor)
    async def _open_door(self, message: OpenDoor) -> None:
        await self.open_door(message.door)

    async def open_door(self, door: Door) -> None:
        """Go to the list behind a figure, or to the text behind a row."""
        if door.view == "section":
            key, _, query = door.words.partition(" ")
            await self.open_section(key, query)
        elif door.view == "document":
            await self._to_base("explorer")
            self.explorer.open_document(door.words)
        elif door.view == "search":
            await self._search(door.words)
        elif door.view == "measures":
            await self.show_mode("measures")
            self.measures.ask(door.words)
        elif door.view == "words":
            await self.action_words()
            self.wording.box.value = door.words
        elif door.view == "topics":
            kind, _, edition = door.words.partition(" ")
            if self.overview.found is not None:
                self.push_screen(TopicsScreen(self.session, self.overview.found, kind, edition))
        elif door.view == "targets":
            await self.show_mode("targets")
            self.targets.ask(door.words)
        else:
            await self.show_mode("changes")
            self.changing.choose(*door.words.split())


def _same(screen: PlanScreen) -> PlanScreen:
    return screen
