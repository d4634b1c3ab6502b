"""The command line: reads the words, answers, and turns every error into one line."""

from __future__ import annotations

import gc
import os
import sys

from plan_tui.cli import output
from plan_tui.cli.arguments import language_of, split
from plan_tui.cli.commands import (
    BY_NAME,
    VIEWS,
    declare_command,
    declare_export,
    declare_program,
)
from plan_tui.cli.plain_line import plain_arguments
from plan_tui.errors import PlanError, UsageError
from plan_tui.text.language import Language, Phrase
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from plan_tui.cli.commands import CliCommand

_ASKED_BY_SHELLS = ["completion", "--answer"]
"""How the scripts of ``completion`` ask what can follow; the shell and the words follow."""
_SHELL_AT = 2
_NOT_UTF8 = Phrase(
    "{number}番目の引数がUTF-8ではありません。入力し直してください",
    "argument {number} is not UTF-8 text; type it again",
)
_NO_COMMAND = Phrase(
    "{name!r}というコマンドはありません。使えるもの：{known}",
    "no command {name!r}; there are {known}",
)
_NEAR_COMMAND = Phrase(
    "{name!r}というコマンドはありません。近いもの：{near}。使えるもの：{known}",
    "no command {name!r}; the nearest: {near}; there are {known}",
)
_COMMAND_LIKE = late_pattern(r"[A-Za-z][A-Za-z_-]*")
"""A word that can only be meant as a command: every key has a digit."""
_OF_A_SECTION = ("compare", "source", "track")
"""Screens that show one section."""
_NEEDS_KEY = Phrase(
    "--screen {screen}には見出しのキーが必要です：`plan-tui --screen {screen} KEY`",
    "--screen {screen} needs a section's key: `plan-tui --screen {screen} KEY`",
)
_NO_VIEW = Phrase("exportには表示の名前が必要です：{known}", "export needs a view: {known}")
_NEEDS_COMMAND = Phrase(
    "形式や件数の指定にはコマンドが必要です。詳しくは`plan-tui --help`",
    "a format or a limit needs a command; see `plan-tui --help`",
)
_NO_TERMINAL = Phrase(
    "画面を開くには端末が必要です。`plan-tui tree`などのコマンドは端末がなくても使えます",
    "the application needs a terminal; commands such as `plan-tui tree` work without one",
)
_DUMB = Phrase(
    "TERM=dumbの端末では画面を描けません。`plan-tui tree`などのコマンドは使えます",
    "a terminal of TERM=dumb cannot draw the application; commands such as `plan-tui tree` work",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and return its exit code.

    0 done, 1 nothing matched, 2 bad usage or input, 3 the database or a file cannot be used,
    130 interrupted.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:2] == _ASKED_BY_SHELLS and len(words) > _SHELL_AT:
        return _answer_shell(words[_SHELL_AT], words[_SHELL_AT + 1 :])
    language = language_of(words)
    try:
        return _run([_in_utf8(*each) for each in enumerate(words, 1)], language)
    except PlanError as error:
        output.complain(error.say(language))
        return error.exit_code
    except BrokenPipeError:
        output.silence_standard_output()
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:  # argparse, after it printed help or the version
        return stop.code if isinstance(stop.code, int) else 0


def _answer_shell(shell: str, words: list[str]) -> int:
    """Say what can follow on a line; what goes wrong would only disturb who is typing."""
    from contextlib import suppress

    from plan_tui.cli.shell_answers import answer

    with suppress(PlanError, OSError, UnicodeError):
        output.to_standard_output(answer(shell, words), "tsv")
    return 0


def _in_utf8(number: int, word: str) -> str:
    """Return a word of the line, numbered from 1, as UTF-8 where the locale made nothing of it."""
    try:
        word.encode()
        return word
    except UnicodeEncodeError:
        pass
    try:
        return os.fsencode(word).decode()
    except UnicodeError as error:
        raise UsageError(_NOT_UTF8.of(number=number)) from error


def _run(words: list[str], language: Language) -> int:
    name, rest = split(words)
    if name is None:
        return _without_command(rest, language)
    if name == "export":
        return _export(rest, language)
    if name not in BY_NAME and not _COMMAND_LIKE.fullmatch(name):
        return _place(name, rest, language)
    command = _command(name, (*BY_NAME, "export"))
    args = _command_arguments(command, rest, language)
    if command.task:
        gc.enable()
        return command.task(args, language)
    from plan_tui.cli.answering import answer

    return answer(command, args, language, "text", None)


def _command_arguments(command: CliCommand, words: list[str], language: Language) -> Namespace:
    args = plain_arguments(lambda line: declare_command(line, command, language), words)
    if args:
        return args
    from plan_tui.cli.command_parsers import command_parser
    from plan_tui.cli.line_parser import parse

    return parse(command_parser(command, language), words)


def _command(name: str, known: Sequence[str]) -> CliCommand:
    if name in known:
        return BY_NAME[name]
    from plan_tui.search.near_names import near_names

    near, every = ", ".join(near_names(name, known)), ", ".join(known)
    if near:
        raise UsageError(_NEAR_COMMAND.of(name=name, near=near, known=every))
    raise UsageError(_NO_COMMAND.of(name=name, known=every))


def _place(name: str, words: list[str], language: Language) -> int:
    """Open the application at a section; print it without a terminal, or as an option asks for."""
    from plan_tui.cli.command_parsers import place_parser
    from plan_tui.cli.line_parser import parse

    show = BY_NAME["show"]
    args = parse(place_parser(language), [*words, "--", name])
    is_asked_for = args.format or args.limit or args.below or args.cite
    if is_asked_for or not (args.screen or _can_open()):
        from plan_tui.cli.answering import answer

        return answer(show, args, language, "text", None)
    from plan_tui.cli.opening import database
    from plan_tui.store.plan import Plan
    from plan_tui.views.key_lookup import named_key

    with Plan(database(args, language)) as plan:
        key = plan.section(named_key(plan, args.key)).key
    return _open_application(args, language, key)


def _export(words: list[str], language: Language) -> int:
    from plan_tui.cli.answering import answer, write_view_as_notes
    from plan_tui.export.formats import foreign_ending, form_of

    if any(word.startswith("--view") for word in words):
        from plan_tui.cli.named_view import with_named_view

        words = with_named_view(words, language)
    name, rest = split(words)
    if name is None:
        from plan_tui.cli.command_parsers import bare_export_parser

        bare_export_parser(language).parse_args(rest)
        raise UsageError(_NO_VIEW.of(known=", ".join(VIEWS)))
    command = _command(name, VIEWS)
    args = _export_arguments(command, rest, language)
    if args.layout == "notes":
        return write_view_as_notes(command, args, language)
    foreign = None if args.format else foreign_ending(args.output)
    if foreign:
        raise UsageError(foreign)
    return answer(command, args, language, form_of(args.output) or "md", args.output)


def _export_arguments(command: CliCommand, words: list[str], language: Language) -> Namespace:
    args = plain_arguments(lambda line: declare_export(line, command, language), words)
    if args:
        return args
    from plan_tui.cli.command_parsers import export_parser
    from plan_tui.cli.line_parser import parse

    return parse(export_parser(command, language), words)


def _without_command(words: list[str], language: Language) -> int:
    """Print help or the version, or open the application."""
    args = plain_arguments(lambda line: declare_program(line, language), words)
    if not args:
        from plan_tui.cli.command_parsers import program_parser

        args = program_parser(language).parse_args(words)
    if args.version:
        from plan_tui.cli.version import version_words

        output.to_standard_output(version_words(args.db, language), "text")
        return 0
    if args.format or args.limit:
        raise UsageError(_NEEDS_COMMAND)
    if args.screen in _OF_A_SECTION:
        raise UsageError(_NEEDS_KEY.of(screen=args.screen))
    return _open_application(args, language)


def _open_application(args: Namespace, language: Language, key: str = "") -> int:
    from plan_tui.cli.opening import database
    from plan_tui.store.plan import Plan

    path = database(args, language)
    Plan(path).close()
    if not _has_terminal():
        raise UsageError(_NO_TERMINAL)
    if _is_dumb():
        raise UsageError(_DUMB)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"  # Textual asks for it when it is imported.
    gc.disable()  # All that is loaded stays; `start` collects again once the first picture stands.
    from pathlib import Path

    from plan_tui.tui.destinations import FirstPlace
    from plan_tui.tui.start import start

    asked = Language(args.lang) if args.lang else None
    first = FirstPlace(key, args.screen or "")
    exports = Path(args.exports) if args.no_files and args.exports else None
    may_write = not args.no_files
    return start(path, asked, first, ascii_signs=args.ascii, may_write=may_write, exports=exports)


def _can_open() -> bool:
    return _has_terminal() and not _is_dumb()


def _has_terminal() -> bool:
    return output.is_terminal() or bool(os.environ.get("TEXTUAL_DRIVER"))  # `serve` sets a driver


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"
