"""Every field of every file that a build reads: what is wrong is told by file and line."""

from __future__ import annotations

import copy
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plan_tui.cli.main import main
from plan_tui.importer.own.lock import locked

Tree = dict[str, Any]
"""A TOML file as tables, lists and values."""
OLD, LATE = "森の図書館は夜も開く。\n", "森の図書館は朝も開く。\n"
TEXT = "前文の一つ目の段落である。\n第１ 森の図書館の姿\n"
TEXTS = {"plan-2030.txt": TEXT + OLD, "plan-2031.txt": TEXT + LATE}

ID, KEY, DAY, FILE, DIGEST = "id", "key", "day", "file", "digest"
"""Texts that have to look so."""
LINE, PRINTED, NAMED, ADDRESS, KANA, WORD = "line", "printed", "named", "address", "kana", "word"
"""One line; one as it may be printed; a name; an address; hiragana; one word of a closed set."""
LINES, NAMES, TRUTH, COUNT, PLACES, TABLES = "lines", "names", "truth", "count", "places", "tables"
"""Lists of texts, of names; yes or no; a whole number from 1; places; tables by name."""

LONG = "長" * 100_000
NO_TEXTS: tuple[Any, ...] = (7, -1, 1.5, float("nan"), True, [], ["a"], {}, {"a": 1}, [[["a"]]])
NO_LINES: tuple[Any, ...] = (
    *NO_TEXTS,
    *(" ", "\u3000", "a\nb", "a\tb", "a\x00b", "a\x1b[2Jb", "a\u202eb", "a\u2028b", "a\u200bb"),
    LONG,
)
NO_NAMES = (*NO_LINES, "", "no such thing", "../x", "1 2", "日本")
NO_LISTS: tuple[Any, ...] = (
    *(7, 1.5, True, "", "a", {}, {"a": 1}, [7], [""], ["a", 7], [["a"]], ["a\nb"], [LONG]),
)
WRONG: dict[str, tuple[Any, ...]] = {
    LINE: (*NO_LINES, ""),
    PRINTED: (*NO_TEXTS, "", " ", "\u3000", "a\nb", LONG),
    NAMED: NO_NAMES,
    ID: (*NO_NAMES, "a b", "a:b", "a/b", "x" * 200),
    KEY: (*NO_NAMES, "a:b", "a/b", "a#b"),
    DAY: (
        *NO_NAMES,
        "2030-02-30",
        "2030-1-1",
        "20300101",
        "2030-W01-1",
        "9999-01-01",
        "0001-01-01",
    ),
    FILE: (*NO_NAMES, "/etc/hostname", "..\\x", "~/x", ".", "a/../../b", "a" * 300, "missing.txt"),
    DIGEST: (*NO_NAMES, "0" * 63, "0" * 64, "g" * 64),
    ADDRESS: (*NO_NAMES, "ftp://example.invalid/", "https://", "example.invalid"),
    KANA: (*NO_NAMES, "カタカナ", "kana", "漢字", "ひらがな。"),
    WORD: (*NO_NAMES, "FULL_TEXT"),
    LINES: (*NO_LISTS, []),
    NAMES: (*NO_LISTS, [], ["no such thing"], ["a", "a"]),
    PLACES: (*NO_LISTS, ["2030:1#0"], ["2030:1#x"], ["2030:1#-1"], ["no such key"]),
    TRUTH: (7, 0, "yes", "true", "", [], {}, 1.5),
    COUNT: (0, -1, 1.5, "1", "", True, [], {}, [1]),
    TABLES: (7, "a", True, [], [7], [{}]),
}
"""Kind → values that none of its fields may have."""


def manifest() -> Tree:
    documents = []
    for name, text in TEXTS.items():
        year = name[5:9]
        documents.append(
            {
                **{"id": f"plan-{year}", "edition": year, "key": year, "title": "森の図書館計画"},
                **{"kind": "full_text", "layout": "full_text_2025", "dated": f"{year}-06-01"},
                **{"publisher": "架空庁", "short": "計画", "file": name},
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
        )
    editions = [
        {
            **{"id": year, "label": f"{year}年6月", "label_en": f"June {year}"},
            **{"cite": f"{year}年", "decided_on": f"{year}-06-01", "note": "作り物"},
            "note_en": "made up",
        }
        for year in ("2030", "2031")
    ]
    return {
        "licence": "架空の利用規約",
        "url": "https://example.invalid/",
        "attribution": ["出典：作り物"],
        "attribution_en": ["Source: made up"],
        "tables": ["aliases.toml", "crosswalk.toml"],
        "edition": editions,
        "document": documents,
    }


FILES: dict[str, Tree] = {
    "sources/manifest.toml": manifest(),
    "sources/plan-2030.txt.edits.toml": {
        "edit": [
            {"kind": "heading", "line": 2, "page": 1, "text": "第１ 森の図書館の姿"},
            {"kind": "split", "line": 3, "text": "森"},
        ]
    },
    "aliases.toml": {"groups": [["図書館", "library"], ["森", "forest", "wood"]]},
    "everyday_words.toml": {"words": {"図書館": ["本のある所"], "森": ["木の多い所", "trees"]}},
    "readings.toml": {"words": {"姿": "すがた"}, "titles": {"森の図書館の姿": "もりのすがた"}},
    "titles_en.toml": {"2030:1": "The forest library", "2031:1": "The same"},
    "crosswalk.toml": {
        "read": ["2030", "2031"],
        "topic": [
            {
                **{"id": "library", "title": "図書館", "title_en": "The library", "note": "姿"},
                **{"note_en": "what it is", "relation": "continued"},
                "sections": {"2030": ["2030:1"], "2031": ["2031:1#1"]},
                "mentions": {"2031": ["2031:1#title"]},
            }
        ],
        "pair": [{"places": ["2030:1", "2031:1#1"], "mention": "2031:1", "apart": False}],
        "verdict": [
            {
                **{"key": "2030:0", "editions": ["2031"], "verdict": "dropped"},
                **{"reason": "ない", "reason_en": "not there"},
            },
            {"keys": ["2031:0"], "editions": ["2030"], "verdict": "new"},
        ],
    },
}  # fmt: skip
"""The files of a data folder, all of them sound; the texts apart."""

KINDS: dict[str, dict[str, str]] = {
    "sources/manifest.toml": {
        **{"licence": LINE, "url": ADDRESS, "attribution": LINES, "attribution_en": LINES},
        **{"tables": NAMES, "edition": TABLES, "document": TABLES},
        **{"edition.id": ID, "edition.label": LINE, "edition.label_en": LINE},
        **{"edition.cite": LINE, "edition.decided_on": DAY, "edition.note": LINE},
        **{"edition.note_en": LINE, "document.id": ID, "document.edition": NAMED},
        **{"document.key": KEY, "document.title": LINE, "document.kind": WORD},
        **{"document.layout": WORD, "document.dated": DAY, "document.publisher": LINE},
        **{"document.short": LINE, "document.file": FILE, "document.sha256": DIGEST},
    },
    "sources/plan-2030.txt.edits.toml": {
        **{"edit": TABLES, "edit.kind": WORD, "edit.line": COUNT, "edit.page": COUNT},
        "edit.text": PRINTED,
    },
    "aliases.toml": {"groups": TABLES, "groups.item": LINES},
    "everyday_words.toml": {"words": TABLES, "words.図書館": LINES},
    "readings.toml": {
        **{"words": TABLES, "titles": TABLES, "words.姿": KANA},
        "titles.森の図書館の姿": KANA,
    },
    "titles_en.toml": {"2030:1": LINE},
    "crosswalk.toml": {
        **{"read": NAMES, "topic": TABLES, "pair": TABLES, "verdict": TABLES},
        **{"topic.id": KEY, "topic.title": LINE, "topic.title_en": LINE, "topic.note": LINE},
        **{"topic.note_en": LINE, "topic.relation": WORD, "topic.sections": TABLES},
        **{"topic.mentions": TABLES, "topic.sections.2030": PLACES},
        **{"topic.mentions.2031": PLACES, "pair.places": PLACES, "pair.mention": NAMED},
        **{"pair.apart": TRUTH, "verdict.key": NAMED, "verdict.editions": NAMES},
        **{"verdict.verdict": WORD, "verdict.reason": LINE, "verdict.reason_en": LINE},
    },
}
"""File → field → what it holds."""
REQUIRED = {
    "sources/manifest.toml": (
        *("licence", "url", "attribution", "edition", "document", "edition.decided_on"),
        *("document.edition", "document.title", "document.file"),
    ),
    "sources/plan-2030.txt.edits.toml": ("edit.kind",),
    "crosswalk.toml": (
        *("topic.id", "topic.title", "topic.sections", "pair.places"),
        *("verdict.key", "verdict.editions", "verdict.verdict"),
    ),
}
"""File → the fields that have to be written."""
MAY_BE_EMPTY = {
    "sources/manifest.toml": ("document.short",),
    "sources/plan-2030.txt.edits.toml": ("edit", "edit.text"),
    "aliases.toml": ("groups",),
    "crosswalk.toml": (
        *("topic", "pair", "verdict", "topic.sections.2030", "topic.mentions.2031"),
    ),
}
"""File → fields in which nothing is written as an empty text or list."""


def toml(tree: Tree) -> str:
    """Return a tree as TOML, each field of the top and of a list of tables on a line of its own."""
    lines = [f"{name_of(n)} = {written(v)}" for n, v in tree.items() if not is_list_of_tables(v)]
    for name, entries in tree.items():
        for entry in entries if is_list_of_tables(entries) else ():
            lines += [
                "",
                f"[[{name}]]",
                *(f"{name_of(n)} = {written(v)}" for n, v in entry.items()),
            ]
    return "\n".join(lines) + "\n"


def is_list_of_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(e, dict) and e for e in value)


def name_of(name: str) -> str:
    return json.dumps(name, ensure_ascii=True)


def written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name_of(n)} = {written(v)}" for n, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, float):
        return str(value)
    return json.dumps(value, ensure_ascii=True)


def altered(file: str, field: str, value: object, *, gone: bool = False) -> tuple[str, str]:
    """Return a file with another value of a field, and the beginning of the line it stands on."""
    tree: Any = copy.deepcopy(FILES[file])
    *way, last = field.split(".")
    within = tree
    for step in way:
        within = within[step]
        within = within[0] if isinstance(within, list) and step != "groups" else within
    place: Any = 0 if last == "item" else last
    if gone:
        del within[place]
        head = f"[[{way[0]}]]" if way else ""
    else:
        within[place] = value
        head = name_of(way[1] if len(way) > 1 else last)
        if way and not is_list_of_tables(tree[way[0]]):
            head = name_of(way[0])
        if is_list_of_tables(value) and not way:
            head = f"[[{last}]]"
    return toml(tree), head


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    (folder / "sources").mkdir()
    for name, text in TEXTS.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    for name, tree in FILES.items():
        (folder / name).write_text(toml(tree), encoding="utf-8")
    return folder


def assert_refused(data: Path, capsys: pytest.CaptureFixture[str], place: str, line: int) -> str:
    """Build, and make sure that one line tells the fault and the old database stays."""
    target = data / "old.db"
    target.write_text("old")
    before = sorted(path.name for path in data.rglob("*"))
    capsys.readouterr()
    code = main(["build", "--data", str(data), "--db", str(target), "--lang", "en"])
    printed = capsys.readouterr()
    assert (code, printed.out) == (3, ""), printed.out
    assert printed.err.count("\n") == 1, printed.err
    assert printed.err.startswith(f"plan-tui: {data / place}:{line}: "), (printed.err[:600], line)
    assert len(printed.err) < 20_000
    assert printed.err.rstrip("\n").replace("\u3000", " ").isprintable()  # a full-width blank
    assert target.read_text() == "old"
    assert sorted(path.name for path in data.rglob("*")) == before
    return printed.err


def line_of(text: str, table: str, head: str) -> int:
    """Return the line of a field in the first entry of a table, or at the top."""
    lines = text.split("\n")
    first = lines.index(f"[[{table}]]") if f"[[{table}]]" in lines else 0
    return 1 + next(
        (n for n, line in enumerate(lines) if n >= first and line.startswith(head)), first
    )


def test_the_folder_is_sound(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = data / "sound.db"
    assert main(["build", "--data", str(data), "--db", str(target), "--lang", "en"]) == 0
    assert capsys.readouterr().err == ""
    target.unlink()


def wrong_values() -> Iterator[tuple[str, str]]:
    for file, kinds in KINDS.items():
        yield from ((file, field) for field in kinds)


@pytest.mark.parametrize(("file", "field"), wrong_values())
def test_a_wrong_value_is_told_by_file_and_line(
    file: str, field: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (data / file).read_text(encoding="utf-8")
    try:
        for value in WRONG[KINDS[file][field]]:
            if value in ("", []) and field in MAY_BE_EMPTY.get(file, ()):
                continue
            text, head = altered(file, field, value)
            (data / file).write_text(text, encoding="utf-8")
            told = assert_refused(data, capsys, file, line_of(text, field.split(".")[0], head))
            told = told.replace("SHA-256", "sha256")
            assert any(name in told for name in (*field.split("."), "no such thing", "aaaa"))
    finally:
        (data / file).write_text(sound, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "field"), [(file, field) for file, fields in REQUIRED.items() for field in fields]
)
def test_a_missing_field_is_told_by_file_and_line(
    file: str, field: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = (data / file).read_text(encoding="utf-8")
    text, head = altered(file, field, None, gone=True)
    (data / file).write_text(text, encoding="utf-8")
    try:
        told = assert_refused(data, capsys, file, line_of(text, field.split(".")[0], head))
        assert re.search(rf"\b{field.split('.')[-1]}\b", told.replace("keys", "key"))
    finally:
        (data / file).write_text(sound, encoding="utf-8")


@pytest.fixture
def own_data(data: Path, tmp_path: Path) -> Path:
    """A copy of the folder, to change."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    return folder


TABLES_OF = {
    **{file: ("",) for file in FILES if file != "titles_en.toml"},
    "sources/manifest.toml": ("", "edition", "document"),
    "sources/plan-2030.txt.edits.toml": ("", "edit"),
    "crosswalk.toml": ("", "topic", "pair", "verdict"),
}
"""File → its tables that have certain fields alone; empty for the top."""


@pytest.mark.parametrize("field", ["titel", "a b", "題名", "a\nb", "\x1b[2J", "", "x" * 5000])
def test_a_field_that_there_is_not_is_told(
    field: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, tables in TABLES_OF.items():
        for table in tables:
            tree = copy.deepcopy(FILES[file])
            (tree[table][0] if table else tree)[field] = "x"
            text = toml(tree)
            (own_data / file).write_text(text, encoding="utf-8")
            assert_refused(own_data, capsys, file, line_of(text, table, name_of(field) + " ="))
        (own_data / file).write_text(toml(FILES[file]), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "table", "field"),
    [
        *(("sources/manifest.toml", "edition", field) for field in ("id",)),
        *(("sources/manifest.toml", "document", field) for field in ("id", "key", "file")),
        ("sources/plan-2030.txt.edits.toml", "edit", "kind"),
        ("crosswalk.toml", "topic", "id"),
        ("crosswalk.toml", "verdict", "key"),
    ],
)
def test_what_stands_there_twice_is_told(
    file: str, table: str, field: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = copy.deepcopy(FILES[file])
    first, *others = tree[table]
    names = ("id", "key", "file") if table == "document" else ()
    copied = copy.deepcopy(first) | {name: "other" for name in names if name != field}
    tree[table] = [first, copied, *others]
    text = toml(tree)
    (own_data / file).write_text(text, encoding="utf-8")
    second = text.split("\n").index(f"[[{table}]]", text.split("\n").index(f"[[{table}]]") + 1)
    before = text.split("\n")[:second]
    offset = 0 if table == "edit" else [*first].index(field) + 1
    told = assert_refused(own_data, capsys, file, len(before) + 1 + offset)
    assert str(first[field]) in told or "same as edit 1" in told


@pytest.mark.parametrize("table", ["aliases.toml", "crosswalk.toml"])
def test_a_table_that_has_to_be_there_is_missed(
    table: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_data / table).unlink()
    told = assert_refused(own_data, capsys, "sources/manifest.toml", 5)
    assert f"{table} is not there; restore the file" in told


def test_a_build_without_a_table_says_so(
    own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("readings.toml", "titles_en.toml"):
        (own_data / name).unlink()
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert "built without readings.toml, titles_en.toml" in capsys.readouterr().err


BROKEN = {
    "a list without end": ("x = [\n1,\n", 2),
    "no value": ("a = 1\nx =\n", 2),
    "two values": ("a = 1\n\nx = 1 2\n", 3),
    "a field twice": ("a = 1\nb = 2\na = 3\n", 3),
    "a table twice": ("[a]\n[b]\n[a]\n", 3),
    "half a head": ("a = 1\n[[x]\n", 2),
    "a control character": ("a = 1\nb = '\x01'\n", 2),
    "a day that is none": ("a = 1\nb = 2030-02-30\n", 2),
    "a long number": ("a = 1\n# x\nb = " + "1" * 5000 + "\n", 3),
    "a deep list": ("a = 1\nb = " + "[" * 100_000 + "\nc = 1\n", 2),
    "no TOML at all": ("{}\n", 1),
    "a carriage return": ("a = 1\r\nb = \r\n", 2),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_no_toml_is_told_by_file_and_line(
    fault: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, line = BROKEN[fault]
    for file in FILES:
        sound = (own_data / file).read_bytes()
        (own_data / file).write_bytes(text.encode())
        assert "not TOML" in assert_refused(own_data, capsys, file, line)
        (own_data / file).write_bytes(sound)


NOT_UTF8 = {
    "Shift_JIS": "前文\n".encode() + "森の図書館\n".encode("shift_jis"),
    "EUC-JP": "前文\n".encode() + "森の図書館\n".encode("euc_jp"),
    "Latin-1": "前文\n".encode() + "été\n".encode("latin-1"),
    "GB 18030": "前文\n".encode() + "森林的图书馆\n".encode("gb18030"),
    "half a character": "前文\n森".encode()[:-1],
    "a surrogate": b"x\n\xed\xa0\x80\n",
    "a lone byte": b"x\n\xff\n",
}


@pytest.mark.parametrize("encoding", NOT_UTF8)
def test_what_is_not_utf_8_is_told_by_file_and_line(
    encoding: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (*FILES, "sources/plan-2031.txt"):
        sound = (own_data / file).read_bytes()
        (own_data / file).write_bytes(NOT_UTF8[encoding])
        assert "not UTF-8" in assert_refused(own_data, capsys, file, 2)
        (own_data / file).write_bytes(sound)


@pytest.mark.parametrize("code", [0x00, 0x07, 0x08, 0x0E, 0x1B, 0x7F, 0x80, 0x9B])
def test_a_control_character_of_a_source_is_told_by_file_and_line(
    code: int, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = f"{TEXT}森の{chr(code)}図書館\n"
    (own_data / "sources" / "plan-2031.txt").write_text(text, encoding="utf-8")
    told = assert_refused(own_data, capsys, "sources/plan-2031.txt", 3)
    assert f"U+{code:04X}" in told


@pytest.mark.parametrize("content", [b"", b"\n", b" \n\t\n", "\u3000\n".encode(), b"\f"])
def test_an_empty_source_is_told(
    content: bytes, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_data / "sources" / "plan-2030.txt").write_bytes(content)
    assert "the file is empty" in assert_refused(own_data, capsys, "sources/plan-2030.txt", 1)


@pytest.mark.parametrize(
    "piece", ["森の図書館は夜も開く。", "森", "x", "㍿", "（", "、", "令和１２年"]
)
def test_a_line_that_is_too_long_for_the_dictionary_is_read(
    piece: str, own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = own_data / "sources" / "plan-2030.txt"
    path.write_text(TEXT + OLD + piece * (60_000 // len(piece)) + "\n", encoding="utf-8")
    manifest = own_data / "sources" / "manifest.toml"
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    old = FILES["sources/manifest.toml"]["document"][0]["sha256"]
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, digest), "utf-8")
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert capsys.readouterr().err == ""


def test_the_second_of_two_builds_says_so(
    own_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = own_data / "plan.db"
    target.write_text("old")
    with locked(target):
        assert main(["build", "--data", str(own_data), "--lang", "en"]) == 3
        printed = capsys.readouterr()
        assert printed.err.count("\n") == 1
        assert "try again when it has ended" in printed.err
        assert target.read_text() == "old"
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert not [path for path in own_data.iterdir() if path.suffix in (".new", ".tmp", ".lock")]


def test_a_killed_build_leaves_no_lock(own_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = (
        "import sys; from pathlib import Path; from plan_tui.importer.own.lock import locked\n"
        "with locked(Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    )
    target = own_data / "plan.db"
    holder = subprocess.Popen(
        [sys.executable, "-c", script, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        assert main(["build", "--data", str(own_data), "--lang", "en"]) == 3
        holder.kill()
    assert main(["build", "--data", str(own_data), "--lang", "en"]) == 0
    assert capsys.readouterr().err.count("\n") == 1
