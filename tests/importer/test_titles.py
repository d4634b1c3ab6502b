"""English titles are taken from the table by key; none is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.importer.english_titles import add_english_titles
from tests.worlds.world import World


def english_titles(path: Path) -> dict[str, str]:
    """Return key → title of the made-up sections that a table gives a title to."""
    rows = World().rows
    add_english_titles(rows, path)
    return {s.key: s.title_en for s in rows.sections if s.title_en is not None}


def test_titles_are_filled_by_key_and_others_stay_unknown(tmp_path: Path) -> None:
    table = tmp_path / "titles_en.toml"
    table.write_text('"2021:1.1" = "The forest library"\n', encoding="utf-8")
    assert english_titles(table) == {"2021:1.1": "The forest library"}


def test_without_a_table_nothing_is_invented(tmp_path: Path) -> None:
    assert english_titles(tmp_path / "none.toml") == {}


@pytest.mark.parametrize(
    ("content", "message"), [('"2021:99" = "x"\n', "2021:99"), ("not toml", "not TOML")]
)
def test_a_wrong_table_stops_the_build(tmp_path: Path, content: str, message: str) -> None:
    table = tmp_path / "titles_en.toml"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        english_titles(table)
