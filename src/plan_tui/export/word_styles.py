"""Paper and fonts of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plan_tui.export.word_text import element
from plan_tui.model.rich_document import RichDocument

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_MINCHO, _GOTHIC = "ＭＳ 明朝", "ＭＳ ゴシック"
_LATIN = {_MINCHO: "Times New Roman", _GOTHIC: "Arial"}
_INSTEAD = {
    _MINCHO: "MS Mincho, 游明朝, Yu Mincho, Hiragino Mincho ProN, Noto Serif CJK JP",
    _GOTHIC: "MS Gothic, 游ゴシック, Yu Gothic, Hiragino Sans, Noto Sans CJK JP",
}
"""Fonts that stand for one which a machine does not have."""
_SHORT_MM, _LONG_MM, _MARGIN_MM = 210, 297, 18
"""A4."""
_TEXT_PT = 10
_HEADINGS_PT = (15, 12.5, 11)
"""Sizes of the title and of the headings below it; deeper ones have the last."""
_NARROW_PT = 3
"""Between paragraphs."""


def lay_out(file: Document, document: RichDocument) -> None:
    """Set the paper, and the fonts of all styles that the writers use."""
    sides = (_LONG_MM, _SHORT_MM) if document.landscape else (_SHORT_MM, _LONG_MM)
    page = file.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(sides[0]), Mm(sides[1])
    page.left_margin = page.right_margin = Mm(_MARGIN_MM)
    page.top_margin = page.bottom_margin = Mm(_MARGIN_MM)
    normal = file.styles["Normal"]
    _set_font(normal, _MINCHO, _TEXT_PT)
    normal.paragraph_format.space_after = Pt(_NARROW_PT)
    for depth in range(1, 10):
        style = file.styles[f"Heading {depth}"]
        _set_font(style, _GOTHIC, _HEADINGS_PT[min(depth, len(_HEADINGS_PT)) - 1])
        style.font.color.rgb = RGBColor(0, 0, 0)


def _set_font(style: ParagraphStyle, name: str, points: float) -> None:
    """Set a style's font for all writings: without its theme's, which go before names."""
    style.font.size = Pt(points)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs"), _LATIN[name]) | {"eastAsia": name}
    properties.insert(0, element("w:rFonts", **fonts))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val="en-US", eastAsia="ja-JP"))


def with_fonts_instead(table: bytes) -> bytes:
    """Return a table of fonts (its XML) that names those which stand for ours elsewhere."""
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="80"/></w:font>'
        for name, instead in _INSTEAD.items()
    )
    end = b"</w:fonts>"
    return table.replace(end, entries.encode() + end)
