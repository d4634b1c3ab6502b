"""The document on reliability tells of the families that there are, and of tests that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.torture.cases import Family
from tests.torture.families import FAMILIES
from tests.torture.mended import MENDED
from tests.torture.reliability import DOCUMENT, mended_rows, row_of, rows_in

TEXT = DOCUMENT.read_text(encoding="utf-8")
ROOT = Path(__file__).parents[2]


def test_every_family_has_its_row() -> None:
    assert list(rows_in(TEXT)) == [family.name for family in FAMILIES]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_a_row_says_what_its_family_does(family: Family) -> None:
    *_, cases, happened = rows_in(TEXT)[family.name]
    assert row_of(family, cases, happened) in TEXT
    assert "failed" not in happened
    numbers = re.match(r"([\d,]+) of ([\d,]+), seed ", cases)
    assert numbers, cases
    tried, total = (int(number.replace(",", "")) for number in numbers.groups())
    assert tried <= total >= family.least


@pytest.mark.parametrize(("fault", "holds", "test"), MENDED)
def test_what_was_mended_has_its_test(fault: str, holds: str, test: str) -> None:
    path, _, name = test.partition("::")
    assert re.search(rf"^(async )?def {name}\(", (ROOT / path).read_text(encoding="utf-8"), re.M)
    assert mended_rows() in TEXT
