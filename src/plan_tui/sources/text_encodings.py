"""From the bytes of a text file to its characters, in the encodings of Japanese texts.

Nothing is guessed that could be otherwise: a text is read in an encoding if all of it can be,
and if what comes out is Japanese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from plan_tui.errors import DataError
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

_UNDECODABLE = Phrase(
    "{path}：{line}行目が{encoding}として読めません（バイト {byte}）。UTF-8で保存し直した"
    "ものを指定してください",
    "{path}: line {line} is not {encoding} (byte {byte}); save the file as UTF-8 and give that",
)
_UNCERTAIN = Phrase(
    "{path}：文字コードが分かりません（最初は{line}行目）。UTF-8で保存し直したものを指定"
    "してください",
    "{path}: its encoding is unknown (first problem at line {line}); save it as UTF-8 "
    "and give that",
)


class TextEncoding(StrEnum):
    """An encoding that is read, by the name that people know."""

    UTF_8 = "UTF-8"
    UTF_16 = "UTF-16"
    UTF_32 = "UTF-32"
    SHIFT_JIS = "Shift_JIS"
    EUC_JP = "EUC-JP"
    ISO_2022_JP = "ISO-2022-JP"


@record
class DecodedText:
    """A text, and how its file held it."""

    text: str
    """Without byte order mark."""
    encoding: TextEncoding


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8", TextEncoding.UTF_8),
    (b"\xff\xfe\0\0", "utf-32-le", TextEncoding.UTF_32),
    (b"\0\0\xfe\xff", "utf-32-be", TextEncoding.UTF_32),
    (b"\xff\xfe", "utf-16-le", TextEncoding.UTF_16),
    (b"\xfe\xff", "utf-16-be", TextEncoding.UTF_16),
)
"""Byte order marks; a longer one stands before the shorter one that it begins with."""
_TWO_BYTES = (("cp932", TextEncoding.SHIFT_JIS), ("euc_jis_2004", TextEncoding.EUC_JP))
_ESCAPE = re.compile(rb"\x1b(\$[@B]|\([BJ]|\(I)")
"""Where a text of seven bits changes to kanji, to ASCII, to half-width katakana."""
_COMMON = re.compile("[\u3000-\u30ff\uff01-\uff5e①-⑳Ⅰ-Ⅻ○●◎◇◆□■△▲▽▼※→←↑↓…‥―‐−±×÷°§¶℃№㈱]")
_LEVEL_ONE = range(0xB0, 0xD0)
"""The first byte, in EUC-JP, of the kanji that are used every day."""
_JAPANESE = 0.9
"""The share of such characters beside ASCII in a Japanese text. Of a text that is read in the
other encoding it is below a half."""
_LEAST_KANA = 0.05
"""The share of kana in any Japanese text; Korean and Chinese, misread, have hardly any."""


def has_byte_order_mark(content: bytes) -> bool:
    """Return whether a file says by its first bytes that it is a text."""
    return any(content.startswith(mark) for mark, _, _ in _MARKS)


def decode(path: Path, content: bytes) -> DecodedText:
    """Decode the content of a text file; ``path`` is for the message.

    Raises:
        DataError: it is in no encoding that is known, or none that is certain.

    """
    for mark, codec, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_as(path, content[len(mark) :], codec, encoding)
    if b"\0" in content and (text := _two_byte_text(content)) is not None:
        return DecodedText(text, TextEncoding.UTF_16)
    if content.isascii() and _ESCAPE.search(content):
        return _decode_seven_bits(path, content)
    try:
        return DecodedText(content.decode("utf-8"), TextEncoding.UTF_8)
    except UnicodeDecodeError as error:
        return _decode_japanese(path, content, error)


def _decode_as(path: Path, content: bytes, codec: str, encoding: TextEncoding) -> DecodedText:
    try:
        return DecodedText(content.decode(codec), encoding)
    except UnicodeDecodeError as error:
        raise _fault(path, content, codec, encoding, error) from error


def _two_byte_text(content: bytes) -> str | None:
    """Return a text of UTF-16 without byte order mark; None if it is none."""
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _is_japanese(text):
            return text
    return None


def _decode_japanese(path: Path, content: bytes, error: UnicodeDecodeError) -> DecodedText:
    """Decode what is no UTF-8; where nothing fits the encoding that goes furthest is named."""
    faults = [("utf-8", TextEncoding.UTF_8, error)]
    texts: list[DecodedText] = []
    for codec, encoding in _TWO_BYTES:
        try:
            texts.append(DecodedText(content.decode(codec), encoding))
        except UnicodeDecodeError as fault:
            faults.append((codec, encoding, fault))
    certain = [text for text in texts if _is_japanese(text.text)]
    if len(certain) == 1:
        return certain[0]
    if texts:
        line = content.count(b"\n", 0, error.start) + 1
        raise DataError(_UNCERTAIN.of(path=path, line=line)) from error
    codec, encoding, furthest = max(faults, key=lambda fault: fault[2].start)
    raise _fault(path, content, codec, encoding, furthest) from error


def _decode_seven_bits(path: Path, content: bytes) -> DecodedText:
    """Decode ISO-2022-JP, with the signs that only Windows has there (①, Ⅳ)."""
    parts = []
    try:
        for script, start, end in _scripts(content):
            piece = content[start:end]
            if script.startswith(b"$"):
                lines = [
                    line.translate(_HIGH).decode("euc_jis_2004") for line in piece.split(b"\n")
                ]
                parts.append("\n".join(lines))
            elif script == b"(I":
                parts.append(piece.translate(_HIGH).decode("cp932"))
            else:
                parts.append(piece.decode("ascii"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, start) + 1
        byte = f"0x{error.object[error.start] & 0x7F:02X}"
        fields = {"line": line, "encoding": TextEncoding.ISO_2022_JP, "byte": byte}
        raise DataError(_UNDECODABLE.of(path=path, **fields)) from error
    return DecodedText("".join(parts), TextEncoding.ISO_2022_JP)


_HIGH = bytes(code | 0x80 if 0x20 < code < 0x7F else code for code in range(256))


def _scripts(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the script of each part of a text, and where the part stands."""
    script, start = b"(B", 0
    for escape in _ESCAPE.finditer(content):
        yield script, start, escape.start()
        script, start = escape[1], escape.end()
    yield script, start, len(content)


def _is_japanese(text: str) -> bool:
    """Return whether what is not ASCII are characters of everyday Japanese."""
    others = [character for character in text if not character.isascii()]
    kana = sum("ぁ" <= character <= "ヺ" for character in others)
    common = sum(map(_is_common, others))
    return kana >= _LEAST_KANA * len(others) and common >= _JAPANESE * len(others)


def _is_common(character: str) -> bool:
    if _COMMON.match(character):
        return True
    encoded = character.encode("euc_jp", "ignore")
    return len(encoded) == 2 and encoded[0] in _LEVEL_ONE


def _fault(
    path: Path, content: bytes, codec: str, encoding: TextEncoding, error: UnicodeDecodeError
) -> DataError:
    line = content[: error.start].decode(codec, "replace").count("\n") + 1
    byte = f"0x{content[error.start]:02X}"
    return DataError(_UNDECODABLE.of(path=path, line=line, encoding=encoding, byte=byte))
