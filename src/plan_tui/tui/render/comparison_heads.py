"""What stands above the compared texts: edition, heading, how sure the pairing is."""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of, fact_rows_of
from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.enums import ChangeKind, TextChange
from plan_tui.text.language import Phrase
from plan_tui.tui import interface_terms
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
from plan_tui.tui.render.line import EMPTY, Line, Piece, fit
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
ONE_TOPIC = Phrase("事項：{title}", "topic: {title}")
OF_TOPICS = Phrase("事項 {number}/{count}：{title}", "topic {number}/{count}: {title}")
ALL_TOPICS = Phrase("全{count}事項（[ ] で絞る）", "all {count} {count:topic|topics} ([ ] narrow)")
NONE_SHORT = Phrase("なし", "none")
BASE = Phrase("基準", "base")
ALIKE = Phrase("共通 {share:.0%}", "{share:.0%} shared")
HARDLY_ALIKE = Phrase("共通 1%未満", "under 1% shared")


def head_lines(table: ComparisonState, columns: int) -> list[Line]:
    """Draw what stands above the texts: edition, heading, how sure the pairing is."""
    visible = table.visible(columns)
    if columns < STACKED_BELOW:
        side = table.side
        tabs = [_tabs(table, columns)] if side else []
        title = _side_head(table, side, columns)[1:] if side else []
        return [*_base_head(table, columns), *tabs, *title]
    size = size_of(columns, len(visible) + 1)
    cells = [_base_head(table, size)]
    cells += [_side_head(table, table.sides[number], size) for number in visible]
    return beside(cells, size)


def _tabs(table: ComparisonState, columns: int) -> Line:
    """Name all columns, the active one in full."""
    pieces: list[Piece] = []
    for side in table.sides:
        head = _side_head(table, side, columns)[0].pieces
        pieces += head if side is table.side else head[:2]
        if side is not table.side:
            said = "" if side.counterpart else f"{NONE_SHORT.say(table.language)} "
            pieces.append(Piece(said, "muted"))
    return Line.of(*fit(pieces, columns))


def _base_head(table: ComparisonState, size: int) -> list[Line]:
    base = table.view.base
    name = interface_terms.edition_name(base.edition.id, table.language)
    return [
        Line.of(
            *fit(
                (
                    Piece(f"   {name} ", edition_role(base.edition.ordinal)),
                    Piece(f"{BASE.say(table.language)}  ", "tag"),
                    Piece(f" {base.section.key}", "muted"),
                ),
                size,
            )
        ),
        Line.of(
            *fit((Piece(f"   {headings.heading(base.section, table.language)}", "strong"),), size)
        ),
    ]


def _side_head(table: ComparisonState, side: Side, size: int) -> list[Line]:
    language, counterpart = table.language, side.counterpart
    active = table.side is side
    name = interface_terms.edition_name(side.column.edition.id, language)
    head = [
        Piece(" ▸ " if active else "   ", "mark"),
        Piece(f"{name} ", edition_role(side.column.edition.ordinal)),
    ]
    if counterpart is None:
        return [
            Line.of(*fit([*head, Piece(absence(table, side).say(language), "warning")], size)),
            EMPTY,
        ]
    if counterpart.link.accepted:
        said = terms.say(terms.RELATION, ChangeKind(counterpart.link.relation), language)
        head.append(Piece(f" {said} ", "tag"))
    else:
        said = terms.SUGGESTION.say(language)
        head.append(Piece(f" {said} {counterpart.link.score:.2f} ", "unset"))
    count = len(side.column.counterparts)
    if count > 1:
        head.append(Piece(f" {side.number % count + 1}/{count}", "mark"))
    difference = difference_of(counterpart)
    share = difference.similarity
    shared = any(run.op is TextChange.SHARED for row in difference.rows for run in row.right)
    alike = HARDLY_ALIKE if shared and share < 0.005 else ALIKE  # not 0% where a phrase is shared
    head.append(Piece(f" {alike.say(language, share=share)}", "muted"))
    title = headings.heading(counterpart.section, language)
    return [Line.of(*fit(head, size)), Line.of(*fit((Piece(f"   {title}", "strong"),), size))]


def title_pieces(table: ComparisonState) -> list[Piece]:
    """Say which topic is shown, or the base section where there is no choice."""
    language, count = table.language, len(table.topics)
    if table.topic is not None:
        number = table.topics.index(table.topic) + 1
        title = headings.title(table.topic, language)
        return [Piece(OF_TOPICS.say(language, number=number, count=count, title=title), "strong")]
    if count > 1:
        return [Piece(ALL_TOPICS.say(language, count=count), "strong")]
    if count == 1:
        return [Piece(ONE_TOPIC.say(language, title=headings.title(table.topics[0], language)))]
    return [Piece(headings.heading(table.view.base.section, language))]


def status_pieces(table: ComparisonState, count: int, number: int) -> list[Piece]:
    """Count what the layer shows: ``count`` places where `n` stops, of which ``number`` is now."""
    language, side = table.language, table.side
    made = [Piece(LAYERS[table.layer].say(language), "mark")]
    if side is None or side.counterpart is None or table.layer is ComparisonLayer.PLAIN:
        return made
    if table.layer is ComparisonLayer.FACTS:
        said = [
            f"{SIGNS[op].strip()}{terms.say(terms.FACT_OP, op, language)} {found}"
            for op, found in fact_counts(fact_rows_of(side.counterpart))
        ]
        return [*made, Piece(f"  {' '.join(said)}", "strong")]
    if table.differs(table.active):
        phrase = CHANGE if number else CHANGES
    else:
        phrase = PHRASE if number else PHRASES
    told = phrase.say(language, number=number, count=count)
    return [*made, Piece(f"  {told}", "strong")]


def notation_pieces(table: ComparisonState) -> list[Piece]:
    """Count what differs in notation alone between the base and the active column."""
    counterpart = table.side.counterpart if table.side else None
    if counterpart is None or table.layer is not ComparisonLayer.WORDS:
        return []
    count = difference_of(counterpart).notation_changes
    if not count:
        return []
    phrase = NOTATION_SHOWN if table.notation else NOTATION_HIDDEN
    return [Piece(f"  {phrase.say(table.language, count=count)}")]
