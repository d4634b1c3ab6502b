"""The benchmark measures what it says; how fast the program is, it judges alone."""

import shutil
import sqlite3
import sys
from pathlib import Path

import pytest
from scripts.bench.builds import repeat_sources
from scripts.bench.larger import enlarge, reworded
from scripts.bench.measured import Measured
from scripts.bench.processes import in_turn, ratio, run
from scripts.bench.report import report

from plan_tui.sources.manifest import read_manifest
from plan_tui.store.health import changes_since_written
from plan_tui.store.locate import packaged_database
from plan_tui.store.plan import Plan
from plan_tui.store.proof import prove

DATA = Path(__file__).parents[2] / "data"
TIMES = 3


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("larger") / "larger.db"
    enlarge(packaged_database(), target, TIMES)
    return target


def test_a_larger_database_repeats_the_rows_of_every_document(larger: Path) -> None:
    small, large = (sqlite3.connect(path) for path in (packaged_database(), larger))
    for table in ("documents", "sections", "blocks", "dates", "links", "provenance"):
        count = f"select count(*) from {table}"
        (once,), (many,) = small.execute(count).fetchone(), large.execute(count).fetchone()
        assert many == TIMES * once, table
    assert large.execute("pragma foreign_key_check").fetchall() == []
    lengths = "select sum(length(text)) from blocks"
    (once,), (many,) = small.execute(lengths).fetchone(), large.execute(lengths).fetchone()
    assert many == TIMES * once
    (texts,) = large.execute("select count(distinct text) from blocks").fetchone()
    assert texts > 2 * small.execute("select count(distinct text) from blocks").fetchone()[0]


def test_a_larger_database_is_proved_as_the_packaged_one_is(larger: Path) -> None:
    with Plan(larger) as plan:
        assert list(changes_since_written(plan)) == []
        proofs = [prove(plan, document.id) for document in plan.documents()]
    assert [finding for proof in proofs for finding in proof.findings] == []


def test_words_are_exchanged_among_themselves() -> None:
    kanji = [chr(number) for number in range(0x4E00, 0x4E40)]
    text = "".join(kanji)
    other = reworded(kanji, 1)(text)
    assert other is not None
    assert other != text
    assert sorted(other) == kanji
    assert other != reworded(kanji, 2)(text)
    assert reworded(kanji, 1)(None) is None


def test_sources_are_named_so_many_times(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("*.db"))
    repeat_sources(data / "sources", TIMES)
    held, many = (read_manifest(folder / "sources" / "manifest.toml") for folder in (DATA, data))
    assert len(many.sources) == TIMES * len(held.sources)
    assert {source.id for source in held.sources} < {source.id for source in many.sources}
    assert len({source.sha256 for source in many.sources}) == len(many.sources)


def test_processes_take_turns_and_are_compared_round_by_round() -> None:
    python = (sys.executable, "-c")
    runs = in_turn({"none": (*python, "pass"), "much": (*python, "b'x' * (1 << 27)")}, 2)
    assert [len(uses) for uses in runs.values()] == [2, 2]
    assert ratio(runs["much"], runs["none"], lambda use: use.peak) > 2


def test_a_program_that_fails_is_not_measured() -> None:
    assert run((sys.executable, "-c", "raise SystemExit(3)")).code == 3
    with pytest.raises(RuntimeError, match="exit code 3"):
        in_turn({"failing": (sys.executable, "-c", "raise SystemExit(3)")}, 1)


def test_the_report_marks_what_misses_its_goal() -> None:
    figures = [Measured("quick", "bare", 1.5, 2), Measured("slow", "bare", 2.5, 2)]
    text = report({"Commands": figures, "More": [Measured("beside", "bare", 9)]}, {}, 7)
    assert "| quick | bare | 2 | 1.50 |\n" in text
    assert "| slow | bare | 2 | **2.50** |\n" in text
    assert "| beside | bare |  | 9.00 |\n" in text
