"""Suggestions: found by several kinds of evidence, with a reason, and none where there is none."""

from __future__ import annotations

from itertools import count

import pytest

from plan_tui.importer.linking.agreement import agreement
from plan_tui.importer.linking.coverage import leaves, uncovered
from plan_tui.importer.linking.evidence import Evidence, Passage, PassageCorpus
from plan_tui.importer.linking.suggestions import Suggestion, reason, score, suggest
from plan_tui.text.language import Phrase
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


def passages(pairs: tuple[tuple[str, str], ...], numbers: count[int]) -> list[Passage]:
    return [Passage(next(numbers), None, title, "", text) for title, text in pairs]


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Suggestion]:
    numbers = count(1)
    older, newer = passages(OLDER, numbers), passages(NEWER, numbers)
    corpus = PassageCorpus([*older, *newer, *passages(FILLER, numbers)])
    described = {d.passage.section_id: d for d in corpus.described}
    titles = {p.section_id: p.title for p in (*older, *newer)}
    pairs = suggest(
        corpus,
        [described[p.section_id] for p in older],
        [described[p.section_id] for p in newer],
    )
    return {(titles[s.from_section_id], titles[s.to_section_id]): s for s in pairs}


def test_titles_bodies_and_terms_find_counterparts(
    found: dict[tuple[str, str], Suggestion],
) -> None:
    assert ("梟の巣箱台帳の電子化", "巣箱台帳の電子化の推進") in found
    assert ("夜間観察会の開催", "住民の学び") in found


def test_no_counterpart_is_possible(found: dict[tuple[str, str], Suggestion]) -> None:
    assert not [pair for pair in found if "落葉堆肥の共同購入" in pair]
    assert not [pair for pair in found if "橋と道路" in pair]


def test_a_suggestion_says_why(found: dict[tuple[str, str], Suggestion]) -> None:
    why = found["夜間観察会の開催", "住民の学び"].reason.ja
    assert "共通語：夜間観察会" in why
    assert all(0 < s.score < 1 and s.reason for s in found.values())


def test_a_block_is_named_where_it_speaks_more_clearly() -> None:
    numbers = count(1)
    (older,) = passages(OLDER[1:2], numbers)
    broad = Passage(next(numbers), None, "住民", "", "道。" + "".join(t for _, t in FILLER[:20]))
    block = Passage(
        broad.section_id, 77, "", "住民", "月に一度の夜間観察会を、町の集会所で続ける。"
    )
    corpus = PassageCorpus([older, broad, block, *passages(FILLER, numbers)])
    first, *others = corpus.described
    (pair,) = suggest(corpus, [first], others)
    assert (pair.to_section_id, pair.to_block_id) == (broad.section_id, 77)


def test_more_evidence_is_a_higher_score() -> None:
    none = Evidence(0, 0, 0, 0, 0, ())
    some = Evidence(0.6, 0.2, 0.4, 0, 0.2, ("梟",))
    much = Evidence(1.0, 0.8, 0.8, 0.5, 0.6, ("梟",))
    assert score(none) < 0.05 < score(some) < score(much) <= 1
    assert score(some, 0.5) < score(some)


def test_reasons_name_what_agrees() -> None:
    told = reason(Evidence(1, 0.6, 1, 0.7, 0.5, ("梟便", "巣箱台帳")), same_title=True)
    assert told == Phrase(
        "見出しが一致／本文が近い／共通語：梟便、巣箱台帳／上位の見出しが近い",
        "same title / similar texts / terms in common: 梟便、巣箱台帳 / similar titles above",
    )


def test_agreement_with_the_crosswalk() -> None:
    found = agreement(World().with_crosswalk().rows)
    assert found.asked > 0
    assert 0 <= found.first <= found.third <= 1
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
