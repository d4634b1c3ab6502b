"""PDFs with numbers of the lines in the margin, as drafts have them: read as if there were none."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.importer.own.read_document import ReadDocument, read_document
from tests.made_up_pdf import MARGIN, MadeUpPdf
from tests.pdf_parts import GOTHIC, MINCHO

LEFT = MARGIN + 30
WHOLE = "町の窓口は朝から夜まで開いており、利用者の声を聞いて改めることとする。"
"""As long as a line: only what stands below tells whether the paragraph goes on."""
TEXT = ("　" + WHOLE[:-1], WHOLE, "　" + WHOLE[:-1], WHOLE, "　道を毎年少しずつ直す。")
"""Three paragraphs."""


def typed(folder: Path, numbers: str, *, anew: bool) -> ReadDocument:
    """Read a cover and four pages, whose lines are numbered at the ``numbers``' edge, if any."""
    book = MadeUpPdf()
    count = 0
    for number in range(5):
        page = book.page()
        heads = (
            ["町の重点計画", "令和８年６月12日"] if number == 0 else [f"第{number}　町の{number}"]
        )
        texts = heads if number == 0 else [*heads, *TEXT * 4]
        count = 0 if anew else count
        for text in texts:
            count += 1
            large = number == 0 and text == texts[0]
            font = GOTHIC if text in heads else MINCHO
            page.line(text, left=LEFT, size=18 if large else 12, font=font)
            edge = MARGIN - 20 - (4 * len(str(count)) if numbers == "right" else 0)
            if numbers:
                page.line(str(count), left=edge, size=8, at=page.y)
        page.page_number(str(number + 1))
    path = book.save(folder / "draft.pdf")
    return read_document(path, path.read_bytes(), path, lambda _done, _all: None)


def told(document: ReadDocument) -> list[object]:
    sections = [
        (s.depth, s.label.text, s.title.text, [b.text.text for b in s.blocks])
        for s in document.parsed.sections
    ]
    return [document.title, document.dated, *sections]


@pytest.mark.parametrize("numbers", ["left", "right"])
@pytest.mark.parametrize("anew", [True, False])
def test_numbered_lines_are_read_as_those_without_numbers(
    tmp_path: Path, numbers: str, *, anew: bool
) -> None:
    plain = typed(tmp_path, "", anew=anew)
    assert plain.title == "町の重点計画"
    assert [len(s.blocks) for s in plain.parsed.sections] == [12] * 4
    assert told(typed(tmp_path, numbers, anew=anew)) == told(plain)
