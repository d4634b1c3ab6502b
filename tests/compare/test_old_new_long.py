"""A table of old and new over a text of very many lines takes work that grows as the text."""

from __future__ import annotations

from pathlib import Path

from plan_tui.compare.sections.old_new_groups import old_new_table
from plan_tui.store.plan import Plan
from tests.parse.test_long_lines import work
from tests.worlds.altered import altered

FEW, MANY = 250, 1_000


def test_the_work_grows_as_the_rows(packaged: Path, tmp_path: Path) -> None:
    few, many = (_work(packaged, tmp_path / f"{lines}.db", lines) for lines in (FEW, MANY))
    assert many <= 1.5 * MANY / FEW * few


def _work(packaged: Path, path: Path, lines: int) -> int:
    text = f"replace(printf('%.*c', {lines}, 'x'), 'x', '森。' || char(10))"
    altered(packaged, path, f"update blocks set text = {text} where id = 1", sealed=False)
    with Plan(path) as plan:
        ((key,),) = plan.database.rows(
            "select key from sections where id = (select section_id from blocks where id = 1)"
        )
        section = plan.section(key)
        old_new_table(plan, [section])  # compiles its patterns
        return work(lambda _: old_new_table(plan, [section]), "")
