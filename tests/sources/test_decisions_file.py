"""The file of a reader's decisions: written entry by entry, whatever else stands in it."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import DecidedPlace, Decision, DecisionKind
from plan_tui.sources.crosswalk_file import read_crosswalk
from plan_tui.sources.decision_edits import change_decisions
from plan_tui.sources.decisions_file import decision_entry, decisions_in, read_decisions
from plan_tui.text import file_lock
from tests.stopped_clock import StoppedClock

OWL = DecidedPlace("2021:1.1", "梟の棚")
FOX = DecidedPlace("2026:2", "狐の棚")


def between(first: Extent, second: Extent, block: int | None = None) -> Decision:
    return Decision(replace(OWL, extent=first), replace(FOX, extent=second, block=block))


KINDS = {
    "accepted": between(Extent.WHOLE, Extent.WHOLE),
    "a block": between(Extent.WHOLE, Extent.PART, 3),
    "a part that nobody counted": between(Extent.PART, Extent.WHOLE),
    "parts of both": between(Extent.PART, Extent.PART, 12),
    "the later mentions it": between(Extent.WHOLE, Extent.MENTION),
    "the earlier mentions it": between(Extent.MENTION, Extent.WHOLE),
    "rejected": Decision(OWL, FOX, apart=True),
    "signs in a heading": Decision(replace(OWL, heading='「"\\棚」\x7f\t'), FOX),
    "no headings": Decision(replace(OWL, heading=""), replace(FOX, heading="")),
}


@pytest.mark.parametrize("decision", KINDS.values(), ids=KINDS)
def test_a_decision_is_read_as_it_was_written(decision: Decision, tmp_path: Path) -> None:
    path = tmp_path / "own" / "crosswalk.toml"
    change_decisions(path, {decision.pair: decision})
    assert decisions_in(path) == (decision,)
    assert not list(path.parent.glob(".*"))


@pytest.mark.parametrize("name", [name for name in KINDS if name != "no headings"])
def test_it_is_an_entry_of_the_project_s_crosswalk_with_headings(name: str, tmp_path: Path) -> None:
    entry = decision_entry(KINDS[name])
    lines = [line for line in entry.splitlines() if not line.startswith("headings")]
    path = tmp_path / "crosswalk.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    (pair,) = read_crosswalk(path).pairs
    assert (pair.first[0].key, pair.second[0].key) == ("2021:1.1", "2026:2")
    assert pair.apart == KINDS[name].apart
    if not pair.apart:
        extents = (KINDS[name].first.extent, KINDS[name].second.extent)
        assert (pair.first[0].extent, pair.second[0].extent) == extents


def test_what_a_decision_says() -> None:
    kinds = [KINDS[name].kind for name in list(KINDS)[:7]]
    part, mention = DecisionKind.PART, DecisionKind.MENTION
    assert kinds == [
        *(DecisionKind.ACCEPTED, part, part, part),
        *(mention, mention, DecisionKind.REJECTED),
    ]


WRITTEN = """# mine
# two lines

[[pair]]  # a note
places = ["2021:1.1", "2026:2"]

# about the second
[[pair]]
places = [
    "2021:1.2",
    "2026:3",
]
apart = true
# at the end
"""


def test_comments_and_the_order_stay(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.toml"
    path.write_text(WRITTEN, encoding="utf-8")
    first, second = decisions_in(path)
    third = Decision(DecidedPlace("2021:1.3", ""), DecidedPlace("2026:4", ""))
    change_decisions(path, {first.pair: replace(first, apart=True), third.pair: third})
    text = path.read_text(encoding="utf-8")
    for comment in ("# mine\n# two lines\n", "# about the second\n", "# at the end\n"):
        assert comment in text
    assert decisions_in(path) == (replace(first, apart=True), second, third)
    change_decisions(path, {second.pair: None})
    assert decisions_in(path) == (replace(first, apart=True), third)
    assert "# about the second\n" in path.read_text(encoding="utf-8")


def test_taking_back_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.toml"
    decisions = {
        each.pair: each
        for each in (
            Decision(DecidedPlace(f"2021:{n}", "一"), DecidedPlace(f"2026:{n}", "二"))
            for n in range(5)
        )
    }
    change_decisions(path, decisions)
    before = path.read_bytes()
    more = Decision(DecidedPlace("2021:9", "九"), DecidedPlace("2026:9", "九"))
    change_decisions(path, {more.pair: more})
    change_decisions(path, {more.pair: None})
    assert path.read_bytes() == before


FAULTS = {
    "no toml": ("[[pair]\n", "not TOML"),
    "a topic": ('[[topic]]\nid = "x"\n', r"write \[\[pair\]\] tables alone, not topic"),
    "a pair that is no table": ("pair = 3\n", "tables alone"),
    "one place": ('[[pair]]\nplaces = ["2021:1"]\n', "pair 1: places must be"),
    "one section": ('[[pair]]\nplaces = ["2021:1", "2021:1#2"]\n', "places must be"),
    "no list": ('[[pair]]\nplaces = "2021:1 2026:1"\n', "places must be"),
    "a number": ("[[pair]]\nplaces = [1, 2]\n", "places must be"),
    "no ordinal": ('[[pair]]\nplaces = ["2021:1#0", "2026:1"]\n', "places must be"),
    "a strange part": ('[[pair]]\nplaces = ["2021:1#most", "2026:1"]\n', "places must be"),
    "one heading": (
        '[[pair]]\nplaces = ["2021:1", "2026:1"]\nheadings = ["a"]\n',
        "headings must be",
    ),
    "another mention": (
        '[[pair]]\nplaces = ["2021:1", "2026:1"]\nmention = "2026:2"\n',
        "mention must be",
    ),
    "no truth": ('[[pair]]\nplaces = ["2021:1", "2026:1"]\napart = "yes"\n', "true or false"),
    "a field": ('[[pair]]\nplaces = ["2021:1", "2026:1"]\nscore = 1\n', "score is none of"),
    "twice": (
        '[[pair]]\nplaces = ["2021:1", "2026:1"]\n[[pair]]\nplaces = ["2026:1#2", "2021:1"]\n',
        "pair 2: names the same two sections as pair 1",
    ),
}


@pytest.mark.parametrize(("text", "complaint"), FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_told_and_nothing_is_written(
    text: str, complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "crosswalk.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=complaint):
        decisions_in(path)
    with pytest.raises(DataError, match=complaint):
        change_decisions(path, {KINDS["accepted"].pair: KINDS["accepted"]})
    assert path.read_text(encoding="utf-8") == text


def test_entries_that_cannot_be_told_apart_are_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.toml"
    entries = '{places = ["2021:1.1", "2026:2"]}, {places = ["2021:1.1", "2026:3"]}'
    text = f"pair = [{entries}]\n"
    path.write_text(text, encoding="utf-8")
    assert len(decisions_in(path)) == 2
    with pytest.raises(DataError, match="not TOML"):
        change_decisions(path, {KINDS["rejected"].pair: KINDS["rejected"]})
    assert path.read_text(encoding="utf-8") == text


def _decide_many(path: Path, edition: str) -> None:
    for number in range(10):
        decision = Decision(OWL, DecidedPlace(f"{edition}:{number}", "狐の棚"))
        change_decisions(path, {decision.pair: decision})


def test_two_programs_keep_each_other_s_decisions(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.toml"
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_decide_many, args=(path, name)) for name in ("2025", "2026")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(decisions_in(path)) == 20
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_decision_waits_for_another_program_as_long_as_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "time", StoppedClock())
    decision = KINDS["accepted"]
    with (
        file_lock.alone_in(tmp_path),
        pytest.raises(DataError, match="another plan-tui is writing"),
    ):
        change_decisions(tmp_path / "crosswalk.toml", {decision.pair: decision}, 0.5)


def test_a_linked_file_of_decisions_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "there.toml", tmp_path / "crosswalk.toml"
    link.symlink_to(target)
    change_decisions(link, {KINDS["accepted"].pair: KINDS["accepted"]})
    assert link.is_symlink()
    assert decisions_in(target) == (KINDS["accepted"],)


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read"):
        decisions_in(tmp_path)


def test_there_need_be_no_file(tmp_path: Path) -> None:
    assert decisions_in(tmp_path / "none.toml") == ()
    assert read_decisions("# nothing\n", tmp_path) == ()
