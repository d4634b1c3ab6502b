"""Folders with all files that a build reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.files_of_a_build import (
    FILES,
    TEXTS,
    toml,
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    (folder / "sources").mkdir()
    for name, text in TEXTS.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    for name, tree in FILES.items():
        (folder / name).write_text(toml(tree), encoding="utf-8")
    return folder


@pytest.fixture
def own_data(data: Path, tmp_path: Path) -> Path:
    """A copy of the folder, to change."""
    folder = tmp_path / "data"
    shutil.copytree(data, folder)
    return folder
