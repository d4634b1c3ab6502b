"""The characters of a PDF are read as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from plan_tui.sources.pdf.pdf_reader import read_pdf
from plan_tui.sources.pdf.stand_in_font import font_of_boxes
from tests.raw_pdf import mapped_pdf


def read_characters(folder: Path, characters: Sequence[str]) -> str:
    path = folder / "mapped.pdf"
    path.write_bytes(mapped_pdf(characters))
    text = read_pdf(path)
    line = text.lines[0]
    assert len(text.lines) == 1
    assert len(line.boxes) == len(line.text)
    return line.text


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        (["長", "⾧", "⽅", "⻑", "⼈", "㇐"], "長⾧⽅⻑⼈㇐"),
        (["①", "⑳", "㈱", "㍻", "ⅳ", "℃"], "①⑳㈱㍻ⅳ℃"),
        (["ｶ", "ﾞ", "Ａ", "１", "：", "　", "あ"], "ｶﾞＡ１：　あ"),
        (["𠮷", "野", "𩸽", "𠀋"], "𠮷野𩸽𠀋"),
        (["葛\U000e0100", "城"], "葛\U000e0100城"),
        (["か", "\u3099", "き", "\u309a"], "か\u3099き\u309a"),
        (["e", "\u0301", "o"], "e\u0301o"),
        (["あ", "\0", "い", "\x01", "う", "\x1f", "え"], "あいうえ"),
        (["あ", "\u200b", "い", "\ufeff", "う", "\u2028", "え"], "あいうえ"),
        (["あ", "\u00ad"], "あ-"),
        (["e", "-", "T"], "e-T"),
        (["サ", "ー", "ビ", "ス", "―", "—", "‐", "−", "－"], "サービス―—‐−－"),
        (["あ", "\ue000", "い", "\uf0b2", "う", "\uf8ff"], "あ\ue000い\uf0b2う\uf8ff"),
        (["あ", "\ufffd", "い"], "あ\ufffdい"),
        (["ﬁ", "n"], "fin"),
        (["〇", "々", "〆", "ゝ", "ヵ", "～", "〜"], "〇々〆ゝヵ～〜"),
    ],
)
def test_characters_are_kept_as_printed(
    tmp_path: Path, characters: list[str], expected: str
) -> None:
    assert read_characters(tmp_path, characters) == expected


def test_a_hyphen_at_the_end_of_a_line_is_one(tmp_path: Path) -> None:
    from tests.made_up_pdf import MadeUpPdf, read_book
    from tests.pdf_parts import LATIN

    book = MadeUpPdf()
    page = book.page()
    for text in ("digital inter-", "operability of sys-", "tems and re-use"):
        page.line(text, font=LATIN)
    assert read_book(book, tmp_path).texts == (
        "digital inter-",
        "operability of sys-",
        "tems and re-use",
    )


@pytest.mark.parametrize("label", ["ア", "あ", "国", "①", "・", "■"])
@pytest.mark.parametrize("font", ["HeiseiMin-W3", "HeiseiKakuGo-W5"])
def test_a_character_alone_in_a_font_that_is_not_contained_is_read(
    tmp_path: Path, label: str, font: str
) -> None:
    from tests.made_up_pdf import MadeUpPdf, read_book

    book = MadeUpPdf()
    page = book.page()
    for _ in range(3):
        page.line(label, font=font)
        page.line("文章", left=90, at=page.y)
    assert read_book(book, tmp_path).texts == (f"{label} 文章",) * 3


def test_the_font_that_stands_in_is_small() -> None:
    assert font_of_boxes().startswith(b"\0\1\0\0")
    assert len(font_of_boxes()) < 1000
