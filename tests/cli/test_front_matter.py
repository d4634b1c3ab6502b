"""The head of a Markdown document: flat YAML that says what it is, whatever its words hold."""

from __future__ import annotations

import hashlib
import shlex
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from plan_tui.export.markdown import markdown, write
from plan_tui.export.yaml_front_matter import front_matter
from plan_tui.labels.attributions import attribution_lines
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import DocumentHeading, RichDocument, run
from plan_tui.search.hits import SearchResult
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.plan import Plan
from plan_tui.text.controls import visible
from plan_tui.text.language import Language
from plan_tui.text.yaml_text import quoted
from plan_tui.views.search import SearchView
from tests.hostile_texts import HOSTILE_TEXTS
from tests.markdown_reader import READER
from tests.yaml_reader import head_and_rest, text

NAMES = ["title", "view", "query", "command", "editions", "schema", "sources", "attribution"]
COMMANDS = {
    "tree": "tree --depth 1",
    "search": "search 図書館 -kind:measure",
    "show": "show 2021:1.1 --below",
    "measures": "measures chapter:I",
    "kpis": "kpis kpi:unset",
    "targets": "targets due:2024",
    "compare": "compare 2021:1.1.1",
    "changes": "changes 2021 2025",
    "track": "track",
    "words": "words 図書館",
    "overview": "overview",
    "topics": "topics",
    "review": "review 2025",
    "notes": "notes タグ:棚",
}
OTHERS = ("show 2021:1.1 --cite", "compare 2021:1.1.1 --layout table")
HOSTILE_WORDS = (
    *HOSTILE_TEXTS,
    "key: value",
    "- item",
    "# comment",
    "a #b",
    "---",
    "...",
    "%YAML 1.1",
    "!!python/object",
    "&anchor *alias",
    "{a: 1}",
    "[1, 2]",
    "| block",
    "> folded",
    "@at `tick`",
    "? query",
    "'single' \"double\"",
    "null",
    "~",
    "yes",
    "2021",
    "1e3",
    "2021-01-01",
    "末尾の逆斜線\\",
    "改行\r\nと\x85と\u2028と\u2029",
    "---\ntitle: x\n---",
)


@pytest.mark.parametrize("words", HOSTILE_WORDS)
def test_titles_and_queries_are_read_back_to_the_letter(words: str) -> None:
    view = SearchView(Language.JA, SearchResult(words, (), 0, {}))
    document = RichDocument(Language.JA, (DocumentHeading(1, run(words)),), command=words)
    head, rest = head_and_rest(visible(front_matter(view, document) + "甲\n"))
    characters = words.encode(errors="replace").decode()
    if any(0xD800 <= ord(character) < 0xE000 for character in words):
        characters = "".join("\ufffd" if 0xD800 <= ord(c) < 0xE000 else c for c in words)
    assert head["title"] == head["command"] == characters
    assert head["query"] == " ".join(characters.split())
    assert rest == "甲\n"


@given(st.text())
def test_any_text_is_one_line_of_yaml(words: str) -> None:
    assert len(quoted(words).splitlines()) == 1
    assert text(quoted(words)) == words


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", [*COMMANDS.values(), *OTHERS])
def test_every_view_has_a_head_and_its_command_gives_the_same(
    command: str,
    language: Language,
    crosswalked_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["note", "2021:1.1", "--- #棚", "--db", str(crosswalked_database)]) == 0
    capfd.readouterr()
    options = ["--db", str(crosswalked_database), "--lang", str(language), "--format", "md"]
    assert main([*options, *command.split()]) == 0
    written = capfd.readouterr().out
    head, rest = head_and_rest(written)
    assert [name for name in head if name != "as_of"] == NAMES
    assert rest.startswith(f"# {markdown_title(rest)}\n")
    assert (head["view"], head["schema"]) == (command.split()[0], SCHEMA_VERSION)
    with Plan(crosswalked_database) as plan:
        known = {f"{each.id} sha256:{each.sha256}": each.edition_id for each in plan.documents()}
    assert isinstance(head["sources"], list)
    assert head["sources"] == [source for source in known if source in head["sources"]] != []
    assert head["editions"] == list(dict.fromkeys(known[source] for source in head["sources"]))
    assert isinstance(head["command"], str)
    program, *words = shlex.split(head["command"])
    assert program == "plan-tui"
    assert main([*options, *words]) == 0
    assert capfd.readouterr().out == written
    assert main([*options, *words, "--no-front-matter"]) == 0
    assert capfd.readouterr().out == rest
    tokens = READER.parse(written)
    assert tokens[0].type == "front_matter"
    assert not [token.type for token in tokens if token.type in ("code_block", "html_block")]


def markdown_title(document: str) -> str:
    return document.partition("\n")[0].removeprefix("# ")


def test_every_view_is_tried() -> None:
    assert set(COMMANDS) == set(VIEWS)


def test_what_holds_no_text_of_the_plan_has_a_head_too(
    crosswalked_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for command in ("check", "doctor"):
        words = [command, "--db", str(crosswalked_database), "--format", "md"]
        main(words)
        head, rest = head_and_rest(capfd.readouterr().out)
        assert (head["view"], head["command"]) == (command, f"plan-tui {command}")
        assert head["sources"] == head["attribution"] == []
        main([*words, "--no-front-matter"])
        assert capfd.readouterr().out.partition("\n")[0] == rest.partition("\n")[0]


def test_the_head_names_the_hash_of_each_source(real: Plan) -> None:
    view = SearchView(Language.JA, SearchResult("甲", (), 0, {}))
    document = view.document(real.attribution())
    head, _ = head_and_rest(front_matter(view, document))
    folder = Path(__file__).parents[2] / "data" / "sources"
    hashes = [
        hashlib.sha256((folder / each.source_file).read_bytes()).hexdigest()
        for each in real.documents()
    ]
    assert isinstance(head["sources"], list)
    assert [source.partition(" sha256:")[2] for source in head["sources"]] == hashes


def test_the_head_is_left_out_of_other_formats_and_of_nothing(made_up: Plan) -> None:
    nothing = SearchView(Language.JA, SearchResult("甲", (), 0, {}))
    assert nothing.nothing
    assert write(nothing, made_up.attribution) == ""
    assert not markdown(nothing.document(made_up.attribution())).startswith("---")


@pytest.mark.parametrize("command", ["targets", "targets due:2024 --limit 1", "show 2021:1 --cite"])
@pytest.mark.parametrize("form", ["text", "md", "html", "json", "tsv"])
def test_the_day_is_named_and_the_document_does_not_depend_on_today(
    command: str,
    form: str,
    linked_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    written = set()
    for today, options in (
        ("2024-05-01", []),
        ("2031-01-01", ["--as-of", "2024-05-01"]),
        ("2001-01-01", ["--as-of", "令和6年5月1日"]),
    ):
        monkeypatch.setattr("plan_tui.cli.view_commands.today", lambda day=today: day)
        words = [*command.split(), "--format", form, *options, "--lang", "en"]
        assert main([*words, "--db", str(linked_database)]) == 0
        written.add(capfd.readouterr().out)
    assert len(written) == 1
    (document,) = written
    if form == "md":
        assert head_and_rest(document)[0]["as_of"] == "2024-05-01"
    if form in ("md", "html"):
        assert "--as-of 2024-05-01" in document
    if command.startswith("targets") and form in ("text", "md", "html"):
        assert "s of 2024-05-01" in document


def test_what_is_past_depends_on_the_day(
    linked_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    counts = []
    for day in ("2021-01-01", "2024-05-01", "2099-01-01"):
        words = ["targets", "--as-of", day, "--db", str(linked_database), "--lang", "ja"]
        assert main(words) == 0
        counts.append(capfd.readouterr().out.count("期限経過"))
    assert counts == sorted(set(counts))
    assert counts[0] == 0


def test_the_plans_words_are_not_said_of_a_text_that_was_added(made_up: Plan) -> None:
    attribution = made_up.attribution()
    packaged, *others = attribution.documents
    added = replace(packaged, id="x", title="甲の\n計画", publisher="", url="", licence="")
    sentences = attribution.said(Language.JA)
    alone = attribution_lines(attribution, [added], Language.JA)
    assert len(alone) == 1
    assert "発行者は不明、入手元は不明、ライセンスは不明" in alone[0]
    assert "『甲の 計画』" in alone[0]
    both = attribution_lines(attribution, [packaged, added], Language.JA)
    assert both == (*sentences, *alone)
    assert attribution_lines(attribution, [packaged, *others], Language.JA) == sentences
    assert attribution_lines(attribution, [], Language.JA) == sentences
    known = replace(added, publisher="乙庁", url="https://example.invalid/")
    (line,) = attribution_lines(attribution, [known], Language.EN)
    assert "publisher 乙庁, address https://example.invalid/, licence unknown" in line
    assert attribution_lines(Attribution((), ()), [], Language.EN) == ()


@pytest.mark.parametrize("form", ["md", "html"])
def test_an_added_edition_is_not_attributed_to_the_plan(
    form: str, reader_home: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "森の計画.txt"
    file.write_text(
        "前文である。\n第１ 森の姿\n森の図書館は夜も開く。\n１．窓口\n本を返す。\n",
        encoding="utf-8",
    )
    assert main(["add", str(file), "--date", "2023-06-09", "--title", "森の計画"]) == 0
    capfd.readouterr()
    for words, is_plans, is_added in (
        ("show 2023:1", False, True),
        ("show 2021:1", True, False),
        ("compare 2023:1 --with 2021", None, True),
        ("tree --document plan-2023", False, True),
        ("tree", True, True),
        ("search 図書館 edition:2023", False, True),
        ("overview", True, True),
    ):
        assert main([*words.split(), "--format", form, "--lang", "ja"]) == 0
        document = capfd.readouterr().out
        assert ("『森の計画』（森の計画.txt）：追加された文書" in document) is is_added, words
        if is_plans is not None:
            assert ("出典：作り物の計画" in document) is is_plans, words


def test_a_workbook_of_an_added_edition_is_not_attributed_to_the_plan(
    reader_home: Path, tmp_path: Path
) -> None:
    for number, day in enumerate(("2023-06-09", "2024-06-09")):
        file = tmp_path / f"{number}.txt"
        text = (
            f"前文の{number}である。\n第１ 森の姿\n森の図書館は夜も開く。\n１．窓口\n本を返す。\n"
        )
        file.write_text(text, encoding="utf-8")
        assert main(["add", str(file), "--date", day, "--title", f"計画{number}"]) == 0
    for words, is_plans, added in (
        ("show 2023:1", False, 1),
        ("tree --document plan-2024", False, 1),
        ("compare 2023:1 --with 2024", False, 2),
        ("changes 2023 2024", False, 2),
        ("show 2021:1", True, 0),
        ("changes 2021 2024", True, 1),
        ("overview", True, 2),
    ):
        book = tmp_path / "a.xlsx"
        export = ["export", *words.split(), "-o", str(book), "--force", "--lang", "ja"]
        assert main(export) == 0
        lines = [str(row[0]) for row in openpyxl.load_workbook(book)["出典"].values]
        assert any("出典：作り物の計画" in line for line in lines) is is_plans, words
        assert sum("追加された文書" in line for line in lines) == added, words
