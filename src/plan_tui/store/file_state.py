"""Which file stands under a path, and whether it is still the one that was opened."""

from __future__ import annotations

from pathlib import Path

from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum


@record
class FileState:
    """What tells a file from another, and from itself after a change."""

    device: int
    inode: int
    """With the device: which file it is, under whatever name."""
    size: int
    """In bytes."""
    written: int
    """When it was last written, in nanoseconds."""


class FileChange(StrEnum):
    """What became of a file since it was opened."""

    NONE = "none"
    REPLACED = "replaced"
    """Another file has its name; the one that was opened is as it was."""
    REMOVED = "removed"
    """No file has its name; the one that was opened is as it was."""
    WRITTEN = "written"
    """It was changed in place: what is read of it may be of both contents."""


def file_state(path: Path) -> FileState | None:
    """Return the state of the file under a path; None if there is none, or it cannot be asked."""
    try:
        status = path.stat()
    except OSError:
        return None
    return FileState(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def change_between(opened: FileState | None, now: FileState | None) -> FileChange:
    """Tell what became of a file from the state in which it was opened."""
    if opened == now:
        return FileChange.NONE
    if now is None:
        return FileChange.REMOVED
    if opened is not None and (opened.device, opened.inode) == (now.device, now.inode):
        return FileChange.WRITTEN
    return FileChange.REPLACED
