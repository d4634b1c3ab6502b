"""Who is in charge of a measure: the cards say nobody, the text names organisations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.compare.text.named_entities import organisations_named
from plan_tui.labels.named_organisations import in_charge_words
from plan_tui.model.records import SectionText
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language


def with_words(text: SectionText, words: str) -> SectionText:
    """Return a section whose first block has other words."""
    first, *others = text.blocks
    return replace(text, blocks=(replace(first, text=words), *others))


@pytest.fixture
def card(made_up: Plan) -> SectionText:
    return made_up.section_text("2021:M1-2")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("梟森林庁と鷹野省が夜間開館を試行する。", ("梟森林庁", "鷹野省")),
        ("森林図書館協会が試行し、森林図書館協会が公表する。", ("森林図書館協会",)),
        ("巣箱推進室、森林研究所が調べる。", ("巣箱推進室", "森林研究所")),
        ("国立土壌・水質研究所が調べる。", ("国立土壌・水質研究所",)),
        ("国・町立図書館推進協議会が決める。", ("国・町立図書館推進協議会",)),
        ("鷹野省・土壌研究所が調べる。", ("鷹野省", "土壌研究所")),
        ("町・梟森林庁が試行する。", ("梟森林庁",)),
        ("土壌研究所・梟森林庁・水質研究所", ("土壌研究所", "梟森林庁", "水質研究所")),
        ("各省庁が試行する。", ()),
        ("夜間開館を試行する。", ()),
    ],
)
def test_organisations_are_named_once_in_their_order(
    card: SectionText, words: str, names: tuple[str, ...]
) -> None:
    assert organisations_named(with_words(card, words)) == names


@pytest.mark.parametrize("language", Language)
def test_that_nobody_is_named_in_charge_is_said(card: SectionText, language: Language) -> None:
    said = in_charge_words(card, language)
    assert said
    named = in_charge_words(with_words(card, "鷹野省が試行する。"), language)
    assert named != said
    assert "鷹野省" in named


@pytest.mark.parametrize("words", ["担当府省庁：鷹野省", "【所管省庁】梟の森庁", "主管課：森の課"])
def test_nothing_is_said_where_a_card_says_who(card: SectionText, words: str) -> None:
    assert in_charge_words(with_words(card, words), Language.JA) == ""


def test_nothing_is_said_of_what_is_no_measure(made_up: Plan) -> None:
    assert in_charge_words(made_up.section_text("2021:1.1"), Language.JA) == ""
