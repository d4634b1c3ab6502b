"""Whatever the text holds, it is shown as it is, in every widget."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import DocumentHeading, RichDocument, run
from plan_tui.text.language import Language
from plan_tui.tui import clipboard, safe
from plan_tui.tui.app import PlanApp
from plan_tui.views.view import Paint, Record, View, no_paint
from tests.tui.helpers import keys_for, shown
from tests.worlds.made_up_plan import HOSTILE
from tests.yaml_reader import head_and_rest

START = HOSTILE[:10]


class HostileView(View):
    """A view with control characters in its words and in its text."""

    columns = ()

    @property
    def words(self) -> tuple[str, ...]:
        return "show", "\x1b]0;x\x07"

    def records(self) -> list[Record]:
        return []

    def text(self, paint: Paint = no_paint) -> str:
        return ""

    def document(self, attribution: Attribution) -> RichDocument:
        heading = DocumentHeading(1, run("\x1b[31m\u202e"))
        return RichDocument(self.language, (heading,), command=self.command)


@pytest.mark.parametrize("text", [HOSTILE, "[red", "[/]", "$x [@click=app.quit]quit[/]", "\\["])
def test_content_is_literal(text: str) -> None:
    assert safe.content(text).plain == text
    assert Static(safe.content(text)).content.plain == text  # type: ignore[union-attr]


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert safe.clean("森\x1b[31m\x07館\t\x9b") == "森␛[31m␇館 ␦"
    assert safe.clean("\u202e逆\u200b\u2028\ufeff\U000e0041") == "␦逆␦␦␦␦"


async def test_outline_and_text(hostile_app: PlanApp) -> None:
    async with hostile_app.run_test(size=(160, 40)) as pilot:
        await pilot.press("j", "l", "j", "j", "l", "j")
        text = shown(hostile_app)
        assert text.count(START) > 8
        assert HOSTILE in text.replace("\n", "")


@pytest.mark.parametrize(
    "keys",
    [
        ("slash", *keys_for("環")),
        ("3",),
        ("5",),
        ("A",),
        ("slash", *keys_for("環"), "enter", "d"),
        ("slash", *keys_for("環"), "enter", "i"),
        ("slash", *keys_for("環"), "enter", "y"),
        ("slash", *keys_for("環"), "enter", "m", "a", "apostrophe"),
    ],
)
async def test_every_screen(hostile_app: PlanApp, keys: tuple[str, ...]) -> None:
    async with hostile_app.run_test(size=(160, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert START in shown(hostile_app)


async def test_comparison_menu_and_notice(hostile_app: PlanApp) -> None:
    async with hostile_app.run_test(size=(160, 40), notifications=True) as pilot:
        await hostile_app.open_section("2021:1.1.1")
        await pilot.press("d", "r")
        await pilot.pause()
        assert shown(hostile_app).count("[b]太字[/b]") > 2
        await pilot.press("l", "c")
        await pilot.pause()
        assert "[link=x]環[/]" in shown(hostile_app)


async def test_query_and_path_are_literal(hostile_app: PlanApp) -> None:
    async with hostile_app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("slash", *keys_for("[b]x[/nothing]"))
        assert "[b]x[/nothing]" in shown(hostile_app)
        await hostile_app.open_section("[/b]")
        await pilot.pause()
        assert "[/b]" in shown(hostile_app)


async def test_an_export_shows_control_characters(
    app: PlanApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        app.parts.exporting.write(HostileView(Language.JA), "a.md")
        await pilot.pause()
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    head, text = head_and_rest(text)
    assert head["title"] == "\x1b[31m\u202e"
    assert text.startswith("# \\x1b\\[31m\\u202e\n")
    assert "`plan-tui show '\\x1b]0;x\\x07'`\n" in text


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x1b]0;x\x07", "\x9b", "\u202e", "\u200b", "\u2028"])
async def test_words_searched_for_are_shown_in_the_path(app: PlanApp, sign: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await app.open_section("2021:1.1.1", sign)
        await pilot.pause()
        assert not set(shown(app)) & set(sign) - set(map(chr, range(0x20, 0x7F)))


async def test_a_copy_shows_control_characters(
    app: PlanApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def copy(text: str, *_: object, **__: object) -> str:
        copied.append(text)
        return "copied"

    monkeypatch.setattr(clipboard, "copy", copy)
    async with app.run_test(size=(120, 36)):
        app.copy_to_clipboard("森\x1b[31m\t館\n\u202e逆\u200b\x9b")
    assert copied == ["森\\x1b[31m\t館\n\\u202e逆\\u200b\\x9b"]
