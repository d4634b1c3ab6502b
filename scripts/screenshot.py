"""Makes the pictures of the documentation from the real application.

``python scripts/screenshot.py [FOLDER]`` writes FOLDER/*.svg (default: docs), each at a fixed size.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp

SETTLED = 0.3
"""Seconds after the last key until everything is drawn."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: what to open and which keys to press."""

    name: str
    key: str
    """Section that the explorer shows."""
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (120, 34)
    theme: str = "plan-dark"
    language: Language = Language.JA


PICTURES = (
    Picture("overview", "2021:M1-8", ("0",)),
    Picture("words", "2021:M1-8", ("w", *"クラウド"), theme="plan-light"),
    Picture("report", "2021:M1-8", ("R",)),
    Picture("explorer", "2021:M1-8"),
    Picture("search", "2021:M1-8", ("slash", *"運転免許証")),
    Picture("compare", "2021:M1-8", ("d",), size=(132, 34)),
    Picture("measures", "2021:M1-8", ("3",)),
    Picture("source", "2025:1.5.3", ("i",)),
    Picture("light", "2025:1.1.2.1", (), theme="plan-light", language=Language.EN),
)


async def take(picture: Picture, folder: Path) -> Path:
    """Write one picture and return its file."""
    app = PlanApp(language=picture.language)
    app.theme = picture.theme
    async with app.run_test(size=picture.size) as pilot:
        await app.open_section(picture.key)
        await pilot.press(*picture.keys)
        await app.workers.wait_for_complete()
        await pilot.pause(SETTLED)
        file = folder / f"{picture.name}.svg"
        file.write_text(app.export_screenshot(title="plan-tui"), encoding="utf-8")
    return file


def main() -> None:
    """Write all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs")
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        print(asyncio.run(take(picture, folder)))


if __name__ == "__main__":
    main()
