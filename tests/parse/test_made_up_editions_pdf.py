"""Whole made-up editions as PDFs, in many numberings and looks, are read to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edition_pieces import Look
from tests.known_edition import edition, wrong
from tests.made_up_pdf import read_book
from tests.pdf_parts import GOTHIC, MINCHO, Raised

PARTS = ("第１部", "第２部", "第３部")
NUMBERS = ("１．", "２．")
BRACKETS = ("（１）", "（２）")
CIRCLES = ("①", "②", "③")
KANA, KANA_BRACKETS = ("ア", "イ"), ("（ア）", "（イ）")
LETTERS, LETTER_BRACKETS = ("Ａ", "Ｂ"), ("（ａ）", "（ｂ）")
SMALL_ROMAN = ("ⅰ）", "ⅱ）")

NUMBERINGS = {
    "parts": (PARTS, NUMBERS, BRACKETS, CIRCLES),
    "第N": (("第１", "第２", "第３"), NUMBERS, BRACKETS, CIRCLES),
    "deep": (NUMBERS, BRACKETS, CIRCLES, KANA, KANA_BRACKETS),
    "chapters": (("第１章", "第２章"), ("第１節", "第２節"), NUMBERS, BRACKETS),
    "roman": (("Ⅰ．", "Ⅱ．"), NUMBERS, BRACKETS, SMALL_ROMAN),
    "letters": (NUMBERS, BRACKETS, LETTERS, LETTER_BRACKETS),
    "kana": (NUMBERS, BRACKETS, KANA, KANA_BRACKETS),
    "circles": (("第１", "第２"), BRACKETS, CIRCLES, SMALL_ROMAN),
    "half width": (("1.", "2.", "3."), ("(1)", "(2)"), CIRCLES),
}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

LOOKS = {
    "gothic heads": Look(),
    "gothic body, bold heads": Look(body=GOTHIC, head_bold=True),
    "larger heads": Look(head_font=MINCHO, head_size=1.1, head_step=0.12),
    "heads set off by space": Look(head_font=MINCHO),
    "plain heads": Look(head_font=MINCHO, head_space=1.7),
    "plain heads at the margin": Look(head_font=MINCHO, indent=0.0, text_indent=False),
    "two columns": Look(columns=2, measure=44, size=10, indent=0.0, text_indent=False),
    "letters set apart": Look(spacing=1.2, measure=36),
}
IN_EVERY_NUMBERING = ("gothic heads", "plain heads", "two columns")
"""Looks that are tried with all numberings, 第N among them."""
MARKS = {
    "[1]": Look(mark=lambda n: Raised(f"[{n}]"), note=lambda n: f"[{n}] "),
    "*1": Look(mark=lambda n: Raised(f"*{n}"), note=lambda n: f"*{n} "),
    "（注１）": Look(
        mark=lambda n: Raised(f"（注{n.translate(_WIDE)}）", 1.0, 0.0),
        note=lambda n: f"（注{n.translate(_WIDE)}）",
    ),
    "raised （注１）": Look(
        mark=lambda n: Raised(f"（注{n.translate(_WIDE)}）"),
        note=lambda n: f"（注{n.translate(_WIDE)}）",
    ),
    "１": Look(
        mark=lambda n: Raised(n.translate(_WIDE)), note=lambda n: f"{n.translate(_WIDE)}\u3000"
    ),
    "¹": Look(
        mark=lambda n: Raised(n.translate(_RAISED), 1.0, 0.0),
        note=lambda n: f"{n.translate(_RAISED)} ",
    ),
}
PAGES = {
    "- 1 -": Look(page_number=lambda n: f"- {n} -", running_head="森と図書館の長期計画（案）"),
    "1 / 30": Look(page_number=lambda n: f"{n} / 30", leader=""),
    "P.1": Look(page_number=lambda n: f"P.{n}", leader=".", cover=("長期計画", "2026年６月13日")),
    "１ページ": Look(
        page_number=lambda n: f"{n}ページ".translate(_WIDE),
        leader="・",
        cover=("森と図書館の長期計画", "2026年（令和８年）６月13日"),
    ),
    "line numbers": Look(line_numbers=True),
    "no contents": Look(contents=False),
    "no cover": Look(cover=()),
    "chapters on pages of their own": Look(chapter_pages=True),
}


def _assert_read(numbering: str, look: Look, folder: Path, notes_every: int = 3) -> None:
    known = edition(NUMBERINGS[numbering], seed=len(numbering), notes_every=notes_every)
    setter = known.setter(look)
    text = read_book(setter.pdf(), folder)
    assert wrong(known, look, text, setter) == []


@pytest.mark.parametrize("numbering", NUMBERINGS)
@pytest.mark.parametrize("look", IN_EVERY_NUMBERING)
def test_headings_in_any_numbering(numbering: str, look: str, tmp_path: Path) -> None:
    _assert_read(numbering, LOOKS[look], tmp_path)


@pytest.mark.parametrize("look", [look for look in LOOKS if look not in IN_EVERY_NUMBERING])
def test_headings_in_any_type(look: str, tmp_path: Path) -> None:
    _assert_read("第N", LOOKS[look], tmp_path)


@pytest.mark.parametrize("form", MARKS)
def test_notes_with_marks_in_any_form(form: str, tmp_path: Path) -> None:
    _assert_read("parts", MARKS[form], tmp_path, notes_every=2)


@pytest.mark.parametrize("form", PAGES)
def test_pages_with_numbers_heads_and_covers_in_any_form(form: str, tmp_path: Path) -> None:
    _assert_read("第N", PAGES[form], tmp_path)
