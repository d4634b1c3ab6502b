"""Unofficial English titles, kept by hand in ``data/titles_en.toml``."""

from __future__ import annotations

from pathlib import Path

from plan_tui.sources.toml_fields import TomlTable
from plan_tui.sources.toml_tables import read_toml
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced

_TITLES = Phrase("英訳", "the titles")
_NO_SECTION = Phrase("キーが{key!r}の見出しはありません", "no section has the key {key!r}")


def add_english_titles(rows: DatabaseRows, path: Path) -> None:
    """Fill ``sections.title_en`` from a table of section key → English title.

    A missing table leaves every title without a translation; a section that the table does not
    name has none.

    Raises:
        DataError: the table is not TOML, or names a key that no section has.

    """
    file = read_toml(path)
    table = TomlTable(file, (), _TITLES, None)
    keys = {section.key for section in rows.sections}
    for key in table:
        if key not in keys:
            file.fault((key,), _NO_SECTION.of(key=key))
    titles = {key: table.text(key) for key in table}
    file.refuse()
    rows.sections = [
        replaced(section, title_en=titles.get(section.key)) for section in rows.sections
    ]
