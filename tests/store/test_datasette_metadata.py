"""The metadata for Datasette is what the declarations say, and is read as it was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from plan_tui.importer.datasette_metadata import datasette_metadata
from plan_tui.labels.table_names import TABLE_NAMES
from plan_tui.store.described import descriptions
from plan_tui.store.plan import Plan
from plan_tui.text.yaml_text import Yaml, yaml_text
from tests.goldens import Goldens
from tests.yaml_reader import text

METADATA = Path(__file__).parents[2] / "data" / "metadata.yaml"


def test_the_file_is_what_the_code_gives(real: Plan, goldens: Goldens) -> None:
    metadata = datasette_metadata(real)
    assert metadata == goldens.kept(METADATA, metadata)


def test_every_table_has_a_name_in_both_languages() -> None:
    assert list(TABLE_NAMES) == list(descriptions())


def test_another_database_names_what_it_holds(made_up: Plan) -> None:
    text = datasette_metadata(made_up)
    assert all(edition.label_en in text for edition in made_up.editions())


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("森", ['"森"']),
        ("", ['""']),
        ('"a": - b # c', ['"\\"a\\": - b # c"']),
        ("2021-12", ['"2021-12"']),
        ("yes", ['"yes"']),
        ("a\nb", ["|-", "    a", "    b"]),
        ("a\n\n  b", ["|-", "    a", "", "      b"]),
        (" a\nb", ['" a\\nb"']),
        ("a\n", ['"a\\n"']),
        (True, ["true"]),
        (12, ["12"]),
        ([], ["[]"]),
        ({}, ["{}"]),
        (["a", "b"], ["", '    - "a"', '    - "b"']),
        (
            {"on": "a", "b c": 1, "ok": False},
            ["", '    "on": "a"', '    "b c": 1', "    ok: false"],
        ),
    ],
)
def test_values_are_written_as_yaml(value: Yaml, lines: list[str]) -> None:
    first, *rest = lines
    head = f"  inner: {first}".rstrip()
    assert yaml_text({"outer": {"inner": value}}).splitlines() == ["outer:", head, *rest]


@pytest.mark.parametrize(
    "character", [*"\x85\x7f\x00\x1b\u2028\u2029\u200b\ufeff\uffff", "\U0001f989", "\u3000", "\xa0"]
)
@pytest.mark.parametrize("words", ["梟{}棚", "梟{}", "梟\n棚{}", "梟{}\n棚"])
def test_every_character_of_a_value_is_kept(character: str, words: str) -> None:
    value = words.format(character)
    line, *block = yaml_text({"owl": value, "barn": {value: 1}}).split("\n")
    if line == "owl: |-":
        kept = [each.removeprefix("  ") for each in block[: value.count("\n") + 1]]
        assert "\n".join(kept) == value
    else:
        assert text(line.removeprefix("owl: ")) == value
    key = block[-2].strip().removesuffix(": 1")
    assert text(key) == value


def test_what_is_no_character_is_replaced() -> None:
    assert yaml_text({"owl": "梟\ud800", "barn": "梟\n\udfff"}) == (
        'owl: "梟\\ufffd"\nbarn: "梟\\n\\ufffd"\n'
    )
