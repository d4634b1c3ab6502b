"""The browser view: what is said without its extra, and which requests it turns away."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.cli.page import closed, page, policy
from plan_tui.cli.page_access import PageAccess, admits
from plan_tui.cli.serve import exports_folder
from plan_tui.errors import DataError
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


HOSTS = ["localhost:8000", "localhost:9000", "127.0.0.1:8000", "[::1]:8000", "localhost"]
"""Names by which this machine reaches the server, through a tunnel too."""


@pytest.mark.parametrize("host", HOSTS)
def test_the_page_itself_is_answered_under_every_name_of_this_machine(host: str) -> None:
    assert admits(host, None)
    assert admits(host, f"http://{host}")


@pytest.mark.parametrize(
    ("host", "sender"),
    [
        ("elsewhere.example:8000", None),
        ("elsewhere.example:8000", "http://elsewhere.example:8000"),
        ("localhost.elsewhere.example", None),
        ("localhost:8000@elsewhere.example", None),
        ("127.0.0.1.elsewhere.example:8000", None),
        ("10.0.0.1:8000", None),
        ("localhost:", None),
        ("", None),
        ("localhost:8000", "http://elsewhere.example"),
        ("localhost:8000", "http://localhost:9000"),
        ("localhost:8000", "http://127.0.0.1:8000"),
        ("localhost:8000", "https://localhost:8000"),
        ("localhost:8000", "http://localhost:8000.elsewhere.example"),
        ("localhost:8000", "null"),
        ("localhost:8000", ""),
    ],
)
def test_other_web_sites_are_turned_away(host: str, sender: str | None) -> None:
    assert not admits(host, sender)


def test_each_run_has_secrets_of_its_own() -> None:
    runs = [PageAccess() for _ in range(20)]
    for values in ({run.token for run in runs}, {run.session for run in runs}):
        assert len(values) == len(runs)
        assert min(map(len, values)) > 40
    assert len({run.cookie for run in runs}) == len(runs)


def test_the_address_holds_the_token_and_nothing_else_is_taken_for_it() -> None:
    access = PageAccess()
    assert access.address(8000) == f"http://localhost:8000/?token={access.token}"
    assert access.knows_token(access.token)
    assert access.knows_session(access.session)
    wrong = ["", "x", access.token[:-1], f"{access.token}x", access.token.swapcase(), "é", None]
    assert not any(access.knows_token(given) for given in [*wrong, access.session])
    assert not any(access.knows_session(given) for given in [*wrong, access.token])


def test_the_page_names_nothing_from_elsewhere() -> None:
    assert re.findall(r"\w*://[^\"]*", page(Language.JA)) == []
    assert re.findall(r"\w+://\S*", policy("localhost:9000")) == ["ws://localhost:9000;"]


def test_the_page_speaks_both_languages() -> None:
    assert "もう一度開く" in page(Language.JA)
    assert "Open it again" in page(Language.EN)
    assert "$" not in page(Language.EN)
    assert "token=" in closed(Language.JA)
    assert "token=" in closed(Language.EN)


def test_the_page_says_how_to_come_back() -> None:
    assert "plan-tui serve" in page(Language.JA)
    assert "The connection was lost" in page(Language.EN)
    assert "At most 8 pages" in page(Language.EN)


def test_the_folder_for_exports_is_made(tmp_path: Path) -> None:
    folder = exports_folder(str(tmp_path / "a" / "b"))
    assert folder == tmp_path / "a" / "b"
    assert folder.is_dir()
    (tmp_path / "link").symlink_to(folder)
    assert exports_folder(str(tmp_path / "link")) == folder


def test_without_a_name_it_is_a_folder_of_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert exports_folder(None) == tmp_path / "plan-tui-exports"
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    assert exports_folder(None) is None


@pytest.mark.parametrize("name", ["file", "file/below", "a\0b", "x" * 300, "/dev/null", "/proc/x"])
def test_a_folder_that_cannot_be_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], made_up_database: Path
) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(DataError) as told:
        exports_folder(str(tmp_path / name))
    assert "--exports" in told.value.say(Language.EN)
    if "\0" not in name:
        assert main(
            ["serve", "--exports", str(tmp_path / name), "--db", str(made_up_database)]
        ) in (
            2,  # without the extra
            3,
        )
        assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "file").read_text() == "kept"
