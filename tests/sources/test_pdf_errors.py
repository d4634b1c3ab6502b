"""What stands in the way of reading a PDF is told in one line, whatever the file holds."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader

from plan_tui.errors import DataError
from plan_tui.sources.pdf.pdf_reader import read_pdf
from plan_tui.text.language import Language
from tests.made_up_pdf import MadeUpPdf, read_book
from tests.raw_pdf import mapped_pdf, raw_pdf


def small_book(password: str | None = None) -> MadeUpPdf:
    book = MadeUpPdf(password=password)
    page = book.page()
    page.lines("第１　暮らし", "窓口で待つ時間を短くする。", "e-Tax and words")
    page.table([["項目", "いつ"], ["窓口", "2026年"]], [100, 80])
    book.bookmark("第１")
    book.page().line("次の頁")
    return book


def message_of(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        read_pdf(path)
    for language in Language:
        message = caught.value.say(language)
        assert "\n" not in message
        assert str(path) in message
    return str(caught.value)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "file.pdf"
    path.write_bytes(content)
    return path


def test_a_password_that_is_empty_just_opens(tmp_path: Path) -> None:
    assert read_book(small_book(""), tmp_path).texts[0] == "第１　暮らし"


@pytest.mark.parametrize("password", ["secret", "秘密", " "])
def test_a_password_is_told(tmp_path: Path, password: str) -> None:
    assert "password" in message_of(small_book(password).save(tmp_path / "locked.pdf"))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"text",
        "重点計画".encode(),
        "重点計画".encode("shift_jis"),
        b"PK\3\4",
        b"\x89PNG\r\n",
        b"<html>",
    ],
)
def test_what_is_no_pdf_is_told(tmp_path: Path, content: bytes) -> None:
    assert "not a PDF" in message_of(written(tmp_path, content))


def test_no_file_and_a_folder_are_told(tmp_path: Path) -> None:
    assert "No such file" in message_of(tmp_path / "none.pdf")
    assert "directory" in message_of(tmp_path)


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.99])
def test_a_file_that_is_cut_off_is_told(tmp_path: Path, share: float) -> None:
    content = small_book().content()
    assert "download it again" in message_of(
        written(tmp_path, content[: int(share * len(content))])
    )


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%%EOF\n",
        b"%PDF-1.7\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
        raw_pdf("<< /Type /Catalog >>"),
        raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
        raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [9 0 R] /Count 1 >>"),
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, content: bytes) -> None:
    assert "download it again" in message_of(written(tmp_path, content))


def test_a_damaged_page_is_told_though_its_beginning_can_be_read(tmp_path: Path) -> None:
    content = bytearray(small_book().content())
    place = content.index(b"stream", content.index(b"FlateDecode")) + 100
    content[place] ^= 0x20
    assert "damaged" in message_of(written(tmp_path, bytes(content)))


def page_contents(content: bytes) -> list[bytes]:
    """Return how the objects that hold what stands on the pages begin."""
    return [b"\n%s 0 obj" % number for number in re.findall(rb"/Contents (\d+) 0 R", content)]


@pytest.mark.parametrize("password", [None, ""])
@pytest.mark.parametrize("page", [0, 1])
@pytest.mark.parametrize("instead", [b"", b"\n99 0 obj", b"\nx 0 obj", b"\0" * 8, b"\n0 obj"])
def test_a_page_whose_contents_are_lost_is_told(
    tmp_path: Path, instead: bytes, page: int, password: str | None
) -> None:
    content = small_book(password).content()
    head = page_contents(content)[page]
    assert content.count(head) == 1
    assert "damaged" in message_of(written(tmp_path, content.replace(head, instead)))


def scan(folder: Path, *texts: Sequence[str], head: str = "", number: str = "") -> Path:
    """Write a file of pages that are pictures, with lines, a head and a page number each."""
    book = MadeUpPdf()
    picture = folder / "picture.ppm"
    picture.write_bytes(b"P6 2 2 255\n" + bytes(12))
    for count, lines in enumerate(texts, 1):
        page = book.page()
        page.canvas.drawImage(ImageReader(str(picture)), 0, 0, 595, 842)
        page.running_head(head.format(count))
        page.lines(*lines)
        page.page_number(number.format(count))
    return book.save(folder / "scanned.pdf")


def test_pages_that_are_pictures_are_told(tmp_path: Path) -> None:
    assert "scanned" in message_of(scan(tmp_path, ()))


@pytest.mark.parametrize("number", ["{}", "- {} -", "{}/5", "P.{}", "（{}）", "第{}頁"])
@pytest.mark.parametrize(
    "head", ["", "町の重点計画（令和八年六月十二日閣議決定）", "資料３－{}　計画の案"]
)
def test_pictures_with_page_numbers_and_heads_are_pictures(
    tmp_path: Path, number: str, head: str
) -> None:
    path = scan(tmp_path, ("写し",), (), (), (), (), number=number, head=head)
    assert "hardly any text" in message_of(path)


def test_text_over_pictures_and_few_words_without_are_text(tmp_path: Path) -> None:
    lines = (
        "町の窓口は、朝から夜まで開いている。",
        "利用者の声を聞き、使いやすいものに改めていく。",
    )
    assert (
        read_pdf(scan(tmp_path, *((line,) for line in lines), head="町の計画")).texts[1::2] == lines
    )
    few = MadeUpPdf()
    few.page().line("町の計画")
    assert read_book(few, tmp_path).texts == ("町の計画",)


def test_pages_without_letters_are_told(tmp_path: Path) -> None:
    book = MadeUpPdf()
    book.page().rule(57, 700, 500)
    assert "no text" in message_of(book.save(tmp_path / "shapes.pdf"))


def test_a_page_without_text_among_others_is_empty(tmp_path: Path) -> None:
    book = MadeUpPdf()
    book.page().line("一頁")
    book.page()
    book.page().line("三頁")
    assert [len(page.lines) for page in read_book(book, tmp_path).pages] == [1, 0, 1]


@pytest.mark.parametrize(
    "characters", [["\ufffd"] * 9 + ["あ"], ["\ue001", "\ue002", "あ"], ["\uf020"] * 5]
)
def test_characters_that_mean_nothing_are_told(tmp_path: Path, characters: list[str]) -> None:
    assert "nothing readable" in message_of(written(tmp_path, mapped_pdf(characters)))


def test_some_characters_that_mean_nothing_do_no_harm(tmp_path: Path) -> None:
    text = read_pdf(written(tmp_path, mapped_pdf(["\uf06c", "あ", "い", "う", "\ufffd"])))
    assert text.texts == ("\uf06cあいう\ufffd",)


def test_a_missing_library_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = small_book().save(tmp_path / "plan.pdf")
    assert "pip install 'plan-tui[add]'" in message_of(path)


Damage = Callable[[bytearray, random.Random], bytes]


def cut(content: bytearray, chance: random.Random) -> bytes:
    return bytes(content[: chance.randrange(len(content))])


def flip_a_bit(content: bytearray, chance: random.Random) -> bytes:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)


def scatter(content: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(2, 40)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def leave_out(content: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    del content[start : start + chance.randrange(1, 400)]
    return bytes(content)


def cut_and_end(content: bytearray, chance: random.Random) -> bytes:
    return cut(content, chance) + b"\n%%EOF\n"


@pytest.mark.parametrize("damage", [cut, flip_a_bit, scatter, leave_out, cut_and_end])
@pytest.mark.parametrize("password", [None, ""])
def test_damage_of_any_kind_is_told_or_harmless(
    tmp_path: Path, damage: Damage, password: str | None
) -> None:
    content = small_book(password).content()
    chance = random.Random(damage.__name__)
    for _ in range(40):
        path = written(tmp_path, damage(bytearray(content), chance))
        with suppress(DataError):
            assert read_pdf(path).lines
