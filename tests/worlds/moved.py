"""A plan of which one edition says the same sentences in another order."""

from __future__ import annotations

from pathlib import Path

from tests.worlds.altered import altered

EARLIER = "梟の巣箱を町の公園に17基置く。森の図書館は夜も開く。貸出券を携帯端末に載せる。"
LATER = "森の図書館は夜も開く。貸出券を携帯端末に載せる。梟の巣箱を町の公園に20基置く。"
"""The first sentence stands last, with another number."""


def with_moved_sentence(crosswalked: Path, target: Path) -> Path:
    """Copy a database; 2021:1.1.1 and 2022:1.1 say `EARLIER` and `LATER` there."""
    places = {"2021:1.1.1": EARLIER, "2022:1.1": LATER}
    return altered(
        crosswalked,
        target,
        *(
            f"update blocks set text = '{text}' where section_id = "
            f"(select id from sections where key = '{key}')"
            for key, text in places.items()
        ),
    )
