"""Plain lines are read as argparse reads them; everything else is left to it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.cli.arguments import UNSEEN
from plan_tui.cli.command_parsers import command_parser, export_parser, program_parser
from plan_tui.cli.commands import COMMANDS, VIEWS, declare_command, declare_export, declare_program
from plan_tui.cli.line_parser import LineParser, parse
from plan_tui.cli.plain_line import plain_arguments
from plan_tui.errors import PlanError
from plan_tui.text.language import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.cli.arguments import Declared

BY_NAME = {command.name: command for command in COMMANDS}
NAMES = (*BY_NAME, *(f"export {name}" for name in VIEWS), "")
"""Commands, exports, and the program alone."""
WORDS = (
    *("2021", "森", "a b", "", "kind:measure", "number", "in", "table", "newer", "json", "x"),
    *("0", "3", "003", "1234567890", "2026-06-13", "令和8年6月13日", "pdl", "continued", "-"),
    *("--", "-kind:measure", "-森", "-x", "--lim", "--limit=3", "--no-such", "-3", "-o.md"),
    *("\ufdd0", "\ufdd0-森", "--json=1", "@x", "--db=森.db", "-森 林", "--db --json", "ja", "en"),
)


def declare(name: str, line: Declared) -> None:
    """Declare the arguments of a command, an export, or the program."""
    command = name.removeprefix("export ")
    if not name:
        declare_program(line, Language.EN)
    elif command == name:
        declare_command(line, BY_NAME[command], Language.EN)
    else:
        declare_export(line, BY_NAME[command], Language.EN)


@cache
def parser_of(name: str) -> LineParser:
    """Return the parser of a command, an export, or the program."""
    command = name.removeprefix("export ")
    if not name:
        return program_parser(Language.EN)
    make = command_parser if command == name else export_parser
    return make(BY_NAME[command], Language.EN)


def plain(name: str, words: Sequence[str]) -> Namespace | None:
    """Return the arguments of a line, read without argparse."""
    return plain_arguments(lambda line: declare(name, line), words)


@cache
def words_of(name: str) -> st.SearchStrategy[list[str]]:
    """Return lines of a command's options, and of words that fit and that do not."""
    names = [option for action in parser_of(name)._actions for option in action.option_strings]
    options = [option for option in names if option not in ("-h", "--help")]
    pair = st.tuples(st.sampled_from(options), st.sampled_from(WORDS)).map(list)
    word = st.sampled_from((*options, *WORDS)).map(lambda each: [each])
    return st.lists(pair | word, max_size=5).map(lambda parts: list(chain(*parts)))


def by_argparse(name: str, words: Sequence[str]) -> dict[str, object] | None:
    """Return the arguments that argparse makes of a line; None if it refuses it."""
    try:
        return vars(parse(parser_of(name), words))
    except PlanError:
        return None


def check(name: str, words: Sequence[str]) -> bool:
    """Check that a line is read as argparse reads it if it is; return whether it is."""
    arguments = plain(name, words)
    if arguments is None:
        return False
    assert vars(arguments) == by_argparse(name, words)
    return True


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None)  # argparse takes long on a machine that is busy
@given(st.data())
def test_a_plain_line_is_read_as_argparse_reads_it(name: str, data: st.DataObject) -> None:
    check(name, data.draw(words_of(name)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "words",
    [
        [],
        ["森"],
        ["森", "kind:x"],
        ["森", "林", "木"],
        ["2021:1.1", "--json"],
        ["--limit", "3", "x"],
    ],
)
def test_what_argparse_takes_of_words_and_common_options_is_plain(
    name: str, words: list[str]
) -> None:
    assert check(name, words) == (by_argparse(name, words) is not None)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("search", "森 --json"),
        ("search", "森 林 --db a.db --limit 3 --lang en"),
        ("tree", "--depth 2 --contents"),
        ("show", "2021:1.1 --below --as-of 2026-06-13"),
        ("measures", "kpi:unset --sort status --reverse --format tsv --guard"),
        ("targets", "--as-of 令和8年6月13日"),
        ("compare", "2021:1.1 --layout table --order older"),
        ("changes", "2021 2025"),
        ("changes", "2021 2025 kind:measure --no-color"),
        ("track", "森 林"),
        ("words", "森"),
        ("topics", "new 2025"),
        ("export tree", "-o a.md --force"),
        ("export changes", "2021 2025 --output - --layout table --no-front-matter"),
        ("", "--version"),
        ("", "-V --db a.db --lang ja"),
        ("", "--screen search --ascii"),
    ],
)
def test_the_lines_that_are_typed_most_are_plain(name: str, line: str) -> None:
    assert check(name, line.split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("word", ["-h", "--help", "--he", "--no-such-option", "--", "-x", "--db"])
def test_help_and_what_is_no_plain_word_is_left_to_argparse(name: str, word: str) -> None:
    assert plain(name, [word]) is None
    assert plain(name, ["森", word]) is None


def test_an_unseen_help_is_that_of_argparse() -> None:
    assert UNSEEN == argparse.SUPPRESS


def test_help_shows_no_option_that_is_not_to_be_seen() -> None:
    assert "SUPPRESS" not in parser_of("").format_help()
    assert "--exports" not in parser_of("").format_help()
    assert "--exports" not in dict(parser_of("").long_options())
