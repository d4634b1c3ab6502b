"""The line below a search box: filters to complete, or how the hits are spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from plan_tui.labels.hit_reasons import SEARCH_TIERS
from plan_tui.labels.kind_names import SECTION_KINDS
from plan_tui.model.enums import (
    SearchTier,
    SectionKind,
)
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.width import CUT, width
from plan_tui.tui.render.line import SEPARATOR, Piece, columns_of

CHAPTER = Phrase("章 ", "ch. ")
TRIED = Phrase("試した探し方：", "Tried: ")
_GAP = Piece(" ")
_CUT = Piece(f" {CUT}", "muted")
_KEY = Piece("Tab ", "mark")
"""Before the completion that the key takes."""


@record
class CompletionItem:
    """A part of the line that can be clicked."""

    pieces: tuple[Piece, ...]
    query: str = ""
    """The query that a click asks; empty if it asks none."""

    @property
    def columns(self) -> int:
        """The columns that the item takes."""
        return columns_of(self.pieces)


Groups = Sequence[Sequence[CompletionItem]]


def completion_items(
    completions: Iterable[tuple[str, str, int | None]],
) -> list[list[CompletionItem]]:
    """Return a group of completions: the whole query, the last word and the number of hits.

    The first is the one that the key takes.
    """
    items = []
    for number, (query, word, count) in enumerate(completions):
        pieces = [Piece(word, "text" if number else "tag")]
        if not number:
            pieces.insert(0, _KEY)
        if count is not None:
            pieces.append(Piece(f" ({count})", "muted"))
        items.append(CompletionItem(tuple(pieces), query))
    return [items]


def tried_items(tiers: Iterable[SearchTier], language: Language) -> list[list[CompletionItem]]:
    """Return a group of the tiers of the search that found nothing."""
    first, *others = [Piece(SEARCH_TIERS[tier].say(language), "muted") for tier in tiers]
    head = CompletionItem((Piece(TRIED.say(language), "muted"), first))
    return [[head, *(CompletionItem((piece,)) for piece in others)]]


def facet_items(
    facets: dict[str, dict[str, int]], query: str, language: Language
) -> list[list[CompletionItem]]:
    """Return a group for the kinds of the hits and one for their chapters, most hits first.

    A click narrows ``query`` to the hits of the item. A group without items is left out.
    """

    def item(name: str, value: str, count: int, label: str) -> CompletionItem:
        pieces = (Piece(label), Piece(f":{count}", "muted"))
        return CompletionItem(pieces, f"{query.rstrip()} {name}:{value} ")

    kinds, chapters = (
        sorted(facets.get(name, {}).items(), key=lambda item: -item[1])
        for name in ("kind", "chapter")
    )
    groups = [
        [item("kind", k, n, SECTION_KINDS[SectionKind(k)].say(language)) for k, n in kinds],
        [item("chapter", c, n, c) for c, n in chapters],
    ]
    if chapters:
        name = Piece(CHAPTER.say(language), "muted")
        groups[1][0] = CompletionItem((name, *groups[1][0].pieces), groups[1][0].query)
    return [group for group in groups if group]


def lay_out(groups: Groups, columns: int) -> list[CompletionItem]:
    """Return the items that fit, with what stands between them.

    One item of each group is taken in turn, so that none crowds out another; a group of which
    not all fits ends with `CUT`.
    """
    fitting = _fitting(groups, columns)
    if any(len(part) < len(group) for part, group in zip(fitting, groups, strict=True)):
        fitting = _fitting(groups, columns - len(groups) * width(_CUT.text))
    items: list[CompletionItem] = []
    for part, group in zip(fitting, groups, strict=True):
        if items and part:
            items.append(CompletionItem((SEPARATOR,)))
        for number, item in enumerate(part):
            items += [CompletionItem((_GAP,)), item] if number else [item]
        if part and len(part) < len(group):
            items.append(CompletionItem((_CUT,)))
    return items


def _fitting(groups: Groups, columns: int) -> list[list[CompletionItem]]:
    """Return the beginning of each group that there is room for."""
    fitting: list[list[CompletionItem]] = [[] for _ in groups]
    closed: set[int] = set()
    room = columns - width(SEPARATOR.text) * max(0, len(groups) - 1)
    for number, item in _in_turn(groups):
        size = item.columns + (width(_GAP.text) if fitting[number] else 0)
        if number in closed or size > room:
            closed.add(number)
            continue
        fitting[number].append(item)
        room -= size
    return fitting


def _in_turn(groups: Groups) -> Iterator[tuple[int, CompletionItem]]:
    """Yield the items with the indices of their groups, in the order in which they get room."""
    for turn in zip_longest(*groups):
        yield from ((number, item) for number, item in enumerate(turn) if item)
