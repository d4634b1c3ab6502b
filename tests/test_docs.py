"""The documents name every command, option, filter, table and column there is, and no other."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser
from pathlib import Path

import pytest

from plan_tui.cli.arguments import add_common
from plan_tui.cli.commands import COMMANDS, Command
from plan_tui.cli.main import main
from plan_tui.model import filters
from plan_tui.model.filters import HAS
from plan_tui.model.kinds import KpiStatus, SectionKind
from plan_tui.store.schema import SCHEMA_VERSION, TABLES, VIEWS
from plan_tui.text.language import Language

DOCS = Path(__file__).parents[1] / "docs"
COMMANDS_TEXT = (DOCS / "commands.md").read_text(encoding="utf-8")
DATABASE_TEXT = (DOCS / "database.md").read_text(encoding="utf-8")
README = (DOCS.parent / "README.md").read_text(encoding="utf-8")


def documented_tables() -> dict[str, list[str]]:
    """Return each documented table with its columns, in the order of the document."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^### ", DATABASE_TEXT, flags=re.MULTILINE)[1:]:
        found[part.split("\n", 1)[0].strip()] = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
    return found


def test_every_table_and_column_is_documented() -> None:
    declared = {shape.name: sorted(shape.columns) for shape in TABLES}
    documented = {name: sorted(columns) for name, columns in documented_tables().items()}
    assert documented == declared


def test_views_and_version_are_documented() -> None:
    views = DATABASE_TEXT.partition("## Views")[2]
    assert re.findall(r"^- `(\w+)`", views, re.MULTILINE) == list(VIEWS)
    assert f"schema version, {SCHEMA_VERSION}." in DATABASE_TEXT


def options(command: Command | None) -> set[str]:
    """Return the long options of a command, or the common ones."""
    parser = ArgumentParser(add_help=False)
    if command:
        command.arguments(parser, Language.EN)
    else:
        add_common(parser, Language.EN)
    return {name for action in parser._actions for name in action.option_strings}


def row_of(name: str, text: str) -> str:
    rows = [row for row in text.splitlines() if row.startswith(f"| `plan-tui {name}")]
    assert len(rows) == 1, name
    return rows[0]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_documented_with_its_options(command: Command) -> None:
    row = row_of(command.name, COMMANDS_TEXT)
    assert set(re.findall(r"--[a-z-]+", row.split("|")[1])) == options(command)


def test_no_other_command_is_documented() -> None:
    documented = set(re.findall(r"^\| `plan-tui (\w+)", COMMANDS_TEXT, re.MULTILINE))
    assert documented == {command.name for command in COMMANDS} | {"export"}


def test_common_options_are_documented() -> None:
    part = COMMANDS_TEXT.partition("## Options")[2].partition("## Filters")[0]
    assert set(re.findall(r"^\| `(--[a-z-]+)", part, re.MULTILINE)) == options(None)


def test_filters_are_documented() -> None:
    part = COMMANDS_TEXT.partition("## Filters")[2].partition("## Formats")[0]
    rows = dict(re.findall(r"^\| `(\w+):.*?` \| (.*) \|$", part, re.MULTILINE))
    assert set(rows) == set(filters._VALUES)
    for name, values in (("kind", SectionKind), ("kpi", KpiStatus), ("has", HAS)):
        for value in values:
            assert str(value) in rows[name]


EXAMPLES = re.findall(r"^plan-tui (.*)$", COMMANDS_TEXT.partition("## Examples")[2], re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_find_something_in_the_real_plan(
    example: str, real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(re.split(" [|>] ", example)[0])
    assert main([*words, "--db", str(real_database)]) == 0
    if "-o" in words:
        assert (tmp_path / words[-1]).read_text(encoding="utf-8").startswith("# ")


def test_a_table_of_commands_in_the_readme_is_whole() -> None:
    """README may leave the commands to docs/commands.md, or list them, but then all of them."""
    listed = set(re.findall(r"^\| `plan-tui (\w+)", README, re.MULTILINE))
    assert listed in (set(), {command.name for command in COMMANDS} | {"export"})
