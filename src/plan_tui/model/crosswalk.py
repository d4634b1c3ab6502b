"""What a person says belongs together: the topics."""

from __future__ import annotations

from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.records import Section


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
