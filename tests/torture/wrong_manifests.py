"""Manifests that are wrong in one place: each stops the build with a line that names the file."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from functools import partial

from tests.sources.test_manifest import MANIFEST, write
from tests.torture.cases import Case, Ground
from tests.torture.program import how_it_ended, run_line

WRONG_VALUES = (
    *("7", "2.5", "true", "2024-06-01", "[]", "[7]", '["x", 7]', "{}", "{ a = 1 }"),
    *('""', '" "', '"a\\u0000b"', '"\\u001b[2J"', '"\\u202e"', '"a\\nb"', "nan"),
)
"""What stands in the place of a value, as TOML writes it."""
_DAYS = {"dated", "decided_on"}
"""Fields that may be days of TOML's own."""
_MAY_BE_EMPTY = {"short", "note", "note_en", "url", "label_en"}
"""Fields that need say nothing."""
_DERIVED = {
    *("id", "key", "label", "label_en", "cite", "note", "note_en", "kind", "layout", "short"),
    *("sha256", "dated", "publisher", "attribution_en"),
}
"""Fields that follow from others, or from the file, where they are left out."""
OTHERS: dict[str, str] = {
    "no manifest of words": "",
    "broken TOML": "[[edition",
    "a key twice": MANIFEST + '\nfile = "x"\n',
    "an unknown field": MANIFEST + '\nnothing = "x"\n',
    "an unknown table": MANIFEST + "\n[other]\na = 1\n",
    "no editions": re.sub(r"(?s)\[\[edition\]\].*?(?=\[\[document)", "", MANIFEST),
    "no documents": MANIFEST[: MANIFEST.index("[[document")],
    "an edition that is no list": MANIFEST.replace("[[edition]]", "[edition]"),
    "a document that is no list": MANIFEST.replace("[[document]]", "[document]"),
    "an edition twice": MANIFEST + MANIFEST[MANIFEST.index("[[edition") :],
    "a document twice": MANIFEST + MANIFEST[MANIFEST.index("[[document") :],
    "a document of no edition": MANIFEST.replace('edition = "2030"', 'edition = "2031"'),
    "another digest": MANIFEST.replace("{sha256}", "0" * 64),
    "a short digest": MANIFEST.replace("{sha256}", "0" * 63),
    "a file that is not there": MANIFEST.replace('file = "plan-2030.txt"', 'file = "none.txt"'),
    "a file outside": MANIFEST.replace('file = "plan-2030.txt"', 'file = "../../plan-2030.txt"'),
    "an absolute file": MANIFEST.replace('file = "plan-2030.txt"', 'file = "/etc/hostname"'),
    "a folder for a file": MANIFEST.replace('file = "plan-2030.txt"', 'file = "."'),
    "a layout that there is not": MANIFEST.replace("full_text_2025", "song"),
    "a kind that there is not": MANIFEST.replace('kind = "full_text"', 'kind = "song"'),
    "a day that is none": MANIFEST.replace('dated = "2030-06-01"', 'dated = "2030-06-31"'),
    "a day in words": MANIFEST.replace('decided_on = "2030-06-01"', 'decided_on = "令和12年"'),
    "a manifest of a million lines": MANIFEST + "# x\n" * 1_000_000 + "x",
    "lists in lists": MANIFEST + "\nx = " + "[" * 10_000,
}
"""What is wrong → the whole manifest."""


def manifests() -> dict[str, str]:
    """Return every wrong manifest, by what is wrong in it."""
    lines = MANIFEST.splitlines()
    places = [n for n, line in enumerate(lines) if " = " in line]
    wrong = dict(OTHERS)
    for place in places:
        name = lines[place].split(" = ")[0]
        before, after = lines[:place], lines[place + 1 :]
        if name not in _DERIVED:
            wrong[f"line {place}: no {name}"] = "\n".join([*before, *after])
        for value in WRONG_VALUES:
            if value == '""' and name in _MAY_BE_EMPTY:
                continue
            if value == "2024-06-01" and name in _DAYS:
                continue
            line = f"{name} = {value}"
            wrong[f"line {place}: {line}"] = "\n".join([*before, line, *after])
    return wrong


def cases(ground: Ground) -> Sequence[Case]:
    """Return a build with each of the manifests."""
    ground.database()
    return [Case(what, partial(_build, ground, text)) for what, text in manifests().items()]


def _build(ground: Ground, manifest: str) -> str:
    data = ground.folder / f"manifest-{os.getpid()}"
    shutil.rmtree(data, ignore_errors=True)
    (data / "sources").mkdir(parents=True)
    write(data / "sources", manifest=manifest)
    (data / "plan.db").write_bytes(b"what was there")
    line = ["build", "--data", str(data), "--db", str(data / "plan.db")]
    done = run_line(line, ground.database())
    end = how_it_ended(done, 2, 3)
    assert "manifest.toml" in done.stderr.decode() or "sources" in done.stderr.decode()
    assert (data / "plan.db").read_bytes() == b"what was there"
    return end
