"""The file of corrections beside an original: read, placed, added to."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.labels.doubt_names import EDIT_KINDS
from plan_tui.model.doubts import DoubtKind, Severity
from plan_tui.model.edits import EditKind, SourceEdit
from plan_tui.model.paged_text import PagedText, PageLine, SourcePage
from plan_tui.sources.edit_entry import append_edit, edit_entry
from plan_tui.sources.edit_places import place_edits
from plan_tui.sources.edits_file import NO_EDITS, WORDS, edits_beside, edits_path, read_edits

PAGES = (
    ("森の図書館", "１．夜の窓口", "窓口を開く。", ""),
    ("窓口を開く。", "２．朝の窓口", "　 ３", "窓口を閉じる。"),
)


@pytest.fixture
def text() -> PagedText:
    pages, count = [], 0
    for number, lines in enumerate(PAGES, 1):
        numbered = tuple(
            PageLine(count + place, line, number) for place, line in enumerate(lines, 1)
        )
        count += len(lines)
        pages.append(SourcePage(number, None, None, numbered))
    return PagedText(tuple(pages))


def write(folder: Path, words: str) -> Path:
    path = folder / "森.pdf.edits.toml"
    path.write_text(words, encoding="utf-8")
    return path


def test_there_need_be_no_file(tmp_path: Path, text: PagedText) -> None:
    assert read_edits(tmp_path / "none.edits.toml") == ()
    assert edits_beside(tmp_path / "none", text) == NO_EDITS


def test_entries_are_read_in_their_order(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[edit]]\nkind = "heading"\npage = 1\ntext = "夜の窓口"\n'
        '[[edit]]\nkind = "join"\nline = 3\n',
    )
    assert read_edits(path) == (
        SourceEdit(EditKind.HEADING, page=1, text="夜の窓口"),
        SourceEdit(EditKind.JOIN, line=3),
    )


@pytest.mark.parametrize("kind", EditKind)
def test_each_kind_has_its_word_in_both_languages(kind: EditKind, tmp_path: Path) -> None:
    for word in (str(kind), EDIT_KINDS[kind].ja):
        assert WORDS[word] is kind
        path = write(tmp_path, f'[[edit]]\nkind = "{word}"\nline = 1\n')
        assert read_edits(path) == (SourceEdit(kind, line=1),)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("[[edit]]\nline = 1\n", "edit 1: kind is missing"),
        ('[[edit]]\nkind = "title"\nline = 1\n', "kind 'title' is none of"),
        ('[[edit]]\nkind = "heading"\n', "neither line nor text"),
        ('[[edit]]\nkind = "heading"\npage = 2\n', "neither line nor text"),
        ('[[edit]]\nkind = "heading"\ntext = "  "\n', "neither line nor text"),
        ('[[edit]]\nkind = "heading"\nline = 0\n', "line has to be a whole number from 1"),
        ('[[edit]]\nkind = "heading"\nline = "3"\n', "line has to be a whole number from 1"),
        ('[[edit]]\nkind = "heading"\nline = true\n', "line has to be a whole number from 1"),
        ('[[edit]]\nkind = "heading"\nline = 1\ntext = 3\n', "text has to be a string"),
        ('[[edit]]\nkind = "heading"\nline = 1\nwhere = 3\n', "where is none of kind, line"),
        ('[[edits]]\nkind = "heading"\nline = 1\n', "write only [[edit]] tables, not edits"),
        ("edit = 3\n", "write only [[edit]] tables"),
        ("edit = [3]\n", "edit 1: write only [[edit]] tables"),
        ('[[edit]]\nkind = "note"\nline = 1\n' * 2, "edit 2: is the same as edit 1"),
        ("[[edit\n", "not TOML"),
    ],
)
def test_a_fault_is_named(words: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        read_edits(write(tmp_path, words))
    assert message in str(error.value)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    words = '[[edit]]\nline = 0\n[[edit]]\nkind = "x"\nline = 1\n[[edit]]\nkind = "note"\n'
    with pytest.raises(DataError) as error:
        read_edits(write(tmp_path, words))
    for number in (1, 2, 3):
        assert f"edit {number}: " in str(error.value)
    assert str(error.value).count("edit 1: ") == 2


@pytest.mark.parametrize("content", [b"\xff\xfe", b"%PDF-1.7\n", b"\x83\x65"])
def test_a_file_that_is_none_of_ours(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "森.edits.toml"
    path.write_bytes(content)
    with pytest.raises(DataError):
        read_edits(path)


@pytest.mark.parametrize(
    ("edit", "line"),
    [
        (SourceEdit(EditKind.HEADING, line=2), 2),
        (SourceEdit(EditKind.HEADING, line=2, text="夜の 窓口"), 2),
        (SourceEdit(EditKind.HEADING, line=7, text="夜の窓口"), 2),
        (SourceEdit(EditKind.HEADING, text="１．夜の窓口"), 2),
        (SourceEdit(EditKind.HEADING, page=2, text="窓口を開く。"), 5),
        (SourceEdit(EditKind.HEADING, page=2, text="窓口を閉"), 8),
        (SourceEdit(EditKind.HEADING, text="３"), 7),
        (SourceEdit(EditKind.HEADING, text="森"), 1),
    ],
)
def test_an_edit_has_its_line(edit: SourceEdit, line: int, text: PagedText) -> None:
    assert place_edits([edit], text) == ({line: frozenset({EditKind.HEADING})}, ())


@pytest.mark.parametrize(
    ("edit", "lines"),
    [
        (SourceEdit(EditKind.NOTE, line=99), ""),
        (SourceEdit(EditKind.NOTE, line=4), ""),
        (SourceEdit(EditKind.NOTE, text="海の図書館"), ""),
        (SourceEdit(EditKind.NOTE, page=2, text="夜の窓口"), ""),
        (SourceEdit(EditKind.NOTE, page=9, text="夜の窓口"), ""),
        (SourceEdit(EditKind.NOTE, text="窓口を開く。"), "3, 5"),
        (SourceEdit(EditKind.NOTE, page=2, text="窓口"), "5, 6, 8"),
    ],
)
def test_an_edit_without_one_line_is_told(edit: SourceEdit, lines: str, text: PagedText) -> None:
    by_line, (doubt,) = place_edits([edit], text)
    assert by_line == {}
    assert (doubt.kind, doubt.severity) == (DoubtKind.EDIT_WITHOUT_PLACE, Severity.WARNING)
    assert doubt.found == lines
    assert '"note"' in doubt.expected


@pytest.mark.parametrize(
    ("kinds", "left"),
    [
        ((EditKind.HEADING, EditKind.NOT_HEADING), {EditKind.NOT_HEADING}),
        ((EditKind.JOIN, EditKind.SPLIT), {EditKind.SPLIT}),
        ((EditKind.NOTE, EditKind.FURNITURE), {EditKind.FURNITURE}),
        ((EditKind.NOT_HEADING, EditKind.JOIN), {EditKind.NOT_HEADING, EditKind.JOIN}),
        ((EditKind.NOT_NOTE, EditKind.SPLIT), {EditKind.NOT_NOTE, EditKind.SPLIT}),
    ],
)
def test_of_two_edits_that_exclude_each_other_the_later_counts(
    kinds: tuple[EditKind, ...], left: set[EditKind], text: PagedText
) -> None:
    by_line, doubts = place_edits([SourceEdit(kind, line=3) for kind in kinds], text)
    assert (by_line, doubts) == ({3: frozenset(left)}, ())


@pytest.mark.parametrize(
    "words", ["夜の窓口", '"引用"の\\窓口', "タブ\tの窓口", "改\x7f行", "絵文字\U0001f4d6の本"]
)
def test_an_edit_is_written_as_it_is_read(words: str, tmp_path: Path) -> None:
    edit = SourceEdit(EditKind.SPLIT, 12, 3, words)
    assert read_edits(write(tmp_path, edit_entry(edit))) == (edit,)


def test_edits_are_added_behind_those_there_once(tmp_path: Path) -> None:
    original = tmp_path / "森.pdf"
    original.write_bytes(b"%PDF")
    path = write(tmp_path, '# by hand\n[[edit]]\nkind = "見出し"\nline = 2')
    for _ in range(2):
        for kind in (EditKind.NOTE, EditKind.JOIN):
            assert append_edit(original, SourceEdit(kind, line=3)) == path == edits_path(original)
    assert path.read_text(encoding="utf-8").startswith("# by hand\n")
    assert [edit.kind for edit in read_edits(path)] == ["heading", "note", "join"]
    assert original.read_bytes() == b"%PDF"
    assert sorted(file.name for file in tmp_path.iterdir()) == [original.name, path.name]


def test_a_file_with_faults_is_left_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, "[[edit]]\n")
    with pytest.raises(DataError):
        append_edit(tmp_path / "森.pdf", SourceEdit(EditKind.NOTE, line=3))
    assert path.read_text(encoding="utf-8") == "[[edit]]\n"


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        append_edit(tmp_path / "none" / "森.pdf", SourceEdit(EditKind.NOTE, line=3))
    assert "cannot be written" in str(error.value)
