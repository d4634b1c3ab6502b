"""The made-up plan with all that a build adds: links, verdicts, topics, dates, statuses.

The rows are written by hand, so that tests of output do not depend on how they are found.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plan_tui.store.schema import TABLES
from plan_tui.store.write import write_database
from tests.madeup import made_up_rows


def build_linked(path: Path) -> Path:
    """Write the database to ``path`` and return it."""
    rows = made_up_rows()
    ids = {row["key"]: row["id"] for row in rows["sections"]}
    rows["links"] = [
        _link(1, ids["2021:1.1.1"], ids["2025:1.1.1"], "renamed", "貸出券|*を端末に載せる"),
        _link(2, ids["2021:1.1"], ids["2025:1.1"], "continued", "shared terms: 携帯端末", 0.41),
        _link(3, ids["2021:M1-2"], ids["2025:1.1.1.1"], "continued", "夜間開館"),
    ]
    rows["verdicts"] = [
        {
            "section_id": ids["2021:1.1.1"],
            "edition_id": "2022",
            "verdict": "dropped",
            "origin": "curated",
            "reason": "概要に貸出券の語がない",
        }
    ]
    rows["topics"] = [
        {"id": "card", "title": "貸出券の搭載", "title_en": "Lending card on phones", "note": ""}
    ]
    rows["topic_sections"] = [
        {"topic_id": "card", "section_id": ids[key]} for key in ("2021:1.1.1", "2025:1.1.1")
    ]
    for row in rows["kpis"]:
        row["status"] = "unset" if row["text"].startswith("未設定") else "qualitative"
    rows["dates"] = [
        _date(rows, 1, "2021:1.1.1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31"),
        _date(rows, 2, "2025:1.1.1", "2026年度末", "2027-03-31", "2027-03-31"),
        _date(rows, 3, "2021:1.1", "令和５年度（2023年度）末", "2024-03-31", "2024-03-31"),
        _date(rows, 4, "2021:1.1", "令和２年（2020年）", "2020-01-01", "2020-12-31", target=False),
        _date(rows, 5, "2021:M1-1", "令和３年度（2021年度）", "2021-04-01", "2022-03-31"),
    ]
    rows["quantities"] = []
    write_database(path, rows)
    return path


def _link(
    number: int, older: int, newer: int, relation: str, reason: str, score: float = 1.0
) -> dict[str, object]:
    """Return the row of an asserted link, or of a suggestion if its score is below 1."""
    return {
        "id": number,
        "from_section_id": older,
        "to_section_id": newer,
        "from_block_id": None,
        "to_block_id": None,
        "relation": relation,
        "score": score,
        "origin": "curated" if score == 1 else "auto",
        "accepted": int(score == 1),
        "reason": reason,
    }


def _date(
    rows: dict[str, list[dict[str, Any]]],
    number: int,
    key: str,
    words: str,
    start: str,
    end: str,
    *,
    target: bool = True,
) -> dict[str, object]:
    """Return the row of a date that stands in a block of a section."""
    (section,) = [row["id"] for row in rows["sections"] if row["key"] == key]
    (block,) = [r for r in rows["blocks"] if r["section_id"] == section and words in r["text"]]
    (shape,) = [shape for shape in TABLES if shape.name == "dates"]
    return dict.fromkeys(shape.columns) | {
        "id": number,
        "section_id": section,
        "block_id": block["id"],
        "text": words,
        "offset": block["text"].index(words),
        "start": start,
        "end": end,
        "basis": "fiscal_year",
        "modality": "まで" if target else None,
        "is_target": int(target),
    }
