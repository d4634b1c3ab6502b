"""Reads a command line as argparse does, says what is wrong with one, and gives help.

argparse reads each command's options. This module adds what it cannot do: options between the words
of a query, and words that begin with ``-`` because they negate a filter.
"""

from __future__ import annotations

import os
import sys

from plan_tui.cli.arguments import EDITION, ESCAPE, KEY, STANDARD_INPUT, UNSEEN
from plan_tui.cli.english_argparse import argparse
from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase
from plan_tui.text.shell import NEGATED, is_like_an_option

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

    from _typeshed import SupportsWrite

    from plan_tui.text.language import Language

_USUAL_COLUMNS = 80
_HELP = Phrase("この説明の表示", "show this help and exit")
_WORDS = Phrase("引数", "arguments")
_OPTIONS = Phrase("オプション", "options")
_USAGE = Phrase("使い方：", "usage: ")
_SEE_HELP = Phrase("{complaint}。詳しくは`{program} --help`", "{complaint}; see `{program} --help`")
_DASHED_FILE = Phrase(
    "{name}：ファイルを指すときは./{name}と書いてください（-で始まる語はオプションとみなします）",
    "{name}: to name a file write ./{name}; what begins with - is an option",
)


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Knows how wide the terminal is without `shutil`, which argparse would load for each line."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Return a help's lines; `textwrap` is loaded for those alone that need more than one."""
        line = self._whitespace_matcher.sub(" ", text).strip()
        return [line] if 0 < len(line) <= width else super()._split_lines(text, width)


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

    def add_argument(self, *names: str, **options: Any) -> argparse.Action:  # noqa: ANN401
        """Add an argument as argparse does, which knows an unseen help by that very object."""
        if options.get("help") == UNSEEN:
            options["help"] = argparse.SUPPRESS
        return super().add_argument(*names, **options)

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

        plain = message.replace(ESCAPE, "")
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


def _escaped(words: Sequence[str]) -> list[str]:
    """Return the words without ``--``; those after it, and those that negate, get the escape."""
    escaped, literal = [], False
    for word in words:
        if word == "--" and not literal:
            literal = True
        elif literal or NEGATED.match(word):
            escaped.append(ESCAPE + word)
        else:
            escaped.append(word)
    return escaped


def _unescaped(word: object) -> object:
    return word.removeprefix(ESCAPE) if isinstance(word, str) else word
