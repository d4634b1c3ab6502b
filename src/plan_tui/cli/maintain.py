"""The commands that build the database and prove it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plan_tui.cli import output
from plan_tui.cli.opening import database
from plan_tui.errors import DataError
from plan_tui.store.connect import rebuilding
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.whole_file import put_in_place, reason_of

_DIRECTORY = Phrase(
    "{path}：フォルダーです。--dbでファイルを指定してください",
    "{path}: is a directory; name a file with --db",
)
_LEFT_AS_IT_WAS = Phrase(
    "新しいデータベースに不一致が{count}件あります。{path}は元のままです",
    "{count} {count:finding|findings} in the new database; {path} is left as it was",
)
_NOT_WRITTEN = Phrase("{path}：書けません（{reason}）", "{path}: cannot be written ({reason})")
_LACKING = Phrase(
    "{path}：{names}がないまま作りました", "{path}: built without {names}, which are not there"
)
_FINDINGS = Phrase(
    "{path}：不一致が{count}件あります。{mend}", "{path}: {count} {count:finding|findings}; {mend}"
)


def build(args: Namespace, language: Language) -> int:
    """Build the database from the sources; it replaces the old one only if it is proved.

    Raises:
        DataError: a source cannot be used, the file cannot be written, or it is not proved, or
            another process is about to replace it.

    """
    from plan_tui.importer.build_database import build_database, lacking_tables
    from plan_tui.importer.own.lock import locked

    data = Path(args.data) if args.data else _data_folder()
    target = Path(args.db) if args.db else data / "plan.db"
    unproved = target.with_name(f"{target.name}.new")
    try:
        if target.is_dir():
            raise DataError(_DIRECTORY.of(path=target))
        with locked(target), _gone_in_the_end(unproved):
            build_database(data, unproved)
            failures = _report(unproved, args, language)
            if failures:
                raise DataError(_LEFT_AS_IT_WAS.of(count=failures, path=target))
            put_in_place(unproved, target)
    except OSError as error:
        raise DataError(_NOT_WRITTEN.of(path=target, reason=reason_of(error))) from error
    lacking = lacking_tables(data)
    if lacking:
        output.complain(_LACKING.say(language, names=", ".join(lacking), path=data))
    return 0


@contextmanager
def _gone_in_the_end(path: Path) -> Iterator[None]:
    """Delete a file, if it is there, when what is within has ended."""
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def doctor(args: Namespace, language: Language) -> int:
    """Report on versions, terminal, clipboard, the reader's own files and the database.

    Raises:
        DataError: the database cannot be used; the report is written before.

    """
    from plan_tui.cli.doctor import doctor as diagnose

    return diagnose(args, language)


def check(args: Namespace, language: Language) -> int:
    """Prove the database and print the report of each document.

    Raises:
        DataError: the database cannot be used, or does not hold.

    """
    path = database(args, language)
    failures = _report(path, args, language)
    if failures:
        raise DataError(_FINDINGS.of(path=path, count=failures, mend=rebuilding(path)))
    return 0


def _report(path: Path, args: Namespace, language: Language) -> int:
    """Write the report on a database; return how many things do not hold."""
    from plan_tui.store.proof_report import examine
    from plan_tui.views.report import ReportView

    with Plan(path) as plan:
        report = examine(plan)
    output.print_view(
        ReportView(language, report, args.limit),
        args.format,
        colour=not args.no_color,
        front_matter=args.front_matter,
    )
    return report.failures


def _data_folder() -> Path:
    """Return the folder of the sources: below the working directory, else the checkout's."""
    here = Path("data")
    if (here / "sources" / "manifest.toml").is_file():
        return here
    return Path(__file__).resolve().parents[3] / "data"
