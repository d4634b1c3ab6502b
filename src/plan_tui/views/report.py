"""The proof of a database: what each document holds, and what does not hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from plan_tui.labels.missing_readings import missing_readings
from plan_tui.labels.punctuation import listed, named
from plan_tui.labels.source_names import CHARACTER_ROLES, FURNITURE_KINDS
from plan_tui.model.conservation import SHOWN_FINDINGS, DocumentProof, ProofReport
from plan_tui.model.records import Attribution
from plan_tui.model.rich_document import ListItem, Markup, RichDocument, run
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum
from plan_tui.text.width import pad, width
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.doubt_lines import (
    UNDERSTANDING_COLUMNS,
    doubt_phrases,
    understanding_line,
    understanding_record,
    understanding_state,
)
from plan_tui.views.view import Paint, Record, View, limit_words, no_paint

E = TypeVar("E", bound=StrEnum)
_TITLE = Phrase("データベースの検証", "Proof of the database")
_HOLDS = Phrase("全ての文字に置き場所あり", "every character stands in one place")
_FAILS = Phrase("不一致あり", "does not hold")
_COLUMNS = {
    "document": Phrase("文書", "document"),
    "lines": Phrase("行", "lines"),
    "characters": Phrase("文字", "characters"),
    "sections": Phrase("見出し", "sections"),
    "measures": Phrase("施策", "measures"),
    "kpis": Phrase("KPI", "KPIs"),
    "footnotes": Phrase("脚注", "footnotes"),
    "cited_footnotes": Phrase("注番号あり", "cited"),
}
_BY_ROLE = Phrase("文字の内訳", "characters by role")
_FURNITURE = Phrase("ページ番号・柱など（件）", "page numbers, running heads and the like (pieces)")
_LINE = Phrase("{line}行目：{message}", "line {line}: {message}")
_MORE = Phrase("ほか{number}件", "and {number} more")


@record
class ReportView(View):
    """What the proof found in each document."""

    report: ProofReport
    limit: int | None = None
    """Findings of a document at most; None for `SHOWN_FINDINGS`. Records hold all."""

    columns = (*_COLUMNS, "holds", *UNDERSTANDING_COLUMNS)
    holds_text = False

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("check", *limit_words(self.limit))

    def records(self) -> list[Record]:
        """Return an object for each document, after one for the file if it is at fault.

        Their messages are in English: they are for programs.
        """
        faults = [{"line": 0, "message": fault.en} for fault in self.report.faults]
        whole = [{"document": None, "findings": faults, "holds": False}] if faults else []
        return whole + [_record(proof) for proof in self.report.documents]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the report to read: a table of counts, then each document's findings."""
        if self.report.faults:
            return "\n".join(self._findings(self.report.faults)) + "\n"
        head = [phrase.say(self.language) for phrase in _COLUMNS.values()]
        rows = [head, *_cells(self.report)]
        widths = [max(width(row[n]) for row in rows) for n in range(len(head))]
        lines = []
        for first, *numbers in rows:
            cells = [" " * (w - width(c)) + c for c, w in zip(numbers, widths[1:], strict=True)]
            lines.append("  ".join([pad(first, widths[0]), *cells]))
        lines[0] = paint("head", lines[0])
        for proof in self.report.documents:
            name = paint("head", proof.document.id)
            lines += ["", named(name, _state(proof, self.language), self.language)]
            lines += [f"  {line}" for line in self._details(proof)]
            lines += [f"  {line}" for line in self._understanding(proof)]
        lines += ["", understanding_state(self.report.errors, self.report.warnings, self.language)]
        return "\n".join(lines) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the report as a document, which holds nothing of the plan's text."""
        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        _write_lines(builder, self._findings(self.report.faults))
        if self.report.documents:
            head = [phrase.say(self.language) for phrase in _COLUMNS.values()]
            builder.table(head, _cells(self.report))
        for proof in self.report.documents:
            builder.heading(2, proof.document.id)
            builder.paragraph(_state(proof, self.language))
            _write_lines(builder, [*self._details(proof), *self._understanding(proof)])
        builder.paragraph(run(self.command, Markup.CODE))
        return builder.finish(None)

    def _details(self, proof: DocumentProof) -> list[str]:
        """Return where the characters went, and what does not hold, with line numbers."""
        language = self.language
        findings = [_LINE.of(line=f.line, message=f.message) for f in proof.proof.findings]
        return [
            _numbers(_BY_ROLE, proof.proof.by_role, CHARACTER_ROLES, language),
            _numbers(_FURNITURE, proof.furniture, FURNITURE_KINDS, language),
            *self._readings(proof),
            *self._findings(findings),
        ]

    def _understanding(self, proof: DocumentProof) -> list[str]:
        """Return how much was understood, and what was not, with pages and lines."""
        doubts = doubt_phrases(proof.understanding)
        return [understanding_line(proof, self.language), *self._findings(doubts)]

    def _readings(self, proof: DocumentProof) -> list[str]:
        missing = missing_readings(proof.counts)
        return [missing.say(self.language)] if missing else []

    def _findings(self, findings: Sequence[Phrase]) -> list[str]:
        shown = self.limit or SHOWN_FINDINGS
        more = len(findings) - shown
        rest = [_MORE.say(self.language, number=more)] if more > 0 else []
        return [*(finding.say(self.language) for finding in findings[:shown]), *rest]


def _write_lines(builder: DocumentBuilder, lines: Sequence[str]) -> None:
    """Write lines as lists of one item each, which stand apart: they can be long."""
    for line in lines:
        builder.bullets([ListItem(run(line))])


def _record(proof: DocumentProof) -> Record:
    return {
        "document": proof.document.id,
        "edition": proof.document.edition_id,
        "lines": proof.document.lines,
        "characters": proof.proof.characters,
        **proof.counts,
        "by_role": dict(sorted(proof.proof.by_role.items())),
        "furniture": proof.furniture,
        "findings": [
            {"line": finding.line, "message": finding.message.en}
            for finding in proof.proof.findings
        ],
        "holds": not proof.proof.findings,
        **understanding_record(proof.understanding),
    }


def _cells(report: ProofReport) -> list[list[str]]:
    records = [_record(proof) for proof in report.documents]
    return [[str(record[name]) for name in _COLUMNS] for record in records]


def _state(proof: DocumentProof, language: Language) -> str:
    return (_FAILS if proof.proof.findings else _HOLDS).say(language)


def _numbers(
    what: Phrase, numbers: Mapping[E, int], names: Mapping[E, Phrase], language: Language
) -> str:
    """Return numbers with their names, the largest first, behind what they are numbers of."""
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    words = listed((f"{names[name].say(language)} {n:,}" for name, n in ordered), language)
    return named(what.say(language), words or "0", language)
