"""Unofficial English titles, kept by hand in ``data/titles_en.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plan_tui.errors import DataError
from plan_tui.sources.toml_tables import read_table
from plan_tui.text.language import Phrase

_NO_SECTION = Phrase(
    "{path}：キーが{key!r}の見出しはない（未知のキー{count}件）",
    "{path}: no section has the key {key!r} ({count} unknown)",
)


def add_english_titles(sections: list[dict[str, Any]], table: Path) -> None:
    """Fill ``title_en`` of the rows in ``sections`` from a table of section key → English title.

    A missing table leaves every title without a translation; a section that the table does not
    name stays NULL.

    Raises:
        DataError: the table is not TOML, or names a key that no section has.
    """
    titles = read_table(table)
    by_key = {section["key"]: section for section in sections}
    unknown = sorted(set(titles) - set(by_key))
    if unknown:
        raise DataError(_NO_SECTION.of(path=table, key=unknown[0], count=len(unknown)))
    for key, title in titles.items():
        by_key[key]["title_en"] = title
