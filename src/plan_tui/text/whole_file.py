"""Puts a file in the place of another: whole, or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def behind_link(path: Path) -> Path:
    """Return the file that a link leads to, which then keeps leading there; else the path.

    People keep small files of theirs elsewhere, in a repository for one, and link to them.
    """
    return path.resolve() if path.is_symlink() else path


def replace_file(content: bytes, path: Path) -> None:
    """Write a file, which then holds either its old content (or is not there) or all of the new.

    The new content is on the disk before it gets the name. A file that was there keeps its mode.

    Args:
        content: what to write.
        path: where to; where it is a link, the link itself is replaced (see `behind_link`).

    Raises:
        OSError: it cannot be written; the old file is as it was, and nothing else is left.

    """
    temporary = path.with_name(f".plan-tui-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        temporary.write_bytes(content)
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
