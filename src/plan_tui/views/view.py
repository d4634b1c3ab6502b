"""What a view is: one query's result, ready for the command line, the screens and the writers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from plan_tui.text.language import Phrase, language_of_locale
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, ClassVar

    from plan_tui.model.bar_chart import BarChart
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.text.language import Language

    Record = dict[str, Any]
    """An object of JSON, and a row of a table."""
else:
    Record = dict

Paint = Callable[[str, str], str]
"""Takes a role (``key``, ``head``, ``dim``, ``match``, ``gone``, ``new``) and text."""

DAYS = frozenset(
    (
        *("start", "end", "due", "dated", "decided_on", "day"),
        *("older_days", "newer_days", "kpi_due", "text_due"),
    )
)
"""Columns of tables that hold days (ISO), whatever the view; one that stands alone is a date."""
NO_MATCH = Phrase("該当なし：{query}", "nothing matches: {query}")
_LONGEST_NAME = 60
"""Characters of a file name that are kept of a command: most file systems allow 255 bytes."""


def no_paint(role: str, text: str) -> str:
    """Return the text as it is."""
    return text


@record
class View(ABC):
    """A result with the arguments that it answers. Each form is worked out when asked for."""

    language: Language
    """The language of the words around the plan's text."""

    columns: ClassVar[tuple[str, ...]]
    """Which fields of `rows` a table shows."""
    holds_text: ClassVar[bool] = True
    """Whether it holds words of the plan, whose source must be said."""

    @property
    @abstractmethod
    def words(self) -> tuple[str, ...]:
        """The words after ``plan-tui`` that give the same view: ``("show", "2021:M1-8")``."""

    @property
    def query(self) -> str:
        """The words behind the command's name, as one line, without a day that is asked for."""
        return asked_line(self.words)

    @property
    def command(self) -> str:
        """The command line that gives the same view."""
        return self.command_of(self.words)

    def command_of(self, words: Sequence[str]) -> str:
        """Return words as a command line, with the language where another would be chosen."""
        from plan_tui.text.shell import command_line

        return command_line(in_language(words, self.language))

    @property
    def file_name(self) -> str:
        """A file name made of the command's words, without an ending."""
        import re

        stem = re.sub(r"[^\w.-]+", "-", "-".join(self.words)).strip("-.")
        return stem[:_LONGEST_NAME] or "plan"

    @property
    def nothing(self) -> str:
        """What to say where nothing matched; empty if something did."""
        return ""

    def figure(self) -> BarChart | None:
        """Return the view as a figure; None where it has none."""
        return None

    @abstractmethod
    def records(self) -> list[Record]:
        """Return the view as objects, for JSON."""

    def rows(self) -> list[Record]:
        """Return the view as flat objects, one a row, for tables."""
        return self.records()

    @abstractmethod
    def text(self, paint: Paint = no_paint) -> str:
        """Return the view as text for a terminal or a pipe.

        ``paint`` may add colour, and never has to; without it the text says the same. Columns
        are aligned by display width. The plan's words are never read as markup.
        """

    @abstractmethod
    def document(self, attribution: Attribution) -> RichDocument:
        """Return the view as a document."""


def asked_line(words: Sequence[str]) -> str:
    """Return the words behind a command's name as one line."""
    return " ".join(word for word in words[1:] if word != "--")


def query_words(query: str, *options: str) -> tuple[str, ...]:
    """Return the words of a query and options of its command, as the command line reads them.

    Options come last, unless ``--`` must keep a word of the query from being read as one.
    """
    from plan_tui.text.shell import is_like_an_option

    words = tuple(query.split())
    if any(map(is_like_an_option, words)):
        return (*options, "--", *words)
    return (*words, *options)


def in_language(words: Sequence[str], language: Language) -> tuple[str, ...]:
    """Return the words of a command line that is answered in a language, whatever the locale's.

    Its option comes last, unless ``--`` makes words of what follows.
    """
    if language is language_of_locale():
        return tuple(words)
    end = words.index("--") if "--" in words else len(words)
    return (*words[:end], "--lang", str(language), *words[end:])


def day_words(day: str | None) -> tuple[str, ...]:
    """Return the option that names the day from which a view is seen; nothing without a day."""
    return () if day is None else ("--as-of", day)


def limit_words(limit: int | None) -> tuple[str, ...]:
    """Return the option that limits a view; nothing where all is wanted."""
    return () if limit is None else ("--limit", str(limit))
