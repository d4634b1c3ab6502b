"""Above the compared texts: edition, heading, relation, share in common; and the title bar."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.labels.absences import absence as stated_absence
from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT
from plan_tui.labels.counterpart_names import hardly_shared, part_meant, standing
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.fact_names import FACT_COUNTS
from plan_tui.labels.later_names import IN_COLUMNS
from plan_tui.labels.not_held import (
    NONE_IN_TOPIC_SHORT,
    NONE_KNOWN,
    NONE_KNOWN_SHORT,
    NOT_HELD,
    ONLY_SUGGESTED,
    PROBABLY_NONE,
    PROBABLY_NONE_SHORT,
    without_text,
)
from plan_tui.model import headings
from plan_tui.model.comparison import Counterpart, EditionColumn
from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import CUT
from plan_tui.tui.render.comparison_state import (
    LAYERS,
    STACKED_BELOW,
    ComparisonLayer,
    ComparisonState,
    Side,
    absence,
    beside,
    size_of,
)
from plan_tui.tui.render.fact_lines import SIGNS, fact_counts
from plan_tui.tui.render.line import EMPTY, Line, Piece, columns_of, fit
from plan_tui.tui.themes import edition_role

CHANGE = Phrase("差分 {number}/{count}", "difference {number}/{count}")
CHANGES = Phrase("差分 {count}", "{count} {count:difference|differences}")
PHRASE = Phrase(
    "共通の語句のある文 {number}/{count}", "sentence {number}/{count} that shares a phrase"
)
PHRASES = Phrase(
    "共通の語句のある文 {count}",
    "{count} {count:sentence that shares|sentences that share} a phrase",
)
NOTATION_SHOWN = Phrase("表記のみ {count}", "notation only {count}")
NOTATION_HIDDEN = Phrase("表記のみ {count}（非表示）", "notation only {count} (hidden)")
MOVED_SENTENCES = Phrase("移動した文 {count}", "{count} moved {count:sentence|sentences}")
ONE_TOPIC = Phrase("事項：{title}", "topic: {title}")
OF_TOPICS = Phrase("事項 {number}/{count}：{title}", "topic {number}/{count}: {title}")
ALL_TOPICS = Phrase("全{count}事項（[ ] で絞る）", "all {count} {count:topic|topics} ([ ] narrow)")
EDITIONS_SHOWN = Phrase("版 {first}～{last}/{count}", "editions {first}-{last} of {count}")
BASE = Phrase("基準", "base")
ALIKE = Phrase("共通 {share:.0%}", "{share:.0%} shared")
HARDLY_ALIKE = Phrase("共通1%未満", "<1% shared")
HARDLY_ALIKE_SHORT = "<1%"
COUNTED_OF = Phrase("{edition}：{counts}", "{edition}: {counts}")
ABSENCES_SHORT: dict[Phrase | None, Phrase] = {
    PROBABLY_NONE: PROBABLY_NONE_SHORT,
    NONE_KNOWN: NONE_KNOWN_SHORT,
    NOT_HELD: CHANGE_GROUPS_SHORT[ChangeGroup.DROPPED],
    ONLY_SUGGESTED: CHANGE_GROUPS_SHORT[ChangeGroup.SUGGESTED],
    None: NONE_IN_TOPIC_SHORT,
}
"""What is said of an edition without a counterpart → the same where its end may be cut."""
_IN_OTHER_WAY = (ChangeKind.BELOW, ChangeKind.MENTION)
_BESIDE_STATUS = 6
"""Columns of the bar beside the counts of facts: its blanks, and the sign of a cut title."""


def head_lines(state: ComparisonState, columns: int) -> list[Line]:
    """Draw two lines above each text; where they are stacked, two for the base, two for a side."""
    if columns < STACKED_BELOW:
        side = state.side
        below = [_tabs(state, columns), *_side_head(state, side, columns)[1:]] if side else []
        return [*_base_head(state, columns), *below]
    visible = state.visible(columns)
    size = size_of(columns, len(visible) + 1)
    heads = [_base_head(state, size)]
    heads += [_side_head(state, state.sides[number], size) for number in visible]
    return beside(heads, size, state.base_at(visible))


def _tabs(state: ComparisonState, columns: int) -> Line:
    """Name all sides in one line, the active one in full; those before it go if it has no room."""
    tabs = [_tab(state, side, columns) for side in state.sides]
    first = 0
    while first < state.active and columns_of(_chained(tabs[first : state.active + 1])) > columns:
        first += 1
    before = [Piece(CUT, "muted")] if first else []
    return Line.of(*fit([*before, *_chained(tabs[first:])], columns))


def _tab(state: ComparisonState, side: Side, columns: int) -> Sequence[Piece]:
    head = _side_head(state, side, columns)[0].pieces
    if side is state.side:
        return head
    absent = "" if side.counterpart else f"{absence_in_short(side.column).say(state.language)} "
    return [*head[:2], Piece(absent, "muted")]


def absence_in_short(column: EditionColumn) -> Phrase:
    """Say in a word why no counterpart is shown; where it has one, none is of this topic."""
    absent, stated = stated_absence(column), column.stated
    if absent and stated and stated.asserted and stated.change in _IN_OTHER_WAY:
        return IN_COLUMNS[ChangeGroup(stated.change)]
    return ABSENCES_SHORT[absent]


def _chained(tabs: Sequence[Sequence[Piece]]) -> list[Piece]:
    return [piece for tab in tabs for piece in tab]


def _base_head(state: ComparisonState, size: int) -> list[Line]:
    """Name the base: edition and key, whether it has no text; then the heading."""
    base, counterpart = state.view.base, state.side.counterpart if state.side else None
    lacks_text = counterpart is not None and not counterpart.left
    nothing = without_text(base.section, short=True).say(state.language) if lacks_text else ""
    name = edition_name(base.edition.id, state.language)
    head = (
        Piece(f"   {name} ", edition_role(base.edition.ordinal)),
        Piece(f"{BASE.say(state.language)}  ", "tag"),
        Piece(f" {base.section.key}", "muted"),
        Piece(f" {nothing}".rstrip(), "unset"),
    )
    return [Line.of(*fit(head, size)), _heading(base.section, state.language, size)]


def _heading(section: Section, language: Language, size: int) -> Line:
    return Line.of(*fit((Piece(f"   {headings.heading(section, language)}", "strong"),), size))


def _side_head(state: ComparisonState, side: Side, size: int) -> list[Line]:
    """Name a side: edition and relation, then the counterpart's heading."""
    language, counterpart = state.language, side.counterpart
    name = edition_name(side.column.edition.id, language)
    head = [
        Piece(" ▸ " if side is state.side else "   ", "mark"),
        Piece(f"{name} ", edition_role(side.column.edition.ordinal)),
    ]
    if counterpart is None:
        head.append(Piece(absence(state, side).say(language), "warning"))
        return [Line.of(*fit(head, size)), EMPTY]
    head[-1] = Piece(name, edition_role(side.column.edition.ordinal))  # the tag has a blank
    count = len(side.column.counterparts)
    number = [Piece(f"{side.number % count + 1}/{count} ", "mark")] if count > 1 else []
    shares = [Piece(words, "muted") for words in _shares(counterpart, language)]
    told = _fitting(_standing(counterpart, language), number, shares, size - columns_of(head))
    return [Line.of(*fit((*head, *told), size)), _counterpart_heading(counterpart, language, size)]


def _fitting(
    standing: Piece, number: Sequence[Piece], shares: Sequence[Piece], columns: int
) -> Sequence[Piece]:
    """Return relation, number and the longest of the shares in ``columns``.

    Without room the share goes, then the relation is cut: of several counterparts one must see
    that there are others.
    """
    for share in shares:
        if columns_of((standing, *number, share)) <= columns:
            return standing, *number, share
    return (*fit([standing], columns - columns_of(number)), *number)


def _counterpart_heading(counterpart: Counterpart, language: Language, size: int) -> Line:
    """Name a counterpart; before its heading stands of which side passages alone are compared.

    The relation of asserted links says so above.
    """
    part = None if counterpart.link.accepted else part_meant(counterpart)
    if part is None:
        return _heading(counterpart.section, language, size)
    heading = headings.heading(counterpart.section, language)
    told = Piece(f"{part.say(language)} ", "unset")
    return Line.of(*fit((Piece("   "), told, Piece(f" {heading}", "strong")), size))


def _standing(counterpart: Counterpart, language: Language) -> Piece:
    """Return the relation that is asserted, or the score of a suggestion."""
    role = "tag" if counterpart.link.accepted else "unset"
    return Piece(f" {standing(counterpart).say(language)} ", role)


def _shares(counterpart: Counterpart, language: Language) -> tuple[str, str]:
    """Say which share of the characters both texts have, shorter than in reports, in two ways.

    Of a counterpart without text that is said instead; a base without any says so itself.
    """
    if not counterpart.right:
        nothing = without_text(counterpart.section, short=True).say(language)
        return nothing, nothing
    if not counterpart.left:
        return "", ""
    share = difference_of(counterpart).similarity
    if hardly_shared(share):
        return HARDLY_ALIKE.say(language), HARDLY_ALIKE_SHORT
    return ALIKE.say(language, share=share), f"{share:.0%}"


def title_pieces(state: ComparisonState) -> list[Piece]:
    """Say which topic is shown, or the base section where there is no choice."""
    language, count = state.language, len(state.topics)
    if state.topic is not None:
        number = state.topics.index(state.topic) + 1
        title = headings.title(state.topic, language)
        return [Piece(OF_TOPICS.say(language, number=number, count=count, title=title), "strong")]
    if count > 1:
        return [Piece(ALL_TOPICS.say(language, count=count), "strong")]
    if count == 1:
        return [Piece(ONE_TOPIC.say(language, title=headings.title(state.topics[0], language)))]
    return [Piece(headings.heading(state.view.base.section, language))]


def status_pieces(state: ComparisonState, count: int, number: int, columns: int) -> Sequence[Piece]:
    """Name the layer and count what it shows; ``columns`` are those of the bar.

    ``count`` is how often `n` stops, ``number`` at which stop the reader is, from 1; 0 at none.
    """
    language, side = state.language, state.side
    layer = Piece(LAYERS[state.layer].say(language), "mark")
    counterpart = side.counterpart if side else None
    if side is None or counterpart is None or state.layer is ComparisonLayer.PLAIN:
        return [layer]
    if not counterpart.is_compared and not state.facts(state.active):
        return [layer]
    if state.layer is ComparisonLayer.FACTS:
        return _fact_status(state, side, layer, columns)
    if not counterpart.is_compared:
        return [layer]
    if state.differs(state.active):
        phrase = CHANGE if number else CHANGES
    else:
        phrase = PHRASE if number else PHRASES
    stops = phrase.say(language, number=number, count=count)
    return [layer, Piece(f"  {stops}", "strong")]


def _fact_status(state: ComparisonState, side: Side, layer: Piece, columns: int) -> Sequence[Piece]:
    """Count what became of the facts in one edition, and say in which.

    Without room the edition goes by its id, then the layer is not named.
    """
    language, edition = state.language, side.column.edition.id
    counts = " ".join(
        f"{SIGNS[op].strip()}{FACT_COUNTS[op].say(language)} {facts}"
        for op, facts in fact_counts(state.facts(state.active))
    )
    long, short = (
        Piece(COUNTED_OF.say(language, edition=name, counts=counts), "strong")
        for name in (edition_name(edition, language), edition)
    )
    for pieces in ((layer, Piece("  "), long), (layer, Piece("  "), short)):
        if columns_of(pieces) <= columns - _BESIDE_STATUS:
            return pieces
    return (short,)


def column_pieces(state: ComparisonState, columns: int) -> list[Piece]:
    """Say which of the editions stand beside the base, where not all of them have room."""
    visible = state.visible(columns)
    if columns < STACKED_BELOW or len(visible) == len(state.sides):
        return []
    words = EDITIONS_SHOWN.say(
        state.language, first=visible[0] + 1, last=visible[-1] + 1, count=len(state.sides)
    )
    return [Piece(f"  {words}", "muted")]


def kind_pieces(state: ComparisonState) -> list[Piece]:
    """Count what is moved, and what differs in notation alone, between base and active side."""
    counterpart = state.side.counterpart if state.side else None
    if counterpart is None or state.layer is not ComparisonLayer.WORDS:
        return []
    difference = difference_of(counterpart)
    counts = (
        (MOVED_SENTENCES, difference.moved_sentences),
        (NOTATION_SHOWN if state.notation else NOTATION_HIDDEN, difference.notation_changes),
    )
    return [
        Piece(f"  {phrase.say(state.language, count=count)}") for phrase, count in counts if count
    ]
