"""The command line's manners: options anywhere, exit codes, one-line errors, quiet pipes."""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from plan_tui.cli import arguments
from plan_tui.cli.commands import COMMANDS, VIEWS
from plan_tui.cli.main import main
from plan_tui.text.shell import command_line
from tests.linked import build_linked

EXAMPLES = {
    "search": ["夜間"],
    "show": ["2022:1.2"],
    "compare": ["2021:1.1"],
    "changes": ["2021", "2025"],
    "words": ["夜間"],
}
"""Arguments with which a view that needs some finds something."""
PROGRAM = [sys.executable, "-m", "plan_tui"]


@pytest.fixture(scope="module")
def linked_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_linked(tmp_path_factory.mktemp("linked") / "plan.db")


def run(
    *words: str | bytes, db: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, in English, without a terminal."""
    locale = {"LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}
    settings = {**os.environ, **locale, **environment}
    if db:
        settings["PLAN_TUI_DB"] = str(db)
    return subprocess.run(
        [*PROGRAM, *words], capture_output=True, encoding="utf-8", env=settings, check=False
    )


def assert_one_line_error(result: subprocess.CompletedProcess[str], code: int, words: str) -> None:
    assert result.returncode == code, result.stderr
    assert result.stdout == ""
    assert result.stderr.startswith("plan-tui: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert words in result.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nonsense"], "no command 'nonsense'; there are tree,"),
        (["tree", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["tree", "--depth", "0"], "'0' is not a whole number from 1"),
        (["tree", "--depth", "²"], "is not a whole number from 1"),
        (["tree", "--limit", "-1"], "'-1' is not a whole number from 1"),
        (["tree", "--format", "xml"], "invalid choice: 'xml'"),
        (["tree", "--lang", "fr"], "invalid choice: 'fr'"),
        (["tree", "--document", "none"], "no document 'none'; there are plan-2021,"),
        (["show", "2021:1", "extra"], "unrecognized arguments: extra"),
        (["show"], "required: KEY"),
        (["show", "nowhere"], "no section has the key 'nowhere'"),
        (["show", "a\nb\x1b[31m"], r"'a\nb\x1b[31m'"),
        (["search"], "required: QUERY"),
        (["search", " "], "the query is empty"),
        (["search", "kind:nonsense"], "kind"),
        (["search", "nonsense:2025"], "unknown filter 'nonsense'"),
        (["measures", "kpi:nonsense"], "kpi"),
        (["compare", "2021:1.1", "--with", "1999"], "no edition 1999"),
        (["compare", "2021:1.1", "--with"], "expected at least one argument"),
        (["changes", "2021"], "required: TO"),
        (["changes", "2025", "2021"], "2021 is not later than 2025"),
        (["changes", "2021", "1999"], "1999"),
        (["changes", "2021", "2025", "edition:1999"], "edition:1999 does not exist"),
        (["changes", "2021", "2025", "--only", "lost"], "invalid choice: 'lost'"),
        (["targets", "due:someday"], "due:someday is not a date"),
        (["track", "nothing"], "'nothing' is neither a topic nor a section's key"),
        (["words", "「」"], "has no letter or digit"),
        (["export"], "export needs a view"),
        (["export", "tree"], "required: -o"),
        (["export", "build", "-o", "x"], "no command 'build'; there are tree,"),
        (["export", "nonsense", "-o", "x"], "no command 'nonsense'"),
        (["--db"], "expected one argument"),
        (["--json"], "a format or a limit needs a command"),
        (["--tre"], "unrecognized arguments: --tre"),
        ([], "the application needs a terminal"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(
    words: list[str], message: str, made_up_database: Path
) -> None:
    assert_one_line_error(run(*words, db=made_up_database), 2, message)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nonsense"], "'nonsense'というコマンドはない。あるのはtree"),
        (["tree", "--nonsense"], "不明な引数：--nonsense。詳しくは`plan-tui tree --help`"),
        (["show"], "引数が足りない：KEY"),
        (["show", "2021:1", "-edition:2025"], "不明な引数：-edition:2025"),
        (["tree", "--format", "xml"], "--formatに'xml'は指定できない。選べるのは"),
        (["tree", "--json=x"], "--jsonは値をとらない"),
        (["tree", "--db"], "--dbには値が要る"),
        (["tree", "--depth", "0"], "'0'は1以上の整数でない"),
        (["search", "kind:nonsense"], "kind:nonsenseは指定できない。選べるのはpreface"),
        (["search", "due:someday"], "due:somedayは日付でない"),
        (["show", "nowhere"], "キーが'nowhere'の見出しはない"),
        (["changes", "2025", "2021"], "2021は2025より後の版でない"),
        (["topics", "new"], "topics newには版が要る"),
        ([], "画面を開くには端末が要る"),
    ],
)
def test_errors_are_in_japanese_where_that_is_asked_for(
    words: list[str], message: str, made_up_database: Path
) -> None:
    asked = run("--lang", "ja", *words, db=made_up_database)
    assert_one_line_error(asked, 2, message)
    by_locale = run(*words, db=made_up_database, LC_MESSAGES="ja_JP.UTF-8")
    assert by_locale.stderr == asked.stderr


def test_the_last_language_counts_and_none_after_two_dashes(made_up_database: Path) -> None:
    turned = run("show", "x", "--lang", "en", "--lang=ja", db=made_up_database)
    assert_one_line_error(turned, 2, "見出しはない")
    literal = run("show", "--", "--lang=ja", db=made_up_database)
    assert_one_line_error(literal, 2, "no section has the key '--lang=ja'")


def test_check_names_what_it_counts_in_either_language(made_up_database: Path) -> None:
    english, japanese = (
        run("check", "--lang", language, db=made_up_database).stdout for language in ("en", "ja")
    )
    assert "page furniture" in english
    assert "ページの飾り" in japanese
    assert not {"furniture", "marker", "kpi_label"} & set(re.findall(r"\w+", japanese))


def test_arguments_that_are_not_utf8_are_refused(made_up_database: Path) -> None:
    result = run("search", b"\xff\xfe", db=made_up_database)
    assert_one_line_error(result, 2, "argument 2 is not UTF-8")


def test_unusable_databases_are_one_line_and_exit_code_3(
    made_up_database: Path, tmp_path: Path
) -> None:
    text = tmp_path / "text.db"
    text.write_text("ただの文" * 1000, encoding="utf-8")
    half = tmp_path / "half.db"
    half.write_bytes(made_up_database.read_bytes()[:20000])
    empty = tmp_path / "empty.db"
    empty.touch()
    for path in (text, half, empty, tmp_path, tmp_path / "none.db", tmp_path / ("x" * 300)):
        for command in (["tree"], ["show", "2021:1"], ["measures"], ["check"], []):
            assert_one_line_error(run(*command, "--db", str(path)), 3, str(path))


def test_a_damaged_database_never_ends_in_a_traceback(
    linked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Bytes are overwritten at random; each command then answers, or complains in one line."""
    whole = linked_database.read_bytes()
    damaged = tmp_path / "damaged.db"
    chance = random.Random(2021)
    codes = set()
    for name in [*VIEWS, "check", "doctor"] * 6:
        content = bytearray(whole)
        for _ in range(chance.choice((1, 20, 400))):
            content[chance.randrange(100, len(content))] = chance.randrange(256)
        damaged.write_bytes(content)
        code = main([name, *EXAMPLES.get(name, []), "--db", str(damaged)])
        assert code in (0, 1, 2, 3)
        assert capfd.readouterr().err.count("\n") == (code != 0)
        codes.add(code)
    assert {0, 3} <= codes


def test_files_that_cannot_be_written_are_exit_code_3(
    made_up_database: Path, tmp_path: Path
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for target in (tmp_path, tmp_path / "no" / "x.md", Path("/dev/full"), loop):
        result = run("export", "tree", "-o", str(target), db=made_up_database)
        assert_one_line_error(result, 3, str(target))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop"]


def test_export_replaces_a_file_whole_and_keeps_its_mode(
    made_up_database: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.md"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(target)
    assert run("export", "show", "2021:M1-1", "-o", str(link), db=made_up_database).returncode == 0
    assert target.read_text(encoding="utf-8").startswith("# \\[No.１－１\\]")
    assert target.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.md", "out.md"]


def test_export_to_standard_output(made_up_database: Path) -> None:
    shown = run("show", "2021:M1-1", "--format", "md", db=made_up_database)
    exported = run("export", "-o", "-", "show", "2021:M1-1", db=made_up_database)
    assert exported.stdout == shown.stdout != ""


def test_nothing_matched_is_exit_code_1(made_up_database: Path, tmp_path: Path) -> None:
    target = tmp_path / "none.md"
    for words, printed in (
        (["search", "存在しない語句である", "edition:2022"], ""),
        (["search", "存在しない語句である", "edition:2022", "--json"], "[]\n"),
        (["measures", "kpi:unset", "chapter:II"], ""),
        (["compare", "2021:1.1", "--with", "2021"], ""),
        (["tree", "--document", "plan-2025", "--depth", "1", "--limit", "1", "--json"], None),
        (["export", "measures", "chapter:IX", "-o", str(target)], ""),
    ):
        result = run(*words, db=made_up_database)
        if printed is None:
            assert result.returncode == 0
            continue
        assert (result.returncode, result.stdout) == (1, printed), words
        assert result.stderr.count("\n") == 1
    assert not target.exists()


def test_common_options_stand_anywhere(made_up_database: Path) -> None:
    db = str(made_up_database)
    forms = (
        ["--db", db, "--json", "search", "夜間", "開館", "--limit", "2", "edition:2021"],
        ["search", "--limit", "2", "夜間", "--db", db, "開館", "edition:2021", "--json"],
        ["--limit", "2", f"--db={db}", "search", "夜間", "開館", "edition:2021", "--format=json"],
    )
    answers = [run(*words) for words in forms]
    assert {answer.returncode for answer in answers} == {0}
    assert answers[0].stdout == answers[1].stdout == answers[2].stdout
    assert 0 < len(json.loads(answers[0].stdout)) <= 2


def test_negated_filters_and_words_are_no_options(made_up_database: Path) -> None:
    result = run(
        "search", "夜間開館", "-edition:2025", "-kind:measure", "--json", db=made_up_database
    )
    hits = json.loads(result.stdout)
    assert hits
    assert all(hit["edition"] != "2025" and hit["kind"] != "measure" for hit in hits)


@pytest.mark.parametrize(
    "words", ["2021:m1-2", "M1-2", "1-2", "No.1-2", "[No.１－２]", "2021年 第３部 Ｉ [No.１－２]"]
)
def test_a_section_may_be_named_as_on_paper(words: str, made_up_database: Path) -> None:
    result = run("show", words, "--json", db=made_up_database)
    assert [section["key"] for section in json.loads(result.stdout)] == ["2021:M1-2"]


def test_words_that_name_several_sections_are_no_key(made_up_database: Path) -> None:
    result = run("show", "1.1", db=made_up_database)
    assert_one_line_error(result, 2, "no section has the key '1.1'")


@pytest.mark.parametrize("words", [["--help"], ["show", "--help"], ["export", "--help"]])
def test_help_speaks_one_language(words: list[str]) -> None:
    japanese = run(*words, "--lang", "ja").stdout
    assert "オプション:" in japanese
    assert not {"options:", "arguments:", "exit"} & set(japanese.split())
    assert "show this help and exit" in run(*words, "--lang", "en").stdout


def test_a_filter_is_never_required(made_up_database: Path) -> None:
    result = run("changes", "2021", db=made_up_database)
    assert_one_line_error(result, 2, "required: TO; see")


def test_a_key_may_be_typed_in_full_width(made_up_database: Path) -> None:
    plain = run("show", "2021:M1-1", db=made_up_database)
    wide = run("show", "２０２１：Ｍ１－１", db=made_up_database)
    assert plain.stdout == wide.stdout != ""


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


@pytest.mark.parametrize("view", VIEWS)
def test_json_is_a_list_of_objects(view: str, linked_database: Path) -> None:
    result = run(view, *EXAMPLES.get(view, []), "--json", db=linked_database)
    records = json.loads(result.stdout)
    assert isinstance(records, list)
    assert records
    assert all(isinstance(record, dict) for record in records)


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

    monkeypatch.setattr("plan_tui.store.read.Plan.documents", interrupted)
    assert main(["tree", "--db", str(made_up_database)]) == 130
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
    assert "\x1b" not in run(*words, FORCE_COLOR="1").stdout


def test_output_is_utf8_in_any_locale(made_up_database: Path) -> None:
    for locale in ("C", "POSIX", "C.UTF-8"):
        words = ("tree", "--db", str(made_up_database))
        assert "森の図書館計画" in run(*words, LC_ALL=locale, PYTHONCOERCECLOCALE="0").stdout
    result = run("tree", "--db", str(made_up_database), PYTHONIOENCODING="ascii")
    assert "森の図書館計画" in result.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_exists_in_both_languages(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(command, "name", "")
    helps = []
    for language in ("ja", "en"):
        assert main([name, "--lang", language, "--help"]) == 0
        helps.append(capsys.readouterr().out)
    assert helps[0] != helps[1]
    assert helps[1].isascii() or "…" in helps[1]


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    from plan_tui import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"plan-tui {__version__}\n"


def test_the_command_line_of_a_view_leaves_out_where_it_goes() -> None:
    words = ["運転 免許", "--db", "x", "--json", "--limit", "3", "-o", "y", "--lang=en", "it's"]
    kept = arguments.view_words(words)
    assert kept == ["運転 免許", "--limit", "3", "it's"]
    line = command_line(["search", *kept])
    assert line == """plan-tui search '運転 免許' --limit 3 'it'"'"'s'"""


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("雪夜の月日", "; tried: as printed, variant spelling, reading"),
        ("雪夜の月日", "; nearest: "),
        ("満足度 edition:2025", "; without the filters: "),
    ],
)
def test_an_empty_result_offers_the_nearest(made_up_database: Path, query: str, said: str) -> None:
    result = run("search", *query.split(), "--lang", "en", db=made_up_database)
    assert result.returncode == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
