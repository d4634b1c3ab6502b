"""A word or sign of the legend, the legend's parts, and whether a drawn row has the sign."""

from __future__ import annotations

import re

from plan_tui.labels.counterpart_names import EXTENTS_SHORT
from plan_tui.labels.punctuation import listed
from plan_tui.model.comparison_enums import Extent
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from plan_tui.text.language import Language


class LegendPart(StrEnum):
    """A group of words and signs that stand on the same screens."""

    RELATIONS = "relations"
    EXTENTS = "extents"
    SUGGESTIONS = "suggestions"
    COUNTERPARTS = "counterparts"
    STATUSES = "statuses"
    MEASURES = "measures"
    MOVEMENTS = "movements"
    DIFFERENCES = "differences"
    TARGETS = "targets"
    WORDS = "words"
    FIGURES = "figures"


@record
class LegendEntry:
    """A word or a sign, and what it says."""

    word: Phrase
    """As it stands on the screens, or an example of it."""
    meaning: Phrase
    """What it says, in few words."""
    forms: tuple[Phrase, ...] = ()
    """Shorter forms of the word, as they stand in lists."""
    sign: str = ""
    """A pattern of the signs that it stands for; empty where the word itself stands there."""

    def names(self, language: Language) -> str:
        """Return the word with its shorter forms, each once."""
        words = dict.fromkeys(each.say(language) for each in (self.word, *self.forms))
        return listed(words, language)

    def places(self, line: str, language: Language) -> list[tuple[int, int]]:
        """Return where a drawn line has the word, one of its forms or its sign."""
        words = (each.say(language) for each in (self.word, *self.forms))
        patterns = [self.sign] if self.sign else map(_whole, words)
        return [match.span() for each in patterns for match in re.finditer(each, line)]


_LETTERS = {
    word
    for extent in (Extent.WHOLE, Extent.PART)
    for word in (EXTENTS_SHORT[extent].ja, EXTENTS_SHORT[extent].en)
}


def _whole(word: str) -> str:
    """Return a pattern of a word between signs or blanks: a part of a longer one is not meant.

    The letters of extents stand at either end of ``w›p``; elsewhere they are of a (cut) title.
    """
    if word in _LETTERS:
        return f"{word}(?=›)|(?<=›){word}"
    border = r"(?<![\w])", r"(?![\w])"
    return f"{border[0]}{re.escape(word)}{border[1]}"


def either(*names: Mapping[Any, Phrase]) -> str:
    """Return a pattern of any of the words, in either language."""
    words = (word for each in names for phrase in each.values() for word in (phrase.ja, phrase.en))
    return f"(?:{'|'.join(map(re.escape, words))})"
