"""The commands that write the reader's own notes, marks and names of searches."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from plan_tui.errors import DataError
from plan_tui.labels.note_names import noted_heading, standing_words, tag_words
from plan_tui.model import headings
from plan_tui.model.place_notes import (
    NamedSearch,
    NotedPlace,
    NoteStanding,
    OwnNotes,
    PlaceNote,
    TypedNote,
    plain_name,
)
from plan_tui.model.records import Section
from plan_tui.query.note_tests import most_frequent
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.text.shell import command_line
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.note_keeper import NoteKeeper
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.menu import AskLetter, Choice, Menu
from plan_tui.tui.screens.note_dialog import SAVED, NameDialog, NoteDialog
from plan_tui.tui.widgets.key_bar import first_key

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

NO_MARKS = Phrase(
    "しおりはまだありません。{key} で付けます。", "No marks yet; press {key} to set one."
)
MARKED = Phrase("しおり {letter}：{title}", "Mark {letter}: {title}")
WRITTEN = Phrase("メモを書きました：{title}", "Noted: {title}")
BOTH = Phrase(
    "ほかのところでも同じメモが変わっていたので、両方の行を残しました：{title}",
    "The note was changed elsewhere too; the lines of both are kept: {title}",
)
TAKEN_OUT = Phrase("メモを消しました：{title}", "The note was removed: {title}")
NAMED = Phrase("名前を付けました：{name}", "Named: {name}")
NOT_NAMED = Phrase(
    "ここには名前を付ける検索がありません。{search} で検索するか、一覧を {filter} で絞り込みます。",
    "There is no search to name here. Press {search} to search, or {filter} in a list.",
)
REMOVE = Phrase("{title}を消しますか", "Remove {title}?")
YES = Phrase("消す", "Remove it")
NO = Phrase("残す", "Keep it")
ON = Phrase("メモ：{title}", "Note: {title}")
UNTIL_LEFT = Phrase(
    "ブラウザーではファイルに書かないため、閉じると消えます。残すコマンド：{command}",
    "In the browser no file is written, so this is lost when it is closed. The command "
    "that keeps it: {command}",
)
LOST = Phrase(
    "メモ{count}件のキーが、今は別の見出しを指します（{title}）。一覧は {key} です。",
    "{count} {count:note has a key that now names|notes have keys that now name} another "
    "heading ({title}). Press {key} for the list.",
)
_NOT_VIEWS = ("check", "doctor")
"""Commands whose screens show nothing that was searched for."""


class Noting:
    """Writes notes, marks and names, and has the screens show them."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    @property
    def _keeper(self) -> NoteKeeper:
        return self._app.session.notes

    def _change(self, change: Callable[[], object], words: tuple[str, ...]) -> bool:
        """Make a change and show it; return False, and say why, where it cannot be kept.

        Args:
            change: what to do.
            words: those of the command that does the same.

        """
        app = self._app
        self._keeper.may_write = app.may_write
        try:
            change()
        except DataError as error:
            safe.notice(app, error.say(app.language), "error")
            return False
        if not app.may_write:
            app.tell(UNTIL_LEFT, command=command_line(words))
        for screen in dict.fromkeys((*self._app.main, *([app.here] if app.here else []))):
            if screen.is_attached:
                screen.notes_changed()
        return True

    def tell_of_places(self) -> None:
        """Say what is wrong with the file, and of which notes the heading is another one now."""
        app = self._app
        problem = self._keeper.problem
        if problem is not None:
            safe.notice(app, problem.say(app.language), "warning", timeout=20)
            return
        lost = [place for place in self._keeper.places if place.named_now]
        if lost:
            title, key = noted_heading(lost[0], app.language), first_key(app, "notes")
            app.tell(LOST, "warning", count=len(lost), title=title, key=key)

    # Notes

    def action_note(self) -> None:
        """Write the note on the present place, or name the present search anew."""
        here = self._app.here
        entry = here.noted if here else None
        if isinstance(entry, NamedSearch):
            self._ask_name(entry.words, entry.name)
            return
        section = here.current if here else None
        place = entry
        if place is None and section is not None:
            place = next(iter(self._keeper.at(section.key)), None)
        if place is not None or section is not None:
            self._ask_note(place, section)

    def _ask_note(self, place: NotedPlace | None, section: Section | None) -> None:
        app = self._app
        note = place.note if place else None
        typed = TypedNote(note.note, note.tags) if note else TypedNote("", ())
        title = headings.heading(section, app.language) if section else ""
        if place is not None:
            title = noted_heading(place, app.language)
        warning = standing_words(place, app.language) if place else ""
        self._open_note(note, section, title, typed, warning)

    def _open_note(
        self,
        note: PlaceNote | None,
        section: Section | None,
        title: str,
        typed: TypedNote,
        warning: str = "",
    ) -> None:
        app = self._app
        tags = most_frequent(tag for each in self._keeper.kept.places for tag in each.tags)
        dialog = NoteDialog(app.language, app.say(ON, title=title), typed, tags, warning)
        app.push_screen(dialog, partial(self._write_note, dialog, note, section, title))

    def _write_note(
        self,
        dialog: NoteDialog,
        before: PlaceNote | None,
        section: Section | None,
        title: str,
        answer: str | None,
    ) -> None:
        if answer != SAVED:
            return
        typed = dialog.typed
        entry = self._keeper.entry_on(section, before) if section else before
        assert entry is not None  # a dialog was opened on one of them
        entry = replaced(entry, note=typed.text, tags=typed.tags)
        if before is None and entry.is_empty:
            return
        words = _words_of(entry)
        kept: list[PlaceNote | None] = []
        if self._change(lambda: kept.append(self._keeper.write(entry, before)), words):
            phrase = WRITTEN if kept[0] else TAKEN_OUT
            if kept[0] and (kept[0].note, kept[0].tags) != typed:
                phrase = BOTH
            if self._app.may_write:
                self._app.tell(phrase, title=title)
        else:
            self._open_note(before, section, title, typed)  # nothing that was typed is lost

    def action_remove_note(self) -> None:
        """Ask whether the note or named search under the cursor is to go."""
        app, entry = self._app, self._app.here.noted if self._app.here else None
        if entry is None:
            return
        title = entry.name if isinstance(entry, NamedSearch) else self._described(entry)
        choices = [
            Choice("1", (Piece(app.say(YES)),), "yes"),
            Choice("2", (Piece(app.say(NO)),), "no"),
        ]
        window = Menu(app.language, app.say(REMOVE, title=title), choices)
        app.push_screen(window, partial(self._remove, entry))

    def _described(self, place: NotedPlace) -> str:
        return f"{noted_heading(place, self._app.language)}  {tag_words(place)}".strip()

    def _remove(self, entry: NotedPlace | NamedSearch, answer: str | None) -> None:
        if answer != "yes":
            return

        def change(notes: OwnNotes) -> OwnNotes:
            if isinstance(entry, NamedSearch):
                return notes.without_search(entry.name)
            return notes.without_place(entry.note.key)

        is_search = isinstance(entry, NamedSearch)
        name = entry.name if isinstance(entry, NamedSearch) else entry.note.key
        words = ("name" if is_search else "note", "--remove", *_behind_options(name))
        self._change(lambda: self._keeper.change(change), words)

    # Marks

    def action_mark(self) -> None:
        """Mark the present section with the next key."""
        section = self._app.current
        if section is not None:
            dialog = AskLetter(self._app.language)
            self._app.push_screen(dialog, partial(self._set_mark, section))

    def _set_mark(self, section: Section, letter: str | None) -> None:
        if letter is None:
            return
        words = ("note", section.key, "--mark", letter)
        if self._change(lambda: self._keeper.mark(section, letter), words):
            title = headings.heading(section, self._app.language)
            self._app.tell(MARKED, letter=letter, title=title)

    def action_marks(self) -> None:
        """Choose among the marks."""
        marks, language = self._keeper.marks, self._app.language
        if not marks:
            self._app.tell(NO_MARKS, key=first_key(self._app, "mark"))
            return
        choices = [
            Choice(letter, self._mark_pieces(place), place.section.key)
            for letter, place in sorted(marks.items())
            if place.section is not None
        ]
        title = BY_ID["marks"].name.say(language)
        self._app.push_screen(Menu(language, title, choices), self._app.router.go_beside)

    def _mark_pieces(self, place: NotedPlace) -> tuple[Piece, ...]:
        """Return a mark's heading, and behind it what is noted there."""
        language = self._app.language
        changed = place.standing is not NoteStanding.SAME
        parts = (
            standing_words(place, language) if changed else "",
            "  ".join(place.note.note.split("\n")),
            tag_words(place),
        )
        behind = "  ".join(filter(None, parts))
        heading = Piece(noted_heading(place, language))
        return (heading, Piece(f"  {behind}", "muted")) if behind else (heading,)

    # Names of searches

    def action_name_view(self) -> None:
        """Name the search or filtered list that is shown."""
        here = self._app.here
        view = here.view() if here else None
        if view is None or view.words[0] in _NOT_VIEWS:
            search, narrow = (first_key(self._app, name) for name in ("search", "filter"))
            self._app.tell(NOT_NAMED, search=search, filter=narrow)
            return
        words = view.words
        there = next((each for each in self._keeper.searches if each.words == words), None)
        self._ask_name(words, there.name if there else NamedSearch("", words).query)

    def _ask_name(self, words: tuple[str, ...], name: str) -> None:
        app = self._app
        others = (each for each in self._keeper.searches if each.words != words)
        used = {plain_name(each.name): each.command for each in others}
        search = NamedSearch(name, words)
        before = next((each for each in self._keeper.searches if each == search), None)
        title = BY_ID["name-view"].name.say(app.language)
        dialog = NameDialog(app.language, title, search.command, name, used)
        app.push_screen(dialog, partial(self._write_name, search, before))

    def _write_name(
        self, search: NamedSearch, before: NamedSearch | None, name: str | None
    ) -> None:
        if name is None:
            return
        named = replaced(search, name=name)

        def change(notes: OwnNotes) -> OwnNotes:
            rest = notes.without_search(before.name) if before else notes
            return rest.with_search(named)

        words = ("name", *_behind_options(name, command_line(search.words)))
        if not self._change(lambda: self._keeper.change(change), words):
            self._ask_name(search.words, name)
        elif self._app.may_write:
            self._app.tell(NAMED, name=name)


def _words_of(entry: PlaceNote) -> tuple[str, ...]:
    """Return the words of the command that keeps an entry in the place of what is there."""
    if entry.is_empty:
        return ("note", entry.key, "--remove")
    options = [f"--tag={tag}" for tag in entry.tags]
    if entry.mark:
        options += ["--mark", entry.mark]
    text = _behind_options(entry.note) if entry.note else ()
    return ("note", entry.key, *options, "--replace", *text)


def _behind_options(*words: str) -> tuple[str, ...]:
    """Return words as none of them is read as an option."""
    return ("--", *words) if any(word.startswith("-") for word in words) else words
