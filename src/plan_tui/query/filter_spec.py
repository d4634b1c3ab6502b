"""What a filter is: all that the parser, the lists, the completion and the documents ask of it."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.text.language import Phrase
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from plan_tui.model.dated_targets import Target
    from plan_tui.model.outline_changes import Change
    from plan_tui.model.records import Section
    from plan_tui.query.filter_facts import FilterFacts

Values = tuple[str, ...]
"""The normalised values of one filter; one of them must hold."""
SectionTest = Callable[["Section"], bool]
"""Tells whether a section is kept."""
ChangeTest = Callable[["Change"], bool]
"""Tells whether a row of the changes is kept."""
TargetTest = Callable[["Target"], bool]
"""Tells whether a dated target is kept."""


@record
class LeftOut:
    """Dated targets that a filter leaves out though they may be meant, and how that is told."""

    test: TargetTest
    words: Phrase
    """With fields ``count`` and ``when``."""
    when: Phrase
    """What the filter asks for, in words."""


def _nothing_to_explain(value: str) -> tuple[Phrase, ...]:
    return ()


def _nothing_left_out(values: Values) -> tuple[LeftOut, ...]:
    return ()


def _no_names(facts: FilterFacts) -> Mapping[str, Sequence[str]]:
    return {}


_UNTOLD = Phrase("", "")


@record(kw_only=True)
class FilterSpec:
    """One filter. A query says ``name:value``, several values parted by ``|`` or ``,``."""

    name: str
    """ASCII letters in lower case, as typed before the colon."""
    japanese: tuple[str, ...] = ()
    """Other names by which it is typed, in NFKC; the first is shown."""
    normalise: Callable[[str], str | None]
    """A value in NFKC → as it is compared; None if it is not possible. Raises `UsageError` where
    more than `hint` can be said."""
    hint: Phrase
    """What can be typed; said where a value is lacking or impossible."""
    section_test: Callable[[Values, FilterFacts], SectionTest]
    """Makes the test of sections. Raises `UsageError` if a value names nothing that exists."""
    target_test: Callable[[Values], TargetTest] | None = None
    """Makes the test of dated targets if they are asked themselves; else their sections are."""
    change_test: Callable[[Values], ChangeTest] | None = None
    """Makes the test of rows of the changes if they are asked themselves; else one of their
    sections must pass."""
    candidates: Callable[[FilterFacts, Sequence[Section]], Iterable[str]]
    """The values to offer as completions, in order, where the rest of the query leaves the given
    sections. Those that would leave nothing are left out later."""
    narrower: Callable[[FilterFacts], Iterable[str]] = _no_names
    """The values that narrow one of the candidates (``outcome=unset``): offered once they are
    begun, since together they would be too many."""
    value_names: Callable[[FilterFacts], Mapping[str, Sequence[str]]] = _no_names
    """Gives the Japanese names of values, of which `normalise` or the tests understand each; the
    first is shown."""
    left_out: Callable[[Values], tuple[LeftOut, ...]] = _nothing_left_out
    """Which dated targets the filter leaves out for being open, to be counted and told."""
    explain: Callable[[str], tuple[Phrase, ...]] = _nothing_to_explain
    """A value → what it means, if that is not plain."""
    example: str
    """The filter with a value, as help and documents show it."""
    japanese_example: str = ""
    """The same with its Japanese name, or one of them."""
    meaning: Phrase = _UNTOLD
    """What of sections it asks, in few words, as help and the completion of shells show it."""
    documentation: str
    """What it keeps: the words after "keeps sections" in ``docs/commands.md``."""
