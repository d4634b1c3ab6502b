"""Adds a correction to the file beside an original."""

from __future__ import annotations

from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.model.edits import SourceEdit
from plan_tui.sources.edits_file import edits_path, read_edits
from plan_tui.sources.toml_entries import toml_text
from plan_tui.text.language import Phrase
from plan_tui.text.whole_file import behind_link, reason_of, replace_file

_NOT_WRITTEN = Phrase("{path}：書けません（{reason}）", "{path}: cannot be written ({reason})")


def append_edit(original: Path, edit: SourceEdit) -> Path:
    """Write a correction behind those that are there, once only; return the file.

    The original stays as it is; the file holds its old content or all of the new.

    Raises:
        DataError: the file holds something else than corrections, or cannot be written.

    """
    path = edits_path(original)
    if edit in read_edits(path):
        return path
    try:
        before = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
        between = "" if not before else "\n" if before.endswith("\n") else "\n\n"
        replace_file(f"{before}{between}{edit_entry(edit)}".encode(), behind_link(path))
    except OSError as error:
        raise DataError(_NOT_WRITTEN.of(path=path, reason=reason_of(error))) from error
    return path


def edit_entry(edit: SourceEdit) -> str:
    """Return a correction as it stands in a file."""
    fields = {"kind": str(edit.kind), "line": edit.line, "page": edit.page, "text": edit.text}
    lines = [f"{name} = {toml_text(value)}" for name, value in fields.items() if value]
    return "\n".join(["[[edit]]", *lines]) + "\n"
