"""A name says what it stands for, and stands for one thing."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parents[2] / "src" / "plan_tui"
MODULES = sorted(SOURCE.rglob("*.py"))

VIEW_FOLDERS = {"views", "tui/screens", "tui/render", "tui/commands"}
"""A view, its screen, the lines that are drawn of it and its commands have the view's name."""

SHARED_FILE_NAMES = {
    "parser": "the way into each layout, to which parse/registry.py leads",
    "pages": "the same step of both full texts: their pages, footnotes and page numbers",
    "contents": "the same step of two layouts: the contents page",
    "outline": "the same step of two layouts: which lines are headings, and their depths",
}
"""Names of several files that do the same for different layouts, each with the reason."""

SAYS_NOTHING = {"found", "said", "made", "own"}
"""Words that stand for anything: say what was found, said or made, and whose it is."""

PUBLIC_COLUMNS = {"model/doubts.py": {"found"}, "store/source_rows.py": {"found"}}
"""Such a word where it is the public name of a column, by file."""

PRIVATE_OF_OTHERS = {
    "text/sha256.py": "takes Python's own digest, as `random` does, where OpenSSL's is too large",
    "tui/textual_patches": "mends Textual's private parts; each patch has its reason and its test",
}
"""Where the private members of another library are used."""

EDGES = {
    "views/view.py": "the objects of JSON and the rows of tables",
    "sources/toml_tables.py": "tables of TOML",
}
"""Where values of any type come in or go out."""


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


def place_of(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


class Names(NamedTuple):
    """What the tests look at of the names of a module."""

    empty: list[tuple[str, int]]
    """(name, line) of what is bound to a name that says nothing."""
    classes: list[str]
    """Public ones."""
    private: list[tuple[str, int]]
    """(code, line) of the private members of others."""
    again: list[str]
    """Names that its own statements give more than once."""


@cache
def names_of_modules() -> dict[str, Names]:
    """Return the names of each module by its place; each is parsed once."""
    return {place_of(path): _names_of(path) for path in MODULES}


def _names_of(path: Path) -> Names:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    words = SAYS_NOTHING - PUBLIC_COLUMNS.get(place_of(path), set())
    return Names(
        [(name, line) for name, line in bound_names(tree) if name.strip("_") in words],
        [
            node.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        ],
        list(private_members(tree)),
        [name for name, times in Counter(set_at_top(tree)).items() if times > 1],
    )


def test_a_variable_says_what_it_holds() -> None:
    modules = names_of_modules()
    assert {place: names.empty for place, names in modules.items() if names.empty} == {}


def test_a_public_class_name_stands_once() -> None:
    classes = Counter(name for names in names_of_modules().values() for name in names.classes)
    assert len(classes) > 200
    assert [name for name, count in classes.items() if count > 1] == []


DOCUMENTED = ("os._exit",)
"""What is called as if it were private, and is none."""


def private_members(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield (code, line) of each private member of another object, and private import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and re.match("_(?!_)", node.attr):
            owner = node.value
            itself = isinstance(owner, ast.Name) and owner.id in ("self", "cls")
            parent = isinstance(owner, ast.Call) and ast.unparse(owner.func) == "super"
            if not itself and not parent and ast.unparse(node) not in DOCUMENTED:
                yield ast.unparse(node), node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module not in ("__future__", "_typeshed"):
            names = [*(node.module or "").split("."), *(alias.name for alias in node.names)]
            if any(re.match("_(?!_)", name) for name in names):
                yield ast.unparse(node), node.lineno


def test_no_private_member_is_used_from_outside() -> None:
    users = {place for place, names in names_of_modules().items() if names.private}
    outside = {place for place in users if not place.startswith(tuple(PRIVATE_OF_OTHERS))}
    assert outside == set()
    assert all(any(user.startswith(place) for user in users) for place in PRIVATE_OF_OTHERS)


def test_values_of_any_type_stand_at_the_edges_alone() -> None:
    users = {
        place_of(path)
        for path in MODULES
        if re.search(r"dict\[str, Any\]", path.read_text(encoding="utf-8"))
    }
    assert users == set(EDGES)


def set_at_top(tree: ast.Module) -> Iterator[str]:
    """Yield the names that the statements of a module itself give, once for each time."""
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name


def test_a_module_gives_a_name_once() -> None:
    """Of two things of one name the first is lost, and whoever meant it gets the other."""
    modules = names_of_modules()
    assert {place: names.again for place, names in modules.items() if names.again} == {}
