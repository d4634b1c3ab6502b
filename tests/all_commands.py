"""One command line of each command, run in a process of its own that lacks something."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.sources.test_manifest import write

TEXT = "前文の一つ目の段落である。\n第１ 森の図書館の姿\n森の図書館は夜も開く。\n"
LINES: dict[str, tuple[str, ...]] = {
    "tree": ("tree",),
    "overview": ("overview",),
    "search": ("search", "夜間"),
    "show": ("show", "2022:1.2"),
    "compare": ("compare", "2021:1.1"),
    "changes": ("changes", "2021", "2025"),
    "words": ("words", "夜間"),
    "measures": ("measures",),
    "targets": ("targets",),
    "kpis": ("kpis",),
    "topics": ("topics",),
    "track": ("track",),
    "review": ("review",),
    "note": ("note", "2021:1", "memo"),
    "notes": ("notes",),
    "name": ("name", "late", "targets"),
    "completion": ("completion", "bash"),
    "check": ("check",),
    "doctor": ("doctor",),
    "export": ("export", "tree", "-o", "{folder}/tree.md"),
    "build": ("build", "--data", "{folder}/data"),
    "add": ("add", "{folder}/text.txt", "--date", "2023-06-09", "--db", "{folder}/own.db"),
    "add list": ("add", "--list", "--db", "{folder}/own.db"),
}
"""What each command is tried with; `serve`, which never ends, is imported alone."""

_PROBE = """
import asyncio, contextlib, io, json, sys
{lacking}
import plan_tui.cli.serve
from importlib.util import find_spec
if find_spec("textual_serve"):
    import plan_tui.cli.web
from plan_tui.cli.main import main

codes = {{}}
for name, words in json.loads(sys.argv[1]).items():
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(words)
    err.flush()
    codes[name] = [code, err.buffer.getvalue().decode()]

from plan_tui.tui.start import TerminalApp


async def journey():
    app = TerminalApp(__import__("pathlib").Path(sys.argv[2]))
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("2", "down", "enter", "3", "4", "5", "6", "7", "8", "R", "?", "escape", "Q"):
            await pilot.press(key)
    return app.return_code

codes["application"] = [asyncio.run(journey()), ""]
print(json.dumps(codes))
"""


def run_all(folder: Path, database: Path, lacking: str) -> dict[str, tuple[int, str]]:
    """Return the exit code and complaints of each command line, and those of the application.

    Args:
        folder: an empty one, for files and the reader's own data.
        database: a made-up plan.
        lacking: Python that takes something away before the program is loaded.

    """
    (folder / "data" / "sources").mkdir(parents=True)
    write(folder / "data" / "sources")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "own.db").write_bytes(database.read_bytes())
    lines = {name: [word.format(folder=folder) for word in words] for name, words in LINES.items()}
    environment = {
        **os.environ,
        "PLAN_TUI_DB": str(database),
        "LC_ALL": "en_GB.UTF-8",
        **{f"XDG_{kind}_HOME": str(folder / kind) for kind in ("DATA", "CONFIG", "STATE")},
    }
    result = subprocess.run(
        [sys.executable, "-c", _PROBE.format(lacking=lacking), json.dumps(lines), str(database)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    codes: dict[str, tuple[int, str]] = json.loads(result.stdout.splitlines()[-1])
    return codes
