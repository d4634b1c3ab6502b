"""Errors that a user can cause; each becomes one line on standard error and an exit code."""


class PlanError(Exception):
    """Something the user can mend. The message says what is wrong and what to do.

    Attributes:
        exit_code: the process's exit code when this error ends a command.

    """

    exit_code = 2


class UsageError(PlanError):
    """A bad option, filter, key or input file (exit code 2)."""

    exit_code = 2


class DataError(PlanError):
    """The database or a file cannot be used (exit code 3)."""

    exit_code = 3
