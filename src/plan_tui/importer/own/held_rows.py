"""What a reader's database holds, and what it is made of: the rows to which a document is added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.importer.adding import Tell, add_document
from plan_tui.importer.blamed_file import blame_on_file
from plan_tui.importer.own.joined_decisions import join_decisions
from plan_tui.importer.own.lock import not_read
from plan_tui.importer.own.originals import Originals
from plan_tui.importer.own.read_document import ReadDocument, read_document
from plan_tui.importer.own.request import addition_again
from plan_tui.model.decisions import Decision
from plan_tui.model.enums import Layout
from plan_tui.sources.decisions_file import decisions_in
from plan_tui.store import locate
from plan_tui.store.added_documents import AddedDocument, added_documents
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.locate import BEGUN_FROM, SCHEMA_VERSION, file_digest, stored_version
from plan_tui.store.own_decisions import JOINED, decisions_digest, decisions_path
from plan_tui.store.plan import Plan
from plan_tui.store.read_rows import read_rows
from plan_tui.store.source_rows import MetaRow
from plan_tui.text.language import Phrase

_READING = Phrase("文書の読み取り", "reading the document")
_AGAIN = Phrase("{id}の作り直し", "rebuilding {id}")
_JOINING = Phrase("判定の反映", "applying your decisions")
_DAMAGED = Phrase(
    "{path}：壊れていて、追加した文書の一覧を読めません。別の場所に移してから、{folder}に"
    "ある原本を追加し直してください（`plan-tui add --list`で一覧）",
    "{path}: is damaged, and its list of added documents cannot be read; move it away, "
    "then add the originals in {folder} again (`plan-tui add --list` lists them)",
)
_DAMAGED_ALONE = Phrase(
    "{path}：壊れています。別の場所に移してください", "{path}: is damaged; move it away"
)
"""Said where no originals are kept."""


class HeldRows:
    """Reads a reader's database, which need not exist yet."""

    def __init__(self, path: Path, originals: Originals, tell: Tell) -> None:
        self._path = path
        self._originals = originals
        self._tell = tell

    def added(self) -> tuple[AddedDocument, ...]:
        """Return what was added, in the order of adding.

        Raises:
            DataError: the list cannot be read.

        """
        if not self._path.exists():
            return ()
        try:
            return added_documents(self._path)
        except DataError as error:
            words = _DAMAGED if self._originals.kept() else _DAMAGED_ALONE
            folder = self._originals.folder
            raise DataError(words.of(path=self._path, folder=folder)) from error

    def rows(self) -> tuple[DatabaseRows, tuple[Phrase, ...]]:
        """Return the rows to add to, those that are there if they are still true; and remarks.

        Raises:
            DataError: the database or an original cannot be read.

        """
        added = self.added()
        if added and stored_version(self._path) == SCHEMA_VERSION:
            with Plan(self._path) as plan:
                meta = plan.meta()
            # A decision that was taken back leads to a suggestion that is no longer there.
            if meta.get(BEGUN_FROM) == _digest_of(self.base()) and JOINED not in meta:
                return read_rows(self._path), ()
        return self.from_the_beginning(added)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what the reader decided of suggestions.

        Raises:
            DataError: the file cannot be read, or an entry of it is at fault.

        """
        return decisions_in(decisions_path(self._path))

    def join(self, rows: DatabaseRows) -> tuple[Phrase, ...]:
        """Let the reader's decisions stand in rows that have none yet; return what is left aside.

        Raises:
            DataError: the file cannot be read, or an entry of it is at fault.

        """
        decisions = self.decisions()
        if decisions:
            self._tell(_JOINING)
            digest = decisions_digest(self._path)
            rows.meta = [*rows.meta, MetaRow(key=JOINED, value=digest)]
            rows.meta.sort(key=lambda row: row.key)
        return join_decisions(rows, decisions)

    def base(self) -> Path:
        """Return what the database is begun from: the packaged one, or what the reader named.

        A file that the reader named, which is not the packaged one, is itself what is begun
        from; later it is the copy that was kept of it.
        """
        packaged = Path(locate.packaged_database())
        if self._path.exists() and stored_version(self._path) == SCHEMA_VERSION:
            with Plan(self._path) as plan:
                begun = BEGUN_FROM in plan.meta()
            if not begun:
                same = _digest_of(self._path) == _digest_of(packaged)
                return packaged if same else self._path
        return self._originals.base if self._originals.base.exists() else packaged

    def from_the_beginning(
        self, added: Sequence[AddedDocument]
    ) -> tuple[DatabaseRows, tuple[Phrase, ...]]:
        """Return the rows of what the database is begun from, with some documents added.

        Raises:
            DataError: a database or an original cannot be read.
            UsageError: a document no longer fits what it is added to.

        """
        base = self.base()
        rows = read_rows(base)
        rows.meta = [row for row in rows.meta if row.key != BEGUN_FROM]
        rows.meta.append(MetaRow(key=BEGUN_FROM, value=_digest_of(base)))
        rows.meta.sort(key=lambda row: row.key)
        notes: list[Phrase] = []
        for each in added:
            self._tell(_AGAIN.of(id=each.id))
            path = self._originals.path(each.original)
            content = self._originals.checked(path, each.sha256, each.id)
            with blame_on_file(path):
                read = self.read(path, content, path, each.layout)
                addition = addition_again(each, read, rows)
                notes += add_document(rows, addition, read.parsed, self._tell)
        return rows, tuple(notes)

    def read(
        self, path: Path, content: bytes, original: Path, layout: Layout | None = None
    ) -> ReadDocument:
        """Read a file, with the corrections beside ``original``; see `read_document`."""
        self._tell(_READING)
        return read_document(path, content, original, partial(self._tell, _READING), layout)


def _digest_of(path: Path) -> str:
    """Return the SHA-256 of a database's file.

    Raises:
        DataError: it cannot be read.

    """
    try:
        return file_digest(path)
    except OSError as error:
        raise not_read(path, error) from error
