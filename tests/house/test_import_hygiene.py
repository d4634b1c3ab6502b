"""What a command does not import, measured in a fresh process."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from plan_tui.export.formats import WRITERS

SOURCE = Path(__file__).parents[2] / "src" / "plan_tui"
FUZZY = "rapidfuzz"
SCHEMA = "plan_tui.store.schema"
"""It makes a type for each table, which only a build and a check need."""
HEAVY = frozenset(("textual", "rich", "sqlite_utils", FUZZY, "sudachipy", "plan_tui.tui", SCHEMA))
VIEWS_AND_BUILD = frozenset(
    (
        "plan_tui.importer.build_database",
        "plan_tui.search.search_index",
        "plan_tui.model.rich_document",
        SCHEMA,
    )
)
LATE = frozenset(
    (
        FUZZY,
        "plan_tui.search.search_index",
        "plan_tui.compare.text.diff",
        "plan_tui.compare.text.fact_diff",
    )
)
"""What searches and compares texts."""
UNASKED = frozenset(
    (
        *("dataclasses", "inspect", "typing", "contextlib", "pathlib", "urllib", "ipaddress"),
        *("hashlib", "tomllib", "random", "tempfile", "shutil", "subprocess", "platformdirs"),
        *("gettext", "locale", "calendar", "textwrap", "json", "signal", "importlib"),
    )
)
"""What the standard library takes long to load, and no printing command needs."""
PROBE = """
import sys
before = set(sys.modules)
from plan_tui.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
print(code, *sorted(set(sys.modules) - before), file=sys.stderr)
"""


def modules(*words: str) -> set[str]:
    """Return the modules that a command loads, without those that any process has."""
    command = [sys.executable, "-c", PROBE, *words]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    code, *names = result.stderr.splitlines()[-1].split()
    assert code == "0"
    return set(names)


@pytest.mark.parametrize("name", sorted(HEAVY | VIEWS_AND_BUILD | LATE))
def test_what_is_not_to_be_loaded_is_there_to_be_loaded(name: str) -> None:
    assert importlib.util.find_spec(name) is not None


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (["tree"], ()),
        (["show", "2021:1.1"], ()),
        (["measures"], ()),
        (["kpis"], ()),
        (["check"], (SCHEMA,)),
        (["measures", "kpi:unset"], ()),
        (["targets"], ()),
        (["export", "tree", "-o", "-"], ()),
        (["--version"], ()),
        (["--help"], ()),
        (["search", "夜間"], (FUZZY,)),
        (["changes", "2021", "2025"], (FUZZY,)),
        (["track"], (FUZZY,)),
        (["compare", "2021:1.1"], ()),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_printing_commands_load_little(
    words: list[str], allowed: tuple[str, ...], linked_database: Path
) -> None:
    assert modules(*words, "--db", str(linked_database)) & HEAVY <= set(allowed)


def writers(loaded: set[str]) -> set[str]:
    """Return which of the writers are among loaded modules."""
    return {name for name in WRITERS.values() if f"plan_tui.export.{name}" in loaded}


def test_starting_loads_no_view_and_no_build() -> None:
    loaded = modules("--version")
    assert loaded & VIEWS_AND_BUILD == set()
    assert not writers(loaded)


def test_every_writer_is_a_module() -> None:
    for name in WRITERS.values():
        assert callable(import_module(f"plan_tui.export.{name}").write)


@pytest.mark.parametrize("form", WRITERS)
def test_a_format_loads_its_own_writer_alone(form: str, made_up_database: Path) -> None:
    loaded = modules("tree", "--format", form, "--db", str(made_up_database))
    assert writers(loaded) == {WRITERS[form]}


def test_the_application_starts_without_what_searches_and_compares_texts() -> None:
    probe = "import json, sys; import plan_tui.tui.app; print(json.dumps(sorted(sys.modules)))"
    result = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True
    )
    names = set(json.loads(result.stdout))
    assert "plan_tui.tui.app" in names
    assert names & (LATE | {SCHEMA}) == set()


def test_no_vocabulary_is_made_by_enum() -> None:
    """Its members take longer to make than a command takes to read: see `text/vocabulary.py`."""
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"^\s*from enum import .*StrEnum", path.read_text(encoding="utf-8"), re.M)
    }
    assert users == {"text/vocabulary.py"}


FAR = re.compile(r"(.)-(.)")
MOST_COMPILED = {
    "--version": 0,
    "tree": 0,
    "search 運転免許証 --json": 0,
    "measures": 0,
    "targets": 0,
    "changes 2021 2025": 0,
    "overview": 0,
    "show 2021:M1-8": 4,
    "track デジタル": 3,
    "words 標準化": 0,
    "compare 2021:M1-8": 4,
}
"""Patterns that a command compiles, of which each takes as long as a module: see `late_pattern`."""
COMPILING = """
import re, sys
import re._compiler
compiled = []
compile_one = re._compiler.compile
def counted(pattern, flags=0):
    compiled.append(str(pattern))
    return compile_one(pattern, flags)
re._compiler.compile = counted
from plan_tui.cli.main import main
code = main(sys.argv[1:])
sys.stdout.flush()
print(code, repr(compiled), file=sys.stderr)
"""


@pytest.mark.parametrize("line", MOST_COMPILED)
def test_a_command_compiles_few_patterns_and_none_with_a_class_of_kanji(
    line: str, real_database: Path
) -> None:
    """A class of kanji alone takes a thousand times as long to compile as one of kana."""
    words = [*line.split(), "--db", str(real_database)]
    command = [sys.executable, "-c", COMPILING, *words]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    code, _, listed = result.stderr.splitlines()[-1].partition(" ")
    patterns: list[str] = ast.literal_eval(listed)
    assert code == "0"
    assert len(patterns) <= MOST_COMPILED[line], patterns
    spans = [ord(last) - ord(first) for each in patterns for first, last in FAR.findall(each)]
    assert max(spans, default=0) < 1000, patterns


def test_no_class_is_a_dataclass() -> None:
    """Making one compiles code and loads `inspect` at each start: `text/record.py` does neither."""
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"^\s*(?:from|import) dataclasses\b", path.read_text(encoding="utf-8"), re.M)
    }
    assert users == {"text/record.py"}


@pytest.mark.parametrize(
    ("words", "own", "whole"),
    [
        (["--version"], 21, 35),
        (["--help"], 29, 54),
        (["search", "標準化", "--json"], 56, 81),
        (["search", "運転免許証", "--json"], 56, 72),
        (["show", "2021:1.1"], 60, 75),
        (["tree"], 44, 58),
        (["measures"], 63, 77),
        (["kpis"], 52, 66),
        (["targets"], 51, 67),
        (["changes", "2021", "2025"], 52, 67),
        (["compare", "2021:M1-8"], 87, 113),
        (["track"], 62, 85),
        (["track", "デジタル"], 62, 85),
        (["overview"], 43, 58),
        (["words"], 50, 65),
        (["words", "標準化"], 49, 64),
        (["topics"], 46, 60),
        (["export", "tree", "-o", "-"], 61, 87),
        (["export", "show", "2021:M1-8", "-o", "-"], 75, 101),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_no_more_modules_than_its_answer_needs(
    words: list[str], own: int, whole: int, real_database: Path
) -> None:
    """A module costs a start what reading some rows does: raise a number only for a reason."""
    loaded = modules(*words, "--db", str(real_database))
    assert loaded & UNASKED == set()
    assert ("argparse" in loaded) == (words == ["--help"])
    assert len({name for name in loaded if name.startswith("plan_tui")}) <= own
    assert len(loaded) <= whole
