"""The made-up plan with a crosswalk, and dates and numbers as the build would store them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plan_tui.importer.linking.link_rows import link_rows
from plan_tui.store.write import write_database
from tests.madeup import made_up_rows

Rows = dict[str, list[dict[str, Any]]]

CROSSWALK = """
read = ["2021", "2022", "2025"]

[[topic]]
id = "loan-card"
title = "貸出券の携帯端末搭載"
title_en = "Loan cards on phones"
note = "同じ券の話"
[topic.sections]
"2021" = ["2021:1.1.1"]
"2022" = ["2022:1.1"]
"2025" = ["2025:1.1"]

[[topic]]
id = "one-card"
title = "貸出券と図書券の一体化"
note = "券の一体化"
[topic.sections]
"2021" = ["2021:M1-1"]
"2025" = ["2025:1.1.1#1"]

[[topic]]
id = "night"
title = "夜間開館"
note = "夜の開館"
[topic.sections]
"2021" = ["2021:M1-2"]
"2022" = ["2022:1.1.1"]
"2025" = ["2025:1.1.1.1.a", "2025:1.1.1.1.a.a"]

[[verdict]]
keys = ["2021:M2-1", "2021:M2-2"]
editions = ["2022", "2025"]
verdict = "dropped"
reason = "本文に見当たらない"

[[verdict]]
key = "2022:1.2"
editions = ["2021"]
verdict = "new"
reason = "棚の話は初出"
"""

_DATE = re.compile(r"(?:令和\d年度（(\d{4})年度）|(\d{4})年度|R(\d)年度)(末?)(まで)?")
_DATE_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_NUMBER = re.compile(r"(全|少なくとも)?(\d+)(館|羽|か所)")


def topic_entry(ident: str, title: str, sections: Mapping[str, Sequence[str]], **told: str) -> str:
    """Return a topic as lines of a crosswalk; its ``note`` or ``title_en`` may be told too."""
    words = {"id": ident, "title": title, **told}
    lines = ["", "[[topic]]", *(f'{name} = "{text}"' for name, text in words.items())]
    lines.append("[topic.sections]")
    lines += [f'"{edition}" = {json.dumps(list(keys))}' for edition, keys in sections.items()]
    return "\n".join([*lines, ""])


def linked_rows(folder: Path, crosswalk: str | None = CROSSWALK) -> Rows:
    """Return the made-up rows with links; ``folder`` takes the crosswalk's file."""
    if crosswalk is not None:
        (folder / "crosswalk.toml").write_text(crosswalk, encoding="utf-8")
    rows = made_up_rows()
    link_rows(rows, folder / "crosswalk.toml")
    return rows


def build_crosswalked(folder: Path, crosswalk: str | None = CROSSWALK) -> Path:
    """Write the made-up plan with links, dates and numbers, and return its path."""
    rows = linked_rows(folder, crosswalk)
    for owner, column in (("blocks", "block_id"), ("kpis", "kpi_id")):
        for row in rows[owner]:
            _add_values(rows, row, column)
    write_database(folder / "plan.db", rows)
    return folder / "plan.db"


def _add_values(rows: Rows, row: dict[str, Any], column: str) -> None:
    text = row["text"].translate(_DATE_WIDE)
    owner = {"block_id": None, "kpi_id": None, column: row["id"]}
    for found in _DATE.finditer(text):
        year = int(found[1] or found[2] or 2018 + int(found[3]))
        end = f"{year + 1}-03-31"
        rows["dates"].append(
            {
                "id": len(rows["dates"]) + 1,
                "section_id": row["section_id"],
                **owner,
                "footnote_id": None,
                "text": row["text"][found.start() : found.end() - len(found[5] or "")],
                "offset": found.start(),
                "start": end if found[4] else f"{year}-04-01",
                "end": end,
                "basis": "fiscal_year",
                "modality": found[5],
                "is_target": 1,
                "disagreement": None,
            }
        )
    for found in _NUMBER.finditer(text):
        rows["quantities"].append(
            {
                "id": len(rows["quantities"]) + 1,
                "section_id": row["section_id"],
                **owner,
                "text": row["text"][found.start() : found.end()],
                "offset": found.start(),
                "value": float(found[2]),
                "unit": found[3],
                "comparator": ">=" if found[1] == "少なくとも" else None,
            }
        )
