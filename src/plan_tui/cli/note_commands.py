"""``note`` and ``name``: the commands that write a reader's own notes and named searches."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Sequence

from plan_tui.cli import output
from plan_tui.cli.opening import database
from plan_tui.errors import UsageError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.place_notes import NamedSearch, NoteEntry, OwnNotes, PlaceNote, TypedNote

_ALONE = Phrase(
    "--removeは他のオプションと一緒に使えません", "--remove cannot be combined with other options"
)
_NOTHING_AT = Phrase("{key}にメモはありません", "there is no note on {key}")
_REMOVED_NOTE = Phrase("{key}のメモを消しました", "removed the note on {key}")
_NO_SEARCH = Phrase(
    "{name!r}という名前の検索はありません。あるもの：{known}。"
    "`plan-tui name NAME COMMAND`で名前を付けられます",
    "no search is named {name!r}; there are {known}; `plan-tui name NAME COMMAND` names one",
)
_NONE = Phrase("なし", "none yet")
_REMOVED_NAME = Phrase("{name!r}を消しました", "removed {name!r}")
_NO_VIEW = Phrase(
    "{name!r}には名前を付けられません。付けられるもの：{known}",
    "{name!r} cannot be named; commands that can: {known}",
)
_BLANK_NAME = Phrase("名前が空です", "the name is empty")


def note(args: Namespace, language: Language) -> int:
    """Add to the note on a place, take it out, or print it.

    Raises:
        UsageError: there is no such place, or the options do not go together.
        DataError: the database or the file of the notes cannot be used.

    """
    typed = bool(args.text or args.tag or args.mark)
    if args.remove and (typed or args.replace):
        raise UsageError(_ALONE)
    with Plan(database(args, language)) as plan:
        if args.remove:
            return _remove_note(plan, args.key, language)
        if typed:
            _write_note(plan, args)
        return _print_notes(plan, args, language)


def _write_note(plan: Plan, args: Namespace) -> None:
    from plan_tui.cli.view_commands import today
    from plan_tui.model.place_notes import typed_note
    from plan_tui.store.noted_places import noted_on
    from plan_tui.store.own_notes import change_notes
    from plan_tui.views.key_lookup import named_key

    section = plan.section(named_key(plan, args.key))
    blank = noted_on(plan, section, today())
    typed = typed_note(" ".join(args.text).splitlines(), args.tag)

    def change(notes: OwnNotes) -> OwnNotes:
        there = next(iter(_notes_at(plan, notes, section.key)), None)
        entry = _with_typed(blank, there, typed, args)
        return notes.with_place(entry, there.key if there else "")

    change_notes(change)


def _with_typed(
    blank: PlaceNote, there: PlaceNote | None, typed: TypedNote, args: Namespace
) -> PlaceNote:
    """Return an entry with what was typed, behind or in the place of what is there."""
    from plan_tui.model.place_notes import each_once
    from plan_tui.text.record import replaced

    mark = args.mark or (there.mark if there else "")
    if there is None or args.replace:
        return replaced(blank, note=typed.text, tags=typed.tags, mark=mark)
    tags = each_once((*there.tags, *typed.tags))
    if not typed.text:  # the text there is still one on the section as it was
        return replaced(there, tags=tags, mark=mark)
    text = "\n".join(filter(None, (there.note, typed.text)))
    return replaced(blank, note=text, tags=tags, mark=mark)


def _notes_at(plan: Plan, notes: OwnNotes, key: str) -> list[PlaceNote]:
    """Return the notes on a section: under its key first, then those that followed it there."""
    from plan_tui.store.noted_places import by_section, noted_places

    return [place.note for place in by_section(noted_places(plan, notes)).get(key, ())]


def _key_of(plan: Plan, notes: OwnNotes, words: str) -> str:
    """Return the key of a note that words name; also of one whose section is not there."""
    from plan_tui.views.key_lookup import named_key

    if notes.at(words.strip()):
        return words.strip()
    key = plan.section(named_key(plan, words)).key
    there = _notes_at(plan, notes, key)
    return there[0].key if there else key


def _remove_note(plan: Plan, words: str, language: Language) -> int:
    from plan_tui.store.own_notes import change_notes, kept_notes

    key = _key_of(plan, kept_notes(), words)
    if kept_notes().at(key) is None:
        output.complain(_NOTHING_AT.say(language, key=key))
        return output.NOTHING_MATCHED
    change_notes(lambda notes: notes.without_place(key))
    output.to_standard_output(f"{_REMOVED_NOTE.say(language, key=key)}\n", "text")
    return 0


def _print_notes(plan: Plan, args: Namespace, language: Language) -> int:
    from plan_tui.store.noted_places import noted_places
    from plan_tui.store.own_notes import kept_notes

    notes = kept_notes()
    key = _key_of(plan, notes, args.key)
    entries = [place for place in noted_places(plan, notes) if place.note.key == key]
    if not entries:
        output.complain(_NOTHING_AT.say(language, key=key))
        return output.NOTHING_MATCHED
    _print(plan, entries, args, language)
    return 0


def _print(plan: Plan, entries: Sequence[NoteEntry], args: Namespace, language: Language) -> None:
    """Write notes or named searches in the format that is asked for."""
    from plan_tui.views.notes import NotesView

    output.print_view(
        NotesView(language, entries[: args.limit], limit=args.limit),
        args.format,
        plan.attribution,
        colour=not args.no_color,
        front_matter=args.front_matter,
        guard=args.guard,
    )


def name(args: Namespace, language: Language) -> int:
    """Give a command a name, take a name out, or print what has a name.

    Raises:
        UsageError: the command is none that prints a view, or its words are wrong.
        DataError: the database or the file of the notes cannot be used.

    """
    from plan_tui.store.own_notes import change_notes

    if args.remove and args.command:
        raise UsageError(_ALONE)
    if not args.name.strip():
        raise UsageError(_BLANK_NAME)
    with Plan(database(args, language)) as plan:
        if args.command:
            search = _named(plan, args, language)
            change_notes(lambda notes: notes.with_search(search))
        search = search_named(args.name)
        if args.remove:
            change_notes(lambda notes: notes.without_search(args.name))
            removed = _REMOVED_NAME.say(language, name=search.name)
            output.to_standard_output(f"{removed}\n", "text")
        else:
            _print(plan, [search], args, language)
    return 0


def search_named(wanted: str) -> NamedSearch:
    """Return the search with a name.

    Raises:
        UsageError: there is none; the message names those that there are.
        DataError: the file of the notes cannot be used.

    """
    from plan_tui.store.own_notes import kept_notes

    notes = kept_notes()
    search = notes.named(wanted)
    if search is None:
        names = ", ".join(each.name for each in notes.searches)
        known = Phrase(names, names) if names else _NONE
        raise UsageError(_NO_SEARCH.of(name=wanted, known=known))
    return search


def _named(plan: Plan, args: Namespace, language: Language) -> NamedSearch:
    """Return the search of a command, whose words are read as the command itself reads them."""
    from plan_tui.cli.arguments import split
    from plan_tui.cli.command_parsers import command_parser
    from plan_tui.cli.commands import BY_NAME, VIEWS
    from plan_tui.cli.line_parser import parse
    from plan_tui.model.place_notes import NamedSearch

    view_name, rest = split(_words(args.command))
    if view_name not in VIEWS:
        raise UsageError(_NO_VIEW.of(name=view_name or "", known=", ".join(VIEWS)))
    command = BY_NAME[view_name]
    assert command.view is not None
    words = command.view(plan, parse(command_parser(command, language), rest), language).words
    return NamedSearch(args.name.strip(), words)


def _words(typed: Sequence[str]) -> list[str]:
    """Return the words of a command, which may stand in one, as a shell would part them."""
    words = list(typed)
    if len(words) == 1:
        try:
            words = shlex.split(words[0])
        except ValueError:
            words = words[0].split()
    return words[1:] if words[:1] == ["plan-tui"] else words
