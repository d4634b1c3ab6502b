"""Finding damage that a reader of PDFs passes over: streams that do not unpack or are lost."""

from __future__ import annotations

import base64
import re
import zlib

_CONTENTS = re.compile(rb"/Contents\s*(?:\[([^\]]*)\]|(\d+\s+\d+\s+R))")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_OBJECT = re.compile(rb"(?<!\d)(\d+)\s+\d+\s+obj\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_AS_LETTERS = b"/ASCII85Decode"
_OTHER_FILTERS = (b"/A85", b"/ASCIIHexDecode", b"/LZWDecode", b"/Crypt")
FARTHEST_HEAD = 2000
"""The bytes before a stream in which its object begins, as a rule."""


def has_damaged_stream(content: bytes) -> bool:
    """Whether a compressed stream of the file does not unpack to what its check sum says.

    pdfium shows such a page as far as it gets, so a part of its text would be missing without
    a word. Pictures are left out, as are files that are encrypted.
    """
    if b"/Encrypt" in content:
        return False
    place = 0
    while start := _STREAM.search(content, place):
        head = content[max(start.start() - FARTHEST_HEAD, place) : start.start()]
        head = head[head.rfind(b" obj") :]
        end = content.find(b"endstream", start.end())
        place = end if end >= 0 else len(content)
        if _is_plainly_compressed(head) and not _unpacks(head, content[start.end() : place]):
            return True
    return False


def has_lost_contents(content: bytes) -> bool:
    """Whether a page names as its contents an object that does not stand in the file.

    pdfium shows such a page as an empty one. Files that pack objects together are left out:
    there an object need not stand by itself.
    """
    if b"/ObjStm" in content:
        return False
    objects = set(_OBJECT.findall(content))
    return any(
        number not in objects
        for place in _CONTENTS.finditer(content)
        for number in _REFERENCE.findall(place[1] or place[2])
    )


def _is_plainly_compressed(head: bytes) -> bool:
    """Whether the head of an object says that zlib packed it, and it is no picture."""
    return (
        b"/FlateDecode" in head
        and b"/Image" not in head
        and not any(name in head for name in _OTHER_FILTERS)
    )


def _unpacks(head: bytes, packed: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        if _AS_LETTERS in head:
            packed = base64.a85decode(packed.partition(b"~>")[0])
        unpacker.decompress(packed)
    except (zlib.error, ValueError):
        return False
    return unpacker.eof
