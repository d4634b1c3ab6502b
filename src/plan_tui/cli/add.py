"""``add``: the reader's own editions, added, listed, taken out."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from plan_tui.cli import output
from plan_tui.cli.progress import Progress
from plan_tui.errors import UsageError
from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.importer.own.own_database import Outcome
    from plan_tui.importer.own.request import AddRequest

_ONE_TASK = Phrase(
    "FILE、--list、--remove、--rebuildのどれか1つを指定してください",
    "give one of FILE, --list, --remove and --rebuild",
)
_FILE_ALONE = Phrase("{option}はFILEを追加するときだけ使えます", "{option} needs a FILE to add")
_NO_DAY = Phrase(
    "--date {text!r}：日付として読めません（例：2026-06-13、令和8年6月13日、20260613）",
    "--date {text!r} is not a date; write 2026-06-13, 令和8年6月13日 or 20260613",
)
_ADDED = Phrase(
    "{documents}を版{editions}に追加しました（{path}）",
    "{documents} added to edition {editions} ({path})",
)
_REMOVED = Phrase("{documents}を外しました（{path}）", "{documents} taken out ({path})")
_REBUILT = Phrase("{documents}を作り直しました（{path}）", "{documents} rebuilt ({path})")
_JOINED = Phrase(
    "対応の判定{count}件を反映して作り直しました（{path}）",
    "rebuilt with your {count} {count:decision|decisions} ({path})",
)
_JOINED_TOO = Phrase(
    "{documents}と対応の判定{count}件を反映して作り直しました（{path}）",
    "{documents} rebuilt, with your {count} {count:decision|decisions} ({path})",
)
_NONE_LEFT = Phrase(
    "追加した文書も対応の判定もなくなりました。同梱のデータベースに戻ります（{path}を消しました）",
    "no added document and no decision is left; the packaged database is read again "
    "(deleted: {path})",
)
_ORIGINALS_ALONE = Phrase(
    "追加した文書の一覧がありません。残っている原本を`plan-tui add`で追加し直してください",
    "there is no list of what was added; add the originals that are left with `plan-tui add`",
)
_TRIED = Phrase(
    "{documents}は版{editions}に追加されます。まだ何も変えていません",
    "{documents} would be added to edition {editions}; nothing was changed",
)
_TRIED_UNDATED = Phrase(
    "{documents}は、日付が分からないため、このままでは追加できません。まだ何も変えていません",
    "{documents} could not be added without a date; nothing was changed",
)


def add(args: Namespace, language: Language) -> int:
    """Add a document, list what was added, take something out, or build all anew.

    Raises:
        UsageError: the options do not go together, or the file or an id cannot be used.
        DataError: the database or a file cannot be read or written.

    """
    _check_options(args)
    if args.list:
        return _list(args, language)
    from plan_tui.importer.own.own_database import OwnDatabase

    path = _target(args)
    request = _request(args) if args.file is not None else None
    with Progress(language, args.progress) as progress:
        reader_database = OwnDatabase(path, progress.tell)
        if request:
            outcome = reader_database.add(request)
            done = _trial(outcome) if args.dry_run else _ADDED
        elif args.remove is not None:
            outcome, done = reader_database.remove(args.remove), _REMOVED
        else:
            outcome = reader_database.rebuild()
            done = _rebuilt(outcome)
    _print(outcome, done, path, args, language)
    return 0


def _trial(outcome: Outcome) -> Phrase:
    """Return the words for what would be added."""
    return _TRIED if outcome.editions else _TRIED_UNDATED


def _rebuilt(outcome: Outcome) -> Phrase:
    """Return the words for what a database was built anew from."""
    if outcome.decisions:
        return _JOINED_TOO if outcome.documents else _JOINED
    return _REBUILT if outcome.documents else _NONE_LEFT


def _check_options(args: Namespace) -> None:
    tasks = (args.file is not None, args.list, args.remove is not None, args.rebuild)
    if sum(tasks) != 1:
        raise UsageError(_ONE_TASK)
    if args.file is None:
        for option in ("edition", "date", "title", "replace", "dry_run"):
            if getattr(args, option):
                name = {"edition": "as", "dry_run": "dry-run"}.get(option, option)
                raise UsageError(_FILE_ALONE.of(option=f"--{name}"))


def _target(args: Namespace) -> Path:
    """Return the database to change: the one that is named, else the reader's own."""
    from plan_tui.store.locate import own_database

    if args.db is not None:
        return Path(args.db)
    named = os.environ.get("PLAN_TUI_DB")
    return Path(named) if named else own_database()


def _request(args: Namespace) -> AddRequest:
    from plan_tui.importer.own.request import AddRequest
    from plan_tui.sources.file_content import file_content

    path = Path(args.file)
    dated = _day(args.date) if args.date is not None else ""
    return AddRequest(
        file=path,
        content=file_content(path),
        edition=args.edition or "",
        dated=dated,
        title=args.title or "",
        replaces=args.replace or "",
        trial=args.dry_run,
    )


def _day(text: str) -> str:
    """Return a typed day as an ISO day.

    Raises:
        UsageError: it is none.

    """
    from plan_tui.query.day_values import read_day

    day = read_day(text)
    if day is None:
        raise UsageError(_NO_DAY.of(text=text))
    return day


def _list(args: Namespace, language: Language) -> int:
    from plan_tui.cli.opening import database
    from plan_tui.importer.own.originals import Originals, digest
    from plan_tui.store.added_documents import added_to
    from plan_tui.store.plan import Plan
    from plan_tui.views.added_list import AddedView

    path, target = database(args, language), _target(args)
    originals = Originals(target)
    # Another one is opened where there is no own one, or the list in it cannot be read.
    lost = originals.kept() if path != target else ()
    with Plan(path) as plan:
        added = added_to(plan)[: args.limit]
    if lost and not target.exists():
        output.complain(_ORIGINALS_ALONE.say(language))
    listless = [(each.name, digest(each.read_bytes())) for each in lost[: args.limit]]
    view = AddedView(language, added, str(originals.folder), listless)
    output.print_view(view, args.format, colour=not args.no_color, front_matter=args.front_matter)
    if view.nothing:
        output.complain(view.nothing)
    return output.NOTHING_MATCHED if view.nothing else 0


def _print(outcome: Outcome, done: Phrase, path: Path, args: Namespace, language: Language) -> None:
    """Print the proof and what was done; notes go to standard error, so that JSON stays JSON."""
    from plan_tui.views.report import ReportView
    from plan_tui.views.tree import TreeView

    as_text = args.format in (None, "text")
    if args.dry_run and as_text:
        documents = [each.document for each in outcome.report.documents] if outcome.report else []
        headings = outcome.headings[: args.limit]
        tree = TreeView(language, headings, documents, pages=outcome.pages)
        output.print_view(tree, "text", colour=not args.no_color)
        output.to_standard_output("\n", "text")
    report = outcome.report if outcome.documents else None
    if report:
        view = ReportView(language, report, args.limit)
        output.print_view(
            view, args.format, colour=not args.no_color, front_matter=args.front_matter
        )
    for note in outcome.notes:
        output.complain(note.say(language))
    words = done.say(
        language,
        documents=", ".join(outcome.documents),
        editions=", ".join(outcome.editions),
        path=path,
        count=outcome.decisions,
    )
    if as_text:
        output.to_standard_output(f"\n{words}\n" if report else f"{words}\n", "text")
    else:
        output.complain(words)
