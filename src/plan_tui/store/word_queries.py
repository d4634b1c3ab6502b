"""Words as they were counted for the database."""

from __future__ import annotations

from plan_tui.model.outline_enums import KeyForm, StringForm, TextPlace
from plan_tui.model.statistics import CHARACTERS_COUNTED, CountKind
from plan_tui.model.word_frequency import CountedText, Typical
from plan_tui.store.index_queries import TOGETHER, columns, postings, strings, unit_sections

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.store.plan import Plan

_PLACES = {str(place): place for place in TextPlace}


def typical_words(plan: Plan, limit: int) -> tuple[Typical, ...]:
    """Return the ``limit`` words most typical of each edition, oldest edition first."""
    sql = """select word, count, elsewhere, score from typical_words
             where edition_id = ? and ordinal <= ? order by ordinal"""
    return tuple(
        Typical(edition, *row)
        for edition in plan.editions()
        for row in plan.database.rows(sql, edition.id, limit)
    )


def characters_counted(plan: Plan) -> dict[str, int]:
    """Return the non-space characters of the texts in which words are counted, by edition."""
    sql = "select edition, count from overview_counts where kind = ? and figure = ?"
    return dict(plan.database.rows(sql, CountKind.EDITION, CHARACTERS_COUNTED))


def texts_with_keys(plan: Plan, *forms: Sequence[str]) -> tuple[CountedText, ...]:
    """Return the texts that have all keys of a form, of any of some; section by section.

    Titles come before what stands below them; English ones are left out.

    Raises:
        DataError: the file is damaged.

    """
    ids = columns(plan, "section_id")["section_id"].numbers
    return tuple(
        text for layer in ("title", "text") for text in _texts_of_layer(plan, layer, ids, forms)
    )


def _texts_of_layer(
    plan: Plan, layer: str, ids: Sequence[int], forms: Sequence[Sequence[str]]
) -> Iterator[CountedText]:
    """Yield the texts of a layer that have all keys of one of some forms, in order."""
    sections, places = unit_sections(plan, layer, len(ids))
    row = f"{layer}_row"
    rows = columns(plan, row, length=len(sections))[row].numbers
    with_keys = (_with_keys(plan, keys, f"{layer}s", len(rows)) for keys in forms)
    numbers = sorted(set().union(*with_keys))
    firsts = sorted({number - number % TOGETHER for number in numbers})
    held = strings(plan, f"{layer}s", (StringForm.PRINTED, StringForm.FOLDED), firsts)
    kinds = [_PLACES[word] for word in places.words]
    for number, section in zip(numbers, sections.of_each(numbers), strict=True):
        place, first = kinds[places.numbers[number]], number - number % TOGETHER
        if place is not TextPlace.TITLE_EN:
            text, folded = (group[number - first] for group in held[first])
            yield CountedText(ids[section], place, rows[number], text, folded)


def _with_keys(plan: Plan, keys: Sequence[str], layer: str, size: int) -> set[int]:
    """Return the numbers of the texts of a layer that have all of some keys."""
    lists = postings(plan, KeyForm.TEXT, keys, layer, size)
    return set.intersection(*map(set, lists.values())) if len(lists) == len(set(keys)) else set()
