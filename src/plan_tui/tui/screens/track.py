"""Tracks: the deadlines and numbers of each topic over the editions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.widgets import Input

from plan_tui.compare.choosing import keeper
from plan_tui.compare.track import track, tracks
from plan_tui.errors import PlanError, UsageError
from plan_tui.model.comparing import Track
from plan_tui.model.filters import Query, parse_query
from plan_tui.model.records import Section
from plan_tui.store.read import Plan
from plan_tui.text.fold import fold
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import words
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.messages import OpenComparison, OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.session import Session
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.typeset.track import track_line, track_lines, track_title
from plan_tui.tui.view import View
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.row_list import RowList

COUNT = Phrase("事項 {count}", "{count} topics")
OF_SECTION = Phrase("{key} の事項 {count}", "{count} topics of {key}")
WORKING = Phrase("期限と数値を集めています", "Gathering deadlines and numbers")
HINT = Phrase("事項の語、kind:measure など（f で入力）", "words of a topic, kind:measure (press f)")


class Tracks(RowList[Track]):
    """The topics, one line each."""

    language = Language.JA

    def draw(self, row: Track, columns: int) -> Sequence[Line]:
        """Return a topic's line."""
        return (track_line(row, columns, self.language),)


class TrackScreen(PlanScreen):
    """The topics, and the track of the one under the cursor.

    All tracks are made once, in a thread with a connection of its own.
    """

    DEFAULT_CSS = """
    TrackScreen #ask { height: 1; }
    TrackScreen #ask > Bar { width: auto; background: $plan-bar; }
    TrackScreen #ask > QueryInput { width: 1fr; }
    TrackScreen #split { layout: horizontal; height: 1fr; }
    TrackScreen #topics { width: 42%; }
    TrackScreen #topics, TrackScreen #topics > Tracks { background: $plan-pane; }
    TrackScreen #track { width: 1fr; }
    TrackScreen.-narrow #split { layout: vertical; }
    TrackScreen.-narrow #topics { width: 100%; height: 1fr; }
    TrackScreen.-narrow #track { height: 2fr; }
    TrackScreen.-narrow #track:focus-within { height: 4fr; }
    """
    AUTO_FOCUS = "Tracks"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TRACK)

    class Made(Message):
        """The thread has made all tracks, or found the database broken."""

        def __init__(self, found: tuple[Track, ...], error: PlanError | None = None) -> None:
            super().__init__()
            self.found = found
            self.error = error

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.prompt = Bar()
        self.box = QueryInput(self.filter)
        self.rows = Tracks()
        self.detail = LinePane()
        self.list_pane = Pane(self.rows, ident="topics")
        self.detail_pane = Pane(self.detail, ident="track")
        self._all: tuple[Track, ...] | None = None
        self._query = Query("", (), (), ())
        self._section: Section | None = None

    def body(self) -> ComposeResult:
        """Yield the box, the topics and the track."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield Container(self.list_pane, self.detail_pane, id="split")

    def on_mount(self) -> None:
        """Have the tracks made."""
        path = self.session.plan.file
        self.run_worker(lambda: self._make(path), thread=True)
        self._fill()

    def _make(self, path: Path) -> None:
        try:
            with Plan(path) as plan:
                self.post_message(self.Made(tracks(plan)))
        except PlanError as error:
            self.post_message(self.Made((), error))

    @on(Made)
    def _made(self, message: Made) -> None:
        if message.error is not None:
            raise message.error
        self._all = message.found
        self._fill()

    def translate(self) -> None:
        """Say everything in the language."""
        self.box.placeholder = HINT.say(self.language)
        self.rows.language = self.language
        self.rows.forget()
        self._say()
        self._show()

    # What is shown

    @property
    def row(self) -> Track | None:
        """The topic under the cursor."""
        return self.rows.row

    @property
    def current(self) -> Section | None:
        """The first section of the topic under the cursor."""
        return self.row.sections[0] if self.row and self.row.sections else None

    def show_all(self) -> None:
        """List all topics."""
        self._section = None
        self._set_words("")

    def show_section(self, section: Section) -> None:
        """List the topics of a section."""
        self._section = section
        self._set_words("")

    def _set_words(self, text: str) -> None:
        with self.box.prevent(Input.Changed):
            self.box.value = text
        self._query = parse_query(text)
        if self.is_attached:
            self._fill()
            self.rows.focus()

    def filter(self, text: str) -> None:
        """Show the topics that a query lets through."""
        if not self.is_attached or (not text and not self._query.raw):
            return
        try:
            self._query = parse_query(text)
        except UsageError as error:
            self.list_pane.bar.say([Piece(str(error), "warning")])
            return
        self._section = None
        self._fill()

    def _fill(self) -> None:
        try:
            found = self._of_section() if self._section is not None else self._matching()
        except UsageError as error:
            self.list_pane.bar.say([Piece(str(error), "warning")])
            return
        self.rows.set_rows(found)
        self._say()
        self._show()

    def _of_section(self) -> list[Track]:
        """Return the tracks of a section's topics; of the section itself unless there is one."""
        assert self._section is not None
        number, key = self._section.id, self._section.key
        found = [one for one in self._all or () if any(s.id == number for s in one.sections)]
        own = track(self.session.plan, key)
        return found if any(one.id == own.id for one in found) else [own, *found]

    def _matching(self) -> list[Track]:
        query = self._query
        keep = keeper(self.session.plan, query)
        wanted = [fold(word) for word in query.words]

        def named(one: Track) -> bool:
            titles = [fold(title) for title in (one.title, one.title_en or "", one.id)]
            return not query.filters and all(
                any(word in title for title in titles) for word in wanted
            )

        return [
            one
            for one in self._all or ()
            if (wanted and named(one)) or any(keep(section) for section in one.sections)
        ]

    def _say(self) -> None:
        name = BY_ID["track"].name.say(self.language)
        self.prompt.say([Piece(name, "strong")])
        count = len(self.rows.rows)
        if self._section is not None:
            said = OF_SECTION.say(self.language, key=self._section.key, count=count)
        else:
            said = COUNT.say(self.language, count=count)
        working = WORKING.say(self.language) if self._all is None else ""
        self.list_pane.bar.say([Piece(said, "strong")], [Piece(working, "warning")])

    @on(Tracks.Highlighted)
    def _show(self) -> None:
        row, language = self.row, self.language
        self.refresh_bindings()
        title = track_title(row, language) if row else ""
        self.detail_pane.bar.say([Piece(title, "strong")], [Piece(row.id, "muted")] if row else [])
        self.detail.show(lambda columns: track_lines(row, columns, language) if row else ())

    # Keys

    def ask_here(self) -> bool:
        """Go to the box."""
        self.box.focus()
        return True

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _to_list(self) -> None:
        self.rows.focus()

    @on(Input.Submitted)
    @on(Tracks.Chosen)
    def _open(self) -> None:
        if self.current is not None:
            self.post_message(OpenComparison(self.current.key))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        self.post_message(OpenSection(message.key))

    def action_sections(self) -> None:
        """Choose among the topic's sections."""
        sections = self.row.sections if self.row else ()
        choices = [
            Choice(letter, _section_pieces(section, self.language), section.key)
            for letter, section in zip(letters(len(sections)), sections, strict=True)
        ]
        if choices:
            title = BY_ID["sections"].name.say(self.language)
            self.app.push_screen(Menu(self.language, title, choices), self._open_section)

    def _open_section(self, key: str | None) -> None:
        if key is not None:
            self.post_message(OpenSection(key))

    def view(self) -> View | None:
        """Return the list, or the one topic where no command gives the same list."""
        from plan_tui.export import track as export

        row, query = self.row, self._query
        listed = self._section is None and (query.filters or not query.raw.strip())
        shown: tuple[Track, ...]
        if listed and not self.detail.has_focus:
            words_, shown = tuple(query.raw.split()), tuple(self.rows.rows)
        elif row is not None:
            words_, shown = (row.id,), (row,)
        else:
            return None
        return View(
            ("track", *words_),
            lambda language, command: export.markdown(
                shown, self.session.plan.attribution(), language, command
            ),
        )


def _section_pieces(section: Section, language: Language) -> tuple[Piece, ...]:
    name = words.edition_name(section.edition_id, language)
    heading = words.heading(section, language)
    return Piece(f"{name}  "), Piece(heading, "strong"), Piece(f"  {section.key}", "muted")
