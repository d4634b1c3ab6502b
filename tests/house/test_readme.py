"""Both READMEs keep their order and name only commands, keys and files that exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.tui.commands import COMMANDS
from tests.made_up_pdf import MadeUpPdf

ROOT = Path(__file__).parents[2]
ENGLISH = (
    "Two commands|Five things people do|Keys|Command line|The data and its licence|"
    "Adding an edition|Developing"
)
JAPANESE = (
    "二つのコマンド|よくある五つの使い方|キー|コマンドライン|データとそのライセンス|"
    "版を追加する|開発"
)
READMES = pytest.mark.parametrize(
    ("name", "heads"), [("README.md", ENGLISH), ("README.ja.md", JAPANESE)]
)


@READMES
def test_order_and_picture(name: str, heads: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == heads.split("|")
    assert text.index("](docs/pictures/compare.png)") < text.index("\n## ")


@READMES
def test_links_lead_to_files(name: str, heads: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert len(links) >= 7
    assert [link for link in links if not (ROOT / link).exists()] == []


@READMES
def test_commands_run(
    name: str, heads: str, real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    commands, _, adding = shown_commands(name).partition("add ")
    assert len(commands.splitlines()) == 5
    for command in commands.splitlines():
        assert main([*shlex.split(command), "--db", str(real_database)]) == 0, command
    assert len(adding.splitlines()) == 3


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_adding_is_as_shown_in_short(name: str) -> None:
    _, _, adding = shown_commands(name).partition("add ")
    longer = name.replace("README", "docs/editions")
    assert shown_commands(longer).startswith(f"add {adding}")


@pytest.mark.parametrize("name", ["docs/editions.md", "docs/editions.ja.md"])
def test_an_edition_is_added_as_the_docs_say(
    name: str, made_up_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    book = MadeUpPdf()
    cover = book.page()
    cover.centred("森の図書館計画", size=24.0, at=600.0)
    cover.centred("2040年６月13日", size=14.0, at=500.0)
    book.page().lines(
        "１．夜の窓口", "　図書館は夜も窓口を開け、森の動物に本を貸し出すこととする。"
    )
    book.save(tmp_path / "plan.pdf")
    database = tmp_path / "mine.db"
    commands = shown_commands(name).splitlines()
    assert len(commands) >= 6
    for command in commands:
        if command.startswith("add plan.pdf"):  # the examples add one file in several ways
            database.write_bytes(made_up_database.read_bytes())
        assert main([*shlex.split(command), "--db", str(database)]) == 0, command


def shown_commands(name: str) -> str:
    """Return the arguments of the commands that a page shows, one command a line."""
    text = (ROOT / name).read_text(encoding="utf-8")
    shown = re.findall(r"^    \.venv/bin/plan-tui (.+)$", text, re.MULTILINE)
    return "\n".join(command.partition("  #")[0].strip() for command in shown)


@READMES
def test_keys_exist(name: str, heads: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    table = text[text.index("| `j`") : text.index("| `?`")] + "`?` `q` `Q`"
    shown = {key for command in COMMANDS for key in command.shown_keys.split()}
    known = shown | {key.replace("^", "Ctrl+") for key in shown} | {"gg"}
    named = re.findall(r"`([^`]+)`", table)
    assert len(named) > 20
    assert [key for key in named if key not in known] == []
