"""One list of commands feeds keys, footer, palette, help and documentation."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

from plan_tui.text.kana import is_kana
from plan_tui.text.language import Language
from plan_tui.text.romaji import romaji_sound, short, sound_of
from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.commands import BY_ID, COMMANDS, Command, Scope, bindings
from plan_tui.tui.keys_document import keys_document
from plan_tui.tui.screens.dialogs import help_lines
from plan_tui.tui.screens.palette import matching
from tests.tui.helpers import settled, shown

DOCUMENT = Path(__file__).parents[2] / "docs" / "keys.md"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_is_everywhere(command: Command) -> None:
    for scope in command.scopes:
        ids = {binding.id for binding in bindings(scope) if isinstance(binding, Binding)}
        assert command.id in ids
    for typed in (command.name.ja, command.name.en, command.romaji, command.id):
        assert command in matching(typed)
    for language in Language:
        helped = "\n".join(line.text for line in help_lines((), 200, language))
        assert command.help.say(language) in helped
        assert command.shown_keys in helped
    assert f"| {command.name.en} | {command.name.ja} | {command.romaji} |" in keys_document()


def test_the_document_is_the_one_that_the_list_writes() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == keys_document()


def test_keys_are_unique_in_their_scope() -> None:
    for scope in Scope:
        keys = [b.key for b in bindings(scope) if isinstance(b, Binding)]
        assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert len(BY_ID) == len(COMMANDS)


def test_a_key_is_not_taken_twice_where_two_scopes_meet() -> None:
    def keys(*scopes: Scope) -> Counter[str]:
        return Counter(b.key for b in bindings(*scopes) if isinstance(b, Binding))

    for own in (Scope.LIST, Scope.SCROLL):
        assert keys(own) & keys(Scope.APP) == Counter()
    for own in (
        *(Scope.OUTLINE, Scope.READING, Scope.FIGURES),
        *(Scope.COMPARE, Scope.CHANGES, Scope.TRACK, Scope.REVIEW),
    ):
        assert keys(own) & (keys(Scope.APP) + keys(Scope.SCREEN)) == Counter()
    for own in (Scope.OUTLINE, Scope.FIGURES):
        assert keys(own) & keys(Scope.LIST) == Counter()
    assert keys(Scope.SORTED) & (keys(Scope.LIST) + keys(Scope.SCREEN, Scope.APP)) == Counter()
    assert keys(Scope.READING, Scope.COMPARE) & keys(Scope.SCROLL) == Counter()
    assert keys(Scope.REVIEW) & keys(Scope.SCROLL) == Counter()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_letter_has_a_full_width_twin(command: Command) -> None:
    for key in command.keys:
        if len(key) == 1:
            assert chr(ord(key) + 0xFEE0) in command.all_keys


async def test_every_command_of_the_footer_is_in_a_footer(app: PlanApp) -> None:
    seen = set()
    async with app.run_test(size=(200, 40)) as pilot:
        for keys in (
            (),
            ("slash",),
            ("escape", "3"),
            ("f",),
            ("escape",),
            ("enter",),
            ("tab",),
            ("d",),
            ("5",),
            ("ctrl+k",),
            ("6",),
            ("1", "m", "a", "7"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            seen |= {c.id for c, _ in app.screen.query_one("KeyBar").commands()}  # type: ignore[attr-defined]
        await app.open_section("2021:1.1", "森")
        await pilot.pause()
        seen |= {c.id for c, _ in app.screen.query_one("KeyBar").commands()}  # type: ignore[attr-defined]
    assert seen == {command.id for command in COMMANDS if command.footer}


async def test_the_footer_never_overflows_and_shows_the_focus(app: PlanApp) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        for keys in ((), ("tab",), ("slash",)):
            await pilot.press(*keys)
            last = shown(app).splitlines()[-1]
            assert width(last) <= 60
        assert "Esc 結果へ" in last
        assert "/ 検索" not in last


async def test_the_palette_runs_a_command_by_romaji(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(":", *"shisaku", "enter")
        await pilot.pause()
        assert app.current_mode == "measures"


async def test_the_palette_tells_what_cannot_be_run_here(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("ctrl+p", *"hikaku")
        assert "この画面では使えません" in shown(app)
        await pilot.press("enter")
        assert "ここでは使えません：比較（箇所を選んでから）" in await settled(app, pilot)


async def test_help_is_about_the_focus(app: PlanApp) -> None:
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("?")
        text = shown(app)
        assert "下の階層を開く" in text
        assert "対応箇所から選ぶ" not in text.split("ほかの枠")[0]
        await pilot.press("escape")
        await app.open_section("2021:1.1.1")
        await pilot.press("d", "f1")
        assert "複数の対応箇所から選ぶ" in shown(app).split("ほかの枠")[0]


LISTS = ("search", "measures", "targets", "changes", "track", "words", "overview")
PLACES = ("outline", "reading", "query", "compare", "source", "report", *LISTS)


async def go_to(app: PlanApp, place: str) -> None:
    """Bring the application to a place, wherever it is."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()
    if place in LISTS:
        await app.trail.show(place)
    elif place == "query":
        await app.run_action("search")
    else:
        await app.open_section("2021:1.1.1", "貸出")
        if place == "outline":
            app.explorer.outline.focus()
        elif place != "reading":
            await app.run_action(place)


async def test_full_width_keys_work(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ｊ", "ｌ", "ｊ")
        assert key_of_outline(app) == "2021:0"
        await pilot.press("っ", "ｇ")
        assert app.explorer.outline.cursor == 0
        await pilot.press("／", *"森")
        assert app.current_mode == "search"
        await pilot.press("escape", "ｑ")
        assert app.current_mode == "explorer"
        await pilot.press("？")
        assert "今使えるキー" in shown(app)
        await pilot.press("ｑ")
        await pilot.press("３")
        assert app.current_mode == "measures"
        await pilot.press("：")
        assert "コマンド" in shown(app)


def key_of_outline(app: PlanApp) -> str:
    return app.explorer.current.key if app.explorer.current else ""


def heard(name: str) -> str:
    """Return a pattern of the sound of a name: of its kana exactly, of kanji anything."""
    parts = []
    for part in re.findall("[ぁ-ゖァ-ヶー]+|[一-龥々]+", name):
        kana = re.escape(short(sound_of(part.removesuffix("へ")) or ""))
        parts.append((kana if is_kana(part) else ".+") + "h?e" * part.endswith("へ"))
    return "".join(parts)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_name_is_found_as_it_is_read(command: Command) -> None:
    """The romaji begins with the reading of the name, kana by kana, its particles among them."""
    assert re.match(heard(command.name.ja), short(romaji_sound(command.romaji) or ""))


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("genbun", "source"),
        ("nihongo", "language"),
        ("hani", "filter"),
        ("kankei de", "relation"),
        ("tsuika shita", "remove-edition"),
        ("kono sofuto", "about"),
        ("taiou no riyuu", "why"),
    ],
)
def test_kanji_of_a_name_are_found_as_they_are_read(typed: str, command: str) -> None:
    romaji = next(each.romaji for each in COMMANDS if each.id == command)
    assert romaji.startswith(typed)


@pytest.mark.parametrize("typed", ["ノート", "のーと", "メモ", "note", "memo"])
def test_notes_are_found_by_every_word_for_them(typed: str) -> None:
    assert {command.id for command in matching(typed)[:2]} == {"note", "notes"}
