"""The reader's own database: begun as a copy of the packaged one, replaced whole by each change.

It is a function of the database that it was begun from, the documents that were added, in their
order, the edits beside their originals, and the reader's decisions on suggestions. The list of
the documents stands in the database itself, so that one replaced file is the whole of a change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from plan_tui.errors import DataError, UsageError
from plan_tui.importer.adding import Tell, add_document
from plan_tui.importer.blamed_file import blame_on_file
from plan_tui.importer.own.held_rows import HeldRows
from plan_tui.importer.own.lock import not_written
from plan_tui.importer.own.new_file import new_file, trial_file, write_proved
from plan_tui.importer.own.originals import Originals, original_name
from plan_tui.importer.own.request import (
    AddRequest,
    addition_of,
    day_to_give,
    other_year,
    refuse_held,
    refuse_same_text,
)
from plan_tui.model.conservation import ProofReport
from plan_tui.model.records import Section
from plan_tui.sources.edits_file import edits_path
from plan_tui.store import locate
from plan_tui.store.added_documents import AddedDocument
from plan_tui.store.locate import own_database
from plan_tui.store.plan import Plan
from plan_tui.store.source_queries import section_pages
from plan_tui.text.language import Phrase
from plan_tui.text.record import field, record
from plan_tui.text.whole_file import put_in_place

_DIRECTORY = Phrase(
    "{path}：フォルダーです。--dbでファイルを指定してください",
    "{path}: is a directory; name a file with --db",
)
_PACKAGED = Phrase(
    "{path}：同梱のデータベースは変更できません。--dbで別のファイルを指定してください",
    "{path}: the packaged database is never changed; name another file with --db",
)
_NOTHING_ADDED = Phrase("追加した文書はありません（{path}）", "nothing has been added ({path})")
_EDITS_STAY = Phrase(
    "訂正は残しました（不要なら消してかまいません）：{path}",
    "its corrections stay, and may be deleted: {path}",
)
_NO_SUCH = Phrase(
    "{id!r}という文書は追加されていません。追加した文書：{known}",
    "no added document has the id {id!r}; added: {known}",
)


@record
class Outcome:
    """What came of a change, or would come of it."""

    documents: tuple[str, ...]
    """The ids of the documents that were added or taken out."""
    editions: tuple[str, ...]
    """The ids of their editions."""
    notes: tuple[Phrase, ...]
    """What the reader should know."""
    report: ProofReport | None = None
    """The proof of the documents that were added."""
    headings: tuple[Section, ...] = ()
    """Those of a document that was added or tried."""
    pages: Mapping[int, int] = field(default_factory=dict)
    """Section id → page of the file, of those that stand on one."""
    decisions: int = 0
    """How many decisions on suggestions a rebuild took over."""


class OwnDatabase:
    """A database that a reader adds documents to.

    Args:
        path: the file; it need not exist.
        tell: told of each step.

    Raises:
        DataError: the file is the packaged database, or a folder.

    """

    def __init__(self, path: Path, tell: Tell) -> None:
        if path.is_dir():
            raise DataError(_DIRECTORY.of(path=path))
        if path.exists() and path.samefile(locate.packaged_database()):
            raise DataError(_PACKAGED.of(path=path))
        self.path = path
        self.originals = Originals(path)
        self._held = HeldRows(path, self.originals, tell)
        self._tell = tell

    def add(self, request: AddRequest) -> Outcome:
        """Add a document, or only try it.

        Raises:
            UsageError: the document is held, or a name or date is not possible.
            DataError: the file or the database cannot be read, written or proved; all is left
                as it was.

        """
        with trial_file(self.path) if request.trial else self._changing() as new:
            base = self._held.base()
            rows, earlier = self._held.rows()
            superseded = {row.original for row in rows.added_documents}
            refuse_held(request, rows)
            with blame_on_file(request.file):
                read = self._held.read(request.file, request.content, self._edited(request))
                refuse_same_text(request, read, rows)
                addition = addition_of(request, read, rows)
                unknown_day = day_to_give(request, read, addition, rows)
                earlier += unknown_day + other_year(request, read, addition)
                notes = add_document(rows, addition, read.parsed, self._tell)
            notes += self._held.join(rows)
            report = write_proved(new, rows, (addition.source.id,), self._tell)
            with Plan(new) as plan:
                headings = plan.sections(addition.source.id)
                pages = section_pages(plan, addition.source.id)
            if not request.trial:
                self._keep(addition.original, request, base)
                self._put_in_place(new)
                for name in superseded - {row.original for row in rows.added_documents}:
                    self.originals.drop(name)
        # Without a day nothing can be added, whatever the edition's name.
        editions = () if unknown_day else (addition.edition.id,)
        return Outcome((addition.source.id,), editions, earlier + notes, report, headings, pages)

    def remove(self, name: str) -> Outcome:
        """Take out a document by its id, or all that were added of an edition by its.

        The reader's own database goes with the last one, unless something was decided of
        suggestions: the packaged one is the same then.

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
            rest = [each for each in added if each not in gone]
            notes: tuple[Phrase, ...] = ()
            if rest or self._held.decisions() or self.path != own_database():
                rows, notes = self._held.from_the_beginning(rest)
                notes += self._held.join(rows)
                write_proved(new, rows, (), self._tell)
                self._put_in_place(new)
            else:
                self._delete()
            for each in gone:
                self.originals.drop(each.original)
        notes += self._kept_edits(gone)
        return Outcome(tuple(each.id for each in gone), _editions(gone), notes)

    def check_list(self) -> None:
        """Look whether the list of what was added can be read.

        Raises:
            DataError: it cannot.

        """
        self._held.added()

    def rebuild(self) -> Outcome:
        """Build the database anew: the packaged one, the originals, their edits, the decisions.

        Where nothing was added, and all decisions were taken back, the packaged one is the same.

        Raises:
            UsageError: there is nothing of the reader's, or a document no longer fits what it is
                added to.
            DataError: an original is not there, or the database cannot be read or written.

        """
        with self._changing() as new:
            added = self._held.added()
            decisions = self._held.decisions()
            if not added and not decisions:
                self._drop_empty()
                return Outcome((), (), ())
            base = self._held.base()
            rows, notes = self._held.from_the_beginning(added)
            notes += self._held.join(rows)
            ids = tuple(each.id for each in added)
            report = write_proved(new, rows, ids, self._tell)
            self._keep_base(base)
            self._put_in_place(new)
        return Outcome(ids, _editions(added), notes, report, decisions=len(decisions))

    def _drop_empty(self) -> None:
        """Delete a database of the reader's to which nothing was added.

        Raises:
            UsageError: there is none.

        """
        if self.path != own_database() or not self.path.exists():
            raise UsageError(_NOTHING_ADDED.of(path=self.path))
        self._delete()

    def _added(self) -> tuple[AddedDocument, ...]:
        """Return what was added; at least one document."""
        added = self._held.added()
        if not added:
            raise UsageError(_NOTHING_ADDED.of(path=self.path))
        return added

    def _kept_edits(self, removed: Sequence[AddedDocument]) -> tuple[Phrase, ...]:
        """Say where the corrections of a removed document stay: they are the reader's work."""
        paths = (edits_path(self.originals.path(each.original)) for each in removed)
        return tuple(_EDITS_STAY.of(path=path) for path in paths if path.exists())

    def _edited(self, request: AddRequest) -> Path:
        """Return the file beside which the corrections are: the reader's, or an earlier copy."""
        earlier = self.originals.path(original_name(request.name, request.content))
        return request.file if edits_path(request.file).exists() else earlier

    @contextmanager
    def _changing(self) -> Iterator[Path]:
        """Hold the lock and yield where to write; before and after, settle the originals."""
        with new_file(self.path) as new:
            self._settle()
            try:
                yield new
            finally:
                self._settle()

    def _settle(self) -> None:
        """Give the originals of which the database tells their names; drop those on their way."""
        try:
            names = [each.original for each in self._held.added()]
        except DataError:
            return  # nobody knows which are needed
        self.originals.settle([*names, *(edits_path(Path(name)).name for name in names)])

    def _keep(self, name: str, request: AddRequest, base: Path) -> None:
        """Keep the file, its corrections, and what the database is begun from if it goes."""
        self._keep_base(base)
        try:
            self.originals.keep(name, request.content)
            edits = edits_path(request.file)
            if edits.exists():
                self.originals.keep(edits_path(Path(name)).name, edits.read_bytes())
        except OSError as error:
            raise not_written(self.originals.folder, error) from error

    def _keep_base(self, base: Path) -> None:
        """Keep a copy of what the database is begun from, if the new one takes its place."""
        try:
            if base == self.path:
                self.originals.keep_base(base)
        except OSError as error:
            raise not_written(self.originals.folder, error) from error

    def _put_in_place(self, new: Path) -> None:
        try:
            put_in_place(new, self.path)
        except OSError as error:
            raise not_written(self.path, error) from error

    def _delete(self) -> None:
        try:
            self.path.unlink()
        except OSError as error:
            raise not_written(self.path, error) from error


def _editions(documents: tuple[AddedDocument, ...] | list[AddedDocument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.edition for each in documents))
