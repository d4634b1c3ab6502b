"""The manifest of editions and source texts (``data/sources/manifest.toml``)."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Sequence
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.model.paged_text import PagedText
from plan_tui.sources.edition_entry import EditionEntry
from plan_tui.sources.edits_file import NO_EDITS, PlacedEdits, edits_beside
from plan_tui.sources.manifest_entries import DocumentEntry, documents, editions
from plan_tui.sources.source_file import refuse_control_characters
from plan_tui.sources.toml_fields import TomlTable
from plan_tui.sources.toml_tables import TomlFile, toml_file_text
from plan_tui.text.language import Phrase, joined
from plan_tui.text.record import as_dict, record

_UNREADABLE = Phrase(
    "{path}：{reason}。プロジェクトのフォルダーで実行してください",
    "{path}: {reason}; run from the project's folder",
)
_NO_MANIFEST = Phrase("文書の一覧として読めません：{faults}", "not a manifest of sources: {faults}")
_CHANGED = Phrase(
    "{file}：SHA-256は{digest}、一覧では{expected}です。ファイルを元に戻すか、意図した変"
    "更なら一覧を直してください",
    "{file}: SHA-256 is {digest}, the manifest says {expected}; "
    "restore the file, or correct the manifest if the change is meant",
)
_NOT_UTF8 = Phrase(
    "{file}:{line}：UTF-8のテキストではありません（バイト {byte}）。UTF-8に変換してください",
    "{file}:{line}: not UTF-8 text (byte {byte}); convert it to UTF-8",
)
_EMPTY = Phrase(
    "{file}:1：空のファイルです。ファイルを元に戻すか、一覧から外してください",
    "{file}:1: the file is empty; restore it, or take it off the manifest",
)
_LISTED = Phrase("{at}：{fault}", "{at}: {fault}")
_LOST = Phrase(
    "{path}：{reason}。ここの名前を直すか、ファイルを元に戻してください",
    "{path}: {reason}; correct the name here, or restore the file",
)
_MISSING = Phrase("ファイルがありません", "No such file")
_NO_FILE = Phrase("通常のファイルではありません", "it is no regular file")
_NO_ADDRESS = Phrase(
    "{value}はウェブのアドレスではありません。https://から書いてください",
    "{value} is no address of the web; write it from https:// on",
)
_NO_TABLE = Phrase(
    "{value}がありません。ファイルを元に戻すか、ここから消してください",
    "{value} is not there; restore the file, or take its name out here",
)
_TOP = Phrase("先頭", "the top")
_BETWEEN = Phrase("、", "; ")
_FIELDS = ("url", "licence", "attribution", "attribution_en", "tables", "edition", "document")
"""What the manifest holds at its top."""
TABLES = (
    "aliases.toml",
    "crosswalk.toml",
    "everyday_words.toml",
    "readings.toml",
    "titles_en.toml",
)
"""The tables kept by hand, in the folder above that of the sources."""
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*")


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
        DataError: an entry of the manifest is wrong, a table that it names is not there, or a
            text is missing, is not UTF-8, is empty, has control characters, or is not what the
            manifest says (SHA-256); the message names all faults, with files and lines.

    """
    text = toml_file_text(path)
    if text is None:
        raise DataError(_UNREADABLE.of(path=path, reason=_MISSING))
    file = TomlFile(path, text, _NO_MANIFEST)
    top = TomlTable(file, (), _TOP, _FIELDS)
    url, licence = top.text("url"), top.text("licence")
    if url.strip() and not _ADDRESS.fullmatch(url):
        top.fault("url", _NO_ADDRESS.of(value=repr(url)))
    attribution, attribution_en = top.texts("attribution"), top.texts("attribution_en", ())
    _check_tables(top, path.parent.parent)
    held = editions(file)
    entries = documents(file, held)
    file.refuse()
    sources = _read_sources(path.parent, entries)
    return Manifest(held, sources, url, licence, attribution, attribution_en)


def _check_tables(top: TomlTable, folder: Path) -> None:
    """Note each table that has to be there and is not: without it the build means less."""
    for number, name in enumerate(top.texts("tables", (), each_once=True, known=TABLES)):
        if name in TABLES and not (folder / name).exists():
            top.fault("tables", _NO_TABLE.of(value=folder / name), number)


def _read_sources(
    folder: Path, entries: Sequence[tuple[DocumentEntry, TomlTable]]
) -> tuple[Source, ...]:
    sources, faults = [], []
    for entry, table in entries:
        try:
            sources.append(_read_source(folder / entry.file, entry, table))
        except OSError as error:
            is_missing = isinstance(error, FileNotFoundError | NotADirectoryError)
            reason = _MISSING if is_missing else error.strerror
            fault = _LOST.of(path=error.filename, reason=reason)
            faults.append(_LISTED.of(at=table.at("file"), fault=fault))
        except DataError as error:
            faults.append(error.message)
    if faults:
        raise DataError(joined(faults, _BETWEEN))
    return tuple(sources)


def _read_source(path: Path, entry: DocumentEntry, table: TomlTable) -> Source:
    if not stat.S_ISREG(path.stat().st_mode):
        fault = _LOST.of(path=path, reason=_NO_FILE)
        raise DataError(_LISTED.of(at=table.at("file"), fault=fault))
    content = path.read_bytes()
    text = PagedText.of_lines(split_lines(_decoded(path, content)))
    refuse_control_characters(path, text)
    digest = hashlib.sha256(content).hexdigest()
    if entry.sha256 and digest != entry.sha256:
        fault = _CHANGED.of(file=path, digest=digest, expected=entry.sha256)
        raise DataError(_LISTED.of(at=table.at("sha256"), fault=fault))
    values = {**as_dict(entry), "sha256": digest}
    return Source(**values, text=text, edits=edits_beside(path, text))


def _decoded(path: Path, content: bytes) -> str:
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02X}"
        raise DataError(_NOT_UTF8.of(file=path, line=line, byte=byte)) from error
    if not text.strip():
        raise DataError(_EMPTY.of(file=path))
    return text


def split_lines(text: str) -> tuple[str, ...]:
    """Split at line feeds only, as an editor numbers lines; a final one ends the last line."""
    lines = text.split("\n")
    return tuple(lines[:-1] if lines and not lines[-1] else lines)
