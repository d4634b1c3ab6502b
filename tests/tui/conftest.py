"""The application on a made-up plan with what later steps of the build add."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from tests.tui.adding import Child, made_up_command
from tests.tui.at_rest import press_keys, wait_for_messages, wait_until_at_rest
from tests.tui.helpers import ExplorerFirst
from tests.worlds import named
from tests.worlds.altered import hostile
from tests.worlds.crosswalk import CROSSWALK, topic_entry
from tests.worlds.made_up_plan import HOSTILE
from tests.worlds.named import with_own_edition

if TYPE_CHECKING:
    from tests.tui.own_terminal import Open, Terminal

BROAD = CROSSWALK + topic_entry(
    "card-everywhere",
    "貸出券の一体化",
    {"2021": ["2021:1.1.1"], "2025": ["2025:1.1.1#1"]},
    title_en="One card for all",
    note="券を一枚にする話",
)
"""The crosswalk with a section of two topics."""


@pytest.fixture(autouse=True)
def with_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(scope="session", autouse=True)
def no_idle_waiting() -> Iterator[None]:
    """Let a pilot go on as soon as the application is at rest."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("textual.app", "textual.pilot"):
            patch.setattr(f"{module}.wait_for_idle", wait_until_at_rest)
        patch.setattr("textual.pilot.Pilot._wait_for_screen", wait_for_messages)
        patch.setattr("textual.app.App._press_keys", press_keys)
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


@pytest.fixture(scope="session")
def broad_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up plan with a section of two topics."""
    return named.crosswalked(BROAD).write(tmp_path_factory.mktemp("broad") / "plan.db")


@pytest.fixture
def app(database: Path) -> PlanApp:
    return ExplorerFirst(database, language=Language.JA)


@pytest.fixture
def hostile_app(hostile_database: Path) -> PlanApp:
    return ExplorerFirst(hostile_database, language=Language.JA)


@pytest.fixture(scope="session")
def with_added(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database to which a document was added."""
    return with_own_edition().write(tmp_path_factory.mktemp("added") / "plan.db")


@pytest.fixture(scope="session")
def grown(eight_database: Path) -> Path:
    """The made-up plan grown to eight editions."""
    return eight_database


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    """A made-up command in the place of ours."""
    return made_up_command(tmp_path, monkeypatch)


@pytest.fixture
def own(database: Path, tmp_path: Path) -> Path:
    """A database that the command may replace."""
    return Path(shutil.copy(database, tmp_path / "plan.db"))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file to add."""
    path = tmp_path / "森の 計画.md"
    path.write_text("# 森の計画\n", encoding="utf-8")
    return path


@pytest.fixture
def opened(database: Path, tmp_path: Path) -> Iterator[Open]:
    """Give what starts the program in a terminal of its own; its state is kept in ``tmp_path``."""
    from tests.tui.own_terminal import Terminal  # which Windows cannot import

    terminals: list[Terminal] = []

    def open_it(
        environment: Mapping[str, str] = MappingProxyType({}),
        *,
        words: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        through: Sequence[str] = (),
    ) -> Terminal:
        terminals.append(
            Terminal(database, tmp_path, environment, words=words, size=size, through=through)
        )
        return terminals[-1]

    yield open_it
    for terminal in terminals:
        terminal.close()
