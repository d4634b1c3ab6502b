"""The screens: how the application goes to each, back, and through doors."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from textual import on
from textual.widget import Widget

from plan_tui.errors import PlanError
from plan_tui.model.enums import ChangeKind, TopicGroup
from plan_tui.query.grammar import parse_query
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.destinations import Destination, OpenDestination
from plan_tui.tui.highlight import Spot
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.screens.words import WordsScreen
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.outline_nodes import Entry

NOTHING_BACK = Phrase(
    "ここより前の画面はありません。終了は {key} です。",
    "No screen before this one. {key} leaves.",
)
HERE = Phrase("この画面です。", "This is that screen.")
_ASIDE = "aside-"
"""Begins the names of modes that are not main screens."""
_LONGEST = 20
"""Steps that `back` can go."""


@dataclass(frozen=True, slots=True)
class BackStep:
    """Where the reader was before another screen was shown."""

    mode: str
    entry: Entry | None
    """What the explorer showed; the other screens keep what they show."""
    focus: Widget | None


class MainScreens(BaseApp):
    """Each screen is a mode of its own, so that `back` finds it as it was left.

    The main screens stay; the others are made when they are asked for and go with their step.
    """

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
        self._trail: list[BackStep] = []
        self._numbers = count()
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

    # There and back

    async def _to_main(self, name: str) -> None:
        """Switch to a main screen, unless it is the present one."""
        if name == self.current_mode:
            self.tell(HERE)
        else:
            await self.show_mode(name)

    async def show_mode(self, name: str) -> None:
        """Switch to a screen; `back` leads to the one before."""
        if name != self.current_mode:
            entry = self.explorer.entry if self.current_mode == "explorer" else None
            self._trail.append(BackStep(self.current_mode, entry, self.screen.focused))
            await self.switch_mode(name)
        if len(self._trail) > _LONGEST:
            self._forget(self._trail.pop(0).mode)

    async def show_aside(self, screen: PlanScreen) -> None:
        """Show a screen that is gone once the reader went back from it."""
        name = f"{_ASIDE}{next(self._numbers)}"
        self.add_mode(name, partial(_same, screen))
        await self.show_mode(name)

    def _forget(self, mode: str) -> None:
        if mode.startswith(_ASIDE):
            self.remove_mode(mode)

    async def action_back(self) -> None:
        """Go to the screen before."""
        if self._trail:
            left, step = self.current_mode, self._trail.pop()
            await self.switch_mode(step.mode)
            self._forget(left)
            if step.entry is not None:
                self.explorer.return_to(step.entry)
                self.explorer.set_focus(step.focus)
        else:
            self.tell(NOTHING_BACK, key=first_key(self, "quit"))

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
        await self.show_mode("explorer")
        self.explorer.open_section(self.plan.section(key), query, at)

    async def action_explorer(self) -> None:
        """Show the outline and the text."""
        await self._to_main("explorer")

    # Search

    async def action_search_screen(self) -> None:
        """Show the hits of the last query."""
        await self._to_main("search")

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
        await self._to_main("overview")

    async def action_words(self) -> None:
        """Show how often terms stand in each edition; from the hits of words, those words."""
        sought = self.searching.result if self.current_mode == "search" else None
        await self.show_mode("words")
        if sought is not None and (words := parse_query(sought.query).words):
            self.wording.box.put(" ".join(f'"{one}"' if " " in one else one for one in words))
        self.wording.ask_here()

    async def action_report(self) -> None:
        """Show what each document holds, and the proof."""
        if isinstance(self.here, ReportScreen):
            self.tell(HERE)
        else:
            await self.show_aside(ReportScreen(self.session))

    async def action_measures(self) -> None:
        """Show all measures."""
        await self._to_main("measures")

    async def action_targets(self) -> None:
        """Show all dated targets."""
        await self._to_main("targets")

    async def action_changes(self) -> None:
        """Show what changed between two editions, the present section among it."""
        section = self.current
        await self._to_main("changes")
        if section is not None:
            self.changing.show_section(section)

    async def action_track(self) -> None:
        """Show the tracks of the present section's topics."""
        section = self.current
        if section is not None:
            await self.show_mode("track")
            self.tracks.show_section(section)

    async def action_topics(self) -> None:
        """Show the tracks of all topics."""
        await self.show_mode("track")
        self.tracks.show_all()

    # Doors

    @on(OpenDestination)
    async def _open_door(self, message: OpenDestination) -> None:
        await self.open_door(message.door)

    async def open_door(self, door: Destination) -> None:
        """Go to the list behind a figure, or to the text behind a row."""
        if door.view == "section":
            key, _, query = door.words.partition(" ")
            await self.open_section(key, query)
        elif door.view == "document":
            await self.show_mode("explorer")
            self.explorer.open_document(door.words)
        elif door.view == "search":
            await self.show_mode("search")
            self.searching.show_hits(door.words)
        elif door.view == "measures":
            await self.show_mode("measures")
            self.measures.ask(door.words)
        elif door.view == "words":
            await self.show_mode("words")
            self.wording.ask(door.words)
        elif door.view == "topics":
            kind, _, edition = door.words.partition(" ")
            if self.overview.found is not None:
                found = self.overview.found
                await self.show_aside(TopicsScreen(self.session, found, TopicGroup(kind), edition))
        elif door.view == "targets":
            await self.show_mode("targets")
            self.targets.ask(door.words)
        else:
            await self._to_main("changes")
            older, newer, *kinds = door.words.split()
            self.changing.choose(older, newer, *map(ChangeKind, kinds))


def _same(screen: PlanScreen) -> PlanScreen:
    return screen
