"""Words that several screens and documents share: editions, shares in common, what is below."""

from __future__ import annotations

import pytest

from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT
from plan_tui.labels.counterpart_names import hardly_shared, share_words
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import GOES_ON_BELOW
from plan_tui.labels.promise_names import MOVEMENTS_SHORT
from plan_tui.labels.topic_names import TOPIC_GROUPS_SHORT
from plan_tui.model.comparison_enums import ChangeGroup, Movement, TopicGroup
from plan_tui.query.value_names import edition
from plan_tui.text.language import Language


@pytest.mark.parametrize(
    ("edition_id", "japanese", "english"),
    [
        ("2022", "2022年版", "2022 edition"),
        ("2030", "2030年版", "2030 edition"),
        ("2021-12", "2021年12月版", "2021-12 edition"),
        ("2023-06", "2023年6月版", "2023-06 edition"),
        ("2031-01", "2031年1月版", "2031-01 edition"),
    ],
)
def test_an_edition_is_named_by_its_year_or_month(
    edition_id: str, japanese: str, english: str
) -> None:
    assert edition_name(edition_id, Language.JA) == japanese
    assert edition_name(edition_id, Language.EN) == english
    assert edition(japanese) == edition_id


@pytest.mark.parametrize("share", [0.0, 0.0001, 0.002, 0.0049, 0.005])
def test_what_would_be_printed_as_nothing_is_less_than_one_per_cent(share: float) -> None:
    assert hardly_shared(share)
    assert share_words(share, Language.JA) == "共通 1%未満"
    assert share_words(share, Language.EN) == "under 1% in common"


@pytest.mark.parametrize(
    ("share", "printed"), [(0.0051, 1), (0.01, 1), (0.2, 20), (0.996, 100), (1.0, 100)]
)
def test_other_shares_are_printed_in_whole_per_cents(share: float, printed: int) -> None:
    assert share_words(share, Language.JA) == f"共通 {printed}%"
    assert share_words(share, Language.EN) == f"{printed}% in common"


def test_headings_below_are_counted_in_the_singular_and_plural() -> None:
    assert GOES_ON_BELOW.say(Language.EN, count=1, all=1) == "goes on in 1 of 1 heading below"
    assert GOES_ON_BELOW.say(Language.EN, count=1, all=4) == "goes on in 1 of 4 headings below"


@pytest.mark.parametrize("language", Language)
def test_what_is_first_is_said_in_one_short_word(language: Language) -> None:
    first = MOVEMENTS_SHORT[Movement.NEW].say(language)
    assert first == TOPIC_GROUPS_SHORT[TopicGroup.NEW].say(language)
    # Of two editions it is not said: one between them may have it.
    assert first != CHANGE_GROUPS_SHORT[ChangeGroup.NEW].say(language)
