"""Shared fixtures: the made-up plan for exact assertions, the real one for whole journeys."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import sudachipy

from plan_tui.model.place_notes import NamedSearch, PlaceNote
from plan_tui.store import locate
from plan_tui.store.own_notes import change_notes
from plan_tui.store.plan import Plan
from tests.command_line import run
from tests.goldens import OPTION, Goldens, refuse_in_ci
from tests.worlds import named
from tests.worlds.eight import eight_editions
from tests.worlds.world import World

ADDED_TEXT = "前文の一つ目の段落である。\n第１ 森の図書館の姿\n森の図書館は夜も開く。\n"
"""A document that a reader adds."""
REAL_DATABASE = Path(__file__).parents[1] / "data" / "plan.db"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        OPTION, action="store_true", help="write the golden files and pictures anew, then compare"
    )


def pytest_configure(config: pytest.Config) -> None:
    refuse_in_ci(config.getoption(OPTION))
    # The tests start the program a thousand times: compiled anew, most of a start would be that.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later search for garbage: it stays to the end.

    What tests leave behind is small, and looked for between modules: in between, searches are few.
    """
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)


@pytest.fixture(scope="module", autouse=True)
def nothing_of_others() -> None:
    """Leave what earlier modules keep, databases and caches, out of later searches for garbage."""
    gc.collect()
    gc.freeze()
    gc.collect()  # few are left: from now on the collector waits for a quarter of these alone


@pytest.fixture(scope="session", autouse=True)
def data_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Set the reader's data folder aside, so that a developer's own database never matters."""
    folder = tmp_path_factory.mktemp("data-home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder))
        patch.delenv("PLAN_TUI_DB", raising=False)
        yield folder


@pytest.fixture(scope="session", autouse=True)
def one_dictionary() -> Iterator[None]:
    """Load the dictionary of readings once: it is only read, and each build asks for one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sudachipy, "Dictionary", cache(sudachipy.Dictionary))
        yield


@pytest.fixture(autouse=True)
def no_notes(data_home: Path) -> Iterator[None]:
    """Begin and end each test without notes of the reader's own."""
    file = data_home / "plan-tui" / "notes.toml"
    file.unlink(missing_ok=True)
    yield
    file.unlink(missing_ok=True)


@pytest.fixture
def noted(no_notes: None) -> None:
    """Begin with a note of the reader's own, for what lists them or asks about them."""
    place = PlaceNote("2021:1", "", "2021", tags=("todo",), note="the budget\n=1+1 | 二行目")
    search = NamedSearch("未設定", ("measures", "kpi:unset"))
    change_notes(lambda notes: notes.with_place(place).with_search(search))


@pytest.fixture(scope="session")
def goldens(pytestconfig: pytest.Config) -> Goldens:
    return Goldens(pytestconfig.getoption(OPTION))


@pytest.fixture(scope="session")
def made_up_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan as it follows from each document alone."""
    return World().write(tmp_path_factory.mktemp("made-up") / "plan.db")


@pytest.fixture
def made_up(made_up_database: Path) -> Iterator[Plan]:
    with Plan(made_up_database) as plan:
        yield plan


@pytest.fixture(scope="session")
def linked_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with links, verdicts, topics and dates that are written by hand."""
    return named.linked().write(tmp_path_factory.mktemp("linked") / "plan.db")


@pytest.fixture(scope="session")
def crosswalked_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with the links, verdicts and topics that the build makes of a crosswalk."""
    return named.crosswalked().write(tmp_path_factory.mktemp("crosswalked") / "plan.db")


@pytest.fixture(scope="session")
def suggested_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with links and dates of every kind that are written by hand."""
    return named.suggested().write(tmp_path_factory.mktemp("suggested") / "plan.db")


@pytest.fixture(scope="session")
def eight_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan grown to eight editions."""
    return eight_editions().write(tmp_path_factory.mktemp("eight") / "plan.db")


@pytest.fixture(scope="session")
def read_aloud_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with readings and aliases."""
    return named.read_aloud().write(tmp_path_factory.mktemp("aloud") / "plan.db")


@pytest.fixture(scope="session")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with links, verdicts, topics and readings, as it could be packaged."""
    world = named.crosswalked().with_readings("", "")
    return world.write(tmp_path_factory.mktemp("packaged") / "plan.db")


@pytest.fixture
def reader_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, packaged: Path) -> Path:
    """The folder of the reader's own database, where the made-up plan is packaged."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(locate, "packaged_database", lambda: str(packaged))
    return tmp_path / "data" / "plan-tui"


@pytest.fixture(scope="session")
def begun(packaged: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a reader who added one edition, `ADDED_TEXT`."""
    folder = tmp_path_factory.mktemp("begun")
    text = folder / "森.txt"
    text.write_text(ADDED_TEXT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        patch.setattr(locate, "packaged_database", lambda: str(packaged))
        assert run("add", str(text), "--date", "2023-06-09").returncode == 0
    return folder / "data" / "plan-tui"


@pytest.fixture
def begun_home(reader_home: Path, begun: Path) -> Path:
    """The folder of the reader's own database, to which one edition was added."""
    shutil.copytree(begun, reader_home)
    return reader_home


@pytest.fixture
def crosswalked(crosswalked_database: Path) -> Iterator[Plan]:
    with Plan(crosswalked_database) as plan:
        yield plan


@pytest.fixture(scope="session")
def real_database() -> Path:
    return REAL_DATABASE


@pytest.fixture
def real(real_database: Path) -> Iterator[Plan]:
    with Plan(real_database) as plan:
        yield plan
