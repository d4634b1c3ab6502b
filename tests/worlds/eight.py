"""Eight made-up editions: some in full, two with measure cards, one of slides, one of a deck.

The hand-kept crosswalk knows three of them; whatever belongs together in the others is suggested.
"""

from __future__ import annotations

from plan_tui.model.enums import DocumentKind, Layout
from tests.worlds.made_up_plan import MadeUpDocument, middle, newer, older
from tests.worlds.world import World

EIGHT: tuple[MadeUpDocument, ...] = (
    ("plan-2021", "2021", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2021, older),
    ("deck-2021-12", "2021-12", DocumentKind.DECK, Layout.SLIDES, middle),
    ("overview-2022", "2022", DocumentKind.OVERVIEW, Layout.SLIDES, middle),
    ("plan-2023", "2023", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025, newer),
    ("plan-2024", "2024", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2021, older),
    ("plan-2025", "2025", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025, newer),
    ("plan-2026", "2026", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025, newer),
    ("plan-2026-12", "2026-12", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2021, older),
)
EDITIONS = tuple(edition for _, edition, *_ in EIGHT)


def eight_editions() -> World:
    """Return the world of eight editions, with what a build finds in it."""
    return World(EIGHT).with_crosswalk().with_facts()
