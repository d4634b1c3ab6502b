"""The database's account in lines: what each document holds, and whether the proof holds."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from plan_tui.labels.terms import FURNITURE, ROLE
from plan_tui.model.conservation import DocumentProof, ProofReport
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui.render.bars import counted
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece

E = TypeVar("E", bound=StrEnum)
INTRO = Phrase(
    "収録した文書の空白でない文字は、見出し・本文・KPI・脚注・脚注番号・ふりがな・ページの飾りの"
    "どれか1か所に必ず置かれています。ここでは、それをデータベースから数え直しています。"
    "概観の文字数は、このうち見出し（目次だけのものを除く）・本文・KPI・脚注だけの数です。",
    "Every character of a source that is no blank stands in exactly one place: title, text, KPI, "
    "footnote, footnote mark, reading or page furniture. This counts them anew from the database. "
    "The characters of the overview are those of titles (contents-only ones left out), text, KPIs "
    "and footnotes alone.",
)
HOLDS = Phrase("＋ すべての文字に置き場所がある", "+ every character stands in one place")
FAILS = Phrase("－ 一致しない箇所 {count}", "- does not hold in {count} {count:place|places}")
FAULT = Phrase("－ データベースの不備：{fault}", "- fault of the database: {fault}")
NUMBERS = (
    ("lines", Phrase("行", "lines")),
    ("characters", Phrase("文字", "characters")),
    ("sections", Phrase("見出し", "sections")),
    ("measures", Phrase("施策", "measures")),
    ("kpis", Phrase("KPI", "KPIs")),
)
NOTES = Phrase("脚注の照合 {cited}/{footnotes}", "footnotes matched {cited}/{footnotes}")
WHERE = Phrase("文字の置き場所", "Where the characters stand")
TAKEN = Phrase("本文でないもの（件）", "Page furniture (pieces)")
LINE = Phrase("{number}行目：{message}", "line {number}: {message}")
SHOWN = 20
"""Findings of a document that are listed."""


def account_lines(account: ProofReport, columns: int, language: Language) -> list[Line]:
    """Draw the account of a database."""
    made = Paragraph(INTRO.say(language), role="muted").lines(columns)
    for fault in account.faults:
        said = FAULT.say(language, fault=fault)
        made += [EMPTY, *Paragraph(said, role="bad").lines(columns)]
    for one in account.documents:
        made += [EMPTY, *_document(one, columns, language)]
    return made


def _document(one: DocumentProof, columns: int, language: Language) -> list[Line]:
    found = one.proof.findings
    state = Piece(FAILS.say(language, count=len(found)), "bad")
    if not found:
        state = Piece(HOLDS.say(language), "good")
    first = (Piece(f"{one.document.edition_id} ", "strong"),)
    made = Paragraph(one.document.title, role="heading", first=first, rest=(Piece("  "),)).lines(
        columns
    )
    made.append(Line.of("  ", state))
    counts = {
        **one.counts,
        "lines": one.document.lines,
        "characters": one.proof.characters,
    }
    said = [f"{phrase.say(language)} {counts[name]:,}" for name, phrase in NUMBERS]
    cited, notes = counts["cited_footnotes"], counts["footnotes"]
    said.append(NOTES.say(language, cited=cited, footnotes=notes))
    indent = (Piece("  "),)
    made += Paragraph("  ".join(said), first=indent, rest=indent).lines(columns)
    for finding in found[:SHOWN]:
        words = LINE.say(language, number=finding.line, message=finding.message)
        made += Paragraph(words, role="bad", first=indent, rest=indent).lines(columns)
    made += _listed(WHERE.say(language), one.proof.by_role, ROLE, columns, language)
    return made + _listed(TAKEN.say(language), one.furniture, FURNITURE, columns, language)


def _listed(
    title: str,
    numbers: Mapping[E, int],
    names: Mapping[E, Phrase],
    columns: int,
    language: Language,
) -> list[Line]:
    """Draw numbers as bars, the largest first."""
    if not numbers:
        return []
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    said = [(names[name].say(language), number) for name, number in ordered]
    size = max(width(name) for name, _ in said)
    room = max(4, min(40, columns - size - 15))
    made = [Line.of(Piece(f"  {title}", "label"))]
    made += [_bar_line(name, number, said[0][1], size, room) for name, number in said]
    return made


def _bar_line(name: str, number: int, most: int, size: int, room: int) -> Line:
    gap = " " * (size - width(name))
    return Line.of(f"    {name}{gap} {number:>8,} ", Piece(counted(number, most, room), "mark"))
