"""SQL that every supported Python's sqlite3 takes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STORE = Path(__file__).parents[1] / "src" / "plan_tui" / "store"


@pytest.mark.parametrize("path", sorted(STORE.glob("*.py")), ids=lambda path: path.name)
def test_no_numbered_placeholders(path: Path) -> None:
    """Python 3.12.0 to 3.12.3 warn of ``?1`` bound from a sequence, as if it were a name."""
    assert not re.search(r"\?\d", path.read_text(encoding="utf-8"))
