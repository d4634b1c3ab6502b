"""What the command line cannot do is said in one line, with an exit code, in either language."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from tests.command_line import EXAMPLES, assert_one_line_error, run, run_process


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nonsense"], "no command 'nonsense'; there are tree,"),
        (["tree", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["tree", "--depth", "0"], "'0' is not a whole number from 1"),
        (["words", "図書館", "edition:2021"], "edition:2021 is a filter; words are counted in all"),
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
        (["nonsense"], "'nonsense'というコマンドはありません。使えるもの：tree"),
        (["tree", "--nonsense"], "不明な引数：--nonsense。詳しくは`plan-tui tree --help`"),
        (["show"], "引数の不足：KEY"),
        (["show", "2021:1", "-edition:2025"], "不明な引数：-edition:2025"),
        (["tree", "--format", "xml"], "--formatに'xml'は指定できません。選べるもの："),
        (["tree", "--json=x"], "--jsonに値は付けられません"),
        (["tree", "--db"], "--dbには値が必要です"),
        (["tree", "--depth", "0"], "'0'は1以上9桁までの整数ではありません"),
        (["search", "kind:nonsense"], "kind:nonsenseは指定できません。選べるもの：preface"),
        (["search", "due:someday"], "due:somedayは日付ではありません"),
        (["show", "nowhere"], "キーが'nowhere'の見出しはありません"),
        (["changes", "2025", "2021"], "2021は2025より後の版ではありません"),
        (["topics", "new"], "topics newには版の指定が必要です"),
        (["topics", "new", "1999"], "1999という版はありません。あるもの：2021, 2022, 2025"),
        (["changes", "2021"], "後の版（2022, 2025）も指定するか、2021も省いてください"),
        (["changes", "2025"], "後の版はありません。前の版（2021, 2022）も先に指定するか"),
        ([], "画面を開くには端末が必要です"),
    ],
)
def test_errors_are_in_japanese_where_that_is_asked_for(
    words: list[str], message: str, made_up_database: Path
) -> None:
    asked = run("--lang", "ja", *words, db=made_up_database)
    assert_one_line_error(asked, 2, message)
    by_locale = run(*words, db=made_up_database, LC_MESSAGES="ja_JP.UTF-8")
    assert by_locale.stderr == asked.stderr


def test_changes_name_later_editions_alone(made_up_database: Path) -> None:
    first = run("changes", "2021", db=made_up_database)
    assert_one_line_error(first, 2, "also name a later one (2022, 2025)")
    last = run("changes", "2025", "kpi:unset", db=made_up_database)
    assert_one_line_error(last, 2, "no later one is held: leave it out, or also name an earlier")
    assert "(2021, 2022)" in last.stderr


@pytest.mark.parametrize(
    ("group", "language", "message"),
    [
        ("new", "ja", "版2021-12はtopics newの対象外です。対象の版：2021, 2022, 2025"),
        ("dropped", "en", "topics dropped does not cover edition 2021-12, only 2021, 2022, 2025"),
    ],
)
def test_topics_are_new_or_dropped_in_editions_that_are_compared(
    group: str, language: str, message: str, real_database: Path
) -> None:
    answer = run("topics", group, "2021-12", "--lang", language, db=real_database)
    assert_one_line_error(answer, 2, message)


def test_topics_are_in_any_edition_that_was_looked_through(real_database: Path) -> None:
    answer = run("topics", "in", "2021-12", "--json", db=real_database)
    listed = [topic["id"] for topic in json.loads(answer.stdout)]
    every = json.loads(run("topics", "--json", db=real_database).stdout)
    assert listed == [topic["id"] for topic in every if "2021-12" in topic["editions"]]
    assert 0 < len(listed) < len(every)


def test_arguments_that_are_not_utf8_are_refused(made_up_database: Path) -> None:
    result = run_process("search", b"\xff\xfe", db=made_up_database)
    assert_one_line_error(result, 2, "argument 2 is not UTF-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["tree"], 0),
        (["tree", "--lang", "ja"], 0),
        (["measures", "chapter:IX"], 1),
        (["words", "ISO:2022"], 1),
        (["nonsense"], 2),
        ([], 2),
        (["show", "2021:1", "--db", "none.db"], 3),
        (["--db", "none.db"], 3),
        (["--help"], 0),
    ],
)
def test_a_process_answers_as_the_function_does(
    words: list[str], code: int, made_up_database: Path
) -> None:
    process = run_process(*words, db=made_up_database)
    here = run(*words, db=made_up_database)
    assert process.returncode == code
    assert (process.returncode, process.stdout) == (here.returncode, here.stdout)
    assert process.stderr == here.stderr


def test_a_filter_is_never_required(made_up_database: Path) -> None:
    result = run("changes", "2021", db=made_up_database)
    assert_one_line_error(result, 2, "required: TO; see")


def test_words_that_name_several_sections_are_no_key(made_up_database: Path) -> None:
    result = run("show", "1.1", db=made_up_database)
    assert_one_line_error(result, 2, "no section has the key '1.1'")


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


@pytest.mark.parametrize(
    ("column", "commands"),
    [
        ("documents.kind", ("tree", "overview")),
        ("sections.kind", ("tree", "search", "changes")),
        ("blocks.kind", ("show", "compare")),
        ("kpis.kind", ("measures",)),
        ("kpis.status", ("measures", "search kpi:unset")),
        ("dates.basis", ("targets", "measures", "search due:2025")),
        ("quantities.comparator", ("measures",)),
        ("links.from_extent", ("changes", "compare")),
        ("links.relation", ("compare",)),
        ("links.origin", ("compare",)),
        ("section_changes.change", ("changes",)),
        ("topic_sections.extent", ("topics",)),
        ("provenance.role", ("check",)),
        ("furniture.kind", ("check",)),
        ("search_columns.words", ("search",)),
    ],
)
def test_a_word_of_no_vocabulary_is_damage(
    linked_database: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    column: str,
    commands: tuple[str, ...],
) -> None:
    damaged = tmp_path / "damaged.db"
    shutil.copy(linked_database, damaged)
    table, _, name = column.partition(".")
    with closing(sqlite3.connect(damaged)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute(
            """insert into quantities select 1, section_id, null, id, '1', 0, 1.0, '', '~', 0
               from kpis limit 1"""
        )
        connection.execute(f"update {table} set {name} = 'ふくろう'")
        connection.commit()
    for command in commands:
        name, *words = command.split()
        assert main([name, *words, *EXAMPLES.get(name, []), "--db", str(damaged)]) == 3
        error = capfd.readouterr().err
        assert error.count("\n") == 1
        assert "ふくろう" in error


def test_files_that_cannot_be_written_are_exit_code_3(
    made_up_database: Path, tmp_path: Path
) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    for target in (tmp_path, tmp_path / "no" / "x.md", Path("/dev/full"), loop):
        result = run("export", "tree", "-o", str(target), db=made_up_database)
        assert_one_line_error(result, 3, str(target))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["loop"]


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


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "雪夜の月日",
            "; tried: as printed, variant spelling, kana endings or marks aside, reading",
        ),
        ("雪夜の月日", "; nearest: "),
        ("満足度 edition:2025", "; without the filters: "),
    ],
)
def test_an_empty_result_offers_the_nearest(made_up_database: Path, query: str, said: str) -> None:
    result = run("search", *query.split(), "--lang", "en", db=made_up_database)
    assert result.returncode == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
