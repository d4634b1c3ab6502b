"""What stands between words in English: no sign of Japanese, wherever a module joins them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.labels.measure_names import status_words
from plan_tui.store.plan import Plan
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language
from plan_tui.tui.render.difference_signs import LEGEND, legend_lines
from plan_tui.tui.render.kpi import kpi_lines
from plan_tui.tui.render.section_text import Options
from plan_tui.views.kpis import kpis_view

SOURCE = Path(__file__).parents[2] / "src" / "plan_tui"
ROOMS = ("views", "labels", "export", "tui", "cli")
_SIGNS = re.compile("[　・、；：]")


def separators(room: str) -> Iterator[str]:
    """Yield each text that words are joined with."""
    for path in sorted((SOURCE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Attribute(value=ast.Constant(value=str(words)), attr="join"):
                    yield words


@pytest.mark.parametrize("room", ROOMS)
def test_words_are_joined_by_a_sign_of_either_language(room: str) -> None:
    assert [each for each in separators(room) if _SIGNS.search(each)] == []


def test_statuses_and_facts_of_kpis_have_english_signs_between_them(real: Plan) -> None:
    assert not any("・" in status_words(card, Language.EN) for card in real.measures())
    assert any("・" in status_words(card, Language.JA) for card in real.measures())
    facts = [line for line in kpis_view(real, Language.EN).text().splitlines() if " Due " in line]
    assert facts
    assert all(" · Due " in line for line in facts)


def test_meanings_of_signs_have_blanks_between_them() -> None:
    signs = list(LEGEND)
    [line, *_] = legend_lines(signs, (), 400, Language.EN)
    assert "　" not in line.text
    assert "  " in line.text


@pytest.mark.parametrize("columns", [44, 58, 78, 118])
def test_how_a_date_binds_is_said_to_be_the_plan_s_words(real: Plan, columns: int) -> None:
    text = real.section_text("2021:M1-1")
    options = Options(Language.EN, calendar=Calendar.BOTH)
    drawn = " ".join(" ".join(line.text.split()) for line in kpi_lines(text, columns, options))
    assert "in the plan's words: まで" in drawn
    assert "⋯" not in drawn
