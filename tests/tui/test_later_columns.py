"""What a later edition says of a measure, in a cell of the list."""

from __future__ import annotations

import pytest

from plan_tui.compare.promises.later_editions_of import with_later_editions
from plan_tui.model.comparison_enums import PromiseKind
from plan_tui.model.records import MeasureCard
from plan_tui.store.plan import Plan
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.text.record import replaced
from plan_tui.tui.render.later_columns import later_pieces
from tests.conftest import REAL_DATABASE


@pytest.fixture(scope="module")
def whole_cards() -> tuple[MeasureCard, ...]:
    with Plan(REAL_DATABASE) as plan:
        return with_later_editions(plan, plan.measures())


@pytest.mark.parametrize("language", Language)
def test_a_new_deadline_is_named_in_its_cell(
    whole_cards: tuple[MeasureCard, ...], language: Language
) -> None:
    for card in whole_cards:
        for later in card.later:
            for columns in (14, 18, 24):
                pieces = later_pieces(card, later.edition.id, columns, language, Calendar.WESTERN)
                first = later.foremost.newer if later.foremost else None
                if first and first.end:
                    named = (first.end[:4], "年度", "FY")
                    assert any(word in pieces[1].text for word in named)
                    assert len(pieces) == (3 if len(later.named) > 1 else 2)
                    assert not later.due or first.end == later.due


@pytest.mark.parametrize(
    ("start", "end", "ja", "en"),
    [
        ("2025-04-01", "2026-03-31", "25年度", "FY25"),
        ("2026-04-01", None, "26年度～", "FY26～"),
        ("2026-03-31", "2026-03-31", "2026-03", "2026-03"),
    ],
)
@pytest.mark.parametrize("columns", [14, 18, 24])
def test_a_fiscal_year_is_not_told_by_the_year_in_which_it_ends(
    whole_cards: tuple[MeasureCard, ...],
    start: str,
    end: str | None,
    ja: str,
    en: str,
    columns: int,
) -> None:
    card, later, first = next(
        (card, later, later.foremost)
        for card in whole_cards
        for later in card.later
        if later.foremost and later.foremost.what is PromiseKind.DEADLINE
    )
    assert first.newer is not None
    newer = replaced(first.newer, start=start, end=end, basis=DateBasis.FISCAL_YEAR)
    for language, short in ((Language.JA, ja), (Language.EN, en)):
        fiscal = replaced(later, steps=(replaced(first, newer=newer),) * 4)
        cell = later_pieces(
            replaced(card, later=(fiscal,)), later.edition.id, columns, language, Calendar.WESTERN
        )
        value = cell[1].text.split()[0]
        assert value.startswith((short, f"20{short}", f"FY20{short[2:4]}", "2026-03"))
        assert value != "2026"
