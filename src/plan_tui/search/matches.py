"""What a word matches: the place in one string, and all such places by section."""

from __future__ import annotations

from plan_tui.model.outline_enums import TextPlace
from plan_tui.text.characters import LATIN, ends_in_number, find_whole
from plan_tui.text.fold import fold_printed_map, fold_spelling_map, place_as_printed
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from plan_tui.model.comparison import Mark
    from plan_tui.search.strings import Strings, TextLayer
    from plan_tui.text.fold import Folded
    from plan_tui.text.ranges import Range


class MatchTier(StrEnum):
    """In which way one word stands in one string, the plainest first."""

    PRINTED = "printed"
    FOLDED = "folded"
    LOOSE = "loose"
    """But for kana between its kanji or marks between its words (取り組み, 取組)."""
    READING = "reading"
    ALIAS = "alias"
    EVERYDAY = "everyday"
    """As the plan's word for an everyday one."""
    SUBSEQUENCE = "subsequence"
    TYPO = "typo"


class MatchForm(StrEnum):
    """What the offsets of a match count."""

    PRINTED = "printed"
    """Characters of the string as printed."""
    SPELLED = "spelled"
    """Characters of the string as `fold_printed` gives it."""
    FOLDED = "folded"
    """Characters of the string as `fold_spelling` gives it."""
    SOUND = "sound"
    """Letters of its sound."""
    LETTERS = "letters"
    """Letters of its sound, with Latin words as they are spelled."""
    SHORT = "short"
    """Letters of its sound without blanks, vowels short."""
    ALL = "all"
    """Nothing: the match has no place."""


TITLES = (TextPlace.TITLE, TextPlace.TITLE_EN)
"""The strings that rank as a section's title."""
INSIDE = 0.5
"""Quality of Latin letters inside a longer word, and of a number inside a longer one."""


@record
class Match:
    """A match in one string (thousands are made per key press)."""

    layer: TextLayer
    unit: int
    """Number of the string in its layer."""
    tier: MatchTier
    form: MatchForm
    """What the offsets count."""
    start: int
    """First offset, in ``form``."""
    end: int
    """The offset after the last."""
    whole: bool
    """True if the match is the whole string."""
    quality: float = 1.0
    """0 to 1, among matches of one tier."""

    @property
    def section(self) -> int:
        """Number of the section."""
        return self.layer.sections[self.unit]

    @property
    def place(self) -> TextPlace:
        """Which string of the section it is in."""
        return self.layer.place(self.unit)

    @property
    def text(self) -> str:
        """The string as printed."""
        return self.layer.printed.part(self.unit)

    @property
    def coverage(self) -> float:
        """How much of the string is matched, 0 to 1."""
        return (self.end - self.start) / max(1, self.counted.length(self.unit))

    @property
    def counted(self) -> Strings:
        """The strings of which ``coverage`` counts the characters."""
        return counted_in(self.layer, self.form)

    def with_quality(self, quality: float) -> Match:
        """Return the same match with another quality; one of 0 is no whole title."""
        whole = self.whole and quality > 0
        return Match(
            self.layer, self.unit, self.tier, self.form, self.start, self.end, whole, quality
        )

    def marks(self) -> tuple[Mark, ...]:
        """Return the matched range of the printed string."""
        if self.form is MatchForm.PRINTED:
            return ((self.start, self.end),)
        if self.form is MatchForm.SPELLED:
            text = self.text
            place = place_as_printed(text, self.counted.part(self.unit), self.start, self.end)
            return (place,) if place else self._marked(fold_printed_map(text))
        if self.form is MatchForm.FOLDED:
            return self._marked(fold_spelling_map(self.text))
        return () if self.form is MatchForm.ALL else (self._sounded(),)

    def _marked(self, folded: Folded) -> tuple[Mark, ...]:
        """Return the printed range; nothing where a damaged text is shorter than it was."""
        return (folded.printed(self.start, self.end),) if self.end <= len(folded.text) else ()

    def _sounded(self) -> Mark:
        """Return the printed words whose sounds overlap the match."""
        first, after = self._words()
        lengths = [int(cut, 36) for cut in self.layer.cuts(self.unit)[:after]]
        return _trimmed(self.text, sum(lengths[:first]), sum(lengths))

    def _words(self) -> tuple[int, int]:
        """Return the number of the first word whose sound the match meets, and of that after."""
        if self.form is not MatchForm.SHORT:
            # A blank stands before each word.
            sounds = (
                self.layer.letter_sounds if self.form is MatchForm.LETTERS else self.layer.sounds
            )
            sound = sounds.part(self.unit)
            first, after = sound.count(" ", 0, self.start + 1), sound.count(" ", 0, self.end - 1)
            return max(0, first - 1), after
        from plan_tui.text.romaji import short

        words = self.layer.sounds.part(self.unit).split(" ")[1:]
        # A vowel may be long across two words: what counts is how far all so far reach.
        reach = [len(short("".join(words[:count]))) for count in range(len(words) + 1)]
        first = next((n for n, end in enumerate(reach[1:]) if end > self.start), 0)
        return first, sum(begin < self.end for begin in reach[:-1])


def counted_in(layer: TextLayer, form: MatchForm) -> Strings:
    """Return the strings of which the offsets of a form count the characters, if any do."""
    if form is MatchForm.PRINTED:
        return layer.printed
    if form is MatchForm.SPELLED:
        return layer.spelled
    return layer.folded if form is MatchForm.FOLDED else layer.sounds


def _trimmed(text: str, start: int, end: int) -> Mark:
    """Return the range without the signs that belong to its last word."""
    while end > start + 1 and not text[end - 1].isalnum() and text[end - 1] not in "ー々":
        end -= 1
    return start, end


def spelled_match(
    layer: TextLayer, unit: int, tier: MatchTier, place: Range, quality: float = 1.0
) -> Match:
    """Return a match at a place of the string as it is spelled."""
    start, end = place
    whole = not start and end == layer.spelled.length(unit)
    return Match(layer, unit, tier, MatchForm.SPELLED, start, end, whole, quality)


def doubtful_match(layer: TextLayer, unit: int, start: int, end: int) -> Match:
    """Return a match at a place of the folded string that may be another word."""
    return Match(layer, unit, MatchTier.READING, MatchForm.FOLDED, start, end, False, 0.0)


def read_together(strings: Iterable[tuple[Strings, int]]) -> None:
    """Read what will be asked for one by one: forms of strings, each with a string's number."""
    units: dict[Strings, list[int]] = {}
    for form, unit in strings:
        units.setdefault(form, []).append(unit)
    for form, numbers in units.items():
        form.read(numbers)


@record
class Holders:
    """The strings that hold a word; of Latin words those that hold it inside longer ones are apart.

    Capitals tell the words of a longer one (DX and SaaS in DXSaaS), and so do hyphens.
    """

    units: Sequence[int]
    """Those in which it stands by itself, or at the beginning of a longer one."""
    begun: Collection[int] = ()
    """Those of them in which it only begins longer ones."""
    within: Collection[int] = ()
    """Those in which it stands inside longer ones alone."""
    places: Mapping[int, int] | None = None
    """Where it stands so, if not at its first place."""


def holders(
    strings: Strings,
    word: str,
    numbers: Sequence[int] | None = None,
    printed: Strings | None = None,
) -> Holders:
    """Return which strings hold a word, of some or of all.

    Those that hold a number only within a longer one do not hold it.

    Args:
        strings: the strings in the form of the word.
        word: what is looked for.
        numbers: the strings that are looked at; all that may hold it, unless given.
        printed: the strings as printed, where it is to be told how it stands inside longer words;
            else all those in which it first stands so are taken to begin them.

    """
    is_latin, is_number = word.isascii(), ends_in_number(word)
    if not is_latin and not is_number:
        return Holders(strings.holders(word, numbers))
    find = find_whole if is_number else str.find
    pairs = strings.possible(word, numbers)
    held = [(unit, text, start) for unit, text in pairs if (start := find(text, word)) >= 0]
    units = [unit for unit, *_ in held]
    cut = [row for row in held if _is_cut(word, *row[1:])] if is_latin else []
    if not cut or not printed:
        return Holders(units, [unit for unit, *_ in cut])
    from plan_tui.search.latin_words import how_held

    begun, within, places = how_held(cut, word, None if printed is strings else printed)
    units = [unit for unit in units if unit not in within] if within else units
    return Holders(units, begun, within, places)


def _is_cut(word: str, text: str, start: int) -> bool:
    """Tell whether letters go on before a word that begins with one, or after one that ends so."""
    end = start + len(word)
    return (text[start - 1 : start] in LATIN and word[0] in LATIN) or (
        text[end : end + 1] in LATIN and word[-1] in LATIN
    )
