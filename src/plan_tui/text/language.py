"""The two languages of the interface, and phrases that exist in both."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 500
"""Characters of a text that a message repeats in full: more than people's paths have."""
_LEFT_OUT = " ... "
_ONE_OR_MORE = re.compile(r"\{(\w+):([^{}|]+)\|([^{}|]+)\}")


class Language(StrEnum):
    """A language of the interface; the plan's own text is always Japanese."""

    JA = "ja"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the interface in both languages, so that none can be left untranslated."""

    ja: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        """Return the phrase in ``language`` with ``{name}`` fields filled from ``values``.

        A value that is a phrase is said in the same language; of ``{name:hit|hits}`` the first
        word is said where the value is 1, else the second.
        """
        words = self.ja if language is Language.JA else self.en
        said = {n: v.say(language) if isinstance(v, Phrase) else v for n, v in values.items()}
        return _counted(words, said).format(**said) if said else words

    def of(self, **values: object) -> Phrase:
        """Return the phrase with its fields filled, to be said later in either language.

        This is how messages are made, which repeat what somebody typed: a text longer than
        `LONGEST` is repeated without its middle.
        """
        short = {
            name: value if isinstance(value, Phrase | int | float) else shortened(str(value))
            for name, value in values.items()
        }
        return Phrase(self.say(Language.JA, **short), self.say(Language.EN, **short))


def shortened(text: str) -> str:
    """Return text, or its beginning and its end if it is longer than `LONGEST`."""
    if len(text) <= LONGEST:
        return text
    kept = (LONGEST - len(_LEFT_OUT)) // 2
    return f"{text[:kept]}{_LEFT_OUT}{text[-kept:]}"


def _counted(words: str, values: Mapping[str, object]) -> str:
    """Return words with each pair of a singular and a plural as the one that its number asks."""
    return _ONE_OR_MORE.sub(lambda pair: pair[2] if str(values[pair[1]]) == "1" else pair[3], words)


def language_of_locale(environment: Mapping[str, str] = os.environ) -> Language:
    """Return English if the locale names a language other than Japanese, else Japanese.

    ``LC_ALL``, ``LC_MESSAGES`` and ``LANG`` are asked in that order, as POSIX does; a locale
    without a language (``C``, ``POSIX``, unset) says nothing, and the plan is Japanese.
    """
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            language = value.partition(".")[0].partition("_")[0]
            return Language.JA if language in ("ja", "C", "POSIX") else Language.EN
    return Language.JA
