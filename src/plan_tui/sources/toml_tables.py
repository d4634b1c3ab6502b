"""The tables kept by hand beside the source texts: one TOML file each."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase

_NOT_TOML = Phrase("{path}：TOMLではありません：{error}", "{path}: not TOML: {error}")


def read_table(path: Path) -> dict[str, Any]:
    """Return a table's entries; none if there is no such file.

    Raises:
        DataError: the file is not TOML.

    """
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeError) as error:
        raise DataError(_NOT_TOML.of(path=path, error=error)) from error
