"""Sentences of which phrases in common are marked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_tui.compare.text.phrase_atoms import CLASSES, read_by_token, simplified
from plan_tui.compare.text.sentence_pairs import Sentence
from plan_tui.model.comparison import PhraseRuns, Run, text_of
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.characters import is_readable
from plan_tui.text.guarded_fold import guarded_folds
from plan_tui.text.shapes import KANJI, LATIN, NUMBER

WORDS = st.lists(
    st.sampled_from(
        [
            *("梟", "の", "カード", "及び", "。", "、", "17", "2024年度", " ", "R5年", "R5"),
            *("e-Book", "B7", "-", "－", "‐", "―", "ｅ", "Ｂ", "a", "&", "'", "･", "5"),
        ]
    ),
    max_size=12,
).map("".join)
OF_WORDS = str.maketrans({LATIN: KANJI, NUMBER: KANJI})
"""Classes that say the same."""


def test_phrases_are_cut_when_they_are_looked_at() -> None:
    cut: list[int] = []

    def cut_sentence(number: int) -> list[tuple[bool, str]]:
        cut.append(number)
        return [(True, "森の梟"), (False, "が鳴く。")]

    runs = PhraseRuns("森の梟が鳴く。", cut_sentence, 3)
    assert text_of(runs) == "森の梟が鳴く。"
    assert cut == []
    whole = (Run(TextChange.SHARED, "森の梟"), Run(TextChange.OTHER, "が鳴く。"))
    assert runs == whole
    assert hash(runs) == hash(whole)
    assert tuple(runs) == whole
    assert cut == [3]


@given(WORDS)
@settings(max_examples=600)
def test_phrases_are_the_same_in_what_is_folded_at_once(text: str) -> None:
    at_once, by_token = Sentence.of(text), Sentence.of(text)
    at_once.fold = guarded_folds([text])[0] if is_readable(text) else None
    folded = [read_by_token(each) or each.folded for each in (at_once, by_token)]
    classes = [simplified(each).translate(CLASSES) for each in folded]
    assert classes[0].translate(OF_WORDS) == classes[1].translate(OF_WORDS)
