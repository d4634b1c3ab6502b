"""What a person says belongs together: topics, and verdicts that something has no counterpart."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
)
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.records import Section


@record
class TopicHead:
    """What a matter of the curated crosswalk is called."""

    id: str
    title: str
    title_en: str | None
    note: str
    note_en: str | None
    """The note in unofficial English, if there is any."""


@record
class Topic:
    """One matter of the curated crosswalk, and the sections that speak of it."""

    id: str
    title: str
    title_en: str | None
    note: str
    sections: tuple[Section, ...]
    """In order of edition and reading."""
    blocks: Mapping[int, tuple[int | None, ...]]
    """Section id → ids of the blocks that the topic means, None for what is no block (its KPIs);
    empty for a section that it means whole. Has each of ``sections``, and no other."""
    note_en: str | None = None
    """The note in unofficial English, if there is any."""
    mentions: tuple[Section, ...] = ()
    """What only names the matter in passing, in order of edition and reading."""

    @property
    def editions(self) -> frozenset[str]:
        """The editions of which the text held speaks of it."""
        return frozenset(section.edition_id for section in self.sections)

    def means(self, section_id: int, block_id: int | None) -> bool:
        """Tell whether it means a block, or a KPI (None), of a section."""
        blocks = self.blocks.get(section_id)
        return blocks is not None and (not blocks or block_id in blocks)


def group_of(change: ChangeKind, *, asserted: bool) -> ChangeGroup:
    """Return the group in which a change is counted."""
    settled = asserted or change is ChangeKind.UNKNOWN
    return ChangeGroup(change) if settled else ChangeGroup.SUGGESTED


@record
class SectionChange:
    """What another edition has of a section: the statement that all views repeat."""

    section_id: int
    edition_id: str
    """The other edition."""
    change: ChangeKind
    asserted: bool
    """False if it is only suggested."""
    score: float
    """0 to 1, of the best link; 0 without one."""
    below: int
    """Sections directly below it that go on there, themselves or below them."""
    below_all: int
    """Sections directly below it."""
    reason: str
    reason_en: str | None
    """The same in unofficial English, if there is any."""

    @property
    def group(self) -> ChangeGroup:
        """The group in which it is counted."""
        return group_of(self.change, asserted=self.asserted)
