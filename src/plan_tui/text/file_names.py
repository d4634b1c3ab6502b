"""Names of files that every system takes: Windows, macOS and Linux, and links in Obsidian."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_NOT_IN_NAMES = re.compile(r"""[<>:"/\\|?*#^\[\]%\s]+""")
"""What Windows forbids, what cuts a link short, and blanks."""
_DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
"""Names that Windows takes for devices, whatever their ending."""
_MOST_BYTES = 120
"""Of a name without its ending: file systems allow 255, and a folder's name stands before it."""
_NAMELESS = "note"


def file_stem(text: str) -> str:
    """Return a name without an ending for what ``text`` names: ``2021:1.1`` gives ``2021-1.1``."""
    plain = "".join(
        character if character.isprintable() else " "
        for character in unicodedata.normalize("NFC", text)
    )
    stem = _shortened(_NOT_IN_NAMES.sub("-", plain).strip("-. ")).rstrip("-. ")
    if _DEVICE.fullmatch(stem):
        stem = f"_{stem}"
    return stem or _NAMELESS


def file_stems(texts: Iterable[str], taken: Iterable[str] = ()) -> dict[str, str]:
    """Return a name for each text, no two of which one system takes for the same.

    Args:
        texts: what to name; each once.
        taken: names that stand for something else already.

    """
    used = {name.casefold() for name in taken}
    stems: dict[str, str] = {}
    for text in texts:
        stem, number = file_stem(text), 1
        while (name := stem if number == 1 else f"{stem}-{number}").casefold() in used:
            number += 1
        used.add(name.casefold())
        stems[text] = name
    return stems


def is_device_name(name: str) -> bool:
    """Return whether Windows takes a file's name for a device."""
    return bool(_DEVICE.fullmatch(name.partition(".")[0].rstrip()))


def _shortened(stem: str) -> str:
    return stem.encode()[:_MOST_BYTES].decode(errors="ignore")
