"""The title, reason or note to show: in English the unofficial one where there is one."""

from __future__ import annotations

from plan_tui.text.language import Language
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Protocol

    class Titled(Protocol):
        """A section, a topic or a track."""

        @property
        def title(self) -> str:
            """The title as printed, or in Japanese."""

        @property
        def title_en(self) -> str | None:
            """The unofficial English title, if there is one."""

    class Headed(Titled, Protocol):
        """What has a label beside its title, as sections have."""

        @property
        def label(self) -> str:
            """The label as printed; may be empty."""

    class Reasoned(Protocol):
        """What a reason is given for."""

        @property
        def reason(self) -> str:
            """The reason in Japanese; may be empty."""

        @property
        def reason_en(self) -> str | None:
            """The same in unofficial English, if there is any."""

    class Noted(Protocol):
        """A topic or a track."""

        @property
        def note(self) -> str:
            """The note in Japanese; may be empty."""

        @property
        def note_en(self) -> str | None:
            """The same in unofficial English, if there is any."""


_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_NUMBERED = late_pattern(r"第(\d+)([部編章節項]?)")
_PARTS = {"部": "Part", "編": "Part", "章": "Chapter", "節": "Section", "項": "Item", "": ""}
"""What labels count → the same in English."""


def title(one: Titled, language: Language) -> str:
    """Return the title; the unofficial English one, if any, in English."""
    return one.title_en if language is Language.EN and one.title_en else one.title


def heading(section: Headed, language: Language) -> str:
    """Return label and title as one line."""
    return f"{section.label} {title(section, language)}".strip()


def label(section: Headed, language: Language) -> str:
    """Return the label; in English ``Part 1`` for 第１部, and others in half width, as ``(2)``."""
    if language is Language.JA:
        return section.label
    return english_label(section.label)


def english_label(label: str) -> str:
    """Return a label, or several in a row, with ``Part 1`` for 第１部 and half-width characters."""
    plain = label.translate(_HALF_WIDTH)
    return _NUMBERED.sub(lambda match: f"{_PARTS[match[2]]} {match[1]}".strip(), plain)


def step(section: Headed, language: Language) -> str:
    """Return label and title as a step of a path, in which English has labels of its own."""
    return f"{label(section, language)} {title(section, language)}".strip()


def reason(given: Reasoned, language: Language) -> str:
    """Return the reason; in English the unofficial one, if there is one."""
    return given.reason_en if language is Language.EN and given.reason_en else given.reason


def note(noted: Noted, language: Language) -> str:
    """Return the note; in English the unofficial one, if there is one."""
    return noted.note_en if language is Language.EN and noted.note_en else noted.note


def joined_reasons(given: Iterable[Reasoned]) -> tuple[str, str | None]:
    """Return several reasons as one in both languages, each once.

    The English one is None where there is no reason, or one that nobody translated.
    """
    return joined_words({each.reason: each.reason_en for each in given if each.reason})


def joined_words(reasons: Mapping[str, str | None]) -> tuple[str, str | None]:
    """Return reasons, each with its English, as `joined_reasons` does."""
    if len(reasons) == 1:
        ((reason, english),) = reasons.items()
        return reason, english or None
    translated = [english for english in reasons.values() if english]
    every = "; ".join(translated) if reasons and len(translated) == len(reasons) else None
    return "／".join(reasons), every
