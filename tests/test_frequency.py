"""Words counted per edition, and words typical of one."""

from __future__ import annotations

from collections import Counter
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.errors import UsageError
from plan_tui.search.word_counts import frequencies, surprise, typical
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan
from plan_tui.store.statistics_queries import documents


def test_every_occurrence_is_at_its_place(made_up: Plan) -> None:
    for one in frequencies(made_up, ["図書館", "夜間開館", "本"]):
        for place in one.occurrences:
            assert place.text[place.start : place.end] == one.term
            assert place.section.edition_id == one.edition.id


def test_counts_agree_with_the_stored_texts(made_up: Plan) -> None:
    texts = {
        (section.edition_id, text)
        for section in made_up.sections()
        if not section.toc_only
        for text in [
            section.title,
            *(passage.text for passage in own_passages(made_up, [section])[section.id]),
        ]
    }
    found = {one.edition.id: one for one in frequencies(made_up, ["夜間開館"])}
    for edition in made_up.editions():
        expected = sum(text.count("夜間開館") for name, text in texts if name == edition.id)
        assert found[edition.id].count == expected > 0
        share = 10_000 * expected / found[edition.id].characters
        assert isclose(found[edition.id].per_10000, share)


def test_spellings_that_fold_alike_are_one_term(made_up: Plan) -> None:
    wide, narrow = (frequencies(made_up, [term]) for term in ("デジタル化", "ﾃﾞｼﾞﾀﾙ化"))
    assert [one.count for one in wide] == [one.count for one in narrow] == [0, 1, 0]


def test_headings_without_text_held_do_not_count(made_up: Plan) -> None:
    assert sum(one.count for one in frequencies(made_up, ["手引"])) == 0


@pytest.mark.parametrize("data", ["made_up", "real"])
def test_words_are_counted_in_the_characters_that_the_overview_tells(
    data: str, request: pytest.FixtureRequest
) -> None:
    plan: Plan = request.getfixturevalue(data)
    told = Counter[str]()
    for one in documents(plan):
        told[one.document.edition_id] += one.characters
    assert {one.edition.id: one.characters for one in frequencies(plan, ["本"])} == told


def test_a_term_of_marks_alone_is_refused(made_up: Plan) -> None:
    with pytest.raises(UsageError, match="no letter or digit"):
        frequencies(made_up, ["「」"])


def test_typical_words_are_more_frequent_here(made_up: Plan) -> None:
    for one in typical(made_up, 5):
        assert one.score > 10.83
        assert one.count > 0


@given(*[st.integers(1, 500)] * 4)
def test_surprise_is_that_of_a_surplus_alone(here: int, more: int, there: int, rest: int) -> None:
    size, others = here + more, there + rest
    score = surprise(here, size, there, others)
    assert (score > 0) == (here * others > there * size)
    assert surprise(2 * here, 2 * size, 2 * there, 2 * others) == pytest.approx(2 * score)


def test_surprise_of_a_known_table() -> None:
    """Ten in a thousand against none in a thousand: G² = 2 · 10 · ln 2."""
    assert surprise(10, 1000, 0, 1000) == pytest.approx(13.8629, abs=1e-4)


def test_pieces_of_legal_references_are_no_words(real: Plan) -> None:
    terms = {one.term for one in typical(real, 200)}
    assert len(terms) > 100
    assert not {"条第", "項第"} & terms
