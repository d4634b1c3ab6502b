"""The reader's own notes, tags and marks on places, and their named searches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.note_names import (
    NAMED_SEARCHES,
    NOT_FOUND,
    NOTES,
    mark_words,
    noted_heading,
    noted_key,
    standing_words,
    tag_words,
)
from plan_tui.labels.punctuation import in_brackets
from plan_tui.model.place_notes import NamedSearch, NotedPlace, NoteEntry
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import Content, Markup, RichDocument, run
from plan_tui.query.filter_facts import FilterFacts
from plan_tui.query.grammar import parse_query
from plan_tui.search.note_list import note_entries
from plan_tui.store.own_notes import kept_notes
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.section_records import SECTION_COLUMNS, section_record
from plan_tui.views.view import NO_MATCH, Paint, Record, View, limit_words, no_paint, query_words

_NOTHING = Phrase(
    "メモはまだありません。`plan-tui note KEY 文`か、画面の + で書けます",
    "there are no notes yet; write one with `plan-tui note KEY TEXT`, or + in the application",
)
_HEAD = (Phrase("名前", "Name"), Phrase("コマンド", "Command"))
_WRITTEN = Phrase("{day}のメモ", "noted on {day}")
_BETWEEN = " · "
_NO_SECTION: Record = {
    **{"key": None, "document": None, "edition": None, "kind": None, "label": None},
    **{"title": None, "title_en": None, "citation": None},
}


@record
class NotesView(View):
    """What `plan-tui notes` prints."""

    entries: Sequence[NoteEntry]
    """Notes in reading order, those whose place is not there, named searches."""
    filters: str = ""
    limit: int | None = None

    columns = (
        *SECTION_COLUMNS,
        *("mark", "tags", "note", "day", "standing", "name", "command", "title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("notes", *query_words(self.filters, *limit_words(self.limit)))

    @property
    def nothing(self) -> str:
        """What to say where there are no notes, or none passes the filters."""
        if self.entries:
            return ""
        if self.filters.strip():
            return NO_MATCH.of(query=self.filters).say(self.language)
        return _NOTHING.say(self.language)

    @property
    def places(self) -> list[NotedPlace]:
        """The notes on places."""
        return [entry for entry in self.entries if isinstance(entry, NotedPlace)]

    @property
    def searches(self) -> list[NamedSearch]:
        """The named searches."""
        return [entry for entry in self.entries if isinstance(entry, NamedSearch)]

    def records(self) -> list[Record]:
        """Return one record a note, then one a named search, which has ``name`` and ``command``.

        ``standing`` says what became of the place; without its section, ``key`` and ``title`` are
        those that were written down.
        """
        return [
            _place_record(entry) if isinstance(entry, NotedPlace) else _search_record(entry)
            for entry in self.entries
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return each place with its tags, the note below it; then the named searches."""
        names = [noted_key(place) for place in self.places]
        names += [search.name for search in self.searches]
        columns = max(map(width, names), default=0) + 2
        lines: list[str] = []
        for place in self.places:
            lines += self._place_lines(place, columns, paint)
        if self.searches:
            lines += [*([""] if lines else []), paint("head", NAMED_SEARCHES.say(self.language))]
        for search in self.searches:
            lines.append(f"{paint('key', pad(search.name, columns))}{search.command}")
        return "\n".join(lines) + "\n" if lines else ""

    def _place_lines(self, place: NotedPlace, columns: int, paint: Paint) -> Iterator[str]:
        heading = " ".join(noted_heading(place, self.language).split())
        facts = filter(None, (mark_words(place, self.language), tag_words(place)))
        behind = paint("dim", "  ".join(facts))
        key = paint("key", pad(noted_key(place), columns))
        yield f"{key}{paint('head', heading)}  {behind}".rstrip()
        indent = " " * columns
        for line in place.note.note.split("\n") if place.note.note else ():
            yield f"{indent}{line}".rstrip()
        if words := standing_words(place, self.language):
            yield f"{indent}{paint('gone', in_brackets(words, self.language).strip())}"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the notes under their headings, edition by edition; the searches as a table."""
        builder = DocumentBuilder(self.language)
        builder.heading(1, NOTES.say(self.language))
        for edition, places in groupby(self.places, _edition_of):
            name = edition_name(edition, self.language) if edition else ""
            builder.heading(2, name or NOT_FOUND.say(self.language))
            for place in places:
                self._add_place(builder, place)
        if self.searches:
            builder.heading(2, NAMED_SEARCHES.say(self.language))
            head = [phrase.say(self.language) for phrase in _HEAD]
            rows: list[list[Content | str]] = [
                [search.name, run(search.command, Markup.CODE)] for search in self.searches
            ]
            builder.table(head, rows)
        return builder.finish(attribution, self.command)

    def _add_place(self, builder: DocumentBuilder, place: NotedPlace) -> None:
        builder.heading(3, noted_heading(place, self.language))
        note, section = place.note, place.section
        builder.paragraph(builder.cite(section) if section else run(note.key, Markup.CODE))
        for line in note.note.split("\n"):
            builder.paragraph(line)
        day = _WRITTEN.say(self.language, day=note.day) if note.day else ""
        facts = (tag_words(place), mark_words(place, self.language), day)
        builder.paragraph(_BETWEEN.join(filter(None, facts)))
        if words := standing_words(place, self.language):
            builder.remark(words)


def _edition_of(place: NotedPlace) -> str:
    return place.section.edition_id if place.section else ""


def _place_record(place: NotedPlace) -> Record:
    note = place.note
    if place.section is not None:
        record = section_record(place.section)
    else:
        edition = note.edition or None
        record = _NO_SECTION | {"key": note.key, "edition": edition, "title": note.heading}
    return record | {
        "mark": note.mark or None,
        "tags": list(note.tags),
        "note": note.note,
        "day": note.day or None,
        "standing": place.standing,
        "key_written": note.key,
        "name": None,
        "command": None,
    }


def _search_record(search: NamedSearch) -> Record:
    return _NO_SECTION | {
        "mark": None,
        "tags": [],
        "note": "",
        "day": None,
        "standing": None,
        "key_written": None,
        "name": search.name,
        "command": search.command,
    }


def notes_view(
    plan: Plan, language: Language, filters: str = "", limit: int | None = None
) -> NotesView:
    """Return the reader's notes and named searches that pass the filters.

    Raises:
        UsageError: a filter is wrong.
        DataError: the file of the notes cannot be read, or an entry of it is at fault.

    """
    entries = note_entries(plan, kept_notes(), parse_query(filters), FilterFacts(plan))
    return NotesView(language, entries[:limit], filters, limit)
