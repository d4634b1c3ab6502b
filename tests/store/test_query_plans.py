"""How SQLite answers: what is asked of one section, topic or word reads no table from end to end.

And how much is read and done for it does not grow with what is held.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from scripts.bench.larger import enlarge

from plan_tui.cli.main import main
from plan_tui.compare.promises.followed_tracks import followed_tracks
from plan_tui.compare.sections.overview_counts import counted_overview
from plan_tui.compare.text.diff import difference
from plan_tui.search.word_counts import counted_typical
from plan_tui.store.connect import OpenDatabase
from plan_tui.store.plan import Plan

KEYED = (
    *("show 2021:1.1.1", "show 2021:1.1 --below", "show 2021:M1-1 --cite bibtex"),
    *("compare 2021:1.1.1", "compare 2025:1.1.1 --with 2021", "track 2021:M1-1", "track loan-card"),
    *("words 図書館", "words 図書館 夜間開館", "words", "overview"),
    *("export show 2021:1.1.1 -o -", "export compare 2021:1.1.1 --layout table -o -"),
)
LISTS = (
    *("tree", "tree under:2021:1", "measures", "measures kpi:unset", "kpis", "targets"),
    *("targets due:2025", "changes 2021 2025", "changes 2021 2025 relation:new", "topics"),
    *("track", "track kind:measure", "track 貸出", "search 図書館", "review", "check"),
)
SMALL = {"editions", "documents", "added_documents", "meta", "overview_counts", "aliases"}
"""Tables with a few rows, or a few for each document."""
GIVEN = {"json_each", "j", "line"}
"""What is given with a question, and what it finds out first."""
TIMES = 10

Steps = list[tuple[int, int, int, str]]
"""Id, parent, and what SQLite does, step by step."""


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, Steps]:
    """Return what SQLite does for each query that is asked from now on, by its SQL."""
    explained: dict[str, Steps] = {}
    answer = OpenDatabase.rows

    def rows(database: OpenDatabase, sql: str, *values: Any) -> list[Any]:  # noqa: ANN401
        if not sql.startswith("pragma"):
            explained[sql] = answer(database, f"explain query plan {sql}", *values)
        return answer(database, sql, *values)

    monkeypatch.setattr(OpenDatabase, "rows", rows)
    return explained


def scanned(sql: str, of_query: Steps) -> set[str]:
    """Return the tables that a query reads from end to end."""
    words = re.findall(r"(?:from|join)\s+(\w+)(?:\s+(?:as\s+)?(\w+))?", sql)
    tables = {name: table for table, alias in words for name in (alias, table) if name}
    names = [step[3].split()[1] for step in of_query if step[3].startswith("SCAN ")]
    return {tables.get(name, name) for name in names} - GIVEN


@pytest.mark.parametrize("command", KEYED)
def test_what_is_asked_of_one_place_reads_no_table_whole(
    command: str, crosswalked_database: Path, steps: dict[str, Steps]
) -> None:
    assert main([*command.split(), "--db", str(crosswalked_database)]) in (0, 1)
    assert steps
    assert {sql: whole for sql, of in steps.items() if (whole := scanned(sql, of) - SMALL)} == {}


@pytest.mark.parametrize("command", [*KEYED, *LISTS])
def test_no_table_is_read_again_for_each_row(
    command: str, crosswalked_database: Path, steps: dict[str, Steps]
) -> None:
    """An inner loop finds its rows by an index, and SQLite has to make none for the purpose."""
    assert main([*command.split(), "--db", str(crosswalked_database)]) in (0, 1)
    for sql, of_query in steps.items():
        outer: set[int] = set()
        for _, parent, _, does in of_query:
            inner = parent in outer and does.startswith("SCAN ") and "VIRTUAL" not in does
            assert not inner, (sql, does)
            assert "AUTOMATIC" not in does, (sql, does)
            if does.startswith(("SCAN ", "SEARCH ")):
                outer.add(parent)


# What grows


@pytest.fixture(scope="module")
def larger(crosswalked_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("larger") / "plan.db"
    enlarge(crosswalked_database, target, TIMES)
    return target


@pytest.mark.parametrize("command", [each for each in KEYED if each != "overview"])
def test_as_much_is_read_for_one_place_however_much_is_held(
    command: str, crosswalked_database: Path, larger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    answer = OpenDatabase.rows

    def rows(database: OpenDatabase, sql: str, *values: Any) -> list[Any]:  # noqa: ANN401
        result = answer(database, sql, *values)
        if not re.search(r"from (documents|editions)\b", sql):
            read.append(len(result))
        return result

    monkeypatch.setattr(OpenDatabase, "rows", rows)
    counts = []
    for database in (crosswalked_database, larger):
        read.clear()
        assert main([*command.split(), "--db", str(database)]) in (0, 1)
        counts.append((len(read), sum(read)))
    (queries, few), (again, many) = counts
    assert queries == again
    # A word stands in more texts where more is held; its own commands read those alone.
    assert many == few or command.startswith("words 図書館")


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called."""
    count = 0

    def see(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "work",
    [counted_overview, counted_typical, lambda plan: list(followed_tracks(plan))],
    ids=["overview", "words", "tracks"],
)
def test_what_is_counted_for_the_database_grows_as_it_does(
    work: Callable[[Plan], object], crosswalked_database: Path, larger: Path
) -> None:
    with Plan(crosswalked_database) as small, Plan(larger) as large:
        few, many = calls(lambda: work(small)), calls(lambda: work(large))
    assert many < 1.2 * TIMES * few


def test_a_difference_grows_as_the_longer_text() -> None:
    text = [f"第{n}の窓口では、{chr(0x4E00 + n)}の手続{n}件を夜間も受け付ける。" for n in range(30)]
    other = [f"図書館の{n}階は{chr(0x5E00 + n)}である。" for n in range(6)]
    few, many = calls(lambda: difference(text, other)), calls(lambda: difference(text * 10, other))
    assert many < 12 * few
