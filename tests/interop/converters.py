"""Other programs that turn a file into another format, each as a call."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PATIENCE = 300.0
"""Seconds that another program has for some files."""
_BLANKS = {"Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}


@dataclass(frozen=True, slots=True)
class Soffice:
    """LibreOffice without a window."""

    home: Path
    """Where it keeps its settings and puts what it makes: nobody else's."""

    def convert(self, path: Path, to: str, *, read_as: str = "") -> Path:
        """Return a file in another format, as `convert_all` does."""
        [converted] = self.convert_all([path], to, read_as=read_as)
        return converted

    def convert_all(self, paths: Sequence[Path], to: str, *, read_as: str = "") -> list[Path]:
        """Return files in another format; each name without its ending stands once.

        One call for many: it takes seconds until it reads the first.

        Args:
            paths: the files; their endings say how they are read.
            to: the ending, and after a colon the filter with its options.
            read_as: the filter that reads them, where the ending does not say it all.

        """
        outcome = self.home / "outcome"
        words = ["soffice", f"-env:UserInstallation={(self.home / 'settings').as_uri()}"]
        words += ["--headless", "--convert-to", to, "--outdir", str(outcome)]
        words += [f"--infilter={read_as}"] if read_as else []
        converted = [outcome / f"{path.stem}.{to.partition(':')[0]}" for path in paths]
        assert len(set(converted)) == len(paths)
        for path in converted:
            path.unlink(missing_ok=True)
        told = subprocess.run([*words, *map(str, paths)], capture_output=True, timeout=PATIENCE)
        assert all(path.exists() for path in converted), told
        return converted


@dataclass(frozen=True, slots=True)
class Marked:
    """Text as pandoc read it, with what marks it."""

    text: str
    marks: tuple[str, ...]
    """Names of what it stands in, the outermost first: ``("Table", "Underline")``."""


@dataclass(frozen=True, slots=True)
class Pandoc:
    """Pandoc, which tells whatever it warns of as a failure."""

    def convert(self, path: Path, read_as: str, to: str) -> str:
        """Return a file in another format of text: ``convert(path, "docx", "plain")``."""
        words = ["pandoc", "--fail-if-warnings", "--wrap=none", "-f", read_as, "-t", to, str(path)]
        told = subprocess.run(words, capture_output=True, timeout=PATIENCE)
        assert told.returncode == 0, (path, told.stderr.decode())
        return told.stdout.decode()

    def pieces(self, path: Path, read_as: str) -> list[Marked]:
        """Return the text of a file in order, whatever its marks, each piece of one marking."""
        tree = json.loads(self.convert(path, read_as, "json"))
        return list(_pieces(tree["blocks"], ()))

    def text(self, path: Path, read_as: str) -> str:
        """Return the text of a file without marks; a paragraph ends a line."""
        return "".join(piece.text for piece in self.pieces(path, read_as))


def _pieces(node: object, marks: tuple[str, ...]) -> Iterator[Marked]:
    """Yield the pieces of a part of pandoc's tree: lists of parts, and parts with a name."""
    if isinstance(node, list):
        for part in node:
            yield from _pieces(part, marks)
    elif isinstance(node, dict) and "t" in node:
        yield from _named(node["t"], node.get("c"), marks)


def _named(kind: str, content: Any, marks: tuple[str, ...]) -> Iterator[Marked]:  # noqa: ANN401
    if kind == "Str":
        yield Marked(content, marks)
    elif kind in _BLANKS:
        yield Marked(_BLANKS[kind], marks)
    elif kind in ("Code", "CodeBlock", "RawInline", "RawBlock", "Math"):
        yield Marked(content[1], (*marks, kind))
    else:
        yield from _pieces(content, (*marks, kind))
        if kind in ("Para", "Plain", "Header"):
            yield Marked("\n", marks)
