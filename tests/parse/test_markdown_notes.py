"""`--layout notes`: a note for each section of a view in a folder, linked, with an index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.export.atomic_folder import write_folder
from plan_tui.store.plan import Plan
from tests.full_disk import fill_disk
from tests.markdown_reader import READER, inline_tokens
from tests.yaml_reader import head_and_rest

VIEWS_WITH_NOTES = {
    "show 2021:1": {"2021:1", "2021:1.1", "2021:1.1.1", "2021:1.1.1.1"},
    "show 2021:1 --below": {"2021:1", "2021:1.1", "2021:1.1.1", "2021:1.1.1.1"},
    "show 2021:1 --limit 2": {"2021:1", "2021:1.1"},
    "show 2021:M1-2": {"2021:M1-2"},
    "tree under:2021:3.I": {"2021:3.I", "2021:M1-1", "2021:M1-2"},
    "tree --document overview-2022": {"2022:1", "2022:1.1", "2022:1.1.1", "2022:1.2"},
    "search 夜間開館 edition:2021": {"2021:M1-2"},
    "measures kpi:unset": {"2021:M1-2", "2025:1.1.1.1"},
    "kpis kpi:unset": {"2021:M1-2"},
    "targets due:2024年度": {"2021:1.1.1"},
    "compare 2021:M1-2 --with 2025": None,
    "changes 2021 2025 kind:measure": None,
    "track 2021:1.1.1": None,
    "words 夜間": None,
}


def export(database: Path, folder: Path, command: str, *options: str) -> int:
    words = ["export", *command.split(), "--layout", "notes", "-o", str(folder), *options]
    return main([*words, "--db", str(database), "--lang", "ja"])


def links(document: str) -> list[str]:
    """Return the files to which a document leads."""
    tokens = [token for token in inline_tokens(document) if token.type == "link_open"]
    targets = [str(token.attrs["href"]) for token in tokens]
    return [target for target in targets if "://" not in target]


@pytest.mark.parametrize("command", VIEWS_WITH_NOTES)
def test_a_note_stands_for_each_section_and_all_links_lead_to_one(
    command: str, linked_database: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "vault"
    assert export(linked_database, folder, command) == 0
    documents = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    heads = {name: head_and_rest(document)[0] for name, document in documents.items()}
    index = heads.pop("index.md")
    assert index["view"] in ("tree", command.split()[0])
    keys = {str(head["query"]): name for name, head in heads.items()}
    expected = VIEWS_WITH_NOTES[command]
    assert set(keys) == expected if expected else keys
    assert set(links(documents["index.md"])) == set(heads)
    for name, document in documents.items():
        assert set(links(document)) <= set(heads) - {name}
        tokens = [token.type for token in READER.parse(document)]
        assert tokens[0] == "front_matter"
        assert not {"code_block", "html_block", "fence"} & set(tokens)
        marks = set(re.findall(r"(?<!^)\[\^([^\]]+)\](?!:)", document, re.MULTILINE))
        assert marks == set(re.findall(r"^\[\^([^\]]+)\]:", document, re.MULTILINE))
    with Plan(linked_database) as plan:
        for key, name in keys.items():
            section = plan.section(key)
            assert heads[name]["view"] == "show"
            aliases = heads[name]["aliases"]
            assert isinstance(aliases, list)
            assert {key, section.heading, section.citation} == set(aliases)


def test_notes_are_the_same_each_time(linked_database: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert export(linked_database, tmp_path / name, "tree") == 0
    first = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}
    assert len(first) > 20


def test_a_note_leads_up_down_and_across(linked_database: Path, tmp_path: Path) -> None:
    assert export(linked_database, tmp_path / "a", "tree") == 0
    middle = (tmp_path / "a" / "2021-1.1.md").read_text(encoding="utf-8")
    assert {"2021-1.md", "2021-1.1.1.md"} <= set(links(middle))
    above, below = middle.index("## 上位の見出し"), middle.index("## 下位の見出し")
    assert middle.index("(<2021-1.md>)", above) > above > middle.index("(<2021-1.1.1.md>)", below)
    measure = (tmp_path / "a" / "2021-M1-2.md").read_text(encoding="utf-8")
    assert "2025-1.1.1.1.md" in links(measure.partition("## 他の版の対応箇所")[2])


def test_places_have_the_anchors_that_obsidian_knows(linked_database: Path, tmp_path: Path) -> None:
    assert export(linked_database, tmp_path / "a", "tree") == 0
    for path in (tmp_path / "a").iterdir():
        document = path.read_text(encoding="utf-8")
        anchors = re.findall(r"(?:^| )\^(\S+)$", document, re.MULTILINE)
        assert len(anchors) == len(set(anchors))
        assert all(re.fullmatch(r"[A-Za-z0-9-]+", anchor) for anchor in anchors)
    measure = (tmp_path / "a" / "2021-M1-2.md").read_text(encoding="utf-8")
    assert re.search(r"^\S.* \^b1$", measure, re.MULTILINE)
    assert re.search(r"^- .* \^progress-1$", measure, re.MULTILINE)
    assert re.search(r"^- .* \^outcome-1$", measure, re.MULTILINE)
    table = (tmp_path / "a" / "2022-1.2.md").read_text(encoding="utf-8")
    assert re.search(r" \|\n\n\^b\d$", table, re.MULTILINE)


def test_a_note_says_what_show_prints(
    linked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert export(linked_database, tmp_path / "a", "show 2021:M1-1", "--no-front-matter") == 0
    note = (tmp_path / "a" / "2021-M1-1.md").read_text(encoding="utf-8")
    words = ["show", "2021:M1-1", "--format", "md", "--no-front-matter", "--lang", "ja"]
    assert main([*words, "--db", str(linked_database)]) == 0
    plain = re.sub(r" \^[a-z]+-?\d+$", "", note, flags=re.MULTILINE)
    plain = re.sub(r"## 上位の見出し\n\n(- .*\n)+\n", "", plain)
    assert plain == capfd.readouterr().out


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        ("export overview --layout notes -o a", 2, "見出しを挙げない"),
        ("export show 2021:1 --layout notes -o -", 2, "-o フォルダ"),
        ("export show 2021:1 --layout notes -o a --format html", 2, "Markdown"),
        ("export search zzzzzz --layout notes -o a", 1, "該当なし"),
        ("export show 2021:1 --layout notes -o a/b", 3, "a/b"),
        ("export show 2021:1 --layout notes -o there.txt", 3, "フォルダーではありません"),
        ("compare 2021:1 --layout notes", 2, "--layout notes -o"),
        ("changes --layout notes", 2, "--layout notes -o"),
        ("export show 9:9 --layout notes -o a", 2, "9:9"),
    ],
)
def test_what_cannot_be_is_one_line_and_nothing_is_written(
    words: str,
    code: int,
    complaint: str,
    linked_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.txt").write_text("old")
    assert main([*words.split(), "--db", str(linked_database), "--lang", "ja"]) == code
    printed, complaints = capfd.readouterr()
    assert printed == ""
    assert complaint in complaints
    assert complaints.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["there.txt"]


def test_files_that_are_there_stay_without_force(
    linked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    for name in ("2021-1.1.md", "mine.md"):
        (folder / name).write_text("old")
    assert export(linked_database, folder, "show 2021:1") == 3
    assert "--force" in capfd.readouterr().err
    assert {path.name for path in folder.iterdir()} == {"2021-1.1.md", "mine.md"}
    assert export(linked_database, folder, "show 2021:1", "--force") == 0
    assert len([*folder.iterdir()]) == 6
    assert (folder / "mine.md").read_text() == "old"
    assert (folder / "2021-1.1.md").read_text(encoding="utf-8").startswith("---\n")


@pytest.mark.parametrize("dangling", [False, True])
def test_no_link_leads_out_of_the_folder(
    dangling: bool, linked_database: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, outside = tmp_path / "a", tmp_path / "outside.md"
    folder.mkdir()
    if not dangling:
        outside.write_text("old")
    (folder / "2021-1.1.md").symlink_to(outside)
    assert export(linked_database, folder, "show 2021:1", "--force") == 3
    assert "リンク" in capfd.readouterr().err
    assert outside.exists() is not dangling
    assert [path.name for path in folder.iterdir()] == ["2021-1.1.md"]


def test_a_full_disk_leaves_no_half_folder(
    linked_database: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    fill_disk(monkeypatch)
    assert export(linked_database, tmp_path / "a", "show 2021:1") == 3
    assert "a：書けません" in capfd.readouterr().err
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_may_not_be_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError):
        write_folder({"a.md": b""}, tmp_path / "file" / "b", tmp_path / "plan.db")


def test_every_section_of_the_packaged_plan_has_a_note(
    real: Plan, real_database: Path, tmp_path: Path
) -> None:
    assert export(real_database, tmp_path / "a", "tree --document plan-2021") == 0
    documents = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "a").iterdir()}
    sections = [section for section in real.sections("plan-2021") if not section.toc_only]
    assert len(documents) == len(sections) + 1
    for name, document in documents.items():
        assert set(links(document)) <= set(documents) - {name}
