"""Notes in the application: written, shown, listed, and never lost."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.model.place_notes import NamedSearch, OwnNotes, PlaceNote
from plan_tui.store import own_notes
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.tui.app import PlanApp
from plan_tui.tui.screens.note_dialog import NameDialog, NoteDialog
from plan_tui.tui.screens.notes import NotesScreen
from tests.tui.helpers import (
    ExplorerFirst,
    key_of,
    keys_for,
    marks_of,
    rows,
    screen_of,
    settled,
    shown,
)
from tests.tui.typed_notes import PLACE, kept, note, told
from tests.worlds.altered import altered


async def test_a_note_is_typed_and_shown_beside_its_section(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await app.open_section(PLACE)
        await pilot.press("＋")  # as an input method sends it
        await pilot.pause()
        assert screen_of(app, NoteDialog).lines[0].has_focus
        await pilot.press(*"梟を見る", "space", "#", *"要確認", "down", *"二行目", "enter")
        assert "メモを書きました" in await settled(app, pilot)
        (place,) = kept().places
        assert (place.key, place.note, place.tags) == (PLACE, "梟を見る\n二行目", ("要確認",))
        assert (place.heading, place.edition) == ("これまでの歩み", "2021")
        assert place.text
        assert any("▫ １． これまでの歩み" in row and "✎ 1" in row for row in rows(app))
        assert "✎ 梟を見る" in shown(app)
        assert "#要確認" in shown(app)


async def test_a_note_is_changed_and_taken_out_where_it_was_written(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await note(app, pilot, PLACE, "一", "二", "三", "四")
        assert kept().places[0].note == "一\n二\n三\n四"
        await pilot.press("+")
        await pilot.pause()
        dialog = screen_of(app, NoteDialog)
        assert [box.value for box in dialog.lines] == ["一", "二", "三", "四", ""]
        for box in dialog.lines:
            box.put("")
        dialog.tags.put("棚 予算、他")
        await pilot.press("enter")
        await pilot.pause()
        assert (kept().places[0].note, kept().places[0].tags) == ("", ("棚", "予算", "他"))
        await pilot.press("+")
        await pilot.pause()
        screen_of(app, NoteDialog).tags.put("")
        await pilot.press("enter")
        assert "メモを消しました" in await settled(app, pilot)
        assert kept() == OwnNotes()


async def test_what_cannot_be_kept_stays_in_its_box(app: PlanApp, data_home: Path) -> None:
    file = data_home / "plan-tui" / "notes.toml"
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await app.open_section(PLACE)
        await pilot.press("+", *"梟", "down", *"二", "tab", "#", "t", "enter")
        assert kept().places[0].note == "梟\n二"
        sound = file.read_bytes()
        await pilot.press("+", "end", "x")
        file.write_text("this is [ not toml")
        await pilot.press("enter")
        assert "TOML" in await settled(app, pilot)
        dialog = screen_of(app, NoteDialog)
        assert (dialog.typed.text, dialog.typed.tags) == ("梟x\n二", ("t",))
        file.write_bytes(sound)
        await pilot.press("enter")
        await settled(app, pilot)
        assert kept().places[0].note == "梟x\n二"


async def test_a_name_that_cannot_be_kept_stays_in_its_box(app: PlanApp, data_home: Path) -> None:
    file = data_home / "plan-tui" / "notes.toml"
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await settled(app, pilot)
        await pilot.press("3")
        await settled(app, pilot)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("this is [ not toml")
        await pilot.press("S")
        await settled(app, pilot)
        screen_of(app, NameDialog).box.put("全ての施策")
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen_of(app, NameDialog).box.value == "全ての施策"
        file.unlink()
        await pilot.press("enter")
        await settled(app, pilot)
        assert [search.name for search in kept().searches] == ["全ての施策"]


async def test_escape_and_nothing_typed_keep_nothing(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section(PLACE)
        await pilot.press("+", "x", "escape")
        await pilot.press("+", "enter")
        await pilot.pause()
        assert kept() == OwnNotes()
        assert not own_notes.notes_path().exists()


async def test_tags_are_completed_from_those_there_are(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await note(app, pilot, "2021:1", "#要確認 #要望")
        await app.open_section(PLACE)
        await pilot.press("+", "down", "down", "要")
        assert "要確認" in await settled(app, pilot)
        await pilot.press("tab", "要", "tab", "enter")
        await pilot.pause()
        place = kept().at(PLACE)
        assert place is not None
        assert place.tags == ("要確認", "要望")


async def test_a_mark_and_a_note_are_one_entry(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await note(app, pilot, PLACE, "見る #棚")
        await pilot.press("m", "a")
        await pilot.pause()
        assert [(each.mark, each.note) for each in kept().places] == [("a", "見る")]
        assert "'a ✎" in await settled(app, pilot)
        await pilot.press("3", "'")
        drawn = await settled(app, pilot)
        assert "見る  #棚" in drawn
        await pilot.press("a")
        await settled(app, pilot)
        assert key_of(app) == PLACE
        await app.open_section("2021:1")
        await pilot.press("m", "a")
        await pilot.pause()
        assert marks_of(app) == {"a": "2021:1"}
        assert kept().places[0].note == "見る"


async def test_notes_are_listed_searched_and_opened(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await note(app, pilot, "2021:M1-2", "夜の券 #要確認")
        await note(app, pilot, PLACE, "棚の数")
        await pilot.press("7")
        screen = screen_of(app, NotesScreen)
        await settled(app, pilot)
        assert [row.note.key for row in screen.rows.rows if not isinstance(row, NamedSearch)] == [
            PLACE,
            "2021:M1-2",
        ]
        for query, count in (("タグ:要確認", 1), ("棚", 1), ("版:2021", 2), ("種類:施策", 1)):
            screen.box.put(query)
            await pilot.pause()
            assert len(screen.rows.rows) == count, query
        screen.box.put("夜")
        await pilot.press("enter")
        await settled(app, pilot)
        assert key_of(app) == "2021:M1-2"


async def test_a_search_is_named_opened_renamed_and_taken_out(app: PlanApp) -> None:
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("3", "f", *keys_for("kpi:unset"), "escape", "S")
        await pilot.pause()
        assert screen_of(app, NameDialog).box.value == "kpi:unset"
        await pilot.press(*"未設定", "enter")
        await pilot.pause()
        assert kept().searches == (NamedSearch("未設定", ("measures", "kpi:unset")),)
        await pilot.press("4", "S", *"未設定", "enter")
        assert "もう一度 Enter" in await settled(app, pilot)
        await pilot.press("escape", "3", "f")
        await pilot.press("ctrl+a", "ctrl+k", "escape", "7", "enter")
        await settled(app, pilot)
        assert app.current_mode == "measures"
        assert rows(app)[0].endswith("kpi:unset")
        await pilot.press("7", "+")
        await pilot.pause()
        await pilot.press(*"別名", "enter")
        await pilot.pause()
        assert [each.name for each in kept().searches] == ["別名"]
        await pilot.press("x", "1")
        await pilot.pause()
        assert kept() == OwnNotes()


OPENED = {
    "search": (("search", "貸出", "kind:measure"), "search", "貸出 kind:measure"),
    "targets": (("targets", "due:2024"), "targets", "due:2024"),
    "words": (("words", "図書館"), "words", "図書館"),
    "changes": (("changes", "2021", "2025", "kind:measure"), "changes", "kind:measure"),
    "track": (("track", "図書館"), "track", "図書館"),
    "notes": (("notes", "券"), "notes", "券"),
    "a section": (("show", PLACE), "explorer", ""),
}


@pytest.mark.parametrize(("words", "mode", "asked"), OPENED.values(), ids=OPENED)
async def test_a_named_search_opens_its_screen(
    app: PlanApp, words: tuple[str, ...], mode: str, asked: str
) -> None:
    own_notes.change_notes(lambda notes: notes.with_search(NamedSearch("名", words)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("7", "enter")
        await settled(app, pilot)
        assert app.current_mode == mode
        box = getattr(app.screen, "box", None)
        assert asked == (box.value if box else "")


async def test_one_that_no_screen_opens_names_its_command(app: PlanApp) -> None:
    search = NamedSearch("名", ("kpis", "kpi:unset"))
    own_notes.change_notes(lambda notes: notes.with_search(search))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("7", "enter")
        assert "plan-tui kpis kpi:unset" in await settled(app, pilot)
        assert app.current_mode == "notes"


async def test_two_applications_keep_each_other_s_notes(app: PlanApp, database: Path) -> None:
    other = ExplorerFirst(database, language=Language.EN)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await note(app, pilot, PLACE, "一")
        async with other.run_test(size=(100, 30)) as second:
            await note(other, second, "2021:1", "他の画面")
            await other.open_section(PLACE)
            await second.press("+")
            await second.pause()
            await pilot.press("+", "x", "enter")
            await pilot.pause()
            await second.press("y", "enter")
            await second.pause()
        assert {each.key: each.note for each in kept().places} == {
            "2021:1": "他の画面",
            PLACE: "一x\n一y",
        }
        await pilot.press("7")
        assert "他の画面" in await settled(app, pilot)


@pytest.mark.parametrize("text", ["[[place]\n", '[[place]]\nkey = ""\n', "note = 1\n"])
async def test_a_broken_file_is_told_and_left_as_it_is(app: PlanApp, text: str) -> None:
    path = own_notes.notes_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause(0.3)
        assert "notes.toml" in told(app)
        await note(app, pilot, PLACE, "x")
        await pilot.press("m", "a")
        await pilot.press("7")
        drawn = await settled(app, pilot)
        assert "直すまで書き換えません" in "".join(drawn.split())
        await pilot.press("f", *keys_for("タグ:x "))
        assert app.is_running
    assert path.read_text(encoding="utf-8") == text


async def test_a_place_that_is_gone_stays_and_says_so(
    database: Path, tmp_path: Path, app: PlanApp
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await note(app, pilot, PLACE, "歩み")
        await note(app, pilot, "2021:M1-2", "夜")
    later = altered(
        database,
        tmp_path / "later.db",
        f"update sections set title = '別の見出し' where key = '{PLACE}'",
        "update blocks set text = '別の文' where section_id in "
        f"(select id from sections where key in ('{PLACE}', '2021:M1-2'))",
    )
    upgraded = ExplorerFirst(later, language=Language.JA)
    async with upgraded.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.pause(0.3)
        assert "これまでの歩" in await settled(upgraded, pilot)
        await pilot.press("7")
        drawn = await settled(upgraded, pilot)
        assert "見出しが見つかりません" in drawn
        assert "メモの後に本文の読み取りが変化" in drawn
        assert "歩み" in drawn
        await pilot.press("G", "enter")
        await settled(upgraded, pilot)
        assert upgraded.current_mode == "notes"
        await pilot.press("+")
        await pilot.pause()
        await pilot.press("た", "enter")
        await pilot.pause()
        assert {each.note for each in kept().places} == {"歩みた", "夜"}
        await upgraded.open_section("2021:M1-2")
        assert "本文の読み取りが変化" in await settled(upgraded, pilot)
        await pilot.press("+", "enter")  # as it is now
        await pilot.pause()
        assert "本文の読み取りが変わった" not in await settled(upgraded, pilot)


TYPED = {
    "tags": ("見る #要確認 #棚", "見る", ("要確認", "棚")),
    "tags alone": ("#要確認", "", ("要確認",)),
    "what begins like an option": ("--remove", "--remove", ()),
    "a list": ("- 一", "- 一", ()),
    "a dash and a tag": ("-x #棚", "-x", ("棚",)),
    "a tag like an option": ("#-x", "", ("-x",)),
    "quotes": ("it's 'x'", "it's 'x'", ()),
    "nothing": ("", "", ()),
}


@pytest.mark.parametrize("mark", ["", "m"])
@pytest.mark.parametrize(("typed", "text", "tags"), TYPED.values(), ids=TYPED)
async def test_the_command_that_is_told_keeps_the_same(
    app: PlanApp,
    database: Path,
    typed: str,
    text: str,
    tags: tuple[str, ...],
    mark: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own_notes.change_notes(
        lambda notes: notes.with_place(PlaceNote(PLACE, note="古い", tags=("古",), mark=mark))
    )
    app.may_write = False
    told: list[str] = []
    monkeypatch.setattr(app, "tell", lambda phrase, **fields: told.append(fields["command"]))
    async with app.run_test(size=(100, 30)) as pilot:
        await app.open_section(PLACE)
        await pilot.press("+")
        await pilot.pause()
        dialog = screen_of(app, NoteDialog)
        dialog.tags.put("")
        dialog.lines[0].put(typed)
        await pilot.press("enter")
        await settled(app, pilot)
    (program, *command) = shlex.split(told[0])
    assert program == "plan-tui"
    main([command[0], "--db", str(database), *command[1:]])
    place = kept().at(PLACE) or PlaceNote(PLACE)
    assert (place.note, place.tags, place.mark) == (text, tags, mark)


async def test_an_empty_list_says_how_a_note_is_written(app: PlanApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("7")
        drawn = await settled(app, pilot)
        assert "メモはまだありません" in drawn
        assert "収録テキスト" not in drawn
        await pilot.press("f", *keys_for("夜"))
        drawn = await settled(app, pilot)
        assert "当てはまるものはありません" in drawn
        assert "メモはまだありません" not in drawn


@pytest.mark.parametrize("language", list(Language))
async def test_no_row_is_wider_than_the_screen(database: Path, language: Language) -> None:
    long = PlaceNote("2099:1", "長い見出し" * 30, note="長いメモ" * 40, tags=("長いタグ" * 10,))
    own_notes.change_notes(
        lambda notes: notes.with_place(long).with_search(NamedSearch("名" * 80, ("search", "森")))
    )
    app = ExplorerFirst(database, language=language)
    async with app.run_test(size=(60, 20)) as pilot:
        await app.open_section(PLACE)
        await pilot.press("+")
        for box in screen_of(app, NoteDialog).lines[:3]:
            box.put("長いメモ" * 20)
        await pilot.press("enter")
        for size in ((60, 20), (80, 24), (120, 36), (200, 50)):
            await pilot.resize_terminal(*size)
            await app.open_section(PLACE)
            for keys, screen in (
                (("+",), NoteDialog),
                (("escape", "7"), NotesScreen),
                (("G",), NotesScreen),
                (("S",), NameDialog),
            ):
                await pilot.press(*keys)
                drawn = (await settled(app, pilot)).splitlines()
                assert isinstance(app.screen, screen)
                assert app.size == size
                assert max(map(width, drawn)) <= size[0]
            await pilot.press("escape")
