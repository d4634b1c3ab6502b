"""Headless Chromium, driven through the pipe of its DevTools protocol."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LATE = "task queue exceeded allotted deadline"
"""What the terminal tells the console on a machine that is busy with other things."""
PATIENCE = 30.0
"""Seconds until something that does not happen has failed."""

FLAGS = (
    "--headless",
    "--no-sandbox",  # Chromium's own sandbox does not start as root.
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
    "--remote-debugging-pipe",
)

# Chromium reads commands from descriptor 3, answers on 4, and ends when they are closed.
ON_A_PIPE = 'exec "$@" 3<&0 4>&1 </dev/null >&2'

# What the page's script keeps of its terminal.
TERMINAL = "(typeof shown === 'undefined' ? undefined : shown.terminal)"
ROWS = """
(({rows, cols, buffer}) => Array.from({length: rows}, (_, row) =>
    buffer.active.getLine(row).translateToString(false, 0, cols)))(shown.terminal)
"""
HAS_KEYS = "document.activeElement === shown.terminal.textarea"
CODES = {"Enter": 13, "Escape": 27}
"""What keys without a character are numbered."""


class Chromium:
    """A running browser."""

    def __init__(self, pipe: socket.socket) -> None:
        self._pipe = pipe
        self._read = b""
        self._sent = 0
        self.events: list[dict[str, Any]] = []
        """What was told without being asked for, oldest first."""

    def call(self, method: str, session: str = "", **params: object) -> dict[str, Any]:
        """Run a command of the protocol and return its result."""
        self._sent += 1
        command: dict[str, Any] = {"id": self._sent, "method": method, "params": params}
        if session:
            command["sessionId"] = session
        self._pipe.sendall(json.dumps(command).encode() + b"\0")
        while (message := self._receive()).get("id") != self._sent:
            self.events.append(message)
        assert "error" not in message, (method, message)
        result: dict[str, Any] = message["result"]
        return result

    def listen(self) -> None:
        """Wait for the next event."""
        self.events.append(self._receive())

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            part = self._pipe.recv(1 << 16)
            assert part, "the browser has ended"
            self._read += part
        text, _, self._read = self._read.partition(b"\0")
        message: dict[str, Any] = json.loads(text)
        return message


class Tab:
    """One open page with its terminal."""

    def __init__(self, browser: Chromium, address: str) -> None:
        self._browser = browser
        self.target = browser.call(
            "Target.createTarget", url="about:blank", newWindow=True, width=1280, height=800
        )["targetId"]
        attached = browser.call("Target.attachToTarget", targetId=self.target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=address)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Run a command on this page."""
        return self._browser.call(method, self.session, **params)

    def close(self) -> None:
        self._browser.call("Target.closeTarget", targetId=self.target)

    def evaluate(self, expression: str) -> object:
        """Return what an expression or a promise comes to in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        value: object = answer["result"].get("value")
        return value

    def rows(self) -> list[str]:
        """Return what the terminal shows, blanks at the ends of rows kept."""
        rows = self.evaluate(f"{TERMINAL} ? {ROWS} : []")
        assert isinstance(rows, list)
        return rows

    def wait(self, settled: Callable[[list[str]], bool]) -> list[str]:
        """Return the rows as soon as they are as they should be."""
        rows: list[str] = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if settled(rows := self.rows()):
                return rows
            time.sleep(0.05)
        raise AssertionError("\n".join(["the page still shows:", *rows, *self.complaints()]))

    def wait_for(self, *words: str) -> list[str]:
        """Return the rows as soon as all the words stand in them."""
        return self.wait(lambda rows: all(word in "\n".join(rows) for word in words))

    def wait_ready(self) -> None:
        """Return as soon as the application is drawn and has the keys."""
        self.wait(lambda rows: any(map(str.strip, rows)) and bool(self.evaluate(HAS_KEYS)))

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            text = "\r" if key == "Enter" else key if len(key) == 1 else ""
            code = CODES.get(key) or (ord(key.upper()) if key.isalnum() else 0)
            pressed = {"key": key, "windowsVirtualKeyCode": code}
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **pressed)
            self.call("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def insert(self, text: str) -> None:
        """Enter text as an input method does when it is done."""
        self.call("Input.insertText", text=text)

    def follow(self, link: str) -> None:
        """Click on a link, found by a selector, and return when its page is loaded."""
        before = len(list(self._told("Page.loadEventFired")))
        self.evaluate(f"document.querySelector({json.dumps(link)}).click()")
        while len(list(self._told("Page.loadEventFired"))) == before:
            self._browser.listen()

    def resize(self, width: int, height: int) -> None:
        """Give the browser's window another size, in pixels."""
        window = self._browser.call("Browser.getWindowForTarget", targetId=self.target)
        self._browser.call(
            "Browser.setWindowBounds",
            windowId=window["windowId"],
            bounds={"width": width, "height": height},
        )

    def hosts(self) -> set[str]:
        """Return the hosts and ports that the page asked for anything, or tried to."""
        requests = [told["request"] for told in self._told("Network.requestWillBeSent")]
        asked = [*requests, *self._told("Network.webSocketCreated")]
        return {urlsplit(request["url"]).netloc for request in asked} - {""}

    def complaints(self) -> list[str]:
        """Return errors on the console, violations of the page's policy among them."""
        entries = [told["entry"] for told in self._told("Log.entryAdded")]
        wrong = [entry["text"] for entry in entries if entry["level"] == "error"]
        calls = self._told("Runtime.consoleAPICalled")
        wrong += [str(told["args"]) for told in calls if told["type"] in ("error", "warning")]
        wrong += [str(told) for told in self._told("Runtime.exceptionThrown")]
        return [words for words in wrong if LATE not in words]

    def _told(self, method: str) -> Iterator[dict[str, Any]]:
        for event in self._browser.events:
            if event["method"] == method and event.get("sessionId") == self.session:
                yield event["params"]


@contextmanager
def running(command: str, folder: Path) -> Iterator[Chromium]:
    """Run a browser whose profile and log stand in ``folder``; end it whatever happens."""
    ours, theirs = socket.socketpair()
    ours.settimeout(PATIENCE)
    words = ["sh", "-c", ON_A_PIPE, "sh", command, *FLAGS, f"--user-data-dir={folder}/profile"]
    home = os.environ | {"HOME": str(folder)}
    with (folder / "log").open("wb") as log, theirs:
        pipe = theirs.fileno()
        process = subprocess.Popen(words, stdin=pipe, stdout=pipe, stderr=log, env=home)
    try:
        with ours:
            yield Chromium(ours)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()
