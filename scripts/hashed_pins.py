"""Write the files under ``requirements/``: what each step of the Makefile installs, with hashes.

Usage, in the environment of `make browser bench interop`::

    pip-compile --generate-hashes --strip-extras -o hashes.txt constraints.txt
    python -m scripts.hashed_pins < hashes.txt

pip-compile (of pip-tools) asks the registry for the hashes of all files of each version, so that
the same pins do on every system. No address of a registry is written. Each file holds the pins of
``constraints.txt`` that its extras of ``pyproject.toml`` need on any system, and what builds the
package.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "requirements"
GROUPS = {
    "run": ("add", "office"),
    "dev": ("add", "office", "build", "dev"),
    "browser": ("add", "office", "build", "dev", "web"),
    "bench": ("add", "office", "build", "dev", "bench"),
    "interop": ("add", "office", "build", "dev", "interop"),
}
"""File → the extras that it is for; each has the name of a step of the Makefile."""
BUILDING = (
    *("hatchling", "editables", "packaging", "pathspec", "pip", "pluggy", "tomlkit"),
    "trove-classifiers",
)
"""What builds the package, all of it, and pip itself: what starts the program is written by it.

An older one, as comes with Python 3.11, writes a starter that loads `re` for every command.
"""
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)
VERSIONS = ("3.11", "3.12", "3.13")
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")


def pins() -> dict[str, str]:
    """Return the pins of ``constraints.txt``: normal name → version."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    return {canonicalize_name(name): version for name, version in (x.split("==") for x in lines)}


def hashes_in(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the hashes of a file of requirements: normal ``name==version`` → hashes."""
    hashes: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        if pin := _PIN.match(line):
            current = hashes.setdefault(f"{canonicalize_name(pin[1])}=={pin[2]}", [])
        current += _HASH.findall(line)
    return hashes


def pinned(group: str) -> set[str]:
    """Return the normal names of all that the file of a group pins."""
    text = (FOLDER / f"{group}.txt").read_text(encoding="utf-8")
    return {pin.partition("==")[0] for pin in hashes_in(text.splitlines())}


def needed(group: str) -> set[str]:
    """Return the normal names of all that a group needs, on any system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    waiting = [Requirement(each) for each in (*project["dependencies"], *BUILDING)]
    waiting += [Requirement(each) for name in GROUPS[group] for each in extras[name]]
    names: set[str] = set()
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        requirement = waiting.pop()
        name, wanted = canonicalize_name(requirement.name), frozenset(requirement.extras)
        if (name, wanted) not in seen:
            seen.add((name, wanted))
            names.add(name)
            waiting += _required_by(name, wanted)
    return names


def _required_by(name: str, extras: Iterable[str]) -> Iterator[Requirement]:
    """Yield what a distribution needs on any system and version of Python."""
    try:
        listed = requires(name) or []
    except PackageNotFoundError:  # it is for another system, and needs nothing itself
        return
    environments = [
        {**system, "python_version": version, "python_full_version": f"{version}.0", "extra": extra}
        for system in SYSTEMS
        for version in VERSIONS
        for extra in ("", *extras)
    ]
    for requirement in map(Requirement, listed):
        marker = requirement.marker
        if marker is None or any(marker.evaluate(environment) for environment in environments):
            yield requirement


def text_of(
    names: Iterable[str], versions: Mapping[str, str], hashes: Mapping[str, list[str]]
) -> str:
    """Return a file of requirements."""
    lines = ["# Made by scripts/hashed_pins.py from constraints.txt; not to be edited."]
    for name in sorted(names):
        pin = f"{name}=={versions[name]}"
        lines.append(" \\\n".join([pin, *(f"    --hash={each}" for each in sorted(hashes[pin]))]))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the files."""
    hashes = hashes_in(sys.stdin)
    FOLDER.mkdir(exist_ok=True)
    for group in GROUPS:
        path = FOLDER / f"{group}.txt"
        path.write_text(text_of(needed(group), pins(), hashes), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
