"""Private parts of Textual are used by the repairs alone."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import FunctionType

from textual.app import App
from textual.containers import Horizontal
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widgets import Input

import plan_tui.tui

FOLDER = Path(plan_tui.tui.__file__).parent
PATCHES = FOLDER / "textual_patches"


def modules() -> Iterator[Path]:
    return (path for path in FOLDER.rglob("*.py") if not path.is_relative_to(PATCHES))


def test_only_the_repairs_import_or_use_private_parts() -> None:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual"):
                assert "._" not in (node.module or ""), path
            if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
                own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
                call = isinstance(node.value, ast.Call) and ast.unparse(node.value) == "super()"
                assert own or call or node.attr.startswith("__"), f"{path}: {ast.unparse(node)}"


def kinds_of_ours() -> Iterator[type[MessagePump]]:
    """Yield what we derive from Textual outside of the repairs."""
    for module in pkgutil.walk_packages(plan_tui.tui.__path__, f"{plan_tui.tui.__name__}."):
        for kind in vars(import_module(module.name)).values():
            ours = inspect.isclass(kind) and kind.__module__ == module.name
            if ours and issubclass(kind, MessagePump) and ".textual_patches" not in module.name:
                yield kind


async def test_no_private_attribute_of_textual_is_set_elsewhere() -> None:
    async with App[None]().run_test() as pilot:
        nodes = pilot.app, Screen[None](), ScrollView(), Input(), Horizontal()
        theirs = {name for node in nodes for name in vars(node) if name.startswith("_")}
    for kind in kinds_of_ours():
        for node in ast.walk(ast.parse(inspect.getsource(kind))):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                assert node.attr not in theirs, f"{kind}: {ast.unparse(node)}"


def test_no_private_method_of_textual_is_overridden_elsewhere() -> None:
    for kind in kinds_of_ours():
        theirs = [base for base in kind.__mro__ if base.__module__.startswith("textual")]
        for name, value in vars(kind).items():
            if isinstance(value, FunctionType) and name.startswith("_") and name[:2] != "__":
                assert not any(name in vars(base) for base in theirs), (kind, name)
