"""The browser view: what is said without its extra, and which requests it turns away."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.cli.page import admits, page, policy
from plan_tui.text.language import Language


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], made_up_database: Path
) -> None:
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    assert main(["serve", "--db", str(made_up_database)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "plan-tui[web]" in printed.err


@pytest.mark.parametrize("port", ["0", "65536", "x"])
def test_a_wrong_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", port]) == 2
    assert port in capsys.readouterr().err


@pytest.mark.parametrize("sender", [None, "http://localhost:8000"])
def test_the_page_itself_is_answered(sender: str | None) -> None:
    assert admits(8000, "localhost:8000", sender)


@pytest.mark.parametrize(
    ("host", "sender"),
    [
        ("elsewhere.example:8000", None),
        ("localhost:9000", None),
        ("localhost:8000", "http://elsewhere.example"),
        ("localhost:8000", "http://localhost:9000"),
        ("localhost:8000", "null"),
    ],
)
def test_other_web_sites_are_turned_away(host: str, sender: str | None) -> None:
    assert not admits(8000, host, sender)


def test_the_page_names_nothing_from_elsewhere() -> None:
    text = page(8000, Language.JA)
    assert re.findall(r"\w*://[^\"]*", text) == ["ws://localhost:8000/ws"]
    assert re.findall(r"\w+://\S*", policy(8000)) == ["ws://localhost:8000;"]


def test_the_page_speaks_both_languages() -> None:
    assert "もう一度開く" in page(8000, Language.JA)
    assert "Open it again" in page(8000, Language.EN)
    assert "$" not in page(8000, Language.EN)
