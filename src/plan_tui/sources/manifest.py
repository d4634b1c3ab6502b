"""The manifest of editions and source texts (``data/sources/manifest.toml``)."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plan_tui.errors import DataError
from plan_tui.model.enums import (
    DocumentKind,
    Layout,
)
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.edition_entry import EditionEntry
from plan_tui.sources.edits_file import NO_EDITS, PlacedEdits, edits_beside
from plan_tui.text.language import Phrase

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_UNREADABLE = Phrase(
    "{path}：{reason}。プロジェクトのフォルダで実行する",
    "{path}: {reason}; run from the project's folder",
)
_NO_MANIFEST = Phrase(
    "{path}：文書の一覧として読めない：{error}", "{path}: not a manifest of sources: {error}"
)
_CHANGED = Phrase(
    "{file}：SHA-256は{digest}、一覧では{expected}。ファイルを元に戻すか、変更が意図したものなら一覧を直す",
    "{file}: SHA-256 is {digest}, the manifest says {expected}; "
    "restore the file, or correct the manifest if the change is meant",
)
T = TypeVar("T", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Source:
    """A source text: what the manifest says of it, and its lines."""

    id: str
    edition: str
    key: str
    """How the keys of its sections begin."""
    title: str
    kind: DocumentKind
    layout: Layout
    dated: str
    publisher: str
    short: str
    """Name of the document inside citations, where its edition has several; may be empty."""
    file: str
    sha256: str
    text: PagedText
    """What stands in it; line n of a text file is line n here."""
    edits: PlacedEdits = NO_EDITS
    """What a reader corrected, from the file beside it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """All editions and sources, in order of time."""

    editions: tuple[EditionEntry, ...]
    sources: tuple[Source, ...]
    url: str
    licence: str
    attribution: tuple[str, ...]
    """What whoever passes the text on must say, sentence by sentence."""
    attribution_en: tuple[str, ...] = ()
    """The same in unofficial English."""

    def digest(self) -> str:
        """Return one SHA-256 (hex) over the ids and hashes of all sources."""
        joined = "\n".join(f"{source.id} {source.sha256}" for source in self.sources)
        return hashlib.sha256(joined.encode()).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """Read the manifest and every text it names, which stand beside it.

    Raises:
        DataError: a file is missing, is not UTF-8, is not what the manifest says (SHA-256),
            or the manifest lacks a field.

    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        return Manifest(
            editions=tuple(_entry(EditionEntry, entry) for entry in data["edition"]),
            sources=tuple(_read_source(path.parent, entry) for entry in data["document"]),
            url=data["url"],
            licence=data["licence"],
            attribution=tuple(data["attribution"]),
            attribution_en=tuple(data.get("attribution_en", ())),
        )
    except OSError as error:
        raise DataError(_UNREADABLE.of(path=error.filename, reason=error.strerror)) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise DataError(_NO_MANIFEST.of(path=path, error=error)) from error


def _read_source(folder: Path, entry: dict[str, Any]) -> Source:
    content = (folder / entry["file"]).read_bytes()
    digest, expected = hashlib.sha256(content).hexdigest(), entry["sha256"]
    if digest != expected:
        raise DataError(_CHANGED.of(file=entry["file"], digest=digest, expected=expected))
    text = PagedText.of_lines(split_lines(content.decode("utf-8")))
    fields_read = {
        "kind": DocumentKind(entry["kind"]),
        "layout": Layout(entry["layout"]),
        "text": text,
        "edits": edits_beside(folder / entry["file"], text),
    }
    return _entry(Source, entry | fields_read)


def _entry(kind: type[T], values: dict[str, Any]) -> T:
    """Make an object of a manifest's entry, which must have each of its fields and no other."""
    names = [field.name for field in fields(kind)]
    lacking = [name for name in names if name not in values]
    unknown = [name for name in values if name not in names]
    if lacking:
        raise ValueError(f"an entry lacks {', '.join(lacking)}")
    if unknown:
        raise ValueError(f"an entry has unknown {', '.join(unknown)}")
    return kind(**values)


def split_lines(text: str) -> tuple[str, ...]:
    """Split at line feeds only, as an editor numbers lines; a final one ends the last line."""
    lines = text.split("\n")
    return tuple(lines[:-1] if lines and not lines[-1] else lines)
