"""Headings of the 2025 layout, told from enumerations by contents page, numbering and context."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from plan_tui.model.enums import SectionKind
from plan_tui.parse.common.numbering import LEVELS_2025, Label, NumberedOutline, labels
from plan_tui.parse.common.spacing import join_lines
from plan_tui.parse.full_text_2025.contents import PageContents
from plan_tui.parse.full_text_2025.geometry import SHORT, Printed
from plan_tui.text.traced import Place, Traced

_NO_HEADING_END = tuple("。、")


@dataclass(slots=True)
class Heading:
    """A heading and the printed lines below it, up to the next heading."""

    depth: int
    kind: SectionKind
    label: Traced
    title: Traced
    """Footnote marks are still in it."""
    lines: list[Printed] = field(default_factory=list)


class OutlineReader:
    """Parts a stream of printed lines into headings with their lines."""

    def __init__(self, contents: PageContents, full: float, marks: Collection[Place]) -> None:
        """``full`` is the width of full lines, ``marks`` the places of footnote marks."""
        self._marks = marks
        self._contents = contents
        self._listed = contents.depths
        self._full = full
        self._outline = NumberedOutline()
        self._list_next: tuple[int, int] | None = None

    def read(self, lines: Sequence[Printed]) -> tuple[list[Printed], list[Heading]]:
        """Return the lines before the first heading, and all headings."""
        before: list[Printed] = []
        headings: list[Heading] = []
        index = 0
        while index < len(lines):
            label = next(iter(labels(lines[index].text.text, LEVELS_2025)), None)
            used = self._heading_lines(lines, index, label) if label else 0
            if label and used:
                headings.append(_heading(label, lines[index : index + used]))
                self._list_next = None
                index += used
                continue
            if label:
                self._list_next = (label.depth, label.value + 1)
            (headings[-1].lines if headings else before).append(lines[index])
            index += 1
        return before, headings

    def _heading_lines(self, lines: Sequence[Printed], index: int, label: Label) -> int:
        """Return on how many lines a heading stands that begins here; 0 if none does."""
        if label.depth in self._listed:
            used = self._listed_heading(lines, index, label)
        else:
            used = self._unlisted_heading(lines, index, label)
        if used:
            self._outline.enter(label.depth, label.value)
        return used

    def _listed_heading(self, lines: Sequence[Printed], index: int, label: Label) -> int:
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

    def _unlisted_heading(self, lines: Sequence[Printed], index: int, label: Label) -> int:
        line = lines[index]
        in_list = self._list_next == (label.depth, label.value)
        if in_list or not self._outline.expects(label.depth, label.value):
            return 0
        if line.text.text.endswith(_NO_HEADING_END) or not line.text.text[label.end :].strip():
            return 0
        if index and not self._may_precede(lines[index - 1]):
            return 0
        return 1 + self._wraps(lines, index)

    def _may_precede(self, line: Printed) -> bool:
        """Return whether a heading may follow: the line ends a sentence or is no full line."""
        if line.text.text.endswith("、"):
            return False
        return line.ends_sentence or line.width <= self._full - SHORT

    def _wraps(self, lines: Sequence[Printed], index: int) -> int:
        """Return 1 if the heading at ``index`` fills its line and goes on for a short one."""
        if index + 2 >= len(lines) or lines[index].width < self._full - SHORT:
            return 0
        rest = lines[index + 1]
        short = rest.width < self._full / 2 and not rest.ends_sentence
        return int(short and not any(labels(rest.text.text, LEVELS_2025)))


def _heading(label: Label, lines: Sequence[Printed]) -> Heading:
    first = lines[0].text
    kind = SectionKind.PART if label.depth == 1 else label.level.kind
    return Heading(
        label.depth,
        kind,
        first[label.start : label.end].without_spaces(),
        join_lines([first[label.end :], *(line.text for line in lines[1:])]),
    )
