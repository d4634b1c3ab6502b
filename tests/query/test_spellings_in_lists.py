"""Equal spellings give equal rows in every list, by command and on its screen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plan_tui.cli.main import main
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.changes import ChangesScreen
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.screens.measures import MeasuresScreen
from plan_tui.tui.screens.targets import TargetsScreen
from plan_tui.tui.screens.track import TrackScreen
from tests.tui.helpers import settled
from tests.worlds import named
from tests.worlds.altered import altered

FAMILIES = (
    ("こども", "子ども", "子供", "コドモ", "ｺﾄﾞﾓ", "こ ど も"),
    ("オンライン", "おんらいん", "ｵﾝﾗｲﾝ", "オン・ライン", "オンラインー"),
    ("サーバ", "サーバー", "ｻｰﾊﾞ", "ｻｰﾊﾞｰ"),
    ("Web", "ＷＥＢ", "web", "ｗｅｂ", "ウェブ"),
    ("国学会", "國學會", "国學会", "國学会"),
    ("取組", "取り組み", "取組み", "取りくみ"),
    ("障害者", "障がい者", "障碍者"),
    ("データ連携", "ﾃﾞｰﾀ連携", "データ・連携", "データ 連携"),
)
COMMANDS = ("changes 2021 2022", "targets", "measures", "tree", "track")
SCREENS: dict[str, type[ListScreen[Any]]] = {
    "5": ChangesScreen,
    "t": TargetsScreen,
    "3": MeasuresScreen,
    "ctrl+k": TrackScreen,
}


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan in which each title and text ends with a word, spelled one way after the other.

    Every fourth has none.
    """
    folder = tmp_path_factory.mktemp("spelled")
    spellings = [f"。{'。'.join(each)}。" for each in _columns()]
    cases = " ".join(f"when {n} then '{words}'" for n, words in enumerate(spellings))
    ending = f"case when id % 4 = 3 then '' else case id % {len(spellings)} {cases} end end"
    statements = [
        f"update {table} set {column} = {column} || {ending}"
        for table, column in (("sections", "title"), ("blocks", "text"), ("kpis", "text"))
    ]
    statements.append(
        f"update topics set title = title || (select {ending} from (select rowid as id from "
        "topics as t where t.id = topics.id))"
    )
    database = named.built().write(folder / "plan.db")
    return altered(database, folder / "spelled.db", *statements)


def _columns() -> list[tuple[str, ...]]:
    """Return one spelling of each family together, then another of each."""
    most = max(map(len, FAMILIES))
    return [tuple(family[n % len(family)] for family in FAMILIES) for n in range(most)]


def printed(database: Path, command: str, words: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what a command prints; empty where nothing matches."""
    assert main([*command.split(), "--json", "--db", str(database), "--", words]) in (0, 1)
    return capsys.readouterr().out


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
@pytest.mark.parametrize("command", COMMANDS)
def test_commands_give_equal_rows(
    command: str, family: tuple[str, ...], spelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word, *others = [f'"{spelling}"' for spelling in family]
    rows = printed(spelled, command, word, capsys)
    every = printed(spelled, command, "", capsys)
    assert 0 < len(json.loads(rows)) <= len(json.loads(every))
    without = printed(spelled, command, f"-{word}", capsys)
    for other in others:
        assert printed(spelled, command, other, capsys) == rows, other
        assert printed(spelled, command, f"-{other}", capsys) == without, other


@pytest.mark.parametrize("key", SCREENS)
async def test_screens_give_equal_rows(key: str, spelled: Path) -> None:
    app = PlanApp(spelled, Language.JA)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(key)
        await settled(app, pilot)
        screen = app.main[SCREENS[key]]
        for family in FAMILIES:
            rows = []
            for spelling in family:
                screen.ask(f'"{spelling}"')
                await pilot.pause()
                rows.append(screen.rows.rows)
            assert rows[0]
            assert all(others == rows[0] for others in rows), family
