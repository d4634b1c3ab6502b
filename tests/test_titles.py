from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from plan_tui.errors import DataError
from plan_tui.importer.english_titles import add_english_titles


def _sections() -> list[dict[str, Any]]:
    return [{"key": "2021:1", "title_en": None}, {"key": "2021:2", "title_en": None}]


def test_titles_are_filled_by_key_and_others_stay_unknown(tmp_path: Path) -> None:
    table = tmp_path / "titles_en.toml"
    table.write_text('"2021:2" = "The forest library"\n', encoding="utf-8")
    sections = _sections()
    add_english_titles(sections, table)
    assert [section["title_en"] for section in sections] == [None, "The forest library"]


def test_without_a_table_nothing_is_invented(tmp_path: Path) -> None:
    sections = _sections()
    add_english_titles(sections, tmp_path / "none.toml")
    assert [section["title_en"] for section in sections] == [None, None]


@pytest.mark.parametrize(
    ("content", "message"), [('"2021:9" = "x"\n', "2021:9"), ("not toml", "not TOML")]
)
def test_a_wrong_table_stops_the_build(tmp_path: Path, content: str, message: str) -> None:
    table = tmp_path / "titles_en.toml"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        add_english_titles(_sections(), table)
