"""Tracks: the deadlines and numbers of each topic over the editions."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from plan_tui.compare.promises.topic_tracks import track, track_test, tracks
from plan_tui.errors import UsageError
from plan_tui.labels.change_names import SUGGESTION
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.not_held import ONLY_MENTIONED
from plan_tui.model import headings as titles
from plan_tui.model.records import Section
from plan_tui.model.tracks import Track
from plan_tui.query.grammar import parse_query
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe
from plan_tui.tui.background import PlanTask
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.destinations import ComparisonOf, OpenDestination, SectionAt
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.track import track_line, track_lines
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.screens.plan_screen import THIS_SCREEN, PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

COUNT = Phrase("事項 {count}", "Topics: {count}")
OF_SECTION = Phrase("{key} の事項 {count}件", "Topics of {key}: {count}")
PROMISES = Phrase("版ごとの期限と数値", "Deadlines and numbers")
NO_TOPIC = Phrase(
    "事項が選ばれていません。{key} で条件を変えられます。",
    "No topic is chosen; press {key} to change the query.",
)
_FEW = 3
"""Topics for which the list has room where it stands above their track; most sections have one."""
WORKING = Phrase("期限と数値を集めています", "Gathering deadlines and numbers")


class TrackRows(RowList[Track]):
    """The topics, one line each."""

    settings = (Setting.CALENDAR,)

    def draw(self, row: Track, columns: int) -> Sequence[Line]:
        """Return a topic's line."""
        return (track_line(row, columns, self.language),)


class TrackScreen(ListScreen[Track]):
    """The topics, and the track of the one under the cursor; all tracks are computed once."""

    LEGEND = (
        LegendPart.MOVEMENTS,
        LegendPart.SUGGESTIONS,
    )
    DEFAULT_CSS = """
    TrackScreen #split { layout: horizontal; height: 1fr; }
    TrackScreen #list { width: 42%; }
    TrackScreen #track { width: 1fr; }
    TrackScreen.-narrow #split { layout: vertical; }
    TrackScreen.-narrow #list { width: 100%; height: 1fr; }
    TrackScreen.-narrow.-few #list { height: 4; }
    TrackScreen.-narrow #track { height: 2fr; }
    TrackScreen.-narrow #track:focus-within { height: 4fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.TRACK)
    HINT = Phrase(
        "事項・見出しの語、種類:施策、kind:measure など",
        "words of a topic or heading, kind:measure",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, TrackRows())
        self.detail = LinePane()
        self.detail_pane = Pane(self.detail, ident="track")
        self._all: tuple[Track, ...] | None = None
        self._section: Section | None = None
        """The section whose topics are listed; None for those that the query lets through."""

    def below(self) -> ComposeResult:
        """Yield the topics and the track."""
        yield Container(self.list_pane, self.detail_pane, id="split")

    def fill(self) -> None:
        """Have the tracks computed."""
        super().fill()
        PlanTask(self, self.session, tracks, self._set_tracks).start()

    def _set_tracks(self, computed: tuple[Track, ...]) -> None:
        self._all = computed
        if self._section is not None:
            self._list_section(self._section)
        else:
            self.filter(self.box.value)

    # What is shown

    def why_empty(self, rows: RowList[Track]) -> str:
        """Say why no topic is listed; until they are computed, that they are gathered."""
        return WORKING.say(self.language) if self._all is None else super().why_empty(rows)

    @property
    def current(self) -> Section | None:
        """The first section of the topic under the cursor."""
        row = self.rows.row
        return row.sections[0] if row and row.sections else None

    @property
    def topic(self) -> str:
        """The topic under the cursor, unless the track is of a section alone."""
        row = self.rows.row
        return row.id if row and any(topic.id == row.id for topic in self.session.topics) else ""

    def show_all(self, origin: PlanScreen | None) -> None:
        """List all topics; say it where they are listed here.

        ``origin`` is the screen where that was asked for, which can be this one.
        """
        if origin is self and self._section is None and not self.asked:
            safe.notice(self.app, THIS_SCREEN.say(self.language))
        self.ask("")
        self.filter("")

    def asked_for(self, origin: PlanScreen) -> None:
        """List the topics of the reader's section."""
        if origin.current is not None:
            self.show_section(origin.current)

    def show_asked(self, query: str) -> None:
        """List the topics of a section or around a topic, or those that a query lets through."""
        topics = (topic for topic in self.session.topics if topic.id == query)
        section = next((s for topic in topics for s in topic.sections), None)
        with suppress(UsageError):
            section = section or self.session.plan.section(query)
        if section is not None:
            self.show_section(section)
        else:
            self.ask(query)

    def show_section(self, section: Section) -> None:
        """List the topics of a section."""
        self.ask("")
        self._list_section(section)

    def _list_section(self, section: Section) -> None:
        self._section = section
        self._share()
        self.rows.set_rows(self._of_section(section))
        self.say()

    def find(self, text: str) -> None:
        """List the topics that a query lets through."""
        keeps = track_test(self.session.plan, parse_query(text))
        self._section = None
        self._share()
        self.rows.set_rows(tuple(filter(keeps, self._all or ())))

    def _share(self) -> None:
        """Leave the lines that the topics of one section do not need to their track.

        How many there can be is known before the tracks are: nothing moves when these come.
        """
        section = self._section
        ids = [[s.id for s in topic.sections] for topic in self.session.topics] if section else []
        count = sum(section.id in each for each in ids) if section else _FEW + 1
        self.set_class(count <= _FEW, "-few")

    def _of_section(self, section: Section) -> list[Track]:
        """Return the tracks of a section's topics; of the section itself if none tells anything."""
        of_topics = [t for t in self._all or () if any(s.id == section.id for s in t.sections)]
        return of_topics or [track(self.session.plan, section.key)]

    def say(self) -> None:
        """Say how many topics there are, and of what."""
        self.prompt.say([Piece(BY_ID["track"].name.say(self.language), "strong")])
        count = len(self.rows.rows)
        if self._section is not None:
            title = OF_SECTION.say(self.language, key=self._section.key, count=count)
        else:
            title = COUNT.say(self.language, count=count)
        working = WORKING.say(self.language) if self._all is None else ""
        self.list_pane.bar.say([Piece(title, "strong")], [Piece(working, "warning")])

    def follow(self) -> None:
        """Show the track of the topic under the cursor."""
        row, language, calendar = self.rows.row, self.language, self.calendar
        rebound = self.app.rebound
        title = PROMISES.say(language) if row else ""
        self.detail_pane.bar.say([Piece(title, "strong")], [Piece(row.id, "muted")] if row else [])
        self.detail.show(
            lambda columns: track_lines(row, columns, language, calendar, rebound) if row else ()
        )

    def destination(self) -> ComparisonOf | None:
        """Return the comparison of the topic's first section."""
        return ComparisonOf(self.current.key, topic=self.topic) if self.current else None

    # Choosing

    def action_sections(self) -> None:
        """Choose among the topic's sections."""
        row, language = self.rows.row, self.language
        if row is None or not row.sections:
            safe.notice(self.app, NO_TOPIC.say(language, key=first_key(self.app, "filter")))
            return
        suggested = (Piece(f"{SUGGESTION.say(language)} ", "warning"),)
        mentioned = (Piece(f"{ONLY_MENTIONED.say(language)} ", "muted"),)
        listed = [(suggested if s.id in row.suggested else (), s) for s in row.sections]
        listed += [(mentioned, s) for _, sections in row.mentioned for s in sections]
        choices = [
            Choice(letter, (*how, *_section_pieces(section, language)), section.key)
            for letter, (how, section) in zip(letters(len(listed)), listed, strict=True)
        ]
        title = BY_ID["sections"].name.say(language)
        self.app.push_screen(Menu(language, title, choices), self._open_section)

    def _open_section(self, key: str | None) -> None:
        if key is not None:
            self.post_message(OpenDestination(SectionAt(key)))

    def listed(self) -> View | None:
        """Return the list, or the one topic where no command gives the same list."""
        from plan_tui.views.track import TrackView

        row, query = self.rows.row, parse_query(self.asked)
        editions = self.session.plan.editions()
        listed = self._section is None and (query.filters or not query.raw.strip())
        if listed and not self.detail.has_focus:
            return TrackView(self.language, editions, tuple(self.rows.rows), query.raw)
        return TrackView(self.language, editions, (row,), row.id) if row else None


def _section_pieces(section: Section, language: Language) -> tuple[Piece, ...]:
    name = edition_name(section.edition_id, language)
    heading = titles.heading(section, language)
    return Piece(f"{name}  "), Piece(heading, "strong"), Piece(f"  {section.key}", "muted")
