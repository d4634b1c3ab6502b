"""The browser view: what is said without its extra, and which requests it turns away."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from plan_tui.cli.main import main
from plan_tui.cli.serve import _guard


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


class TurnedAwayError(Exception):
    def __init__(self, text: str) -> None:
        super().__init__(text)


def web() -> ModuleType:
    """Return what the guard uses of the server's library."""
    module: Any = ModuleType("web")
    module.middleware = lambda handler: handler
    module.HTTPForbidden = TurnedAwayError
    return module  # type: ignore[no-any-return]


def ask(host: str, **headers: str) -> dict[str, str]:
    """Return the headers that a page is answered with."""
    answer = SimpleNamespace(prepared=False, headers={})

    async def page(request: object) -> SimpleNamespace:
        return answer

    guard: Any = _guard(web(), 8000)
    asyncio.run(guard(SimpleNamespace(host=host, headers=headers), page))
    return dict(answer.headers)


def test_the_page_itself_is_answered_and_may_load_nothing_from_elsewhere() -> None:
    assert "default-src 'self'" in ask("localhost:8000")["Content-Security-Policy"]
    assert ask("localhost:8000", Origin="http://localhost:8000")


@pytest.mark.parametrize(
    ("host", "headers"),
    [
        ("elsewhere.example:8000", {}),
        ("localhost:9000", {}),
        ("localhost:8000", {"Origin": "http://elsewhere.example"}),
        ("localhost:8000", {"Origin": "http://localhost:9000"}),
    ],
)
def test_other_web_sites_are_turned_away(host: str, headers: dict[str, str]) -> None:
    with pytest.raises(TurnedAwayError, match="http://localhost:8000"):
        ask(host, **headers)
