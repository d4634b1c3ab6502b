"""The application on a made-up plan with what later steps of the build add."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.tui.at_rest import wait_until_at_rest
from tests.tui.helpers import ExplorerFirst
from tests.worlds import named
from tests.worlds.altered import hostile
from tests.worlds.made_up_plan import HOSTILE


@pytest.fixture(autouse=True)
def with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_idle_waiting() -> Iterator[None]:
    """Let a pilot go on as soon as the application is at rest."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("textual.app", "textual.pilot"):
            patch.setattr(f"{module}.wait_for_idle", wait_until_at_rest)
        yield


@pytest.fixture(autouse=True)
def uncollected() -> Iterator[None]:
    """Collect garbage between the tests: each application leaves a lot, and drops it at once."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="session")
def database(suggested_database: Path) -> Path:
    """The database of most tests of the application."""
    return suggested_database


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan as a whole build leaves it: crosswalk, links, dates, an English title."""
    return named.built().write(tmp_path_factory.mktemp("whole") / "plan.db")


@pytest.fixture(scope="session")
def hostile_database(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile(database, tmp_path_factory.mktemp("hostile") / "plan.db", HOSTILE)


@pytest.fixture
def app(database: Path) -> PlanApp:
    return ExplorerFirst(database, language=Language.JA)


@pytest.fixture
def hostile_app(hostile_database: Path) -> PlanApp:
    return ExplorerFirst(hostile_database, language=Language.JA)
