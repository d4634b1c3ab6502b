"""Where the database is: by names, as `pathlib` and `platformdirs` would say it."""

from __future__ import annotations

from pathlib import Path

import pytest
from platformdirs import user_data_path

from plan_tui.cli.example_place import example_place
from plan_tui.store import locate
from plan_tui.store.first_look import identity, newest_heading
from plan_tui.store.plan import Plan
from tests.worlds.altered import altered


@pytest.mark.parametrize("data", [None, "", "/data/x", "/data/x/", "relative", "/日本 語"])
@pytest.mark.parametrize("home", ["/home/a", "/home/a/", "/"])
def test_the_own_one_is_where_platformdirs_says(
    data: str | None, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", home)
    if data is None:
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_DATA_HOME", data)
    assert locate.own_database() == user_data_path("plan-tui") / "plan.db"


@pytest.mark.parametrize("name", ["a.db", "a b.db", "計画.db", "a%20.db", "a#b?.db", "~.db"])
def test_a_plain_address_is_that_of_pathlib(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.touch()
    assert locate.plain_address(str(file)) in ("", file.resolve().as_uri())


def test_what_is_no_file_has_no_address(tmp_path: Path) -> None:
    assert locate.plain_address(str(tmp_path)) == ""
    assert locate.plain_address(str(tmp_path / "none.db")) == ""
    assert locate.plain_address("a\0b") == ""


@pytest.mark.parametrize("name", ["a b.db", "計画.db", "a%20#b?.db", "plain.db"])
def test_a_database_of_any_name_opens(name: str, tmp_path: Path, made_up_database: Path) -> None:
    file = tmp_path / name
    file.write_bytes(made_up_database.read_bytes())
    with Plan(str(file)) as by_name, Plan(file) as by_path:
        assert by_name.file == by_path.file == file
        assert by_name.editions() == by_path.editions()


def test_the_first_look_sees_what_the_plan_says(real: Plan, real_database: Path) -> None:
    held, meta = identity(real_database), real.meta()
    assert (held.schema_version, held.digest) == (meta["schema_version"], meta["sources_sha256"])
    assert held.added == real.added()
    edition = real.editions()[-1].id
    headings = [s for s in real.sections() if s.edition_id == edition and not s.toc_only]
    below = [section for section in headings if section.depth > 1]
    assert newest_heading(real_database) == (edition, below[0].key)


def test_a_database_that_does_not_tell_its_sources_is_named_by_its_file(
    made_up_database: Path, tmp_path: Path
) -> None:
    for value in (
        "delete from meta where key = 'sources_sha256'",
        "update meta set value = '' where key = 'sources_sha256'",
    ):
        file = altered(made_up_database, tmp_path / "plan.db", value)
        assert identity(file).digest == locate.file_digest(file)


def test_without_a_heading_below_another_it_is_the_first(
    made_up_database: Path, tmp_path: Path
) -> None:
    flat = altered(made_up_database, tmp_path / "flat.db", "update sections set depth = 1")
    with Plan(flat) as plan:
        edition = plan.editions()[-1].id
        first = next(s for s in plan.sections() if s.edition_id == edition and not s.toc_only)
    assert newest_heading(flat) == (edition, first.key)
    none = altered(made_up_database, tmp_path / "none.db", "update sections set toc_only = 1")
    assert newest_heading(none) is None


def test_an_example_is_named_where_no_database_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLAN_TUI_DB", str(tmp_path / "none.db"))
    year, key = example_place()
    assert key == f"{year}:1.1"
