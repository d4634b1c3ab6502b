"""Where a sound is heard in the readings of strings, and how good that is."""

from __future__ import annotations

from plan_tui.search.matches import MatchForm
from plan_tui.search.word_patterns import AT_END, AT_START, EXACT
from plan_tui.text.number_lists import in_all

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterator

    from plan_tui.search.strings import Strings, TextLayer

    Heard = tuple[MatchForm, int, int, bool, float]
    """What the offsets count, the first of them and that after the last, whether that is the whole
    string, and the quality."""

LONG_SOUND = 8
"""Letters of a sound that may also begin inside a word; set by hand on the own query set."""


def heard_in(
    layer: TextLayer,
    sounds: Strings,
    form: MatchForm,
    spoken: str,
    pattern: re.Pattern[str],
    known: Collection[int],
) -> Iterator[tuple[int, Heard]]:
    """Yield the strings in which a sound is heard, each with its place.

    Args:
        layer: titles, or texts.
        sounds: their sounds, with or without Latin words as they are spelled.
        form: says which.
        spoken: the sound.
        pattern: what is looked for; it begins with a blank where it must begin at a word.
        known: strings that are not listened to.

    """
    possible = layer.heard(spoken, at_word=pattern.pattern.startswith(" "))
    if form is MatchForm.LETTERS:
        possible = in_all((possible, layer.with_latin()))
    possible = [unit for unit in possible if unit not in known]
    for unit, start, end in sounds.match(pattern, possible):
        sound = sounds.part(unit)
        at_start = " " in sound[max(0, start - 1) : start + 1] or len(spoken) >= LONG_SOUND
        at_end = end == len(sound) or " " in sound[end - 1 : end + 1]
        exact = sound[start:end].replace(" ", "") == spoken
        quality = AT_START * at_start + AT_END * at_end + EXACT * exact
        yield unit, (form, start, end, start <= 1 and end == len(sound), quality)
