"""What `check` says of documents that were not, or not wholly, understood."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.labels.doubt_names import DOUBT_SENTENCES, EDIT_KINDS, SEVERITIES, doubt_sentence
from plan_tui.model.doubts import Doubt, DoubtKind, Severity
from plan_tui.model.edits import EditKind
from plan_tui.store.plan import Plan
from plan_tui.store.source_queries import first_line_of_page, section_key_at, understanding_of
from tests.worlds.altered import altered

INSERT = """insert into doubts values
    ({id}, 'plan-2021', '{kind}', '{severity}', {page}, {line}, {e}, {f})"""


def doubt_row(
    number: int, kind: DoubtKind, severity: Severity, page: str = "46", line: str = "12"
) -> str:
    return INSERT.format(
        id=900 + number,
        kind=kind,
        severity=severity,
        page=page,
        line=line,
        e="'（３）森の駅, p. 46'",
        f="'７'",
    )


ERROR = doubt_row(1, DoubtKind.CONTENTS_MISSING, Severity.ERROR)
WARNING = doubt_row(2, DoubtKind.BARE_NUMBER, Severity.WARNING, "null")
FIGURE = INSERT.format(
    id=910, kind="contents_found", severity="note", page=3, line=8, e="'130'", f="'126'"
)


def check(path: Path, *words: str) -> int:
    return main(["check", "--db", str(path), "--lang", "en", *words])


def test_what_was_not_understood_is_told_with_page_and_line(
    crosswalked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(crosswalked_database, tmp_path / "plan.db", WARNING, ERROR, FIGURE)
    assert check(path) == 0  # every character has its place
    text = capsys.readouterr().out
    assert "  not understood: 1 error, 1 warning (" in text
    assert "contents 126 of 130" in text
    first = text.index(
        "  error, p. 46, line 12: a contents entry has no heading in the text: （３）"
    )
    assert first < text.index("  warning, line 12: a paragraph that is only a number: ７")
    assert text.endswith("\nnot understood: 1 error, 1 warning\n")


def test_a_warning_alone_is_a_place_to_look_at(
    crosswalked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(altered(crosswalked_database, tmp_path / "plan.db", WARNING))
    assert capsys.readouterr().out.endswith("\nunderstood, but 1 place to look at\n")


def test_a_plan_without_doubts_is_understood(
    crosswalked_database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check(crosswalked_database)
    text = capsys.readouterr().out
    assert text.endswith("\nunderstood\n")
    assert "footnotes 2 of 2" in text


def test_the_same_as_objects_and_in_a_table(
    crosswalked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = altered(crosswalked_database, tmp_path / "plan.db", ERROR, WARNING, FIGURE)
    check(path, "--json")
    record = next(r for r in json.loads(capsys.readouterr().out) if r["document"] == "plan-2021")
    assert (record["understood"], record["errors"], record["warnings"]) == (False, 1, 1)
    assert (record["contents_answered"], record["contents_entries"]) == (126, 130)
    first = record["doubts"][0]
    assert (first["kind"], first["severity"]) == ("contents_missing", "error")
    assert (first["page"], first["line"], first["found"]) == (46, 12, "７")
    assert [doubt["kind"] for doubt in record["doubts"]] == ["contents_missing", "bare_number"]
    check(path, "--format", "tsv")
    head, *rows = capsys.readouterr().out.splitlines()
    table = [dict(zip(head.split("\t"), row.split("\t"), strict=True)) for row in rows]
    assert next(row for row in table if row["document"] == "plan-2021")["errors"] == "1"


def test_a_limit_cuts_the_doubts(
    crosswalked_database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [doubt_row(number, DoubtKind.NUMBERING, Severity.ERROR) for number in range(30)]
    check(altered(crosswalked_database, tmp_path / "plan.db", *rows), "--limit", "3")
    text = capsys.readouterr().out
    assert text.count("  error, p. 46, line 12: ") == 3
    assert "and 27 more" in text


def test_every_kind_has_its_words_in_both_languages() -> None:
    assert set(DOUBT_SENTENCES) == set(DoubtKind)
    assert set(SEVERITIES) == set(Severity)
    assert set(EDIT_KINDS) == set(EditKind)
    for kind in DoubtKind:
        sentence = doubt_sentence(Doubt(kind, Severity.ERROR))
        assert "{" not in sentence.ja + sentence.en
        assert sentence.ja != sentence.en


def test_the_section_at_a_line(crosswalked_database: Path) -> None:
    with Plan(crosswalked_database) as plan:
        sections = [s for s in plan.sections("plan-2021") if s.line_start is not None]
        for section in sections[::7]:
            assert section.line_start is not None
            later = [s for s in sections if s.line_start == section.line_start]
            assert section_key_at(plan, "plan-2021", section.line_start) == later[-1].key
        assert section_key_at(plan, "plan-2021", 10**6) is not None
        assert section_key_at(plan, "plan-2021", 0) is not None
        assert section_key_at(plan, "none", 1) is None
        assert first_line_of_page(plan, "plan-2021", 1) is None
        assert understanding_of(plan, "plan-2021").pages is None


def test_every_kind_and_edit_is_documented() -> None:
    words = (Path(__file__).parents[2] / "docs" / "proof.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (.*) \|", words, re.MULTILINE)
    assert {kind for kind, _ in listed} == {*map(str, DoubtKind), *map(str, EditKind)}
    for kind, rest in listed:
        if kind in set(EditKind):
            assert f"`{EDIT_KINDS[EditKind(kind)].ja}`" in rest
