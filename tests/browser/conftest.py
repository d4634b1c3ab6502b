"""A browser for all tests, a server for each; both end when the tests end or are ended."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import Chromium, Tab, running
from tests.browser.serving import Serving, serving

Open = Callable[[], Tab]


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with running(os.environ.get("CHROMIUM", "chromium"), tmp_path_factory.mktemp("b")) as browser:
        yield browser


@pytest.fixture
def server(made_up_database: Path, tmp_path: Path) -> Iterator[Serving]:
    with serving(made_up_database, tmp_path) as server:
        yield server


@pytest.fixture
def open_tab(browser: Chromium, server: Serving) -> Iterator[Open]:
    """Give what opens a further page, ready for keys."""
    tabs: list[Tab] = []

    def open_tab() -> Tab:
        tabs.append(Tab(browser, server.address))
        tabs[-1].wait_ready()
        return tabs[-1]

    yield open_tab
    for tab in tabs:
        tab.close()
