"""The manifest: what it reads, and what stops a build."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.sources.edition_entry import held_note
from plan_tui.sources.manifest import read_manifest, split_lines
from plan_tui.text.language import Language

TEXT = "第１\n森の図書館\n"
MANIFEST = """
licence = "架空の利用規約"
url = "https://example.invalid/"
attribution = ["出典：作り物"]
attribution_en = ["Source: made up"]

[[edition]]
id = "2030"
label = "2030年6月"
label_en = "2030年6月"
cite = "2030年"
decided_on = "2030-06-01"
note = "作り物"
note_en = "made up"

[[document]]
id = "plan-2030"
edition = "2030"
key = "2030"
title = "森の図書館計画"
kind = "full_text"
layout = "full_text_2025"
dated = "2030-06-01"
publisher = "架空庁"
short = ""
file = "plan-2030.txt"
sha256 = "{sha256}"
"""


def write(folder: Path, content: bytes = TEXT.encode(), manifest: str = MANIFEST) -> Path:
    (folder / "plan-2030.txt").write_bytes(content)
    path = folder / "manifest.toml"
    path.write_text(
        manifest.replace("{sha256}", hashlib.sha256(TEXT.encode()).hexdigest()), encoding="utf-8"
    )
    return path


def test_each_packaged_source_is_pinned_to_its_digest() -> None:
    packaged = Path(__file__).parents[2] / "data" / "sources" / "manifest.toml"
    documents = tomllib.loads(packaged.read_text(encoding="utf-8"))["document"]
    assert documents
    for document in documents:
        content = (packaged.parent / document["file"]).read_bytes()
        assert document["sha256"] == hashlib.sha256(content).hexdigest(), document["file"]


def test_a_manifest_of_somebody_s_own_may_name_no_digest(tmp_path: Path) -> None:
    path = write(tmp_path, manifest=MANIFEST.replace('sha256 = "{sha256}"\n', ""))
    (source,) = read_manifest(path).sources
    assert source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_it_reads_editions_and_lines(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path))
    (source,) = manifest.sources
    assert source.text.texts == ("第１", "森の図書館")
    assert (source.kind, source.layout) == (DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025)
    assert manifest.editions[0].cite == "2030年"
    assert manifest.attribution == ("出典：作り物",)
    assert manifest.attribution_en == ("Source: made up",)


def test_a_changed_text_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"plan-2030\.txt: SHA-256 is .* restore the file"):
        read_manifest(write(tmp_path, b"something else"))


def no_file(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("put", "english", "japanese"),
    [
        (no_file, "No such file", "ファイルがありません"),
        (a_folder, "it is no regular file", "通常のファイルではありません"),
    ],
)
def test_what_is_listed_and_is_no_text_is_to_be_named_otherwise_or_put_back(
    tmp_path: Path, put: Callable[[Path], None], english: str, japanese: str
) -> None:
    path = write(tmp_path)
    put(tmp_path / "plan-2030.txt")
    with pytest.raises(DataError) as error:
        read_manifest(path)
    assert f"{english}; correct the name here, or restore the file" in str(error.value)
    assert f"{japanese}。ここの名前を直すか" in error.value.say(Language.JA)


def test_a_manifest_that_is_not_there_is_looked_for_in_another_folder(tmp_path: Path) -> None:
    with pytest.raises(DataError) as error:
        read_manifest(tmp_path / "manifest.toml")
    assert str(error.value).endswith("manifest.toml: No such file; run from the project's folder")
    assert "ファイルがありません。プロジェクトのフォルダーで" in error.value.say(Language.JA)


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("森.txt", "./森.txt"),
        ("plan-2030.txt", "PLAN-2030.txt"),
        ("a/b/森.txt", "a/./b/森.txt"),
        ("a/b/森.txt", "a//b//森.txt"),
        ("a/b/森.txt", r"a\\b\\森.txt"),
        ("が.txt", "か\u3099.txt"),
    ],
)
def test_two_names_of_one_file_are_told(tmp_path: Path, first: str, other: str) -> None:
    manifest = _TWO.replace("plan-2030.txt", first).replace("plan-2031.txt", other)
    with pytest.raises(DataError, match=r"file: .* is also that of document 1"):
        read_manifest(write(tmp_path, manifest=manifest))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2030-02-03T10:00:00", "2030-02-03T10:00:00 is not a day"),
        ("2030-02-03T10:00:00+09:00", r"2030-02-03T10:00:00\+09:00 is not a day"),
        ("10:00:00", "10:00:00 is not a day"),
        ("true", "true is not a day"),
        ("2030", "2030 is not a day"),
        ("2030.6", r"2030\.6 is not a day"),
        ("[2030]", r"\[2030\] is not a day"),
    ],
)
def test_what_is_no_day_is_told_as_it_is_written(tmp_path: Path, written: str, said: str) -> None:
    with pytest.raises(DataError, match=f"decided_on: {said}; write it as"):
        read_manifest(write(tmp_path, manifest=altered("decided_on", written, "edition")))


@pytest.mark.parametrize("edition", ["[edition]", "[[editions]]"])
def test_without_an_edition_no_document_is_at_fault(tmp_path: Path, edition: str) -> None:
    manifest = MANIFEST.replace("[[edition]]", edition)
    with pytest.raises(DataError, match="no edition is listed") as error:
        read_manifest(write(tmp_path, manifest=manifest))
    assert "choose: " not in str(error.value)


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path)
    (tmp_path / "plan-2030.txt").unlink()
    with pytest.raises(DataError, match=r"plan-2030\.txt: No such file"):
        read_manifest(path)


@pytest.mark.parametrize(
    "manifest",
    [
        "not toml at all",
        MANIFEST.replace('layout = "full_text_2025"', 'layout = "papyrus"'),
        MANIFEST.replace('title = "森の図書館計画"\n', ""),
        MANIFEST.replace('url = "https://example.invalid/"\n', ""),
        MANIFEST.replace("decided_on", "decided"),
    ],
)
def test_a_broken_manifest_is_one_error(tmp_path: Path, manifest: str) -> None:
    with pytest.raises(DataError, match="not a manifest of sources: "):
        read_manifest(write(tmp_path, manifest=manifest))


SHORT = """
licence = "架空の利用規約"
url = "https://example.invalid/"
attribution = ["出典：作り物"]

[[edition]]
decided_on = "2030-06-01"

[[edition]]
decided_on = 2030-12-24

[[edition]]
decided_on = "2029-06-01"

[[document]]
edition = "2030"
title = "森の図書館計画"
file = "plan-2030.txt"

[[document]]
edition = "2030"
title = "森の図書館計画（概要）"
kind = "overview"
file = "overview.txt"

[[document]]
edition = "2029"
title = "湖の図書館計画"
file = "lake.md"
"""


def test_entries_need_only_what_cannot_be_derived(tmp_path: Path) -> None:
    for name in ("overview.txt", "lake.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    manifest = read_manifest(write(tmp_path, manifest=SHORT))
    assert [
        (each.id, each.label, each.label_en, each.cite, each.decided_on)
        for each in manifest.editions
    ] == [
        ("2029", "2029年6月", "June 2029", "2029年", "2029-06-01"),
        ("2030", "2030年6月", "June 2030", "2030年", "2030-06-01"),
        ("2030-12", "2030年12月", "December 2030", "2030年12月", "2030-12-24"),
    ]
    assert [
        (each.id, each.key, each.kind, each.layout, each.dated, each.short)
        for each in manifest.sources
    ] == [
        ("plan-2029", "2029", "full_text", "markdown", "2029-06-01", ""),
        ("plan-2030", "2030", "full_text", "full_text", "2030-06-01", ""),
        ("overview-2030", "2030o", "overview", "slides", "2030-06-01", "概要"),
    ]
    assert {each.sha256 for each in manifest.sources} == {hashlib.sha256(TEXT.encode()).hexdigest()}


def test_what_is_held_follows_from_the_kinds_of_documents() -> None:
    kinds = DocumentKind
    assert held_note({kinds.FULL_TEXT, kinds.OVERVIEW}).ja == "本文を収録。"
    both = held_note({kinds.DECK, kinds.OVERVIEW})
    assert both.ja == "概要と説明資料を収録。全文は未収録。"
    assert both.en == "Held: an overview and a slide deck; the full text is not held."
    assert held_note(()).en == "Not held."


_TWO = MANIFEST + MANIFEST[MANIFEST.index("[[document]]") :].replace("plan-2030", "plan-2031")
WRONG_VALUES = (
    *("7", "7.5", "true", "[]", '["a"]', "{ a = 1 }", "2030-06-01T00:00:00", '" "', '"a\\nb"'),
)
"""As TOML: of no type that a field has, blank, or of two lines."""
TEXT_FIELDS = {
    "edition": ("id", "label", "label_en", "cite", "decided_on", "note", "note_en"),
    "document": (
        *("id", "edition", "key", "title", "kind", "layout", "dated", "publisher", "short"),
        *("file", "sha256"),
    ),
}


def altered(field: str, value: str, entry: str) -> str:
    """Return the manifest with another value (TOML) of a field of an entry."""
    before, head, rest = MANIFEST.partition(f"[[{entry}]]")
    return (
        before
        + head
        + re.sub(rf"(?m)^{field} = .*$", lambda _: f"{field} = {value}", rest, count=1)
    )


@pytest.mark.parametrize("value", WRONG_VALUES)
@pytest.mark.parametrize(
    ("entry", "field"), [(entry, field) for entry, names in TEXT_FIELDS.items() for field in names]
)
def test_values_of_a_wrong_type_are_refused_by_entry_and_field(
    tmp_path: Path, entry: str, field: str, value: str
) -> None:
    with pytest.raises(DataError, match=rf'{entry} ("[^"]*"|\d), {field}: '):
        read_manifest(write(tmp_path, manifest=altered(field, value, entry)))


@pytest.mark.parametrize("field", ["licence", "url", "attribution", "attribution_en"])
@pytest.mark.parametrize("value", ["7", "true", "[]", "[7]", '["a", ""]', '""', "{ a = 1 }"])
def test_values_at_the_top_are_checked_too(tmp_path: Path, field: str, value: str) -> None:
    manifest = re.sub(rf"(?m)^{field} = .*$", f"{field} = {value}", MANIFEST, count=1)
    with pytest.raises(DataError, match=rf"the top, {field}: "):
        read_manifest(write(tmp_path, manifest=manifest))


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (altered("decided_on", '"2030.6.1"', "edition"), "is not a day; write it as"),
        (altered("decided_on", '"20300601"', "edition"), "'20300601' is not a day"),
        (altered("decided_on", '"2030-02-30"', "edition"), "'2030-02-30' is not a day"),
        (altered("decided_on", '"2030-W24-1"', "edition"), "'2030-W24-1' is not a day"),
        (altered("dated", '"令和12年6月1日"', "document"), "'令和12年6月1日' is not a day"),
        (altered("dated", '"2030-6-1"', "document"), "'2030-6-1' is not a day"),
        (altered("id", '"a:b"', "edition"), "'a:b' cannot name an edition"),
        (altered("id", '"令和12"', "edition"), "'令和12' cannot name an edition"),
        (altered("edition", '"1999"', "document"), "'1999' cannot be; choose: 2030"),
        (altered("kind", '"novel"', "document"), "choose: full_text, overview, summary, deck"),
        (altered("layout", '"papyrus"', "document"), "cannot be; choose: full_text"),
        (altered("id", '"plan 2030"', "document"), "'plan 2030' cannot be; use letters"),
        (altered("key", '"2030:1"', "document"), "'2030:1' cannot be; use letters"),
        (altered("file", '"../plan-2030.txt"', "document"), "file inside the manifest's folder"),
        (altered("file", '"/etc/hostname"', "document"), "file inside the manifest's folder"),
        (altered("file", '"a/../../b.txt"', "document"), "file inside the manifest's folder"),
        (altered("file", '"."', "document"), "file inside the manifest's folder"),
        (altered("sha256", '"abc"', "document"), "'abc' is not a SHA-256"),
        (_TWO, r'document "plan-2031", key: 2030 is also that of document 1$'),
        (_TWO.replace("plan-2031.txt", "plan-2030.txt"), "file: plan-2030.txt is also that of"),
        (_TWO.replace('id = "plan-2031"', 'id = "plan-2030"'), "id: plan-2030 is also that of"),
        (MANIFEST.replace("[[edition]]", '[[edition]]\ndecided_on = "2029-01-01"\nid = "2030"\n'
                          "[[edition]]"), 'edition "2030", id: 2030 is also that of edition 1'),
        (MANIFEST.replace("[[edition]]", "[edition]"), "no edition is listed"),
        (MANIFEST[: MANIFEST.index("[[document]]")], "no document is listed"),
        (MANIFEST.replace("[[document]]", "[[documents]]"), "documents: there is no such field"),
        (MANIFEST.replace("short = ", "shorts = "), "shorts: there is no such field; there are"),
        (altered("title", "", "document").replace("title = \n", ""), "title: it is lacking"),
    ],
)  # fmt: skip
def test_the_entry_at_fault_is_named_with_what_is_possible(
    tmp_path: Path, manifest: str, said: str
) -> None:
    with pytest.raises(DataError, match=said):
        read_manifest(write(tmp_path, manifest=manifest))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    manifest = altered("decided_on", '"soon"', "edition").replace("https://example.invalid/", "")
    manifest = manifest.replace('"full_text_2025"', '"papyrus"').replace("title", "titel")
    with pytest.raises(DataError) as error:
        read_manifest(write(tmp_path, manifest=manifest))
    for fault in ("url: ", "decided_on: ", "layout: ", "titel: ", "title: "):
        assert fault in str(error.value)
    assert "papyrus" in error.value.say(Language.JA)


def test_all_texts_that_cannot_be_read_are_told_at_once(tmp_path: Path) -> None:
    other = '[[document]]\nedition = "2030"\ntitle = "続き"\nfile = "{name}.txt"\n'
    manifest = MANIFEST + other.format(name="shift-jis") + other.format(name="missing")
    (tmp_path / "shift-jis.txt").write_bytes("森".encode("shift_jis"))
    with pytest.raises(DataError) as error:
        read_manifest(write(tmp_path, b"something else", manifest))
    said = str(error.value)
    assert "plan-2030.txt: SHA-256 is" in said
    assert "shift-jis.txt:1: not UTF-8 text" in said
    assert "missing.txt: No such file" in said


def test_lines_end_at_line_feeds_alone() -> None:
    assert split_lines("一\u2028二\x0b三\r\n四\n\n") == ("一\u2028二\x0b三\r", "四", "")
    assert split_lines("") == ()
    assert split_lines("末尾に改行なし") == ("末尾に改行なし",)


def test_the_digest_depends_on_every_text(tmp_path: Path) -> None:
    manifest = read_manifest(write(tmp_path))
    assert len(manifest.digest()) == 64
    (tmp_path / "plan-2031.txt").write_text(TEXT, encoding="utf-8")
    longer = _TWO.replace('key = "2030"', 'key = "2031"', 1)
    assert read_manifest(write(tmp_path, manifest=longer)).digest() != manifest.digest()
