"""Seeing the whole: overview, topics, words over time, report; and the doors between lists."""

from __future__ import annotations

from contextlib import suppress

from textual import on

from plan_tui.errors import PlanError
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.doors import Door, OpenDoor
from plan_tui.tui.navigation import Navigation
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.jump import Jump
from plan_tui.tui.screens.overview import OverviewScreen
from plan_tui.tui.screens.report import ReportScreen
from plan_tui.tui.screens.topics import TopicsScreen
from plan_tui.tui.screens.words import WordsScreen
from plan_tui.tui.widgets.reading import MEASURE

LENGTH = Phrase("行の長さ：{name}", "Lines: {name}")
LENGTHS: tuple[tuple[int, Phrase], ...] = (
    (MEASURE, Phrase("中くらい", "medium")),
    (10_000, Phrase("画面幅", "full")),
    (64, Phrase("短い", "short")),
)
"""Columns of the longest line of a text."""


class Looking(Navigation):
    """The commands that show the whole."""

    DEFAULT_MODE = "overview"
    _warning = ""

    def main_screens(self) -> dict[str, PlanScreen]:
        """Return the main screens, with the overview and the words."""
        self.overview = OverviewScreen(self.session)
        self.wording = WordsScreen(self.session)
        return {
            "overview": self.overview,
            **super().main_screens(),
            "words": self.wording,
        }

    def resume(self, key: str) -> None:
        """Offer to go on at the section that was open the last time, if there is such a one."""
        with suppress(PlanError):
            self.overview.place = self.plan.section(key) if key else None

    def warn_at_start(self, words: str) -> None:
        """Show a warning once the first picture stands."""
        self._warning = words

    def on_mount(self) -> None:
        """Say what was wrong before the first picture."""
        if self._warning:
            safe.notice(self, self._warning, "warning", timeout=20)

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

    def action_column_width(self) -> None:
        """Take the next length of lines."""
        place = ([length for length, _ in LENGTHS].index(self.line_length) + 1) % len(LENGTHS)
        self.line_length, name = LENGTHS[place]
        self.tell(LENGTH, name=self.say(name))

    def action_jump(self) -> None:
        """Label the panes and go to the one whose letter is pressed."""
        panes = [widget for widget in self.screen.focus_chain if widget.region]
        self.push_screen(Jump([(pane.region.offset, pane) for pane in panes]), self._jump_to)

    def _jump_to(self, number: str | None) -> None:
        if number is not None:
            self.screen.focus_chain[int(number)].focus()

    # Doors

    @on(OpenDoor)
    async def _open_door(self, message: OpenDoor) -> None:
        await self.open_door(message.door)

    async def open_door(self, door: Door) -> None:
        """Go to the list behind a figure, or to the text behind a row."""
        if door.view == "section":
            key, _, query = door.words.partition(" ")
            await self.open_section(key, query)
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
