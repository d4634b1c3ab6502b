"""Vocabularies: what a class of words gives, as `enum.StrEnum` does."""

from __future__ import annotations

import copy
import enum
import json
import pickle
import sqlite3
import subprocess
import sys
from collections.abc import Container

import pytest

from plan_tui.text import vocabulary


class Tree(vocabulary.StrEnum):
    """Words of this program's kind."""

    OAK = "oak"
    """The first."""
    ELM = "elm"
    FIR = "fir tree"
    ABIES = "fir tree"

    @property
    def is_short(self) -> bool:
        return len(self) < 4

    @classmethod
    def first(cls) -> Tree:
        return next(iter(cls))


class Standard(enum.StrEnum):
    """The same words in the standard library's kind."""

    OAK = "oak"
    """The first."""
    ELM = "elm"
    FIR = "fir tree"
    ABIES = "fir tree"


NAMES = ("OAK", "ELM", "FIR", "ABIES")


@pytest.mark.parametrize("name", NAMES)
def test_a_member_is_what_one_of_the_standard_library_is(name: str) -> None:
    member, standard = Tree[name], Standard[name]
    assert member is getattr(Tree, name)
    assert member is Tree(standard.value)
    assert member is Tree(member)
    assert (member.name, member.value) == (standard.name, standard.value)
    assert type(member.value) is str
    assert (str(member), f"{member}", f"{member!s:>9}") == (
        str(standard),
        f"{standard}",
        f"{standard!s:>9}",
    )
    assert repr(member) == repr(standard).replace("Standard", "Tree")
    assert member == standard.value
    assert hash(member) == hash(standard.value)
    assert isinstance(member, Tree)
    assert isinstance(member, str)
    assert json.dumps([member, {member: 1}]) == json.dumps([standard, {standard: 1}])


def test_a_vocabulary_is_gone_through_as_one_of_the_standard_library_is() -> None:
    assert list(Tree) == [str(word) for word in Standard]
    assert [word.name for word in Tree] == [word.name for word in Standard]
    assert len(Tree) == len(Standard)
    assert list(Tree.__members__) == list(Standard.__members__)
    assert Tree["ABIES"] is Tree["FIR"]
    words: Container[object] = Tree  # type: ignore[assignment]
    assert Tree.OAK in words
    assert "oak" in words
    assert "ash" not in words


@pytest.mark.parametrize("word", ["ash", "OAK", "", 1, None, ["oak"], ("oak",)])
def test_another_word_is_refused_with_the_same_message(word: object) -> None:
    with pytest.raises(ValueError, match="is not a valid") as told:
        Tree(word)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="is not a valid") as standard:
        Standard(word)  # type: ignore[arg-type]
    assert str(told.value) == str(standard.value).replace("Standard", "Tree")


def test_another_name_is_refused() -> None:
    with pytest.raises(KeyError):
        Tree["ASH"]
    with pytest.raises(AttributeError):
        Tree.ASH  # type: ignore[attr-defined]  # noqa: B018


def test_a_copy_is_the_member_itself() -> None:
    assert copy.copy(Tree.ELM) is Tree.ELM
    assert copy.deepcopy([Tree.ELM])[0] is Tree.ELM
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(Tree.ELM, protocol)) is Tree.ELM


def test_methods_and_properties_are_no_words() -> None:
    assert Tree.OAK.is_short
    assert not Tree.FIR.is_short
    assert Tree.first() is Tree.OAK
    assert not hasattr(Tree.OAK, "__dict__")


def test_a_database_takes_a_member_as_its_word() -> None:
    with sqlite3.connect(":memory:") as connection:
        assert connection.execute("select ?, typeof(?)", (Tree.OAK, Tree.OAK)).fetchone() == (
            "oak",
            "text",
        )
    connection.close()


def test_a_case_chooses_by_a_member() -> None:
    match Tree("elm"):
        case Tree.OAK:
            chosen = "oak"
        case Tree.ELM:
            chosen = "elm"
    assert chosen == "elm"


def test_defining_words_loads_no_enum() -> None:
    code = "import sys; import plan_tui.text.vocabulary; print('enum' in sys.modules)"
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"
