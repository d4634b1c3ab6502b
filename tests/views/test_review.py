"""`review`: the suggestions with what the reader decided, and the lines to pass on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.sections.suggested_pairs import ReviewScope, review_scope, suggested_pairs
from plan_tui.errors import UsageError
from plan_tui.importer.linking.crosswalk_check import problems
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import DecidedPlace, Decision
from plan_tui.sources.decision_edits import change_decisions
from plan_tui.store.own_decisions import decisions_path
from plan_tui.store.plan import Plan
from tests.worlds.crosswalk import CROSSWALK
from tests.worlds.eight import eight_editions
from tests.worlds.named import suggested, with_own_edition
from tests.worlds.world import World

CARD, NEW_CARD = "2021:1.1.1", "2025:1.1.1"
ACCEPTED = Decision(
    DecidedPlace(CARD, "貸出券のスマートフォン搭載"),
    DecidedPlace(NEW_CARD, "貸出券の携帯端末搭載", Extent.PART, 1),
)
REJECTED = Decision(DecidedPlace("2025:1.1", "取組の方向性"), DecidedPlace(CARD, ""), apart=True)
MENTION = Decision(
    DecidedPlace("2021:M1-2", "夜間開館の試行"),
    DecidedPlace("2025:1.1.1.1", "夜間開館", Extent.MENTION),
)
GONE = Decision(DecidedPlace(CARD, ""), DecidedPlace("2025:9", "無い棚"))


@pytest.fixture
def database(suggested_database: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(suggested_database, tmp_path / "mine.db"))


def decide(database: Path, *decisions: Decision) -> None:
    change_decisions(decisions_path(database), {each.pair: each for each in decisions})


def printed(capsys: pytest.CaptureFixture[str], database: Path, *words: str) -> str:
    assert main(["review", *words, "--db", str(database), "--lang", "en"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


TEXT = """\
2 suggestions: 1 accepted as part, 1 a mention, 2 rejected, 0 not decided

accepted as part  suggestion (not confirmed) 0.71, likely  earlier: whole, later: part
  2021:1.1.1 貸出券のスマートフォン搭載
  2025:1.1.1 貸出券の携帯端末搭載
  共通の語が多い

rejected  suggestion (not confirmed) 0.42, possible  whole of both
  2021:1.1.1 貸出券のスマートフォン搭載
  2025:1.1 取組の方向性
  共通の語がある

a mention  earlier: whole, later: mention
  2021:M1-2 夜間開館の試行
  2025:1.1.1.1 夜間開館

rejected  whole of both
  2021:1.1.1
  2025:9 無い棚
  decision on 2021:1.1.1 2025:9: 2025:9 no longer exists; the decision is not used
"""
PATCH = """\
[[topic]]
id = "2021-1-1-1-2025-1-1-1"
title = "貸出券のスマートフォン搭載"
[topic.sections]
"2021" = ["2021:1.1.1"]
"2025" = ["2025:1.1.1#1"]

[[topic]]
id = "2021-m1-2-2025-1-1-1-1"
title = "夜間開館の試行"
[topic.sections]
"2021" = ["2021:M1-2"]
[topic.mentions]
"2025" = ["2025:1.1.1.1"]

# not linked: 2021:1.1.1 2025:1.1
"""


def test_text(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = Decision(GONE.first, GONE.second, apart=True)
    decide(database, MENTION, REJECTED, ACCEPTED, gone)
    assert printed(capsys, database, "2021", "2025") == TEXT


def test_records(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(database, REJECTED)
    first, second = json.loads(printed(capsys, database, "2021", "2025", "--json"))
    assert (first["decision"], second["decision"]) == (None, "rejected")
    assert (second["from_key"], second["to_key"]) == (CARD, "2025:1.1")
    assert (first["score"], first["from_extent"], first["reason"]) == (
        *(0.71, "whole"),
        "共通の語が多い",
    )
    table = printed(capsys, database, "2021", "2025", "--format", "tsv").splitlines()
    assert table[0].split("\t")[:4] == ["decision", "score", "likelihood", "from_key"]
    assert len(table) == 3
    assert "| rejected |" in printed(capsys, database, "2021", "2025", "--format", "md")


def test_a_limit_leaves_the_counts(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, database, "2021", "2025", "--limit", "1")
    assert text.startswith("2 suggestions: 2 not decided\n")
    assert text.count("2025:") == 1


def test_lines_for_the_project_s_crosswalk(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(database, ACCEPTED, REJECTED, MENTION, GONE)
    patch = printed(capsys, database, "2021", "2025", "--as-patch")
    assert patch == PATCH
    path = tmp_path / "crosswalk.toml"
    path.write_text(f"{CROSSWALK}\n{patch}", encoding="utf-8")
    assert problems(World().rows, path) == []
    links = World().with_crosswalk(path.read_text(encoding="utf-8")).rows.links
    world = World()
    ends = {(world.key(row.from_section_id), world.key(row.to_section_id)) for row in links}
    assert {(CARD, NEW_CARD), ("2021:M1-2", "2025:1.1.1.1")} <= ends
    records = json.loads(printed(capsys, database, "2021", "2025", "--as-patch", "--json"))
    assert [record["decision"] for record in records] == [
        *("part", "rejected", "mention", "accepted")
    ]


def test_a_part_that_nobody_counted_is_a_place_of_the_crosswalk(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = Decision(ACCEPTED.first, DecidedPlace(NEW_CARD, "", Extent.PART))
    decide(database, part)
    patch = printed(capsys, database, "2021", "2025", "--as-patch")
    assert f'["{NEW_CARD}#part"]' in patch
    path = tmp_path / "crosswalk.toml"
    path.write_text(f"{CROSSWALK}\n{patch}", encoding="utf-8")
    assert problems(World().rows, path) == []


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("2021", "2025", "--as-patch"), "nothing is decided yet"),
        (("2022", "2025"), "there is nothing to review"),
    ],
)
def test_nothing(
    words: tuple[str, ...], complaint: str, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *words, "--db", str(database), "--lang", "en"]) == 1
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("2021", "2021"), "between 2021 and itself"),
        (("1999",), "no edition 1999"),
        (("2021", "1999"), "no edition 1999"),
    ],
)
def test_wrong_editions(
    words: tuple[str, ...], complaint: str, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *words, "--db", str(database), "--lang", "en"]) == 2
    assert complaint in capsys.readouterr().err


def test_a_wrong_file_is_told(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions_path(database).write_text("[[pair]]\nplaces = 1\n", encoding="utf-8")
    assert main(["review", "--db", str(database), "--lang", "en"]) == 3
    assert "pair 1" in capsys.readouterr().err


def test_the_editions_are_those_that_are_new_to_the_reader(tmp_path: Path) -> None:
    with Plan(suggested().write(tmp_path / "packaged.db")) as plan:
        assert review_scope(plan) == ReviewScope("2025", ("2021", "2022"))
        assert review_scope(plan, ["2025", "2021"]) == ReviewScope("2025", ("2021",))
        assert review_scope(plan, ["2021"]).editions == ("2021",)
    world = with_own_edition()
    world.rows.added_documents[0] = type(world.rows.added_documents[0])(
        id="overview-2022", ordinal=1, original="", layout=world.rows.added_documents[0].layout,
        key="2022", short="", replaces=None,
    )  # fmt: skip
    with Plan(world.write(tmp_path / "own.db")) as plan:
        assert review_scope(plan) == ReviewScope("2022", ("2021", "2025"))
        assert review_scope(plan, ["2022", "2025"]) == ReviewScope("2022", ("2025",))


def test_one_edition_alone_has_nothing_to_review(tmp_path: Path) -> None:
    from tests.worlds.made_up_plan import DOCUMENTS

    alone = World(DOCUMENTS[:1]).write(tmp_path / "alone.db")
    with Plan(alone) as plan, pytest.raises(UsageError, match="no other edition"):
        review_scope(plan)


def test_the_likeliest_come_first(tmp_path: Path) -> None:
    with Plan(eight_editions().write(tmp_path / "eight.db")) as plan:
        scope = review_scope(plan)
        suggested = suggested_pairs(plan, scope)
        scores = [each.link.score for each in suggested]
        assert scores == sorted(scores, reverse=True)
        editions = {frozenset((s.earlier.edition_id, s.later.edition_id)) for s in suggested}
        assert editions == {frozenset((scope.home, other)) for other in scope.others}
