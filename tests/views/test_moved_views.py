"""Moved sentences are told in every format, never as gone or new."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plan_tui.export import json_lists, markdown
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.compare import CompareView, compare_view
from plan_tui.views.view import no_paint
from tests.worlds.moved import with_moved_sentence


@pytest.fixture
def plan(crosswalked_database: Path, tmp_path: Path) -> Iterator[Plan]:
    with Plan(with_moved_sentence(crosswalked_database, tmp_path / "plan.db")) as plan:
        yield plan


def view(plan: Plan, language: Language = Language.JA, key: str = "2021:1.1.1") -> CompareView:
    other = "2022" if key.startswith("2021") else "2021"
    return compare_view(plan, language, key, [other])


SENTENCE = "梟の巣箱を町の公園に{}基置く。"


@pytest.mark.parametrize("key", ["2021:1.1.1", "2022:1.1"])
def test_text_has_a_sign_and_a_word_at_both_places(plan: Plan, key: str) -> None:
    older, newer = SENTENCE.format("[-17-]"), SENTENCE.format("{+20+}")
    lines = view(plan, key=key).text().splitlines()
    assert f"< [移動] {older}" in lines
    assert f"> [移動] {newer}" in lines
    assert not [line for line in lines if line.startswith(("+", "-"))]
    lines = view(plan, Language.EN, key).text().splitlines()
    assert f"< [moved] {older}" in lines
    assert f"> [moved] {newer}" in lines


def test_json_names_the_row_of_the_other_place(plan: Plan) -> None:
    (record,) = json.loads(json_lists.write(view(plan), plan.attribution, no_paint))
    assert record["moved_sentences"] == 1
    differences = record["differences"]
    assert [row["moved_to"] for row in differences] == [3, None, None, 0]
    assert differences[0]["left"] == [
        ["moved", "梟の巣箱を町の公園に"],
        ["gone", "17"],
        ["moved", "基置く。"],
    ]
    assert differences[0]["right"] == differences[3]["left"] == []
    assert ["new", "20"] in differences[3]["right"]


@pytest.mark.parametrize(
    ("language", "word", "legend"),
    [
        (Language.JA, "移動", "*移動：もう一方では別の位置にある文*"),
        (Language.EN, "moved", "*moved: a sentence that stands elsewhere in the other text*"),
    ],
)
def test_markdown_has_a_word_and_a_legend(
    plan: Plan, language: Language, word: str, legend: str
) -> None:
    text = markdown.markdown(view(plan, language).document(plan.attribution()))
    assert legend in text
    colon = "：" if language is Language.JA else ": "
    older = f"*{word}*{colon}*梟の巣箱を町の公園に*~~17~~*基置く。*"
    assert older in text
    assert older.replace("~~17~~", "<strong>20</strong>") in text
    assert text.count(f"*{word}*{colon}") == 2


def test_what_stands_in_its_place_has_no_legend(crosswalked: Plan) -> None:
    text = markdown.markdown(view(crosswalked).document(crosswalked.attribution()))
    assert "移動：" not in text
