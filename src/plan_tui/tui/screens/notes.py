"""The reader's own notes and named searches: a list to filter, and the chosen one whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from plan_tui.labels.note_names import NOTES, standing_words
from plan_tui.labels.place_names import cited
from plan_tui.model.place_notes import NamedSearch, NotedPlace, NoteEntry
from plan_tui.model.records import Section
from plan_tui.query.grammar import parse_query
from plan_tui.search.note_list import by_name, chosen_entries
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.destinations import Destination, SectionAt
from plan_tui.tui.named_destinations import destination_named
from plan_tui.tui.render.line import Line, Paragraph, Piece
from plan_tui.tui.render.notes import note_row, search_row, whole_note
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

PROMPT = Phrase("メモを絞る {count}件", "{count} {count:note|notes}, filter:")
NO_NOTES = Phrase(
    "メモはまだありません。箇所を選んで {note} で書きます。"
    "{mark} はしおり、{name} は検索の名前です。",
    "No notes yet. Press {note} to write one on the chosen place, {mark} to mark it, "
    "{name} to name a search.",
)
BY_COMMAND = Phrase(
    "この検索を開く画面はありません。コマンドで見られます：{command}",
    "No screen opens this search. This command gives it: {command}",
)


class NoteRows(RowList[NoteEntry]):
    """The notes, two lines each."""

    row_height = 2

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._ordinals = session.ordinals

    def draw(self, row: NoteEntry, columns: int) -> Sequence[Line]:
        """Return the lines of a note or a named search."""
        if isinstance(row, NamedSearch):
            return search_row(row, columns, self.language)
        edition = row.section.edition_id if row.section else ""
        return note_row(row, self._ordinals.get(edition, 1), columns, self.language)


class NotesScreen(ListScreen[NoteEntry]):
    """The notes in reading order, then the named searches."""

    DEFAULT_CSS = """
    NotesScreen #list { height: 1fr; }
    NotesScreen #note { height: 8; }
    NotesScreen.-low #note { height: 5; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.NOTES)
    HINT = Phrase(
        "語、タグ:要確認、版:{edition} など",
        "words, tag:todo, edition:{edition}",
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session, NoteRows(session))
        self.VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
        self.detail = LinePane()
        self.detail_pane = Pane(self.detail, ident="note")

    def below(self) -> ComposeResult:
        """Yield the list and the chosen note."""
        yield self.list_pane
        yield self.detail_pane

    @property
    def noted(self) -> NoteEntry | None:
        """The note or named search under the cursor."""
        return self.rows.row

    @property
    def current(self) -> Section | None:
        """The section of the note under the cursor."""
        entry = self.rows.row
        return entry.section if isinstance(entry, NotedPlace) else None

    async def action_remove_note(self) -> None:
        """Ask whether the note or search under the cursor is to go: the application does."""
        await self.app.run_action("remove_note")

    def on_screen_resume(self) -> None:
        """Show what was written since, here or by another program."""
        if self.is_filled:
            self.notes_changed()

    def notes_changed(self) -> None:
        """List the notes as they are kept now, the cursor where it was."""
        cursor = self.rows.cursor
        self.filter(self.box.value)
        self.rows.cursor = cursor

    def find(self, text: str) -> None:
        """Show the notes that a query lets through."""
        self.rows.set_rows(self._entries(text))

    def count(self, text: str) -> int:
        """Count the notes that a query lets through."""
        return len(self._entries(text))

    def _entries(self, text: str) -> tuple[NoteEntry, ...]:
        keeper = self.session.notes
        entries: tuple[NoteEntry, ...] = (*keeper.places, *by_name(keeper.kept))
        query = parse_query(text)
        if not text.strip():
            return entries
        return chosen_entries(entries, query, self.session.index.filter_facts)

    def why_empty(self, rows: RowList[NoteEntry]) -> str:
        """Say what is wrong with the file, how a note is written, or that none matches."""
        problem = self.session.notes.problem
        if problem is not None:
            return problem.say(self.language)
        if self.asked.strip():
            return super().why_empty(rows)
        keys = {"note": "note", "mark": "mark", "name": "name-view"}
        pressed = {word: first_key(self.app, command) for word, command in keys.items()}
        return NO_NOTES.say(self.language, **pressed)

    def say(self) -> None:
        """Say how many notes there are."""
        prompt = PROMPT.say(self.language, count=len(self.rows.rows))
        self.prompt.say([Piece(prompt, "strong")])
        self.list_pane.bar.say([Piece(NOTES.say(self.language), "strong")])

    def follow(self) -> None:
        """Show the chosen note whole."""
        entry, language = self.rows.row, self.language
        if isinstance(entry, NotedPlace):
            self.detail_pane.bar.say([Piece(self._about(entry), "strong")])
            self.detail.show(partial(whole_note, entry, language=language))
            return
        name = entry.name if entry else ""
        self.detail_pane.bar.say([Piece(name, "strong")])
        command = entry.command if entry else ""
        self.detail.show(lambda columns: Paragraph(command).lines(columns))

    def _about(self, place: NotedPlace) -> str:
        """Return the citation, or the key where there is none, and the day of a note."""
        citation = cited(place.section, self.language) if place.section else place.note.key
        return "  ".join(filter(None, (citation, place.note.day)))

    def destination(self) -> Destination | None:
        """Return the place of the note, or the list of the named search."""
        entry = self.rows.row
        if isinstance(entry, NamedSearch):
            named = destination_named(entry, self.session.plan)
            if named is None:
                safe.notice(self.app, BY_COMMAND.say(self.language, command=entry.command))
            return named
        if entry is None:
            return None
        if entry.section is None:
            safe.notice(self.app, standing_words(entry, self.language), "warning")
            return None
        return SectionAt(entry.section.key)

    def listed(self) -> View | None:
        """Return the list."""
        from plan_tui.views.notes import NotesView

        return NotesView(self.language, tuple(self.rows.rows), self.asked)
