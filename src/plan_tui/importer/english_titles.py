"""Unofficial English titles, kept by hand in ``data/titles_en.toml``."""

from __future__ import annotations

from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.sources.toml_tables import read_table
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced

_NO_SECTION = Phrase(
    "{path}：キーが{key!r}の見出しはありません（未知のキー{count}件）",
    "{path}: no section has the key {key!r} ({count} unknown)",
)


def add_english_titles(rows: DatabaseRows, path: Path) -> None:
    """Fill ``sections.title_en`` from a table of section key → English title.

    A missing table leaves every title without a translation; a section that the table does not
    name has none.

    Raises:
        DataError: the table is not TOML, or names a key that no section has.

    """
    titles = read_table(path)
    unknown = sorted(set(titles) - {section.key for section in rows.sections})
    if unknown:
        raise DataError(_NO_SECTION.of(path=path, key=unknown[0], count=len(unknown)))
    rows.sections = [
        replaced(section, title_en=titles.get(section.key)) for section in rows.sections
    ]
