"""The words of a command line: which command, which options, which filters.

Here stand the options that commands have in common, and what finds the command's name behind
options. `cli/plain_line.py` reads lines that need no more, `cli/line_parser.py` all others.
"""

from __future__ import annotations

from itertools import pairwise

from plan_tui.errors import UsageError
from plan_tui.export.formats import BINARY_WRITERS, FIGURE_WRITERS, WRITERS
from plan_tui.text.language import Language, Phrase, language_of_locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    class Declared(Protocol):
        """What takes the declarations of a command's arguments, as argparse's parsers do."""

        @property
        def add_argument(self) -> Callable[..., object]:
            """Takes an argument as `argparse.ArgumentParser.add_argument` does."""

        def get_default(self, dest: str) -> object:
            """Return what an argument is where it is not given."""


_MOST_DIGITS = 9
"""Digits of a number on the command line: `int` refuses thousands of them, and no list is as
long as that."""
_LAST_PORT = 65535
_OPTIONS_WITH_VALUE = frozenset(
    (
        *("--db", "--format", "--limit", "--lang", "-o", "--output"),
        *("--screen", "--as-of", "--view", "--exports"),
    )
)
"""Options that may stand before the command's name."""
ESCAPE = "\ufdd0"
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
_NOT_POSITIVE = Phrase(
    "{text!r}は1以上9桁までの整数ではありません",
    "{text!r} is not a whole number from 1, of nine digits at most",
)
_NO_PORT = Phrase(
    "{text!r}はポート番号（1～65535）ではありません", "{text!r} is not a port, 1 to 65535"
)
_NO_DAY = Phrase(
    "{text!r}は日付として読めません（例：2026-06-13、令和8年6月13日）",
    "{text!r} is not a date; write 2026-06-13 or 令和8年6月13日",
)


UNSEEN = "==SUPPRESS=="
"""`argparse.SUPPRESS`, which a start need not load: the help of an option that none shows."""
STANDARD_INPUT = "-"
"""The word that stands for what is read from standard input."""
EDITION = "\ufdd1"
"""Stands in a help for the newest edition. A Unicode noncharacter, which no text contains."""
KEY = "\ufdd2"
"""Stands in a help for the key of a section of it."""


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


def add_common(parser: Declared, language: Language, *, figure: bool = False) -> None:
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


def add_ascii(parser: Declared, language: Language) -> None:
    """Add `--ascii`, for what opens the application."""
    parser.add_argument("--ascii", action="store_true", help=_ASCII.say(language))


def add_screen(parser: Declared, language: Language) -> None:
    """Add `--screen`, for what opens the application."""
    parser.add_argument("--screen", choices=SCREENS, help=_SCREEN.say(language))


def add_no_files(parser: Declared) -> None:
    """Add the options that ``serve`` gives the application of a page; help does not show them."""
    parser.add_argument("--no-files", action="store_true", help=UNSEEN)
    parser.add_argument("--exports", help=UNSEEN)


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


def literal(words: Sequence[str]) -> list[str]:
    """Return words for `parse` that are no options, whatever they begin with."""
    return [ESCAPE + word if word.startswith("-") else word for word in words]
