"""What is said of a suggestion: why it is one, how much is meant, and what was decided."""

from __future__ import annotations

from plan_tui.compare.sections.suggested_pairs import SuggestedPair
from plan_tui.labels.decision_names import (
    DECISIONS,
    UNDECIDED,
    extent_words,
    suggestion_reason,
)
from plan_tui.labels.edition_names import edition_name
from plan_tui.model import headings
from plan_tui.model.comparison_enums import Extent, Likelihood
from plan_tui.model.decisions import Decision, DecisionKind
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Line, Paragraph, Piece, fit
from plan_tui.tui.themes import edition_role

REASON = Phrase("理由：{reason}", "Reason: {reason}")
_STATE = Phrase("{decision}　{extents}", "{decision}: {extents}")
_SUGGESTED = Phrase("候補：{extents}", "suggested: {extents}")
_OTHER_WORDS = Phrase(
    "共通の割合は言い換えの程度で、確かさとは別です。",
    "The share tells of the wording, not of how likely it is.",
)
_LITTLE = 0.1
"""Share in common that seems to speak against a suggestion of these."""
_LIKELY = (Likelihood.SURE, Likelihood.LIKELY)
_PASSAGES = Phrase("（候補の段落だけを表示。x で全文）", " (only these passages; x shows all)")


def review_lines(
    suggested: SuggestedPair,
    decision: Decision | None,
    columns: int,
    language: Language,
    *,
    whole: bool,
) -> list[Line]:
    """Draw what was decided, how much is meant, and the reason."""
    pieces = _state_pieces(suggested, decision, language, whole=whole)
    first = Line.of(*fit(pieces, columns))
    reason = REASON.say(
        language,
        reason=suggestion_reason(suggested.link, suggested.ends, suggested.alone, language),
    )
    is_puzzling = suggested.link.likelihood in _LIKELY and suggested.link.shared < _LITTLE
    note = Paragraph(_OTHER_WORDS.say(language), role="muted").lines(columns)
    return [first, *(note if is_puzzling else ()), *Paragraph(reason).lines(columns)]


def _state_pieces(
    suggested: SuggestedPair, decision: Decision | None, language: Language, *, whole: bool
) -> list[Piece]:
    link = suggested.link
    extents = extent_words(link.from_extent, link.to_extent, language)
    as_suggested = Piece(f"  {_SUGGESTED.say(language, extents=extents)}", "muted")
    note = ""
    if not whole and Extent.PART in (link.from_extent, link.to_extent):
        note = _PASSAGES.say(language)
    if decision is None:
        words = Piece(UNDECIDED.say(language), "unset")
    elif decision.kind is DecisionKind.REJECTED:
        words = Piece(DECISIONS[decision.kind].say(language), "gone")
    else:
        meant = extent_words(decision.first.extent, decision.second.extent, language)
        name = DECISIONS[decision.kind]
        words = Piece(_STATE.say(language, decision=name, extents=meant), "good")
    keys = f"  {suggested.earlier.key} › {suggested.later.key}"
    return [words, as_suggested, Piece(note, "muted"), Piece(keys, "muted")]


def section_line(section: Section, ordinal: int, columns: int, language: Language) -> Line:
    """Draw a section to choose: its edition, heading and key."""
    name = edition_name(section.edition_id, language)
    pieces = (
        Piece(f"{name} ", edition_role(ordinal)),
        Piece(headings.heading(section, language)),
        Piece(f"  {section.key}", "muted"),
    )
    return Line.of(*fit(pieces, columns))
