"""Writes a view as a Word file (.docx)."""

from __future__ import annotations

from plan_tui.errors import DataError
from plan_tui.model.outline_records import Attributed
from plan_tui.text.language import Phrase
from plan_tui.views.view import Paint, View

MISSING = Phrase(
    "Wordの文書を書くには追加機能officeが必要です：`pip install 'plan-tui[office]'`",
    "writing a Word file needs python-docx; install it with pip install 'plan-tui[office]'",
)


def write(view: View, attributed: Attributed, paint: Paint) -> bytes:
    """Return a view as a Word file; nothing where nothing matched.

    Raises:
        DataError: python-docx is not installed.

    """
    try:
        from plan_tui.export.word_document import word_file
    except ModuleNotFoundError as error:
        raise DataError(MISSING) from error
    return b"" if view.nothing else word_file(view.document(attributed()))
