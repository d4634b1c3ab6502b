"""What became of one matter: its deadlines and numbers over the editions, topic by topic."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.compare.promises.promise_matching import ALIKE_SAME
from plan_tui.compare.promises.statement_likeness import StatementWords, same_value
from plan_tui.compare.promises.statements import statements
from plan_tui.compare.promises.topic_tracks import track, tracks
from plan_tui.compare.text.word_weights import Rarity
from plan_tui.errors import UsageError
from plan_tui.labels.later_names import step_words
from plan_tui.model.comparison import ComparedPassage
from plan_tui.model.comparison_enums import Movement, PromiseKind
from plan_tui.model.records import PrintedDate
from plan_tui.model.tracks import Promise, PromiseStep, Statement, Track
from plan_tui.query.grammar import parse_query
from plan_tui.store.crosswalk_queries import topics
from plan_tui.store.passage_queries import own_passages
from plan_tui.store.plan import Plan
from plan_tui.store.printed_text_queries import printed_texts
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Language
from plan_tui.tui.render.track import track_lines
from plan_tui.views.promise_lines import promise_lines
from plan_tui.views.track import track_view
from tests.worlds import named
from tests.worlds.crosswalk import topic_entry


def test_a_matter_is_tracked_over_the_editions(crosswalked: Plan) -> None:
    found = track(crosswalked, "loan-card")
    assert [section.key for section in found.sections] == ["2021:1.1.1", "2022:1.1", "2025:1.1"]
    assert found.silent == ()
    deadlines = [step for step in found.steps if step.what == "deadline"]
    assert [step.movement for step in deadlines] == ["kept", "kept"]
    numbers = [step for step in found.steps if step.what == "number"]
    assert [step.movement for step in numbers] == ["raised", "kept"]
    first = numbers[0]
    assert first.older is not None
    assert first.newer is not None
    assert (first.older.text, first.newer.text) == ("全17館", "全20館")
    assert first.older.text in first.older.quotation


def test_a_link_to_a_block_tracks_the_block(crosswalked: Plan) -> None:
    found = track(crosswalked, "one-card")
    one, other = found.promises
    assert [step.movement for step in one.steps] == ["later"]
    assert [m.section.key for m in one.statements] == ["2021:M1-1", "2025:1.1.1"]
    assert [step.movement for step in other.steps] == ["dropped"]
    (topic,) = [topic for topic in topics(crosswalked) if topic.id == "one-card"]
    section = crosswalked.section("2025:1.1.1")
    passages = own_passages(crosswalked, [section])[section.id]
    (meant,) = [p.block_id for p in passages if topic.means(section.id, p.block_id)]
    assert meant == crosswalked.blocks(section.id)[0].id
    assert [edition.id for edition in found.silent] == ["2022"]


@pytest.mark.parametrize(
    ("start", "end", "sentence", "printed"),
    [
        ("2025-04-01", None, "令和７年度以降に巣箱を置く。", "令和７年度以降"),
        ("2025-04-01", None, "令和７年度頃から巣箱を置く。", "令和７年度頃から"),
        (None, "2026-03-31", "令和７年度以前から巣箱を置く。", "令和７年度以前から"),
        ("2025-04-01", "2026-03-31", "令和７年度までに巣箱を置く。", "令和７年度"),
        (None, None, "令和７年度から巣箱を置く。", "令和７年度"),
    ],
)
def test_an_open_date_is_told_with_its_word_wherever_a_track_is(
    crosswalked: Plan, start: str | None, end: str | None, sentence: str, printed: str
) -> None:
    edition, section = crosswalked.editions()[0], crosswalked.section("2021:0")
    said = Statement(edition, section, sentence, "令和７年度", start, end, DateBasis.FISCAL_YEAR)
    step = PromiseStep(PromiseKind.DEADLINE, Movement.DROPPED, said, None)
    promise = Promise(PromiseKind.DEADLINE, (step,))
    assert said.printed == printed
    line = promise_lines(promise, Language.JA, lambda _role, text: text)[0]
    assert f"{edition.name(Language.JA)} {printed} → " in line
    assert f" {printed} ›" in step_words(step, Language.JA)
    matter = Track("", "", None, "", None, (section,), (promise,), ())
    drawn = track_lines(matter, 80, Language.JA)
    assert any(piece.text == f"{printed}  " for line in drawn for piece in line.pieces)


def test_a_section_stands_for_its_topic(crosswalked: Plan) -> None:
    assert track(crosswalked, "2021:M1-1").id == "one-card"
    assert track(crosswalked, "2021:0").statements == ()
    with pytest.raises(UsageError, match="nothing-here"):
        track(crosswalked, "nothing-here")


def test_a_section_of_several_topics_has_their_promises_once(tmp_path: Path) -> None:
    text = topic_entry("cards", "貸出券と図書券の一体化", {"2025": ["2025:1.1.1#1"]}) + topic_entry(
        "more-cards",
        "貸出券の一体化",
        {"2021": ["2021:M1-1"], "2022": ["2022:1.1"], "2025": ["2025:1.1.1#1"]},
    )
    with Plan(named.crosswalked(text).write(tmp_path / "plan.db")) as opened:
        joined = track(opened, "2025:1.1.1")
        assert joined.id == "2025:1.1.1"
        assert [s.key for s in joined.sections] == ["2021:M1-1", "2022:1.1", "2025:1.1.1"]
        told = [track(opened, topic).statements for topic in ("cards", "more-cards")]
        assert set(joined.statements) == {each for statements in told for each in statements}
        assert len(joined.statements) == len(set(joined.statements))
        assert joined.silent == ()


def test_an_edition_that_only_names_a_matter_is_not_silent_about_it(tmp_path: Path) -> None:
    text = topic_entry("cards", "貸出券の一体化", {"2021": ["2021:M1-1"]})
    text += '[topic.mentions]\n"2025" = ["2025:1.1.1", "2025:1.1"]\n'
    text += topic_entry("more", "図書券", {"2021": ["2021:M1-1", "2021:1.1.1"]})
    with Plan(named.crosswalked(text).write(tmp_path / "plan.db")) as opened:
        for name in ("cards", "2021:M1-1"):  # the latter stands in both topics
            found = track(opened, name)
            assert "2025" not in {edition.id for edition in (*found.silent, *found.unjudged)}
            ((edition, sections),) = found.mentioned
            assert edition.id == "2025"
            assert [section.key for section in sections] == ["2025:1.1", "2025:1.1.1"]
            told = track_view(opened, Language.JA, name).text()
            assert "言及のみ（" in told
            assert "[2025:1.1.1]" in told
        assert not track(opened, "more").mentioned


def test_no_edition_is_silent_about_what_it_mentions(
    real: Plan, real_tracks: tuple[Track, ...]
) -> None:
    crosswalk = {topic.id: topic for topic in topics(real)}
    assert any(found.mentioned for found in real_tracks)
    for found in real_tracks:
        topic = crosswalk[found.id]
        naming = {section.edition_id for section in (*topic.sections, *topic.mentions)}
        assert naming.isdisjoint(edition.id for edition in found.silent), found.id


def test_a_section_that_only_names_a_topic_has_a_track_of_its_own(tmp_path: Path) -> None:
    text = topic_entry("cards", "貸出券の一体化", {"2021": ["2021:M1-1"]})
    text += '[topic.mentions]\n"2025" = ["2025:1.1.1"]\n'
    with Plan(named.crosswalked(text).write(tmp_path / "plan.db")) as opened:
        of_section = track(opened, "2025:1.1.1")
        assert of_section.id == "2025:1.1.1"
        keys = [section.key for section in of_section.sections]
        assert "2025:1.1.1" in keys
        assert "2021:M1-1" not in keys


def test_all_matters_with_a_deadline(crosswalked: Plan) -> None:
    assert [found.id for found in tracks(crosswalked)] == ["loan-card", "one-card"]
    assert [found.id for found in tracks(crosswalked, parse_query("kind:measure"))] == ["one-card"]


def test_a_heading_alone_has_no_promises_of_what_stands_below(crosswalked: Plan) -> None:
    heading = crosswalked.section("2021:1")
    assert own_passages(crosswalked, [heading]) == {heading.id: ()}
    assert track(crosswalked, heading.key).promises == ()
    edition = crosswalked.editions()[0]
    assert not any(statements(edition, []).values())


@pytest.mark.parametrize(
    ("words", "count"),
    [("未設定（{date}以降に検討）", 0), ("夜間に開く図書館の数（{date}）", 1)],
)
def test_a_kpi_that_is_not_set_promises_nothing(crosswalked: Plan, words: str, count: int) -> None:
    due = PrintedDate(
        *(1, None, 1, "令和９年度", words.index("{"), "2027-04-01", "2028-03-31"),
        *(DateBasis.FISCAL_YEAR, "", True),
    )
    text = words.format(date=due.text)
    kpi = ComparedPassage(crosswalked.section("2021:0"), None, 1, "", text, (due,))
    told = statements(crosswalked.editions()[0], [kpi])
    assert len(told[PromiseKind.DEADLINE]) == count


def test_a_place_of_two_topics_is_told_under_the_one_that_it_speaks_of(tmp_path: Path) -> None:
    place = {"2025": ["2025:1.1.1#1"]}
    text = topic_entry("cards", "貸出券と図書券の一体化", place) + topic_entry(
        "doors", "開館時間の延長", place
    )
    with Plan(named.crosswalked(text).write(tmp_path / "plan.db")) as opened:
        assert [found.id for found in tracks(opened)] == ["cards"]
        assert track(opened, "doors").promises == ()
        assert [p.what for p in track(opened, "cards").promises] == ["deadline"]


@pytest.fixture(scope="module")
def real_tracks(real_database: Path) -> tuple[Track, ...]:
    with Plan(real_database) as plan:
        return tracks(plan)


def test_real_promises_have_one_sentence_an_edition_and_stand_there_once(
    real: Plan, real_tracks: tuple[Track, ...]
) -> None:
    found = [(t, promise) for t in real_tracks for promise in t.promises]
    assert len(found) >= 25
    order = {edition.id: edition.ordinal for edition in real.editions()}
    told = [(promise.what, promise.statements) for _, promise in found]
    assert len(told) == len(set(told))
    for _, promise in found:
        editions = [order[mention.edition.id] for mention in promise.statements]
        assert editions == sorted(set(editions))
        for mention in promise.statements:
            end = mention.place + len(mention.text)
            assert mention.quotation[mention.place : end] == mention.text
    heads = [any(p.followed for p in t.promises) for t in real_tracks]
    assert heads == sorted(heads, reverse=True)


def test_a_section_has_the_promises_of_its_topics_alone(real: Plan) -> None:
    crosswalk = topics(real)
    by_topics = {
        tuple(topic.id for topic in crosswalk if section.id in topic.blocks): section
        for section in real.sections()
    }  # sections of the same topics have the same track
    assert sum(len(ids) > 1 for ids in by_topics) > 50
    for ids, section in by_topics.items():
        if len(ids) > 1:
            inside = [topic for topic in crosswalk if topic.id in ids]
            told = track(real, section.key).statements
            for each in told:
                assert any(topic.means(each.section.id, each.block_id) for topic in inside)
            assert len(told) == len(set(told)), section.key
    for found in tracks(real):
        (topic,) = [topic for topic in crosswalk if topic.id == found.id]
        assert all(topic.means(each.section.id, each.block_id) for each in found.statements)


def test_no_topic_has_one_promise_both_gone_and_new(
    real: Plan, real_tracks: tuple[Track, ...]
) -> None:
    rarity = Rarity(printed_texts(real))
    for found in real_tracks:
        gone = [s.older for s in found.steps if s.movement == "dropped" and s.older]
        new = [s.newer for s in found.steps if s.movement == "new" and s.newer]
        for older in gone:
            for newer in new:
                assert not (
                    older.edition.ordinal < newer.edition.ordinal
                    and older.unit == newer.unit
                    and same_value(older, newer)
                    and StatementWords.of(older).likeness(StatementWords.of(newer), rarity)
                    >= ALIKE_SAME
                ), found.id
