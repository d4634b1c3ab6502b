"""The manifest of editions and source texts (``data/sources/manifest.toml``)."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Sequence
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.enums import (
    DocumentKind,
    Layout,
)
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.edition_entry import EditionEntry
from plan_tui.sources.edits_file import NO_EDITS, PlacedEdits, edits_beside
from plan_tui.sources.manifest_entries import DocumentEntry, documents, editions
from plan_tui.sources.manifest_table import ManifestTable
from plan_tui.text.language import Phrase, joined
from plan_tui.text.record import as_dict, record

_UNREADABLE = Phrase(
    "{path}：{reason}。プロジェクトのフォルダーで実行してください",
    "{path}: {reason}; run from the project's folder",
)
_NO_MANIFEST = Phrase(
    "{path}：文書の一覧として読めません：{error}", "{path}: not a manifest of sources: {error}"
)
_CHANGED = Phrase(
    "{file}：SHA-256は{digest}、一覧では{expected}です。ファイルを元に戻すか、意図した変"
    "更なら一覧を直してください",
    "{file}: SHA-256 is {digest}, the manifest says {expected}; "
    "restore the file, or correct the manifest if the change is meant",
)
_NOT_UTF8 = Phrase(
    "{file}：UTF-8のテキストではありません。UTF-8に変換してください",
    "{file}: not UTF-8 text; convert it to UTF-8",
)
_TOP = Phrase("先頭", "the top")
_BETWEEN = Phrase("、", "; ")
_FIELDS = ("url", "licence", "attribution", "attribution_en", "edition", "document")
"""What the manifest holds at its top."""


@record
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


@record
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

    Editions are put in order of time, documents in that of their editions.

    Raises:
        DataError: an entry of the manifest is wrong, or a file is missing, is not UTF-8, or is
            not what the manifest says (SHA-256); the message names all faults.

    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(_unreadable(error)) from error
    except ValueError as error:  # no TOML, or no UTF-8
        raise DataError(_NO_MANIFEST.of(path=path, error=error)) from error
    faults: list[Phrase] = []
    top = ManifestTable(_TOP, data, faults, _FIELDS)
    url, licence = top.text("url"), top.text("licence")
    attribution, attribution_en = top.texts("attribution"), top.texts("attribution_en", ())
    held = editions(data, faults)
    entries = documents(data, held, faults)
    if faults:
        raise DataError(_NO_MANIFEST.of(path=path, error=joined(faults, _BETWEEN)))
    sources = _read_sources(path.parent, entries)
    return Manifest(held, sources, url, licence, attribution, attribution_en)


def _read_sources(folder: Path, entries: Sequence[DocumentEntry]) -> tuple[Source, ...]:
    sources, faults = [], []
    for entry in entries:
        try:
            sources.append(_read_source(folder, entry))
        except OSError as error:
            faults.append(_unreadable(error))
        except UnicodeDecodeError:
            faults.append(_NOT_UTF8.of(file=entry.file))
        except _ChangedError as error:
            faults.append(error.fault)
    if faults:
        raise DataError(joined(faults, _BETWEEN))
    return tuple(sources)


def _read_source(folder: Path, entry: DocumentEntry) -> Source:
    content = (folder / entry.file).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if entry.sha256 and digest != entry.sha256:
        raise _ChangedError(_CHANGED.of(file=entry.file, digest=digest, expected=entry.sha256))
    text = PagedText.of_lines(split_lines(content.decode("utf-8")))
    values = {**as_dict(entry), "sha256": digest}
    return Source(**values, text=text, edits=edits_beside(folder / entry.file, text))


def _unreadable(error: OSError) -> Phrase:
    return _UNREADABLE.of(path=error.filename, reason=error.strerror)


class _ChangedError(Exception):
    """A text is not what the manifest says."""

    def __init__(self, fault: Phrase) -> None:
        super().__init__(fault.en)
        self.fault = fault


def split_lines(text: str) -> tuple[str, ...]:
    """Split at line feeds only, as an editor numbers lines; a final one ends the last line."""
    lines = text.split("\n")
    return tuple(lines[:-1] if lines and not lines[-1] else lines)
