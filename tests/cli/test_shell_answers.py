"""What the program tells a shell that asks what can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.commands import BY_NAME
from plan_tui.cli.main import main
from plan_tui.cli.shell_answers import answer
from plan_tui.cli.shell_scripts import SHELLS, script
from plan_tui.cli.shell_words import for_bash, joined_words, unquoted
from plan_tui.query.filters import FILTERS
from plan_tui.store.plan import Plan
from tests.command_line import assert_one_line_error, run


@pytest.fixture(autouse=True)
def database(monkeypatch: pytest.MonkeyPatch, made_up_database: Path) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(made_up_database))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


def offered(line: str, shell: str = "fish") -> list[str]:
    """Return the words that can follow a line, whose last word is being typed."""
    lines = answer(shell, ["plan-tui", *line.split(" ")]).splitlines()
    return [each.partition("\t")[0] for each in lines]


def test_commands_and_keys_stand_first() -> None:
    assert offered("") == [*BY_NAME, "export"]
    assert offered("sea") == ["search"]
    assert "2025:1.1" in offered("2025:1")
    assert offered("--lang en tr") == ["tree", "track"]
    assert offered("tree --limit 3 --lang ") == ["ja", "en"]
    assert offered("2025:1.1 --scr") == ["--screen"]
    assert offered("2025:1.1 ") == []
    assert offered("export kp") == ["kpis"]
    assert "--output" in offered("export tree --")
    assert offered("nonsense tr") == []


@pytest.mark.parametrize("name", BY_NAME)
def test_options_are_those_of_the_command(name: str) -> None:
    help_text = run(name, "--help").stdout
    options = offered(f"{name} --")
    assert {"--help", "--db", "--json"} <= set(options)
    assert [option for option in options if option not in help_text] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("tree --format ", ["text", "json", "md", "tsv", "html", "csv", "docx", "xlsx"]),
        ("tree --format=j", ["--format=json"]),
        ("measures --sort t", ["title", "target"]),
        ("changes --only ne", ["new"]),
        ("changes --only new dro", ["dropped"]),
        ("show 2025:1 --cite b", ["bibtex"]),
        ("compare 2021:1 --with ", ["2025", "2022", "2021"]),
        ("compare 2021:1 --with 2025 202", ["2025", "2022", "2021"]),
        ("add x.pdf --as 2", ["2025", "2022", "2021"]),
        ("changes ", ["2025", "2022", "2021", *(f"{spec.name}:" for spec in FILTERS)]),
        ("changes 2021 2025 ki", ["kind:"]),
        ("review 2021 2025 ", []),
        ("topics i", ["in"]),
        ("topics in 2022", ["2022"]),
        ("tree --document p", ["plan-2021", "plan-2025"]),
        ("add --replace o", ["overview-2022"]),
        ("completion ", list(SHELLS)),
        ("--screen co", ["compare"]),
        ("add ", [":files"]),
        ("tree --db ", [":files"]),
        ("tree --db=", [":files"]),
        ("export tree -o ", [":files"]),
        ("export tree --output ", [":files"]),
        ("build --data ", [":files"]),
        ("serve --exports ", [":files"]),
        ("add --title ", []),
        ("words ", []),
    ],
)
def test_values_of_options_and_words(line: str, words: list[str]) -> None:
    assert offered(line) == words


@pytest.mark.parametrize("name", [c.name for c in BY_NAME.values() if c.takes_filters])
def test_filters_follow_where_they_are_taken(name: str) -> None:
    before = "2021 2025 " if name == "changes" else ""
    every = [f"{spec.name}:" for spec in FILTERS]
    assert set(every) <= set(offered(f"{name} {before}"))
    assert set(offered(f"{name} {before}-k")) == {"-kind:", "-kpi:"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("kpi:u", ["kpi:unset"]),
        ("-kpi:u", ["-kpi:unset"]),
        ("KPI:u", ["KPI:unset"]),
        ("指", ["指標:"]),
        ("edition:", ["edition:2025", "edition:2022", "edition:2021"]),
        ("edition:2021,2025,202", [f"edition:2021,2025,{e}" for e in (2025, 2022, 2021)]),
        ("edition:2021|2022", ["edition:2021|2022"]),
        ("版:2022", ["版:2022"]),
        ("under:2022:1.", ["under:2022:1.1", "under:2022:1.1.1", "under:2022:1.2"]),
        ("配下:2025:2.", ["配下:2025:2.1"]),
        ("kind:me", ["kind:measure"]),
        ("nonsense:", []),
        ("edition:1999", []),
    ],
)
def test_values_of_filters(typed: str, words: list[str]) -> None:
    assert offered(f"tree {typed}") == words


def test_a_key_is_offered_step_by_step() -> None:
    assert offered("show 2025:1.1") == ["2025:1.1", "2025:1.1.1"]
    assert offered("show 2025:1.1.1.1.a.a.A.") == ["2025:1.1.1.1.a.a.A.a"]
    assert offered("show 2021:1.1 2") == []
    assert "2021:M1-2" in offered("compare 2021:1.1 2021:M1-")


def test_every_key_that_is_offered_is_shown(made_up: Plan) -> None:
    steps, seen = [""], set()
    while steps:
        for key in offered(f"show {steps.pop()}"):
            if key not in seen:
                seen.add(key)
                steps += [key, f"{key}."]
    assert seen >= {section.key for section in made_up.sections()}
    for key in seen:
        assert made_up.section(key).key == key


def test_meanings_are_in_the_language_of_the_line() -> None:
    assert "search\tranked hits" in answer("zsh", ["plan-tui", "sea"])
    assert "search\t見出し" in answer("zsh", ["plan-tui", "--lang", "ja", "sea"])
    assert "\t2022" in answer("zsh", ["plan-tui", "topics", "in", "2022"])


def test_nothing_is_said_where_the_database_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(tmp_path / "none.db"))
    for line in ("show ", "tree edition:", "\udcff", ""):
        assert main(["completion", "--answer", "fish", "plan-tui", *line.split(" ")]) == 0
    assert main(["completion", "--answer", "fish"]) == 0
    assert capfd.readouterr().err == ""


def test_the_database_of_the_line_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                           made_up_database: Path) -> None:  # fmt: skip
    monkeypatch.setenv("PLAN_TUI_DB", str(tmp_path / "none.db"))
    assert offered(f"tree --db {made_up_database} --document o") == ["overview-2022"]
    assert offered(f"tree --db={made_up_database} --document o") == ["overview-2022"]


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["show", "2021", ":", "M1"], ["show", "2021:M1"]),
        (["show", "2021", ":"], ["show", "2021:"]),
        (["tree", "--format", "=", "js"], ["tree", "--format=js"]),
        (["tree", "under", ":", "2021", ":", "1"], ["tree", "under:2021:1"]),
        (["show", "2021:M1"], ["show", "2021:M1"]),
        (["a", ""], ["a", ""]),
        ([], []),
    ],
)
def test_what_bash_parted_is_joined(words: list[str], joined: list[str]) -> None:
    assert joined_words(words) == joined


@pytest.mark.parametrize(
    ("value", "words", "taken"),
    [
        ("2021:M1-1", ["2021", ":", "M1"], "M1-1"),
        ("2021:M1-1", ["2021", ":"], "M1-1"),
        ("2021:M1-1", ["2021:M1"], "2021:M1-1"),
        ("2021:M1-1", ["'2021:M1"], "2021:M1-1"),
        ("--format=json", ["--format", "="], "json"),
        ("shared:>=20", ["shared", ":", ">"], r"\>=20"),
        ("shared:>=20", ["shared", ":", r"\>", "=", "2"], "20"),
        ("shared:>=20", ["'shared:>"], "shared:>=20"),
        ("under:2021:1", ["under", ":", "2021", ":"], "1"),
        ("search", ["s"], "search"),
    ],
)
def test_bash_takes_the_part_that_it_replaces(value: str, words: list[str], taken: str) -> None:
    assert for_bash(value, words) == taken


@pytest.mark.parametrize(
    ("word", "plain"),
    [("'2021:1", "2021:1"), ('"a b"', "a b"), ("a\\ b", "a b"), ("a", "a"), ("", ""), ("'", "")],
)
def test_quotes_are_taken_off(word: str, plain: str) -> None:
    assert unquoted(word) == plain


@pytest.mark.parametrize("shell", SHELLS)
def test_the_command_prints_the_script(shell: str) -> None:
    printed = run("completion", shell)
    assert printed.stdout == script(shell)
    assert "completion --answer" in printed.stdout
    assert_one_line_error(run("completion", "tcsh"), 2, "invalid choice: 'tcsh'")


def test_named_searches_are_offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["name", "unset", "measures", "kpi:unset"]) == 0
    assert offered("export --view u") == ["unset"]
    assert offered("export --view=u") == ["--view=unset"]
    assert offered("name u") == ["unset"]
    assert "note:" in offered("tree no")
    assert offered("note 2025:2.") == ["2025:2.1"]
