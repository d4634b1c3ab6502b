"""What is typed at the command line: options anywhere, filters and keys as on paper, help."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plan_tui.cli.commands import COMMANDS
from plan_tui.cli.main import main
from plan_tui.cli.view_arguments import FILTER_EXAMPLES, RELATIONS, TOPIC_GROUPS
from plan_tui.model.comparison_enums import ChangeKind, TopicGroup
from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.query.filters import filter_named
from plan_tui.query.grammar import parse_query
from plan_tui.views.view import query_words
from tests.command_line import assert_one_line_error, run


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


@pytest.mark.parametrize("word", ["kpi:unset", "-夜間開館", "-kpi:unset"])
def test_after_two_dashes_the_signs_of_a_query_mean_what_they_always_do(
    word: str, made_up_database: Path
) -> None:
    literal = run("tree", "--json", "--", word, db=made_up_database)
    assert literal.stdout == run("tree", word, "--json", db=made_up_database).stdout
    assert (
        0
        < len(json.loads(literal.stdout))
        < len(json.loads(run("tree", "--json", db=made_up_database).stdout))
    )


@pytest.mark.parametrize("before", [[], ["--"]])
def test_a_word_of_latin_letters_is_negated_after_two_dashes_alone(
    before: list[str], made_up_database: Path
) -> None:
    result = run("tree", "edition:2021", *before, "-AI", db=made_up_database)
    assert result.returncode == (0 if before else 2)


@pytest.mark.parametrize("before", [[], ["--"]])
def test_in_quotation_marks_the_signs_of_a_query_are_letters(
    before: list[str], made_up_database: Path
) -> None:
    for word in ("kpi:unset", "-夜間開館", "夜間開館"):
        query = parse_query(f'"{word}"')
        assert (query.words, query.without, query.filters) == ((word,), (), ())
        quoted = run("tree", "--json", *before, f'"{word}"', db=made_up_database)
        plain = run("tree", "--json", *before, word, db=made_up_database)
        assert (quoted.stdout == plain.stdout) is (word == "夜間開館")
    assert json.loads(quoted.stdout)


@pytest.mark.parametrize(
    "words", ["2021:m1-2", "M1-2", "1-2", "No.1-2", "[No.１－２]", "2021年 第３部 Ｉ [No.１－２]"]
)
def test_a_section_may_be_named_as_on_paper(words: str, made_up_database: Path) -> None:
    result = run("show", words, "--json", db=made_up_database)
    assert [section["key"] for section in json.loads(result.stdout)] == ["2021:M1-2"]


def test_a_key_may_be_typed_in_full_width(made_up_database: Path) -> None:
    plain = run("show", "2021:M1-1", db=made_up_database)
    wide = run("show", "２０２１：Ｍ１－１", db=made_up_database)
    assert plain.stdout == wide.stdout != ""


def test_the_command_line_of_a_view_leaves_out_where_it_goes(made_up_database: Path) -> None:
    words = ["夜間 開館", "--format", "md", "--limit", "3", "--lang=en", "it's"]
    document = run("search", *words, db=made_up_database).stdout
    line = """plan-tui search 夜間 開館 'it'"'"'s' --limit 3"""
    assert f"Command that gives the same: `{line}`\n" in document


def test_the_words_of_a_view_are_read_as_they_were_meant() -> None:
    assert query_words("運転 -kpi:unset -試行", "--limit", "3") == (
        *("運転", "-kpi:unset", "-試行"),
        *("--limit", "3"),
    )
    assert query_words("運転 -AI", "--limit", "3") == ("--limit", "3", "--", "運転", "-AI")


def test_the_last_language_counts_and_none_after_two_dashes(made_up_database: Path) -> None:
    turned = run("show", "x", "--lang", "en", "--lang=ja", db=made_up_database)
    assert_one_line_error(turned, 2, "見出しはありません")
    literal = run("show", "--", "--lang=ja", db=made_up_database)
    assert_one_line_error(literal, 2, "no section has the key '--lang=ja'")


def test_check_names_what_it_counts_in_either_language(made_up_database: Path) -> None:
    english, japanese = (
        run("check", "--lang", language, db=made_up_database).stdout for language in ("en", "ja")
    )
    assert "page numbers, running heads and the like" in english
    assert "ページ番号・柱など" in japanese
    assert not {*CharacterRole, *FurnitureKind} & set(re.findall(r"\w+", japanese))


@pytest.mark.parametrize("words", [["--help"], ["show", "--help"], ["export", "--help"]])
def test_help_speaks_one_language(words: list[str]) -> None:
    japanese = run(*words, "--lang", "ja").stdout
    assert "オプション：" in japanese
    assert not {"options:", "arguments:", "exit"} & set(japanese.split())
    assert "show this help and exit" in run(*words, "--lang", "en").stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_help_exists_in_both_languages(command: object, capsys: pytest.CaptureFixture[str]) -> None:
    name = getattr(command, "name", "")
    helps = []
    for language in ("ja", "en"):
        assert main([name, "--lang", language, "--help"]) == 0
        helps.append(capsys.readouterr().out)
    assert helps[0] != helps[1]
    assert helps[1].replace("…", "").isascii()


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    from plan_tui import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith(f"plan-tui {__version__}\n")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("夜間開館", ["夜間開館"]),
        ("夜間開館\n", ["夜間開館"]),
        ("夜間\n開館\n", ["夜間開館"]),
        ("  夜間開館\r\n\r\n", ["夜間開館"]),
        ("\ufeff夜間開館", ["夜間開館"]),
        ("夜間開館 -kind:measure", ["夜間開館", "-kind:measure"]),
        ("夜間開館\nedition:2021", ["夜間開館", "edition:2021"]),
    ],
)
def test_a_query_is_read_from_standard_input(
    typed: str, query: list[str], made_up_database: Path
) -> None:
    written = run("search", *query, "--format", "md", db=made_up_database)
    read = run("search", "-", "--format", "md", db=made_up_database, typed=typed)
    assert read.stdout == written.stdout != ""


def test_words_stand_beside_what_is_read(made_up_database: Path) -> None:
    written = run("search", "夜間開館", "edition:2021", "--json", db=made_up_database)
    words = ("search", "--json", "-", "edition:2021")
    assert run(*words, db=made_up_database, typed="夜間開館\n").stdout == written.stdout != ""
    exported = run("export", "search", "-", "-o", "-", db=made_up_database, typed="夜間開館")
    assert "plan-tui search 夜間開館" in exported.stdout


@pytest.mark.parametrize(
    ("typed", "message"),
    [(b"", "the query is empty"), (b" \n", "the query is empty"), (b"\xff\xfe", "not UTF-8")],
)
def test_what_is_no_query_on_standard_input_is_one_line(
    typed: bytes, message: str, made_up_database: Path
) -> None:
    assert_one_line_error(run("search", "-", db=made_up_database, typed=typed), 2, message)


@pytest.mark.parametrize("words", [["tree"], ["tree", "--contents"], ["tree", "kind:measure"]])
def test_what_the_outline_prints_in_front_is_a_key_or_a_title(
    words: list[str], made_up_database: Path
) -> None:
    lines = run(*words, db=made_up_database).stdout.splitlines()
    keys = [line.split()[0] for line in lines if "(document:" not in line]
    assert len(keys) > 3
    for key in keys:
        assert run("show", key, db=made_up_database).returncode == 0, key
    for line in lines:
        if "(document:" in line:
            asked = line.rpartition("(")[2].rstrip(")")
            assert run("tree", asked, db=made_up_database).returncode == 0, asked


def test_what_a_start_knows_of_words_and_filters_is_what_stands_in_their_places() -> None:
    assert tuple(map(str, ChangeKind)) == RELATIONS
    assert tuple(map(str, TopicGroup)) == TOPIC_GROUPS
    for name, examples in FILTER_EXAMPLES.items():
        spec = filter_named(name)
        assert examples == (spec.example, spec.japanese_example)
