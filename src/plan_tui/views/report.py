"""A database's account as objects, text and Markdown: what `check` and the report print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from plan_tui.export import markdown_escape
from plan_tui.export.json_lists import Record
from plan_tui.export.plain_text import Paint
from plan_tui.labels.terms import FURNITURE, ROLE, say
from plan_tui.model.conservation import DocumentProof, ProofReport
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

E = TypeVar("E", bound=StrEnum)
_TITLE = Phrase("データベースの検証", "Proof of the database")
_HOLDS = Phrase("すべての文字に置き場所がある", "every character stands in one place")
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
_FURNITURE = Phrase("本文でないもの（件）", "furniture (pieces)")
_LINE = Phrase("{line}行目：{message}", "line {line}: {message}")
_MORE = Phrase("ほか{number}件", "and {number} more")
COLUMNS = (*_COLUMNS, "holds")
"""Columns of the tab-separated form."""


def records(account: ProofReport) -> list[Record]:
    """Return an object for each document, after one for the file if it is at fault.

    Their messages are in English: they are for programs.
    """
    faults = [{"line": 0, "message": fault.en} for fault in account.faults]
    whole = [{"document": None, "findings": faults, "holds": False}] if faults else []
    return whole + [_record(one) for one in account.documents]


def _record(one: DocumentProof) -> Record:
    return {
        "document": one.document.id,
        "edition": one.document.edition_id,
        "lines": one.document.lines,
        "characters": one.proof.characters,
        **one.counts,
        "by_role": dict(sorted(one.proof.by_role.items())),
        "furniture": one.furniture,
        "findings": [
            {"line": finding.line, "message": finding.message.en} for finding in one.proof.findings
        ],
        "holds": not one.proof.findings,
    }


def _rows(account: ProofReport) -> list[list[str]]:
    found = [_record(one) for one in account.documents]
    return [[str(record[name]) for name in _COLUMNS] for record in found]


def text(account: ProofReport, language: Language, paint: Paint, shown: int) -> str:
    """Return the account to read, with at most ``shown`` findings a document."""
    if account.faults:
        return "\n".join(_findings(account.faults, shown, language)) + "\n"
    head = [phrase.say(language) for phrase in _COLUMNS.values()]
    rows = [head, *_rows(account)]
    widths = [max(width(row[n]) for row in rows) for n in range(len(head))]
    lines = []
    for row in rows:
        first, *numbers = row
        cells = [" " * (w - width(c)) + c for c, w in zip(numbers, widths[1:], strict=True)]
        lines.append("  ".join([pad(first, widths[0]), *cells]))
    lines[0] = paint("head", lines[0])
    for one in account.documents:
        lines += ["", f"{paint('head', one.document.id)}: {_state(one, language)}"]
        lines += [f"  {line}" for line in _details(one, language, shown)]
    return "\n".join(lines) + "\n"


def markdown(account: ProofReport, language: Language, command: str, shown: int) -> str:
    """Return the account as Markdown, with at most ``shown`` findings a document."""
    head = [phrase.say(language) for phrase in _COLUMNS.values()]
    parts = [f"# {_TITLE.say(language)}"]
    parts += [
        f"- {markdown_escape.inline(line)}" for line in _findings(account.faults, shown, language)
    ]
    parts += [markdown_escape.table(head, _rows(account))] if account.documents else []
    for one in account.documents:
        parts.append(f"## {markdown_escape.inline(one.document.id)}\n\n{_state(one, language)}")
        parts += [f"- {markdown_escape.inline(line)}" for line in _details(one, language, shown)]
    return "\n\n".join([*parts, markdown_escape.code(command)]) + "\n"


def _state(one: DocumentProof, language: Language) -> str:
    return (_FAILS if one.proof.findings else _HOLDS).say(language)


def _details(one: DocumentProof, language: Language, shown: int) -> list[str]:
    """Return where the characters went, and what does not hold, with line numbers."""
    findings = [_LINE.of(line=f.line, message=f.message) for f in one.proof.findings]
    return [
        f"{_BY_ROLE.say(language)}: {_listed(one.proof.by_role, ROLE, language)}",
        f"{_FURNITURE.say(language)}: {_listed(one.furniture, FURNITURE, language)}",
        *_findings(findings, shown, language),
    ]


def _listed(numbers: Mapping[E, int], names: Mapping[E, Phrase], language: Language) -> str:
    """Return numbers with their names, the largest first."""
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{say(names, name, language)} {n:,}" for name, n in ordered) or "0"


def _findings(findings: Sequence[Phrase], shown: int, language: Language) -> list[str]:
    more = len(findings) - shown
    rest = [_MORE.say(language, number=more)] if more > 0 else []
    return [*(finding.say(language) for finding in findings[:shown]), *rest]
