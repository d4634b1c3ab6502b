"""The made-up plan with what a build adds for search: readings, aliases, dates, English titles."""

from __future__ import annotations

from pathlib import Path

from plan_tui.importer.readings import add_readings
from plan_tui.store.schema import TABLES
from plan_tui.store.write import write_database
from tests.madeup import made_up_rows

ALIASES = """
groups = [
    ["貸出券", "図書カード", "かしけん", "library card"],
    ["移動図書館", "BM", "bookmobile"],
    ["夜間開館", "夜ひらき"],
]
"""
READINGS = """
[words]
"梟" = "ふくろう"
[titles]
"雪の日" = "ゆきのひ"
"""


def build_read_aloud(folder: Path) -> Path:
    """Write the database below ``folder`` and return its path."""
    (folder / "aliases.toml").write_text(ALIASES, encoding="utf-8")
    (folder / "readings.toml").write_text(READINGS, encoding="utf-8")
    rows = made_up_rows()
    for row in rows["kpis"]:
        row["status"] = "unset" if row["text"].startswith("未設定") else "qualitative"
    for row in rows["sections"]:
        if row["key"] == "2021:M2-1":
            row["title_en"] = "Networking the travelling library"
    keys = {row["key"]: row["id"] for row in rows["sections"]}
    blank = dict.fromkeys(next(shape for shape in TABLES if shape.name == "dates").columns)
    rows["dates"] = [
        blank
        | {"id": number, "section_id": keys[key], "text": "", "offset": 0, "start": start}
        | {"end": end, "basis": "fiscal_year", "is_target": 1}
        for number, (key, start, end) in enumerate(
            (
                ("2021:1.1.1", "2025-03-31", "2025-03-31"),
                ("2025:1.1.1", "2027-03-31", "2027-03-31"),
            ),
            1,
        )
    ]
    add_readings(rows, folder)
    path = folder / "plan.db"
    write_database(path, rows)
    return path
