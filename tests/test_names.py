"""A name says what it stands for, and stands for one thing."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "plan_tui"
MODULES = sorted(SOURCE.rglob("*.py"))

VIEW_FOLDERS = {"views", "tui/screens", "tui/render", "tui/commands"}
"""A view, its screen, the lines that are drawn of it and its commands have the view's name."""

SHARED_FILE_NAMES = {
    "parser": "the way into each layout, to which parse/registry.py leads",
    "pages": "the same step of both full texts: their pages, footnotes and page numbers",
    "contents": "the same step of two layouts: the contents page",
}
"""Names of several files that do the same for different layouts, each with the reason."""

SAYS_NOTHING = {"found", "said", "made", "own"}
"""Words that stand for anything: say what was found, said or made, and whose it is."""

NAMED_ROOMS = (
    "parse",
    "text",
    "cli/arguments.py",
    "cli/complaints.py",
    "cli/doctor.py",
    "cli/key_lookup.py",
    "cli/maintain.py",
    "cli/output.py",
    "cli/page.py",
    "cli/serve.py",
    "cli/web.py",
)
"""Rooms and modules in which every variable says what it holds."""


def test_a_file_name_stands_once() -> None:
    folders: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        folders[path.stem].add(path.relative_to(SOURCE).parent.as_posix())
    repeated = {
        name
        for name, places in folders.items()
        if len(places) > 1 and name != "__init__" and not places <= VIEW_FOLDERS
    }
    assert repeated == set(SHARED_FILE_NAMES)
    assert len(SHARED_FILE_NAMES) <= 8


def named_modules() -> list[Path]:
    return [
        path
        for path in MODULES
        if any((SOURCE / room) in (path, *path.parents) for room in NAMED_ROOMS)
    ]


def bound_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield (name, line) of each variable, parameter and attribute that is set."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            yield node.name, node.lineno


@pytest.mark.parametrize("path", named_modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_variable_says_what_it_holds(path: Path) -> None:
    names = bound_names(ast.parse(path.read_text(encoding="utf-8")))
    assert [(name, line) for name, line in names if name.strip("_") in SAYS_NOTHING] == []


def test_the_rooms_with_telling_names_exist() -> None:
    assert [room for room in NAMED_ROOMS if not (SOURCE / room).exists()] == []
