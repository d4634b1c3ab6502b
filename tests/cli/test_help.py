"""Help says examples, filters and exit codes; the version names the data."""

from __future__ import annotations

import hashlib
import re
import shlex
from pathlib import Path

import pytest

from plan_tui import __version__
from plan_tui.cli.commands import BY_NAME, VIEWS
from plan_tui.cli.help_words import EXAMPLES, EXIT_CODES
from plan_tui.cli.main import main
from plan_tui.query.filters import FILTERS
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from tests.command_line import run

DOCS = Path(__file__).parents[2] / "docs"


def help_of(*words: str, language: Language, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([*words, "--help", "--lang", language]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [*BY_NAME, "export", ""])
def test_help_has_examples_filters_and_exit_codes(
    name: str, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    text = help_of(*filter(None, [name]), language=language, capsys=capsys)
    examples, codes = (
        ("例：", "終了コード：") if language is Language.JA else ("examples:", "exit codes:")
    )
    assert examples in text
    shown = text.partition(examples)[2]
    assert "plan-tui" in shown.partition("\n\n")[0]
    listed = text.partition(codes)[2].strip().splitlines()
    assert [int(line.split()[0]) for line in listed] == list(EXIT_CODES)
    takes = name in BY_NAME and BY_NAME[name].takes_filters
    assert all((spec.example in shown) is takes for spec in FILTERS if spec.name != "kpi")


def test_every_command_has_examples_of_its_own() -> None:
    assert set(EXAMPLES) == {*BY_NAME, "export"}
    for phrase in EXAMPLES.values():
        for language in Language:
            assert all("plan-tui " in line for line in phrase.say(language).split("\n"))


def shown_examples(name: str, language: Language, capsys: pytest.CaptureFixture[str]) -> list[str]:
    text = help_of(name, language=language, capsys=capsys)
    head = "例：" if language is Language.JA else "examples:"
    part = text.partition(head)[2].partition("\n\n")[0]
    return [line.strip() for line in part.strip().splitlines()]


@pytest.fixture(scope="module")
def codes() -> dict[str, int]:
    """Exit codes by the lines that were tried: both languages give the same ones."""
    return {}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", [*VIEWS, "export", "check", "doctor"])
def test_the_examples_find_something_in_the_real_plan(
    name: str,
    language: Language,
    codes: dict[str, int],
    real_database: Path,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in shown_examples(name, language, capsys):
        if " | " in line:
            continue
        if line not in codes:
            codes[line] = main([*shlex.split(line)[1:], "--db", str(real_database)])
            capsys.readouterr()
        # there may be nothing left to review, and no note yet
        allowed = (0, 1) if name in ("review", "notes") else (0,)
        assert codes[line] in allowed, line


def test_examples_follow_from_the_database(
    made_up: Plan,
    made_up_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(made_up_database))
    newest = made_up.editions()[-1].id
    for name in ("show", "compare"):
        key = shlex.split(shown_examples(name, Language.EN, capsys)[0])[-1]
        assert made_up.section(key).edition_id == newest
    monkeypatch.setenv("PLAN_TUI_DB", "nowhere.db")
    assert re.search(r"show \d{4}:1\.1\n", help_of("show", language=Language.EN, capsys=capsys))


def test_every_filter_says_what_it_means_in_both_languages() -> None:
    assert all(spec.meaning.ja and spec.meaning.en.isascii() for spec in FILTERS)


def test_the_exit_codes_are_those_of_the_document() -> None:
    part = (DOCS / "commands.md").read_text(encoding="utf-8").partition("## Exit codes")[2]
    rows = re.findall(r"^\| (\d+) \| (.+) \|$", part, re.MULTILINE)
    assert rows == [(str(code), meaning.en) for code, meaning in EXIT_CODES.items()]


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_names_the_data(option: str, real: Plan, real_database: Path) -> None:
    program, data = run(option, db=real_database).stdout.splitlines()
    assert program == f"plan-tui {__version__}"
    meta = real.meta()
    assert f"sha256:{meta['sources_sha256']}, schema {meta['schema_version']}" in data
    assert "データ" in run(option, "--db", str(real_database), "--lang", "ja").stdout


def test_data_without_a_digest_of_sources_has_that_of_its_file(made_up_database: Path) -> None:
    digest = hashlib.sha256(made_up_database.read_bytes()).hexdigest()
    assert f"data sha256:{digest}, " in run("-V", db=made_up_database).stdout


def test_the_version_is_known_without_data(tmp_path: Path) -> None:
    result = run("-V", "--db", str(tmp_path / "none.db"))
    assert result.returncode == 0
    program, data = result.stdout.splitlines()
    assert program == f"plan-tui {__version__}"
    assert "cannot be read" in data


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("note", ("take note, tags and mark out", "in the place of the text and tags")),
        ("add", ("take out what was added", "whose place it takes")),
        ("name", ("take the name out",)),
    ],
)
def test_options_of_one_name_say_what_they_do_here(
    command: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    text = " ".join(help_of(command, language=Language.EN, capsys=capsys).split())
    assert [phrase for phrase in words if phrase not in text] == []
