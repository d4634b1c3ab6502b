"""Signs between words, as each language writes them: Japanese in full width."""

from __future__ import annotations

from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

COLON = Phrase("：", ": ")
"""Between a name and what is said of it."""
_BRACKETS = Phrase("（{words}）", " ({words})")
COMMA = Phrase("、", ", ")
"""Between the words of a list within a sentence."""
_DOT = Phrase("・", ", ")


def named(name: str, words: str, language: Language) -> str:
    """Return a name with what is said of it behind a colon."""
    return f"{name}{COLON.say(language)}{words}"


def headed(name: str, language: Language) -> str:
    """Return a name as the line above what it stands for."""
    return f"{name}{COLON.say(language).rstrip()}"


def in_brackets(words: str, language: Language) -> str:
    """Return words in brackets, to be put behind others; nothing where there are none."""
    return _BRACKETS.say(language, words=words) if words else ""


def listed(words: Iterable[str], language: Language) -> str:
    """Return words as a list within a sentence."""
    return COMMA.say(language).join(words)


def gap(language: Language) -> str:
    """Return the blanks between what stands beside each other on a line."""
    return "　" if language is Language.JA else "  "


def joined_names(names: Iterable[str], language: Language) -> str:
    """Return a few names or words as one."""
    return _DOT.say(language).join(names)
