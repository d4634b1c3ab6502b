"""What a file is, told by its content alone, and how its text is read."""

from __future__ import annotations

import errno
import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.enums import Layout
from plan_tui.sources.file_content import file_content
from plan_tui.sources.source_file import SourceFile, read_content
from plan_tui.sources.text_encodings import TextEncoding, decode
from plan_tui.text.language import Language

PLAN = (
    "１．はじめに\n\n"
    "この計画は、町の仕事を紙から画面へ移すためのものである。①窓口、②学校の二つから始める。\n"
)
"""A text of everyday Japanese with signs of every width."""


def short(value: object) -> str:
    """Return a short name for a case."""
    return repr(value)[:24]


def read(folder: Path, content: str | bytes, name: str = "plan.txt") -> SourceFile:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_content(path, file_content(path))


def refusal(folder: Path, content: str | bytes, name: str = "plan.txt") -> str:
    """Return the message of a file that is refused, in both languages, each one line."""
    with pytest.raises(DataError) as caught:
        read(folder, content, name)
    messages = [caught.value.say(language) for language in Language]
    assert all("\n" not in message and name in message for message in messages)
    return " / ".join(messages)


# Encodings


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8", TextEncoding.UTF_8),
        ("utf-8-sig", TextEncoding.UTF_8),
        ("utf-16", TextEncoding.UTF_16),
        ("utf-16-le", TextEncoding.UTF_16),
        ("utf-16-be", TextEncoding.UTF_16),
        ("utf-32", TextEncoding.UTF_32),
        ("cp932", TextEncoding.SHIFT_JIS),
        ("euc_jis_2004", TextEncoding.EUC_JP),
    ],
)
def test_an_encoding_of_japanese_is_read_and_named(
    tmp_path: Path, codec: str, encoding: TextEncoding
) -> None:
    content = PLAN.encode(codec)
    assert decode(tmp_path, content).encoding is encoding
    assert "\n".join(read(tmp_path, content).text.texts) + "\n" == PLAN


@pytest.mark.parametrize("codec", ["iso2022_jp", "iso2022_jp_ext"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_seven_bits_are_read(tmp_path: Path, codec: str, end: str) -> None:
    plain = PLAN.replace("①", "一に").replace("②", "二に")
    content = plain.replace("\n", end).encode(codec)
    assert decode(tmp_path, content).encoding is TextEncoding.ISO_2022_JP
    assert "\n".join(read(tmp_path, content).text.texts) + "\n" == plain


def test_seven_bits_with_the_signs_of_windows_are_read(tmp_path: Path) -> None:
    circled = "①".encode("cp932")
    assert circled == b"\x87\x40"
    content = "番号は".encode("iso2022_jp")[:-3] + b"\x2d\x21" + b"\x1b(B" + b" and twenty letters"
    assert read(tmp_path, content).text.texts == ("番号は① and twenty letters",)


@pytest.mark.parametrize("sign", ["①", "Ⅳ", "㈱", "№", "～", "－", "髙", "﨑"])
def test_the_signs_of_windows_are_read_in_shift_jis(tmp_path: Path, sign: str) -> None:
    text = PLAN + f"この行には{sign}がある。\n"
    assert sign in "".join(read(tmp_path, text.encode("cp932")).text.texts)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (PLAN.encode() + b"\xff\n", 4),
        (PLAN.encode() + "続き".encode()[:-1], 4),
        (b"\n" + PLAN.encode() + b"ab\xc0c" + PLAN.encode(), 5),
        (PLAN.encode("utf-8-sig") + b"\xe3\x81\n", 4),
        (PLAN.encode("cp932") + b"\x81\n", 4),
        (PLAN.encode("utf-16") + b"\x00", 4),
        (PLAN.encode("utf-16")[:-4] + b"\x00\xd8\x41\x00", 3),
        ("見出し\n計画の文\n".encode("iso2022_jp") + b"x\n\x1b$B0\x1b(B", 4),
    ],
    ids=short,
)
def test_the_line_that_cannot_be_decoded_is_named(
    tmp_path: Path, content: bytes, line: int
) -> None:
    message = refusal(tmp_path, content)
    assert f"{line}行目" in message
    assert f"line {line} " in message
    assert "UTF-8" in message


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "cp1251", "gb18030", "euc_kr", "big5"])
def test_what_is_not_certain_is_not_guessed(tmp_path: Path, codec: str) -> None:
    texts = {
        "latin-1": "Übergröße für alle Bürger, café à la carte, naïve façade\n",
        "cp1252": "Der Plan für Bürger – „größer“ als je zuvor, für Übermorgen\n",
        "cp1251": "План цифрового общества для всех граждан страны\n",
        "gb18030": "数字社会发展规划说明与实施办法，面向全体国民\n",
        "euc_kr": "디지털 사회의 실현을 위한 중점 계획 본문입니다\n",
        "big5": "數位社會發展計畫說明與實施辦法，面向全體國民\n",
    }
    assert "UTF-8" in refusal(tmp_path, texts[codec].encode(codec))


# Lines and pages


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(tmp_path: Path, end: str) -> None:
    read_file = read(tmp_path, PLAN.replace("\n", end))
    assert read_file.text.texts == tuple(PLAN.split("\n")[:-1])
    assert [line.number for line in read_file.text.lines] == [1, 2, 3]
    assert {line.page for line in read_file.text.lines} == {None}


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\v", "\u00ad", "\ufeff", "\u200b"])
def test_other_separators_and_unseen_characters_stay_in_their_line(
    tmp_path: Path, sign: str
) -> None:
    line = f"計画の一行に{sign}続きがある。これは長い行である。"
    assert read(tmp_path, line + "\n").text.texts == (line,)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("{a}\n\f{b}\n\f", [["{a}"], ["{b}"]]),
        ("{a}\r\n\f{b}\r\n\f", [["{a}"], ["{b}"]]),
        ("{a}\f{b}", [["{a}"], ["{b}"]]),
        ("{a}\n\n\f\f{b}\n\f", [["{a}", ""], [], ["{b}"]]),
        ("{a}\n\f", [["{a}"]]),
        ("\f{a}\n{b}", [[], ["{a}", "{b}"]]),
        ("{a}\n\f\n{b}\n\f\n", [["{a}"], ["", "{b}"]]),
    ],
    ids=short,
)
def test_form_feeds_part_pages(tmp_path: Path, text: str, pages: list[list[str]]) -> None:
    a, b = "一頁目の文はここで終わり、まだ続きがある。", "二頁目の文が始まる。長い長い文である。"
    read_file = read(tmp_path, text.replace("{a}", a).replace("{b}", b))
    expected = [[line.replace("{a}", a).replace("{b}", b) for line in page] for page in pages]
    assert [[line.text for line in page.lines] for page in read_file.text.pages] == expected
    numbers = [line.number for line in read_file.text.lines]
    assert numbers == list(range(1, len(numbers) + 1))
    for page in read_file.text.pages:
        assert {line.page for line in page.lines} <= {page.number}


# Kinds


@pytest.mark.parametrize(
    "text",
    [
        f"# 計画\n\n{PLAN}",
        f"計画\n====\n\n{PLAN}",
        f"---\ntitle: 計画\n---\n{PLAN}",
        f"{PLAN}\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        f"{PLAN}\n注がある[^1]。\n\n[^1]: 注である。\n",
        f"{PLAN}\n**太い**文字がある。\n",
        f"- 一つ\n- 二つ\n\n> 引用\n\n{PLAN}",
        f"\ufeff### 深い見出し\r\n\r\n{PLAN}",
    ],
    ids=short,
)
@pytest.mark.parametrize("name", ["plan.md", "plan.txt", "plan", "plan.pdf"])
def test_markdown_is_told_by_its_signs(tmp_path: Path, text: str, name: str) -> None:
    assert read(tmp_path, text, name).layout is Layout.MARKDOWN


@pytest.mark.parametrize(
    "text",
    [
        PLAN,
        PLAN * 50 + "# 一つだけの印\n" + PLAN * 50,
        "".join(f"{PLAN}# {n}\n\f" for n in range(2)) + f"{PLAN}\f" * 90,
        "- 項目\n" * 3 + PLAN,
        f"#見出しでない\n{PLAN}",
        f"2 * 3 * 4 は 24 である。\n{PLAN}",
        f"{PLAN}－－－－\n{PLAN}",
    ],
    ids=short,
)
@pytest.mark.parametrize("name", ["plan.md", "plan.txt"])
def test_other_text_is_a_full_text(tmp_path: Path, text: str, name: str) -> None:
    assert read(tmp_path, text, name).layout is Layout.FULL_TEXT


def _zip(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), "x")  # with no time of its own
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (_zip("word/document.xml"), "Word"),
        (_zip("mimetype", "content.xml"), "LibreOffice"),
        (_zip("xl/workbook.xml"), "Excel"),
        (_zip("ppt/presentation.xml"), "PowerPoint"),
        (_zip("plan.pdf"), "unpack"),
        (b"PK\x03\x04 broken", "unpack"),
        (b"\x1f\x8b\x08\x00 rest", "unpack"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Ichitaro"),
        (b"{\\rtf1\\ansi text}", "RTF"),
        (b"\n<!DOCTYPE html>\n<html><body>x</body></html>", "HTML"),
        ("<html lang='ja'><p>計画</p></html>".encode("utf-16"), "HTML"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<HTML></HTML>", "HTML"),
        (b"<?xml version='1.0'?><plan/>", "XML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(99), "picture"),
        (b"GIF89a" + bytes(99), "picture"),
        (b"II*\0" + bytes(99), "picture"),
        (b"RIFF\0\0\0\0WEBP" + bytes(99), "picture"),
        (b"%!PS-Adobe-3.0\n", "ps2pdf"),
        (b"SQLite format 3\0" + bytes(99), "--db"),
        (bytes(range(256)) * 9, "pdftotext"),
        (b"\x7fELF\x02\x01\x01" + bytes(400), "pdftotext"),
    ],
    ids=short,
)
@pytest.mark.parametrize("name", ["plan.txt", "plan.pdf"])
def test_another_kind_of_file_is_named_with_the_way_to_a_usable_one(
    tmp_path: Path, content: bytes, advice: str, name: str
) -> None:
    assert advice in refusal(tmp_path, content, name)


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\xef\xbb\xbf", b"junk\0\xff\r\n", b"x" * 900])
def test_a_pdf_is_told_behind_other_bytes(tmp_path: Path, before: bytes) -> None:
    message = refusal(tmp_path, before + b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "plan.txt")
    assert "PDF" in message
    assert "UTF-8" not in message


def test_a_text_may_speak_of_the_sign_of_a_pdf(tmp_path: Path) -> None:
    assert read(tmp_path, f"# 形式\n\n先頭は %PDF-1.7 である。{PLAN}").layout is Layout.MARKDOWN


# Obstacles


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \t\r\n", b"\xef\xbb\xbf", "　\n".encode()])
def test_an_empty_file_is_called_empty(tmp_path: Path, content: bytes) -> None:
    assert "empty" in refusal(tmp_path, content)


@pytest.mark.parametrize(
    "content", ["計画", "# 計画\n", "a\n\n\nb", "\f\f1\f2\f", "目　次　　　　　　　　　　"]
)
def test_a_nearly_empty_file_is_refused_with_its_size(tmp_path: Path, content: str) -> None:
    assert f"characters: {len(''.join(content.split()))})" in refusal(tmp_path, content)


@pytest.mark.parametrize("control", ["\0", "\x01", "\x08", "\x1b", "\x1f", "\x7f", "\x80", "\x9b"])
def test_a_control_character_is_named_with_its_line(tmp_path: Path, control: str) -> None:
    message = refusal(tmp_path, PLAN + f"前{control}後\n" + PLAN)
    assert "line 4 " in message
    assert f"U+{ord(control):04X}" in message


@pytest.mark.parametrize("form", ["pages", "one"])
def test_the_text_of_slides_is_refused_as_slides(tmp_path: Path, form: str) -> None:
    lines = "施策の全体像 取組の柱 ・手続のオンライン化 ・窓口の見直しと改善 ・データの連携と活用"
    slide = "\n".join([*lines.split(), "令和８年度の目標とその次の年度の目標", ""])
    text = "\f".join(slide * 3 for _ in range(12)) if form == "pages" else slide * 40
    assert "slide deck" in refusal(tmp_path, text)


@pytest.mark.parametrize(
    "line",
    [
        "森の図書館は夜も開き、" * 300,
        "・".join(["手続のオンライン化"] * 300),
        "窓口の見直しと改善 " * 300,
        "１ 町の橋を架け、" * 300 + "。",
        "令和８年度の目標とその次の年度の目標と" * 300,
    ],
    ids=short,
)
def test_a_line_for_which_no_slide_has_room_is_no_slide(tmp_path: Path, line: str) -> None:
    assert read(tmp_path, f"第１ 森\n{line}\n").layout is Layout.FULL_TEXT


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "absent.txt", tmp_path / "absent" / "plan.md"):
        with pytest.raises(DataError, match="cannot be read"):
            file_content(path)


def test_each_obstacle_to_opening_a_file_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, link, loop = (tmp_path / name for name in ("pipe", "link", "loop"))
    os.mkfifo(pipe)
    link.symlink_to(tmp_path / "nowhere")
    loop.symlink_to(loop)
    for path, what in (
        (tmp_path / "absent.pdf", "No such file); check its name"),
        (link, "No such file); check its name"),
        (tmp_path, "directory); name a file in it"),
        (pipe, "not a regular file); save"),
        (Path("/dev/zero"), "not a regular file); save"),
        (loop, "(Too many levels of symbolic links)"),
        (tmp_path / ("x" * 300), "(File name too long)"),
        (tmp_path / "zero\0", "(embedded null"),
    ):
        with pytest.raises(DataError) as caught:
            file_content(path)
        assert what in str(caught.value)

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    secret = tmp_path / "secret.pdf"
    secret.touch()
    with pytest.raises(DataError, match="Permission denied"):
        file_content(secret)
