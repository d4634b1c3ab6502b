"""The words of a command line: which command, which options, which filters.

argparse reads each command's options. This module adds what it cannot do: options before the
command's name, options between the words of a query, and words that begin with ``-`` because
they negate a filter.
"""

from __future__ import annotations

import argparse
import os
import sys
from itertools import pairwise

from plan_tui.errors import UsageError
from plan_tui.export.formats import BINARY_WRITERS, FIGURE_WRITERS, WRITERS
from plan_tui.text.language import Language, Phrase, language_of_locale
from plan_tui.text.shell import NEGATED, STANDARD_INPUT, is_like_an_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import NoReturn

    from _typeshed import SupportsWrite

_MOST_DIGITS = 9
"""Digits of a number on the command line: `int` refuses thousands of them, and no list is as
long as that."""
_LAST_PORT = 65535
_USUAL_COLUMNS = 80
_OPTIONS_WITH_VALUE = frozenset(
    (
        *("--db", "--format", "--limit", "--lang", "-o", "--output"),
        *("--screen", "--as-of", "--view", "--exports"),
    )
)
"""Options that may stand before the command's name."""
_ESCAPE = "\ufdd0"
"""Put before a word that argparse would take for an option. A Unicode noncharacter, which no
text contains."""

_DB = Phrase("データベース（省略時は$PLAN_TUI_DB、次に自分のもの、次に同梱のもの）",
             "the database (else $PLAN_TUI_DB, your own, the packaged one)")  # fmt: skip
_FORMAT = Phrase("出力形式", "output format")
_JSON = Phrase("--format json と同じ", "same as --format json")
_GUARD = Phrase(
    "tsvでも、表計算ソフトが数式・数・日付とみなす欄の前に ' を付加",
    "in tsv as in csv, write ' before what a spreadsheet would take for a formula, number or date",
)
_NO_FRONT_MATTER = Phrase(
    "Markdownの先頭に置く文書の説明（YAML）の省略",
    "in md, leave out the YAML at the head that describes the document",
)
_LIMIT = Phrase("最大N件", "at most N results")
_LANG = Phrase("計画の文言以外の表示に使う言語", "language of the words around the plan's text")
_NO_COLOR = Phrase("色なしの表示", "no colours")
_ASCII = Phrase("画面の記号のASCII文字での表示", "draw the application's signs in ASCII")
_SCREEN = Phrase("最初に開く画面", "the screen to open first")
SCREENS = (
    *("overview", "explorer", "search", "measures", "targets", "changes", "compare", "track"),
    *("words", "source", "report", "review", "notes"),
)
"""The screens that commands of the application lead to, which a start need not load."""
_HELP = Phrase("この説明の表示", "show this help and exit")
_WORDS = Phrase("引数", "arguments")
_USAGE = Phrase("使い方：", "usage: ")
_SEE_HELP = Phrase("{complaint}。詳しくは`{program} --help`", "{complaint}; see `{program} --help`")
_DASHED_FILE = Phrase(
    "{name}：ファイルを指すときは./{name}と書いてください（-で始まる語はオプションとみなします）",
    "{name}: to name a file write ./{name}; what begins with - is an option",
)
_NOT_POSITIVE = Phrase(
    "{text!r}は1以上の整数ではありません", "{text!r} is not a whole number from 1"
)
_NO_PORT = Phrase(
    "{text!r}はポート番号（1～65535）ではありません", "{text!r} is not a port, 1 to 65535"
)
_NO_DAY = Phrase(
    "{text!r}は日付として読めません（例：2026-06-13、令和8年6月13日）",
    "{text!r} is not a date; write 2026-06-13 or 令和8年6月13日",
)
_OPTIONS = Phrase("オプション", "options")


EDITION = "\ufdd1"
"""Stands in a help for the newest edition. A Unicode noncharacter, which no text contains."""
KEY = "\ufdd2"
"""Stands in a help for the key of a section of it."""


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Knows how wide the terminal is without `shutil`, which argparse would load for each line."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """Return the columns of the terminal as `shutil.get_terminal_size` does."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns > 0:
        return columns
    try:
        columns = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (ValueError, OSError):  # closed, or no terminal
        columns = 0
    return columns or _USUAL_COLUMNS


class LineParser(argparse.ArgumentParser):
    """An argument parser with help in one language, and with one-line errors in both."""

    def __init__(
        self,
        language: Language,
        prog: str,
        description: str,
        usage: str | None = None,
        epilog: Callable[[], str] | None = None,
    ) -> None:
        """Make a parser with ``--help`` alone; line breaks of its texts stay.

        What ``epilog`` returns stands at the end of the help; only that asks for it.
        """
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            formatter_class=_HelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self.color = False  # from Python 3.14 on argparse would colour what is made visible here
        self._positionals.title = _WORDS.say(language)
        self._optionals.title = _OPTIONS.say(language)
        self.add_argument("-h", "--help", action="help", help=_HELP.say(language))

        self._language = language
        self._usage = _USAGE.say(language)
        self._ending = epilog

    def format_help(self) -> str:
        """Return the help; argparse writes ``usage:`` in English alone, and half-width colons."""
        from plan_tui.labels.punctuation import headed

        self.epilog = self._ending() if self._ending else None
        text = super().format_help().replace("usage: ", self._usage, 1)
        for title in (self._positionals.title, self._optionals.title):
            text = text.replace(f"\n{title}:\n", f"\n{headed(str(title), self._language)}\n", 1)
        if EDITION in text or KEY in text:
            from plan_tui.cli.example_place import example_place

            edition, key = example_place()
            text = text.replace(EDITION, edition).replace(KEY, key)
        return text

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Write help as views are written; other messages with controls as visible escapes."""
        if file is sys.stdout:  # None where it is closed
            from plan_tui.cli.output import to_standard_output

            to_standard_output(message, "text", self._language)
        else:
            from plan_tui.text.controls import visible

            super()._print_message(visible(message), file)

    def option(self, word: str) -> argparse.Action | None:
        """Return the option that a word names, with or without its value; None if none does."""
        name = word.partition("=")[0]
        return next((each for each in self._actions if name in each.option_strings), None)

    def long_options(self) -> list[tuple[str, str]]:
        """Return the long names of all options that help shows, with what they mean."""
        shown = [each for each in self._actions if each.help is not argparse.SUPPRESS]
        return [
            (name, each.help or "")
            for each in shown
            for name in each.option_strings
            if name.startswith("--")
        ]

    def word_actions(self) -> list[argparse.Action]:
        """Return what the words stand for that are no options, in their order."""
        return [each for each in self._actions if not each.option_strings]

    def error(self, message: str) -> NoReturn:
        """Raise argparse's message as a `UsageError`."""
        from plan_tui.cli.complaints import complaint

        plain = message.replace(_ESCAPE, "")
        name = plain.removeprefix("unrecognized arguments: ")
        if name.startswith("-") and _is_file(name):
            raise UsageError(_DASHED_FILE.of(name=name))
        phrase = complaint(plain)
        raise UsageError(_SEE_HELP.of(complaint=phrase, program=self.prog))


def _is_file(name: str) -> bool:
    from pathlib import Path

    try:
        return Path(name).is_file()
    except OSError:  # too long a name
        return False


def positive(text: str) -> int:
    """Read a whole number from 1 (an option's value).

    Raises:
        UsageError: it is none, or has more than nine digits.

    """
    if not text.isascii() or not text.isdigit() or len(text) > _MOST_DIGITS or int(text) < 1:
        raise UsageError(_NOT_POSITIVE.of(text=text))
    return int(text)


def day(text: str) -> str:
    """Read a day in any form in which dates are typed, as ISO (an option's value).

    Raises:
        UsageError: it is none.

    """
    from plan_tui.query.day_values import read_day

    known = read_day(text)
    if known is None:
        raise UsageError(_NO_DAY.of(text=text))
    return known


def port(text: str) -> int:
    """Read a port's number (an option's value).

    Raises:
        UsageError: it is none.

    """
    if positive(text) > _LAST_PORT:
        raise UsageError(_NO_PORT.of(text=text))
    return int(text)


def add_common(
    parser: argparse.ArgumentParser, language: Language, *, figure: bool = False
) -> None:
    """Add the options that every command takes; ``figure`` adds formats of figures."""
    formats = (*WRITERS, *BINARY_WRITERS, *(FIGURE_WRITERS if figure else ()))
    parser.add_argument("--db", metavar="PATH", help=_DB.say(language))
    parser.add_argument("--format", choices=formats, help=_FORMAT.say(language))
    parser.add_argument(
        "--json", action="store_const", const="json", dest="format", help=_JSON.say(language)
    )
    parser.add_argument("--guard", action="store_true", help=_GUARD.say(language))
    parser.add_argument(
        "--no-front-matter",
        dest="front_matter",
        action="store_false",
        help=_NO_FRONT_MATTER.say(language),
    )
    parser.add_argument("--limit", type=positive, metavar="N", help=_LIMIT.say(language))
    parser.add_argument(
        "--lang", choices=[str(name) for name in Language], help=_LANG.say(language)
    )
    parser.add_argument("--no-color", action="store_true", help=_NO_COLOR.say(language))


def add_ascii(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add `--ascii`, for what opens the application."""
    parser.add_argument("--ascii", action="store_true", help=_ASCII.say(language))


def add_screen(parser: argparse.ArgumentParser, language: Language) -> None:
    """Add `--screen`, for what opens the application."""
    parser.add_argument("--screen", choices=SCREENS, help=_SCREEN.say(language))


def add_no_files(parser: argparse.ArgumentParser) -> None:
    """Add the options that ``serve`` gives the application of a page; help does not show them."""
    parser.add_argument("--no-files", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--exports", help=argparse.SUPPRESS)


def language_of(words: Sequence[str]) -> Language:
    """Return the language of the last ``--lang`` with a valid value, else the locale's.

    It is needed before the options are parsed: for help, and for errors in them.
    """
    options = words[: words.index("--")] if "--" in words else words
    values = [
        word.removeprefix("--lang=")
        for before, word in pairwise(["", *options])
        if before == "--lang" or word.startswith("--lang=")
    ]
    known = [value for value in values if value in tuple(Language)]
    return Language(known[-1]) if known else language_of_locale()


def split(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return the first word that is neither an option nor an option's value, and all others.

    ``["--json", "search", "x"]`` gives ``("search", ["--json", "x"])``; without such a word the
    first part is None.
    """
    skip = False
    for position, word in enumerate(words):
        if skip:
            skip = False
        elif word == "--":
            break
        elif word in _OPTIONS_WITH_VALUE:
            skip = True
        elif not word.startswith("-"):
            return word, [*words[:position], *words[position + 1 :]]
    return None, list(words)


def parse(parser: argparse.ArgumentParser, words: Sequence[str]) -> argparse.Namespace:
    """Read a command's words; options may stand between them, ``-filter:value`` is a word.

    Raises:
        UsageError: an option or a number of words that the command does not take.

    """
    if parser.usage is None and not any(word.startswith(("-h", "--help")) for word in words):
        parser.usage = parser.prog  # else argparse lays one out each time, for errors to show
    arguments = parser.parse_intermixed_args(_escaped(words))
    for name, value in vars(arguments).items():
        if isinstance(value, list):
            setattr(arguments, name, [_unescaped(word) for word in value])
        elif isinstance(value, str):
            setattr(arguments, name, _unescaped(value))
    return arguments


def options_apart(parser: LineParser, words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return a command's options with their values, and its other words, without ``--``."""
    options: list[str] = []
    others: list[str] = []
    waiting: argparse.Action | None = None
    for number, word in enumerate(words):
        if word == "--":
            return options, [*others, *words[number + 1 :]]
        if word != STANDARD_INPUT and is_like_an_option(word):
            options.append(word)
            action = None if "=" in word else parser.option(word)
            waiting = action if action is not None and action.nargs != 0 else None
        elif waiting is not None:
            options.append(word)
            waiting = waiting if waiting.nargs in ("+", "*") else None
        else:
            others.append(word)
    return options, others


def literal(words: Sequence[str]) -> list[str]:
    """Return words for `parse` that are no options, whatever they begin with."""
    return [_ESCAPE + word if word.startswith("-") else word for word in words]


def _escaped(words: Sequence[str]) -> list[str]:
    """Return the words without ``--``; those after it, and those that negate, get the escape."""
    escaped, literal = [], False
    for word in words:
        if word == "--" and not literal:
            literal = True
        elif literal or NEGATED.match(word):
            escaped.append(_ESCAPE + word)
        else:
            escaped.append(word)
    return escaped


def _unescaped(word: object) -> object:
    return word.removeprefix(_ESCAPE) if isinstance(word, str) else word
