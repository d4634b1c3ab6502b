"""The switch that renews what the tests compare with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.goldens import Goldens, refuse_in_ci


def test_a_file_is_written_only_if_that_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "golden.txt"
    file.write_text("梟\n", encoding="utf-8")
    assert Goldens(update=False).kept(file, "森\r\n") == "梟\n"
    assert Goldens(update=True).kept(file, "森\r\n") == "森\r\n"
    assert file.read_bytes() == "森\r\n".encode()


def test_nothing_is_renewed_in_ci() -> None:
    refuse_in_ci(update=False, environment={"CI": "true"})
    refuse_in_ci(update=True, environment={})
    with pytest.raises(pytest.UsageError, match="CI is set"):
        refuse_in_ci(update=True, environment={"CI": "true"})
