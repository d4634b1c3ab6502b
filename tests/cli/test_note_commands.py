"""The commands of a reader's own notes and named searches."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plan_tui.cli import output
from plan_tui.cli.main import main
from plan_tui.model.place_notes import (
    NamedSearch,
    PlaceNote,
)
from plan_tui.store import own_notes
from plan_tui.text.language import Language
from tests.kept_notes import SEARCH, keeping, later_build

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(made_up_database: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str, database: Path = made_up_database) -> tuple[int, str, str]:
        code = main(["--db", str(database), "--lang", "en", *words])
        printed = capfd.readouterr()
        return code, printed.out, printed.err

    return command


def export_named(name: str, more: str, run: Run) -> tuple[int, str, str]:
    """Return what the export of a named search with further words prints as JSON."""
    return run("export", "--view", name, "-o", "-", "--json", *more.split())


def test_notes_are_written_listed_and_taken_out(run: Run) -> None:
    assert run("notes")[0] == 1
    assert run("note", "2021:M1-2")[::2] == (1, "plan-tui: there is no note on 2021:M1-2\n")
    assert run("note", "M1-2", "見る", "#要確認", "--tag", "棚")[0] == 0
    assert run("note", "2021:M1-2", "二行目")[0] == 0
    assert run("note", "2021:1.1", "--mark", "ａ")[0] == 0
    (first, second) = json.loads(run("notes", "--json")[1])
    assert (first["key"], first["mark"], first["note"]) == ("2021:1.1", "a", "")
    assert (second["note"], second["tags"]) == ("見る\n二行目", ["要確認", "棚"])
    assert {first["standing"], second["standing"]} == {"same"}
    assert run("note", "2021:M1-2", "新しい", "--replace")[0] == 0
    assert own_notes.kept_notes().places[0].note == "新しい"
    assert own_notes.kept_notes().places[0].tags == ()
    assert run("note", "2021:M1-2", "--remove")[0] == 0
    assert [place.key for place in own_notes.kept_notes().places] == ["2021:1.1"]


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ("tag:要確認", {"2021:M1-2", "2099:1"}),
        ("-tag:要確認", {"2021:1.1"}),
        ("note:見ル", {"2021:M1-2"}),
        ("tag:#要確認 note:見る", {"2021:M1-2"}),
        ("kind:measure", {"2021:M1-2"}),
        ("-kind:measure", {"2021:1.1"}),
        ("先の版", {"2099:1"}),
        ("edition:2021", {"2021:M1-2", "2021:1.1"}),
    ],
)
def test_notes_are_searched_and_filtered(filters: str, keys: set[str], run: Run) -> None:
    run("note", "2021:M1-2", "見る", "#要確認")
    run("note", "2021:1.1", "棚")
    gone = PlaceNote("2099:1", "先の版", "2099", tags=("要確認",))
    own_notes.change_notes(keeping(gone, SEARCH))
    code, printed, _ = run("notes", *filters.split(), "--json")
    assert code == 0
    assert {record["key"] for record in json.loads(printed)} == keys


def test_lists_are_filtered_by_notes(run: Run) -> None:
    run("note", "2021:M1-2", "見る", "#要確認")
    for command in ("measures", "tree", "search"):
        records = json.loads(run(command, "tag:要確認", "--json")[1])
        assert [record["key"] for record in records] == ["2021:M1-2"]
    assert run("measures", "note:見る", "--json")[0] == 0
    assert run("measures", "tag:ない")[0] == 1


@pytest.mark.parametrize("form", ["md", "html", "tsv", "csv", "json", "txt", "xlsx", "docx"])
def test_notes_are_exported(form: str, run: Run, tmp_path: Path) -> None:
    run("note", "2021:M1-2", "見る *太字* =1+1", "#要確認")
    run("name", "期限", "targets")
    target = tmp_path / f"notes.{form}"
    assert run("export", "notes", "-o", str(target))[0] == 0
    content = target.read_bytes()
    if form not in ("xlsx", "docx"):
        assert "要確認" in content.decode("utf-8-sig")


def test_a_note_and_a_name_are_printed_as_other_views_are(run: Run) -> None:
    run("note", "2021:1.1", "一つ")
    run("name", "期限", "targets")
    for words in (("note", "2021:1.1"), ("name", "期限")):
        assert run(*words, "--format", "md")[1].startswith("---\n")
        assert run(*words, "--format", "md", "--no-front-matter")[1].startswith("# ")


@pytest.mark.parametrize("words", [("note", "2021:1.1"), ("name", "期限")])
def test_a_note_and_a_name_go_through_the_pager_and_never_as_bytes_to_a_terminal(
    words: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("note", "2021:1.1", "一つ")
    run("name", "期限", "targets")
    languages: list[Language | None] = []
    write = output.to_standard_output

    def record(content: str | bytes, form: str, language: Language | None = None) -> None:
        languages.append(language)
        write(content, form, language)

    monkeypatch.setattr(output, "to_standard_output", record)
    run(*words)
    assert languages == [Language.EN]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert run(*words, "--format", "xlsx")[0] == 2


def test_a_place_that_is_gone_is_listed_with_its_heading(run: Run, later: Path) -> None:
    run("note", "2025:2.1", "一つ")
    run("note", "2021:M1-2", "二つ")
    code, printed, complaints = run("notes", database=later)
    assert (code, complaints) == (0, "")
    assert "not found any more" in printed
    assert "the text has changed since" in printed
    assert own_notes.kept_notes().places[0].heading in printed
    assert run("note", "2025:2.1", database=later)[0] == 0
    assert run("note", "2025:2.1", "--remove", database=later)[0] == 0


def test_a_note_that_moved_is_one_with_what_is_added_there(run: Run, later: Path) -> None:
    run("note", "2021:1.1", "一つ", "--mark", "a")
    run("note", "2021:9", "二つ", database=later)
    (place,) = own_notes.kept_notes().places
    assert (place.key, place.note, place.mark) == ("2021:9", "一つ\n二つ", "a")


def test_searches_are_named_printed_exported_and_taken_out(run: Run, tmp_path: Path) -> None:
    assert run("name", "期限", "kpis", "edition:2021")[0] == 0
    assert run("name", "順", "plan-tui measures kpi:unset --sort chapter")[0] == 0
    assert run("name", "期限")[1] == "Named searches\n期限  plan-tui kpis edition:2021\n"
    for name, words in (
        ("期限", ["kpis", "edition:2021"]),
        ("順", ["measures", "kpi:unset", "--sort", "chapter"]),
    ):
        target = tmp_path / f"{name}.md"
        assert run("export", "--view", name, "-o", str(target))[0] == 0
        assert target.read_text(encoding="utf-8") == run(*words, "--format", "md")[1]
    narrowed = run("export", "--view=期限", "-o", "-", "--format", "json", "kind:measure")[1]
    assert narrowed == run("kpis", "kind:measure", "edition:2021", "--json")[1]
    assert run("name", "期限", "--remove")[0] == 0
    assert run("export", "--view", "期限", "-o", "-")[0] == 2


NARROWED = {
    "two editions": ("changes 2021 2025", "kind:measure", "changes 2021 2025 kind:measure"),
    "two editions and relations": (
        "changes 2021 2025 --only new dropped",
        "kind:section",
        "changes 2021 2025 kind:section --only new dropped",
    ),
    "two editions before a filter": (
        "changes 2021 2025 kind:section",
        "施策",
        "changes 2021 2025 kind:section 施策",
    ),
    "a word that is negated": (
        "changes 2021 2025",
        "-kind:measure",
        "changes 2021 2025 -kind:measure",
    ),
    "a word behind --": (
        "changes 2021 2025",
        "-- -kind:measure",
        "changes 2021 2025 -kind:measure",
    ),
    "relations and a word behind --": (
        "changes 2021 2025 --only new",
        "-- kind:section",
        "changes 2021 2025 kind:section --only new",
    ),
    "options asked for now": ("changes 2021 2025", "--only new", "changes 2021 2025 --only new"),
    "a section and editions": (
        "compare 2021:1.1 --with 2025",
        "--layout table 2021:1.2",
        "compare 2021:1.1 2021:1.2 --with 2025 --layout table",
    ),
    "terms": ("words 本 棚", "夜間", "words 本 棚 夜間"),
    "an order": ("measures --sort chapter", "kpi:unset", "measures kpi:unset --sort chapter"),
    "nothing": ("changes 2021 2025", "", "changes 2021 2025"),
}
"""Name → a named command, the words behind ``export --view NAME``, and the command they make."""


@pytest.mark.parametrize(("command", "more", "same"), NARROWED.values(), ids=NARROWED)
def test_further_words_stand_behind_those_of_a_named_search(
    command: str, more: str, same: str, run: Run
) -> None:
    assert run("name", "梟", command)[0] == 0
    assert export_named("梟", more, run) == run(*same.split(), "--json")


@pytest.mark.parametrize(
    ("command", "more", "same"),
    [
        ("changes --limit 2 2021 2025", "kind:section", "changes 2021 2025 kind:section --limit 2"),
        ("changes --limit=2 2021 2025", "kind:section", "changes 2021 2025 kind:section --limit 2"),
        (
            "changes --only new -- 2021 2025",
            "kind:section",
            "changes 2021 2025 kind:section --only new",
        ),
        ("track 夜間 kind:section", "図書館", "track 夜間 kind:section 図書館"),
        ("plan-tui search 本 --limit 1", "kind:section", "search 本 kind:section --limit 1"),
    ],
)
def test_a_search_named_by_hand_is_narrowed_too(
    command: str, more: str, same: str, run: Run
) -> None:
    words = tuple(command.removeprefix("plan-tui ").split())
    own_notes.change_notes(keeping(NamedSearch("梟", words)))
    assert export_named("梟", more, run) == run(*same.split(), "--json")


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (("note", "2021:0.9", "x"), 2, "no section has the key"),
        (
            ("note", "2021:1.1", "x", "--remove"),
            2,
            "--remove cannot be combined with other options",
        ),
        (("note", "2021:1.1", "--mark", "ab"), 2, "is not one letter"),
        (("name", "x", "check"), 2, "'check' cannot be named"),
        (("name", "x", "measures", "owl:1"), 2, "unknown filter"),
        (("name", " ", "tree"), 2, "the name is empty"),
        (("name", "x", "--remove"), 2, "no search is named 'x'; there are none yet"),
        (("export", "--view", "x", "-o", "-"), 2, "no search is named 'x'"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(
    words: tuple[str, ...], code: int, complaint: str, run: Run
) -> None:
    answer, printed, complaints = run(*words)
    assert (answer, printed, complaints.count("\n")) == (code, "", 1)
    assert complaint in complaints


def test_a_broken_file_is_one_line_for_every_command(run: Run) -> None:
    path = own_notes.notes_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[[place]\n", encoding="utf-8")
    for words in (("notes",), ("note", "2021:1.1", "x"), ("name", "x", "tree"), ("tree", "tag:x")):
        code, printed, complaints = run(*words)
        assert code in (2, 3)
        assert (printed, complaints.count("\n")) == ("", 1)
        assert "not TOML" in complaints
    assert path.read_text(encoding="utf-8") == "[[place]\n"
    assert run("tree")[0] == 0


@pytest.fixture
def later(made_up_database: Path, tmp_path: Path) -> Path:
    return later_build(made_up_database, tmp_path / "later.db")
