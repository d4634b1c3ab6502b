"""Headings of the 2025 layout, told apart from list items by contents, numbering and context."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plan_tui.model.enums import SectionKind
from plan_tui.parse.common.geometry import SHORT, PrintedLine
from plan_tui.parse.common.numbering import LEVELS_2025, Label, NumberedOutline, labels
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.contents import PageContents
from plan_tui.text.record import field, record
from plan_tui.text.traced import Place, Traced

_NO_HEADING_END = tuple("。、")
_SHORT_SECOND_LINE = 0.5
"""The part of the measure that the second line of a heading fills at most. The text below a heading
begins with a longer line, unless its first paragraph is very short. No heading in the source that
the contents leave out has two lines."""


@record(frozen=False)
class Heading:
    """A heading and the printed lines below it, up to the next heading."""

    depth: int
    """In the outline, from 1."""
    kind: SectionKind
    label: Traced
    title: Traced
    """Footnote marks are still in it."""
    lines: list[PrintedLine] = field(default_factory=list)


class OutlineReader:
    """Divides the printed lines of the text into headings, each with the lines below it."""

    def __init__(self, contents: PageContents, measure: float, marks: Collection[Place]) -> None:
        """``measure`` is the width of full lines, ``marks`` the places of footnote marks."""
        self._marks = marks
        self._contents = contents
        self._listed_depths = contents.depths
        self._measure = measure
        self._outline = NumberedOutline()
        # Depth and number of the next item, if the last label was a list item's.
        self._next_item: tuple[int, int] | None = None

    def read(self, lines: Sequence[PrintedLine]) -> tuple[list[PrintedLine], list[Heading]]:
        """Return the lines before the first heading, and all headings."""
        before: list[PrintedLine] = []
        headings: list[Heading] = []
        index = 0
        while index < len(lines):
            label = next(iter(labels(lines[index].text.text, LEVELS_2025)), None)
            used = self._heading_lines(lines, index, label) if label else 0
            if label and used:
                headings.append(_heading(label, lines[index : index + used]))
                self._next_item = None
                index += used
                continue
            if label:
                self._next_item = (label.depth, label.value + 1)
            (headings[-1].lines if headings else before).append(lines[index])
            index += 1
        return before, headings

    def _heading_lines(self, lines: Sequence[PrintedLine], index: int, label: Label) -> int:
        """Return on how many lines a heading stands that begins here; 0 if none does."""
        if label.depth in self._listed_depths:
            used = self._listed_heading(lines, index, label)
        else:
            used = self._unlisted_heading(lines, index, label)
        if used:
            self._outline.enter(label.depth, label.value)
        return used

    def _listed_heading(self, lines: Sequence[PrintedLine], index: int, label: Label) -> int:
        """Return the number of lines of a heading that stands in the contents, else 0."""
        title = self._solid(lines[index].text[label.end :])
        entry = self._contents.find(label, title)
        if entry is None:
            return 0
        used = 1
        while index + used < len(lines):
            longer = title + self._solid(lines[index + used].text)
            if not entry.solid.startswith(longer):
                break
            title = longer
            used += 1
        if not entry.matches(title):
            return 0
        self._contents.enter(entry)
        return used

    def _solid(self, text: Traced) -> str:
        """Return a text without blanks and footnote marks."""
        pairs = zip(text.text, text.places, strict=True)
        return "".join(c for c, place in pairs if not c.isspace() and place not in self._marks)

    def _unlisted_heading(self, lines: Sequence[PrintedLine], index: int, label: Label) -> int:
        """Return the number of lines of a heading of a depth that the contents leave out, else 0.

        Its number is the next one, it goes on from no list, and it is a phrase.
        """
        line = lines[index]
        in_list = self._next_item == (label.depth, label.value)
        if in_list or not self._outline.expects(label.depth, label.value):
            return 0
        if line.text.text.endswith(_NO_HEADING_END) or not line.text.text[label.end :].strip():
            return 0
        if index and not self._may_precede(lines[index - 1]):
            return 0
        return 1 + self._wraps(lines, index)

    def _may_precede(self, line: PrintedLine) -> bool:
        """Return whether a heading may follow ``line``: it ends a sentence or is no full line."""
        if line.text.text.endswith("、"):
            return False
        return line.ends_sentence or line.width <= self._measure - SHORT

    def _wraps(self, lines: Sequence[PrintedLine], index: int) -> int:
        """Return 1 if the heading at ``index`` fills its line and continues on a short one."""
        if index + 2 >= len(lines) or lines[index].width < self._measure - SHORT:
            return 0
        below = lines[index + 1]
        short = below.width < self._measure * _SHORT_SECOND_LINE and not below.ends_sentence
        return int(short and not any(labels(below.text.text, LEVELS_2025)))


def _heading(label: Label, lines: Sequence[PrintedLine]) -> Heading:
    first = lines[0].text
    kind = SectionKind.PART if label.depth == 1 else label.level.kind
    return Heading(
        label.depth,
        kind,
        first[label.start : label.end].without_spaces(),
        join_lines([first[label.end :], *(line.text for line in lines[1:])]),
    )
