"""Unofficial English titles, kept by hand in ``data/titles_en.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from plan_tui.errors import DataError


def add_english_titles(sections: list[dict[str, Any]], table: Path) -> None:
    """Fill ``title_en`` of the rows in ``sections`` from a table of section key → English title.

    A missing table leaves every title without a translation; a section that the table does not
    name stays NULL.

    Raises:
        DataError: the table is not TOML, or names a key that no section has.
    """
    if not table.exists():
        return
    try:
        titles = tomllib.loads(table.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{table}: not TOML: {error}") from error
    by_key = {section["key"]: section for section in sections}
    unknown = sorted(set(titles) - set(by_key))
    if unknown:
        raise DataError(f"{table}: no section has the key {unknown[0]!r} ({len(unknown)} unknown)")
    for key, title in titles.items():
        by_key[key]["title_en"] = title
