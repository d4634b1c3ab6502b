"""Reads a plain, well-formed command line by the declarations that argparse takes, without it.

Loading argparse, making a parser and reading with it takes a third of a short command's own time.
Most lines are words and whole options with their values. What else there is, help and whatever is
wrong or could mean two things, is left to argparse, so that it is said and read as it always was.
"""

from __future__ import annotations

from types import SimpleNamespace

from plan_tui.cli.arguments import ESCAPE, STANDARD_INPUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator, Sequence

    from plan_tui.cli.arguments import Declared

_CONSTANTS = {"store_true": True, "store_false": False}
_LEFT = object()
"""Stands for a value, or an option, that argparse must read."""


def plain_arguments(declare: Callable[[Declared], None], words: Sequence[str]) -> Namespace | None:
    """Return what argparse would make of a line; None where only argparse can tell.

    Args:
        declare: declares the arguments.
        words: the line, without the command's name.

    """
    line = _PlainLine()
    declare(line)
    values = line.read(words)
    if values is None:
        return None
    arguments: Namespace = SimpleNamespace(**values)  # type: ignore[assignment]
    return arguments


class _Argument:
    """One argument as it is declared."""

    __slots__ = ("choices", "constant", "dest", "is_read_here", "kind", "nargs", "required")

    def __init__(self, names: tuple[str, ...], **options: object) -> None:
        long = next((name for name in names if name.startswith("--")), names[0])
        self.dest = str(options.get("dest") or long.lstrip("-").replace("-", "_"))
        action = str(options.get("action", "store"))
        self.constant = _CONSTANTS.get(action, options.get("const", _LEFT))
        self.nargs = options.get("nargs")
        is_word = not names[0].startswith("-")
        self.is_read_here = is_word or (action != "append" and self.nargs is None)
        self.kind: Callable[[str], object] = options.get("type", str)  # type: ignore[assignment]
        self.choices: Sequence[object] = options.get("choices", ())  # type: ignore[assignment]
        self.required = bool(options.get("required"))

    def value(self, word: str) -> object:
        """Return what a word gives the argument; `_LEFT` where it is wrong."""
        try:
            value = self.kind(word)
        except Exception:  # argparse asks again and says what is wrong
            return _LEFT
        return value if not self.choices or value in self.choices else _LEFT


class _PlainLine:
    """Takes declarations as a parser does."""

    def __init__(self) -> None:
        self._options: dict[str, _Argument] = {}
        self._words: list[_Argument] = []
        self._values: dict[str, object] = {}

    def add_argument(self, *names: str, **options: object) -> None:
        """Take an argument."""
        argument = _Argument(names, **options)
        default = {"store_true": False, "store_false": True}.get(str(options.get("action")))
        self._values.setdefault(argument.dest, options.get("default", default))
        if names[0].startswith("-"):
            self._options |= dict.fromkeys(names, argument)
        else:
            self._words.append(argument)

    def get_default(self, dest: str) -> object:
        """Return what an argument is where it is not given."""
        return self._values.get(dest)

    def read(self, words: Sequence[str]) -> dict[str, object] | None:
        """Return all arguments by their names, or None."""
        values, others = dict(self._values), list[str]()
        lacking = {each.dest for each in self._options.values() if each.required}
        line = iter(words)
        for word in line:
            option = self._options.get(word)
            if option is None:
                others.append(word)
                continue
            values[option.dest] = value = _option_value(option, line)
            if value is _LEFT:
                return None
            lacking.discard(option.dest)
        if lacking or not all(map(_is_plain, others)):
            return None
        return values if self._take(others, values) else None

    def _take(self, words: list[str], values: dict[str, object]) -> bool:
        """Give the words that are no options to the arguments in their order, if they fit."""
        for argument in self._words:
            if argument.nargs in ("*", "+"):
                taken, words = words, []
                if taken:
                    values[argument.dest] = [argument.value(word) for word in taken]
                elif argument.nargs == "+":
                    return False
            elif words:
                values[argument.dest] = value = argument.value(words[0])
                words = words[1:]
                if value is _LEFT:
                    return False
            elif argument.nargs is None:
                return False
        return not words


def _option_value(option: _Argument, line: Iterator[str]) -> object:
    """Return the value of an option that has been read, from the words behind it."""
    if not option.is_read_here:
        return _LEFT
    if option.constant is not _LEFT:
        return option.constant
    word = next(line, "--")
    return option.value(word) if _is_plain(word) else _LEFT


def _is_plain(word: str) -> bool:
    """Return whether a word is one in every place where it is no option that is declared."""
    return word == STANDARD_INPUT or not word.startswith(("-", ESCAPE))
