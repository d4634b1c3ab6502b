"""What the lines of commands, exports and places, and of the program alone, are made of."""

from __future__ import annotations

from plan_tui.cli.arguments import add_ascii, add_common, add_no_files, add_screen
from plan_tui.cli.commands import BY_NAME, FORCE, OUTPUT
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.cli.arguments import Declared
    from plan_tui.cli.commands import CliCommand
    from plan_tui.text.language import Language

_VERSION = Phrase(
    "版番号とデータの要約値の表示", "show the version and the data's digest, and exit"
)


def declare_command(parser: Declared, command: CliCommand, language: Language) -> None:
    """Declare the arguments of a command."""
    command.arguments(parser, language)
    add_common(parser, language, figure=command.has_figure)


def declare_export(parser: Declared, command: CliCommand, language: Language) -> None:
    """Declare the arguments of the export of a view."""
    declare_command(parser, command, language)
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=OUTPUT.say(language))
    parser.add_argument("--force", action="store_true", help=FORCE.say(language))
    if parser.get_default("layout") is None:
        from plan_tui.cli.export_folder import add_layout

        add_layout(parser, language)


def declare_place(parser: Declared, language: Language) -> None:
    """Declare the words of ``show``, and of a start, for a place as a command."""
    BY_NAME["show"].arguments(parser, language)
    _declare_opening(parser, language)
    add_common(parser, language)


def declare_program(parser: Declared, language: Language) -> None:
    """Declare the options of the program without a command."""
    parser.add_argument("-V", "--version", action="store_true", help=_VERSION.say(language))
    _declare_opening(parser, language)
    add_common(parser, language)


def _declare_opening(parser: Declared, language: Language) -> None:
    """Declare the options of what opens the application."""
    add_ascii(parser, language)
    add_screen(parser, language)
    add_no_files(parser)
