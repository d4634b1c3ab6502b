"""SQL stands in the store alone, as every supported Python's sqlite3 takes it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "plan_tui"
STORE = PACKAGE / "store"
OTHERS = [path for path in sorted(PACKAGE.rglob("*.py")) if STORE not in path.parents]
_SQL = re.compile(
    r"\s*(select\s.*\sfrom\s|pragma\s+\w+|insert\s+into|update\s+\w+\s+set|delete\s+from"
    r"|with\s+(recursive\s+)?\w+(\(.*?\))?\s+as\s*\()",
    re.S,
)


@pytest.mark.parametrize("path", sorted(STORE.glob("*.py")), ids=lambda path: path.name)
def test_no_numbered_placeholders(path: Path) -> None:
    """Python 3.12.0 to 3.12.3 warn of ``?1`` bound from a sequence, as if it were a name."""
    assert not re.search(r"\?\d", path.read_text(encoding="utf-8"))


def asks(path: Path) -> bool:
    """Tell whether a module holds a query, or reaches for the open database."""
    nodes = [*ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    queries = [text for text in constants if isinstance(text, str) and _SQL.match(text)]
    reached = [n for n in nodes if isinstance(n, ast.Attribute) and n.attr == "database"]
    return bool(queries or reached)


def test_no_other_room_asks_the_open_database() -> None:
    assert [path for path in OTHERS if asks(path)] == []
    assert {path.name for path in STORE.glob("*_queries.py") if not asks(path)} == set()
