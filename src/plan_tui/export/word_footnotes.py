"""Footnotes of a Word file: real ones, which python-docx cannot write by itself."""

from __future__ import annotations

from collections.abc import Sequence

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from plan_tui.export.word_text import append_content, element, text_run
from plan_tui.model.rich_document import DocumentNote

_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FOOTNOTE_STYLE = "FootnoteText"
"""The id of the style of footnotes, which Word knows by its name."""
_SUPERSCRIPT = (("w:vertAlign", {"val": "superscript"}),)
_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class WordFootnotes:
    """Makes the marks of footnotes, each of which has a note of its own in Word."""

    def __init__(self, notes: Sequence[DocumentNote]) -> None:
        self._notes = {note.name: note for note in notes}
        self._written = OxmlElement("w:footnotes")
        for kind, number in _SEPARATORS:
            separator = element("w:footnote", type=kind, id=number)
            paragraph, run = element("w:p"), element("w:r")
            run.append(element(f"w:{kind}"))
            paragraph.append(run)
            separator.append(paragraph)
            self._written.append(separator)
        self._count = 0

    def mark(self, name: str) -> BaseOxmlElement:
        """Return the run of a footnote's mark; the footnote stands on the same page."""
        self._count += 1
        number = str(self._count)
        note = element("w:footnote", id=number)
        paragraph, properties = element("w:p"), element("w:pPr")
        properties.append(element("w:pStyle", val=FOOTNOTE_STYLE))
        paragraph.append(properties)
        number_mark = text_run("", _SUPERSCRIPT)
        number_mark.append(element("w:footnoteRef"))
        paragraph.append(number_mark)
        of = self._notes[name]
        paragraph.append(text_run(f" ({of.label}) " if of.label else f" [{name}] "))
        append_content(paragraph, of.content, self.mark)
        note.append(paragraph)
        self._written.append(note)
        run = text_run("", _SUPERSCRIPT)
        run.append(element("w:footnoteReference", id=number))
        return run

    def attach(self, document: Part) -> None:
        """Make the footnotes a part of the file of ``document``, if there are any."""
        if self._count:
            content = serialize_part_xml(self._written)
            name = PackURI("/word/footnotes.xml")
            part = Part(name, _CONTENT_TYPE, content, document.package)
            document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
