"""A section beside its counterparts."""

from __future__ import annotations

import pytest

from plan_tui.compare.side_by_side import compare
from plan_tui.errors import UsageError
from plan_tui.store.read import Plan


def test_the_own_edition_is_left_out(made_up: Plan) -> None:
    found = compare(made_up, "2021:M1-1")
    assert [column.edition.id for column in found.columns] == ["2022", "2025"]
    assert found.base.section.key == "2021:M1-1"


def test_editions_can_be_chosen(made_up: Plan) -> None:
    found = compare(made_up, "2021:M1-1", ["2025"])
    assert [column.edition.id for column in found.columns] == ["2025"]


def test_an_unknown_edition_is_named(made_up: Plan) -> None:
    with pytest.raises(UsageError, match=r"1999.*there are 2021, 2022, 2025"):
        compare(made_up, "2021:M1-1", ["1999"])


def test_an_unknown_key_is_named(made_up: Plan) -> None:
    with pytest.raises(UsageError, match="2021:99"):
        compare(made_up, "2021:99")
