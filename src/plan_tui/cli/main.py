"""The command line: reads the words, answers, and turns every error into one line."""

from __future__ import annotations

import os
import re
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from plan_tui import __version__
from plan_tui.cli import output
from plan_tui.cli.arguments import (
    LineParser,
    add_ascii,
    add_common,
    add_no_files,
    add_screen,
    language_of,
    parse,
    split,
)
from plan_tui.cli.commands import BY_NAME, COMMANDS, EXPORT, FORCE, OUTPUT, VIEWS, CliCommand
from plan_tui.cli.opening import database
from plan_tui.errors import PlanError, UsageError
from plan_tui.export.formats import BINARY_WRITERS, form_of, write
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

NOTHING_MATCHED = 1
_ABOUT = Phrase(
    "「デジタル社会の実現に向けた重点計画」の各版を読み、探し、比べる。\n"
    "コマンドを付けなければ画面を開く。",
    "Read, search and compare the editions of Japan's Priority Policy Program for Realizing\n"
    "a Digital Society. Without a command it opens the application.",
)
_COMMANDS = Phrase("コマンド", "commands")
_NOT_UTF8 = Phrase(
    "{number}番目の引数がUTF-8でない。入力し直す",
    "argument {number} is not UTF-8 text; type it anew",
)
_NO_COMMAND = Phrase(
    "{name!r}というコマンドはない。あるのは{known}", "no command {name!r}; there are {known}"
)
_NEAR_COMMAND = Phrase(
    "{name!r}というコマンドはない。近いのは{near}。あるのは{known}",
    "no command {name!r}; the nearest: {near}; there are {known}",
)
_COMMAND_LIKE = re.compile(r"[A-Za-z][A-Za-z_-]*")
"""A word that can only be meant as a command: every key has a digit."""
_OF_A_SECTION = ("compare", "source")
"""Screens that show one section."""
_NEEDS_KEY = Phrase(
    "--screen {screen}には見出しのキーが要る：`plan-tui --screen {screen} KEY`",
    "--screen {screen} needs a section's key: `plan-tui --screen {screen} KEY`",
)
_NO_VIEW = Phrase("exportには表示の名前が要る：{known}", "export needs a view: {known}")
_ONLY_EXPORTED = Phrase(
    "ノートは`plan-tui export … --layout notes -o フォルダ`で書き出す",
    "notes are written by `plan-tui export … --layout notes -o FOLDER`",
)
_NEEDS_COMMAND = Phrase(
    "形式や件数の指定にはコマンドが要る。詳しくは`plan-tui --help`",
    "a format or a limit needs a command; see `plan-tui --help`",
)
_NO_TERMINAL = Phrase(
    "画面を開くには端末が要る。`plan-tui tree`などのコマンドなら端末がなくても表示できる",
    "the application needs a terminal; commands such as `plan-tui tree` print without one",
)
_DUMB = Phrase(
    "TERM=dumbの端末では画面を描けない。`plan-tui tree`などのコマンドは使える",
    "a terminal of TERM=dumb cannot draw the application; commands such as `plan-tui tree` work",
)
_VERSION = Phrase("版番号を表示して終わる", "show the version and exit")


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (without the program's name) and return its exit code.

    0 done, 1 nothing matched, 2 bad usage or input, 3 the database or a file cannot be used,
    130 interrupted.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    language = language_of(words)
    try:
        _require_utf8(words)
        return _run(words, language)
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


def _require_utf8(words: Sequence[str]) -> None:
    for number, word in enumerate(words, 1):
        try:
            word.encode()
        except UnicodeEncodeError as error:
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
    args = parse(_parser(command, language), rest)
    if command.task:
        return command.task(args, language)
    return _answer(command, args, language, "text", None)


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
    show = BY_NAME["show"]
    parser = LineParser(language, "plan-tui", show.summary.say(language))
    show.arguments(parser, language)
    _add_opening(parser, language)
    add_common(parser, language)
    args = parse(parser, [*words, "--", name])
    is_asked_for = args.format or args.limit or args.below or args.cite
    if is_asked_for or not (args.screen or _can_open()):
        return _answer(show, args, language, "text", None)
    from plan_tui.views.key_lookup import named_key

    with Plan(database(args, language)) as plan:
        key = plan.section(named_key(plan, args.key)).key
    return _open_application(args, language, key)


def _add_opening(parser: LineParser, language: Language) -> None:
    """Add the options of what opens the application."""
    add_ascii(parser, language)
    add_screen(parser, language)
    add_no_files(parser)


def _parser(command: CliCommand, language: Language, prefix: str = "") -> LineParser:
    summary = command.summary.say(language)
    parser = LineParser(language, f"plan-tui {prefix}{command.name}", summary)
    command.arguments(parser, language)
    add_common(parser, language)
    return parser


def _export(words: list[str], language: Language) -> int:
    name, rest = split(words)
    if name is None:
        parser = LineParser(
            language,
            "plan-tui export",
            f"{EXPORT.say(language)}: {', '.join(VIEWS)}",
            usage="plan-tui export VIEW [arguments] -o FILE",
        )
        parser.add_argument("-o", "--output", metavar="FILE", help=OUTPUT.say(language))
        add_common(parser, language)
        parser.parse_args(rest)
        raise UsageError(_NO_VIEW.of(known=", ".join(VIEWS)))
    from plan_tui.cli.notes_layout import add_layout

    command = _command(name, VIEWS)
    parser = _parser(command, language, "export ")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=OUTPUT.say(language))
    parser.add_argument("--force", action="store_true", help=FORCE.say(language))
    if parser.get_default("layout") is None:
        add_layout(parser, language)
    args = parse(parser, rest)
    if args.layout == "notes":
        return _notes(command, args, language)
    return _answer(command, args, language, form_of(args.output) or "md", args.output)


def _notes(command: CliCommand, args: Namespace, language: Language) -> int:
    """Write a command's view as notes to a folder."""
    from plan_tui.cli.notes_layout import refuse_other_outputs, write_notes

    assert command.view is not None
    refuse_other_outputs(args)
    with Plan(database(args, language)) as plan, blame_on_damage(plan):
        view = command.view(plan, args, language)
        if not view.nothing:
            write_notes(plan, view, args, language)
            return 0
    output.complain(view.nothing)
    return NOTHING_MATCHED


def _answer(
    command: CliCommand,
    args: Namespace,
    language: Language,
    default: str,
    target: str | None,
) -> int:
    """Write a command's view in the format asked for, or ``default``."""
    assert command.view is not None
    if getattr(args, "layout", None) == "notes":
        raise UsageError(_ONLY_EXPORTED)
    form = args.format or default
    colour = target is None and not args.no_color and form == "text"
    if form in BINARY_WRITERS and target in (None, "-"):
        output.refuse_terminal(form)
    paint = output.choose_paint(allowed=colour)
    path = database(args, language)
    with Plan(path) as plan, blame_on_damage(plan):
        view = command.view(plan, args, language)
        content = write(
            *(view, form, plan.attribution, paint),
            guard=args.guard,
            front_matter=args.front_matter,
        )
        nothing = view.nothing
    if target is None or target == "-":
        output.to_standard_output(content, form)
    elif not nothing:
        output.to_file(content, target, form, path, force=args.force)
    if nothing:
        output.complain(nothing)
        return NOTHING_MATCHED
    return 0


@contextmanager
def blame_on_damage(plan: Plan) -> Iterator[None]:
    """Turn whatever goes wrong over a damaged database into a `DataError` that says so.

    If nothing is wrong with the database the error is the program's own and goes on.
    """
    try:
        yield
    except (PlanError, OSError):
        raise
    except Exception as error:
        from plan_tui.store.health import damage

        blamed = damage(plan)
        if blamed is None:
            raise
        raise blamed from error


def _without_command(words: list[str], language: Language) -> int:
    """Print help or the version, or open the application."""
    names = "\n".join(
        f"  {command.name:<10}{command.summary.say(language)}" for command in COMMANDS
    )
    parser = LineParser(
        language,
        "plan-tui",
        _ABOUT.say(language),
        usage="plan-tui [options] [command … | KEY]",
        epilog=f"{_COMMANDS.say(language)}:\n{names}\n  {'export':<10}{EXPORT.say(language)}",
    )
    version = f"plan-tui {__version__}"
    parser.add_argument("--version", action="version", version=version, help=_VERSION.say(language))
    _add_opening(parser, language)
    add_common(parser, language)
    args = parser.parse_args(words)
    if args.format or args.limit:
        raise UsageError(_NEEDS_COMMAND)
    if args.screen in _OF_A_SECTION:
        raise UsageError(_NEEDS_KEY.of(screen=args.screen))
    return _open_application(args, language)


def _open_application(args: Namespace, language: Language, key: str = "") -> int:
    path = database(args, language)
    Plan(path).close()
    if not _has_terminal():
        raise UsageError(_NO_TERMINAL)
    if _is_dumb():
        raise UsageError(_DUMB)
    if args.no_color:
        os.environ["NO_COLOR"] = "1"  # Textual asks for it when it is imported.
    from plan_tui.tui.destinations import FirstPlace
    from plan_tui.tui.start import start

    asked = Language(args.lang) if args.lang else None
    first = FirstPlace(key, args.screen or "")
    return start(path, asked, first, ascii_signs=args.ascii, may_write=not args.no_files)


def _can_open() -> bool:
    return _has_terminal() and not _is_dumb()


def _has_terminal() -> bool:
    is_terminal = sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()
    return bool(is_terminal or os.environ.get("TEXTUAL_DRIVER"))  # `serve` sets a driver


def _is_dumb() -> bool:
    return os.environ.get("TERM") == "dumb"
