"""Which database a command reads: the one that is named, the reader's own, or the packaged one.

After an upgrade the reader's own may be of the past. While it can be opened it is read, and one
line says how to renew it; where it cannot, it is built anew from its originals at once. One that
is damaged has lost the list of them: one line says so, and the packaged one is read.
"""

from __future__ import annotations

import os

from plan_tui.cli import output
from plan_tui.errors import PlanError
from plan_tui.store import locate
from plan_tui.store.locate import (
    BEGUN_FROM,
    SCHEMA_VERSION,
    default_name,
    file_digest,
    own_database,
    own_is_there,
    stored_version,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from plan_tui.text.language import Language

_OUTDATED = Phrase(
    "自分のデータベースは以前の同梱データから作ったものです。`plan-tui add --rebuild`で新"
    "しくなります",
    "your own database was made from earlier packaged data; `plan-tui add --rebuild` renews it",
)
_RENEWING = Phrase(
    "{path}：プログラムの別の版で作ったものです。原本から作り直します",
    "{path}: made by another version of the program; rebuilding it",
)
_NOT_RENEWED = Phrase(
    "自分のデータベースを作り直せません（{error}）。同梱のものを開きます。原本は{folder}にあります",
    "your own database cannot be rebuilt ({error}); the packaged one is opened; the "
    "originals are in {folder}",
)
_INSTEAD = Phrase(
    "{error}。それまでは同梱のものを開きます", "{error}; until then the packaged one is opened"
)


def database(args: Namespace, language: Language) -> Path:
    """Return the database that the options name, else the default one, made anew if it must be."""
    from pathlib import Path

    return Path(database_name(args, language))


def database_name(args: Namespace, language: Language) -> str:
    """Return the same as a name, for what only reads it."""
    if args.db is not None:
        return str(args.db)
    if os.environ.get("PLAN_TUI_DB") or not own_is_there():
        return default_name()
    return str(_own(own_database(), language))


def _own(path: Path, language: Language) -> Path:
    """Return the reader's own database, made anew if it cannot be opened."""
    if stored_version(path) == SCHEMA_VERSION:
        if _is_outdated(path):
            output.complain(_OUTDATED.say(language))
        return path
    return _renewed(path, language)


def _is_outdated(path: Path) -> bool:
    from plan_tui.store.added_originals import BASE, originals_folder
    from plan_tui.store.plan import Plan

    try:
        with Plan(path) as plan:
            begun_from = plan.meta().get(BEGUN_FROM)
        if begun_from is None or (originals_folder(path) / BASE).exists():
            return False  # the reader named what it is begun from
        return begun_from != file_digest(locate.packaged_database())
    except (PlanError, OSError):
        return False  # whoever reads it says what is wrong


def _renewed(path: Path, language: Language) -> Path:
    """Build the reader's own database anew; return the packaged one if that fails."""
    from pathlib import Path

    from plan_tui.cli.progress import Progress
    from plan_tui.importer.own.own_database import OwnDatabase
    from plan_tui.store.added_originals import originals_folder

    progress = Progress(language, None)
    try:
        reader_database = OwnDatabase(path, progress.tell)
        reader_database.check_list()
    except PlanError as error:
        output.complain(_INSTEAD.say(language, error=error.say(language)))
        return Path(locate.packaged_database())
    output.complain(_RENEWING.say(language, path=path))
    try:
        with progress:
            reader_database.rebuild()
    except PlanError as error:
        folder = originals_folder(path)
        reason = error.say(language)
        output.complain(_NOT_RENEWED.say(language, error=reason, folder=folder))
        return Path(locate.packaged_database())
    return path
