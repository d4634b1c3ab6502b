"""What can follow on a command line: commands, options, their values, filters, editions, keys."""

from __future__ import annotations

from argparse import Action
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from plan_tui.cli.arguments import STANDARD_INPUT, language_of, split
from plan_tui.cli.command_parsers import (
    bare_export_parser,
    command_parser,
    export_parser,
    place_parser,
    program_parser,
)
from plan_tui.cli.commands import BY_NAME, EXPORT, VIEWS
from plan_tui.cli.line_parser import LineParser
from plan_tui.cli.offered_words import (
    Offer,
    Offered,
    documents,
    editions,
    filters,
    keys,
    searches,
    topics,
)
from plan_tui.cli.shell_words import for_bash, joined_words, unquoted
from plan_tui.errors import PlanError
from plan_tui.store.locate import default_database
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.record import record
from plan_tui.text.shell import is_like_an_option

FILES = ":files"
"""The answer where the shell is to complete the name of a file. No other begins with a colon."""
_FILES_OF = frozenset(("--db", "--output", "--data", "--exports", "file"))
_EDITIONS_OF = frozenset(("--with", "--as", "older", "newer", "edition"))
_DOCUMENTS_OF = frozenset(("--document", "--replace", "--remove"))
_KEYS_OF = frozenset(("key", "keys", "topic"))
_SEARCHES_OF = frozenset(("--view", "name"))
"""Options and names of words, by what their values are."""
_MANY = ("*", "+")


@record
class _Line:
    """The command that stands before the word that is typed, and what is typed of it so far."""

    parser: LineParser
    words: Sequence[str]
    """All of them but the names of commands."""
    commands: Sequence[Offer] = ()
    """The names of commands that can follow."""
    takes_filters: bool = False
    takes_words: bool = True
    """False where no command is named yet."""


def answer(shell: str, words: Sequence[str]) -> str:
    """Return what can follow, one a line: the word, a tab, what it is, if that is known.

    For bash it is the word alone.

    Args:
        shell: one of `plan_tui.cli.shell_scripts.SHELLS`.
        words: the line's words as the shell has them, the program's name first, and last the one
            that is being typed, up to the cursor.

    """
    whole = [unquoted(word) for word in (joined_words(words) if shell == "bash" else words)]
    before, typed = whole[1:-1], whole[-1] if len(whole) > 1 else ""
    try:
        offers = list(_offers(before, typed, language_of(before)))
    except PlanError:
        return ""
    if shell == "bash":
        return "".join(f"{for_bash(each.word, words)}\n" for each in offers)
    lines = (
        "\t".join(filter(None, (each.word, " ".join(each.meaning.split())))) for each in offers
    )
    return "".join(f"{line}\n" for line in lines)


def _offers(before: Sequence[str], typed: str, language: Language) -> Iterator[Offer]:
    line = _line(before, language)
    waiting, words, is_literal = _read(line)
    if waiting is not None:
        yield from _values(waiting, typed, before, language)
        if waiting.nargs != "?":
            return
    if typed.startswith("-") and not is_literal:
        yield from _options(line.parser, typed, before, language)
    else:
        yield from _words(line, len(words), typed, before, language)
    if line.takes_filters:
        yield from _of_plan(filters, before, typed, language)


def _words(
    line: _Line, place: int, typed: str, before: Sequence[str], language: Language
) -> Iterator[Offer]:
    """Yield commands, and what the word at a place (from 0) can be."""
    yield from (each for each in line.commands if each.word.startswith(typed))
    if line.takes_words:
        action = _action_at(line.parser, place)
        yield from _values(action, typed, before, language) if action else ()
    elif any(map(str.isdigit, typed)):
        yield from _of_plan(keys, before, typed, language)


def _line(before: Sequence[str], language: Language) -> _Line:
    name, rest = split(before)
    if name is None:
        commands = (*_named(BY_NAME, language), Offer("export", EXPORT.say(language)))
        return _Line(program_parser(language), rest, commands, takes_words=False)
    if name in BY_NAME:
        command = BY_NAME[name]
        return _Line(command_parser(command, language), rest, (), command.takes_filters)
    if name != "export":
        return _Line(place_parser(language), before)
    view, rest = split(rest)
    if view not in VIEWS:
        return _Line(bare_export_parser(language), rest, _named(VIEWS, language), takes_words=False)
    command = BY_NAME[view]
    return _Line(export_parser(command, language), rest, (), command.takes_filters)


def _named(names: Iterable[str], language: Language) -> tuple[Offer, ...]:
    return tuple(Offer(name, BY_NAME[name].summary.say(language)) for name in names)


def _read(line: _Line) -> tuple[Action | None, list[str], bool]:
    """Return the option whose value is to follow, the words so far, whether ``--`` was typed."""
    waiting: Action | None = None
    words: list[str] = []
    is_literal = False
    for word in line.words:
        if is_literal:
            words.append(word)
        elif word == "--":
            is_literal, waiting = True, None
        elif word != STANDARD_INPUT and is_like_an_option(word):
            option = line.parser.option(word)
            waiting = option if option is not None and option.nargs != 0 else None
        elif waiting is None:
            words.append(word)
        elif waiting.nargs not in _MANY:
            waiting = None
    return waiting, words, is_literal


def _action_at(parser: LineParser, place: int) -> Action | None:
    """Return what the word at a place (from 0) stands for; None if none may stand there."""
    for action in parser.word_actions():
        if action.nargs in _MANY or place == 0:
            return action
        place -= 1
    return None


def _options(
    parser: LineParser, typed: str, before: Sequence[str], language: Language
) -> Iterator[Offer]:
    """Yield the long options, or the values of one that is typed with ``=``."""
    name, equals, value = typed.partition("=")
    option = parser.option(name)
    if equals:
        for each in _values(option, value, before, language) if option else ():
            yield each if each.word == FILES else Offer(f"{name}={each.word}", each.meaning)
        return
    for long, meaning in parser.long_options():
        if long.startswith(typed):
            yield Offer(long, meaning)


def _values(
    action: Action, typed: str, before: Sequence[str], language: Language
) -> Iterator[Offer]:
    names = {action.dest, *action.option_strings}
    if action.choices is not None:
        yield from (Offer(str(c)) for c in action.choices if str(c).startswith(typed))
    elif names & _FILES_OF:
        yield Offer(FILES)
    elif names & _EDITIONS_OF:
        yield from _of_plan(editions, before, typed, language)
    elif names & _DOCUMENTS_OF:
        yield from _of_plan(documents, before, typed, language)
    elif names & _SEARCHES_OF:
        yield from searches(typed)
    elif names & _KEYS_OF:
        yield from _of_plan(keys, before, typed, language)
        if "topic" in names:
            yield from _of_plan(topics, before, typed, language)


def _of_plan(
    offered: Offered, before: Sequence[str], typed: str, language: Language
) -> Iterator[Offer]:
    """Yield what goes on what is typed of the database that the line names, or the default one."""
    named = [word for option, word in pairwise(before) if option == "--db"]
    named += [word.removeprefix("--db=") for word in before if word.startswith("--db=")]
    with Plan(Path(named[-1]).expanduser() if named else default_database()) as plan:
        yield from offered(plan, typed, language)
