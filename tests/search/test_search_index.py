"""The index only chooses what is read: it finds what a look into every string finds."""

from __future__ import annotations

import random
from array import array
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import pytest

from plan_tui.errors import DataError
from plan_tui.model.enums import KeyForm, StringForm, TextPlace
from plan_tui.search import strings as searched
from plan_tui.search.corpus import Corpus, StoredLayer
from plan_tui.search.hits import SearchResult
from plan_tui.search.search_index import SearchIndex
from plan_tui.search.strings import TextLayer
from plan_tui.store.index_queries import TOGETHER
from plan_tui.store.plan import Plan
from plan_tui.store.printed_text_queries import texts
from plan_tui.text.fold import fold_printed, fold_spelling
from plan_tui.text.number_lists import NUMBER
from plan_tui.text.record import replaced
from tests.made_up_layer import holding, joined
from tests.search_quality import read_queries
from tests.worlds import named
from tests.worlds.altered import altered
from tests.worlds.eight import eight_editions
from tests.worlds.world import World

REAL = Path(__file__).parents[2] / "data" / "plan.db"
SIGNS = "めあデ防ー・（A1ｱ々"
OTHERS = (
    *("aa", "おお", "あい", "か\u3099", "ﾃﾞｼﾞﾀﾙ", "か所", "5ヶ年", "取り組み", "子供", "1人1人"),
    *("e-gov", "the media", "zzzz", "んん", '"行政 手続"', "行政・手続", "確保し育成", "-デジタル"),
    *("edition:2025", "⻑期", "デ ジ タ ル", "運転免許証", "運転免許賞", "mennkyo", "menkyo"),
    "デジタル庁は何をするのか",
)


class WholeLayer:
    """A layer of which nothing is known before all of it is read, folded at once."""

    def __init__(self, stored: StoredLayer, printed: Sequence[str]) -> None:
        self._stored = stored
        self.sections, self.place = stored.sections, stored.place
        self.damaged = stored.damaged
        self._forms = {
            StringForm.PRINTED: printed,
            StringForm.SPELLED: fold_printed("\0".join(printed)).split("\0"),
            StringForm.FOLDED: fold_spelling("\0".join(printed)).split("\0"),
        }

    def postings(self, form: KeyForm, keys: Sequence[str]) -> dict[str, array[int]]:
        """Return all strings for each key, for letters those that hold them."""
        if form is KeyForm.LETTER:
            folded = self._forms[StringForm.FOLDED]
            return {key: array(NUMBER, holding(key, folded)) for key in keys}
        return {key: array(NUMBER, range(len(self.sections))) for key in keys}

    def beginning(self, form: KeyForm, start: str) -> Sequence[array[int]]:
        """Return all strings."""
        return (array(NUMBER, range(len(self.sections))),)

    def joined(self, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
        """Return strings from each first on, as a database has them."""
        if form in self._forms:
            return joined({n: self._forms[form][n : n + TOGETHER] for n in firsts})
        return self._stored.joined(form, firsts)


class WholeIndex(SearchIndex):
    """Looks into every string, as the search did before it had an index."""

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self._opened = plan

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus with the texts of the tables in place of the index."""
        plan, corpus = self._opened, Corpus(self._opened)
        sections = plan.sections()
        titles = [section.title for section in sections]
        titles += [section.title_en for section in sections if section.title_en]
        below = [text.text for text in texts(plan)]
        for name, printed in (("title", titles), ("text", below)):
            stored = StoredLayer(plan, name, len(sections))
            assert len(stored.sections) == len(printed)
            setattr(corpus, f"{name}s", TextLayer(WholeLayer(stored, printed)))
        return corpus


def asked(plan: Plan, count: int) -> list[str]:
    """Return queries: signs, and parts of the texts, some of them with an error or in pairs."""
    chance = random.Random(7)
    sections = plan.sections()
    held = [section.title for section in sections] + [section.reading for section in sections]
    held += [text.text for text in texts(plan)] + [s.title_en for s in sections if s.title_en]
    held = [text for text in held if text.strip()]
    queries = [*SIGNS, *OTHERS]
    for number in range(count):
        parts = []
        for _ in range(1 + (number % 4 == 3)):
            text, size = chance.choice(held), chance.choice((1, 2, 3, 4, 5, 6, 8, 14))
            start = chance.randrange(max(1, len(text) - size + 1))
            parts.append(text[start : start + size])
        if number % 5 == 4:
            at = chance.randrange(len(parts[0]) + 1)
            parts[0] = parts[0][:at] + chance.choice("免の行デaｽ") + parts[0][at + 1 :]
        queries.append(" ".join(parts))
    return [query for query in queries if query.strip()]


def told(result: SearchResult) -> tuple[object, ...]:
    """Return all that a result tells."""
    return (
        *(tuple(result.hits), result.total, result.tried, tuple(result.nearest), result.similar),
        *(result.left_out, {name: list(counts.items()) for name, counts in result.facets.items()}),
    )


def assert_alike(path: Path, queries: Sequence[str] | None = None, count: int = 60) -> None:
    with Plan(path) as plan, Plan(path) as other:
        index, whole = SearchIndex(plan), WholeIndex(other)
        for query in queries or asked(plan, count):
            assert told(index.search(query)) == told(whole.search(query)), query


def test_the_index_finds_what_a_look_into_every_string_finds() -> None:
    with Plan(REAL) as plan:
        queries = [query for rows in read_queries().values() for query, _ in rows]
        assert_alike(REAL, [*asked(plan, 20), *queries[::16]])


@pytest.fixture(scope="module", params=["made-up", "named", "eight"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    builders = {"made-up": World, "named": named.built, "eight": eight_editions}
    return builders[request.param]().write(tmp_path_factory.mktemp("world") / "plan.db")


def test_it_does_so_in_made_up_worlds(world: Path) -> None:
    assert_alike(world)


def test_every_string_is_stored_as_it_folds(world: Path) -> None:
    with Plan(world) as plan:
        corpus = Corpus(plan)
        for layer in (corpus.titles, corpus.texts):
            for n in range(len(layer)):
                printed = layer.printed.part(n)
                assert layer.spelled.part(n) == fold_printed(printed)
                assert layer.folded.part(n) == fold_spelling(printed)
        assert all(corpus.titles.place(n) is TextPlace.TITLE for n in range(len(corpus)))


Groups = list[tuple[str, int]]


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> Groups:
    """Groups of strings as they are read: layer and form, first string."""
    read: Groups = []
    real = StoredLayer.joined

    def counted(self: StoredLayer, form: StringForm, firsts: Sequence[int]) -> Mapping[int, bytes]:
        read.extend((f"{self._layer} {form}", first) for first in firsts)
        return real(self, form, firsts)

    monkeypatch.setattr(StoredLayer, "joined", counted)
    return read


LINES = 640
"""Texts of the smaller world; ten times as many of the larger."""
EACH = 160
"""One of so many tells of owls' boxes."""


def many(path: Path, count: int) -> Path:
    """Write a plan with so many more texts."""
    world = World()
    last = world.rows.blocks[-1]
    world.rows.blocks += [
        replaced(
            last,
            id=last.id + number,
            ordinal=last.ordinal + number,
            text=f"棚の整理を進める（{number}）" if number % EACH else "梟の巣箱を数える",
        )
        for number in range(1, count + 1)
    ]
    return world.write(path)


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Count of further texts → the plan that has them."""
    folder = tmp_path_factory.mktemp("sizes")
    return {count: many(folder / f"{count}.db", count) for count in (LINES, 10 * LINES)}


@pytest.mark.parametrize(("query", "most"), [("梟の巣箱", 1), ("梟の巣", 1), ("蟹蛸烏賊", 0)])
def test_only_groups_that_can_hold_a_word_are_read(
    query: str, most: int, groups: Groups, sizes: dict[int, Path]
) -> None:
    for count, path in sizes.items():
        groups.clear()
        with Plan(path) as plan:
            SearchIndex(plan).search(query, 5)
        for form in ("texts printed", "texts spelled", "texts folded"):
            read = [first for name, first in groups if name == form]
            assert len(read) == len(set(read)) <= most * (count // EACH + 1)


def test_sections_without_an_edition_have_no_counterpart(
    crosswalked_database: Path, tmp_path: Path
) -> None:
    path = altered(crosswalked_database, tmp_path / "plan.db", "delete from editions")
    with Plan(path) as plan:
        assert Corpus(plan).newest(0) is None


@pytest.mark.parametrize("many", [0, 100])
@pytest.mark.parametrize("held", ["x'ff00'", "x''", "cast('梟の巣箱' as blob)", "'梟'"])
def test_strings_that_are_not_stored_as_they_should_be_are_damage(
    held: str, many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searched, "_MANY", many)
    world = World()
    world.rows.blocks[-1] = replaced(world.rows.blocks[-1], text="梟の巣箱を数える")
    whole = world.write(tmp_path / "whole.db")
    torn = altered(
        whole, tmp_path / "torn.db", f"update search_strings set printed = {held}", sealed=False
    )
    with Plan(whole) as plan:
        assert len(SearchIndex(plan).search("梟の巣箱").hits) == 1
    with Plan(torn) as plan, pytest.raises(DataError, match="search_strings"):
        SearchIndex(plan).search("梟の巣箱")


def test_texts_are_of_their_sections_whatever_the_order_of_their_documents(
    real_database: Path, tmp_path: Path
) -> None:
    """Sections are numbered as they are read, their rows as they were written."""
    path = altered(real_database, tmp_path / "plan.db", "update documents set ordinal = -ordinal")
    with Plan(path) as plan:
        corpus = Corpus(plan)
        held = {(text.section_id, text.text) for text in texts(plan)}
        for layer, stored in ((corpus.texts, held), (corpus.titles, None)):
            for number in range(len(layer)):
                section = corpus.section(layer.sections[number])
                printed = layer.printed.part(number)
                if stored is None:
                    assert printed in (section.title, section.title_en)
                else:
                    assert (section.id, printed) in stored
