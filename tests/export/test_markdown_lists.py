"""Lists in Markdown: each item has one mark, a printed number that counts among them."""

from __future__ import annotations

import pytest

from plan_tui.export.markdown import markdown
from plan_tui.model.rich_document import BulletList, ListItem, RichDocument, run
from plan_tui.text.language import Language
from tests.markdown_reader import READER


def written(*items: tuple[str, str, int]) -> str:
    """Return a list in Markdown of items: their marks, words and levels."""
    listed = (
        ListItem((*run(f"{mark} ".lstrip()), *run(words)), level) for mark, words, level in items
    )
    return markdown(RichDocument(Language.JA, (BulletList(tuple(listed)),)))


def numbers(source: str) -> list[tuple[int, int]]:
    """Return of each list that counts the first number, and how many items it has."""
    lists: list[tuple[int, int]] = []
    for token in READER.parse(source):
        if token.type == "ordered_list_open":
            lists.append((int(token.attrs.get("start", 1)), 0))
        elif token.type == "list_item_open" and token.info:
            lists[-1] = (lists[-1][0], lists[-1][1] + 1)
    return lists


@pytest.mark.parametrize("sign", [".", ")"])
@pytest.mark.parametrize("first", [1, 3])
def test_numbers_that_follow_each_other_are_the_marks(sign: str, first: int) -> None:
    source = written(*((f"{first + n}{sign}", "畑", 0) for n in range(3)))
    assert source == "".join(f"{first + n}{sign} 畑\n" for n in range(3))
    assert numbers(source) == [(first, 3)]


def test_numbers_below_bullets_count_anew() -> None:
    source = written(("", "畑", 0), ("1.", "橋", 0), ("2.", "川", 0), ("", "森", 0))
    assert source == "- 畑\n1. 橋\n2. 川\n- 森\n"
    assert numbers(source) == [(1, 2)]


@pytest.mark.parametrize(
    "items",
    [
        [("", "畑", 0), ("3.", "橋", 0)],
        [("1.", "畑", 0), ("", "橋", 1)],
        [("", "畑", 0), ("1.", "橋", 1)],
        [("１．", "畑", 0), ("２．", "橋", 0)],
    ],
)
def test_other_numbers_stay_words(items: list[tuple[str, str, int]]) -> None:
    source = written(*items)
    assert numbers(source) == []
    for mark, words, _ in items:
        assert f"{mark} {words}".strip() in source.replace("\\", "")


def test_a_numbering_right_below_another_stays_words() -> None:
    source = written(("1.", "畑", 0), ("2.", "橋", 0), ("1.", "川", 0), ("2.", "森", 0))
    assert source == "1. 畑\n2. 橋\n- 1\\. 川\n- 2\\. 森\n"
