"""The files that a reader added, kept beside the database as they were.

A copy is written under a name of its own that ends in ``.new``, and gets its name once the
database that tells of it is in its place: whatever ends the program, a name without that ending
is a file of which the database knows, or knew.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.sources.edits_file import ENDING
from plan_tui.store.added_originals import BASE, originals_folder
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import put_in_place

_PENDING = ".new"
_COPY = re.compile(r"[0-9a-f]{12}-.*")
_LOST = Phrase(
    "{path}：追加した原本がありません。元に戻すか、`plan-tui add --remove {id}`で文書を外"
    "してください",
    "{path}: the original is missing; put it back, or remove the document with "
    "`plan-tui add --remove {id}`",
)
_CHANGED = Phrase(
    "{path}：追加した時と内容が違います。元に戻すか、`plan-tui add --remove {id}`で文書を"
    "外してください",
    "{path}: is not the file that was added; put that back, or remove the document with "
    "`plan-tui add --remove {id}`",
)
_LONGEST_NAME = 80
"""Characters of a file's name that its copy keeps, so that no file system finds it too long:
each may take three bytes of the 255 that most allow, and 17 are for the hash and endings."""


class Originals:
    """The folder of the originals of one database.

    Attributes:
        folder: where they are; it need not exist.

    """

    def __init__(self, database: Path) -> None:
        self.folder = originals_folder(database)

    @property
    def base(self) -> Path:
        """A copy of what the database was begun from, where that is not the packaged one."""
        return self.folder / BASE

    def keep_base(self, database: Path) -> None:
        """Keep a copy of a database that was not begun from the packaged one.

        Raises:
            OSError: it cannot be written.

        """
        self.folder.mkdir(parents=True, exist_ok=True)
        pending = self.base.with_name(BASE + _PENDING)
        shutil.copyfile(database, pending)
        put_in_place(pending, self.base)

    def keep(self, name: str, content: bytes) -> None:
        """Write a copy that is not yet known to the database; see `settle`.

        Raises:
            OSError: it cannot be written.

        """
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / (name + _PENDING)).write_bytes(content)

    def settle(self, names: Collection[str]) -> None:
        """Give copies their names if the database tells of them, and drop the others."""
        with suppress(OSError):
            for pending in sorted(self.folder.glob(f"*{_PENDING}")):
                if pending.name.removesuffix(_PENDING) in names:
                    pending.replace(pending.with_name(pending.name.removesuffix(_PENDING)))
                else:
                    pending.unlink()

    def drop(self, name: str) -> None:
        """Delete an original of which the database tells no more; its edits stay."""
        with suppress(OSError):
            (self.folder / name).unlink()

    def path(self, name: str) -> Path:
        """Return where an original is, or would be."""
        pending = self.folder / (name + _PENDING)
        return pending if pending.exists() else self.folder / name

    def kept(self) -> tuple[Path, ...]:
        """Return what was added, as far as the folder alone tells: the oldest first."""
        with suppress(OSError):
            copies = [path for path in self.folder.iterdir() if _is_copy(path)]
            return tuple(sorted(copies, key=lambda path: (path.stat().st_mtime_ns, path.name)))
        return ()

    def checked(self, path: Path, sha256: str, document_id: str) -> bytes:
        """Return what an original holds, once it is known to be what was added.

        Raises:
            DataError: it is not there, or is not what was added.

        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise DataError(_LOST.of(path=path, id=document_id)) from error
        if digest(content) != sha256:
            raise DataError(_CHANGED.of(path=path, id=document_id))
        return content


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's content, hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def original_name(name: str, content: bytes) -> str:
    """Return what the copy of a file is called: a hash, and the file's name."""
    hashed = f"{digest(content)[:12]}-"
    # A copy that is added again keeps its name.
    plain = re.sub(r"[^\w.-]+", "_", Path(name).name).removeprefix(hashed)
    ending = Path(plain).suffix[:10]
    stem = plain.removesuffix(ending)[: (_LONGEST_NAME - len(ending))]
    return f"{hashed}{stem}{ending}"


def _is_copy(path: Path) -> bool:
    is_named_so = _COPY.fullmatch(path.name) and not path.name.endswith((_PENDING, ENDING))
    return bool(is_named_so) and path.is_file()
