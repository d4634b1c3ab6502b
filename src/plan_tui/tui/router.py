"""Leads to every place: the one dispatch of destinations, and the commands that lead to a list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, assert_never

from plan_tui.errors import PlanError
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.destinations import (
    ChangesBetween,
    ComparisonOf,
    Destination,
    DocumentAt,
    MeasuresWith,
    NotesWith,
    SearchFor,
    SectionAt,
    SourceAt,
    TargetsWith,
    TopicsOf,
    TracksWith,
    WordsOf,
)
from plan_tui.tui.main_screens import MainScreens, ScreenT, mode_of, screen_class
from plan_tui.tui.screen_trail import ScreenTrail

if TYPE_CHECKING:
    from plan_tui.model.records import Section
    from plan_tui.tui.commands import Command
    from plan_tui.tui.screens.explorer import ExplorerScreen
    from plan_tui.tui.screens.list_screen import ListScreen
    from plan_tui.tui.screens.search import SearchScreen
    from plan_tui.tui.screens.track import TrackScreen

NO_SECTION = Phrase("この文書には見出しが1つもありません。", "This document has no headings.")


class Router:
    """Shows the screen of a destination and brings it to what it is to show.

    A screen's module is loaded where the screen is first shown.
    """

    def __init__(self, app: BaseApp, main: MainScreens, trail: ScreenTrail) -> None:
        self._app = app
        self._main = main
        self._trail = trail

    async def show(self, kind: type[ScreenT]) -> ScreenT:
        """Show a main screen as it was left, and return it."""
        await self._trail.show(mode_of(kind))
        return self._main[kind]

    @contextmanager
    def _drawn_at_once(self) -> Iterator[None]:
        """Draw nothing until it is settled what is shown, then all of it."""
        with self._app.batch_update():
            yield
        self._app.screen.refresh()

    async def give(self, command: Command) -> None:
        """Show the screen that a command leads to, a new aside unless it `STAYS`.

        Nothing is drawn before it knows where the reader comes from.
        """
        with self._drawn_at_once():
            await self._give(command)

    async def _give(self, command: Command) -> None:
        origin, kind = self._app.here, screen_class(command)
        assert kind is not None
        if kind.STAYS:
            screen = await self.show(kind)
        elif isinstance(origin, kind):
            screen = origin
        else:
            screen = kind(self._app.session)
            await self._trail.show_aside(screen)
        if origin is not None:
            screen.asked_for(origin)

    async def go(self, destination: Destination) -> None:
        """Go to a section, a document, a list or a comparison, which is drawn once it is there."""
        with self._drawn_at_once():
            await self._go(destination)

    async def _go(self, destination: Destination) -> None:
        match destination:
            case SectionAt():
                await self._go_to_section(destination)
            case DocumentAt():
                (await self._explorer()).open_document(destination.id)
            case SearchFor():
                (await self._searching()).show_hits(destination.query)
            case MeasuresWith() | TargetsWith() | WordsOf() | NotesWith():
                (await self.show(_list_for(destination))).ask(destination.query)
            case ChangesBetween():
                await self._show_changes(destination)
            case TracksWith():
                (await self._tracks()).show_asked(destination.query)
            case TopicsOf():
                await self._show_topics(destination)
            case ComparisonOf():
                await self._compare(destination)
            case SourceAt(document_id, line):
                await self._go_to_line(document_id, line)
            case _:
                assert_never(destination)

    async def _explorer(self) -> ExplorerScreen:
        from plan_tui.tui.screens.explorer import ExplorerScreen

        return await self.show(ExplorerScreen)

    async def _searching(self) -> SearchScreen:
        from plan_tui.tui.screens.search import SearchScreen

        return await self.show(SearchScreen)

    async def _tracks(self) -> TrackScreen:
        from plan_tui.tui.screens.track import TrackScreen

        return await self.show(TrackScreen)

    async def _show_changes(self, asked: ChangesBetween) -> None:
        from plan_tui.tui.screens.changes import ChangesScreen

        screen = await self.show(ChangesScreen)
        screen.choose(asked.older, asked.newer, asked.relation, asked.query)

    async def _show_topics(self, asked: TopicsOf) -> None:
        from plan_tui.tui.screens.topics import TopicsScreen

        await self._trail.show_aside(TopicsScreen(self._app.session, asked.group, asked.edition))

    async def _go_to_section(self, destination: SectionAt) -> None:
        try:
            section = self._app.plan.section(destination.key)
        except PlanError as error:
            safe.notice(self._app, error.say(self._app.language), "error")
            return
        shown = self._main.made("explorer")
        left = shown.current if shown else None
        if left is not None and left.key != section.key:
            self._app.session.history.leave(left.key)
        explorer = await self._explorer()
        explorer.open_section(section, destination.query, destination.words)

    async def _go_to_line(self, document_id: str, line: int) -> None:
        from plan_tui.store.source_queries import section_key_at
        from plan_tui.tui.screens.source import SourceScreen

        key = section_key_at(self._app.plan, document_id, line)
        if key is None:
            self._app.tell(NO_SECTION)
            return
        text = self._app.plan.section_text(key)
        await self._trail.show_aside(SourceScreen(self._app.session, text, line))

    async def return_to(self, section: Section) -> None:
        """Show a section as the reader left it."""
        explorer = await self._explorer()
        explorer.return_to(section)
        explorer.reading.focus()

    async def go_beside(self, key: str | None) -> None:
        """Go to a section without leaving a comparison: it becomes the base there."""
        if key is None:
            return
        from plan_tui.tui.screens.compare import CompareScreen

        if isinstance(self._app.here, CompareScreen):
            self._app.here.rebase(key)
        else:
            await self.go(SectionAt(key))

    async def _compare(self, destination: ComparisonOf) -> None:
        from plan_tui.tui.screens.compare import CompareScreen

        screen = CompareScreen(
            self._app.session,
            destination.key,
            with_edition=destination.with_edition,
            topic=destination.topic,
        )
        await self._trail.show_aside(screen)

    # Commands about the present section

    async def action_compare(self) -> None:
        """Show the present section beside its counterparts."""
        here = self._app.here
        if here is not None and here.current is not None:
            await self.go(ComparisonOf(here.current.key, topic=here.topic))

    async def action_source(self) -> None:
        """Show the present section's source lines."""
        from plan_tui.tui.screens.source import SourceScreen

        section = self._app.current
        if section is not None:
            text = self._app.plan.section_text(section.key)
            await self._trail.show_aside(SourceScreen(self._app.session, text))

    # Commands that ask for words

    async def action_search(self) -> None:
        """Search, keeping the last words."""
        (await self._searching()).ask(None)

    async def action_search_all(self) -> None:
        """Search everything for new words."""
        (await self._searching()).ask("")

    async def action_filter(self) -> None:
        """Narrow the list shown here, or search the present document only."""
        if self._app.here is not None and self._app.here.ask_here():
            return
        section = self._app.current
        query = f"document:{section.document_id} " if section else None
        (await self._searching()).ask(query)

    async def action_topics(self) -> None:
        """Show the tracks of all topics."""
        origin = self._app.here
        (await self._tracks()).show_all(origin)


def _list_for(asked: MeasuresWith | TargetsWith | WordsOf | NotesWith) -> type[ListScreen[Any]]:
    """Return the screen of a list that a query alone leads to."""
    from plan_tui.tui.screens.measures import MeasuresScreen
    from plan_tui.tui.screens.notes import NotesScreen
    from plan_tui.tui.screens.targets import TargetsScreen
    from plan_tui.tui.screens.words import WordsScreen

    screens: dict[type[Destination], type[ListScreen[Any]]] = {
        MeasuresWith: MeasuresScreen,
        TargetsWith: TargetsScreen,
        WordsOf: WordsScreen,
        NotesWith: NotesScreen,
    }
    return screens[type(asked)]
