"""What is taken away of a screen is, to the byte, what the command that it names prints."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan_tui.cli.commands import VIEWS
from plan_tui.cli.main import main
from plan_tui.export.formats import WRITERS, write
from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.destinations import TopicsOf
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.views.view import View
from tests.tui.helpers import ExplorerFirst, keys_for

TODAY = "2026-01-01"
Way = Callable[[PlanApp, Pilot[None]], Awaitable[None]]


def pressing(*keys: str) -> Way:
    async def way(app: PlanApp, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)

    return way


def reading(key: str, *keys: str) -> Way:
    async def way(app: PlanApp, pilot: Pilot[None]) -> None:
        await app.open_section(key)
        await pilot.press(*keys)

    return way


async def document(app: PlanApp, pilot: Pilot[None]) -> None:
    app.explorer.fill_once()
    app.explorer.open_document("plan-2021")


async def source(app: PlanApp, pilot: Pilot[None]) -> None:
    await app.open_section("2021:1.1.1")
    await app.run_action("source")


async def overview(app: PlanApp, pilot: Pilot[None]) -> None:
    await app.run_action("overview")
    await pilot.pause()


async def topics(app: PlanApp, pilot: Pilot[None]) -> None:
    await overview(app, pilot)
    await app.go(TopicsOf(TopicGroup.IN_, "2021"))


WAYS: dict[str, Way] = {
    "tree": pressing("g", "g"),
    "tree --document plan-2021": document,
    "show 2021:1.1": reading("2021:1.1"),
    "show 2021:M1-2": reading("2021:M1-2", "i"),
    "search 夜間 開館": pressing("slash", *keys_for("夜間 開館")),
    "search 夜間 -AI": pressing("slash", *keys_for("夜間 -AI")),
    "measures kpi:unset --sort chapter": pressing("3", "f", *keys_for("kpi:unset"), "escape", "o"),
    "targets due:2024": pressing("t", "f", *keys_for("due:2024"), "escape"),
    "targets edition:2022": pressing("t", "f", *keys_for("edition:2022"), "escape"),
    "compare 2021:1.1.1": reading("2021:1.1.1", "d"),
    "compare 2021:1.1.1 --with 2021 2025": reading("2021:1.1.1", "d", "a", "2"),
    "changes 2021 2025 kind:measure": pressing("5", "f", *keys_for("kind:measure"), "escape"),
    "track": pressing("ctrl+k"),
    "track 2021:0": reading("2021:0", "K"),
    "words": pressing("w"),
    "words 貸出 図書館": pressing("w", *keys_for("貸出 図書館")),
    "overview": overview,
    "topics in 2021": topics,
    "check": pressing("R"),
    "review 2025": pressing("6"),
    "show 2021:1.1.1": source,
    "notes": reading("2021:1.1", "+", *keys_for("見る #棚"), "enter", "m", "a", "7"),
    "notes タグ:棚": reading(
        "2021:1.1", "+", *keys_for("見る #棚"), "enter", "7", "f", *keys_for("タグ:棚"), "escape"
    ),
}
WITHOUT_A_SCREEN = {"kpis"}
"""Views that no screen shows by themselves: KPIs stand with their measures."""


def test_every_view_is_gone_over() -> None:
    assert {command.split()[0] for command in WAYS} == {*VIEWS, "check"} - WITHOUT_A_SCREEN


def view_of(screen: PlanScreen | None) -> View:
    view = screen.view() if screen else None
    assert view is not None
    return view


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", WAYS)
async def test_a_screen_gives_what_its_command_prints(
    command: str,
    language: Language,
    crosswalked_database: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    monkeypatch.setattr("plan_tui.cli.view_commands.today", lambda: TODAY)
    app = ExplorerFirst(crosswalked_database, language=language)
    app.session.today = TODAY
    async with app.run_test(size=(140, 40)) as pilot:
        await WAYS[command](app, pilot)
        await app.workers.wait_for_complete()
        await pilot.pause()
        view = view_of(app.here)
        written = {form: write(view, form, app.plan.attribution) for form in WRITERS}
    assert [word for word in view.words if word != "--"] == command.split()
    options = ["--db", str(crosswalked_database), "--lang", str(language)]
    for form, document in written.items():
        assert main([*options, "--format", form, *view.words]) == (1 if view.nothing else 0)
        printed = document.encode() if isinstance(document, str) else document
        assert capfdbinary.readouterr().out == printed, form
