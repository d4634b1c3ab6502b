"""Words counted per edition, and words typical of one."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from math import isclose
from unittest.mock import Mock, patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.errors import UsageError
from plan_tui.search import printed_forms
from plan_tui.search.printed_forms import form_of, places_of
from plan_tui.search.word_counts import counted_typical, frequencies, surprise, typical
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan
from plan_tui.store.statistics_queries import documents
from plan_tui.text.fold import fold_spelling


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


@pytest.mark.parametrize(
    ("term", "text", "printed"),
    [
        ("ガス", "ガス管を直すガス会社", ["ガス", "ガス"]),
        ("メール", "読み進めるための本", []),
        ("メール", "進めーるメールＭＡＩＬ", ["メール"]),
        ("書架", "清書・架台の書架", ["書架"]),
        ("書架", "（清書）架台", []),
        ("清書・架台", "清書・架台", ["清書・架台"]),
        ("プリンタ", "プリンタとプリンター", ["プリンタ", "プリンター"]),
        ("プリンター", "プリンタとﾌﾟﾘﾝﾀｰ", ["プリンタ", "ﾌﾟﾘﾝﾀｰ"]),
        ("プリンター", "プリンタリボン", []),
        ("プリンタ", "プリンターリボン", ["プリンタ"]),
        ("プリンタ", "新プリンター", ["プリンター"]),
        ("キー", "鍵のキは木", []),
        ("子供", "子ども、こども、子供", ["子ども", "こども", "子供"]),
        ("ict", "ＩＣＴとICT", ["ＩＣＴ", "ICT"]),
        ("が", "か\u3099と゛が", ["か\u3099", "が"]),
        ("AI", "AIとＡＩ、ai。Container、CAIO、Mainly AI", ["AI", "ＡＩ", "ai", "AI"]),
        ("IT", "Digitalとwith、ITの活用・e-IT", ["IT", "IT"]),
        ("id", "マイナID、Android、IDs、ÉID", ["ID"]),
        ("5G", "5Gと15G、５Gbps、5G", ["5G", "5G"]),
        ("AI", "OpenAIとCAIO、AIs、WAIと　ＯｐｅｎＡＩ", ["AI", "ＡＩ"]),
        ("DX", "窓口DXSaaSとDX、DXA", ["DX", "DX"]),
        ("SaaS", "窓口DXSaaSとSaaSs、PaaS", ["SaaS"]),
        ("aaS", "SaaS", []),
        ("7年度", "令和7年度、17年度、７年度", ["7年度", "７年度"]),
        ("2025", "2025年、12025、20250", ["2025"]),
        ("cloud service", "Cloud Service、Cloud Services", ["Cloud Service"]),
    ],
)
def test_a_term_counts_where_it_is_printed(term: str, text: str, printed: list[str]) -> None:
    assert [text[start:end] for start, end in places_of(term, text)] == printed


@given(
    st.text("ガスー・管カすが子供ども ｶﾞ", max_size=30), st.sampled_from(["ガス", "子供", "ガスー"])
)
def test_no_printing_of_a_term_is_missed_and_none_counts_twice(text: str, term: str) -> None:
    places = places_of(term, text)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    as_printed = [
        place for place in places if form_of(text[slice(*place)]).startswith(form_of(term))
    ]
    assert len(as_printed) == form_of(text).count(form_of(term))


def test_printed_forms_are_counted_apart(real: Plan) -> None:
    for one in frequencies(real, ["子ども", "サーバー", "データ"]):
        printed = Counter(form_of(place.text[place.start : place.end]) for place in one.occurrences)
        assert one.forms == printed
        assert sum(one.forms.values()) == one.count


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


def test_typical_words_are_more_frequent_here(real: Plan) -> None:
    found = typical(real, 5)
    assert found
    for one in found:
        assert one.score > 10.83
        assert one.count > 0


def test_a_typical_word_is_counted_where_a_whole_run_is_the_word() -> None:
    text = "図書と図書館の図書及び貸出図書、オープンデータのデータ"
    counts = {"new": [text], "old": ["公園と公園"]}
    with patch("plan_tui.search.word_counts._CountedTexts") as texts:
        texts.return_value.by_edition.return_value = counts
        plan = Mock()
        plan.editions.return_value = [Mock(id=each) for each in counts]
        with patch("plan_tui.search.word_counts._LEAST", 0):
            found = {word.term: word.count for word in counted_typical(plan)["new"]}
    assert found["図書"] == 2
    assert found["データ"] == 1


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


@given(
    st.lists(
        st.sampled_from([*"ガスー・管カすが子供ども、及びヶか月所ｶﾞｽｰ\u3099\0", "ガス", "子供"]),
        max_size=14,
    ),
    st.sampled_from(["ガス", "子供", "ガスー", "ーガ", "スガス", "か月", "月か", "供子", "管"]),
)
def test_places_are_those_that_a_look_at_each_character_finds(parts: list[str], term: str) -> None:
    text = "".join(parts)
    with patch.object(printed_forms, "_may_stand_elsewhere", lambda *_: True):
        expected = places_of(term, text)
    assert places_of(term, text) == expected
    assert places_of(term, text, fold_spelling(text)) == expected
