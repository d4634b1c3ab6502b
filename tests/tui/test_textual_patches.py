"""Each repair of Textual: what it repairs is still wrong without it, and right with it.

Where the first half of a test fails, the installed Textual no longer needs the repair: drop it.
"""

from __future__ import annotations

import asyncio
import gc
import unicodedata
from inspect import unwrap
from itertools import count
from typing import ClassVar
from unittest.mock import Mock
from weakref import ref

import pytest
from rich.text import Text
from textual._styles_cache import StylesCache
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.color import Color
from textual.containers import Container, Horizontal
from textual.css.parse import parse
from textual.css.stylesheet import Stylesheet
from textual.events import Click, Key, MouseDown, MouseUp
from textual.pilot import Pilot
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widgets import Input, Static
from textual.widgets._toast import Toast

from plan_tui.tui.app import PlanApp
from plan_tui.tui.textual_patches.passed_click import pass_on
from plan_tui.tui.textual_patches.patched_app import PatchedApp
from plan_tui.tui.textual_patches.plain_scroll_bar import PlainScrollBar
from plan_tui.tui.textual_patches.whole_notices import draw_notices_whole
from tests.tui.helpers import rows, strips

BOTH = pytest.mark.parametrize("kind", [App[None], PatchedApp])
"""A plain application, and a repaired one."""


async def settled(app: App[None], pilot: Pilot[None]) -> str:
    """Return the screen once nothing changes any more."""
    before, now = "", "\n".join(rows(app))
    while now != before:
        await pilot.pause(0.1)
        before, now = now, "\n".join(rows(app))
    return now


# Notices


@pytest.mark.parametrize("repaired", [False, True])
async def test_wide_characters_of_a_notice_are_lost_where_a_widget_ends(repaired: bool) -> None:
    class Covered(App[None]):
        CSS = f"{PlanApp.CSS.replace('$plan-', '$')} Static {{ width: 31; height: 100%; }}"

        def get_theme_variable_defaults(self) -> dict[str, str]:
            names = ("cursor-away", "text", "gone-ground", "gone")
            return dict.fromkeys(names, "#888888")

        def get_default_screen(self) -> Screen[None]:
            screen: Screen[None] = Screen()
            if repaired:
                draw_notices_whole(screen)
            return screen

        def compose(self) -> ComposeResult:
            yield Horizontal(Static("a" * 30), Static("b" * 30))

    app, words = Covered(), "端" * 28
    async with app.run_test(size=(60, 4), notifications=True) as pilot:
        whole = []
        for shift in ("", "x"):  # one of them is divided inside a character
            app.notify(f"{words}{shift}")
            whole.append(words in await settled(app, pilot))
            app.clear_notifications()
            await settled(app, pilot)
        assert all(whole) is repaired


@BOTH
async def test_a_notice_does_not_go_with_the_next_key(kind: type[App[None]]) -> None:
    app = kind()
    async with app.run_test(notifications=True) as pilot:
        app.notify("words", timeout=60)
        assert "words" in await settled(app, pilot)
        await pilot.press("x")
        assert ("words" in await settled(app, pilot)) is not isinstance(app, PatchedApp)


@BOTH
async def test_notices_of_one_moment_pile_up(kind: type[App[None]]) -> None:
    app = kind()
    async with app.run_test(notifications=True) as pilot:
        app.notify("first", timeout=60)
        app.notify("second", timeout=60)
        await settled(app, pilot)
        assert len(app.screen.query(Toast)) == (1 if isinstance(app, PatchedApp) else 2)


# The mouse


@pytest.mark.parametrize("repaired", [False, True])
async def test_a_click_goes_to_who_holds_the_mouse(repaired: bool) -> None:
    clicks: list[tuple[str, int, int]] = []

    class Below(Static, can_focus=True):
        """Counts its clicks."""

        def on_click(self, event: Click) -> None:
            clicks.append(("below", event.x, event.y))
            event.stop()

    class Holder(Container):
        """Holds the mouse from the press of the button."""

        def compose(self) -> ComposeResult:
            yield Static("a line above")
            yield Below("words")

        def on_mouse_down(self) -> None:
            self.capture_mouse()

        def on_mouse_up(self) -> None:
            self.release_mouse()

        def on_click(self, event: Click) -> None:
            clicks.append(("holder", event.x, event.y))
            if repaired:
                pass_on(event, self)

    class Holding(App[None]):
        def compose(self) -> ComposeResult:
            yield Holder()

    app = Holding()
    async with app.run_test(size=(30, 4)) as pilot:
        for kind in (MouseDown, MouseUp):
            app.post_message(kind(None, 2, 1, 0, 0, 1, shift=False, meta=False, ctrl=False))
            await pilot.pause()
    assert clicks == [("holder", 2, 1), *([("below", 2, 0)] if repaired else [])]


# Keys


class Box(Screen[None]):
    """A screen with a box."""

    def compose(self) -> ComposeResult:
        yield Input()


class Asking(App[None]):
    """Shows the box at a key."""

    BINDINGS: ClassVar[list[BindingType]] = [("f", "ask")]

    def action_ask(self) -> None:
        self.push_screen(Box())


class RepairedAsking(Asking, PatchedApp):
    """The same, repaired."""


@pytest.mark.parametrize("kind", [Asking, RepairedAsking])
async def test_keys_in_one_go_go_to_the_widget_that_was_left(kind: type[Asking]) -> None:
    app = kind()
    async with app.run_test() as pilot:
        driver = app._driver
        assert driver is not None
        for message in XTermParser().feed("fab"):
            message.set_sender(app)
            driver.send_message(message)
        await pilot.pause(0.2)
        await settled(app, pilot)
        typed = app.screen.query_one(Input).value
        assert (typed == "ab") is isinstance(app, PatchedApp)


ORIGINAL_FEED = unwrap(XTermParser.feed)  # what the installed Textual does


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("\x1bj", ["escape", "j"]),
        ("\x1bjjj/", ["escape", "j", "j", "j", "slash"]),
        ("\x1b/", ["escape", "slash"]),
        ("\x1b5", ["escape", "5"]),
        ("\x1bf", ["escape", "f"]),
        ("\x1bb", ["escape", "b"]),
        ("\x1bK", ["escape", "K"]),
        ("\x1bえ", ["escape", "え"]),
        ("\x1b\r", ["escape", "enter"]),
        ("\x1b\t", ["escape", "tab"]),
        ("\x1b\x1bj", ["escape", "escape", "j"]),
        ("a\x1b" + "j" * 40, ["a", "escape", *("j" * 40)]),
        ("\x1b[\x1bj", ["escape", "left_square_bracket", "escape", "j"]),
    ],
)
def test_escape_before_a_key_is_no_key_of_its_own(sent: str, keys: list[str]) -> None:
    for cut in range(1, len(sent) + 1):  # however a terminal's reads part them
        parser = XTermParser()
        events = [*parser.feed(sent[:cut]), *(parser.feed(sent[cut:]) if sent[cut:] else ())]
        assert [event.key for event in events if isinstance(event, Key)] == keys
    plain = XTermParser()
    events = [*ORIGINAL_FEED(plain, sent), *ORIGINAL_FEED(plain, "")]
    assert [event.key for event in events if isinstance(event, Key)] != keys


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1b[1;5C", "ctrl+right"),
        ("\x1bOP", "f1"),
        ("\x1b\x7f", "ctrl+w"),
        ("\x1b[106;3u", "alt+j"),
        ("\x1b[Z", "shift+tab"),
    ],
)
def test_sequences_stay_what_they_are(sent: str, key: str) -> None:
    for cut in range(1, len(sent) + 1):
        parser = XTermParser()
        events = [*parser.feed(sent[:cut]), *(parser.feed(sent[cut:]) if sent[cut:] else ())]
        assert [event.key for event in events if isinstance(event, Key)] == [key]


def test_an_escape_alone_is_one_after_a_while() -> None:
    for sent, keys in (("\x1b", ["escape"]), ("\x1b[", ["escape", "left_square_bracket"])):
        parser = XTermParser()
        assert [*parser.feed(sent)] == []
        parser._timeout_time = 0.0
        assert [event.key for event in parser.tick() if isinstance(event, Key)] == keys
        assert [event.key for event in parser.feed("j") if isinstance(event, Key)] == ["j"]


# What is opened


@BOTH
async def test_what_is_opened_on_a_busy_machine_is_never_drawn(
    kind: type[App[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = kind()
    async with app.run_test():
        seconds = count()
        with monkeypatch.context() as busy:  # a second between two looks at the clock
            busy.setattr("textual.timer._time.get_time", lambda: next(seconds))
            app.delay_update()
            for _ in range(20):
                await asyncio.sleep(0.01)
        waits = app._batch_count > 0
        app._batch_count = 0
        assert waits is not isinstance(app, PatchedApp)


# Colours and signs


@BOTH
async def test_no_color_is_answered_with_greys(
    kind: type[App[None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = kind()
    async with app.run_test() as pilot:
        await pilot.pause()
        coloured = [s for strip in strips(app) for s in strip if s.style and s.style.bgcolor]
        assert bool(coloured) is not isinstance(app, PatchedApp)


def signs(renderer: type[ScrollBarRender]) -> set[str]:
    """Return the characters that a scroll bar is drawn of at some of its places."""
    bars = [renderer.render_bar(20, 100, 20, position / 4, 2) for position in range(320)]
    return {c for bar in bars for segment in bar.segments for c in Strip([segment]).text}


def test_scroll_bars_have_signs_of_ambiguous_width() -> None:
    assert "A" in {unicodedata.east_asian_width(sign) for sign in signs(ScrollBarRender)}
    assert signs(PlainScrollBar) - {"\n"} == {" "}
    assert ScrollBar.renderer is PlainScrollBar


# Style sheets

ORIGINAL_PARSE = Stylesheet._parse_rules.__wrapped__  # type: ignore[attr-defined]
"""What the installed Textual does."""


@pytest.mark.parametrize("repaired", [False, True])
async def test_sheets_are_parsed_anew_whenever_a_screen_is_new(
    repaired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not repaired:
        monkeypatch.setattr(Stylesheet, "_parse_rules", ORIGINAL_PARSE)
    parsing = Mock(wraps=parse)
    app = App[None]()
    async with app.run_test():
        app.refresh_css()
        monkeypatch.setattr("textual.css.stylesheet.parse", parsing)
        app.refresh_css()
        assert parsing.called is not repaired
        app.theme = "textual-light" if app.theme != "textual-light" else "nord"
        parsing.reset_mock()
        app.refresh_css()
        assert parsing.called


# What is closed


class Watching(Static):
    """A widget that follows the application's theme."""

    def on_mount(self) -> None:
        self.watch(self.app, "theme", self.forget)

    def forget(self) -> None:
        """Do nothing."""


def watchers(app: App[None]) -> list[object]:
    """Return what watches the application's theme."""
    return [node for node, _ in getattr(app, "__watchers", {}).get("theme", ())]


@pytest.mark.parametrize("repaired", [False, True])
async def test_a_removed_widget_still_watches_the_application(
    repaired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not repaired:
        original = Reactive._clear_watchers.__wrapped__  # type: ignore[attr-defined]
        monkeypatch.setattr(Reactive, "_clear_watchers", staticmethod(original))
    app = App[None]()
    async with app.run_test() as pilot:
        await app.mount(widget := Watching())
        assert widget in watchers(app)
        await widget.remove()
        await pilot.pause()
        assert (widget in watchers(app)) is not repaired


ORIGINAL_STYLES = StylesCache.get_inner_outer.__wrapped__
"""What the installed Textual does."""


@pytest.mark.parametrize("repaired", [False, True])
def test_the_memory_of_styles_keeps_caches_of_lines(
    repaired: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not repaired:
        monkeypatch.setattr(StylesCache, "get_inner_outer", ORIGINAL_STYLES)
    cache = StylesCache()
    cache.get_inner_outer(Color(0, 0, 0), Color(255, 255, 255))
    kept = ref(cache)
    del cache
    gc.collect()
    assert (kept() is None) is repaired


# Errors


class Failing(App[None]):
    """Ends with an error."""

    def on_mount(self) -> None:
        raise LookupError("no such place")


class RepairedFailing(Failing, PatchedApp):
    """Ends with a line."""

    def last_words(self, error: Exception) -> tuple[int, Text] | None:
        return (3, Text(str(error))) if isinstance(error, LookupError) else None


@pytest.mark.parametrize("kind", [Failing, RepairedFailing])
async def test_every_error_ends_with_a_traceback(
    kind: type[Failing], capfd: pytest.CaptureFixture[str]
) -> None:
    app = kind()
    async with asyncio.timeout(10):
        await app.run_async(headless=True)
    printed = capfd.readouterr().err
    repaired = isinstance(app, PatchedApp)
    assert ("Traceback" in printed) is not repaired
    assert "no such place" in printed
    assert app.return_code == (3 if repaired else 1)
