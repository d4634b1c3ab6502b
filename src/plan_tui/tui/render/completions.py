"""The line below a search box: filters to complete, or how the hits are spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plan_tui.labels import terms
from plan_tui.labels.hit_reasons import WHY
from plan_tui.model.enums import SearchTier, SectionKind
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT, width
from plan_tui.tui import interface_terms
from plan_tui.tui.render.line import Piece

CHAPTER = Phrase("章 ", "ch. ")
TRIED = Phrase("試した探し方：", "Tried: ")
_GAP = Piece(" ")
_CUT = Piece(f" {CUT}", "muted")
_PARTED = Piece(" | ", "rule")
_KEY = Piece("Tab ", "mark")


@dataclass(frozen=True, slots=True)
class CompletionItem:
    """A part of the line that a click takes."""

    pieces: tuple[Piece, ...]
    query: str = ""
    """The query that a click asks; empty if it asks none."""

    @property
    def columns(self) -> int:
        """The columns that the item takes."""
        return sum(width(piece.text) for piece in self.pieces)


Groups = Sequence[Sequence[CompletionItem]]


def completion_items(
    offers: Iterable[tuple[str, str, int | None]],
) -> list[list[CompletionItem]]:
    """Return what can be completed: whole query, last word and number of hits of each.

    The first is the one that the key takes.
    """
    made = []
    for number, (query, word, count) in enumerate(offers):
        pieces = [Piece(word, "text" if number else "tag")]
        if not number:
            pieces.insert(0, _KEY)
        if count is not None:
            pieces.append(Piece(f" ({count})", "muted"))
        made.append(CompletionItem(tuple(pieces), query))
    return [made]


def tried_items(tiers: Iterable[SearchTier], language: Language) -> list[list[CompletionItem]]:
    """Return the ways of finding that found nothing."""
    made = [CompletionItem((Piece(terms.say(WHY, tier, language), "muted"),)) for tier in tiers]
    return [[CompletionItem((Piece(TRIED.say(language), "muted"), *made[0].pieces)), *made[1:]]]


def facet_items(
    facets: dict[str, dict[str, int]], query: str, language: Language
) -> list[list[CompletionItem]]:
    """Return the hits of each kind and chapter, most first; a click narrows the query to them."""

    def item(name: str, value: str, count: int, shown: str) -> CompletionItem:
        pieces = (Piece(shown), Piece(f":{count}", "muted"))
        return CompletionItem(pieces, f"{query.rstrip()} {name}:{value} ")

    kinds, chapters = (
        sorted(facets.get(name, {}).items(), key=lambda pair: -pair[1])
        for name in ("kind", "chapter")
    )
    groups = [
        [item("kind", k, n, interface_terms.KINDS[SectionKind(k)].say(language)) for k, n in kinds],
        [item("chapter", c, n, c) for c, n in chapters],
    ]
    if chapters:
        named = Piece(CHAPTER.say(language), "muted")
        groups[1][0] = CompletionItem((named, *groups[1][0].pieces), groups[1][0].query)
    return [group for group in groups if group]


def lay_out(groups: Groups, columns: int) -> list[CompletionItem]:
    """Return the items that fit, with what parts them.

    One item of each group is taken in turn, so that none crowds out another; a group of which
    not all fits ends with `CUT`.
    """
    kept = _kept(groups, columns)
    if any(len(some) < len(group) for some, group in zip(kept, groups, strict=True)):
        kept = _kept(groups, columns - len(groups) * width(_CUT.text))
    made: list[CompletionItem] = []
    for some, group in zip(kept, groups, strict=True):
        if made and some:
            made.append(CompletionItem((_PARTED,)))
        for place, item in enumerate(some):
            made += [CompletionItem((_GAP,)), item] if place else [item]
        if some and len(some) < len(group):
            made.append(CompletionItem((_CUT,)))
    return made


def _kept(groups: Groups, columns: int) -> list[list[CompletionItem]]:
    """Return the beginning of each group that there is room for."""
    kept: list[list[CompletionItem]] = [[] for _ in groups]
    closed: set[int] = set()
    room = columns - width(_PARTED.text) * max(0, len(groups) - 1)
    for number, item in _in_turn(groups):
        size = item.columns + (width(_GAP.text) if kept[number] else 0)
        if number in closed or size > room:
            closed.add(number)
            continue
        kept[number].append(item)
        room -= size
    return kept


def _in_turn(groups: Groups) -> Iterator[tuple[int, CompletionItem]]:
    """Yield the items with the numbers of their groups, in the order in which they get room."""
    for turn in zip_longest(*groups):
        yield from ((number, item) for number, item in enumerate(turn) if item)
