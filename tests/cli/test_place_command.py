"""A place as a command, and what comes nearest to a command or key that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.arguments import SCREENS
from plan_tui.cli.main import main
from plan_tui.search.near_names import near_names
from plan_tui.text.language import Language
from plan_tui.tui import start
from plan_tui.tui.commands import COMMANDS
from plan_tui.tui.destinations import FirstPlace
from tests.command_line import assert_one_line_error, run

Opened = list[tuple[Path, FirstPlace | None]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What the application is opened with, on what is taken for a terminal."""
    places: Opened = []

    def note(path: Path, asked: Language | None, first: FirstPlace | None = None, **_: bool) -> int:
        places.append((path, first))
        return 0

    monkeypatch.setattr(start, "start", note)
    monkeypatch.setattr("plan_tui.cli.main._has_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    return places


@pytest.mark.parametrize(
    "key",
    [
        "2021:1.1",
        "2021:M1-2",
        "M1-2",
        "No.１－２",
        "２０２１：１．１",
        "'2021:1.1",
        "2021年 第１部",
    ],
)
def test_a_key_in_a_pipe_is_printed(key: str, made_up_database: Path) -> None:
    shown = run("show", key, db=made_up_database)
    assert run(key, db=made_up_database).stdout == shown.stdout != ""
    as_json = run("--json", key, "--below", "--limit", "2", db=made_up_database)
    assert (
        as_json.stdout
        == run("show", key, "--below", "--json", "--limit=2", db=made_up_database).stdout
    )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (["2021:1.1"], FirstPlace("2021:1.1")),
        (["m1-2"], FirstPlace("2021:M1-2")),
        (["--ascii", "2021:1.1", "--lang", "en"], FirstPlace("2021:1.1")),
        (["--screen", "compare", "2021:1.1"], FirstPlace("2021:1.1", "compare")),
        (["2021:1.1", "--screen=source"], FirstPlace("2021:1.1", "source")),
        (["--screen", "track", "M1-1"], FirstPlace("2021:M1-1", "track")),
        (["--screen", "measures"], FirstPlace("", "measures")),
        ([], FirstPlace()),
    ],
)
def test_a_place_is_opened_on_a_terminal(
    words: list[str], place: FirstPlace, opened: Opened, made_up_database: Path
) -> None:
    assert main([*words, "--db", str(made_up_database)]) == 0
    assert opened == [(made_up_database, place)]


@pytest.mark.parametrize("option", ["--json", "--format=tsv", "--below", "--limit=1", "--cite"])
def test_what_asks_for_words_prints_on_a_terminal_too(
    option: str, opened: Opened, made_up_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["2021:1.1", option, "--db", str(made_up_database)]) == 0
    assert capfd.readouterr().out
    assert opened == []


def test_a_terminal_that_draws_nothing_gets_the_words(
    opened: Opened,
    made_up_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert main(["2021:1.1", "--db", str(made_up_database)]) == 0
    assert capfd.readouterr().out
    assert opened == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--screen", "compare"], "--screen compare needs a section's key"),
        (["--screen", "source"], "--screen source needs a section's key"),
        (["--screen", "track"], "--screen track needs a section's key"),
        (["--screen", "nowhere"], "invalid choice: 'nowhere'"),
        (["--screen", "compare", "2021:1.1"], "the application needs a terminal"),
        (["2021:1.1", "2021:1.2"], "unrecognized arguments"),
        (["運転"], "no section has the key '運転'; `plan-tui search`"),
    ],
)
def test_what_is_no_place_is_one_line(
    words: list[str], message: str, made_up_database: Path
) -> None:
    assert_one_line_error(run(*words, db=made_up_database), 2, message)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("serch", "search"),
        ("sarech", "search"),
        ("Show", "show"),
        ("measure", "measures"),
        ("target", "targets"),
        ("exprot", "export"),
        ("compair", "compare"),
        ("chnages", "changes"),
        ("kpi", "kpis"),
        ("topic", "topics"),
    ],
)
def test_a_near_miss_of_a_command_names_the_nearest(
    typed: str, near: str, made_up_database: Path
) -> None:
    result = run(typed, "x", db=made_up_database)
    assert_one_line_error(result, 2, f"no command '{typed}'; the nearest: {near}")
    if near != "export":
        exported = run("export", typed, "-o", "-", db=made_up_database)
        assert_one_line_error(exported, 2, f"the nearest: {near}")


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("2021:1.1.1.1.1", "2021:1.1.1.1"),
        ("2021:M1-22", "2021:M1-2"),
        ("2012:1.1.1", "2021:1.1.1"),
        ("2021;M1-2", "2021:M1-2"),
        ("2021:m12", "2021:M1-2"),
        ("2021.1.1.1", "2021:1.1.1"),
        ("M1-9", "2021:M1-1"),
    ],
)
@pytest.mark.parametrize("command", [[], ["show"], ["compare"]])
def test_a_near_miss_of_a_key_names_the_nearest(
    command: list[str], typed: str, near: str, made_up_database: Path
) -> None:
    result = run(*command, typed, db=made_up_database)
    assert_one_line_error(result, 2, f"no section has the key '{typed}'; the nearest: ")
    assert near in result.stderr
    japanese = run(*command, typed, "--lang", "ja", db=made_up_database)
    assert "近いもの" in japanese.stderr


def test_what_is_like_nothing_names_nothing() -> None:
    assert near_names("nonsense", ["tree", "search", "show"]) == []
    assert near_names("", ["tree"]) == []
    assert near_names("TREE", ["tree", "three", "there", "trees"]) == ["tree", "three", "trees"]


def test_the_screens_are_those_that_commands_lead_to() -> None:
    assert set(SCREENS) == {c.screen.partition(":")[0] for c in COMMANDS if c.screen}


@pytest.mark.parametrize("inside", ["note-2", "progress-1", "outcome-3"])
def test_a_place_inside_a_section_is_cited_and_not_shown(
    inside: str, made_up_database: Path
) -> None:
    words = f"`plan-tui show 2021:1.1#{inside} --cite` cites it"
    for command in ("show", "compare"):
        result = run(command, f"2021:1.1#{inside}", db=made_up_database)
        assert_one_line_error(result, 2, words)
