"""How the time of building the database grows with the sources.

Further sources are the held ones with a quarter of their kanji exchanged among themselves, but
for those that the parsers look for.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from scripts.bench.larger import reworded
from scripts.bench.measured import Measured
from scripts.bench.processes import run

import plan_tui

_DATA = Path(__file__).parents[2] / "data"
_PARSERS = Path(plan_tui.__file__).parent / "parse"
_TIMES = 10


def measure_builds(folder: Path) -> Iterator[Measured]:
    """Yield how many times as long ten times the sources take; ``folder`` is for what is built."""
    grown = folder / "data"
    shutil.copytree(_DATA, grown, ignore=shutil.ignore_patterns("*.db"))
    repeat_sources(grown / "sources", _TIMES)
    single, many = (_seconds(data, folder / "built.db") for data in (_DATA, grown))
    yield Measured(f"building from {_TIMES}× the sources", "1×", many / single, 1.2 * _TIMES)
    yield Measured("building from the sources", "CPU seconds", single)


def repeat_sources(sources: Path, times: int) -> None:
    """Let a folder's manifest name each document so many times, each with a file of its own."""
    manifest = sources / "manifest.toml"
    head, *documents = re.split(r"(?m)^(?=\[\[document\]\])", manifest.read_text(encoding="utf-8"))
    named = [document.rstrip() + "\n\n" for document in documents]
    texts = sorted(sources.glob("*.txt"))
    words = sorted(_kanji(texts) - _kanji(_PARSERS.rglob("*.py")))
    for text in texts:
        for copy in range(1, times):
            other = reworded(words, copy)(text.read_text(encoding="utf-8")) or ""
            text.with_stem(f"{text.stem}-x{copy}").write_text(other, encoding="utf-8")
    copies = [
        _named_again(document, copy, sources) for copy in range(1, times) for document in named
    ]
    manifest.write_text("".join((head, *named, *copies)), encoding="utf-8")


def _kanji(files: Iterable[Path]) -> set[str]:
    return {c for path in files for c in path.read_text(encoding="utf-8") if "一" <= c <= "鿿"}


def _named_again(document: str, copy: int, sources: Path) -> str:
    """Return what a manifest says of a document, of the copy of its file."""
    named = re.sub(r'(?m)^(id|key) = "(.*)"$', rf'\1 = "\2-x{copy}"', document)
    file = re.sub(r'.*\nfile = "(.*)\.txt".*', rf"\1-x{copy}.txt", document, flags=re.DOTALL)
    digest = hashlib.sha256((sources / file).read_bytes()).hexdigest()
    return re.sub(r"(?m)^file = .*\nsha256 = .*$", f'file = "{file}"\nsha256 = "{digest}"', named)


def _seconds(data: Path, target: Path) -> float:
    program = str(Path(sys.executable).with_name("plan-tui"))
    use = run((program, "build", "--data", str(data), "--db", str(target)))
    if use.code:
        raise RuntimeError(f"building from {data}: exit code {use.code}")
    return use.cpu
