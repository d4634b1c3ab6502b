"""What a docstring names by its path is there, under that path."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
NAMED = re.compile(r"`(plan_tui(?:\.\w+)+)(?:\(\))?`")


def named(path: Path) -> Iterator[str]:
    """Yield the dotted names in backticks in all docstrings of a file, those of fields included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from NAMED.findall(str(node.value.value))


def module_and_names(dotted: str) -> tuple[Path | None, list[str]]:
    """Return the file of the module that a dotted name begins with, and the names within it."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        path = SOURCE.joinpath(*parts[:count])
        for file in (path.with_suffix(".py"), path / "__init__.py"):
            if file.exists():
                return file, parts[count:]
    return None, parts


def members(tree: ast.AST) -> dict[str, ast.AST]:
    """Return what a module or class defines or imports, also for type checkers alone."""
    defined: dict[str, ast.AST] = {}
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                defined[node.name] = node
            case ast.Name(ctx=ast.Store()) | ast.alias():
                defined[node.id if isinstance(node, ast.Name) else node.name] = node
            case ast.If() | ast.Try() | ast.Assign() | ast.AnnAssign() | ast.ImportFrom():
                defined |= members(node)
    return defined


def is_there(dotted: str) -> bool:
    path, names = module_and_names(dotted)
    if path is None:
        return False
    place: ast.AST | None = ast.parse(path.read_text(encoding="utf-8"))
    for name in names:
        place = members(place).get(name) if place else None
    return place is not None


def test_what_a_docstring_names_is_there() -> None:
    dotted = {name: path.name for path in sorted(SOURCE.rglob("*.py")) for name in named(path)}
    assert len(dotted) > 30
    assert [(file, name) for name, file in sorted(dotted.items()) if not is_there(name)] == []


def test_a_name_that_moved_is_told() -> None:
    assert is_there("plan_tui.text.compact.Compact")
    assert is_there("plan_tui.text.compact.Compact.of")
    assert not is_there("plan_tui.text.numerals.Compact")
    assert not is_there("plan_tui.text.compacted")
