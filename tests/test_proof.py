"""The conservation proof finds what is lost, doubled or changed."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from plan_tui.model.conservation import Conservation
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from plan_tui.store.source_queries import source_lines


def prove_after(database: Path, folder: Path, sql: str) -> Conservation:
    """Return the proof of a copy of ``database`` in which ``sql`` was run."""
    copy = folder / "copy.db"
    shutil.copy(database, copy)
    connection = sqlite3.connect(copy)
    changed = connection.execute(sql).rowcount
    assert changed == 1
    connection.commit()
    connection.close()
    with Plan(copy) as plan:
        return prove(plan, "plan-2021")


def test_the_made_up_plan_is_conserved(made_up: Plan) -> None:
    for document in made_up.documents():
        proof = prove(made_up, document.id)
        lines = [text for _, text in source_lines(made_up, document.id)]
        assert proof.findings == ()
        assert proof.characters == sum(len("".join(line.split())) for line in lines)
        assert sum(proof.by_role.values()) == proof.characters


FIRST_TEXT = "document_id = 'plan-2021' and role = 'text'"


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        (
            "delete from provenance where rowid = (select min(rowid) from provenance "
            f"where {FIRST_TEXT})",
            "in no place: この文書は",
        ),
        (
            "update provenance set column_start = column_start + 1 where rowid = "
            f"(select min(rowid) from provenance where {FIRST_TEXT})",
            "in no place: こ",
        ),
        (
            "update blocks set text = replace(text, '森', '林') where id = 1",
            "text 1 is not its source",
        ),
        (
            "insert into provenance select document_id, line, 1, 3, 'furniture', 1, 0 from "
            f"provenance where {FIRST_TEXT} limit 1",
            "in several places: の文",
        ),
        ("delete from furniture where document_id = 'plan-2021'", "furniture 1 has no row"),
        (
            "insert into blocks select 9999, section_id, 99, kind, '', 0, '根拠のない文', null, "
            "null, null from blocks where id = 1",
            "text 9999 stands in no source: 根拠のない文",
        ),
        (
            "update source_lines set text = substr(text, 1, 2) where document_id = 'plan-2021' "
            f"and line = (select line from provenance where {FIRST_TEXT} limit 1)",
            "ends before column",
        ),
        (
            "delete from source_lines where document_id = 'plan-2021' "
            f"and line = (select line from provenance where {FIRST_TEXT} limit 1)",
            "text 1 is not its source",
        ),
    ],
)
def test_every_fault_is_found(
    made_up_database: Path, tmp_path: Path, sql: str, message: str
) -> None:
    proof = prove_after(made_up_database, tmp_path, sql)
    assert any(message in finding.message.en for finding in proof.findings), proof.findings
