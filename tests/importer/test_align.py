"""Suggestions: found by several kinds of evidence, with a reason, and none where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from plan_tui.importer.linking.agreed_ranking import AgreedRanking
from plan_tui.importer.linking.agreement import agreement
from plan_tui.importer.linking.confidence import CURVE, standing
from plan_tui.importer.linking.coverage import leaves, uncovered
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import Described, SectionCorpus, title_said
from plan_tui.importer.linking.first_ranking import chosen, shares_of_all
from plan_tui.importer.linking.link_rows import suggestions
from plan_tui.importer.linking.pair_confidences import confidences_of_all
from plan_tui.importer.linking.passages import Passage, PassageSentence, passages
from plan_tui.importer.linking.suggestions import (
    PER_SECTION,
    THRESHOLD,
    Suggestion,
    best_pairs,
    suggest,
)
from plan_tui.model.comparison_enums import Extent, Likelihood
from tests.worlds.world import World

OLDER = (
    ("梟の巣箱台帳の電子化", "森の管理人は、巣箱台帳を紙から電子に改める。"),
    ("夜間観察会の開催", "町の集会所で、月に一度の夜間観察会を開く。"),
    ("落葉堆肥の共同購入", "農家が落葉堆肥をまとめて買う仕組みを作る。"),
    ("渡り鳥の経路図", "渡り鳥の経路図を公開し、ツバメ便の運航に役立てる。"),
)
NEWER = (
    ("巣箱台帳の電子化の推進", "電子化した巣箱台帳を、隣の町とも共有する。"),
    ("住民の学び", "学校の授業のほか、夜間観察会を続け、標本の貸出を始める。"),
    ("空の交通", "ツバメ便の運航を、空の道の地図に基づいて広げる。"),
    ("橋と道路", "古い橋を架け替え、道路の雪を早く除く。"),
)
FILLER = tuple(
    (f"{place}の{thing}", f"{place}にある{thing}を直し、毎年の点検を行う。")
    for place in ("港町", "山里", "川辺", "丘陵", "砂浜", "湖畔")
    for thing in ("水車小屋", "石垣", "灯台", "井戸", "鐘楼", "物見台")
)


def passage(number: int, title: str, *texts: str, parent: int | None = None) -> Passage:
    """Make a section of one block a text."""
    sentences = [PassageSentence(text, 100 * number + n) for n, text in enumerate(texts)]
    return Passage(number, title, "\n".join(texts), parent, "", tuple(sentences), len(texts))


def made_up(pairs: Sequence[tuple[str, str]], numbers: count[int]) -> list[Passage]:
    return [passage(next(numbers), title, text) for title, text in pairs]


def suggested(older: Sequence[Passage], newer: Sequence[Passage]) -> list[Suggestion]:
    """Suggest among other sections, which make terms rare."""
    corpus = SectionCorpus([*older, *newer, *made_up(FILLER, count(1000))])
    described = corpus.described
    both = len(older) + len(newer)
    pair = EditionPair(corpus, described[: len(older)], described[len(older) : both])
    return [each for confidences in confidences_of_all([pair]) for each in suggest(confidences)]


def described(one: Passage) -> Described:
    return SectionCorpus([one]).described[0]


def ranked_ids(older: Sequence[Passage], newer: Sequence[Passage]) -> list[int]:
    """Return the ids of the newer sections, ranked for the first older one."""
    corpus = SectionCorpus([*older, *newer, *made_up(FILLER, count(1000))])
    both = len(older) + len(newer)
    pair = EditionPair(corpus, corpus.described[: len(older)], corpus.described[len(older) : both])
    ranking = AgreedRanking(pair, shares_of_all([pair]))
    ranked = ranking.ranked(corpus.described[0], forward=True)
    return [each.section.passage.section_id for each in ranked]


@pytest.fixture(scope="module")
def by_titles() -> dict[tuple[str, str], Suggestion]:
    numbers = count(1)
    older, newer = made_up(OLDER, numbers), made_up(NEWER, numbers)
    titles = {p.section_id: p.title for p in (*older, *newer)}
    return {
        (titles[s.from_section_id], titles[s.to_section_id]): s for s in suggested(older, newer)
    }


def test_titles_bodies_and_terms_find_counterparts(
    by_titles: dict[tuple[str, str], Suggestion],
) -> None:
    assert ("梟の巣箱台帳の電子化", "巣箱台帳の電子化の推進") in by_titles
    assert ("夜間観察会の開催", "住民の学び") in by_titles
    assert ("渡り鳥の経路図", "空の交通") in by_titles


def test_no_counterpart_is_possible(by_titles: dict[tuple[str, str], Suggestion]) -> None:
    assert not [pair for pair in by_titles if "落葉堆肥の共同購入" in pair]
    assert not [pair for pair in by_titles if "橋と道路" in pair]


def test_a_suggestion_says_why_in_both_languages(
    by_titles: dict[tuple[str, str], Suggestion],
) -> None:
    why = by_titles["夜間観察会の開催", "住民の学び"].reason
    assert "共通語：夜間観察会" in why.ja
    assert "terms in common: 夜間観察会" in why.en
    assert all(THRESHOLD <= s.score < 1 and s.reason for s in by_titles.values())


@pytest.mark.parametrize(("title", "text"), OLDER)
def test_what_is_repeated_is_sure_whole_and_said_to_be(title: str, text: str) -> None:
    older = [passage(1, title, text)]
    newer = [passage(2, title, text), *made_up(NEWER, count(10))]
    first, *_ = sorted(suggested(older, newer), key=lambda s: -s.score)
    assert (first.from_section_id, first.to_section_id) == (1, 2)
    assert Likelihood.of_score(first.score) is Likelihood.SURE
    assert (first.from_extent, first.to_extent) == (Extent.WHOLE, Extent.WHOLE)
    assert first.reason.ja.startswith("見出しが一致")
    assert first.reason.en.startswith("same title")


@pytest.mark.parametrize("sentence", [text for _, text in OLDER])
def test_a_block_is_named_that_speaks_of_it(sentence: str) -> None:
    older = [passage(1, "ある取組", sentence)]
    others = [text for _, text in FILLER[:20]]
    newer = [passage(2, "住民", *others[:10], sentence, *others[10:])]
    (pair,) = suggested(older, newer)
    assert (pair.to_section_id, pair.to_block_id) == (2, 210)
    assert (pair.from_extent, pair.to_extent) == (Extent.WHOLE, Extent.PART)
    assert pair.from_block_id is None
    assert f"「{sentence}」" in pair.reason.ja
    assert f"“{sentence}”" in pair.reason.en


def test_more_evidence_is_a_higher_score() -> None:
    older = [passage(1, "集会所の使い方", "月に一度の夜間観察会を開く。", "囲碁の会に部屋を貸す。")]
    tellings = (
        passage(2, "住民の学び", "標本の貸出のほか、学校の授業を続け、夜間観察会も行う。"),
        passage(2, "集会所", "標本の貸出のほか、学校の授業を続け、夜間観察会も行う。"),
        passage(2, "集会所", "標本の貸出のほか、学校の授業を続け、月に一度の夜間観察会を開く。"),
    )
    others = made_up(NEWER[2:], count(10))
    scores = [
        next(s.score for s in suggested(older, [telling, *others]) if s.to_section_id == 2)
        for telling in tellings
    ]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_a_candidate_is_surer_the_further_it_is_ahead() -> None:
    sections = [described(passage(number, "ある取組")) for number in range(4)]
    scores = [
        CURVE.at(standing(chosen(sections, points, 2.5), 0, returned, (0.0,) * 13))
        for points, returned in (
            ((4.0, 3.9, 3.8, 3.7), 0.1),
            ((4.0, 2.0, 1.0, 0.0), 0.1),
            ((8.0, 2.0, 1.0, 0.0), 0.1),
            ((8.0, 2.0, 1.0, 0.0), 0.9),
        )
    ]
    assert scores == sorted(scores)
    assert 0 < scores[0] < scores[1] < scores[2] < scores[3] < 1


def test_a_section_has_few_suggestions() -> None:
    title, text = OLDER[1]
    older = [passage(1, title, text)]
    newer = [passage(number, title, text) for number in range(2, 12)]
    pairs = suggested(older, newer)
    # Each newer one has no other choice, so that it is shown with its best.
    assert {s.to_section_id for s in pairs} <= set(range(2, 12))
    crowd = [passage(number, title, text) for number in range(20, 30)]
    pairs = suggested(crowd, newer)
    assert len(pairs) <= PER_SECTION * (len(crowd) + len(newer))


@pytest.mark.parametrize("telling", range(4))
def test_a_broad_parent_does_not_take_what_its_child_says_better(telling: int) -> None:
    title, text = OLDER[telling]
    parent = passage(2, title, *(text for _, text in OLDER))
    child = passage(3, title, text, parent=2)
    assert ranked_ids([passage(1, title, text)], [parent, child])[0] == 3


def test_an_entry_of_the_contents_comes_after_the_text() -> None:
    title, text = OLDER[0]
    entry = replace(passage(2, title), contents_only=True)
    held = passage(3, title, "巣箱台帳を電子に改める。")
    for newer in ([entry, held], [held, entry]):
        assert ranked_ids([passage(1, title, text)], newer) == [3, 2]


def test_what_stands_above_decides_between_equals() -> None:
    title, text = OLDER[1]
    chapters = [passage(number, name) for number, name in ((10, "橋と道路"), (11, "住民の学び"))]
    newer = [
        replace(passage(2, title, text, parent=10), path="橋と道路"),
        replace(passage(3, title, text, parent=11), path="住民の学び"),
    ]
    older = [
        replace(passage(1, title, text, parent=5), path="住民の学び"),
        passage(5, "住民の学び"),
    ]
    assert ranked_ids(older, [*newer, *chapters])[0] == 3


def test_a_heading_without_text_is_compared_by_what_is_below() -> None:
    read = {each.section_id: each for each in passages(World().rows)}
    rows = World().rows
    blocks = {block.section_id for block in rows.blocks}
    empty = [s for s in rows.sections if s.id not in blocks and not s.toc_only]
    below = [s for s in empty if any(t.parent_id == s.id and t.id in blocks for t in rows.sections)]
    assert below
    for section in below:
        child = next(s for s in rows.sections if s.parent_id == section.id and s.id in blocks)
        assert read[child.id].text in read[section.id].text
        assert read[section.id].blocks == 0
        assert all(sentence.block_id is None for sentence in read[section.id].sentences)


def test_the_same_rows_whatever_the_hashes_are() -> None:
    code = (
        "from tests.importer.test_align import *\n"
        "print(suggestions(World().rows))\n"
        "print(suggested(made_up(OLDER, count(1)), made_up(NEWER, count(10))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert suggestions(World().rows) == suggestions(World().rows)


@pytest.mark.parametrize(
    ("score", "word"),
    [(1.0, "sure"), (0.81, "sure"), (0.8, "likely"), (0.5, "likely"), (0.49, "possible")],
)
def test_a_score_has_a_word(score: float, word: str) -> None:
    assert Likelihood.of_score(score) == word


def test_agreement_with_the_crosswalk() -> None:
    measured = agreement(World().with_crosswalk().rows)
    assert measured.asked > 0
    assert 0 <= measured.first <= measured.third <= 1
    nothing = agreement(World().with_crosswalk(None).rows)
    assert (nothing.asked, nothing.first, nothing.suggested) == (0, 0, 0)


def test_what_the_crosswalk_leaves_out() -> None:
    rows = World().with_crosswalk().rows
    keys = [section.key for section in leaves(rows)]
    assert "2021:1.1.1.1" in keys
    assert "2021:1.1" not in keys  # holds another section
    assert not [key for key in keys if key.startswith("2025:2")]  # contents only
    missing = [section.key for section in uncovered(rows)]
    assert missing == ["2021:0", "2021:1.1.1.1", "2025:1.1.1.1.a.a.A.a"]


@pytest.mark.parametrize("title", [title for title, _ in OLDER])
def test_what_says_the_title_comes_before_what_does_not(title: str) -> None:
    older = [passage(1, title, "毎年の報告を出す。")]
    silent = passage(10, "町の仕事", "毎年の報告を出し、古い橋を直す。", "広場を掃く。")
    saying = passage(11, "町の仕事", "毎年の報告を出し、古い橋を直す。", f"{title}。")
    assert ranked_ids(older, [silent, saying])[0] == 11
    corpus = SectionCorpus([*older, silent, saying])
    asked, other, named = corpus.described
    assert title_said(asked, named) == pytest.approx(1)
    assert title_said(asked, other) < 0.5


@pytest.mark.parametrize(("group", "text"), OLDER)
def test_what_stands_in_the_same_group_comes_first(group: str, text: str) -> None:
    older = [passage(1, "報告", "毎年の報告を出す。", parent=2), passage(2, group, text)]
    newer = [
        passage(10, "古い橋", "古い橋を架け替える。"),
        passage(11, "報告", "毎年の報告を出す。", parent=10),
        passage(12, group, text),
        passage(13, "報告", "毎年の報告を出す。", parent=12),
    ]
    assert [each for each in ranked_ids(older, newer) if each in (11, 13)] == [13, 11]


def test_what_is_far_behind_the_best_of_both_sections_is_not_suggested() -> None:
    shown = best_pairs({(1, 10): 0.9, (1, 11): 0.1, (2, 11): 0.8, (2, 12): 0.1, (1, 13): 0.5})
    assert shown == {(1, 10), (2, 11), (2, 12), (1, 13)}
    assert best_pairs({(1, 10): THRESHOLD, (2, 11): THRESHOLD / 2}) == {(1, 10)}
