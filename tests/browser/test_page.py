"""`plan-tui serve` as a reader meets it: in a browser, by keys."""

from __future__ import annotations

from http.client import HTTPConnection

import pytest

from tests.browser.chromium import Chromium, Tab
from tests.browser.conftest import Open
from tests.browser.serving import Serving

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
    browser.call("Browser.grantPermissions", origin=server.address, permissions=allowed)
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
    tab.wait(lambda _: ended(tab))


@pytest.mark.parametrize(
    ("name", "value"), [("Host", "elsewhere.example"), ("Origin", "http://elsewhere.example")]
)
def test_other_sites_are_turned_away(server: Serving, name: str, value: str) -> None:
    asked = HTTPConnection("localhost", server.port)
    asked.request("GET", "/", headers={name: value})
    assert asked.getresponse().status == 403
    asked.close()
