"""JSON is written as the standard library writes it."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_tui.export.json_lists import dump
from plan_tui.model.enums import SectionKind
from plan_tui.text.controls import visible_in_json

NUMBERS = st.integers() | st.floats()
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text() | st.sampled_from(list(SectionKind)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
        | st.dictionaries(st.integers(), inner, max_size=3)
    ),
    max_leaves=6,
)


def standard(records: list[dict[str, object]]) -> str:
    """Return records as `json` writes them, one a line."""
    lines = ",\n ".join(json.dumps(record, ensure_ascii=False) for record in records)
    return visible_in_json(f"[{lines}]\n")


@given(st.lists(st.dictionaries(st.text(max_size=4), VALUES, max_size=4), max_size=3))
def test_any_objects_are_written_as_json_writes_them(records: list[dict[str, object]]) -> None:
    assert dump(records) == standard(records)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "森",
            '"',
            "\\",
            "\\n",
            "\n\r\t\b\f",
            "\0\x1f\x7f\x80\x9b",
            "\u2028\u2029",
            "\u3000森",
        ),
        *(
            "\ud800",
            "\udfff森",
            "\U0001f4da",
            "\ufeff",
            "\u202e",
            "a/b",
            "<&>'",
            "\u200b\U000e0041",
        ),
    ],
)
def test_each_kind_of_character_is_written_as_json_writes_it(text: str) -> None:
    assert dump([{text: text}]) == standard([{text: text}])


@pytest.mark.parametrize("number", [0, -1, 10**30, 0.1, 1e300, 1e-7, -0.0, 5e-324, 1.0, 0.898])
def test_numbers_are_written_as_json_writes_them(number: float) -> None:
    assert dump([{"n": number}]) == standard([{"n": number}])
    assert math.copysign(1, json.loads(dump([{"n": number}]))[0]["n"]) == math.copysign(1, number)


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        dump([{"森": {1, 2}}])
