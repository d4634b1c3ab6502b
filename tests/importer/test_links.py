"""From the crosswalk and the suggestions to rows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.compare.sections.side_by_side import compare
from plan_tui.errors import DataError
from plan_tui.importer.linking.crosswalk_check import problems
from plan_tui.model.comparison_enums import (
    Extent,
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.sources.crosswalk_file import read_crosswalk
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.derived_rows import LinkRow
from plan_tui.store.plan import Plan
from tests.worlds.crosswalk import CROSSWALK, topic_entry
from tests.worlds.world import World


def linked_rows(crosswalk: str | None = CROSSWALK) -> DatabaseRows:
    return World().with_crosswalk(crosswalk).rows


def by_key(rows: DatabaseRows) -> dict[tuple[str, str], LinkRow]:
    key = {section.id: section.key for section in rows.sections}
    return {(key[link.from_section_id], key[link.to_section_id]): link for link in rows.links}


def test_topics_become_links_between_all_their_editions() -> None:
    links = by_key(linked_rows())
    curated = {pair: row.relation for pair, row in links.items() if row.origin is Origin.CURATED}
    assert curated == {
        ("2021:1.1.1", "2022:1.1"): Relation.RENAMED,
        ("2022:1.1", "2025:1.1"): Relation.RENAMED,
        ("2021:1.1.1", "2025:1.1"): Relation.RENAMED,
        ("2021:M1-1", "2025:1.1.1"): None,
        ("2021:M1-2", "2022:1.1.1"): Relation.RENAMED,
        ("2022:1.1.1", "2025:1.1.1.1.a"): Relation.RENAMED,
        ("2022:1.1.1", "2025:1.1.1.1.a.a"): Relation.RENAMED,
        ("2021:M1-2", "2025:1.1.1.1.a"): Relation.RENAMED,
        ("2021:M1-2", "2025:1.1.1.1.a.a"): Relation.RENAMED,
    }
    assert all(row.accepted == (row.origin is Origin.CURATED) for row in links.values())


def test_a_link_may_name_a_block() -> None:
    rows = linked_rows()
    link = by_key(rows)["2021:M1-1", "2025:1.1.1"]
    block = next(b for b in rows.blocks if b.id == link.to_block_id)
    assert (block.ordinal, link.from_block_id) == (1, None)
    assert link.reason == "貸出券と図書券の一体化：券の一体化"


def test_topic_blocks_are_of_sections_that_are_not_meant_whole() -> None:
    text = CROSSWALK.replace('["2022:1.1.1"]', '["2022:1.1.1", "2022:1.1.1#1"]')
    rows = linked_rows(text)
    key = {row.id: row.key for row in rows.sections}
    ordinal = {row.id: row.ordinal for row in rows.blocks}
    assert [
        (row.topic_id, key[row.section_id], ordinal[row.block_id]) for row in rows.topic_blocks
    ] == [("one-card", "2025:1.1.1", 1)]
    named = [(row.topic_id, row.section_id) for row in rows.topic_sections]
    assert len(named) == len(set(named))


def test_verdicts_are_stated_or_follow_from_a_topic() -> None:
    rows = linked_rows()
    key = {row.id: row.key for row in rows.sections}
    suggested = [v for v in rows.verdicts if not v.accepted]
    assert all(v.origin is Origin.AUTO and v.reason and v.reason_en for v in suggested)
    found = {(key[v.section_id], v.edition_id): v.verdict for v in rows.verdicts if v.accepted}
    assert {(key[v.section_id], v.edition_id) for v in suggested}.isdisjoint(found)
    assert found == {
        ("2021:M2-1", "2022"): VerdictKind.DROPPED,
        ("2021:M2-1", "2025"): VerdictKind.DROPPED,
        ("2021:M2-2", "2022"): VerdictKind.DROPPED,
        ("2021:M2-2", "2025"): VerdictKind.DROPPED,
        ("2021:M1-1", "2022"): VerdictKind.DROPPED,
        ("2022:1.2", "2021"): VerdictKind.NEW,
    }


def test_a_verdict_that_follows_names_its_topic() -> None:
    rows = linked_rows()
    (section,) = [row.id for row in rows.sections if row.key == "2021:M1-1"]
    (verdict,) = [v for v in rows.verdicts if v.section_id == section]
    assert "「貸出券と図書券の一体化」" in verdict.reason


def test_what_the_crosswalk_settles_gets_no_suggestion() -> None:
    without = by_key(linked_rows(None))
    assert ("2021:1", "2022:1") in without
    assert all(row.origin is Origin.AUTO and not row.accepted for row in without.values())
    verdicts = """
        verdict = [
            { key = "2021:1", editions = ["2022"], verdict = "dropped" },
            { key = "2022:1", editions = ["2021"], verdict = "new" },
        ]"""
    assert set(without) - set(by_key(linked_rows(verdicts))) == {
        ("2021:1", "2022:1"),
        ("2021:1", "2022:1.1"),
        ("2021:1.1", "2022:1"),
    }


@pytest.mark.parametrize(
    ("key", "edition", "verdict"), [("2021:1", "2022", "dropped"), ("2022:1", "2021", "new")]
)
def test_a_section_judged_to_have_no_counterpart_gets_no_suggestion(
    key: str, edition: str, verdict: str
) -> None:
    without = by_key(linked_rows(None))
    ends = {pair for pair in without if key in pair and f"{edition}:" in "".join(pair)}
    assert ("2021:1", "2022:1") in ends
    entry = f'{{ key = "{key}", editions = ["{edition}"], verdict = "{verdict}" }}'
    rows = linked_rows(f"verdict = [{entry}]")
    assert ends.isdisjoint(by_key(rows))
    ids = {row.id for row in rows.sections if row.key == key}
    (change,) = [
        row for row in rows.section_changes if row.section_id in ids and row.edition_id == edition
    ]
    assert (change.change, change.accepted) == (verdict, True)


def test_the_rows_fit_the_database(tmp_path: Path) -> None:
    with Plan(World().with_crosswalk().write(tmp_path / "plan.db")) as plan:
        found = compare(plan, "2021:M1-1")
        none, one = found.columns
        assert (none.edition.id, none.counterparts, none.verdict) == ("2022", (), "dropped")
        (counterpart,) = [c for c in one.counterparts if c.link.accepted]
        assert counterpart.section.key == "2025:1.1.1"
        assert [piece.text for piece in counterpart.right] == [
            plan.blocks(counterpart.section.id)[0].text
        ]
        assert counterpart.left[0].section.key == "2021:M1-1"


def test_the_same_rows_come_again() -> None:
    assert linked_rows().links == linked_rows().links


def test_a_relation_can_be_overridden() -> None:
    text = CROSSWALK.replace('note = "同じ券の話"', 'note = "同じ券の話"\nrelation = "continued"')
    assert by_key(linked_rows(text))["2021:1.1.1", "2022:1.1"].relation == Relation.CONTINUED


@pytest.mark.parametrize(
    ("older", "newer", "relation"),
    [
        pytest.param(
            ["M1-2"], ["1.1.1", "1.2"], Relation.SPLIT, id="split over sections that are apart"
        ),
        pytest.param(
            ["M1-2"], ["1.1", "1.1.1"], Relation.RENAMED, id="one with what stands below, newer"
        ),
        pytest.param(
            ["1.1", "1.1.1"], ["1.2"], Relation.RENAMED, id="one with what stands below, older"
        ),
        pytest.param(
            ["M1-2"],
            ["1.1.1", "1.2#1"],
            Relation.RENAMED,
            id="a passage beside a whole counterpart does not split",
        ),
        pytest.param(
            ["M1-2#1", "M1-1"],
            ["1.1.1"],
            Relation.RENAMED,
            id="a passage beside a whole counterpart does not merge",
        ),
        pytest.param(["M1-2"], ["1.1#1", "1.2#1"], None, id="passages have no relation"),
        pytest.param(
            ["1.1.1", "M1-2"],
            ["1.2"],
            Relation.RENAMED,
            id="a measure card and what announces it are one",
        ),
        pytest.param(["M1-1", "M1-2"], ["1.2"], Relation.MERGED, id="two measure cards are merged"),
    ],
)
def test_the_relation_follows_from_how_many_sections_there_are(
    older: list[str], newer: list[str], relation: Relation | None
) -> None:
    sections = {"2021": [f"2021:{key}" for key in older], "2022": [f"2022:{key}" for key in newer]}
    links = by_key(linked_rows(topic_entry("owls", "梟", sections))).values()
    told = {row.relation for row in links if row.accepted}
    assert told - {None} == ({relation} if relation else set())


def test_sections_of_several_topics_are_merged_too() -> None:
    text = CROSSWALK.replace('"2022" = ["2022:1.1.1"]', '"2022" = ["2022:1.1"]')
    links = by_key(linked_rows(text))
    assert links["2021:M1-2", "2022:1.1"].relation == Relation.MERGED
    assert links["2021:1.1.1", "2022:1.1"].relation == Relation.MERGED


def test_an_equal_title_goes_on_whatever_else_comes_in() -> None:
    world = World()
    (heading,) = [row for row in world.rows.sections if row.key == "2022:1.2"]
    card = next(row for row in world.rows.sections if row.key == "2021:M1-1")
    world.rows.sections[world.rows.sections.index(card)] = replace(card, title=heading.title)
    sections = {"2021": ["2021:M1-1", "2021:M1-2"], "2022": ["2022:1.2"]}
    links = by_key(world.with_crosswalk(topic_entry("owls", "梟", sections)).rows)
    assert links["2021:M1-1", "2022:1.2"].relation == Relation.CONTINUED
    assert links["2021:M1-2", "2022:1.2"].relation == Relation.MERGED


def test_a_mention_is_no_counterpart() -> None:
    text = CROSSWALK.replace(
        '"2025" = ["2025:1.1.1#1"]', '[topic.mentions]\n"2025" = ["2025:1.1.1#1"]'
    )
    rows = linked_rows(text)
    link = by_key(rows)["2021:M1-1", "2025:1.1.1"]
    assert (link.from_extent, link.to_extent) == (Extent.WHOLE, Extent.MENTION)
    assert (link.relation, link.shared) == (None, 0.0)
    key = {row.id: row.key for row in rows.sections}
    extents = {key[t.section_id]: t.extent for t in rows.topic_sections if t.topic_id == "one-card"}
    assert extents == {"2021:M1-1": Extent.WHOLE, "2025:1.1.1": Extent.MENTION}
    judged = {(key[v.section_id], v.edition_id) for v in rows.verdicts}
    assert ("2021:M1-1", "2025") not in judged  # it is named there
    assert ("2025:1.1.1", "2021") not in judged  # its own matter was not looked for


def test_mentions_alone_are_not_linked_with_each_other() -> None:
    text = topic_entry("owls", "梟", {"2022": ["2022:1.2"]})
    text += '[topic.mentions]\n"2021" = ["2021:M1-1"]\n"2025" = ["2025:1.1"]\n'
    pairs = {pair for pair, row in by_key(linked_rows(text)).items() if row.accepted}
    assert pairs == {("2021:M1-1", "2022:1.2"), ("2022:1.2", "2025:1.1")}


PAIR = '\n[[pair]]\nplaces = ["2021:M1-2", "2025:1.1.1.1.a.a#1"]\n'


def test_a_pair_may_be_linked_more_narrowly_than_its_topic_says() -> None:
    rows = linked_rows(CROSSWALK + PAIR)
    link = by_key(rows)["2021:M1-2", "2025:1.1.1.1.a.a"]
    assert (link.from_extent, link.to_extent) == (Extent.WHOLE, Extent.PART)
    assert (link.relation, link.reason) == (None, "夜間開館：夜の開館")
    assert by_key(rows)["2021:M1-2", "2025:1.1.1.1.a"].relation == Relation.RENAMED
    mention = by_key(linked_rows(CROSSWALK + PAIR + 'mention = "2025:1.1.1.1.a.a"\n'))
    assert mention["2021:M1-2", "2025:1.1.1.1.a.a"].to_extent == Extent.MENTION


def test_a_pair_is_not_reasoned_by_a_topic_that_only_mentions_it() -> None:
    owls = topic_entry("owls", "梟", {"2021": ["2021:M1-2"]})
    owls += '[topic.mentions]\n"2025" = ["2025:1.1.1.1.a.a"]\n'
    nights = topic_entry("n", "夜", {"2021": ["2021:M1-2"], "2025": ["2025:1.1.1.1.a.a"]})
    for mention, reason in (("", "夜"), ('mention = "2025:1.1.1.1.a.a"\n', "梟")):
        links = by_key(linked_rows(owls + nights + PAIR + mention))
        assert links["2021:M1-2", "2025:1.1.1.1.a.a"].reason == reason


def test_a_pair_may_be_kept_apart() -> None:
    text = CROSSWALK + '\n[[pair]]\nplaces = ["2021:M1-1", "2025:1.1.1#1"]\napart = true\n'
    rows = linked_rows(text)
    assert not [row for row in rows.links if row.accepted and row.reason.startswith("貸出券と")]
    key = {row.id: row.key for row in rows.sections}
    judged = {(key[v.section_id], v.edition_id) for v in rows.verdicts}
    assert ("2021:M1-1", "2025") in judged
    assert ("2025:1.1.1", "2021") not in judged  # what is below it goes back


def test_several_older_sections_are_merged() -> None:
    text = CROSSWALK.replace('["2021:M1-2"]', '["2021:M1-2", "2021:M1-1"]')
    links = by_key(linked_rows(text))
    assert links["2021:M1-2", "2022:1.1.1"].relation == Relation.MERGED
    assert links["2021:M1-1", "2022:1.1.1"].relation == Relation.MERGED


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"2021:M1-1"', '"2021:M9-9"', r"topic 'one-card'.*2021:M9-9"),
        ('"2025:1.1.1#1"', '"2025:1.1.1#7"', r"topic 'one-card'.*no block 7"),
        ('"2025:1.1.1#1"', '"2025:1.1.1#x"', r"topic 'one-card'.*ordinal"),
        ('"2022" = ["2022:1.1"]', '"2022" = ["2021:1.1"]', r"topic 'loan-card'.*not of edition"),
        ('"2022" = ["2022:1.1"]', '"1999" = []', r"topic 'loan-card'.*1999"),
        ('title = "夜間開館"', "", r"topic 'night', title: it is lacking"),
        ('note = "夜の開館"', 'nota = "夜の開館"', r"topic 'night'.*nota"),
        ('note = "夜の開館"', 'relation = "lost"', r"topic 'night'.*lost"),
        ('id = "night"', 'id = "one-card"', r"'one-card' stands there twice"),
        ('"2021:M2-2"', '"2021:M2-3"', r"verdict on '2021:M2-3'.*no section"),
        ('"2021:M2-2"', '"2021:M1-2"', r"verdict on '2021:M1-2'.*topic 'night'"),
        ('"2021:M2-2"', '"2021:M2-1"', r"verdict on '2021:M2-1'.*twice"),
        ('"2021:M2-2"', '"2025:1.1"', r"verdict on '2025:1.1'.*cannot be dropped in 2022"),
        (
            'verdict = "dropped"',
            'verdict = "gone"',
            r"verdict: 'gone' cannot be; choose: new, dropped",
        ),
        ('editions = ["2022", "2025"]', "", r"editions: it is lacking"),
        ('read = ["2021"', 'read = ["1999"', r"1999"),
        ('["2021:M1-1"]', '"2021:M1-1"', r"topic 'one-card'.*must list keys"),
        ('["2021:M1-1"]', "[7]", r"topic 'one-card'.*7 is not a key"),
        ('note = "夜の開館"', "note = 7", r"topic 'night', note: 7 is not text"),
        (
            'keys = ["2021:M2-1", "2021:M2-2"]',
            'keys = "2021:M2-1"',
            r"keys: it is not a list of texts",
        ),
        ("[[topic]]", "[[topic]", r"not TOML"),
        ("[[verdict]]", "[[verdikt]]", r"verdikt"),
        ("[[verdict]]", '[[pair]]\nplaces = ["2021:M1-1"]\n[[verdict]]', r"must be those of two"),
        ("[[verdict]]", '[[pair]]\nplaces = "2021:M1-1"\n[[verdict]]', r"must be those of two"),
        (
            "[[verdict]]",
            '[[pair]]\nplaces = ["2021:M1-1", "2021:M1-2"]\n[[verdict]]',
            r"both are of one edition",
        ),
        (
            "[[verdict]]",
            '[[pair]]\nplaces = ["2021:M1-1", "2022:1.1"]\n[[verdict]]',
            r"no topic has both",
        ),
    ],
)
def test_what_is_wrong_is_named(old: str, new: str, message: str) -> None:
    assert old in CROSSWALK
    with pytest.raises(DataError, match=message):
        linked_rows(CROSSWALK.replace(old, new))


def test_parts_are_one_crosswalk(tmp_path: Path) -> None:
    (tmp_path / "crosswalk.toml").write_text(CROSSWALK, encoding="utf-8")
    whole = read_crosswalk(tmp_path / "crosswalk.toml")
    topics, verdicts = CROSSWALK.split("[[verdict]]", 1)
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "b.toml").write_text("[[verdict]]" + verdicts, encoding="utf-8")
    (folder / "a.toml").write_text(topics, encoding="utf-8")
    assert read_crosswalk(folder) == whole
    (folder / "c.toml").write_text(topics, encoding="utf-8")
    with pytest.raises(DataError, match="stands there twice"):
        read_crosswalk(folder)


def test_all_problems_can_be_listed(tmp_path: Path) -> None:
    text = CROSSWALK.replace('"2021:M1-1"', '"2021:M9-9"').replace("2025:1.1.1.1.a.a", "2025:9")
    text = text.replace('"2021:M2-2"', '"2021:M2-1", "2021:1.1.1"')
    (tmp_path / "crosswalk.toml").write_text(text, encoding="utf-8")
    found = problems(World().rows, tmp_path / "crosswalk.toml")
    assert [message.split(": ", 1)[1] for message in found] == [
        "topic 'one-card': no section has the key '2021:M9-9'",
        "topic 'night': no section has the key '2025:9'",
        "verdict on '2021:M2-1': stands there twice for 2022",
        "verdict on '2021:M2-1': stands there twice for 2025",
        "verdict on '2021:1.1.1': topic 'loan-card' says that 2022 has a counterpart",
        "verdict on '2021:1.1.1': topic 'loan-card' says that 2025 has a counterpart",
    ]


def test_no_crosswalk_is_an_empty_one(tmp_path: Path) -> None:
    assert read_crosswalk(tmp_path / "none.toml").topics == ()
