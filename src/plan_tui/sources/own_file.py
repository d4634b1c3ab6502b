"""A small file of the reader's that programs change: one program at a time, and never in part."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.file_lock import PATIENCE, alone_in
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import behind_link, reason_of, replace_file

_NOT_WRITTEN = Phrase("{path}：書けません（{reason}）", "{path}: cannot be written ({reason})")
_BUSY = Phrase(
    "{path}：別のplan-tuiが書き込み中です。終わってからやり直してください",
    "{path}: another plan-tui is writing; try again when it has ended",
)


@contextmanager
def changing(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Let no other program change a file within: it is to be read, changed and written there.

    Args:
        path: the file; it need not exist, nor its folder.
        patience: seconds to wait for another program.

    Raises:
        DataError: another program is at it for longer, or the file cannot be written.

    """
    try:
        with alone_in(path.parent, patience):
            yield
    except TimeoutError as error:
        raise DataError(_BUSY.of(path=path)) from error
    except OSError as error:
        raise DataError(_NOT_WRITTEN.of(path=path, reason=reason_of(error))) from error


def write_own(text: str, path: Path) -> None:
    """Write a file whole; where it is a link, what the link leads to.

    Raises:
        OSError: it cannot be written; the old file is as it was.

    """
    replace_file(text.encode(), behind_link(path))
