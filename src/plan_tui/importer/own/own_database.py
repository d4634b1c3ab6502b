"""The reader's own database: begun as a copy of the packaged one, replaced whole by each change.

It is a function of the database that it was begun from, the documents that were added, in their
order, and the edits beside their originals. The list of them stands in the database itself, so
that one replaced file is the whole of a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from plan_tui.errors import DataError, PlanError, UsageError
from plan_tui.importer.adding import Tell, add_document
from plan_tui.importer.own.lock import locked, not_read, not_written
from plan_tui.importer.own.originals import Originals, original_name
from plan_tui.importer.own.read_document import ReadDocument, read_document
from plan_tui.importer.own.request import (
    AddRequest,
    addition_again,
    addition_of,
    refuse_held,
)
from plan_tui.model.conservation import ProofReport
from plan_tui.model.enums import Layout
from plan_tui.model.records import Section
from plan_tui.sources.edits_file import edits_path
from plan_tui.store import locate
from plan_tui.store.added_documents import AddedDocument, added_documents
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.locate import BEGUN_FROM, file_digest, own_database, stored_version
from plan_tui.store.plan import Plan
from plan_tui.store.proof_report import examine
from plan_tui.store.read_rows import read_rows
from plan_tui.store.schema_version import SCHEMA_VERSION
from plan_tui.store.source_rows import MetaRow
from plan_tui.store.write import write_database
from plan_tui.text.language import Phrase

_READING = Phrase("文書を読む", "reading the document")
_WRITING = Phrase("データベースを書く", "writing the database")
_PROVING = Phrase("検証する", "proving it")
_AGAIN = Phrase("{id}を作り直す", "building {id} anew")
_NOT_UNDERSTOOD = Phrase(
    "{path}：読み取れない（{error}）。`pdftotext -layout`などで作った別の形のファイルを加えてみる",
    "{path}: cannot be read ({error}); try the file in another form, as `pdftotext -layout` makes",
)
_NOT_PROVED = Phrase(
    "{file}：不一致が{count}件ある。データベースは元のまま。最初は{first}",
    "{file}: {count} {count:finding|findings}; the database is left as it was; first {first}",
)
_PACKAGED = Phrase(
    "{path}：同梱のデータベースは変えない。--dbで別のファイルを指定する",
    "{path}: the packaged database is never changed; name another file with --db",
)
_NOTHING_ADDED = Phrase("加えた文書はない（{path}）", "nothing has been added ({path})")
_NO_SUCH = Phrase(
    "{id!r}という文書は加えていない。加えたのは{known}",
    "nothing with the id {id!r} among what was added: {known}",
)
_DAMAGED = Phrase(
    "{path}：壊れていて、加えた文書の一覧を読めない。別の場所に移してから、"
    "{folder}にある原本を加え直す",
    "{path}: is damaged, its list of what was added cannot be read; move it away, "
    "then add the originals in {folder} anew",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a change, or would come of it."""

    documents: tuple[str, ...]
    """The ids of the documents that were added or taken out."""
    editions: tuple[str, ...]
    """The ids of their editions."""
    notes: tuple[Phrase, ...]
    """What the reader should know."""
    report: ProofReport | None
    """The proof of the documents that were added."""
    headings: tuple[Section, ...] = ()
    """Those of a document that was added or tried."""


class OwnDatabase:
    """A database that a reader adds documents to.

    Args:
        path: the file; it need not exist.
        tell: told of each step.

    Raises:
        DataError: the file is the packaged database.

    """

    def __init__(self, path: Path, tell: Tell) -> None:
        if path.exists() and path.samefile(locate.packaged_database()):
            raise DataError(_PACKAGED.of(path=path))
        self.path = path
        self.originals = Originals(path)
        self._tell = tell

    def add(self, request: AddRequest) -> Outcome:
        """Add a document, or only try it.

        Raises:
            UsageError: the file cannot be read, is held, or a name or date is not possible.
            DataError: the database cannot be read, written or proved; it is left as it was.

        """
        with self._changing(trial=request.trial) as new:
            rows, earlier = self._rows()
            superseded = {row.original for row in rows.added_documents}
            refuse_held(request, rows)
            with blame_on_file(request.file):
                read = self._read(request.file, self._edited(request))
                addition = addition_of(request, read, rows)
                notes = add_document(rows, addition, read.parsed, self._tell)
            report = self._write(new, rows, (addition.source.id,))
            with Plan(new) as plan:
                headings = plan.sections(addition.source.id)
            if not request.trial:
                self._keep(addition.original, request)
                self._commit(new)
                for name in superseded - {row.original for row in rows.added_documents}:
                    self.originals.drop(name)
        return Outcome(
            (addition.source.id,), (addition.edition.id,), earlier + notes, report, headings
        )

    def remove(self, name: str) -> Outcome:
        """Take out a document by its id, or all that were added of an edition by its.

        Raises:
            UsageError: nothing with this id was added.
            DataError: an original is not there, or the database cannot be read or written.

        """
        with self._changing() as new:
            added = self._added()
            gone = [each for each in added if each.id == name]
            gone = gone or [each for each in added if each.edition == name]
            if not gone:
                raise UsageError(_NO_SUCH.of(id=name, known=", ".join(each.id for each in added)))
            rows, notes = self._from_the_beginning([each for each in added if each not in gone])
            self._write(new, rows, ())
            self._commit(new)
            for each in gone:
                self.originals.drop(each.original)
        ids = tuple(each.id for each in gone)
        return Outcome(ids, tuple(dict.fromkeys(each.edition for each in gone)), notes, None)

    def rebuild(self) -> Outcome:
        """Build the database anew from the packaged one, the originals and their edits.

        Raises:
            UsageError: nothing was added.
            DataError: an original is not there, or the database cannot be read or written.

        """
        with self._changing() as new:
            added = self._added()
            rows, notes = self._from_the_beginning(added)
            ids = tuple(each.id for each in added)
            report = self._write(new, rows, ids)
            self._commit(new)
        return Outcome(ids, tuple(dict.fromkeys(each.edition for each in added)), notes, report)

    def is_current(self) -> bool:
        """Tell whether the database was begun from the packaged one as it is now."""
        with Plan(self.path) as plan:
            begun_from = plan.meta().get(BEGUN_FROM)
        return begun_from == _digest_of(self._base())

    # What is there

    def _added(self) -> tuple[AddedDocument, ...]:
        """Return what was added; at least one document.

        Raises:
            UsageError: nothing was.
            DataError: the list cannot be read.

        """
        added = self._added_if_any()
        if not added:
            raise UsageError(_NOTHING_ADDED.of(path=self.path))
        return added

    def _added_if_any(self) -> tuple[AddedDocument, ...]:
        if not self.path.exists():
            return ()
        try:
            return added_documents(self.path)
        except DataError as error:
            raise DataError(_DAMAGED.of(path=self.path, folder=self.originals.folder)) from error

    def _rows(self) -> tuple[DatabaseRows, tuple[Phrase, ...]]:
        """Return the rows to add to: those that are there, if they are still true."""
        added = self._added_if_any()
        if added and stored_version(self.path) == SCHEMA_VERSION and self.is_current():
            return read_rows(self.path), ()
        if self.path.exists() and not added:
            self._begin_from_file()
        return self._from_the_beginning(added)

    def _begin_from_file(self) -> None:
        """Keep what the reader named as what the database is begun from."""
        with Plan(self.path) as plan:
            begun_from = plan.meta().get(BEGUN_FROM)
        if begun_from is None and _digest_of(self.path) != _digest_of(locate.packaged_database()):
            self.originals.keep_base(self.path)

    def _base(self) -> Path:
        return self.originals.base if self.originals.base.exists() else locate.packaged_database()

    def _from_the_beginning(
        self, added: Sequence[AddedDocument]
    ) -> tuple[DatabaseRows, tuple[Phrase, ...]]:
        """Return the rows of the database that it was begun from, with some documents added."""
        base = self._base()
        rows = read_rows(base)
        rows.meta = [row for row in rows.meta if row.key != BEGUN_FROM]
        rows.meta.append(MetaRow(key=BEGUN_FROM, value=_digest_of(base)))
        rows.meta.sort(key=lambda row: row.key)
        notes: list[Phrase] = []
        for each in added:
            self._tell(_AGAIN.of(id=each.id))
            path = self.originals.checked(each.original, each.sha256, each.id)
            with blame_on_file(path):
                read = self._read(path, path, each.layout)
                addition = addition_again(each, read, rows)
                notes += add_document(rows, addition, read.parsed, self._tell)
        return rows, tuple(notes)

    # What changes

    def _read(self, path: Path, original: Path, layout: Layout | None = None) -> ReadDocument:
        self._tell(_READING)
        return read_document(path, original, partial(self._tell, _READING), layout)

    def _edited(self, request: AddRequest) -> Path:
        """Return the file beside which the corrections are: the reader's, or an earlier copy."""
        earlier = self.originals.path(original_name(request.name, request.content))
        return request.file if edits_path(request.file).exists() else earlier

    @contextmanager
    def _changing(self, *, trial: bool = False) -> Iterator[Path]:
        """Hold the lock and yield where to write a new database, which does not stay there.

        A trial writes nothing beside the database.
        """
        if trial:
            with TemporaryDirectory(prefix="plan-tui-") as folder:
                yield Path(folder) / self.path.name
            return
        if self.path == own_database():
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise not_written(self.path.parent, error) from error
        with locked(self.path):
            new = self.path.with_name(f".{self.path.name}.new")
            self._settle()
            try:
                yield new
            finally:
                self._settle()
                for left in (new, new.with_name(f"{new.name}.tmp")):
                    with suppress(OSError):
                        left.unlink(missing_ok=True)

    def _write(self, new: Path, rows: DatabaseRows, documents: Sequence[str]) -> ProofReport:
        """Write the new database beside the old one, and prove some of its documents.

        Raises:
            DataError: it cannot be written, or does not hold.

        """
        self._tell(_WRITING)
        write_database(new, rows)
        self._tell(_PROVING)
        with Plan(new) as plan:
            report = examine(plan, documents)
        findings = list(report.faults)
        for each in report.documents:
            findings += [finding.message for finding in each.proof.findings]
        if findings:
            raise DataError(
                _NOT_PROVED.of(file=", ".join(documents), count=len(findings), first=findings[0])
            )
        return report

    def _keep(self, name: str, request: AddRequest) -> None:
        try:
            self.originals.keep(name, request.content)
            edits = edits_path(request.file)
            if edits.exists():
                self.originals.keep(edits_path(Path(name)).name, edits.read_bytes())
        except OSError as error:
            raise not_written(self.originals.folder, error) from error

    def _commit(self, new: Path) -> None:
        """Put the new database into its place."""
        try:
            new.replace(self.path)
        except OSError as error:
            raise not_written(self.path, error) from error

    def _settle(self) -> None:
        """Give the originals of which the database tells their names; drop those on their way."""
        try:
            names = [each.original for each in self._added_if_any()]
        except DataError:
            return  # nobody knows which are needed
        self.originals.settle([*names, *(edits_path(Path(name)).name for name in names)])


@contextmanager
def blame_on_file(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with a reader's file into a `DataError` that names it.

    A file can hold anything; what the parsers did not foresee must not end in a traceback.
    """
    try:
        yield
    except PlanError:
        raise
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        raise DataError(_NOT_UNDERSTOOD.of(path=path, error=message)) from error


def _digest_of(path: Path) -> str:
    """Return the SHA-256 of a database's file.

    Raises:
        DataError: it cannot be read.

    """
    try:
        return file_digest(path)
    except OSError as error:
        raise not_read(path, error) from error
