"""Errors that a user can cause; each becomes one line on standard error and an exit code."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.text.language import Language, Phrase


class PlanError(Exception):
    """Something the user can mend. The message says what is wrong and what to do.

    Attributes:
        exit_code: the process's exit code when this error ends a command.

    """

    exit_code = 2

    def __init__(self, message: Phrase) -> None:
        """Take the message; as a string the error is its English."""
        super().__init__(message.en)
        self._message = message

    @property
    def message(self) -> Phrase:
        """What is wrong and what to do, in both languages."""
        return self._message

    def say(self, language: Language) -> str:
        """Return the message in ``language``."""
        return self._message.say(language)


class UsageError(PlanError):
    """A bad option, filter, key or input file (exit code 2)."""

    exit_code = 2


class DataError(PlanError):
    """The database or a file cannot be used (exit code 3)."""

    exit_code = 3
