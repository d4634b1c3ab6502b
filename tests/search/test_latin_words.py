"""Latin words: by themselves, at the beginning of longer ones, and inside these."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from plan_tui.model.enums import TextPlace
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus
from plan_tui.search.matcher import Matcher
from plan_tui.search.matches import Match, MatchTier, holders
from plan_tui.search.ranking import HOLDS_ALL, match_weight
from plan_tui.search.search_index import SearchIndex
from plan_tui.search.strings import TextLayer
from plan_tui.store.plan import Plan
from tests.made_up_layer import NoAliases, UnindexedSource, layer_of, matcher_of
from tests.worlds.world import World


def matches(word: str, *texts: str) -> list[Match]:
    return list(matcher_of(*texts).match(word).values())


@pytest.mark.parametrize(
    ("word", "text", "printed"),
    [
        ("OWL", "OWLの棚", "OWL"),
        ("owl", "the owl sleeps", "owl"),
        ("Shelf", "OWLShelf", "Shelf"),
        ("OWL", "窓口OWLShelf", "OWL"),
        ("owl", "MyOwl", "Owl"),
        ("shelf", "OWLShelf", "Shelf"),
        ("ＯＷＬ", "OWL", "OWL"),
        ("owl", "ＭｙＯｗｌの棚", "Ｏｗｌ"),
        ("mis", "G-MIS", "MIS"),
        ("OWL", "OWL5の棚", "OWL"),
        ("owl", "bowl and owl", "owl"),
        ("OWL", "BOWL、OWL", "OWL"),
        ("owl", "BOWLとG-OWL", "OWL"),
    ],
)
def test_a_word_by_itself_is_found_and_marked(word: str, text: str, printed: str) -> None:
    (match,) = matches(word, text)
    assert [text[start:end] for start, end in match.marks()] == [printed]
    assert match.quality == 1


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("owl", "bowl"),
        ("owl", "growling"),
        ("OWL", "BOWLの棚"),
        ("lib", "calibre"),
        ("AI", "email"),
    ],
)
def test_inside_a_longer_word_it_is_only_similar(word: str, text: str) -> None:
    matcher = matcher_of(text)
    assert not matcher.match(word)
    assert all(match.tier is MatchTier.TYPO for match in matcher.doubtful(word).values())
    assert len(matcher.doubtful(word)) == (len(word) > 2), "two letters stand in nearly all"


@pytest.mark.parametrize(("word", "text"), [("lib", "library"), ("LIB", "LIBRARY"), ("Ow", "Owl")])
def test_the_beginning_of_a_word_that_is_being_typed_finds_it(word: str, text: str) -> None:
    (match,) = matches(word, text)
    assert match.tier is MatchTier.FOLDED
    assert HOLDS_ALL <= match_weight(match) < match_weight(*matches(text, text))


@pytest.mark.parametrize("word", ["LIB", "BOX"])
def test_what_is_typed_in_capitals_is_no_beginning_of_another_word(word: str) -> None:
    matcher = matcher_of("libraries", "Boxes")
    assert not matcher.match(word)
    assert len(matcher.doubtful(word)) == 1


class Titles(UnindexedSource):
    """Titles of which the last is English."""

    def place(self, number: int) -> TextPlace:
        """Return what a title is."""
        return TextPlace.TITLE_EN if number + 1 == len(self.sections) else TextPlace.TITLE


def all_in(*, titles: str, english: str, texts: str) -> Matcher:
    """Return a matcher over one title, one English one and one text."""
    layer = TextLayer(Titles((titles, english), TextPlace.TITLE))
    corpus = SimpleNamespace(titles=layer, texts=layer_of((texts,), TextPlace.TEXT))
    return Matcher(cast(Corpus, corpus), Aliases(NoAliases()))


@pytest.mark.parametrize("word", ["owl", "OWL"])
def test_a_printed_word_comes_before_all_that_it_only_begins(word: str) -> None:
    matcher = all_in(titles="OWLS", english="owlish places", texts="棚のOWL")
    found = sorted(matcher.match(word).values(), key=match_weight, reverse=True)
    assert [match.place for match in found[:2]] == [TextPlace.TEXT, TextPlace.TITLE]
    assert TextPlace.TITLE_EN not in {match.place for match in found[:2]}


def test_each_string_is_of_one_kind() -> None:
    layer = layer_of(("owl", "owlish", "bowl", "bowls and owls", "OWLBox", "雪"))
    held = holders(layer.spelled, "owl", printed=layer.printed)
    assert [*held.units] == [0, 1, 3, 4]
    assert {*held.begun} == {1, 3}
    assert {*held.within} == {2}
    assert held.places == {3: len("bowls and ")}


def test_few_letters_are_not_looked_for_inside_the_words_of_an_english_title() -> None:
    for word, count in (("ing", 1), ("brarie", 2)):
        matcher = all_in(titles="RINGS", english="ringing libraries", texts="BRARIES")
        assert len(matcher.doubtful(word)) + len(matcher.match(word)) == count, word


def test_what_stands_for_a_japanese_word_is_not_found_in_translations(tmp_path: Path) -> None:
    """An English word of a translation can mean something else (social security)."""
    aliases = 'groups = [["図書券", "書籍券", "travelling"]]\n'
    world = World().with_english_title("2021:M2-1", "Networking the travelling library")
    with Plan(world.with_readings("", aliases).write(tmp_path / "plan.db")) as plan:
        index = SearchIndex(plan)
        assert "2021:M2-1" in [hit.section.key for hit in index.search("travelling").hits]
        assert "2021:M2-1" not in [hit.section.key for hit in index.search("書籍券").hits]
        assert "2021:M2-1" not in [hit.section.key for hit in index.search("書籍券 図書館").hits]
