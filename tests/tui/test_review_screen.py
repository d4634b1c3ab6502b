"""Suggestions are decided on by a key or two, kept in a file, and taken back by one key."""

from __future__ import annotations

import shutil
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.model.comparison_enums import Extent, Origin, Relation
from plan_tui.model.decisions import Decision, DecisionKind
from plan_tui.sources.decisions_file import decisions_in
from plan_tui.store.own_decisions import decisions_path
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui import child_command
from plan_tui.tui.app import PlanApp
from plan_tui.tui.review_round import ReviewRound
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.menu import Menu
from plan_tui.tui.screens.review import ReviewScreen
from plan_tui.tui.screens.section_chooser import SectionChooser
from plan_tui.tui.screens.task_window import TaskWindow
from tests.tui.helpers import ExplorerFirst, assert_printed, rows, screen_of, settled, shown, taken
from tests.worlds.named import suggested

PAIRS = (
    ("2021:1.1.1", "2025:1.1.1"),
    ("2021:M1-1", "2025:1.1.1"),
    ("2021:M2-1", "2025:1.1.1.1"),
    ("2021:1.1.1", "2025:1.1"),
    ("2022:1.2", "2025:1.1.1.1"),
)
"""What is suggested with the newest edition, the likeliest first."""
SIZES = [
    ((60, 20), Language.EN),
    ((80, 24), Language.JA),
    ((120, 36), Language.EN),
    ((200, 50), Language.JA),
]


@pytest.fixture(scope="module")
def to_review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with five suggestions, of which one is for part of a section."""
    world = suggested()
    for (older, newer), score in zip(PAIRS, (0.71, 0.6, 0.5, 0.42, 0.3), strict=True):
        if score not in (0.71, 0.42):
            world.with_link(
                older, newer, Relation.RENAMED, "同じ話", score=score, origin=Origin.AUTO
            )
    return world.write(tmp_path_factory.mktemp("to-review") / "plan.db")


@pytest.fixture
def own(to_review: Path, tmp_path: Path) -> Path:
    """A copy of it, beside which decisions are kept."""
    return Path(shutil.copy(to_review, tmp_path / "plan.db"))


@asynccontextmanager
async def reviewing(
    own: Path, size: tuple[int, int] = (120, 36), language: Language = Language.EN
) -> AsyncIterator[tuple[ExplorerFirst, Pilot[None]]]:
    app = ExplorerFirst(own, language=language)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.open_section("2021:1.1")
        await pilot.press("6")
        await pilot.pause()
        yield app, pilot


def decisions(own: Path) -> dict[tuple[str, str], Decision]:
    return {(each.first.key, each.second.key): each for each in decisions_in(decisions_path(own))}


def at(app: PlanApp) -> tuple[str, str]:
    current = round_of(app).current
    assert current is not None
    return current.earlier.key, current.later.key


def round_of(app: PlanApp) -> ReviewRound:
    rounds = screen_of(app, ReviewScreen).round
    assert rounds is not None
    return rounds


@pytest.mark.parametrize(("size", "language"), SIZES)
async def test_both_texts_the_reason_and_the_progress_are_seen(
    own: Path, size: tuple[int, int], language: Language
) -> None:
    async with reviewing(own, size, language) as (app, pilot):
        drawn = await settled(app, pilot)
        assert max(map(width, rows(app))) <= size[0]
        for words in ("2021:1.1.1", "共通の語が多い", "貸出券のスマートフォン搭載", "0.71"):
            assert words in drawn
        assert ("1 of 5" if language is Language.EN else "1／5件目") in drawn
        assert ("whole of both" if language is Language.EN else "双方の全体") in drawn
        assert "貸出券と図書券の一体化を" in drawn
        await pilot.press("a", "r")
        drawn = await settled(app, pilot)
        accepted = "1 accepted, 1 rejected" if language is Language.EN else "承認 1、却下 1"
        assert accepted in drawn
        assert ("3 of 5" if language is Language.EN else "3／5件目") in drawn
        assert max(map(width, rows(app))) <= size[0]


@pytest.mark.parametrize(
    ("keys", "kind", "extents"),
    [
        ("a", DecisionKind.ACCEPTED, (Extent.WHOLE, Extent.WHOLE)),
        ("r", DecisionKind.REJECTED, (Extent.WHOLE, Extent.WHOLE)),
        ("p1", DecisionKind.PART, (Extent.PART, Extent.WHOLE)),
        ("p2", DecisionKind.PART, (Extent.WHOLE, Extent.PART)),
        ("p3", DecisionKind.PART, (Extent.PART, Extent.PART)),
        ("p4", DecisionKind.ACCEPTED, (Extent.WHOLE, Extent.WHOLE)),
        ("M1", DecisionKind.MENTION, (Extent.WHOLE, Extent.MENTION)),
        ("M2", DecisionKind.MENTION, (Extent.MENTION, Extent.WHOLE)),
        ("ａ", DecisionKind.ACCEPTED, (Extent.WHOLE, Extent.WHOLE)),
        ("ｐ２", DecisionKind.PART, (Extent.WHOLE, Extent.PART)),
    ],
)
async def test_at_most_two_keys_decide_and_one_takes_it_back(
    own: Path, keys: str, kind: DecisionKind, extents: tuple[Extent, Extent]
) -> None:
    async with reviewing(own) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        decision = decisions(own)[PAIRS[0]]
        assert (decision.kind, (decision.first.extent, decision.second.extent)) == (kind, extents)
        assert decision.first.heading == "貸出券のスマートフォン搭載"
        assert at(app) == PAIRS[1]
        await pilot.press("u")
        assert decisions(own) == {}
        assert at(app) == PAIRS[0]
        await pilot.press("u")
        assert "There is no decision to undo" in await settled(app, pilot)


async def test_skipping_going_back_and_deciding_anew(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("space", "l")
        assert at(app) == PAIRS[2]
        await pilot.press("a", "h")
        assert at(app) == PAIRS[2]
        assert "accepted: whole of both" in await settled(app, pilot)
        await pilot.press("r")
        assert decisions(own)[PAIRS[2]].apart
        assert at(app) == PAIRS[3]
        await pilot.press("u")
        assert not decisions(own)[PAIRS[2]].apart
        await pilot.press("u")
        assert decisions(own) == {}
        await pilot.press("h", "h", "h")
        assert at(app) == PAIRS[0]
        assert "This is the last suggestion" in await settled(app, pilot)


async def test_the_end_is_told_and_the_rest_comes_first_next_time(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("space", "a", "a", "a", "a")
        assert at(app) == PAIRS[0]
        await pilot.press("r")
        assert "All suggestions are decided" in await settled(app, pilot)
    async with reviewing(own) as (app, pilot):
        assert "4 accepted, 1 rejected" in await settled(app, pilot)
        await pilot.press("u")
        assert len(decisions(own)) == 5


async def test_another_counterpart_is_searched_for(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("o")
        await pilot.pause()
        chooser = screen_of(app, SectionChooser)
        assert [row.key for row in chooser.rows.rows] == ["2021:M1-1"]
        await pilot.press(*"夜間")
        await pilot.pause()
        keys = [row.key for row in chooser.rows.rows]
        assert "2021:M1-2" in keys
        assert all(key.startswith("2021:") for key in keys)
        chooser.rows.cursor = keys.index("2021:M1-2")
        await pilot.press("enter")
        await pilot.pause()
        kept = decisions(own)
        assert kept[PAIRS[0]].apart
        assert kept["2021:M1-2", "2025:1.1.1"].kind is DecisionKind.ACCEPTED
        assert at(app) == PAIRS[1]
        assert "1 accepted, 1 rejected" in await settled(app, pilot)
        await pilot.press("u")
        assert decisions(own) == {}


async def test_another_suggestion_is_chosen_by_two_keys(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        kept = decisions(own)
        assert (kept[PAIRS[0]].apart, kept[PAIRS[1]].apart) == (True, False)
        assert at(app) == PAIRS[2]


async def test_looking_for_another_can_be_given_up(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        for keys in (("o", "escape"), ("o", *"宇宙船", "enter", "escape"), ("p", "escape")):
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            assert isinstance(app.screen, ReviewScreen)
        assert decisions(own) == {}


async def test_a_wrong_filter_is_told_in_the_window(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("o", *"kind:x")
        await pilot.pause()
        assert "kind" in shown(app)
        assert screen_of(app, SectionChooser).rows.rows == ()


async def test_an_open_quote_is_searched_for_in_the_edition_too(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("o", *'"夜間')
        await pilot.pause()
        keys = [row.key for row in screen_of(app, SectionChooser).rows.rows]
        assert "2021:M1-2" in keys
        assert all(key.startswith("2021:") for key in keys)


async def test_editions_are_chosen(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("c")
        await pilot.pause()
        choices = [choice.value for choice in screen_of(app, Menu).choices]
        assert choices == ["2021", "2022", "2025", "2021 2022", "2021 2025", "2022 2025"]
        await pilot.press("6")
        await pilot.pause()
        assert at(app) == PAIRS[4]
        await pilot.press("c", "4")
        await pilot.pause()
        assert "There are no suggestions" in await settled(app, pilot)
        for key in ("a", "r", "p", "M", "o", "h", "x", "e"):
            await pilot.press(key)
            await pilot.pause()
        assert decisions(own) == {}


async def test_a_file_that_is_wrong_is_told_and_not_touched(own: Path) -> None:
    path = decisions_path(own)
    path.write_text("[[pair]]\nplaces = 1\n", encoding="utf-8")
    async with reviewing(own) as (app, pilot):
        assert "places must be" in await settled(app, pilot)
        await pilot.press("a", "u")
    assert path.read_text(encoding="utf-8") == "[[pair]]\nplaces = 1\n"


async def test_a_file_that_cannot_be_written_is_told(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        decisions_path(own).mkdir()
        await pilot.press("a")
        assert "cannot be read" in (await settled(app, pilot)).replace("\n", " ")
        assert at(app) == PAIRS[0]
        assert round_of(app).made == ()


async def test_nothing_is_written_in_the_browser(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        app.may_write = False
        await pilot.press("a")
        assert "In the browser no file is written" in await settled(app, pilot)
        assert decisions(own) == {}


async def test_the_command_prints_what_is_shown(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with reviewing(own, language=Language.JA) as (app, pilot):
        await pilot.press("a", "r")
        await pilot.pause()
        view = taken(screen_of(app, ReviewScreen))
    assert view[0] == ("review", "2025")
    assert_printed(view, own, capsys)


async def test_the_language_is_turned_in_place(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("a", "f2")
        drawn = await settled(app, pilot)
        assert "承認 1" in drawn
        assert at(app) == PAIRS[1]


# On leaving


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Sets the lines of a made-up command in the place of ours."""

    def become(lines: str) -> None:
        monkeypatch.setattr(child_command, "program", lambda: (sys.executable, "-c", lines))

    return become


async def test_a_rebuild_is_offered_once_something_was_decided(
    own: Path, child: Callable[[str], None], tmp_path: Path
) -> None:
    words = tmp_path / "words"
    child(f"import sys; open({str(words)!r}, 'w').write(' '.join(sys.argv[1:]))")
    async with reviewing(own) as (app, pilot):
        await pilot.press("a", "q")
        drawn = await settled(app, pilot)
        assert isinstance(app.screen, Menu)
        assert "Apply your decisions?" in drawn
        await pilot.press("1")
        await settled(app, pilot)
        assert isinstance(app.screen, TaskWindow)
        await pilot.press("enter")
        drawn = await settled(app, pilot)
        assert "Opened the new database" in drawn
        assert app.current is not None
        assert app.current.key == "2021:1.1"
    assert words.read_text() == f"add --lang en --progress=json --db={own} --rebuild"


@pytest.mark.parametrize("keys", ["q", "a u escape", "space q"])
async def test_nothing_is_offered_where_nothing_was_decided(own: Path, keys: str) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press(*keys.split())
        await settled(app, pilot)
        assert isinstance(app.screen, ExplorerScreen)


async def test_it_can_wait_and_all_is_kept(own: Path) -> None:
    async with reviewing(own) as (app, pilot):
        await pilot.press("a", "escape")
        await settled(app, pilot)
        await pilot.press("2")
        await settled(app, pilot)
        assert isinstance(app.screen, ExplorerScreen)
        await pilot.press("6")
        await settled(app, pilot)
        assert at(app) == PAIRS[1]
    assert list(decisions(own)) == [PAIRS[0]]


async def test_the_real_command_takes_them_over(own: Path, tmp_path: Path) -> None:
    shutil.copy(own, tmp_path / "before.db")
    async with reviewing(own) as (app, pilot):
        await pilot.press("a", "r", "q")
        await settled(app, pilot)
        await pilot.press("1")
        await settled(app, pilot)
        window = screen_of(app, TaskWindow)
        assert window.end is not None
        assert window.end.code == 0
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("6")
        await settled(app, pilot)
        assert [at(app), len(round_of(app).suggested)] == [PAIRS[2], 3]
        assert "1 accepted, 1 rejected" in shown(app)
