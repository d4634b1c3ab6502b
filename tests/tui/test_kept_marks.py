"""Marks follow their headings when the database has been built anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.tui.kept_marks import marked_titles, resume_marks
from tests.worlds.altered import altered


@pytest.fixture
def moved(made_up_database: Path, tmp_path: Path) -> Path:
    """The made-up plan with two headings of 2021 that changed places."""
    return altered(
        made_up_database,
        tmp_path / "moved.db",
        "update sections set key = 'x' where key = '2021:M1-1'",
        "update sections set key = '2021:M1-1' where key = '2021:M1-2'",
        "update sections set key = '2021:M1-2' where key = 'x'",
        "update sections set title = '別の見出し' where key = '2021:1.1'",
        "delete from sections where key = '2025:2.1'",
    )


def test_marks_follow_their_headings(made_up_database: Path, moved: Path) -> None:
    marks = {"a": "2021:M1-1", "b": "2021:M1-2", "c": "2021:1", "d": "2025:2.1"}
    with Plan(made_up_database) as plan:
        titles = marked_titles(plan, marks)
        assert resume_marks(plan, marks, titles).marks == marks
    with Plan(moved) as plan:
        resumed = resume_marks(plan, marks, titles)
    assert resumed.marks == {"a": "2021:M1-2", "b": "2021:M1-1", "c": "2021:1"}
    assert resumed.warnings == ()


def test_one_whose_key_names_another_heading_is_told(made_up_database: Path, moved: Path) -> None:
    marks = {"e": "2021:1.1"}
    with Plan(made_up_database) as plan:
        titles = marked_titles(plan, marks)
    with Plan(moved) as plan:
        resumed = resume_marks(plan, marks, titles)
    assert resumed.marks == {}
    (warning,) = resumed.warnings
    assert "別の見出し" in warning.say(Language.EN)
    assert titles["e"] in warning.say(Language.EN)


def test_marks_of_which_no_title_was_kept_go_by_their_keys(moved: Path) -> None:
    with Plan(moved) as plan:
        resumed = resume_marks(plan, {"a": "2021:M1-1", "b": "2099:1"}, {})
    assert resumed.marks == {"a": "2021:M1-1"}
