"""Footnotes whose number has two texts, in made-up Markdown and in lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.model.doubts import DoubtKind
from plan_tui.model.enums import BlockKind
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.registry import parse
from plan_tui.parse.understanding.understanding import understanding
from plan_tui.sources.source_file import read_text


def read(text: str) -> tuple[ParsedDocument, list[tuple[int | None, str]]]:
    """Return what is read, and the lines and numbers of notes that are told to have two texts."""
    file = read_text(Path("made_up.md"), text.encode())
    document = parse(file.layout, file.text, {})
    found = understanding(file.text, document, file.layout)
    twice = [doubt for doubt in found if doubt.kind is DoubtKind.FOOTNOTE_TWICE]
    return document, [(doubt.line, doubt.found) for doubt in twice]


@pytest.mark.parametrize("name", ["1", "１", "海"])
@pytest.mark.parametrize("before", [True, False])
def test_a_second_definition_in_markdown_is_a_remark_and_in_doubt(
    name: str, *, before: bool
) -> None:
    first = f"[^{name}]: 町の海。\n\n"
    passage = f"海[^{name}]を守る。\n\n"
    head = first + passage if before else passage + first
    document, twice = read(f"# 町の計画\n\n{head}## 次\n\n山も守る。\n\n[^{name}]: 隣の海。\n")
    assert twice == [(11, f"{'1' if name == '１' else name} ×2")]
    assert [note.text.text for note in document.footnotes] == ["町の海。"]
    last = document.sections[-1].blocks[-1]
    assert (last.kind, last.marker.text, last.text.text) == (BlockKind.NOTE, "", "隣の海。")


def test_marks_and_definitions_in_code_are_no_second_text() -> None:
    text = "# 町の計画\n\n海[^1]を守る。海[^1]と山[^2]。\n\n```\n[^1]: 例\n```\n\n"
    assert read(f"{text}[^1]: 町の海。\n[^2]: 町の山。\n")[1] == []


@pytest.mark.parametrize(("opening", "closing"), [("（注", "）"), ("※", " ")])
def test_a_second_text_that_was_joined_to_the_first_is_in_doubt(opening: str, closing: str) -> None:
    one, two = f"{opening}１{closing}", f"{opening}２{closing}"
    lines = ["町の計画", "令和八年四月一日", "", "第１章　初め"]
    lines += [f"　海{one.strip()}を守り、山{two.strip()}も守ることを皆で決める。", "第２章　次"]
    lines += ["　川も守ることを町の皆で決める。", ""]
    notes = [f"{one}町の海である。", f"{two}町の山である。"]
    assert read("\n".join([*lines, *notes]))[1] == []
    assert read("\n".join([*lines, *notes, f"{two}隣の山である。"]))[1] == [(11, "2 ×2")]
