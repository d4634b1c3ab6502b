"""Words over time in lines: names, bars and passages stand in columns at every width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import SupportsIndex

import pytest

from plan_tui.labels.edition_names import edition_name
from plan_tui.search.word_counts import frequencies
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.record import replaced
from plan_tui.text.width import CUT, width
from plan_tui.tui.render.words import word_line

COLUMNS = [58, 78, 118, 198]


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("language", Language)
def test_a_bar_stands_apart_from_its_edition(real: Plan, columns: int, language: Language) -> None:
    for one in frequencies(real, ["デジタル庁"]):
        name = edition_name(one.edition.id, language)
        drawn = word_line(one, 18, columns, language)
        assert drawn.text.startswith(f"  {name} ")
        assert drawn.columns <= columns
        assert CUT not in drawn.text


@pytest.mark.parametrize("columns", COLUMNS)
def test_passages_stand_in_line_however_the_term_is_printed(real: Plan, columns: int) -> None:
    places = [place for one in frequencies(real, ["ＤＸ", "①"]) for place in one.occurrences]
    assert {place.text[place.start : place.end] for place in places} >= {"DX", "①"}
    starts, cuts = set[int](), set[int]()
    for place in places:
        pieces = word_line(place, 1, columns, Language.JA).pieces
        at = next(n for n, piece in enumerate(pieces) if piece.role == "hit")
        starts.add(sum(width(piece.text) for piece in pieces[:at]))
        if pieces[at - 1].text.startswith(CUT):
            cuts.add(sum(width(piece.text) for piece in pieces[: at - 1]))
    assert len(starts) == len(cuts) == 1


class Read(str):
    """A text that counts what is taken of it."""

    __slots__ = ("taken",)

    def __getitem__(self, part: SupportsIndex | slice) -> str:
        taken = super().__getitem__(part)
        self.taken = getattr(self, "taken", 0) + len(taken)
        return taken

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("the whole text is read")


@pytest.mark.parametrize("columns", COLUMNS)
def test_a_passage_reads_what_stands_near_it(made_up: Plan, columns: int) -> None:
    place = next(p for one in frequencies(made_up, ["夜間開館"]) for p in one.occurrences)
    near, far = "あ" * 4 * columns, "い" * 100_000
    short = replaced(place, text=f"{near}夜間開館{near}", start=len(near), end=len(near) + 4)
    start = len(near) + len(far)
    text = Read(f"{far}{near}夜間開館{near}{far}")
    long = replaced(place, text=text, start=start, end=start + 4)
    drawn = word_line(long, 1, columns, Language.JA)
    assert drawn == word_line(short, 1, columns, Language.JA)
    assert text.taken <= 10 * columns
