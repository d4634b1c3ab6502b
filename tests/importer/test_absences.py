"""That there probably is no counterpart: suggested where nothing is likely, and never asserted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest

from plan_tui.importer.linking.absence import SuggestedAbsence, suggested_absences
from plan_tui.importer.linking.coverage import uncovered
from plan_tui.importer.linking.edition_pairs import EditionPair
from plan_tui.importer.linking.evidence import SectionCorpus
from plan_tui.importer.linking.pair_confidences import confidences_of_all
from plan_tui.importer.linking.passages import Passage
from plan_tui.importer.linking.trial_questions import trial_questions
from plan_tui.model.comparison_enums import ChangeKind, Origin, VerdictKind
from plan_tui.store.derived_rows import VerdictRow
from tests.importer.test_align import FILLER, NEWER, OLDER, made_up, passage
from tests.worlds.world import World

ALONE = (
    ("麦酒の醸造", "麦芽の焙煎を三段に分け、酵母を冷暗所で寝かせ、樽ごとに苦味を測る。"),
    ("温泉の湯量計", "各旅館の源泉に湯量計を据え、涸れる前に汲み上げを控えるよう知らせる。"),
    ("劇団の巡業", "劇団の巡業を招き、古い芝居小屋で人形浄瑠璃と喜劇を上演する。"),
    ("藍染めの工房", "藍染めの工房を再び開き、型紙と染料の調合を弟子に伝える。"),
    ("氷室の保存", "氷室の断熱材を藁に戻し、真夏まで天然の氷を蓄える。"),
)


def absences(older: Sequence[Passage], newer: Sequence[Passage]) -> list[SuggestedAbsence]:
    corpus = SectionCorpus([*older, *newer])
    described = corpus.described
    pair = EditionPair(corpus, described[: len(older)], described[len(older) :])
    return [
        a for confidences in confidences_of_all([pair]) for a in suggested_absences(confidences)
    ]


@pytest.mark.parametrize(("title", "text"), ALONE)
@pytest.mark.parametrize("onwards", [True, False])
def test_none_is_suggested_where_nothing_is_like_it(title: str, text: str, onwards: bool) -> None:
    numbers = count(10)
    alone = passage(1, title, *[text] * 3)
    sides = [alone, *made_up(OLDER, numbers)], [*made_up(NEWER, numbers), *made_up(FILLER, numbers)]
    told = absences(*(sides if onwards else sides[::-1]))
    assert (1, onwards) in [(each.section_id, each.onwards) for each in told]
    assert all(each.reason.ja and each.reason.en for each in told)


@pytest.mark.parametrize(("title", "text"), [*OLDER, *ALONE])
def test_none_is_not_suggested_of_what_is_repeated(title: str, text: str) -> None:
    numbers = count(10)
    older = [passage(1, title, *[text] * 3), *made_up(OLDER, numbers)]
    newer = [passage(2, title, *[text] * 3), *made_up(FILLER, numbers)]
    assert {each.section_id for each in absences(older, newer)}.isdisjoint({1, 2})


@pytest.mark.parametrize(("title", "text"), ALONE)
def test_nothing_is_said_of_what_says_nothing_itself(title: str, text: str) -> None:
    numbers = count(10)
    newer = [*made_up(NEWER, numbers), *made_up(FILLER, numbers)]
    alone = passage(1, title, *[text] * 3)
    for silent in (replace(alone, contents_only=True), replace(alone, blocks=0)):
        told = absences([silent, *made_up(OLDER, numbers)], newer)
        assert 1 not in [each.section_id for each in told]


def suggested_verdicts() -> list[VerdictRow]:
    rows = World().with_crosswalk(None).rows
    return [row for row in rows.verdicts if not row.accepted]


def test_it_is_a_verdict_that_nobody_confirmed() -> None:
    rows = World().with_crosswalk(None).rows
    verdicts = suggested_verdicts()
    assert verdicts
    order = {row.id: row.ordinal for row in rows.editions}
    edition = {d.id: d.edition_id for d in rows.documents}
    own = {s.id: edition[s.document_id] for s in rows.sections}
    stated = {(row.section_id, row.edition_id): row for row in rows.section_changes}
    for verdict in verdicts:
        assert verdict.origin is Origin.AUTO
        onwards = order[verdict.edition_id] > order[own[verdict.section_id]]
        assert verdict.verdict is (VerdictKind.DROPPED if onwards else VerdictKind.NEW)
        change = stated[verdict.section_id, verdict.edition_id]
        assert (change.change, change.accepted) == (ChangeKind(verdict.verdict), False)
        assert change.reason == verdict.reason


def test_it_counts_neither_as_judged_nor_as_a_question() -> None:
    rows = World().with_crosswalk(None).rows
    assert suggested_verdicts()
    assert trial_questions(rows) == []
    named = {row.section_id for row in rows.verdicts}
    assert not named.isdisjoint(row.id for row in uncovered(rows))


def test_the_crosswalk_goes_before_it() -> None:
    rows = World().with_crosswalk().rows
    asserted = {(v.section_id, v.edition_id) for v in rows.verdicts if v.accepted}
    edition = {d.id: d.edition_id for d in rows.documents}
    of = {s.id: edition[s.document_id] for s in rows.sections}
    for link in (row for row in rows.links if row.accepted):
        earlier, later = link.from_section_id, link.to_section_id
        asserted |= {(earlier, of[later]), (later, of[earlier])}
    suggested = {(v.section_id, v.edition_id) for v in rows.verdicts if not v.accepted}
    assert suggested.isdisjoint(asserted)
