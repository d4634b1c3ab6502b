"""What filters ask of how sections are linked: of sections, and of rows of the changes."""

from __future__ import annotations

import re

from plan_tui.model.comparison_enums import Extent
from plan_tui.query.section_tests import known_editions
from plan_tui.query.typed_values import plain_value
from plan_tui.query.value_names import GROUP_NAMES, choice, edition
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from plan_tui.model.outline_changes import Change
    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import ChangeTest, SectionTest, Values

_SHARE = late_pattern(r"(?P<sign>>=|<=|>|<|)(?P<least>\d+)(?:\.\.(?P<most>\d+))?", re.ASCII)
"""A normalised value: a number, a bound or a range, in whole per cents."""
_SIGNED = late_pattern(r"(?P<sign>>=|=>|<=|=<|>|<|=|)(?P<number>\d{1,3})", re.ASCII)
_BOUND = late_pattern(
    r"(?P<number>\d{1,3})(?P<words>以上|以下|未満|超|を超える|より大きい|より小さい)", re.ASCII
)
_SPAN = late_pattern(r"(?P<least>\d{1,3})(?:\.{2,}|~|から)(?P<most>\d{1,3})(?:まで)?", re.ASCII)
_SPELT_SIGNS = {"=>": ">=", "=<": "<=", "=": ""}
_WORD_SIGNS = {
    **{"以上": ">=", "以下": "<=", "未満": "<", "超": ">"},
    **{"を超える": ">", "より大きい": ">", "より小さい": "<"},
}
_PER_CENT = late_pattern(r"%|パーセント|\s")
_ALL = 100
_GROUP = choice(GROUP_NAMES)
_SIGNS: dict[str, Callable[[int, int], bool]] = {
    "": lambda share, bound: share == bound,
    ">=": lambda share, bound: share >= bound,
    "<=": lambda share, bound: share <= bound,
    ">": lambda share, bound: share > bound,
    "<": lambda share, bound: share < bound,
}


def share(typed: str) -> str | None:
    """Return a number, a bound or a range of per cents as it is compared.

    ``20%``, ``>=20`` and ``20以上``, ``5..30`` and ``5~30``; None if it is none of these, where it
    is over 100, and where a range runs backwards.
    """
    plain = _PER_CENT.sub("", plain_value(typed))
    if span := _SPAN.fullmatch(plain):
        least, most = int(span["least"]), int(span["most"])
        return f"{least}..{most}" if least <= most <= _ALL else None
    if bound := _BOUND.fullmatch(plain):
        sign = _WORD_SIGNS[bound["words"]]
    elif bound := _SIGNED.fullmatch(plain):
        sign = _SPELT_SIGNS.get(bound["sign"], bound["sign"])
    else:
        return None
    number = int(bound["number"])
    return f"{sign}{number}" if number <= _ALL else None


def of_extent(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections that an asserted link means to such an extent."""
    linked = facts.linked
    return lambda section: any(value in linked.extents.get(section.id, ()) for value in values)


def changes_of_extent(values: Values) -> ChangeTest:
    """Return the test for changes in which one side is meant to such an extent."""

    def test(change: Change) -> bool:
        extents = {
            extent for each in change.continuations for extent in (each.from_extent, each.to_extent)
        }
        return bool(extents & {Extent(value) for value in values})

    return test


def later_group(typed: str) -> str | None:
    """Return what a later edition says, with that edition if it is named, as it is compared.

    ``dropped``, ``2025=dropped``, ``2025年版=記載なし``; None if it is none of these.
    """
    before, sign, after = plain_value(typed).rpartition("=")
    group = _GROUP(after.strip())
    edition_id = edition(before.strip()) if sign else ""
    if group is None or edition_id is None:
        return None
    return f"{edition_id}={group}" if edition_id else group


def saying_later(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections of which a later edition says such a thing.

    Where none is named it is one of the editions that are compared unless others are asked for.
    """
    wanted = set()
    for value in values:
        name, _, group = value.rpartition("=")
        editions = known_editions("later", (name,), facts) if name else facts.usual_editions
        wanted |= {(edition_id, group) for edition_id in editions}
    stated = facts.stated
    return lambda section: any(
        each.is_later and (each.edition, each.group) in wanted
        for each in stated.get(section.id, ())
    )


def of_relation(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections with such a relation to an edition that is compared."""
    stated, compared = facts.stated, facts.usual_editions
    return lambda section: any(
        each.relation in values and each.edition in compared for each in stated.get(section.id, ())
    )


def changes_of_relation(values: Values) -> ChangeTest:
    """Return the test for changes of such a relation."""
    return lambda change: change.relation in values


def sharing(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections that have so much in common with a counterpart."""
    tests = [_bound(value) for value in values]

    def test(share: float | None) -> bool:
        return share is not None and any(each(round(share * 100)) for each in tests)

    return lambda section: test(facts.linked.shared.get(section.id))


def changes_sharing(values: Values) -> ChangeTest:
    """Return the test for changes whose sections have so much in common."""
    tests = [_bound(value) for value in values]

    def test(change: Change) -> bool:
        shared = change.shared
        return shared is not None and any(each(round(shared * 100)) for each in tests)

    return test


def _bound(value: str) -> Callable[[int], bool]:
    match = _SHARE.fullmatch(value)
    assert match is not None  # what `share` lets through
    least, most = int(match["least"]), match["most"]
    if most is not None:
        return lambda percent: least <= percent <= int(most)
    compare = _SIGNS[match["sign"]]
    return lambda percent: compare(percent, least)
