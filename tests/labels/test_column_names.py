"""Every column of every view has a name in Japanese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules

from plan_tui import cli, views
from plan_tui.labels.column_names import column_name
from plan_tui.text.language import Language
from plan_tui.views.view import View


def views_below(kind: type[object]) -> Iterator[type[View]]:
    for derived in kind.__subclasses__():
        if issubclass(derived, View):
            yield derived
        yield from views_below(derived)


def test_every_column_of_every_view_has_a_japanese_head() -> None:
    for room in (views, cli):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            if not module.name.endswith("__main__"):
                with suppress(ModuleNotFoundError):  # the server's packages are not everywhere
                    import_module(module.name)
    kinds = [kind for kind in views_below(View) if kind.__module__.startswith("plan_tui.")]
    assert len(kinds) > 15
    latin = re.compile("[A-Za-z]")
    bare = {
        (kind.__name__, column)
        for kind in kinds
        for column in kind.columns
        if latin.search(column_name(column, Language.JA).replace("KPI", ""))
    }
    assert {column for _, column in bare} <= {"id", "sha256", "URL"}
