"""What tables, views and their columns mean, in the words that stand beside their declarations.

Whoever documents the database takes them from here: ``docs/database.md`` and the metadata for
Datasette. Reading them needs the package's source, as every installation has it; no command does.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import get_args, get_type_hints

from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.row import Row
from plan_tui.store.sql_views import SQL_VIEWS
from plan_tui.text.record import record


@record
class Description:
    """What a table or view holds; code in the words stands between double backticks."""

    about: str
    """One line, as long as it needs."""
    columns: dict[str, str]
    """Column → its meaning on one line, in the order of the columns."""


def descriptions() -> dict[str, Description]:
    """Return what each table and view holds, by its name, tables first."""
    rows = get_type_hints(DatabaseRows).items()
    tables = {name: _of_rows(get_args(kind)[0]) for name, kind in rows}
    views = {view.name: Description(view.about, view.columns) for view in SQL_VIEWS}
    return tables | views


def _of_rows(row: type[Row]) -> Description:
    """Return what the docstrings of a row type say: its own, and those under its fields."""
    (declared,) = ast.parse(textwrap.dedent(inspect.getsource(row))).body
    assert isinstance(declared, ast.ClassDef)
    return Description(_one_line(ast.get_docstring(declared) or ""), dict(_meanings(declared)))


def _meanings(declared: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield each field with the docstring under it; an empty one where there is none."""
    for statement, following in zip(declared.body, [*declared.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, _one_line(_text(following))


def _text(statement: ast.stmt | None) -> str:
    """Return a statement that is a text alone; empty for any other."""
    match statement:
        case ast.Expr(ast.Constant(str(text))):
            return text
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
