"""Damaged rows: no command loses its way in them, and the proof names what is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plan_tui.cli.main import main
from plan_tui.errors import DataError
from plan_tui.store.crosswalk_queries import stated_relations
from plan_tui.store.plan import Plan
from plan_tui.store.section_change_queries import section_changes
from tests.worlds.altered import altered

DAMAGES = {
    "circle": (
        "update sections set parent_id = 2 where id = 1",
        "update sections set parent_id = 1 where id = 2",
    ),
    "own parent": ("update sections set parent_id = id where id = 3",),
    "parent behind": ("update sections set parent_id = id + 1 where id = 1",),
    "parent elsewhere": ("update sections set parent_id = 1 where document_id <> 'plan-2021'",),
    "depth": ("update sections set depth = 1000000000 where id = 1",),
    "level": ("update blocks set level = 1000000000 where id = 1",),
    "negative level": ("update blocks set level = -1 where id = 1",),
    "bytes for a title": ("update sections set title = x'ff00fe' where id = 2",),
    "bytes for a text": ("update blocks set text = x'ff00fe' where id = 1",),
    "words for a number": ("update sections set depth = 'deep' where id = 2",),
    "a number for bytes": ("update blocks set level = x'00' where id = 1",),
}
"""Name of a damage → the statements that do it."""
NAMED = ("of another type", "a wrong parent or depth", "the rule level between 0 and 99")
COMMANDS = (
    *("tree", "show 2021:1", "search 図書館", "search 本 --json", "measures", "targets", "changes"),
    *("compare 2021:1", "track", "topics", "words 本", "overview", "show 2021:1 --format html"),
)


@pytest.fixture(params=DAMAGES)
def damaged(request: pytest.FixtureRequest, packaged: Path, tmp_path: Path) -> Path:
    return altered(packaged, tmp_path / "plan.db", *DAMAGES[request.param])


def test_no_command_loses_its_way(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        code = main([*command.split(), "--db", str(damaged), "--lang", "en"])
        told = capsys.readouterr().err
        assert code in (0, 1, 3), command
        assert code != 3 or told.count("\n") == 1, (command, told)


def test_the_proof_names_the_damage(damaged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--db", str(damaged), "--lang", "en"]) == 3
    out = capsys.readouterr().out
    assert any(words in out for words in NAMED)


def test_a_word_of_no_vocabulary_is_told_as_damage(packaged: Path, tmp_path: Path) -> None:
    path = altered(packaged, tmp_path / "plan.db", "update section_changes set change = 'owl'")
    with Plan(path) as plan:
        key, edition = plan.sections()[0], plan.editions()[-1].id
        for ask in (
            lambda: stated_relations(plan),
            lambda: section_changes(plan, key.edition_id, edition),
        ):
            with pytest.raises(DataError, match="owl"):
                ask()


@pytest.mark.parametrize(
    ("change", "command"),
    [
        ("update sections set depth = 1000000000 where id = 1", "tree"),
        ("update blocks set level = 1000000000 where id = 1", "show 2021:0"),
    ],
)
def test_a_level_beyond_all_bounds_is_refused(
    change: str, command: str, packaged: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Indented by it, one line would fill the memory."""
    path = altered(packaged, tmp_path / "plan.db", change)
    assert main([*command.split(), "--db", str(path), "--lang", "en"]) == 3
    assert not (told := capsys.readouterr()).out
    assert str(path) in told.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_no_plain_file_is_not_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "plan.db"
    os.mkfifo(pipe)
    assert main(["tree", "--db", str(pipe), "--lang", "en"]) == 3
    assert "no such database" in capsys.readouterr().err
