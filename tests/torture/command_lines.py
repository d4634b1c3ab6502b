"""Generated command lines and queries: none ends in a traceback, none takes long."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from plan_tui.cli.commands import BY_NAME
from plan_tui.export.formats import FORMATS
from plan_tui.query.filters import FILTERS
from tests.hostile_texts import HOSTILE_TEXTS
from tests.torture.cases import Case, Ground
from tests.torture.hostile_databases import SIGNS
from tests.torture.program import how_it_ended, nothing_obeyed, run_line, view_lines

LINES, QUERIES = 20_000, 5_000
_NEVER = {"serve", "build"}
"""Commands that do not come back, or write beside the sources."""
_OPTIONS = (
    *("--db", "--format", "--json", "--limit", "--lang", "--no-color", "--document", "--depth"),
    *("--with", "--below", "--cite", "--layout", "--as-of", "--sort", "--guard", "--ascii", "-o"),
    *("--no-front-matter", "--screen", "--force", "--view", "--data", "--list", "--dry-run"),
    *("--remove", "--as", "--date", "--title", "--replace", "--progress", "--help", "-h"),
    *("--version", "--answer", "--no-files", "--", "-", "--nothing", "--limit=5", "--for", "-1"),
)
_VALUES = (
    *("2021", "2025", "2022", "2021:1", "2021:1.1.1", "2021:M1-1", "2025:1.1", "plan-2021"),
    *(
        "図書館",
        "本",
        "夜間",
        "としょかん",
        "toshokan",
        "card",
        "図書 館",
        "kind:measure",
        "-has:kpi",
    ),
    *("due:2025", "due:<=2025-03", "under:2021:1", "0", "1", "5", "-5", "99999999999999999999"),
    *(
        "1e9",
        "ja",
        "en",
        "fr",
        "in",
        "out",
        "x.md",
        "x.docx",
        "x.xlsx",
        "/dev/null",
        "-",
        "/none/x",
    ),
    *("2024-02-30", "2024-06-01", "令和６年", "bash", "zsh", "pdl", "bibtex", "table", "notes"),
    *(
        "document",
        "title",
        "",
        " ",
        "　",
        "\n",
        "*",
        "~",
        "$HOME",
        "%s",
        "{}",
        "{x!r}",
        "\\",
        "'",
        '"',
    ),
    *FORMATS,
)


def command_lines(ground: Ground) -> Sequence[Case]:
    """Return generated command lines."""
    ground.database("linked")
    return [Case(f"line {n}", partial(_line, ground, n)) for n in range(LINES)]


def queries(ground: Ground) -> Sequence[Case]:
    """Return generated queries."""
    ground.database("linked")
    return [Case(f"query {n}", partial(_query, ground, n)) for n in range(QUERIES)]


def words_of(chance: random.Random) -> list[str]:
    """Return a command line that nobody thought of."""
    if chance.random() < 0.4:
        words = list(chance.choice(view_lines()))
        if chance.random() < 0.3:
            words.insert(0, "export")
    else:
        words = [chance.choice([*BY_NAME, "export", "", "2021:1.1", "tre"])]
    for _ in range(chance.randrange(6)):
        words.insert(chance.randrange(len(words) + 1), _word(chance))
    if chance.random() < 0.1:
        chance.shuffle(words)
    return [word for word in words if word not in _NEVER]


def query_of(chance: random.Random) -> str:
    """Return a query that nobody thought of."""
    if chance.random() < 0.02:
        return chance.choice(_LONG)(chance.randrange(1000, 100_000))
    parts = [_part(chance) for _ in range(chance.randrange(1, 7))]
    return chance.choice((" ", " ", "　", "", "-", ":")).join(parts)


_LONG: tuple[Callable[[int], str], ...] = (
    lambda size: "図" * size,
    lambda size: "図書館 " * (size // 4),
    lambda size: '"' * size,
    lambda size: "-" * size,
    lambda size: "due:2025 " * (size // 9),
    lambda size: "edition:" + "2" * size,
    lambda size: "toshokan" * (size // 8),
    lambda size: "か\u3099" * (size // 2),
)


def _part(chance: random.Random) -> str:
    spec = chance.choice(FILTERS)
    name = chance.choice([spec.name, *spec.japanese])
    return chance.choice(
        (
            lambda: chance.choice(_VALUES),
            lambda: f"{name}:{chance.choice(_VALUES)}",
            lambda: f"-{spec.example}",
            lambda: spec.example,
            lambda: spec.japanese_example,
            lambda: f"{name}:{chance.choice(('<', '>', '<=', '>=', '..', '='))}{_number(chance)}",
            lambda: f'"{chance.choice(_VALUES)}',
            lambda: _anything(chance),
        )
    )()


def _word(chance: random.Random) -> str:
    return chance.choice(
        (
            lambda: chance.choice(_OPTIONS),
            lambda: chance.choice(_OPTIONS),
            lambda: chance.choice(_VALUES),
            lambda: chance.choice(_VALUES),
            lambda: f"{chance.choice(_OPTIONS)}={chance.choice(_VALUES)}",
            lambda: _part(chance),
            lambda: _anything(chance),
            lambda: chance.choice([*HOSTILE_TEXTS, *SIGNS.values()]),
        )
    )()


def _number(chance: random.Random) -> str:
    return str(chance.choice((0, 1, 2025, -3, 10**30, 2.5)))


def _anything(chance: random.Random) -> str:
    """Return characters from all over Unicode."""
    tops = (0x80, 0x3100, 0xA000, 0x10000, 0x110000)
    codes = (chance.randrange(1, chance.choice(tops)) for _ in range(chance.randrange(1, 12)))
    return "".join(map(chr, codes))


def _line(ground: Ground, number: int) -> str:
    words = words_of(ground.chance(number))
    database = ground.database("linked")
    own = ground.folder / f"line-{number}"
    own.mkdir()
    os.chdir(own)
    try:
        if "add" in words:  # it may change what it is given
            database = Path(shutil.copy(database, own / "plan.db"))
        if "completion" in words and "--answer" not in words:
            words += ["bash"]
        return _judged(words, ground, database)
    finally:
        os.chdir(ground.folder)
        shutil.rmtree(own)


def _judged(words: list[str], ground: Ground, database: Path) -> str:
    done = run_line(words, database, XDG_DATA_HOME=str(ground.folder / "own"))
    try:
        end = how_it_ended(done)
        nothing_obeyed(done, _form_of(words))
    except AssertionError as error:
        raise AssertionError(f"{words!r}: {error}") from error
    return end


def _form_of(words: list[str]) -> str:
    """Return the loosest format that a command line can mean."""
    text = " ".join(words)
    binary = next((form for form in ("xlsx", "docx") if form in text), None)
    return binary or ("csv" if "csv" in text else "tsv")


def _query(ground: Ground, number: int) -> str:
    chance = ground.chance(number)
    command = chance.choice(("search", "search", "targets", "measures", "tree", "changes"))
    places = ["2021", "2025"] if command == "changes" else []
    words = [command, *places, "--limit", "5", "--", query_of(chance)]
    return _judged(words, ground, ground.database("linked"))
