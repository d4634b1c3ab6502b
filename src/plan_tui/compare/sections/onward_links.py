"""Which links say where sections of an earlier edition go on in a later one."""

from __future__ import annotations

from plan_tui.model.comparison_enums import ChangeKind, Extent

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    Told = tuple[Any, ...]
    """What a link tells: how much it means of the older section and of the newer, and more."""
    Onwards = dict[int, list[Told]]
    """Newer section → what the links to it tell."""

WITHOUT_LINKS = (ChangeKind.NEW, ChangeKind.DROPPED, ChangeKind.UNKNOWN)
_WITH_MENTIONS = (ChangeKind.PART, ChangeKind.BELOW, ChangeKind.MENTION)
"""Of what goes on as no whole it is also told where it is only mentioned."""
_MENTION = Extent.MENTION


class OnwardLinks:
    """The links from sections to those of one later edition.

    Args:
        links: the older section, the newer one, whether it is asserted, and what it tells; the
            best first.

    """

    def __init__(self, links: Iterable[tuple[int, int, bool, Told]]) -> None:
        self._asserted: dict[int, Onwards] = {}
        self._suggested: dict[int, Onwards] = {}
        """Of each older section the best alone."""
        for older, newer, accepted, told in links:
            if not accepted:
                self._suggested.setdefault(older, {newer: [told]})
            elif told[0] is not _MENTION:
                self._asserted.setdefault(older, {}).setdefault(newer, []).append(told)

    def telling(self, section_id: int, change: ChangeKind, *, asserted: bool) -> Onwards:
        """Return those that say what is stated of a section, or the best of what is suggested."""
        if not asserted:
            is_told = change not in WITHOUT_LINKS
            return self._suggested.get(section_id, {}) if is_told else {}
        telling = self._asserted.get(section_id, {})
        if change in _WITH_MENTIONS:
            return telling
        wholly = (
            (newer, [told for told in links if told[1] is not _MENTION])
            for newer, links in telling.items()
        )
        return {newer: links for newer, links in wholly if links}
