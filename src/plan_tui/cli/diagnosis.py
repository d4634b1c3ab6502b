"""What ``doctor`` found out, as a view."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import RichDocument
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.view import Paint, Record, View, no_paint

_VERDICTS = {True: "ok", False: "no", None: "? "}
_COLOUR_ROLES = {True: "new", False: "gone", None: "dim"}


@record
class Diagnosis:
    """The result of one check."""

    name: str
    """``program``, ``libraries``, ``extras``, ``terminal``, ``locale``, ``width``, ``signs``,
    ``clipboard``, ``configuration``, ``state``, ``own``, ``notes``, ``decisions``, ``database`` or
    ``readings``, once for each document that lacks some."""
    ok: bool | None
    """None if it cannot be known."""
    detail: str
    """What was found, and what to do where it is not ok; in the user's language."""


@record
class DoctorView(View):
    """The results of all checks, as a view."""

    findings: Sequence[Diagnosis]

    columns = ("name", "ok", "detail")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("doctor",)

    def records(self) -> list[Record]:
        """Return one record a diagnosis."""
        return [{"name": f.name, "ok": f.ok, "detail": f.detail} for f in self.findings]

    def text(self, paint: Paint = no_paint) -> str:
        """Return one line a diagnosis, after a sign."""
        columns = max(width(finding.name) for finding in self.findings) + 2
        lines = [
            f"{paint(_COLOUR_ROLES[f.ok], _VERDICTS[f.ok])}  {pad(f.name, columns)}{f.detail}"
            for f in self.findings
        ]
        return "\n".join(lines) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the diagnoses as a table, without anything of the plan's text."""
        builder = DocumentBuilder(self.language)
        rows = [[_VERDICTS[f.ok].strip(), f.name, f.detail] for f in self.findings]
        builder.table(["", "", ""], rows)
        return builder.finish(None)
