"""Eight editions: what is taken without being asked for, and what suggestions alone lead to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.compare.promises.topic_tracks import track
from plan_tui.compare.sections.next_edition import neighbours
from plan_tui.compare.sections.outline_diff import changes
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.importer.linking.section_changes import section_change_rows
from plan_tui.importer.results import add_results
from plan_tui.labels.edition_names import edition_name
from plan_tui.model.comparison_enums import ChangeKind, Movement
from plan_tui.model.enums import DocumentKind, Layout
from plan_tui.model.measure_cards import editions_of, tallies
from plan_tui.query.grammar import parse_query
from plan_tui.search.filtered_lists import measures, outline
from plan_tui.store.edition_lookup import newest_pair, usual_editions
from plan_tui.store.overview_queries import overview
from plan_tui.store.plan import Plan
from plan_tui.store.read_rows import read_rows
from plan_tui.store.write import write_database
from plan_tui.text.language import Language
from tests.worlds.altered import altered
from tests.worlds.eight import EDITIONS
from tests.worlds.made_up_plan import newer
from tests.worlds.world import World


@pytest.fixture
def database(eight_database: Path) -> Path:
    return eight_database


@pytest.fixture
def plan(database: Path) -> Plan:
    return Plan(database)


def printed(captured: pytest.CaptureFixture[str], database: Path, *words: str) -> str:
    """Return what a command prints in English."""
    assert main([*words, "--db", str(database), "--lang", "en"]) == 0
    return captured.readouterr().out


def complaint(captured: pytest.CaptureFixture[str], database: Path, *words: str) -> str:
    """Return what a command that is refused says in English."""
    assert main([*words, "--db", str(database), "--lang", "en"]) == 2
    return captured.readouterr().err


# Defaults


def test_all_but_decks_are_compared_and_the_newest_in_full_are_the_pair(plan: Plan) -> None:
    assert usual_editions(plan) == tuple(e for e in EDITIONS if e != "2021-12")
    assert newest_pair(plan) == ("2026", "2026-12")
    columns = compare(plan, "2023:1.1.1").columns
    assert [c.edition.id for c in columns] == ["2021", "2022", "2024", "2025", "2026", "2026-12"]


@pytest.mark.parametrize(
    ("statement", "pair"),
    [
        ("update documents set kind = 'overview' where edition_id = '2026-12'", ("2025", "2026")),
        ("update documents set kind = 'deck' where edition_id > '2024'", ("2023", "2024")),
        ("update documents set kind = 'overview'", ("2026", "2026-12")),
        ("update documents set kind = 'deck'", ("2026", "2026-12")),
        (
            "update documents set kind = case edition_id when '2025' then 'full_text' "
            "when '2022' then 'overview' else 'deck' end",
            ("2022", "2025"),
        ),
    ],
)
def test_the_newest_pair_follows_from_what_is_held(
    database: Path, tmp_path: Path, statement: str, pair: tuple[str, str]
) -> None:
    with Plan(altered(database, tmp_path / "plan.db", statement)) as plan:
        assert newest_pair(plan) == pair


def test_changes_without_editions_are_those_of_the_newest_pair(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = printed(capsys, database, "changes")
    assert whole == printed(capsys, database, "changes", "2026", "2026-12")
    assert whole.startswith("Changes from 2026 to 2026-12\n")
    filtered = printed(capsys, database, "changes", "kind:measure")
    assert filtered == printed(capsys, database, "changes", "2026", "2026-12", "kind:measure")
    assert filtered != whole
    negated = printed(capsys, database, "changes", "-kind:measure", "--only", "renamed")
    assert "2026-12:0" in negated
    assert "2026-12:M1-1" not in negated


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2023",), "2023 alone is named"),
        (("2023", "kind:measure"), "2023 alone is named"),
        (("2023", "-kind:measure"), "2023 alone is named"),
        (("1999",), "no edition 1999; there are 2021, 2021-12, 2022, 2023"),
        (("梟",), "no edition 梟"),
        (("kind:owl",), "kind:owl"),
    ],
)
def test_half_a_pair_is_refused(
    database: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert said in complaint(capsys, database, "changes", *words)


def test_one_edition_has_no_pair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    only = ("plan-2030", "2030", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025, newer)
    world = World((only,))
    database = world.write(tmp_path / "plan.db")
    assert "no two editions to compare" in complaint(capsys, database, "changes")


@pytest.mark.parametrize(
    ("edition", "japanese", "english"),
    [
        ("2026", "2026年版", "2026 edition"),
        ("2026-12", "2026年12月版", "2026-12 edition"),
        ("2026-02-03", "2026年2月3日版", "2026-02-03 edition"),
        ("draft", "draft版", "draft edition"),
        ("2026b", "2026b版", "2026b edition"),
    ],
)
def test_an_edition_is_called_by_whatever_its_id_tells(
    edition: str, japanese: str, english: str
) -> None:
    assert edition_name(edition, Language.JA) == japanese
    assert edition_name(edition, Language.EN) == english


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("2026-12", {"2026-12"}),
        ("2026年12月", {"2026-12"}),
        ("令和8年", {"2026"}),
        ("2026-12-01", {"2026-12"}),
        ("2023|2024", {"2023", "2024"}),
    ],
)
def test_editions_are_filtered_by_id_year_month_and_day(
    plan: Plan, typed: str, ids: set[str]
) -> None:
    sections = outline(plan, parse_query(f"edition:{typed}"))
    assert {section.edition_id for section in sections} == ids


def test_an_edition_that_is_not_held_is_refused_with_those_that_are(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = complaint(capsys, database, "tree", "edition:2019b")
    assert "edition:2019b does not exist; there are 2021, 2021-12, 2022, 2023" in said


# Measures of several editions


def test_chapters_and_numbers_of_several_editions_stay_apart(plan: Plan) -> None:
    cards = plan.measures()
    assert editions_of(cards) == ("2021", "2024", "2026-12")
    rows = [(tally.edition, tally.chapter, tally.measures) for tally in tallies(cards)]
    assert rows == [(e, c, 2) for e in ("2021", "2024", "2026-12") for c in ("I", "II")]
    found = measures(plan, parse_query("chapter:I kpi:unset edition:2024"))
    assert [card.section.key for card in found] == ["2024:M1-2"]


def test_a_number_that_several_editions_have_names_their_keys(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in ("1-1", "M1-1", "m1-1", "No.1-1", "１－１", "[No.1-1]"):
        said = complaint(capsys, database, "show", words)
        assert "2021:M1-1, 2024:M1-1, 2026-12:M1-1" in said
    assert "2024:M1-1" in printed(capsys, database, "show", "2024:M1-1")


def test_measures_are_listed_and_summed_by_edition(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = printed(capsys, database, "measures", "--format", "md")
    assert "| Edition | Chapter | Measures |" in document
    assert "| 2024 | II | 2 |" in document
    assert "| Edition | Number | Chapter |" in document
    of_one = printed(capsys, database, "measures", "edition:2024", "--format", "md")
    assert "Edition" not in of_one.partition("---\n\n")[0]
    figures = json.loads(printed(capsys, database, "overview", "--json"))
    commands = [f["command"] for f in figures if f["group"] == "chapter" and f["command"]]
    assert "plan-tui measures chapter:II edition:2024 kpi:unset" in commands
    for figure in (f for f in figures if f["group"] == "chapter" and f["command"]):
        if figure["count"]:
            words = figure["command"].split()[1:]
            assert len(json.loads(printed(capsys, database, *words, "--json"))) == figure["count"]


def test_the_view_of_measures_names_their_editions(plan: Plan) -> None:
    sql = "select edition, number from v_measures where chapter = 'I'"
    rows = [tuple(row) for row in plan.database.rows(sql)]
    assert rows == [(e, n) for e in ("2021", "2024", "2026-12") for n in ("1-1", "1-2")]


# Editions that suggestions alone lead to


def test_a_new_edition_is_a_column_of_suggestions(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = printed(capsys, database, "compare", "2025:1.1.1", "--with", "2026")
    assert "== 2026 ==" in text
    assert "nothing confirmed; suggestions only" in text
    assert "(suggestion (not confirmed) 1.00" in text
    changes = printed(capsys, database, "changes", "2023", "2025")
    assert "\nsuggestion (not confirmed) 8\n" in changes  # each its own likeness, none not judged
    assert "continued, suggestion (not confirmed), sure  2023:1.1" in changes


@pytest.mark.parametrize(("key", "step"), [("2025:1.1.1", 1), ("2026:1.1.1", -1)])
def test_suggestions_lead_to_the_edition_before_and_after(plan: Plan, key: str, step: int) -> None:
    there = neighbours(plan, plan.section(key), step)
    assert there.edition == ("2026" if step > 0 else "2025")
    assert not any(link.accepted for link, _ in there.linked)


def test_promises_are_followed_into_suggested_places_and_say_so(plan: Plan) -> None:
    loan_card = track(plan, "loan-card")
    (deadline, *_) = loan_card.promises
    told = {each.edition.id: each.suggested for each in deadline.statements}
    assert told == {
        "2021": False, "2021-12": True, "2022": False, "2023": True, "2024": True,
        "2026-12": True,
    }  # fmt: skip
    assert [step.suggested for step in deadline.steps] == [True] * 5


def without_suggestions(database: Path, folder: Path) -> Path:
    """Write a database in which only what is asserted belongs together."""
    rows = read_rows(database)
    rows.links = [link for link in rows.links if link.accepted]
    rows.verdicts = [verdict for verdict in rows.verdicts if verdict.accepted]
    rows.section_changes = section_change_rows(rows)
    write_database(folder / "plan.db", rows, add_results)
    return folder / "plan.db"


def test_what_nobody_judged_drops_nothing(database: Path, tmp_path: Path) -> None:
    with Plan(without_suggestions(database, tmp_path)) as plan:
        one_card = track(plan, "one-card")
        last = [promise.steps[-1] for promise in one_card.promises]
        assert all(
            step.older is not None and step.older.edition.id < "2025"
            for step in last
            if step.movement is Movement.DROPPED
        )
        assert [e.id for e in one_card.unjudged] == ["2021-12", "2023", "2024", "2026", "2026-12"]
        assert [e.id for e in one_card.silent] == ["2022"]
        rows = changes(plan, "2026", "2026-12").rows
        assert {row.relation for row in rows} == {ChangeKind.UNKNOWN}
        assert not any(row.asserted or row.continuations for row in rows)


def test_a_section_that_nobody_judged_has_a_track_of_suggestions(plan: Plan) -> None:
    promises = track(plan, "2026:1.1.1").promises
    assert any(s.edition.id == "2025" and s.suggested for p in promises for s in p.statements)
    assert all(not s.suggested for p in promises for s in p.statements if s.edition.id == "2026")


def test_the_tracks_are_labelled_in_every_format(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("track", "loan-card")
    assert "[kept, suggestion (not confirmed)]" in printed(capsys, database, *words)
    unknown = "2021-12: not judged, and nothing is suggested"
    bare = without_suggestions(database, tmp_path)
    assert unknown in printed(capsys, bare, "track", "one-card")
    assert unknown not in printed(capsys, database, "track", "one-card")
    assert "suggestion (not confirmed)" in printed(capsys, database, *words, "--format", "md")
    (record,) = json.loads(printed(capsys, database, *words, "--json"))
    assert [m["edition"] for m in record["mentions"] if not m["suggested"]] == ["2021", "2022"]
    assert record["suggested"] == [
        *("2021-12:1.1", "2023:1.1", "2024:1.1.1", "2026:1.1", "2026-12:1.1.1"),
    ]
    table = printed(capsys, database, *words, "--format", "tsv").splitlines()
    assert table[0].split("\t")[-2:] == ["asserted", "title_en"]


def test_topics_are_counted_in_the_editions_that_were_looked_through(plan: Plan) -> None:
    counted = overview(plan)
    assert counted.compared == ("2021", "2022", "2025")
    assert {name for pair in counted.pairs for name in (pair.older, pair.newer)} == {
        name for name in EDITIONS if name != "2021-12"
    }


def test_the_overview_says_how_many_changes_are_suggested(
    plan: Plan, database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suggested = {(pair.older, pair.newer): pair.suggested for pair in overview(plan).pairs}
    assert suggested["2025", "2026"] == 8
    assert suggested["2021", "2022"] == 2  # one of them that there is none
    figures = json.loads(printed(capsys, database, "overview", "--json"))
    counts = [f["count"] for f in figures if f["figure"] == "suggested"]
    assert counts == [count for count in suggested.values() if count]


def test_every_edition_is_told_by_every_list(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("words", "貸出券"), ("overview",), ("search", "貸出券"), ("tree",)):
        text = printed(capsys, database, *words)
        assert all(edition in text for edition in EDITIONS)


def test_help_takes_its_example_from_the_database(
    database: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(database))
    assert main(["search", "--help"]) == 0
    assert "edition:2026-12 kind:measure" in " ".join(capsys.readouterr().out.split())
