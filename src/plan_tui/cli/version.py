"""What ``--version`` prints: the program's version and which data it reads."""

from __future__ import annotations

from plan_tui import __version__
from plan_tui.errors import PlanError
from plan_tui.store.first_look import identity
from plan_tui.store.locate import default_name
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.text.language import Language

_DATA = Phrase(
    "データ sha256:{digest}、スキーマ版{version}", "data sha256:{digest}, schema {version}"
)
_WITH = Phrase("追加した文書 {documents}", "with {documents}")
_UNREADABLE = Phrase("データは読めません：{reason}", "data that cannot be read: {reason}")


def version_words(named: str | None, language: Language) -> str:
    """Return the version's line, and one of the data: the digest of its sources.

    A database that cannot be read is said to be so; the version is known all the same.
    """
    name = named if named is not None else default_name()
    return f"plan-tui {__version__}\n{_data_words(name, language)}\n"


def _data_words(name: str, language: Language) -> str:
    """Return the digest of a database's sources, else of its file, in words."""
    try:
        held = identity(name)
    except PlanError as error:
        return _UNREADABLE.say(language, reason=error.say(language))
    words = _DATA.say(language, digest=held.digest, version=held.schema_version)
    documents = ", ".join(held.added)
    return f"{words}; {_WITH.say(language, documents=documents)}" if documents else words
