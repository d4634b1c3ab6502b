"""What filters ask of the reader's own notes and tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from plan_tui.errors import DataError, UsageError
from plan_tui.model.place_notes import TAG_SIGN, PlaceNote, plain_name
from plan_tui.text.fold import fold_spelling
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.query.filter_facts import FilterFacts
    from plan_tui.query.filter_spec import SectionTest, Values

_WORD = late_pattern(r"[一-鿿々]{2,12}|[ァ-ヶー]{2,12}|[A-Za-z0-9]{2,20}")
"""A stretch of one script that is long enough to be a word and short enough to be offered."""
NoteTest = Callable[[PlaceNote], bool]
"""Tells whether a note is kept."""


def tag(typed: str) -> str | None:
    """Return a tag as it is compared, without its sign; None if nothing else is there."""
    return plain_name(typed).lstrip(TAG_SIGN) or None


def with_tag(values: Values) -> NoteTest:
    """Return the test for notes with one of some tags, in any spelling."""
    wanted = {fold_spelling(value) for value in values}
    return lambda note: any(fold_spelling(plain_name(each)) in wanted for each in note.tags)


def holding(values: Values) -> NoteTest:
    """Return the test for notes whose text holds one of some words, in any spelling."""
    wanted = [fold_spelling(value) for value in values]

    def test(note: PlaceNote) -> bool:
        text = fold_spelling(note.note)
        return any(word in text for word in wanted)

    return test


NOTE_TESTS: dict[str, Callable[[Values], NoteTest]] = {"tag": with_tag, "note": holding}
"""The filters that ask about a note itself, which need no section."""


def sections_with_tag(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections whose notes have one of some tags."""
    return _on_sections(with_tag(values), facts)


def sections_with_note(values: Values, facts: FilterFacts) -> SectionTest:
    """Return the test for sections whose notes hold one of some words."""
    return _on_sections(holding(values), facts)


def _on_sections(test: NoteTest, facts: FilterFacts) -> SectionTest:
    try:
        noted = facts.noted()
    except DataError as error:
        raise UsageError(error.message) from error
    keys = {key for key, places in noted.items() if any(test(place.note) for place in places)}
    return lambda section: section.key in keys


def tags(facts: FilterFacts, left: object) -> tuple[str, ...]:
    """Return the reader's tags, the most frequent first; none where they cannot be read."""
    return most_frequent(tag for note in _all_notes() for tag in note.tags)


def words(facts: FilterFacts, left: object) -> tuple[str, ...]:
    """Return words of the reader's notes, the most frequent first."""
    texts = (note.note for note in _all_notes())
    return most_frequent(word for text in texts for word in _WORD.findall(text))


def _all_notes() -> tuple[PlaceNote, ...]:
    from plan_tui.store.own_notes import kept_notes

    try:
        return kept_notes().places
    except DataError:
        return ()


def most_frequent(words: Iterable[str]) -> tuple[str, ...]:
    """Return words or tags, each once, the most frequent first."""
    return tuple(word for word, _ in Counter(words).most_common())
