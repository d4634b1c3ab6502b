"""Where the database is."""

from __future__ import annotations

import os
from pathlib import Path


def default_database() -> Path:
    """Return ``$PLAN_TUI_DB``, else the installed package's file, else the checkout's."""
    chosen = os.environ.get("PLAN_TUI_DB")
    if chosen:
        return Path(chosen)
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "plan.db"
    return installed if installed.exists() else package.parents[1] / "data" / "plan.db"
