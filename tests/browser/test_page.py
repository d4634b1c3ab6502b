"""`plan-tui serve` as a reader meets it: in a browser, by keys."""

from __future__ import annotations

import os
import signal
from http.client import HTTPConnection

import pytest

from tests.browser.chromium import Chromium, Tab
from tests.browser.conftest import Open
from tests.browser.serving import PATIENCE, Serving

ASKED = "語を入力してください"
SNOW = "雪の日は休む。"


def search(tab: Tab, words: str, hit: str, text: str) -> None:
    """Search for new words of which the first hit and its text are known, and open it."""
    tab.press("s")
    tab.wait_for(ASKED)
    tab.insert(words)
    tab.wait_for(hit)
    tab.press("Enter")
    tab.wait_for("目次", text)


def search_snow(tab: Tab) -> None:
    search(tab, "雪の日", "（ａ） 雪の日", SNOW)


def ended(tab: Tab) -> bool:
    """Return whether the page says that its application has ended."""
    return "終了しました" in str(tab.evaluate("document.body.innerText"))


def test_keys_and_japanese_reach_the_application_and_nothing_else_is_asked(
    open_tab: Open, server: Serving
) -> None:
    tab = open_tab()
    tab.press("/")
    tab.wait_for(ASKED)
    tab.press(*"kpi")
    tab.wait_for(" kpi ", "[No.２－２] KPIのない取組")
    tab.press("Enter")
    tab.wait_for("目次", "2021:M2-2", "ただ続ける。")
    search_snow(tab)
    tab.wait_for(SNOW, "2025:1.1.1.1.a.a.A.a")
    assert tab.hosts() == {f"localhost:{server.port}"}
    assert tab.complaints() == []


def test_the_window_lays_the_application_out(open_tab: Open) -> None:
    tab = open_tab()
    search_snow(tab)
    wide = tab.wait(laid_out)
    tab.resize(900, 700)
    narrow = tab.wait(lambda rows: len(rows) < len(wide) and laid_out(rows))
    assert len(narrow[-1]) < len(wide[-1])
    tab.resize(1280, 800)
    assert tab.wait(lambda rows: len(rows) > len(narrow) and laid_out(rows)) == wide


def laid_out(rows: list[str]) -> bool:
    """Return whether the section's key ends the first row and the footer is the last."""
    return rows[0].endswith("2025:1.1.1.1.a.a.A.a ") and " Tab 次の枠 " in rows[-1]


def test_the_page_may_not_reach_elsewhere(open_tab: Open) -> None:
    tab = open_tab()
    answer = tab.evaluate("fetch('http://elsewhere.example/').catch(() => 'refused')")
    assert answer == "refused"
    assert any("Content Security Policy" in line for line in tab.complaints())


def test_two_pages_do_not_disturb_each_other(open_tab: Open) -> None:
    first, second = open_tab(), open_tab()
    search_snow(first)
    search(second, "棚の整理", "2. 棚の整理", "1,200")
    assert SNOW in "\n".join(first.rows())
    assert SNOW not in "\n".join(second.rows())
    first.press("Q")
    first.wait(lambda _: ended(first))
    search(second, "夜間開館の拡大", "① 夜間開館の拡大", "夜間開館を10館に広げる。")


def test_copying_reaches_the_clipboard(open_tab: Open, browser: Chromium, server: Serving) -> None:
    allowed = ["clipboardReadWrite", "clipboardSanitizedWrite"]
    browser.call("Browser.grantPermissions", origin=server.origin, permissions=allowed)
    tab = open_tab()
    search_snow(tab)
    tab.press("y")
    tab.wait_for("Markdown")
    tab.press("Enter")
    tab.wait(lambda _: SNOW in str(tab.evaluate("navigator.clipboard.readText()")))


def test_quitting_is_said_and_the_application_opens_again(open_tab: Open) -> None:
    tab = open_tab()
    tab.press("Q")
    tab.wait(lambda _: ended(tab))
    tab.follow(".ended a")
    tab.wait_ready()
    assert not ended(tab)


def test_ending_the_server_ends_the_applications(open_tab: Open, server: Serving) -> None:
    tab = open_tab()
    assert server.end() == ""
    assert server.process.returncode == 0
    assert not server.leftovers()
    tab.wait(lambda _: "接続が切れました" in str(tab.evaluate("document.body.innerText")))


def test_an_export_is_a_download(open_tab: Open, server: Serving) -> None:
    tab = open_tab()
    search_snow(tab)
    tab.press("e")
    tab.wait_for(str(server.exports)[:20], "ダウンロード")
    tab.press("Enter")
    tab.wait_for("書き出しました")
    tab.wait(lambda _: bool(tab.evaluate("document.querySelector('.exported a')?.href")))
    (file,) = server.exports.iterdir()
    assert str(tab.evaluate("document.querySelector('.exported a').textContent")) == file.name
    cookies = tab.call("Network.getCookies")["cookies"]  # of earlier servers too
    asked = HTTPConnection("localhost", server.port)
    headers = {"Cookie": "; ".join(f"{each['name']}={each['value']}" for each in cookies)}
    asked.request("GET", f"/exports/{file.name}", headers=headers)
    answer = asked.getresponse()
    assert answer.read() == file.read_bytes()
    assert str(answer.getheader("Content-Disposition")).startswith("attachment;")
    assert str(answer.getheader("Content-Security-Policy")).startswith("sandbox;")
    asked.close()
    tab.press("j")
    tab.wait(lambda _: tab.evaluate("document.querySelector('.exported').hidden") is True)


@pytest.mark.parametrize(
    ("width", "height"), [(390, 844), (844, 390), (360, 640), (320, 568), (1280, 800), (3840, 2160)]
)
def test_sixty_columns_fit_every_screen(open_tab: Open, width: int, height: int) -> None:
    tab = open_tab()
    size = {"width": width, "height": height, "deviceScaleFactor": 2, "mobile": width < 1000}
    tab.call("Emulation.setDeviceMetricsOverride", **size)
    tab.wait(lambda _: tab.evaluate("innerWidth") == width)
    tab.wait(lambda _: fits(tab))
    tab.wait_for("収録")


def fits(tab: Tab) -> bool:
    """Return whether the terminal is large enough for the application and within the window."""
    return bool(
        tab.evaluate(
            "shown.terminal.cols >= 60 && shown.terminal.rows >= 20 && ["
            "...document.querySelectorAll('canvas')].every(canvas => {"
            "const place = canvas.getBoundingClientRect();"
            "return place.right <= innerWidth && place.bottom <= innerHeight; })"
        )
    )


def test_signs_of_one_cell_are_drawn_in_one(open_tab: Open) -> None:
    tab = open_tab()
    assert tab.evaluate("shown.terminal.options.rescaleOverlappingGlyphs") is True
    loaded = "document.fonts.load(\"18px 'Roboto Mono'\", {!r}).then(faces => faces.length)"
    for sign in "①⑳⓪㈱"[:3] + "❶※ⅠⅧ⇒■○▶→":
        assert tab.evaluate(loaded.format(sign)) == 2, sign


def test_a_lost_connection_says_how_to_come_back(open_tab: Open, server: Serving) -> None:
    tab = open_tab()
    os.kill(server.server_process(), signal.SIGKILL)
    tab.wait(lambda _: "接続が切れました" in str(tab.evaluate("document.body.innerText")))
    words = str(tab.evaluate("document.body.innerText"))
    assert "plan-tui serve" in words
    assert "もう一度開く" in words
    assert not ended(tab)
    server.process.communicate(timeout=PATIENCE)


@pytest.mark.parametrize(
    ("name", "value"), [("Host", "elsewhere.example"), ("Origin", "http://elsewhere.example")]
)
def test_other_sites_are_turned_away(server: Serving, name: str, value: str) -> None:
    asked = HTTPConnection("localhost", server.port)
    asked.request("GET", "/", headers={name: value})
    assert asked.getresponse().status == 403
    asked.close()
