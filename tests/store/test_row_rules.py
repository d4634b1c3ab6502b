"""What holds of every row is proved, whether or not the seal was made anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.store.plan import Plan
from plan_tui.store.row_rules import all_rules, broken_rules
from plan_tui.text.language import Language
from tests.worlds.altered import altered


def broken(path: Path) -> list[str]:
    """Return what is said of rows that break rules."""
    with Plan(path) as plan:
        return [fault.en for fault in broken_rules(plan)]


@pytest.mark.parametrize("world", ["packaged", "linked_database", "suggested_database"])
def test_all_rules_hold_of_what_is_written(world: str, request: pytest.FixtureRequest) -> None:
    assert broken(request.getfixturevalue(world)) == []


def test_all_rules_hold_of_the_plan(real_database: Path) -> None:
    assert broken(real_database) == []
    assert len(all_rules()) > 15


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("update sections set depth = -5 where id = 2", "sections row 2: the rule depth"),
        ("update sections set key = '' where id = 2", "sections row 2: the rule key"),
        ("update sections set kind = 'castle' where id = 2", "sections row 2: the rule"),
        ("update sections set toc_only = 7 where id = 2", "sections row 2: the rule"),
        ("update blocks set level = 1000000000 where id = 2", "blocks row 2: the rule level"),
        ("update blocks set kind = 'table' where data is null", "the rule (kind = 'table')"),
        ("update blocks set kind = 'table', data = '{bad'", "json_valid"),
        ("update blocks set kind = 'table', data = '[1]' where id = 1", "rows of text"),
        (
            """update blocks set kind = 'table', data = '{"columns":["a"],"rows":[[1]]}'
               where id = 1""",
            "rows of text",
        ),
        *(
            (
                f"""update blocks set kind = 'table',
                    data = '{{"columns":["a"],"rows":[["b"],{row}]}}' where id = 1""",
                "blocks row 1: the data of a table are not rows of text as long as its columns",
            )
            for row in ('["c","d"]', "[]")
        ),
        ("update dates set start = '9999-99-99' where id = 1", "dates row 1: the rule start"),
        ("update dates set end = 'hello' where id = 1", "dates row 1: the rule end"),
        ("update dates set start = '2026-02-30' where id = 1", "dates row 1: the rule start"),
        ("update dates set start = '2999-01-01' where id = 1", "the rule start <= end"),
        ("update dates set start = '0001-01-01' where id = 1", "dates row 1: the rule start"),
        ("update editions set ordinal = -ordinal", "the rule ordinal"),
        ("update measures set number = ''", "the rule number"),
        ("update dates set basis = 'aeon' where id = 1", "dates row 1: the rule"),
        ("update editions set decided_on = 'yesterday'", "the rule decided_on"),
        ("update quantities set value = 9e999 where id = 1", "quantities row 1: the rule"),
        ("update links set score = 2 where id = 1", "links row 1: the rule score"),
        ("update links set relation = 'love' where id = 1", "links row 1: the rule"),
        ("update links set to_section_id = from_section_id", "the rule from_section_id <>"),
        ("update measures set section_id = 1 where rowid = (select max(rowid) from measures)", ""),
    ],
)
def test_a_row_that_breaks_a_rule_is_named(
    packaged: Path, tmp_path: Path, change: str, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(packaged, tmp_path / "plan.db", change)
    assert any(named in fault for fault in broken(path)), broken(path)
    assert main(["check", "--db", str(path), "--lang", "en"]) == 3
    printed = capsys.readouterr()
    assert "Traceback" not in printed.out + printed.err


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ("update dates set text = text || 'x' where id = 1", "dates row 1 is not in the text"),
        ("update dates set offset = offset + 1 where id = 1", "dates row 1 is not in the text"),
        ("update dates set offset = 100000 where id = 1", "dates row 1 is not in the text"),
        ("update quantities set text = '9' || text where id = 1", "quantities row 1 is not in"),
        ("update quantities set offset = 99999 where id = 1", "quantities row 1 is not in"),
        ("update footnote_refs set offset = 100000 where rowid = 1", "footnote_refs row 1 is not"),
        ("update footnote_refs set offset = -1 where rowid = 1", "footnote_refs row 1: the rule"),
        (
            """update quantities set section_id = section_id + 1 where id = 1""",
            "quantities row 1 names a text of another section",
        ),
    ],
)
def test_what_is_not_in_its_text_is_named(
    packaged: Path, tmp_path: Path, change: str, named: str
) -> None:
    path = altered(packaged, tmp_path / "plan.db", change)
    assert any(named in fault for fault in broken(path)), broken(path)


def test_a_few_of_many_rows_are_named(packaged: Path, tmp_path: Path) -> None:
    path = altered(packaged, tmp_path / "plan.db", "update sections set depth = 0")
    assert len([fault for fault in broken(path) if "the rule depth" in fault]) == 20
    assert "sections: rules do not hold of further rows" in broken(path)


@pytest.mark.parametrize(
    ("english", "japanese", "statements"),
    [
        (
            "view that is none of its own: doubts",
            "ビュー：doubts",
            (
                "alter table doubts rename to before",
                "create view doubts as with recursive n(i) as (select 1 union all select i from n) "
                "select i id from n",
            ),
        ),
        (
            "view that is none of its own: further",
            "ビュー：further",
            ("create view further as select 1",),
        ),
        (
            "trigger that is none of its own: t",
            "トリガー：t",
            ("create trigger t after insert on meta begin delete from meta; end",),
        ),
    ],
)
def test_a_view_in_the_place_of_a_table_is_refused(
    packaged: Path, tmp_path: Path, english: str, japanese: str, statements: tuple[str, ...]
) -> None:
    path = altered(packaged, tmp_path / "plan.db", *statements, sealed=False)
    with pytest.raises(DataError, match="not a usable database") as error:
        Plan(path)
    assert f"(a {english}); drop it, or rebuild it" in str(error.value)
    assert f"（余分な{japanese}）" in error.value.say(Language.JA)


@pytest.mark.parametrize("day", ["0100-01-01", "9999-12-31"])
def test_the_first_and_last_days_of_all_are_days(
    packaged: Path, tmp_path: Path, day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(packaged, tmp_path / "plan.db", f"update dates set start = '{day}', end = null")
    assert broken(path) == []
    for command in ("targets", "measures", "overview", "track"):
        assert main([command, "--db", str(path)]) in (0, 1)
    assert capsys.readouterr().err == ""
