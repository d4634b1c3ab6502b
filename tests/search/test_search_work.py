"""What a search reads grows with what it looks at, and nothing is read twice in one breath."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from plan_tui.model.enums import KeyForm, SearchTier, StringForm, TextPlace
from plan_tui.search import strings as searched
from plan_tui.search.aliases import Aliases
from plan_tui.search.corpus import Corpus
from plan_tui.search.finder import Finder
from plan_tui.search.search_index import SearchIndex
from plan_tui.search.strings import TextLayer
from plan_tui.store.connect import OpenDatabase
from plan_tui.store.index_queries import TOGETHER
from plan_tui.store.plan import Plan
from plan_tui.text.fold import fold_printed, fold_spelling
from plan_tui.text.number_lists import NUMBER
from plan_tui.text.search_keys import text_keys
from tests.made_up_layer import NoAliases, UnindexedSource, layer_of

REAL = Path(__file__).parents[2] / "data" / "plan.db"
FORMS = len(StringForm)
READ_AT_ONCE = 512


class CountingSource(UnindexedSource):
    """Texts that count how often each of them is asked for."""

    def __init__(self, texts: Sequence[str], place: TextPlace) -> None:
        super().__init__(texts, place)
        self.asked = 0
        self.read = Counter[tuple[StringForm, int]]()

    def strings(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """Return strings, and count."""
        self.asked += 1
        self.read.update((form, first) for first in firsts)
        return super().strings(form, firsts)


def source_of(count: int) -> CountingSource:
    """Return texts that hold one word in several spellings, or not."""
    texts = ("移動図書館", "移動・図書館の本", "移動する図書館", "ﾊﾞｽの図書館", "としょかん")
    return CountingSource([texts[n % len(texts)] * 2 for n in range(count)], TextPlace.TEXT)


def matched(source: CountingSource, word: str) -> int:
    """Return in how many of some texts a word is found, by a search that begins anew."""
    corpus = SimpleNamespace(
        titles=layer_of(()), texts=TextLayer(source), named=lambda _: (), order=()
    )
    return len(Finder(cast(Corpus, corpus), Aliases(NoAliases())).holding(word))


class KeyedSource(CountingSource):
    """The same with the keys of each text."""

    def __init__(self, texts: Sequence[str], place: TextPlace) -> None:
        super().__init__(texts, place)
        self._keys = [text_keys(text, fold_printed(text), fold_spelling(text)) for text in texts]

    def postings(self, form: KeyForm, keys: Sequence[str]) -> dict[str, array[int]]:
        """Return the strings that have each key of a text; all where a sound is asked for."""
        if form is not KeyForm.TEXT:
            return super().postings(form, keys)
        numbers = {key: [n for n, held in enumerate(self._keys) if key in held] for key in keys}
        return {key: array(NUMBER, those) for key, those in numbers.items()}


class OneAlias(NoAliases):
    """A table in which 本棚 stands for 図書館."""

    def groups(self, folded: str) -> Iterable[int]:
        """Return the group of either word."""
        return (1,) if folded in ("図書館", "本棚") else ()

    def words(self, group: int) -> list[str]:
        """Return both."""
        return ["図書館", "本棚"]


def test_what_stands_for_a_word_is_looked_for_where_it_may_rank_a_section_higher() -> None:
    count = 4 * TOGETHER
    titles = layer_of([f"図書館{n}" if n else "別の章" for n in range(count)])
    source = KeyedSource([f"本棚{n}" for n in range(count)], TextPlace.TEXT)
    corpus = SimpleNamespace(titles=titles, texts=TextLayer(source), named=lambda _: (), order=())
    finder = Finder(cast(Corpus, corpus), Aliases(OneAlias()))
    scores = finder.find(("図書館",))
    assert {n: held.why for n, held in scores.items()} == {
        n: SearchTier.PRINTED if n else SearchTier.ALIAS for n in range(count)
    }
    assert {first for _, first in source.read} == {0}
    assert finder.holding("図書館") == set(range(count))
    assert len({first for _, first in source.read}) == count // TOGETHER


@pytest.mark.parametrize("word", ["図", "図書館", "移動図書館", "バス", "としょかん", "toshokan"])
def test_a_layer_larger_than_what_is_kept_is_read_in_few_statements(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searched, "_KEPT", 10_000)
    monkeypatch.setattr(searched, "_KEPT_PRINTED", 10_000)
    few, many = source_of(READ_AT_ONCE), source_of(10 * READ_AT_ONCE)
    found = matched(few, word), matched(many, word)
    assert found[1] in range(9 * found[0], 11 * found[0] + 1)
    assert few.asked <= FORMS
    assert many.asked <= 10 * 2 * FORMS


def test_what_is_kept_is_bounded_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "_KEPT", 10_000)
    monkeypatch.setattr(searched, "_KEPT_PRINTED", 10_000)
    source = source_of(10 * READ_AT_ONCE)
    layer = TextLayer(source)
    assert len(list(layer.printed.find("図書館"))) == len(layer) * 4 // 5
    once = source.asked
    list(layer.printed.find("図書館"))
    assert source.asked == 2 * once


def test_what_is_kept_is_read_once() -> None:
    source = source_of(10 * READ_AT_ONCE)
    layer = TextLayer(source)
    for word in ("図", "図書", "図書館"):
        list(layer.printed.find(word))
        list(layer.folded.find(word, also=[layer.spelled]))
    assert set(source.read.values()) == {1}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that databases are asked."""
    asked: list[str] = []
    rows = OpenDatabase.rows

    def counted(database: OpenDatabase, sql: str, *values: str | int | None) -> object:
        asked.append(sql)
        return rows(database, sql, *values)

    monkeypatch.setattr(OpenDatabase, "rows", counted)
    return asked


@pytest.mark.parametrize("query", ["データ", "まいなんばー", "運転免許証"])
def test_all_hits_of_the_plan_take_few_statements(query: str, asked: list[str]) -> None:
    with Plan(REAL) as plan:
        hits = list(SearchIndex(plan).search(query).hits)
    assert hits
    assert len(asked) <= 32 + len(hits) // 7


@pytest.mark.parametrize(
    "query", ["梟の巣箱に蟹を飼う会", "umibenofukurounosubako", "ぬめらぐぞれ"]
)
def test_what_nothing_holds_is_looked_for_in_few_statements(query: str, asked: list[str]) -> None:
    """All titles are looked at then: together, not one by one."""
    with Plan(REAL) as plan:
        result = SearchIndex(plan).search(query)
        hits = [*result.hits, *result.nearest]
    assert hits
    assert all(hit.similar for hit in hits)
    assert len(asked) <= 120
