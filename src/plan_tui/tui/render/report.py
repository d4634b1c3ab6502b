"""The proof of the database in lines: what each document holds, and where its characters stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from plan_tui.labels.document_names import document_heading
from plan_tui.labels.doubt_names import understanding_figures, understanding_words
from plan_tui.labels.source_names import CHARACTER_ROLES, FURNITURE_KINDS
from plan_tui.model.conservation import SHOWN_FINDINGS, DocumentProof, ProofReport
from plan_tui.text.language import Language, Phrase
from plan_tui.text.vocabulary import StrEnum
from plan_tui.text.width import width
from plan_tui.tui.render.bars import count_bar
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece, indented

INTRO = Phrase(
    "収録した文書の空白でない文字は、見出し・本文・KPI・脚注・脚注番号・ふりがな・ページ"
    "番号や柱のどれか1か所に必ず置かれています。ここでは、それをデータベースから数え直し"
    "ています。その下に、見出し・目次・脚注をどこまで読み取れたかを示します。概観の文字数"
    "は、このうち見出し（目次だけのものを除きます）・本文・KPI・脚注だけの数です。",
    "Every non-blank character of a source stands in exactly one place: heading, text, "
    "KPI, footnote, footnote mark, reading, or page numbers and running heads. This "
    "screen counts them again from the database. Below is how much of the headings, "
    "contents pages and footnotes was understood. The character counts of the overview "
    "cover headings (contents-only ones left out), text, KPIs and footnotes only.",
)
HOLDS = Phrase("＋ 全ての文字に置き場所あり", "+ every character stands in one place")
FAILS = Phrase("－ 一致しない箇所 {count}", "- does not hold in {count} {count:place|places}")
FAULT = Phrase("－ データベースの不備：{fault}", "- database fault: {fault}")
UNDERSTOOD = Phrase("＋ {state}（{figures}）", "+ {state} ({figures})")
IN_DOUBT = Phrase("－ {state}（{figures}）", "- {state} ({figures})")
NUMBERS = (
    ("lines", Phrase("行", "lines")),
    ("characters", Phrase("文字", "characters")),
    ("sections", Phrase("見出し", "sections")),
    ("measures", Phrase("施策", "measures")),
    ("kpis", Phrase("KPI", "KPIs")),
)
NOTES = Phrase("脚注の照合 {cited}/{footnotes}", "footnotes matched {cited}/{footnotes}")
WHERE = Phrase("文字の置き場所", "Where the characters stand")
TAKEN = Phrase("ページ番号・柱など（件）", "Page numbers, running heads and the like (pieces)")
LINE = Phrase("{number}行目：{message}", "line {number}: {message}")
_BAR = 40
"""Columns of the longest bar."""
_LEAST_BAR = 4
"""Columns of the longest bar where it is narrow; the line is cut there."""
Kind = TypeVar("Kind", bound=StrEnum)
"""What the characters of a document are counted by."""


def proof_lines(report: ProofReport, columns: int, language: Language) -> list[Line]:
    """Draw a report: faults of the database, then each document with its counts and findings."""
    lines = Paragraph(INTRO.say(language), role="muted").lines(columns)
    for fault in report.faults:
        sentence = FAULT.say(language, fault=fault)
        lines += [EMPTY, *Paragraph(sentence, role="bad").lines(columns)]
    for document in report.documents:
        lines += [EMPTY, *_document(document, columns, language)]
    return lines


def _document(report: DocumentProof, columns: int, language: Language) -> list[Line]:
    """Draw what a document holds, whether its proof holds, and where its characters stand."""
    document, proof = report.document, report.proof
    first = (Piece(f"{document.edition_id} ", "strong"),)
    rest = (Piece("  "),)
    title = document_heading(document, language)
    lines = Paragraph(title, role="heading", first=first, rest=rest).lines(columns)
    state = Piece(HOLDS.say(language), "good")
    if proof.findings:
        state = Piece(FAILS.say(language, count=len(proof.findings)), "bad")
    lines.append(Line.of("  ", state))
    lines += _understanding(report, columns, language)
    lines += indented("  ".join(_counts(report, language)), 2, columns)
    for finding in proof.findings[:SHOWN_FINDINGS]:
        sentence = LINE.say(language, number=finding.line, message=finding.message)
        lines += indented(sentence, 2, columns, "bad")
    lines += _bars(WHERE.say(language), proof.by_role, CHARACTER_ROLES, columns, language)
    return lines + _bars(TAKEN.say(language), report.furniture, FURNITURE_KINDS, columns, language)


def _understanding(report: DocumentProof, columns: int, language: Language) -> list[Line]:
    """Draw how much was understood."""
    errors, warnings = len(report.understanding.errors), len(report.understanding.warnings)
    state = understanding_words(errors, warnings)
    figures = understanding_figures(report.understanding)
    role = "bad" if errors else "warning" if warnings else "good"
    phrase = IN_DOUBT if errors or warnings else UNDERSTOOD
    words = phrase.say(language, state=state, figures=figures)
    return indented(words, 2, columns, role)


def _counts(report: DocumentProof, language: Language) -> list[str]:
    """Return the numbers of what a document holds, each with its name."""
    counts = {
        **report.counts,
        "lines": report.document.lines,
        "characters": report.proof.characters,
    }
    named = [f"{phrase.say(language)} {counts[name]:,}" for name, phrase in NUMBERS]
    cited, notes = counts["cited_footnotes"], counts["footnotes"]
    return [*named, NOTES.say(language, cited=cited, footnotes=notes)]


def _bars(
    title: str,
    counts: Mapping[Kind, int],
    names: Mapping[Kind, Phrase],
    columns: int,
    language: Language,
) -> list[Line]:
    """Draw counts as bars below a title, the largest first; nothing if there are none."""
    if not counts:
        return []
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = [(names[kind].say(language), number) for kind, number in ordered]
    size = max(width(name) for name, _ in named)
    room = max(_LEAST_BAR, min(_BAR, columns - size - 15))  # 4 before, 8 for digits, 3 blanks
    most = ordered[0][1]
    bars = [_bar_line(name, number, most, size, room) for name, number in named]
    return [Line.of(Piece(f"  {title}", "label")), *bars]


def _bar_line(name: str, number: int, most: int, size: int, room: int) -> Line:
    gap = " " * (size - width(name))
    return Line.of(f"    {name}{gap} {number:>8,} ", Piece(count_bar(number, most, room), "mark"))
