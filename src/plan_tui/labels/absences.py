"""What is said where there is nothing to compare: the statement that all views repeat."""

from __future__ import annotations

from plan_tui.labels.not_held import (
    GOES_ON_BELOW,
    MENTIONED_BY,
    MENTIONED_IN,
    NONE_KNOWN,
    NOT_HELD,
    ONLY_MENTIONED,
    ONLY_SUGGESTED,
    PROBABLY_NONE,
    SILENT,
    UNJUDGED,
    without_text,
)
from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeKind
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from plan_tui.model.comparison import Counterpart, EditionColumn
    from plan_tui.model.records import Edition, Section
    from plan_tui.model.tracks import Track
    from plan_tui.text.language import Language

_BETWEEN = Phrase("、", "; ")


def absence(column: EditionColumn) -> Phrase | None:
    """Say that an edition has no counterpart, or that none is certain; None if one is."""
    if column.verdict:
        return NOT_HELD
    stated = column.stated
    if stated and stated.asserted and stated.change is ChangeKind.BELOW:
        return GOES_ON_BELOW.of(count=stated.below, all=stated.below_all)
    if any(other.link.accepted for other in column.counterparts):
        return None
    if stated and stated.asserted and stated.change is ChangeKind.MENTION:
        return ONLY_MENTIONED
    if column.probably_none:
        return PROBABLY_NONE
    return ONLY_SUGGESTED if column.counterparts else NONE_KNOWN


def mentions(column: EditionColumn, language: Language) -> str:
    """Name the sections that only mention the base section's matter; empty without any."""
    sections = _headings(column.mentions, language)
    return MENTIONED_IN.say(language, sections=sections) if sections else ""


def untold(track: Track, name: Callable[[Edition], str], language: Language) -> list[str]:
    """Say of each edition that tells nothing of a matter how it is so, a line each.

    ``name`` returns what an edition is called.
    """
    lines = [
        MENTIONED_BY.say(language, edition=name(edition), sections=_headings(sections, language))
        for edition, sections in track.mentioned
    ]
    for phrase, editions in ((SILENT, track.silent), (UNJUDGED, track.unjudged)):
        lines += [phrase.say(language, edition=name(edition)) for edition in editions]
    return lines


def _headings(sections: Iterable[Section], language: Language) -> str:
    named = [f"{headings.heading(section, language)} [{section.key}]" for section in sections]
    return _BETWEEN.say(language).join(named)


def base_without_text(base: Section, counterparts: Iterable[Counterpart]) -> Phrase | None:
    """Say the same of a base section, where nothing of it stands beside its counterparts."""
    lefts = [counterpart.left for counterpart in counterparts]
    return without_text(base) if lefts and not any(lefts) else None
