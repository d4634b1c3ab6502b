"""Sections of the 2021 full text: headings, blocks and measure cards from its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import (
    BlockKind,
    FurnitureKind,
    KpiKind,
    SectionKind,
)
from plan_tui.model.parsed import ParsedBlock, ParsedFurniture, ParsedKpi, ParsedSection
from plan_tui.parse.common.columns import read_items
from plan_tui.parse.common.footnote_marks import Mark, place_marks
from plan_tui.parse.common.kpi_lists import kpi_label, split_kpis
from plan_tui.parse.common.numbering import CIRCLED, LEVELS_2021, Label, NumberedOutline, labels
from plan_tui.parse.common.spacing import concatenate_lines, without_inserted_blanks
from plan_tui.parse.full_text_2021.paragraphs import BULLET, SENTENCE_END, Paragraph, clean
from plan_tui.text.record import field, record
from plan_tui.text.traced import Place, Traced

_CIRCLED = re.compile(f"({CIRCLED.pattern})")
_KANA_ITEM = re.compile(r"[ア-ン](?=\s)")
_REMARK = re.compile(r"(※\d*)|[（(]注\d*[）)]")
"""A sign is the note's marker (group 1); a word in brackets belongs to its text."""
_SUBHEAD = re.compile(r"【[^【】]*】")
_ENDS_CARD = (SectionKind.PART, SectionKind.CHAPTER, SectionKind.MEASURE)
"""The headings that end a measure card; other labels in a card belong to its text."""


@record(frozen=False)
class _Draft:
    """A section while its text is being read."""

    section: ParsedSection
    """The section without blocks and indicators."""
    blocks: list[ParsedBlock] = field(default_factory=list)
    kpis: list[ParsedKpi] = field(default_factory=list)


class SectionBuilder:
    """Builds the sections out of the text's paragraphs, which it is given one by one.

    Attributes:
        furniture: the labels and bullets of the KPI lists.

    """

    def __init__(self, marks: dict[Place, list[Mark]]) -> None:
        self.furniture: list[ParsedFurniture] = []
        self._marks = marks
        self._outline = NumberedOutline()
        self._drafts: list[_Draft] = []
        self._kpi_kind: KpiKind | None = None  # of the KPI list that is open
        self._kpi_paragraphs: list[Traced] = []
        self._items: list[Traced] = []  # of the list of ①… that is open
        self._listed: Label | None = None  # of the last paragraph, if it was a list item

    def add(self, texts: Paragraph, following: Paragraph | None) -> None:
        """Add the next paragraph; ``following`` is the one after it."""
        label = self._heading(texts, following)
        kpi = kpi_label(texts[0])
        if label:
            self._open(label, texts)
        elif kpi and self._in_cards():
            self._flush()
            self._kpi_kind, printed, rest = kpi
            self.furniture.append(ParsedFurniture(FurnitureKind.KPI_LABEL, printed))
            self._kpi_paragraphs = [_joined([rest, *texts[1:]])]
        elif self._kpi_kind:
            self._kpi_paragraphs.append(_joined(texts))
        else:
            self._add_block(texts)

    def sections(self) -> tuple[ParsedSection, ...]:
        """Return the sections of all paragraphs added."""
        self._flush()
        return tuple(
            ParsedSection(
                depth=draft.section.depth,
                kind=draft.section.kind,
                label=draft.section.label,
                title=draft.section.title,
                title_marks=draft.section.title_marks,
                blocks=tuple(draft.blocks),
                kpis=tuple(draft.kpis),
            )
            for draft in self._drafts
        )

    def _in_cards(self) -> bool:
        return bool(self._drafts) and self._drafts[-1].section.kind is SectionKind.MEASURE

    def _heading(self, texts: Paragraph, following: Paragraph | None) -> Label | None:
        """Return the paragraph's label if it is the next heading of the outline, else None.

        Numbered items without any text between them are a list, not headings.
        """
        listed, self._listed = self._listed, None
        for label in _labels(texts):
            if self._in_cards() and label.level.kind not in _ENDS_CARD:
                continue
            if label.level.kind is SectionKind.ITEM:
                after_item = listed and _follows(listed, label)
                if after_item or any(_follows(label, item) for item in _labels(following)):
                    self._listed = label
                    return None
            if self._outline.expects(label.depth, label.value):
                return label
        return None

    def _open(self, label: Label, texts: Paragraph) -> None:
        self._flush()
        self._outline.enter(label.depth, label.value)
        first = texts[0]
        title = clean([first[label.end :], *texts[1:]])
        section = ParsedSection(
            depth=label.depth,
            kind=label.level.kind,
            label=first[label.start : label.end].without_spaces(),
            title=title,
            title_marks=place_marks(title, self._marks),
        )
        self._drafts.append(_Draft(section))

    def _add_block(self, texts: Paragraph) -> None:
        if not self._drafts:
            preface = ParsedSection(1, SectionKind.PREFACE, title=Traced.supplied("前文"))
            self._drafts.append(_Draft(preface))
        if _CIRCLED.match(texts[0].text):
            columns = (t if _CIRCLED.match(t.strip().text) else t.strip() for t in texts)
            self._items.append(concatenate_lines(columns))
            return
        self._flush_items()
        first = texts[0]
        subhead = _SUBHEAD.fullmatch(clean(texts).text)
        bullet = BULLET.match(first.text)
        remark = _REMARK.match(first.text)
        item = _KANA_ITEM.match(first.text)
        if subhead:
            self._block(BlockKind.NOTE, texts)
        elif bullet:
            self._block(BlockKind.BULLET, texts, bullet.end())
        elif remark:
            self._block(BlockKind.NOTE, texts, len(remark.group(1) or ""))
        elif item:
            self._block(BlockKind.LIST_ITEM, texts, item.end())
        else:
            self._block(BlockKind.PARAGRAPH, texts)

    def _block(self, kind: BlockKind, texts: Paragraph, marker_length: int = 0) -> None:
        text = clean([texts[0][marker_length:], *texts[1:]])
        marker = texts[0][:marker_length]
        marks = place_marks(text, self._marks)
        self._drafts[-1].blocks.append(ParsedBlock(kind, text, marker, 0, marks))

    def _flush(self) -> None:
        """Add the open list and the open KPI list to the last section."""
        self._flush_items()
        if self._kpi_kind:
            for kpi in split_kpis(self._kpi_paragraphs):
                marks = place_marks(kpi.text, self._marks)
                self._drafts[-1].kpis.append(ParsedKpi(self._kpi_kind, kpi.text, marks))
                if kpi.bullet:
                    self.furniture.append(ParsedFurniture(FurnitureKind.KPI_BULLET, kpi.bullet))
        self._kpi_kind, self._kpi_paragraphs = None, []

    def _flush_items(self) -> None:
        if not self._items:
            return
        blocks = self._drafts[-1].blocks
        level = int(bool(blocks) and blocks[-1].kind is BlockKind.BULLET)
        for item in read_items(self._items, _CIRCLED):
            text = without_inserted_blanks(item.text, keep_japanese=True)
            marks = place_marks(text, self._marks)
            blocks.append(ParsedBlock(BlockKind.LIST_ITEM, text, item.label, level, marks))
        self._items = []


def _labels(texts: Paragraph | None) -> list[Label]:
    """Return the labels that a paragraph may begin with; none if it is a sentence."""
    if not texts or texts[-1].text.endswith(SENTENCE_END):
        return []
    return list(labels(texts[0].text, LEVELS_2021))


def _follows(first: Label, second: Label) -> bool:
    return first.level is second.level and second.value == first.value + 1


def _joined(texts: Sequence[Traced]) -> Traced:
    return concatenate_lines(text.strip() for text in texts)
