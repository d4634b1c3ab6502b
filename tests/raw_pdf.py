"""PDFs that are written object by object, for what no font of a name prints."""

from __future__ import annotations

from collections.abc import Sequence


def mapped_pdf(characters: Sequence[str], *, size: float = 12.0) -> bytes:
    """Return a PDF of one line whose glyphs mean what is given, one each; "" maps to nothing.

    So can be made what no font of a name prints: radicals, signs for private use, combining
    signs, characters beyond the first 65,536.
    """
    entries = "\n".join(
        f"<{code:02x}> <{character.encode('utf-16-be').hex()}>"
        for code, character in enumerate(characters, 0x21)
        if character
    )
    count = sum(1 for character in characters if character)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{count} beginbfchar\n{entries}\nendbfchar\nendcmap end end"
    )
    codes = bytes(range(0x21, 0x21 + len(characters))).hex()
    shown = f"BT /F {size} Tf 57 700 Td <{codes}> Tj ET"
    widths = " ".join(["1000"] * len(characters))
    return raw_pdf(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Mapped /FirstChar 33 "
        f"/LastChar {32 + len(characters)} /Widths [{widths}] /ToUnicode 6 0 R "
        "/FontDescriptor 7 0 R >>",
        f"<< /Length {len(to_unicode)} >>\nstream\n{to_unicode}\nendstream",
        "<< /Type /FontDescriptor /FontName /ABCDEF+Mapped /Flags 4 /StemV 80 /Ascent 880 "
        "/Descent -120 /CapHeight 700 /ItalicAngle 0 /FontBBox [0 -120 1000 880] >>",
    )


def raw_pdf(*objects: str) -> bytes:
    """Return a PDF of the objects as they are written; the first is the catalogue."""
    content = b"%PDF-1.7\n"
    places: list[int] = []
    for number, text in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(content)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    content += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    content += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return content + f"startxref\n{start}\n%%EOF\n".encode()
