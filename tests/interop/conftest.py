"""The other programs, for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.interop.converters import Pandoc, Soffice


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Soffice:
    return Soffice(tmp_path_factory.mktemp("soffice"))


@pytest.fixture(scope="session")
def pandoc() -> Pandoc:
    return Pandoc()
