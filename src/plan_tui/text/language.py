"""The two languages of the interface, and phrases that exist in both."""

from __future__ import annotations

import os

from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 500
"""Characters of a text that a message repeats in full. Paths that people use are shorter, and it
fills about six lines of a terminal; a pasted document would hide what the message says."""
_LEFT_OUT = " ... "
_ONE_OR_MORE = late_pattern(r"\{(\w+):([^{}|]+)\|([^{}|]+)\}")


class Language(StrEnum):
    """A language of the interface; the plan's own text is always Japanese."""

    JA = "ja"
    EN = "en"


_JAPANESE = Language.JA
"""Named once: words are said in thousands, and asking an enum for a member takes a while."""


@record
class Phrase:
    """Words of the interface in both languages, so that none can be left untranslated."""

    ja: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the phrase in ``language`` with ``{name}`` fields filled from ``values``.

        A value that is a phrase is put in in the same language; ``{name:hit|hits}`` becomes the
        first word where the value is 1, else the second.
        """
        words = self.ja if language is _JAPANESE else self.en
        if not values:
            return words
        fields = {n: v.say(language) if isinstance(v, Phrase) else v for n, v in values.items()}
        return _counted(words, fields).format(**fields)

    def of(self, **values: object) -> Phrase:
        """Return the phrase with its fields filled in both languages.

        Messages are made so. They repeat what somebody typed: a text longer than `LONGEST` is
        repeated without its middle.
        """
        short = {
            name: value if isinstance(value, Phrase | int | float) else shortened(str(value))
            for name, value in values.items()
        }
        return Phrase(self.say(Language.JA, **short), self.say(Language.EN, **short))


def joined(phrases: Sequence[Phrase], between: Phrase) -> Phrase:
    """Return phrases as one, in both languages."""
    return Phrase(
        between.ja.join(phrase.ja for phrase in phrases),
        between.en.join(phrase.en for phrase in phrases),
    )


def shortened(text: str) -> str:
    """Return text, or its beginning and its end if it is longer than `LONGEST`."""
    if len(text) <= LONGEST:
        return text
    half = (LONGEST - len(_LEFT_OUT)) // 2
    return f"{text[:half]}{_LEFT_OUT}{text[-half:]}"


def _counted(words: str, values: Mapping[str, object]) -> str:
    """Return words with the singular or the plural, by the number, for each pair of both."""
    if "|" not in words:
        return words
    return _ONE_OR_MORE.sub(lambda pair: pair[2] if str(values[pair[1]]) == "1" else pair[3], words)


def language_of_locale() -> Language:
    """Return English if the locale names a language other than Japanese, else Japanese.

    ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` are read in that order, as POSIX does. A locale
    without a language (``C``, ``POSIX``, unset) gives Japanese, the language of the plan.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            language = value.partition(".")[0].partition("_")[0]
            return Language.JA if language in ("ja", "C", "POSIX") else Language.EN
    return Language.JA
