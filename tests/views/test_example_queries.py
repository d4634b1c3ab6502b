"""The questions in SQL are documented, and their answers are those of the commands."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest

from plan_tui.store.example_queries import EXAMPLE_QUERIES
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.changes import changes_view
from plan_tui.views.kpis import kpis_view
from plan_tui.views.measures import measures_view
from plan_tui.views.show import show_view
from plan_tui.views.targets import targets_view
from plan_tui.views.topics import topics_view
from plan_tui.views.view import Record
from plan_tui.views.words import words_view
from tests.goldens import Goldens

Ask = Callable[..., list[Record]]
"""Answers a question by its name, with the values of the document or with others."""

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "database.md"
ASKED: dict[str, dict[str, str]] = {
    "search": {"word": "電子カルテ"},
    "search_two_words": {"word": "自治体", "other": "標準化"},
    "word_over_time": {"word": "医療"},
    "due_in_fiscal_year": {"year": "2025"},
    "targets_by_year": {},
    "loose_deadlines": {},
    "unset_outcomes": {},
    "kpis_with_numbers": {},
    "without_measurable_kpi": {},
    "became_of": {"key": "2021:M1-8"},
    "not_in_a_later_edition": {"from_edition": "2021", "to_edition": "2025"},
    "topic_deadlines": {"topic": "id-driving-licence"},
    "footnotes_of": {"key": "2025:1.5.3"},
    "source_lines_of": {"key": "2021:M1-8"},
}
"""Question → what the document asks for as an example."""
QUERIES = {query.name: query for query in EXAMPLE_QUERIES}
WORDS = ("医療", "防災", "教育", "人材", "マイナンバーカード", "介護", "農業", "港湾")
TODAY = "2026-01-01"


@pytest.fixture
def ask(real_database: Path) -> Iterator[Ask]:
    connection = sqlite3.connect(f"{real_database.as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row

    def answer(name: str, **others: str) -> list[Record]:
        asked = connection.execute(QUERIES[name].sql, ASKED[name] | others)
        return [dict(row) for row in asked]

    yield answer
    connection.close()


def test_every_question_has_an_example_and_an_answer(ask: Ask) -> None:
    assert list(ASKED) == list(QUERIES)
    for query in EXAMPLE_QUERIES:
        assert set(query.parameters) == set(ASKED[query.name])
        assert ask(query.name), query.name


def documented(name: str) -> str:
    values = ", ".join(f"`{parameter}` = {value}" for parameter, value in ASKED[name].items())
    head = (
        f"**{QUERIES[name].question.say(Language.EN)}** (`{name}`{': ' if values else ''}{values})"
    )
    return f"{head}\n\n```sql\n{QUERIES[name].sql}\n```\n\n"


def test_the_questions_are_documented(goldens: Goldens) -> None:
    """`--update-goldens` writes them anew."""
    text = DOCUMENT.read_text(encoding="utf-8")
    questions = re.compile(
        r"(?:\*\*[^\n]+\*\* \(`\w+`[^\n]*\)\n\n```sql\n.*?\n```\n\n)*(?=## Datasette)", re.S
    )
    before = text[: text.index("## Questions in SQL")]
    written = "".join(map(documented, QUERIES))
    rest = questions.sub(lambda _: written, text[len(before) :], count=1)
    assert before + rest == goldens.kept(DOCUMENT, before + rest)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_wherever_it_stands(word: str, ask: Ask, real: Plan) -> None:
    counted = words_view(real, Language.JA, [word]).records()
    asked = {row["edition"]: row["times"] for row in ask("word_over_time", word=word)}
    assert asked == {record["edition"]: record["count"] for record in counted}
    rows = ask("search", word=word)
    assert all(word in row["around"] for row in rows)
    assert {edition for edition, times in asked.items() if times} == {r["edition"] for r in rows}


def test_two_words_stand_in_the_section_that_is_named(ask: Ask, real: Plan) -> None:
    words = list(ASKED["search_two_words"].values())
    keys = {row["key"] for row in ask("search_two_words")}
    for section in real.sections():
        if section.toc_only:
            continue
        passages = [row["text"] for row in show_view(real, Language.JA, section.key).rows()]
        holds = all(any(word in passage for passage in passages) for word in words)
        assert (section.key in keys) is holds


@pytest.mark.parametrize("year", ["2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027"])
def test_what_is_due_in_a_year_is_what_the_command_lists(year: str, ask: Ask, real: Plan) -> None:
    listed = targets_view(real, Language.JA, TODAY, f"due:FY{year}").records()
    assert [
        (row["key"], row["due"], row["printed"]) for row in ask("due_in_fiscal_year", year=year)
    ] == [(record["key"], record["end"], record["date"]) for record in listed]


def test_deadlines_are_counted_and_told_apart_as_the_command_does(ask: Ask, real: Plan) -> None:
    records = targets_view(real, Language.JA, TODAY).records()
    ended = Counter((r["fiscal_year"], r["edition"]) for r in records if r["end"])
    asked = {(r["fiscal_year"], r["edition"]): r["targets"] for r in ask("targets_by_year")}
    assert asked == ended
    loose = [(r["key"], r["date"]) for r in records if r["firmness"] in ("about", "unresolved")]
    assert [(row["key"], row["printed"]) for row in ask("loose_deadlines")] == loose


def test_kpis_are_those_of_the_command(ask: Ask, real: Plan) -> None:
    records = kpis_view(real, Language.JA).rows()
    unset = [r for r in records if r["status"] == "unset" and r["kind"] == "outcome"]
    rows = ask("unset_outcomes")
    assert [row["key"] for row in rows] == [record["key"] for record in unset]
    for row, record in zip(rows, unset, strict=True):
        why = f"（{row['why']}）" if row["why"] else ""
        assert record["text"] == f"未設定{why}"
    assert {row["why"] is None for row in rows} == {True, False}
    numbers = Counter((r["measure"], r["text"]) for r in records if r["value"] is not None)
    assert Counter((r["measure"], r["text"]) for r in ask("kpis_with_numbers")) == numbers
    measurable = {r["key"] for r in records if r["status"] in ("quantitative", "milestone")}
    cards = measures_view(real, Language.JA).records()
    without = [card["number"] for card in cards if card["key"] not in measurable]
    assert [row["number"] for row in ask("without_measurable_kpi")] == without


@pytest.mark.parametrize("key", ["2021:M1-8", "2021:2.1.3", "2021:0", "2021:M9-1", "2022:6.1.4"])
def test_what_became_of_a_section_is_what_the_command_says(key: str, ask: Ask, real: Plan) -> None:
    editions = [edition.id for edition in real.editions()]
    told = []
    for older, newer in combinations(editions, 2):
        for row in changes_view(real, Language.JA, older, newer).rows():
            if row["from_key"] == key:
                told += [(newer, row["relation"], to) for to in row["to_key"] or [None]]
    assert [
        (row["to_edition"], row["relation"], row["key"]) for row in ask("became_of", key=key)
    ] == told


def test_measures_that_are_not_in_a_later_text_are_counted(ask: Ask, real: Plan) -> None:
    for newer in ("2022", "2025"):
        chapters = {
            card["key"]: card["chapter"] for card in measures_view(real, Language.JA).records()
        }
        rows = changes_view(real, Language.JA, "2021", newer).rows()
        dropped = Counter(
            chapters[row["from_key"]]
            for row in rows
            if row["from_key"] in chapters and row["relation"] == "dropped" and row["asserted"]
        )
        answer = ask("not_in_a_later_edition", to_edition=newer)
        assert [row["chapter"] for row in answer] == list(dict.fromkeys(chapters.values()))
        assert {row["chapter"]: row["not_there"] for row in answer if row["not_there"]} == dropped
        assert sum(row["measures"] for row in answer) == len(chapters)


def test_a_topic_has_the_deadlines_of_its_sections(ask: Ask, real: Plan) -> None:
    targets = targets_view(real, Language.JA, TODAY).records()
    for topic in topics_view(real, Language.JA).records()[::9]:
        keys = set(topic["keys"])
        wanted = Counter((r["key"], r["date"]) for r in targets if r["key"] in keys)
        rows = ask("topic_deadlines", topic=topic["id"])
        assert Counter((row["key"], row["printed"]) for row in rows) == wanted


def test_footnotes_and_source_lines_are_those_of_the_section(ask: Ask, real: Plan) -> None:
    (shown,) = show_view(real, Language.JA, ASKED["footnotes_of"]["key"]).records()
    notes = {(note["number"], note["text"]) for note in shown["footnotes"]}
    assert {(row["number"], row["text"]) for row in ask("footnotes_of")} == notes != set()
    (shown,) = show_view(real, Language.JA, ASKED["source_lines_of"]["key"]).records()
    source = ROOT / "data" / "sources" / shown["source_file"]
    lines = source.read_text(encoding="utf-8").splitlines()
    wanted = lines[shown["line_start"] - 1 : shown["line_end"]]
    rows = ask("source_lines_of")
    assert [row["line"] for row in rows] == [*range(shown["line_start"], shown["line_end"] + 1)]
    assert ["".join(row["text"].split()) for row in rows] == ["".join(x.split()) for x in wanted]
