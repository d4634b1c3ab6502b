"""Runs of text of a Word file, as its XML."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_tui.model.rich_document import Content, Inline, LineBreak, Markup, NoteMark, TextRun
from plan_tui.text.controls import visible_in_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Mark = Callable[[str], BaseOxmlElement]
    """Returns the run of a footnote's mark, by the footnote's name."""

_MONOSPACED = dict.fromkeys(("ascii", "hAnsi", "cs"), "Courier New")
_FORMATS: dict[Markup, tuple[tuple[str, dict[str, str]], ...]] = {
    Markup.CODE: (("w:rFonts", _MONOSPACED),),
    Markup.EMPHASIS: (("w:i", {}),),
    Markup.MATCH: (("w:b", {}), ("w:highlight", {"val": "yellow"})),
    Markup.GONE: (("w:strike", {}),),
    Markup.NEW: (("w:u", {"val": "single"}),),
    Markup.MOVED: (("w:i", {}), ("w:u", {"val": "dotted"})),
    Markup.SHARED: (("w:b", {}),),
    Markup.CHANGED: (("w:u", {"val": "single"}),),
    Markup.STRONG: (("w:b", {}),),
}
"""Markup → the properties of its runs, in the order that Word asks for."""


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the word-processing namespace: ``element("w:u", val="single")``."""
    empty = OxmlElement(name)
    for key, value in attributes.items():
        empty.set(qn(f"w:{key}"), value)
    return empty


def append_content(
    paragraph: BaseOxmlElement, content: Content, mark: Mark, *, strong: bool = False
) -> None:
    """Append content to a paragraph's element, all of it bold if ``strong``."""
    for inline in content:
        paragraph.append(_run(inline, mark, strong=strong))


def _run(inline: Inline, mark: Mark, *, strong: bool) -> BaseOxmlElement:
    match inline:
        case NoteMark(name):
            return mark(name)
        case LineBreak():
            run = element("w:r")
            run.append(element("w:br"))
            return run
        case TextRun(text, markup):
            formats = _FORMATS.get(markup, ())
            return text_run(text, (("w:b", {}), *formats) if strong else formats)


def text_run(text: str, formats: tuple[tuple[str, dict[str, str]], ...] = ()) -> BaseOxmlElement:
    """Return a run of text; a line feed is a new line."""
    run = element("w:r")
    if formats:
        properties = element("w:rPr")
        for name, attributes in dict(formats).items():
            properties.append(element(name, **attributes))
        run.append(properties)
    for number, line in enumerate(visible_in_xml(text).split("\n")):
        if number:
            run.append(element("w:br"))
        if line:
            words = element("w:t")
            words.text = line
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
    return run
