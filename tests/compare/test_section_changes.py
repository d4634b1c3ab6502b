"""What is said of a section and an edition is said once, and everything repeats it."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.compare.sections.counterparts import narrowed
from plan_tui.compare.sections.outline_diff import changes
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.model.comparison_enums import (
    ChangeKind,
    Extent,
)
from plan_tui.sources.crosswalk_file import read_crosswalk
from plan_tui.store.crosswalk_queries import topics
from plan_tui.store.edition_lookup import usual_editions
from plan_tui.store.overview_queries import overview
from plan_tui.store.plan import Plan
from plan_tui.store.section_change_queries import section_changes
from plan_tui.text.language import Language
from plan_tui.views.changes import changes_view
from tests.worlds import named
from tests.worlds.crosswalk import topic_entry
from tests.worlds.world import World

CROSSWALK_FILE = Path(__file__).parents[2] / "data" / "crosswalk.toml"
WHOLE_RELATIONS = {"continued", "renamed", "merged", "split"}


def pairs(plan: Plan) -> list[tuple[str, str]]:
    return list(combinations([edition.id for edition in plan.editions()], 2))


LISTS = ("to_keys", "to_titles", "to_titles_en", "from_extents", "to_extents")
"""Columns of the view that hold lists as JSON."""
PRINTED_AS = {
    "accepted": "asserted",
    "to_keys": "to_key",
    "to_titles": "to_title",
    "to_titles_en": "to_title_en",
    "from_extents": "from_extent",
    "to_extents": "to_extent",
}
"""Columns of the view → those that the command prints, where they are called otherwise."""
FOR_SORTING = {"from_edition", "to_edition", "document_order", "section_order"}


def in_sql(plan: Plan) -> list[dict[str, object]]:
    """Return the rows of the view under the names that the command prints, lists as such."""
    names = [name for _, name, *_ in plan.database.rows("pragma table_info(v_changes)")]
    rows = plan.database.rows("select * from v_changes")
    return [
        {
            PRINTED_AS.get(name, name): json.loads(value) if name in LISTS else value
            for name, value in zip(names, row, strict=True)
        }
        for row in rows
    ]


def rounded(record: dict[str, object]) -> dict[str, object]:
    """Return a record with shares and scores as the command prints them."""
    return {
        name: round(value, 4) if isinstance(value, float) else value
        for name, value in record.items()
    }


def assert_the_view_is_the_command(plan: Plan) -> None:
    rows = in_sql(plan)
    told = [pair for pair in pairs(plan) if changes(plan, *pair).rows]
    assert list(dict.fromkeys((row["from_edition"], row["to_edition"]) for row in rows)) == told
    for older, newer in told:
        printed = changes_view(plan, Language.JA, older, newer).rows()
        listed = [row for row in rows if (row["from_edition"], row["to_edition"]) == (older, newer)]
        assert [
            {name: value for name, value in rounded(row).items() if name not in FOR_SORTING}
            for row in listed
        ] == printed


@pytest.mark.parametrize("name", ["real", "crosswalked", "made_up"])
def test_the_view_for_sql_equals_the_command(name: str, request: pytest.FixtureRequest) -> None:
    assert_the_view_is_the_command(request.getfixturevalue(name))


@pytest.mark.parametrize(
    "ids", ["c b a", "2030 2022 1999", "10 9 8", "b B a", "2-1 2-10 2", "1 c b"]
)
def test_editions_stand_by_time_and_not_by_their_names(ids: str, tmp_path: Path) -> None:
    names = dict(zip(("2021", "2022", "2025"), ids.split(), strict=True))
    for world in (named.crosswalked(), named.suggested()):
        with Plan(world.with_edition_ids(names).write(tmp_path / "plan.db")) as plan:
            assert [edition.id for edition in plan.editions()] == ids.split()
            assert_the_view_is_the_command(plan)


def test_the_overview_counts_the_rows_of_the_command(real: Plan) -> None:
    for pair in overview(real).pairs:
        rows = changes(real, pair.older, pair.newer).rows
        assert pair.relations == Counter(row.relation for row in rows)


def test_what_is_compared_is_what_is_stated(real: Plan) -> None:
    """Sampled by every seventh section: the columns of a comparison repeat the statement."""
    editions = usual_editions(real)
    for section in [s for s in real.sections() if not s.toc_only][::7]:
        for column in compare(real, section.key, editions).columns:
            stated = column.stated
            assert stated is not None
            whole = {
                str(other.link.relation)
                for other in column.counterparts
                if other.link.accepted and other.link.relation
            }
            assert bool(whole) == (stated.asserted and stated.change in WHOLE_RELATIONS)
            if whole:
                assert stated.change in whole
            if stated.change in (ChangeKind.NEW, ChangeKind.DROPPED, ChangeKind.MENTION):
                assert not [other for other in column.counterparts if other.link.accepted]
            if stated.asserted and stated.change is ChangeKind.PART:
                assert column.counterparts
            keys = [other.section.key for other in column.counterparts]
            assert len(keys) == len(set(keys)), f"{section.key}: a section stands there twice"


def test_the_share_in_lists_is_that_of_the_comparison(real: Plan) -> None:
    editions = usual_editions(real)
    for section in [s for s in real.sections() if not s.toc_only][::11]:
        for column in compare(real, section.key, editions).columns:
            for other in column.counterparts:
                forward = other.base_is_older
                if forward:  # the shares are those of the earlier text against the later
                    assert difference_of(other).similarity == pytest.approx(other.link.shared)


def test_nothing_new_or_gone_stands_above_what_goes_on(real: Plan) -> None:
    outline = [section for section in real.sections() if not section.toc_only]
    parent = {section.id: section.parent_id for section in outline}
    for older, newer in pairs(real):
        for edition, other in ((older, newer), (newer, older)):
            stated = section_changes(real, edition, other)
            for section_id, change in stated.items():
                going_on = change.asserted and change.change not in (
                    *(ChangeKind.NEW, ChangeKind.DROPPED),
                    *(ChangeKind.UNKNOWN, ChangeKind.MENTION),
                )
                above = parent[section_id]
                if going_on and above is not None:
                    assert stated[above].change not in (ChangeKind.NEW, ChangeKind.DROPPED)


def test_topics_do_not_contradict_the_changes(real: Plan) -> None:
    """A topic's sections are linked into just those editions whose text speaks of it.

    But for the pairs of which the crosswalk states that they are not linked.
    """
    apart = {
        frozenset((pair.first[0].key, pair.second[0].key))
        for pair in read_crosswalk(CROSSWALK_FILE).pairs
        if pair.apart
    }
    assert apart
    keys = {section.id: section.key for section in real.sections()}
    for topic in topics(real):
        for section in topic.sections:
            linked = {
                keys[end]
                for link in real.links(section.id)
                if link.accepted
                for end in (link.from_section_id, link.to_section_id)
            }
            for other in topic.sections:
                if other.edition_id != section.edition_id:
                    named = frozenset((section.key, other.key))
                    assert other.key in linked or named in apart


def test_each_topic_is_found_in_the_comparison_of_its_sections(real: Plan) -> None:
    """Narrowed to a topic, a comparison has what the topic names of each edition.

    But for the pairs of which the crosswalk states that they are apart, or that one of them only
    mentions the matter. Sampled by every fifth topic.
    """
    stated = {
        frozenset((pair.first[0].key, pair.second[0].key))
        for pair in read_crosswalk(CROSSWALK_FILE).pairs
        if pair.apart or Extent.MENTION in {place.extent for place in (*pair.first, *pair.second)}
    }
    editions = [edition.id for edition in real.editions()]
    for topic in topics(real)[::5]:
        for section in topic.sections:
            others = [edition for edition in editions if edition != section.edition_id]
            for column in narrowed(compare(real, section.key, others), topic):
                named = {s.key for s in topic.sections if s.edition_id == column.edition.id}
                linked = {key for key in named if frozenset((section.key, key)) not in stated}
                assert linked <= {other.section.key for other in column.counterparts}


def test_a_mention_is_told_and_not_compared(tmp_path: Path) -> None:
    text = topic_entry("owls", "梟", {"2021": ["2021:M1-1"]})
    text += '[topic.mentions]\n"2025" = ["2025:1.1.1#1"]\n'
    with Plan(World().with_crosswalk(text).write(tmp_path / "plan.db")) as plan:
        (column,) = compare(plan, "2021:M1-1", ["2025"]).columns
        assert not [each for each in column.counterparts if each.link.accepted]
        assert [section.key for section in column.mentions] == ["2025:1.1.1"]
        assert column.stated is not None
        assert column.stated.change is ChangeKind.MENTION
        (row,) = [
            r
            for r in changes(plan, "2021", "2025").rows
            if r.older and r.older.key == "2021:M1-1" and not r.alone
        ]
        assert (row.relation, row.shared) == (ChangeKind.MENTION, None)
        assert [each.to_extent for each in row.continuations] == [Extent.MENTION]
        (topic,) = topics(plan)
        assert topic.editions == {"2021"}
        assert [section.key for section in topic.mentions] == ["2025:1.1.1"]
        (back,) = compare(plan, "2025:1.1.1", ["2021"]).columns
        assert not [each for each in back.counterparts if each.link.accepted]
