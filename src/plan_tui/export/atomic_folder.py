"""Writes files into a folder: none outside it, none over another unless that is meant."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.export.atomic_file import EXISTS, NOT_WRITTEN, OWN, write_whole
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import reason_of, replace_file

_NO_FOLDER = Phrase(
    "{path}：フォルダーではありません。フォルダーを指定してください",
    "{path}: is not a folder; name a folder",
)
_LINK = Phrase(
    "{path}：リンクであり、フォルダーの外に書くおそれがあります。取り除くか、別のフォルダ"
    "ーを指定してください",
    "{path}: is a link, which may lead out of the folder; remove it or choose another folder",
)


def write_folder(
    files: Mapping[str, bytes], folder: Path, database: Path, *, over_existing: bool = False
) -> None:
    """Write files into a folder, which is made if it is not there.

    A folder that is made has all of the files, or is not there. In one that was there each file
    is whole, and nothing is written before all of their names are known to be free.

    Args:
        files: what to write by names, which hold no folder.
        folder: where to; the folder above it is there.
        database: the database in use, which is never written.
        over_existing: True to write over files that are there.

    Raises:
        DataError: a file cannot be written, is a link, or is there and is to stay; the folder is
            of those in which the program keeps its own.

    """
    from plan_tui.export.own_files import is_own_file

    try:
        if is_own_file(folder.resolve(), database):
            raise DataError(OWN.of(path=folder))
        if not os.path.lexists(folder):
            _make(files, folder)
            return
        if not folder.is_dir():
            raise DataError(_NO_FOLDER.of(path=folder))
        for name in files:
            _refuse(folder / name, over_existing=over_existing)
    except OSError as error:
        raise DataError(NOT_WRITTEN.of(path=folder, reason=reason_of(error))) from error
    for name, content in files.items():
        write_whole(content, folder / name, database, over_existing=over_existing)


def _make(files: Mapping[str, bytes], folder: Path) -> None:
    """Make a folder with all of the files in it."""
    unready = folder.with_name(f".plan-tui-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        unready.mkdir()
        for name, content in files.items():
            replace_file(content, unready / name)
        unready.rename(folder)
    finally:
        shutil.rmtree(unready, ignore_errors=True)


def _refuse(path: Path, *, over_existing: bool) -> None:
    if path.is_symlink():
        raise DataError(_LINK.of(path=path))
    if path.exists() and not over_existing:
        raise DataError(EXISTS.of(path=path))
