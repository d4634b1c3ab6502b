"""The documents that the reader added to a database."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import RichDocument
from plan_tui.store.added_documents import AddedDocument
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.view import Paint, Record, View, no_paint

_HEAD = (
    Phrase("文書", "document"),
    Phrase("版", "edition"),
    Phrase("日付", "day"),
    Phrase("題名", "title"),
    Phrase("原本", "original"),
)
_NOTHING = Phrase("追加した文書はありません", "nothing has been added")


@record
class AddedView(View):
    """What `plan-tui add --list` prints."""

    added: Sequence[AddedDocument]
    folder: str
    """Where the originals are."""
    lost: Sequence[tuple[str, str]] = ()
    """Name and SHA-256 of originals alone, where the list that told of them cannot be read."""

    columns = ("document", "edition", "dated", "title", "original", "sha256", "replaces")
    holds_text = False

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("add", "--list")

    @property
    def nothing(self) -> str:
        """What to say where nothing was added."""
        return "" if self.added or self.lost else _NOTHING.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a document, in the order of adding; None is not known."""
        return [
            {
                "document": each.id,
                "edition": each.edition,
                "dated": each.dated,
                "title": each.title,
                "original": f"{self.folder}/{each.original}",
                "sha256": each.sha256,
                "replaces": each.replaces,
            }
            for each in self.added
        ] + [
            dict.fromkeys(self.columns) | {"original": f"{self.folder}/{name}", "sha256": sha256}
            for name, sha256 in self.lost
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return a table, one line a document."""
        if self.nothing:
            return ""
        rows = [[phrase.say(self.language) for phrase in _HEAD], *self._cells()]
        widths = [max(width(row[column]) for row in rows) for column in range(len(_HEAD))]
        lines = [
            "  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([paint("head", lines[0]), *lines[1:]]) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the same as a table."""
        builder = DocumentBuilder(self.language)
        builder.table([phrase.say(self.language) for phrase in _HEAD], self._cells())
        return builder.finish(None)

    def _cells(self) -> list[list[str]]:
        known = [
            [each.id, each.edition, each.dated, each.title, f"{self.folder}/{each.original}"]
            for each in self.added
        ]
        blank = ["－"] * (len(_HEAD) - 1)
        return known + [[*blank, f"{self.folder}/{name}"] for name, _ in self.lost]
