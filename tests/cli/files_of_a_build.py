"""All files that a build reads, made up, with every field that each may have."""

from __future__ import annotations

import copy
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from plan_tui.cli.main import main

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
    if value == LONG:
        return f'"{LONG}"'  # a hundred thousand escapes take long to read
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
