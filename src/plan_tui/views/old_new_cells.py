"""The cells of a table of old and new: sentences with their changes and footnote marks."""

from __future__ import annotations

from plan_tui.labels.measure_names import KPI_KINDS
from plan_tui.model import headings
from plan_tui.model.inserted_marks import block_refs, kpi_refs, title_refs, with_ranges
from plan_tui.model.rich_document import (
    LineBreak,
    Markup,
    TextRun,
    joined,
    run,
)
from plan_tui.text.language import Language
from plan_tui.text.record import replaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.enums import KpiKind
    from plan_tui.model.old_new import PlacedSentence
    from plan_tui.model.records import FootnoteRef, Section, SectionText
    from plan_tui.model.rich_document import (
        Content,
        Inline,
    )
    from plan_tui.views.document_builder import DocumentBuilder

_APART: Content = (LineBreak(),)


class OldNewCells:
    """Writes the cells of one column of a group, from top to bottom."""

    def __init__(
        self, builder: DocumentBuilder, texts: dict[int, SectionText], named: Sequence[int]
    ) -> None:
        """Take all sections by id, and the ids of those named over the column."""
        self._builder = builder
        self._texts = texts
        self._entered = named[0] if len(named) == 1 else None
        self._indicators: KpiKind | None = None
        """The kind of those that a cell above ended in."""

    def heading(self, section: Section) -> Content:
        """Return a section's heading and citation, below each other."""
        text = self._texts[section.id]
        words: Content = ()
        if self._builder.language is Language.EN and section.title_en:
            words = run(headings.heading(section, Language.EN), Markup.STRONG)
        else:
            before = len(section.heading) - len(section.title)
            refs = [replaced(ref, offset=ref.offset + before) for ref in title_refs(text)]
            words = tuple(map(_strong, self._builder.noted(section.heading, refs, text)))
        return joined((words, self._builder.cite(section)), _APART)

    def text(self, cell: Sequence[PlacedSentence]) -> Content:
        """Return the sentences of a cell; a section that begins there is named first."""
        parts: list[Content] = []
        passage = None
        for sentence in cell:
            if sentence.passage.section.id != self._entered:
                self._entered = sentence.passage.section.id
                self._indicators = None
                parts.append(self._entering(sentence.passage.section))
                passage = None
            kind = sentence.passage.kpi_kind
            if kind and kind is not self._indicators:
                words = KPI_KINDS[kind].say(self._builder.language)
                parts.append(run(words, Markup.EMPHASIS))
            self._indicators = kind
            if sentence.passage is passage:
                parts[-1] += self._sentence(sentence)
            else:
                passage = sentence.passage
                marker = "" if sentence.offset else passage.marker
                parts.append((*run(f"{marker} ".lstrip()), *self._sentence(sentence)))
        return _merged(joined(parts, _APART))

    def _entering(self, section: Section) -> Content:
        """Return the heading of a section whose text begins in a cell, with its key."""
        title = headings.heading(section, self._builder.language)
        return (*run(f"{title} ", Markup.STRONG), *run(section.key, Markup.CODE))

    def _sentence(self, sentence: PlacedSentence) -> Content:
        """Return a sentence with its changes underlined and its footnotes marked."""
        start, text = sentence.offset, self._texts[sentence.passage.section.id]
        end, position = start + len(sentence.text), 0
        written: list[Inline] = []
        for ref in sorted(_refs(sentence, text), key=lambda ref: ref.offset):
            if start <= ref.offset < end or ref.offset == end == len(sentence.passage.text):
                written += self._underlined(sentence, position, ref.offset - start)
                written += self._builder.noted("", [ref], text)
                position = ref.offset - start
        return (*written, *self._underlined(sentence, position, len(sentence.text)))

    def _underlined(self, sentence: PlacedSentence, start: int, end: int) -> list[TextRun]:
        """Return a stretch of a sentence as runs."""
        ranges = [(max(a, start) - start, min(b, end) - start) for a, b in sentence.changed]
        part = sentence.text[start:end]
        pieces = with_ranges(part, ranges, TextRun, lambda words: TextRun(words, Markup.CHANGED))
        return [piece for piece in pieces if piece.text]


def _refs(sentence: PlacedSentence, text: SectionText) -> list[FootnoteRef]:
    passage = sentence.passage
    if passage.block_id is not None:
        return block_refs(text, passage.block_id)
    return kpi_refs(text, passage.kpi_id) if passage.kpi_id is not None else []


def _merged(content: Content) -> Content:
    """Return content with neighbouring runs of one markup as one."""
    merged: list[Inline] = []
    for part in content:
        last = merged[-1] if merged else None
        if isinstance(part, TextRun) and isinstance(last, TextRun) and part.markup is last.markup:
            merged[-1] = TextRun(last.text + part.text, last.markup)
        else:
            merged.append(part)
    return tuple(merged)


def _strong(part: Inline) -> Inline:
    return TextRun(part.text, Markup.STRONG) if isinstance(part, TextRun) else part
