"""Going places: main screens, sections, other editions, history and marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import on

from plan_tui.compare.next_edition import neighbours
from plan_tui.errors import PlanError
from plan_tui.model.records import Section
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.find import Spot
from plan_tui.tui.messages import OpenComparison, OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.menu import AskLetter, Choice, Menu, link_choices
from plan_tui.tui.screens.search import SearchScreen
from plan_tui.tui.screens.source import SourceScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.track import TrackScreen
from plan_tui.tui.typeset.line import Piece
from plan_tui.tui.words import edition_name, heading

CALENDARS: dict[Calendar, Phrase] = {
    Calendar.BOTH: Phrase("期日：西暦と和暦", "Dates: both calendars"),
    Calendar.WESTERN: Phrase("期日：西暦", "Dates: western calendar"),
    Calendar.ERA: Phrase("期日：和暦", "Dates: Japanese calendar"),
}
NOTHING_BACK = Phrase(
    "ここより前の画面はありません。終了は Q です。", "No screen before this one. Q leaves."
)

NO_COUNTERPART = Phrase(
    "{editions}に対応箇所はありません（収録テキスト内）。",
    "No counterpart in the text we hold of the {editions}.",
)
NO_LATER = Phrase("これより後の版はありません。", "There is no later edition.")
NO_EARLIER = Phrase("これより前の版はありません。", "There is no earlier edition.")
NO_HISTORY = Phrase("履歴はここまでです。", "The history ends here.")
NO_MARKS = Phrase("しおりはまだありません。m で付けます。", "No marks yet; m sets one.")
MARKED = Phrase("しおり {letter}：{title}", "Mark {letter}: {title}")


class Navigation(BaseApp):
    """The commands that lead from one place to another."""

    DEFAULT_MODE = "explorer"

    def __init__(self, db_path: Path | None = None, language: Language | None = None) -> None:
        super().__init__(db_path, language)
        self.explorer = ExplorerScreen(self.session)
        self.searching = SearchScreen(self.session)
        self.measures = MeasuresScreen(self.session)
        self.targets = TargetsScreen(self.session)
        self.changing = ChangesScreen(self.session)
        self.tracks = TrackScreen(self.session)
        self._trail: list[str] = []
        for name, screen in self.main_screens().items():
            self.add_mode(name, partial(_same, screen))

    def main_screens(self) -> dict[str, PlanScreen]:
        """Return the screens that the digits switch between, by mode."""
        return {
            "explorer": self.explorer,
            "search": self.searching,
            "measures": self.measures,
            "targets": self.targets,
            "changes": self.changing,
            "track": self.tracks,
        }

    # Sections

    @on(OpenSection)
    async def _open_section(self, message: OpenSection) -> None:
        await self.open_section(message.key, message.query, message.at)

    async def show_mode(self, name: str) -> None:
        """Switch to one of the main screens; `back` leads to the one before."""
        if name != self.current_mode:
            self._trail = [*self._trail[-8:], self.current_mode]
            await self.switch_mode(name)

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
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self.explorer.open_section(self.plan.section(key), query, at)

    # Main screens

    async def action_explorer(self) -> None:
        """Show the outline and the text."""
        await self.show_mode("explorer")

    async def action_search_screen(self) -> None:
        """Show the hits of the last query."""
        await self.show_mode("search")

    async def action_measures(self) -> None:
        """Show all measures."""
        await self.show_mode("measures")

    async def action_targets(self) -> None:
        """Show all dated targets."""
        await self.show_mode("targets")

    def action_calendar(self) -> None:
        """Show dates in the next calendar."""
        calendars = list(Calendar)
        self.calendar = calendars[(calendars.index(self.calendar) + 1) % len(calendars)]
        self.tell(CALENDARS[self.calendar])

    async def action_changes(self) -> None:
        """Show what changed between two editions."""
        await self._to_list("changes")

    async def action_track(self) -> None:
        """Show the tracks of the present section's topics."""
        section = self.current
        if section is not None:
            await self._to_list("track")
            self.tracks.show_section(section)

    async def action_topics(self) -> None:
        """Show the tracks of all topics."""
        await self._to_list("track")
        self.tracks.show_all()

    async def _to_list(self, name: str) -> None:
        """Switch to a main screen, away from what was opened above it."""
        await self.show_mode(name)
        while len(self.screen_stack) > 1:
            await self.pop_screen()

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

    async def action_back(self) -> None:
        """Go to the screen before."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        elif self._trail:
            await self.switch_mode(self._trail.pop())
        else:
            self.tell(NOTHING_BACK)

    def action_compare(self) -> None:
        """Show the present section beside its counterparts."""
        here = self.here
        if here is not None and here.current is not None and not isinstance(here, CompareScreen):
            self.push_screen(CompareScreen(self.session, here.current.key))

    @on(OpenComparison)
    def _open_comparison(self, message: OpenComparison) -> None:
        screen = CompareScreen(self.session, message.key, with_edition=message.with_edition)
        self.push_screen(screen)

    def action_source(self) -> None:
        """Show the present section's source lines."""
        here = self.here
        if here is not None and here.current is not None and not isinstance(here, SourceScreen):
            text = self.plan.section_text(here.current.key)
            self.push_screen(SourceScreen(self.session, text))

    # Other editions

    async def action_previous_edition(self) -> None:
        """Open the same place in the edition before."""
        await self._to_edition(-1)

    async def action_next_edition(self) -> None:
        """Open the same place in the edition after."""
        await self._to_edition(1)

    async def _to_edition(self, step: int) -> None:
        here, section = self.here, self.current
        if isinstance(here, CompareScreen) and here.step_topic(step):
            return
        if section is None:
            return
        there = neighbours(self.plan, section, step)
        if there.skipped:
            names = "・".join(edition_name(name, self.language) for name in there.skipped)
            self.tell(NO_COUNTERPART, editions=names)
        elif not there.edition:
            self.tell(NO_LATER if step > 0 else NO_EARLIER)
        if len(there.found) == 1:
            await self._go_beside(there.found[0][1].key)
        elif there.found:
            title = edition_name(there.edition, self.language)
            menu = Menu(self.language, title, link_choices(there.found, self.language))
            self.push_screen(menu, self._go_beside)

    async def _go_beside(self, key: str | None) -> None:
        """Go to a section without leaving the comparison."""
        if key is None:
            return
        if isinstance(self.here, CompareScreen):
            self.here.rebase(key)
        else:
            await self.open_section(key)

    # History and marks

    async def action_history_back(self) -> None:
        """Go to the section opened before."""
        await self._to_history(self.session.history.back)

    async def action_history_forward(self) -> None:
        """Go to the section that `history_back` left."""
        await self._to_history(self.session.history.forward)

    async def _to_history(self, step: Callable[[str], str | None]) -> None:
        now = self.explorer.current
        key = step(now.key if now else "")
        if key is None:
            self.tell(NO_HISTORY)
        else:
            await self._go(key)

    def action_mark(self) -> None:
        """Mark the present section with the next key."""
        section = self.current
        if section is not None:
            self.push_screen(AskLetter(self.language), partial(self._set_mark, section))

    def _set_mark(self, section: Section, letter: str | None) -> None:
        if letter is not None:
            self.session.marks[letter] = section.key
            self.tell(MARKED, letter=letter, title=heading(section, self.language))

    def action_marks(self) -> None:
        """Choose among the marks."""
        marks = self.session.marks
        if not marks:
            self.tell(NO_MARKS)
            return
        choices = [
            Choice(letter, (Piece(heading(self.plan.section(key), self.language)),), key)
            for letter, key in sorted(marks.items())
        ]
        title = BY_ID["marks"].name.say(self.language)
        self.push_screen(Menu(self.language, title, choices), self._go_beside)


def _same(screen: PlanScreen) -> PlanScreen:
    return screen
