"""Whatever a parser did not foresee in a file is told as a fault of that file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plan_tui.errors import DataError, PlanError
from plan_tui.text.language import Phrase

_NOT_UNDERSTOOD = Phrase(
    "{path}：読み取れません（{error}）。"
    "`pdftotext -layout`などで作った別の形のファイルを試してください",
    "{path}: cannot be read ({error}); try the file in another form, as `pdftotext -layout` makes",
)


@contextmanager
def blame_on_file(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong with a file into a `DataError` that names it.

    A file can hold anything; what the parsers did not foresee must not end in a traceback.
    """
    try:
        yield
    except PlanError:
        raise
    except Exception as error:
        message = f"{type(error).__name__}: {error}"
        raise DataError(_NOT_UNDERSTOOD.of(path=path, error=message)) from error
