"""The parsers of command lines: of a command, of an export, of a place, of the program alone."""

from __future__ import annotations

from plan_tui.cli.arguments import add_common
from plan_tui.cli.commands import (
    BY_NAME,
    COMMANDS,
    EXPORT,
    FORCE,
    OUTPUT,
    VIEW_NAME,
    VIEWS,
    declare_command,
    declare_export,
    declare_place,
    declare_program,
)
from plan_tui.cli.line_parser import LineParser
from plan_tui.labels.punctuation import headed, listed, named
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.cli.commands import CliCommand
    from plan_tui.text.language import Language

_ABOUT = Phrase(
    "「デジタル社会の実現に向けた重点計画」の各版を読み、探し、比べるプログラムです。\nコ"
    "マンドを付けなければ画面を開きます。",
    "Read, search and compare the editions of Japan's Priority Policy Program for Realizing\n"
    "a Digital Society. Without a command it opens the application.",
)
_COMMANDS = Phrase("コマンド", "commands")
_NAMES_WIDTH = 12
"""Columns for the names of commands: of the longest and two blanks."""


def command_parser(command: CliCommand, language: Language) -> LineParser:
    """Return the parser of a command."""
    parser = _parser(command, language, "")
    declare_command(parser, command, language)
    return parser


def export_parser(command: CliCommand, language: Language) -> LineParser:
    """Return the parser of the export of a view."""
    parser = _parser(command, language, "export ")
    declare_export(parser, command, language)
    return parser


def _parser(command: CliCommand, language: Language, prefix: str) -> LineParser:
    name, summary = command.name, command.summary.say(language)

    def ending() -> str:
        return command_ending(name, language, filters=command.takes_filters)

    return LineParser(language, f"plan-tui {prefix}{name}", summary, epilog=ending)


def bare_export_parser(language: Language) -> LineParser:
    """Return the parser of an export that names no view."""
    parser = LineParser(
        language,
        "plan-tui export",
        named(EXPORT.say(language), listed(VIEWS, language), language),
        usage="plan-tui export (VIEW [arguments] | --view NAME) -o FILE",
        epilog=lambda: command_ending("export", language),
    )
    parser.add_argument("--view", metavar="NAME", help=VIEW_NAME.say(language))
    parser.add_argument("-o", "--output", metavar="FILE", help=OUTPUT.say(language))
    parser.add_argument("--force", action="store_true", help=FORCE.say(language))
    add_common(parser, language)
    return parser


def place_parser(language: Language) -> LineParser:
    """Return the parser of a place as a command: the words of ``show`` and of a start."""
    summary = BY_NAME["show"].summary.say(language)
    parser = LineParser(language, "plan-tui", summary, epilog=lambda: command_ending("", language))
    declare_place(parser, language)
    return parser


def program_parser(language: Language) -> LineParser:
    """Return the parser of the program without a command, whose help names all commands."""

    def ending() -> str:
        return f"{_all_commands(language)}\n\n{command_ending('', language)}"

    parser = LineParser(
        language,
        "plan-tui",
        _ABOUT.say(language),
        usage="plan-tui [options] [command … | KEY]",
        epilog=ending,
    )
    declare_program(parser, language)
    return parser


def _all_commands(language: Language) -> str:
    from plan_tui.text.width import pad

    summaries = [(command.name, command.summary) for command in COMMANDS]
    lines = [
        f"  {pad(name, _NAMES_WIDTH)}{summary.say(language)}"
        for name, summary in (*summaries, ("export", EXPORT))
    ]
    return "\n".join([headed(_COMMANDS.say(language), language), *lines])


def command_ending(name: str, language: Language, *, filters: bool = False) -> str:
    """Return what ends the help of a command, of the program alone without a name.

    Only a help that is shown asks for it, and what it needs is loaded then.
    """
    from plan_tui.cli.help_words import EXAMPLES, PROGRAM_EXAMPLES, help_words

    return help_words(EXAMPLES[name] if name else PROGRAM_EXAMPLES, language, filters=filters)
