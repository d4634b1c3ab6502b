"""Both READMEs keep their order and name only commands, keys and files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.tui.commands import COMMANDS

ROOT = Path(__file__).parents[1]
ENGLISH = (
    "Two commands|Five things people do|Keys|Command line|The data and its licence|"
    "Adding an edition|Developing"
)
JAPANESE = (
    "二つのコマンド|よくある五つの使い方|キー|コマンドライン|データとそのライセンス|版を加える|開発"
)
READMES = pytest.mark.parametrize(
    ("name", "heads"), [("README.md", ENGLISH), ("README.ja.md", JAPANESE)]
)


@READMES
def test_order_and_picture(name: str, heads: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == heads.split("|")
    assert text.index("](docs/screens/compare.svg)") < text.index("\n## ")


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
    text = (ROOT / name).read_text(encoding="utf-8")
    commands = re.findall(r"^    \.venv/bin/plan-tui (.+)$", text, re.MULTILINE)
    assert len(commands) == 5
    for command in commands:
        assert main([*command.split(), "--db", str(real_database)]) == 0, command


@READMES
def test_keys_exist(name: str, heads: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    table = text[text.index("| `j`") : text.index("| `?`")] + "`?` `q` `Q`"
    shown = {key for command in COMMANDS for key in command.shown_keys.split()}
    known = shown | {key.replace("^", "Ctrl+") for key in shown} | {"gg"}
    named = re.findall(r"`([^`]+)`", table)
    assert len(named) > 20
    assert [key for key in named if key not in known] == []
