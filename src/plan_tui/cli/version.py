"""What ``--version`` prints: the program's version and which data it reads."""

from __future__ import annotations

from pathlib import Path

from plan_tui import __version__
from plan_tui.errors import PlanError
from plan_tui.store.locate import default_database, file_digest
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

_DATA = Phrase(
    "データ sha256:{digest}、スキーマ版{version}", "data sha256:{digest}, schema {version}"
)
_WITH = Phrase("追加した文書 {documents}", "with {documents}")
_UNREADABLE = Phrase("データは読めません：{reason}", "data that cannot be read: {reason}")


def version_words(named: str | None, language: Language) -> str:
    """Return the version's line, and one of the data: the digest of its sources.

    A database that cannot be read is said to be so; the version is known all the same.
    """
    path = Path(named) if named is not None else default_database()
    return f"plan-tui {__version__}\n{data_words(path, language)}\n"


def data_words(path: Path, language: Language) -> str:
    """Return the digest of a database's sources, else of its file, in words."""
    try:
        with Plan(path) as plan:
            digest, version = data_digest(plan), plan.meta().get("schema_version", "-")
            added = plan.added()
    except PlanError as error:
        return _UNREADABLE.say(language, reason=error.say(language))
    words = _DATA.say(language, digest=digest, version=version)
    return f"{words}; {_WITH.say(language, documents=', '.join(added))}" if added else words


def data_digest(plan: Plan) -> str:
    """Return the SHA-256 of the sources that a database was made from, else that of its file."""
    return plan.meta().get("sources_sha256") or file_digest(plan.file)
