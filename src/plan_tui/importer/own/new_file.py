"""A new database beside the one that it is to replace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from plan_tui.errors import DataError
from plan_tui.importer.adding import Tell
from plan_tui.importer.own.lock import locked, not_written
from plan_tui.importer.results import add_results
from plan_tui.model.conservation import ProofReport
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.locate import own_database
from plan_tui.store.plan import Plan
from plan_tui.store.proof_report import examine
from plan_tui.store.write import write_database
from plan_tui.text.language import Phrase

_WRITING = Phrase("データベースの書き込み", "writing the database")
_PROVING = Phrase("検証", "proving it")
_NOT_PROVED = Phrase(
    "{file}：不一致が{count}件あります。データベースは元のままです。最初の不一致：{first}",
    "{file}: {count} {count:finding|findings}; the database is left as it was; the first: {first}",
)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Hold the lock of a database and yield where to write a new one, which does not stay there.

    Raises:
        DataError: another process holds the lock, or the folder cannot be written.

    """
    if path == own_database():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(path.parent, error) from error
    with locked(path):
        new = path.with_name(f".{path.name}.new")
        try:
            new.touch()  # the lock can be there already, in a folder that may not be written
        except OSError as error:
            raise not_written(path, error) from error
        try:
            yield new
        finally:
            for left in (new, new.with_name(f"{new.name}.tmp")):
                with suppress(OSError):
                    left.unlink(missing_ok=True)


@contextmanager
def trial_file(path: Path) -> Iterator[Path]:
    """Yield where to write a new database that is only looked at, apart from the old one.

    Raises:
        DataError: there is no place for it.

    """
    try:
        folder = TemporaryDirectory(prefix="plan-tui-")
    except OSError as error:
        raise not_written(path, error) from error
    with folder as name:
        yield Path(name) / path.name


def write_proved(
    new: Path, rows: DatabaseRows, documents: Sequence[str], tell: Tell
) -> ProofReport:
    """Write a database, and prove some of its documents.

    Raises:
        DataError: it cannot be written, or does not hold.

    """
    tell(_WRITING)
    write_database(new, rows, add_results)
    tell(_PROVING)
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
