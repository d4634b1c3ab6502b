"""Paper and fonts of a Word file."""

from __future__ import annotations

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plan_tui.export.column_shares import has_wide_pages
from plan_tui.export.word_footnotes import FOOTNOTE_STYLE
from plan_tui.export.word_text import element, text_run
from plan_tui.model.rich_document import RichDocument
from plan_tui.text.language import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

_MINCHO, _GOTHIC = "ＭＳ 明朝", "ＭＳ ゴシック"
_LATIN = {_MINCHO: "Times New Roman", _GOTHIC: "Arial"}
"""Fonts of Latin letters and digits beside English words; a Japanese paper has one font for all."""
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
_NOTE_PT = 8.5
_NARROW_PT = 3
"""Between paragraphs."""


def lay_out(file: Document, document: RichDocument) -> None:
    """Set the paper, and the fonts of all styles that the writers use."""
    wide = has_wide_pages(document)
    sides = (_LONG_MM, _SHORT_MM) if wide else (_SHORT_MM, _LONG_MM)
    page = file.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(sides[0]), Mm(sides[1])
    page.left_margin = page.right_margin = Mm(_MARGIN_MM)
    page.top_margin = page.bottom_margin = Mm(_MARGIN_MM)
    latin = document.language is Language.EN
    normal = file.styles["Normal"]
    _set_font(normal, _MINCHO, _TEXT_PT, latin=latin)
    normal.paragraph_format.space_after = Pt(_NARROW_PT)
    for depth in range(1, 10):
        style = file.styles[f"Heading {depth}"]
        _set_font(style, _GOTHIC, _HEADINGS_PT[min(depth, len(_HEADINGS_PT)) - 1], latin=latin)
        style.font.color.rgb = RGBColor(0, 0, 0)
    file.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    notes = file.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    notes.element.set(qn("w:styleId"), FOOTNOTE_STYLE)
    notes.base_style = normal
    notes.font.size = Pt(_NOTE_PT)


def is_wide(file: Document) -> bool:
    """Tell whether the pages are wider than high."""
    return bool(file.sections[0].orientation == WD_ORIENT.LANDSCAPE)


def number_pages(file: Document) -> None:
    """Write the page's number below the middle of each page."""
    footer = file.sections[0].footer
    footer.is_linked_to_previous = False
    paragraph = footer.part.element.find(qn("w:p"))
    for old in list(paragraph):
        paragraph.remove(old)
    properties = element("w:pPr")
    properties.append(element("w:jc", val="center"))
    field = element("w:fldSimple", instr="PAGE")
    field.append(text_run("1"))
    paragraph.append(properties)
    paragraph.append(field)


def _set_font(style: ParagraphStyle, name: str, points: float, *, latin: bool) -> None:
    """Set a style's font for all writings: without its theme's, which go before names.

    With ``latin`` Latin letters and digits have a font of their own.
    """
    style.font.size = Pt(points)
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    western = _LATIN[name] if latin else name
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs"), western) | {"eastAsia": name}
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
