"""Write ``docs/licences.md``: under what licence each pinned package is, by its own metadata.

Usage: ``python -m scripts.licences``, where the packages are installed. Of one that is not (it is
for another system) the line that is there stays.
"""

from __future__ import annotations

import re
from email.message import Message
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

from scripts.hashed_pins import GROUPS, pinned, pins

DOCUMENT = Path(__file__).parents[1] / "docs" / "licences.md"
_HEAD = """# Licences of what is installed

The program itself is under the MIT License, the texts of the plan and what was made of them under
the Public Data License ([NOTICE](../NOTICE)). It holds no code of others: what it uses is installed
beside it, by the pins of `constraints.txt`. This list is made by `python -m scripts.licences` from
what each package says of itself. `run` is what `make run` installs; the other steps of the Makefile
are for those who work on the program.

| package | version | licence | installed by |
|---|---|---|---|
"""
_ROW = re.compile(r"^\| (\S+) \| (\d\S*) \| (.+) \| [a-z, ]+ \|$", re.MULTILINE)
_UNKNOWN = "(not told)"


def listed(text: str) -> dict[tuple[str, str], str]:
    """Return the licences of a document: normal name and version → licence."""
    return {(name, version): licence for name, version, licence in _ROW.findall(text)}


def document(before: str) -> str:
    """Return the document; ``before`` is what it was."""
    known = listed(before)
    groups = {group: pinned(group) for group in GROUPS}
    rows = []
    for name, version in sorted(pins().items()):
        licence = _licence(name, version) or known.get((name, version), _UNKNOWN)
        steps = [group for group, names in groups.items() if name in names]
        shown = "run" if "run" in steps else ", ".join(steps)
        rows.append(f"| {name} | {version} | {licence} | {shown or 'none'} |\n")
    return _HEAD + "".join(rows)


def _licence(name: str, version: str) -> str:
    """Return what an installed package says of its licence; empty if it is not installed."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    return _told(told).replace("|", "/") if told["Version"] == version else ""


def _told(told: PackageMetadata) -> str:
    """Return the licence by the expression, else by the classifiers, else by a short text."""
    values = dict(told.items()) if isinstance(told, Message) else {}
    if expression := values.get("License-Expression"):
        return str(expression)
    classifiers = told.get_all("Classifier") or []
    names = [c.rsplit(" :: ", 1)[1] for c in classifiers if c.startswith("License :: ")]
    names = [name for name in names if name != "OSI Approved"]
    if names:
        return "; ".join(names)
    text = str(values.get("License") or "").strip()
    return text if text and "\n" not in text and len(text) < 60 else ""


if __name__ == "__main__":
    earlier = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    DOCUMENT.write_text(document(earlier), encoding="utf-8", newline="\n")
