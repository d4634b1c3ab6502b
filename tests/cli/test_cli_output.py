"""Where the output goes: files, pipes and terminals; its encoding, colour and what scripts read."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
from pathlib import Path

import pytest

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from tests.command_line import EXAMPLES, PROGRAM, run, run_process


def test_export_replaces_a_file_whole_and_keeps_its_mode(
    made_up_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    words = ("export", "show", "2021:M1-1", "--force", "-o", str(link))
    assert run(*words, db=made_up_database).returncode == 0
    assert "\n---\n\n# \\[No.１－１\\]" in target.read_text(encoding="utf-8")
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "out.md"]


def test_export_to_standard_output(made_up_database: Path) -> None:
    shown = run("show", "2021:M1-1", "--format", "md", db=made_up_database)
    exported = run("export", "-o", "-", "show", "2021:M1-1", db=made_up_database)
    assert exported.stdout == shown.stdout != ""


def test_search_hits_have_what_scripts_rely_on(made_up_database: Path) -> None:
    result = run("search", "貸出券", "--json", db=made_up_database)
    promised = {
        *("key", "document", "edition", "kind", "label", "title", "citation", "score"),
        *("matched", "snippet"),
    }
    hits = json.loads(result.stdout)
    assert "\\u" not in result.stdout
    assert hits
    for hit in hits:
        assert promised <= set(hit)
        assert hit["matched"] in ("title", "text", "footnote", "kpi", "reading")


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("view", VIEWS)
def test_json_is_a_list_of_objects(view: str, linked_database: Path) -> None:
    result = run(view, *EXAMPLES.get(view, []), "--json", db=linked_database)
    records = json.loads(result.stdout)
    assert isinstance(records, list)
    assert records
    assert all(isinstance(record, dict) for record in records)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("view", VIEWS)
def test_a_table_has_as_many_fields_in_every_line(view: str, linked_database: Path) -> None:
    result = run(view, *EXAMPLES.get(view, []), "--format", "tsv", db=linked_database)
    lines = result.stdout.splitlines()
    assert len(lines) > 1
    assert len({line.count("\t") for line in lines}) == 1


def test_a_closed_pipe_is_quiet(made_up_database: Path) -> None:
    command = " ".join([*PROGRAM, "tree", "--db", str(made_up_database), "|", "true"])
    for _ in range(3):
        result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
        assert result.stderr == ""


def test_a_full_disk_is_one_line(made_up_database: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [*PROGRAM, "tree", "--lang", "en", "--db", str(made_up_database)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert result.returncode == 3
    assert result.stderr.count("\n") == 1
    assert "standard output cannot be written" in result.stderr


def test_an_interrupt_is_quiet(
    made_up_database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("plan_tui.store.plan.Plan.documents", interrupted)
    # A shell starts what it runs in the background with interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert main(["tree", "--db", str(made_up_database)]) == 130
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr() == ("", "")


def on_a_terminal(*words: str, **environment: str) -> str:
    """Return what the program writes to a terminal."""
    controller, terminal = pty.openpty()
    settings = {**os.environ, "TERM": "xterm", **environment}
    settings = {name: value for name, value in settings.items() if value or name != "NO_COLOR"}
    with subprocess.Popen([*PROGRAM, *words], stdout=terminal, env=settings):
        os.close(terminal)
        written = b""
        try:
            while piece := os.read(controller, 65536):
                written += piece
        except OSError:  # Linux says so when the other end is closed.
            pass
    os.close(controller)
    return written.decode()


def test_colour_is_for_terminals_alone(made_up_database: Path) -> None:
    words = ("show", "2021:1.1", "--db", str(made_up_database))
    assert "\x1b[" in on_a_terminal(*words, NO_COLOR="")
    assert "\x1b" not in on_a_terminal(*words, "--no-color", NO_COLOR="")
    assert "\x1b" not in on_a_terminal(*words, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(*words, NO_COLOR="", TERM="dumb")
    assert "\x1b" not in on_a_terminal(*words, "--json", NO_COLOR="")
    assert "\x1b" not in run_process(*words).stdout


def test_colour_is_forced_by_the_reader_alone(made_up_database: Path) -> None:
    words = ("show", "2021:1.1", "--db", str(made_up_database))
    forced = run(*words, FORCE_COLOR="1", NO_COLOR="").stdout
    assert "\x1b[1m" in forced
    assert re.sub(r"\x1b\[[0-9;]*m", "", forced) == run(*words).stdout
    assert "\x1b[1m" in run(*words, FORCE_COLOR="true", TERM="dumb", NO_COLOR="").stdout
    for name in ("", "0"):
        assert "\x1b" not in run(*words, FORCE_COLOR=name, NO_COLOR="").stdout
    assert "\x1b" not in run(*words, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" not in run(*words, "--no-color", FORCE_COLOR="1", NO_COLOR="").stdout
    for form in ("json", "md", "tsv", "csv", "html"):
        assert "\x1b" not in run(*words, "--format", form, FORCE_COLOR="1", NO_COLOR="").stdout
    assert "\x1b" not in run("export", *words, "-o", "-", FORCE_COLOR="1", NO_COLOR="").stdout


def test_output_is_utf8_in_any_locale(made_up_database: Path) -> None:
    for locale in ("C", "POSIX", "C.UTF-8"):
        words = ("tree", "--db", str(made_up_database))
        assert (
            "森の図書館計画" in run_process(*words, LC_ALL=locale, PYTHONCOERCECLOCALE="0").stdout
        )
    result = run_process("tree", "--db", str(made_up_database), PYTHONIOENCODING="ascii")
    assert "森の図書館計画" in result.stdout


def test_counted_words_are_drawn_and_lists_are_not(
    real_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ("--db", str(real_database))
    assert main(["words", "DX", "AI", "--format", "svg", *at]) == 0
    drawn = capsys.readouterr().out
    assert drawn.startswith("<svg ")
    assert main(["export", "words", "DX", "AI", "-o", str(tmp_path / "words.svg"), *at]) == 0
    assert (tmp_path / "words.svg").read_text(encoding="utf-8") == drawn
    assert main(["export", "tree", "-o", str(tmp_path / "tree.svg"), *at]) == 2
    assert "svg" in capsys.readouterr().err
    assert not (tmp_path / "tree.svg").exists()
