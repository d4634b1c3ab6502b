"""The conservation proof finds what is lost, doubled or changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.model.enums import (
    BlockKind,
    CharacterRole,
)
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove
from plan_tui.store.source_queries import source_lines
from plan_tui.store.source_rows import BlockRow, ProvenanceRow
from tests.worlds.world import World


def test_the_made_up_plan_is_conserved(made_up: Plan) -> None:
    for document in made_up.documents():
        proof = prove(made_up, document.id)
        lines = [text for _, text in source_lines(made_up, document.id)]
        assert proof.findings == ()
        assert proof.characters == sum(len("".join(line.split())) for line in lines)
        assert sum(proof.by_role.values()) == proof.characters


# The faults: each changes the rows of the made-up plan in one place.


def first_run(rows: DatabaseRows) -> int:
    """Return where the run of the first text of the first document stands."""
    return [run.role for run in rows.provenance].index(CharacterRole.TEXT)


def first_line(rows: DatabaseRows) -> int:
    """Return where the source line of the first text stands."""
    line = rows.provenance[first_run(rows)].line
    return [row.line for row in rows.source_lines].index(line)


def without_a_run(rows: DatabaseRows) -> None:
    del rows.provenance[first_run(rows)]


def with_a_shorter_run(rows: DatabaseRows) -> None:
    run = rows.provenance[first_run(rows)]
    shorter = replace(run, column_start=run.column_start + 1)
    rows.provenance[first_run(rows)] = shorter


def with_another_word(rows: DatabaseRows) -> None:
    block = rows.blocks[0]
    rows.blocks[0] = replace(block, text=block.text.replace("森", "林"))


def with_a_run_twice(rows: DatabaseRows) -> None:
    run = ProvenanceRow(
        document_id="plan-2021",
        line=rows.provenance[first_run(rows)].line,
        column_start=1,
        column_end=3,
        role=CharacterRole.FURNITURE,
        owner_id=1,
        offset=0,
    )
    rows.provenance.append(run)


def without_furniture(rows: DatabaseRows) -> None:
    rows.furniture = [row for row in rows.furniture if row.document_id != "plan-2021"]


def with_words_of_no_source(rows: DatabaseRows) -> None:
    block = BlockRow(
        id=9999,
        section_id=rows.blocks[0].section_id,
        ordinal=99,
        kind=BlockKind.PARAGRAPH,
        marker="",
        level=0,
        text="根拠のない文",
        data=None,
        line_start=None,
        line_end=None,
    )
    rows.blocks.append(block)


def with_a_shorter_line(rows: DatabaseRows) -> None:
    line = rows.source_lines[first_line(rows)]
    rows.source_lines[first_line(rows)] = replace(line, text=line.text[:2])


def without_a_line(rows: DatabaseRows) -> None:
    del rows.source_lines[first_line(rows)]


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (without_a_run, "in no place: この文書は"),
        (with_a_shorter_run, "in no place: こ"),
        (with_another_word, "text 1 is not its source"),
        (with_a_run_twice, "in several places: の文"),
        (without_furniture, "furniture 1 has no row"),
        (with_words_of_no_source, "text 9999 stands in no source: 根拠のない文"),
        (with_a_shorter_line, "ends before column"),
        (without_a_line, "text 1 is not its source"),
    ],
)
def test_every_fault_is_found(
    fault: Callable[[DatabaseRows], None], message: str, tmp_path: Path
) -> None:
    world = World()
    fault(world.rows)
    with Plan(world.write(tmp_path / "plan.db")) as plan:
        findings = prove(plan, "plan-2021").findings
    assert any(message in finding.message.en for finding in findings), findings
