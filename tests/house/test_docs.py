"""The documents name every command, option, filter, table and column there is, and no other."""

from __future__ import annotations

import re
import shlex
import sqlite3
import textwrap
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plan_tui.cli.arguments import SCREENS, add_common
from plan_tui.cli.commands import COMMANDS, CliCommand
from plan_tui.cli.main import main
from plan_tui.labels.change_names import CHANGE_GROUPS, CHANGE_MEANINGS
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.enums import SearchTier
from plan_tui.query.filters import FILTERS
from plan_tui.search import ranking
from plan_tui.search.ranking import SIMILAR
from plan_tui.store.described import Description, descriptions
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.schema import TABLES, VIEWS
from plan_tui.text.language import Language
from plan_tui.tui.legend_document import legend_document
from tests.goldens import Goldens
from tests.yaml_reader import head_and_rest

Columns = Callable[[str], list[str]]
"""Returns the columns of a table or view."""

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS_TEXT = (DOCS / "commands.md").read_text(encoding="utf-8")
DATABASE_TEXT = (DOCS / "database.md").read_text(encoding="utf-8")
README = (DOCS.parent / "README.md").read_text(encoding="utf-8")


def documented_tables() -> dict[str, list[str]]:
    """Return each documented table and view with its columns, in the order of the document."""
    found: dict[str, list[str]] = {}
    for part in re.split(r"^### ", DATABASE_TEXT, flags=re.MULTILINE)[1:]:
        found[part.split("\n", 1)[0].strip()] = re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
    return found


@pytest.fixture
def columns(made_up_database: Path) -> Iterator[Columns]:
    connection = sqlite3.connect(f"{made_up_database.as_uri()}?mode=ro", uri=True)
    yield lambda name: [row[1] for row in connection.execute(f"pragma table_info({name})")]
    connection.close()


@pytest.mark.parametrize("name", [*(shape.name for shape in TABLES), *VIEWS])
def test_the_columns_of_each_table_and_view_are_documented(name: str, columns: Columns) -> None:
    assert sorted(documented_tables()[name]) == sorted(columns(name))


def test_columns_of_views_stand_in_their_order(columns: Columns) -> None:
    documented = documented_tables()
    assert [documented[name] for name in VIEWS] == [columns(name) for name in VIEWS]


def test_no_other_table_or_view_is_documented() -> None:
    assert set(documented_tables()) == {shape.name for shape in TABLES} | set(VIEWS)
    assert f"schema version, {SCHEMA_VERSION}." in DATABASE_TEXT


DESCRIPTIONS = descriptions()


@pytest.mark.parametrize("name", DESCRIPTIONS)
def test_every_table_view_and_column_says_what_it_means(name: str, columns: Columns) -> None:
    described = DESCRIPTIONS[name]
    assert list(described.columns) == columns(name)
    for words in (described.about, *described.columns.values()):
        assert re.fullmatch(r"\S.*[.…]", words)


def printed(name: str, described: Description) -> str:
    """Return what the document says of a table or view."""
    about = textwrap.fill(described.about, 110, break_on_hyphens=False, break_long_words=False)
    rows = [
        f"| `{column}` | {meaning.removesuffix('.').replace('|', chr(92) + '|')} |"
        for column, meaning in described.columns.items()
    ]
    lines = [f"### {name}", "", about, "", "| column | meaning |", "|---|---|", *rows, ""]
    return "\n".join(lines).replace("``", "`")


def test_the_database_is_documented_in_the_words_of_its_declarations(goldens: Goldens) -> None:
    """`--update-goldens` writes head, first words and table of each anew."""
    text = DATABASE_TEXT
    for name, described in DESCRIPTIONS.items():
        part = re.compile(rf"### {name}\n.*?\n\|---\|---\|\n(\|[^\n]*\n)*", re.DOTALL)
        assert len(part.findall(text)) == 1
        text = part.sub(printed(name, described).replace("\\", r"\\"), text)
    assert text == goldens.kept(DOCS / "database.md", text)


def test_every_word_of_modality_is_documented(real_database: Path) -> None:
    row = next(line for line in DATABASE_TEXT.splitlines() if line.startswith("| `modality` |"))
    connection = sqlite3.connect(f"{real_database.as_uri()}?mode=ro", uri=True)
    found = connection.execute("select distinct modality from dates where modality is not null")
    words = {word for (modality,) in found for word in modality.split(" ")}
    connection.close()
    assert words
    assert words <= set(re.findall(r"[ぁ-んァ-ヶ一-龥]+", row))


def options(command: CliCommand | None) -> set[str]:
    """Return the long options of a command, or the common ones."""
    parser = ArgumentParser(add_help=False)
    if command:
        command.arguments(parser, Language.EN)
    else:
        add_common(parser, Language.EN)
    return {name for action in parser._actions for name in action.option_strings}


def row_of(name: str, text: str) -> str:
    rows = [row for row in text.splitlines() if re.match(rf"\| `plan-tui {name}\b", row)]
    assert len(rows) == 1, name
    return rows[0]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_documented_with_its_options(command: CliCommand) -> None:
    row = row_of(command.name, COMMANDS_TEXT)
    assert set(re.findall(r"--[a-z-]+", row.split("|")[1])) == options(command)


def test_no_other_command_is_documented() -> None:
    documented = set(re.findall(r"^\| `plan-tui (\w+)", COMMANDS_TEXT, re.MULTILINE))
    assert documented == {command.name for command in COMMANDS} | {"export"}


def test_common_options_are_documented() -> None:
    part = COMMANDS_TEXT.partition("## Options")[2].partition("## Filters")[0]
    assert set(re.findall(r"^\| `(--[a-z-]+)", part, re.MULTILINE)) == options(None)


def test_what_became_of_sections_is_documented_in_the_words_of_the_legend() -> None:
    text = (DOCS / "comparing.md").read_text(encoding="utf-8")
    for group, meaning in CHANGE_MEANINGS.items():
        name = CHANGE_GROUPS[group]
        asserted = group is not ChangeGroup.SUGGESTED
        identifier = f"`{group}`" if asserted else "not asserted"
        assert f"| {name.ja} / {name.en} | {identifier} | {meaning.en} |\n" in text


def test_the_legend_is_documented() -> None:
    assert (DOCS / "legend.md").read_text(encoding="utf-8") == legend_document()


def test_filters_are_documented(goldens: Goldens) -> None:
    """The rows are made from the filters themselves; `--update-goldens` writes them anew."""
    head = "| filter | keeps sections |\n|---|---|\n"
    rows = "".join(f"| `{spec.example}` | {spec.documentation} |\n" for spec in FILTERS)
    japanese = "".join(
        f"| `{spec.name}:` | {', '.join(f'`{name}:`' for name in spec.japanese)} "
        f"| `{spec.japanese_example}` |\n"
        for spec in FILTERS
    )
    before, _, after = COMMANDS_TEXT.partition(head)
    rest = after.partition("\n\n")[2]
    text = f"{before}{head}{rows}\n{rest}"
    head = "| filter | Japanese names | such as |\n|---|---|---|\n"
    before, _, after = text.partition(head)
    rest = after.partition("\n\n")[2]
    text = f"{before}{head}{japanese}\n{rest}"
    assert text == goldens.kept(DOCS / "commands.md", text)


SEARCHING_TEXT = (DOCS / "searching.md").read_text(encoding="utf-8")


def test_every_way_of_finding_is_documented_in_its_order() -> None:
    part = SEARCHING_TEXT.partition("## Ways of finding")[2].partition("## Weights")[0]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \| (.+) \|$", part, re.MULTILINE)
    assert [name for name, _, _ in rows] == list(SearchTier)
    assert all(
        f"`{tier}`" in part.partition("are *similar*")[0].rpartition("\n\n")[2] for tier in SIMILAR
    )


def test_the_order_of_weights_is_documented() -> None:
    part = SEARCHING_TEXT.partition("## Weights")[2].partition("`loose` is")[0]
    rows = re.findall(r"^\| [A-Za-z, ]+ \| (`.*) \|$", part, re.MULTILINE)
    titles, texts = (ranking._WHOLE_TITLE, ranking._TITLE), (ranking._TEXT,)
    ways = [sorted(table, key=table.__getitem__, reverse=True) for table in (*titles, *texts)]
    spreads = sorted(ranking._WORDS, key=ranking._WORDS.__getitem__, reverse=True)
    assert [re.findall(r"`(\w+)`", row) for row in rows] == [*ways, spreads]


def test_the_modules_that_the_documents_name_are_there() -> None:
    source = DOCS.parent / "src" / "plan_tui"
    named = re.findall(r"`((?:query|search|text)/\w+\.py)`", SEARCHING_TEXT)
    assert named
    assert all((source / name).is_file() for name in named)


EXAMPLES = re.findall(r"^plan-tui (.*)$", COMMANDS_TEXT.partition("## Examples")[2], re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_find_something_in_the_real_plan(
    example: str, real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = shlex.split(re.split(" [|>] ", example)[0])
    assert main([*words, "--db", str(real_database)]) == 0
    if "-o" in words and words[-1].endswith(".md"):
        document = (tmp_path / words[-1]).read_text(encoding="utf-8")
        assert head_and_rest(document)[1].startswith("# ")


def test_a_table_of_commands_in_the_readme_is_whole() -> None:
    """README may leave the commands to docs/commands.md, or list them, but then all of them."""
    listed = set(re.findall(r"^\| `plan-tui (\w+)", README, re.MULTILINE))
    assert listed in (set(), {command.name for command in COMMANDS} | {"export"})


@pytest.mark.parametrize("name", ["commands.md", "commands.ja.md"])
def test_every_screen_that_can_be_opened_first_is_documented(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    start = text.index("plan-tui --screen")
    told = text[start : text.index("\n\n", start)]
    assert [screen for screen in SCREENS if f"`{screen}`" not in told] == []
