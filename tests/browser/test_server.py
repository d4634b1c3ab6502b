"""The server of the browser view, asked by clients that are no browser."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType, WSServerHandshakeError

from plan_tui.cli.page import FULL, PAGES
from tests.browser.serving import PATIENCE, Serving, serving

PATHS = ["", "page.js", "static/js/textual.js", "ws?width=80&height=24", "exports/a.md", "nothing"]
ENTERS_THE_SCREEN = b"\x1b[?1049h"


@pytest.fixture
async def guest() -> AsyncIterator[ClientSession]:
    """Somebody who knows the port and nothing else."""
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def reader(server: Serving, guest: ClientSession) -> ClientSession:
    """Somebody who opened the address that was printed."""
    async with guest.get(server.address) as page:
        assert page.status == 200
        assert "token" not in str(page.url)
    return guest


async def connect(
    session: ClientSession, server: Serving, size: str = "width=80&height=24", **headers: str
) -> ClientWebSocketResponse:
    sent = {"Origin": server.origin} | headers
    return await session.ws_connect(f"{server.origin}/ws?{size}", headers=sent)


async def drawn(page: ClientWebSocketResponse, until: bytes = ENTERS_THE_SCREEN) -> bytes:
    """Return what a page is sent until that is in it."""
    picture = b""
    async with asyncio.timeout(PATIENCE):
        while until not in picture:
            picture += await page.receive_bytes()
    return picture


def processes(server: Serving) -> list[str]:
    """Return the applications of pages that run."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pgid=,pid=,args="], capture_output=True, text=True, check=True
    )
    ours = [line.split(None, 2) for line in listed.stdout.splitlines()]
    return [
        p for group, p, args in ours if int(group) == server.process.pid and "--no-files" in args
    ]


async def none_left(server: Serving) -> bool:
    """Return whether every application has ended, waiting for that."""
    end = time.monotonic() + PATIENCE
    while processes(server) and time.monotonic() < end:
        await asyncio.sleep(0.05)
    return not processes(server)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "token=", "token=x", "token=wrong&token=wrong"])
async def test_without_the_secret_nothing_is_answered(
    guest: ClientSession, server: Serving, path: str, query: str
) -> None:
    between = "&" if "?" in path else "?"
    async with guest.get(f"{server.origin}/{path}{between}{query}") as answer:
        assert answer.status == 403
        assert "plan-tui serve" in await answer.text()
    with pytest.raises(WSServerHandshakeError) as refused:
        await connect(guest, server)
    assert refused.value.status == 403
    assert processes(server) == []


async def test_a_cookie_of_another_name_or_value_is_no_secret(
    reader: ClientSession, server: Serving
) -> None:
    cookie = next(iter(reader.cookie_jar))
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    for name, value in [(cookie.key, "x"), ("token", cookie.value), ("plan-tui", cookie.value)]:
        async with (
            ClientSession(cookies={name: value}) as other,
            other.get(f"{server.origin}/") as answer,
        ):
            assert answer.status == 403


async def test_a_client_without_origin_opens_no_page(
    reader: ClientSession, server: Serving
) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await reader.ws_connect(f"{server.origin}/ws?width=80&height=24")
    assert refused.value.status == 403
    assert processes(server) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Host": "elsewhere.example"},
        {"Host": "elsewhere.example", "Origin": "http://elsewhere.example"},
        {"Host": "localhost:9000"},
    ],
    ids=str,
)
async def test_other_sites_open_no_page(
    reader: ClientSession, server: Serving, headers: dict[str, str]
) -> None:
    cookies = {cookie.key: cookie.value for cookie in reader.cookie_jar}
    sent = headers | {"Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}
    async with ClientSession() as other:
        with pytest.raises(WSServerHandshakeError) as refused:
            await connect(other, server, **sent)
    assert refused.value.status == 403
    assert processes(server) == []


async def test_a_tunnel_with_another_port_reaches_the_page(
    guest: ClientSession, server: Serving
) -> None:
    host = {"Host": "localhost:9000"}
    async with guest.get(server.address, headers=host, allow_redirects=False) as entered:
        assert entered.headers["Location"] == "/"
    async with guest.get(f"{server.origin}/", headers=host) as page:
        assert "ws://localhost:9000;" in page.headers["Content-Security-Policy"]
    opened = await connect(guest, server, **host, Origin="http://localhost:9000")
    assert await drawn(opened)
    await opened.close()


@pytest.mark.parametrize("size", ["", "width=80", "width=x&height=24", "width=1e9&height=1"])
async def test_a_page_without_a_size_is_refused(
    reader: ClientSession, server: Serving, size: str
) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await connect(reader, server, size)
    assert refused.value.status == 400


@pytest.mark.parametrize("size", ["width=99999&height=24", "width=-9&height=99999999999999999999"])
async def test_a_size_without_bounds_gets_one(
    reader: ClientSession, server: Serving, size: str
) -> None:
    page = await connect(reader, server, size)
    await drawn(page)
    await page.send_str('["resize", {"width": 999999, "height": 999999}]')
    await page.close()
    assert await none_left(server)


ODD = ["", "x", "{}", "[]", '["stdin"]', '["resize", {"width": null}]', "[" * 50_000, '["quit"]']


async def test_odd_frames_are_dropped_with_one_line(
    made_up_database: Path, tmp_path: Path, guest: ClientSession
) -> None:
    with serving(made_up_database, tmp_path) as server:
        async with guest.get(server.address):
            pass
        page = await connect(guest, server)
        await drawn(page)
        for frame in ODD:
            await page.send_str(frame)
        await page.send_bytes(b"\xff\x00")
        await page.send_str('["ping", "17"]')
        async with asyncio.timeout(PATIENCE):
            while (message := await page.receive()).type is not WSMsgType.TEXT:
                pass
        assert message.json() == ["pong", "17"]
        await page.close()
        assert await none_left(server)
        assert len(server.end().splitlines()) == 1


async def test_a_frame_too_large_ends_its_page_alone(
    made_up_database: Path, tmp_path: Path, guest: ClientSession
) -> None:
    with serving(made_up_database, tmp_path) as server:
        async with guest.get(server.address):
            pass
        page, other = await connect(guest, server), await connect(guest, server)
        await drawn(page)
        await page.send_str(json.dumps(["stdin", "x" * (1 << 21)]))
        async with asyncio.timeout(PATIENCE):
            while not page.closed:
                await page.receive()
        assert page.close_code == 1009
        await drawn(other)
        await other.close()
        assert await none_left(server)
        assert len(server.end().splitlines()) == 1


async def test_a_page_too_many_is_told_and_another_may_come_later(
    reader: ClientSession, server: Serving
) -> None:
    pages = [await connect(reader, server) for _ in range(PAGES)]
    for page in pages:
        await drawn(page)
    assert len(processes(server)) == PAGES
    late = await connect(reader, server)
    async with asyncio.timeout(PATIENCE):
        await late.receive()
    assert late.close_code == FULL
    await pages.pop().close()
    later = await connect(reader, server)
    await drawn(later)
    for page in [*pages, later]:
        await page.close()
    assert await none_left(server)


async def test_a_hundred_pages_leave_no_process(reader: ClientSession, server: Serving) -> None:
    for number in range(100):
        page = await connect(reader, server)
        if number % 10 == 0:
            await drawn(page)
        assert len(processes(server)) <= PAGES
        await page.close()
    assert await none_left(server)


async def test_clients_that_break_off_leave_no_process(server: Serving) -> None:
    for _ in range(PAGES):
        async with ClientSession() as session:
            async with session.get(server.address):
                pass
            page = await connect(session, server)
            page._response.connection.transport.abort()
    assert await none_left(server)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
async def test_an_end_of_the_server_ends_every_process(
    reader: ClientSession, server: Serving, number: signal.Signals
) -> None:
    ready, starting = await connect(reader, server), await connect(reader, server)
    await drawn(ready)
    os.kill(server.server_process(), number)
    assert await none_left(server)
    await ready.close()
    await starting.close()
    server.process.communicate(timeout=PATIENCE)


async def test_a_process_that_does_not_answer_is_ended_too(
    reader: ClientSession, server: Serving
) -> None:
    page = await connect(reader, server)
    await drawn(page)
    (stuck,) = processes(server)
    os.kill(int(stuck), signal.SIGSTOP)
    await page.close()
    assert await none_left(server)


@pytest.mark.parametrize("name", ["a.md", "..%2Fa.md", "%2Fetc%2Fpasswd", "link", "%00"])
async def test_what_no_page_wrote_is_no_download(
    reader: ClientSession, server: Serving, name: str
) -> None:
    (server.exports / "a.md").write_text("of another run")
    (server.exports / "link").symlink_to("/etc/passwd")
    async with reader.get(f"{server.origin}/exports/{name}") as answer:
        assert answer.status in (403, 404)
    async with reader.get(f"{server.origin}/exports/") as answer:
        assert answer.status == 404
