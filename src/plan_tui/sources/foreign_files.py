"""Files that hold no text to be read: what they are by their first bytes, and what to do."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from plan_tui.text.language import Phrase

_PDF_START = re.compile(rb"%PDF-[0-9]")
_PDF_HEAD = 1024
"""The bytes in which a PDF says that it is one; others may stand before."""
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_HEAD = 4096
_OFFICE = Phrase(
    "{path}：{kind}のファイルです。PDFとして保存し直したものを指定してください",
    "{path}: a {kind} file; save it as PDF and give that",
)
_WEB = Phrase(
    "{path}：HTMLのページです。ブラウザーの印刷でPDFにするか、Markdownに変換したものを指"
    "定してください",
    "{path}: an HTML page; print it to a PDF with the browser, or convert it to Markdown",
)
_XML = Phrase(
    "{path}：XMLのファイルです。PDF、pdftotextの出力、Markdownのどれかを指定してください",
    "{path}: an XML file; give a PDF, the output of pdftotext, or Markdown",
)
_ARCHIVE = Phrase(
    "{path}：圧縮ファイルです。展開して、中のPDFかテキストを指定してください",
    "{path}: an archive; unpack it and give the PDF or text that is in it",
)
_PICTURE = Phrase(
    "{path}：画像のファイルです。文字認識（OCR）をかけたPDFか、テキストを指定してください",
    "{path}: a picture; give a PDF with recognised text (OCR), or the text",
)
_POSTSCRIPT = Phrase(
    "{path}：PostScriptのファイルです。PDFに変換（ps2pdf）したものを指定してください",
    "{path}: a PostScript file; convert it to PDF (ps2pdf) and give that",
)
_DATABASE = Phrase(
    "{path}：SQLiteのデータベースです。開くには --db で指定してください",
    "{path}: an SQLite database; to open one give it to --db",
)
_OTHER = Phrase(
    "{path}：テキストのファイルではありません。PDF、pdftotextの出力、Markdownのどれかを指"
    "定してください",
    "{path}: not a text file; give a PDF, the output of pdftotext, or Markdown",
)

_SIGNATURES: tuple[tuple[bytes, Phrase], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"\0\0\0\x0cjP  ", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"%!PS", _POSTSCRIPT),
    (b"SQLite format 3\0", _DATABASE),
)
_DOCUMENTS: tuple[tuple[str, str], ...] = (
    ("word/", "Word"),
    ("xl/", "Excel"),
    ("ppt/", "PowerPoint"),
    ("content.xml", "LibreOffice"),
)
_RARE = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"
"""Control characters that no text needs; the escape (27) begins a change of script."""
_MOST_CONTROLS = 0.02
"""The share of such characters from which a file is no text."""


def is_pdf(content: bytes) -> bool:
    """Return whether a file is a PDF, also behind other bytes; a text may name one, too."""
    start = _PDF_START.search(content[:_PDF_HEAD])
    if not start:
        return False
    before = content[: start.start()].removeprefix(b"\xef\xbb\xbf")
    return not before.strip() or b" obj" in content


def foreign_file(content: bytes) -> Phrase | None:
    """Return what to do with a file that is no text (a phrase with ``path``); None if it is one."""
    for signature, phrase in _SIGNATURES:
        if content.startswith(signature):
            return phrase
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _of_kind("Word・Excel・PowerPoint・一太郎", "Word, Excel, PowerPoint or Ichitaro")
    if content.lstrip().startswith(b"{\\rtf"):
        return _of_kind("RTF", "RTF")
    if content[:4] == b"RIFF" or content[4:8] == b"ftyp" or _is_bitmap(content):
        return _PICTURE
    if _HTML.match(_readable_head(content)):
        return _WEB
    return _XML if content.lstrip().startswith(b"<?xml") else None


def binary_file(content: bytes) -> Phrase | None:
    """Return what to do with a file that is full of control characters; None if it is not."""
    rare = len(content) - len(content.translate(None, _RARE))
    return _OTHER if rare > _MOST_CONTROLS * len(content) else None


def _of_kind(ja: str, en: str) -> Phrase:
    return Phrase(_OFFICE.ja.replace("{kind}", ja), _OFFICE.en.replace("{kind}", en))


def _packed(content: bytes) -> Phrase:
    """Tell an office document, which is packed as an archive is, from an archive."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return _ARCHIVE
    for beginning, program in _DOCUMENTS:
        if any(name.startswith(beginning) for name in names):
            return _of_kind(program, program)
    return _ARCHIVE


def _is_bitmap(content: bytes) -> bool:
    return content[:2] == b"BM" and content[6:10] == b"\0\0\0\0"


def _readable_head(content: bytes) -> bytes:
    """Return a file's beginning without byte order mark or the zeros of two-byte characters."""
    head = content[:_HTML_HEAD].removeprefix(b"\xef\xbb\xbf")
    return head[2:].replace(b"\0", b"") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else head
