"""Why two sections are paired, or why there is no counterpart: all that is known, in words."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.counterparts import speaks_of
from plan_tui.labels.absences import mentions
from plan_tui.labels.change_names import ORIGINS
from plan_tui.labels.counterpart_names import standing_at_length
from plan_tui.labels.edition_names import edition_name
from plan_tui.model import headings
from plan_tui.model.comparison import Counterpart
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.comparison_state import ComparisonState, Side, absence
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece

RELATION = Phrase("関係：{relation}", "Relation: {relation}")
ORIGIN = Phrase("根拠：{origin}（スコア {score:.2f}）", "Basis: {origin} (score {score:.2f})")
REASON = Phrase("理由：{reason}", "Reason: {reason}")
NO_REASON = Phrase("理由の記載なし", "no reason given")
TOPIC = Phrase("事項：{title}", "Topic: {title}")
PARTLY = Phrase(
    "比べているのは一部の段落です。",
    "Only some paragraphs are compared.",
)


def why_lines(state: ComparisonState, side: Side, columns: int) -> list[Line]:
    """Say why the chosen counterpart of a side belongs to the base, or why there is none."""
    base, counterpart = state.view.base, side.counterpart
    edition = side.column.edition.id
    lines = _section_lines(base.section, base.edition.id, state.language, columns)
    if counterpart is None:
        name = edition_name(edition, state.language)
        return [*lines, EMPTY, Line.of(Piece(name, "strong")), *_why_none(state, side, columns)]
    lines += _section_lines(counterpart.section, edition, state.language, columns)
    return [*lines, EMPTY, *_why(state, side, counterpart, columns)]


def _section_lines(section: Section, edition: str, language: Language, columns: int) -> list[Line]:
    """Name a section: edition, heading and key; below a title in English the plan's own."""
    name = edition_name(edition, language)
    text = f"{name}  {headings.heading(section, language)}  {section.key}"
    lines = Paragraph(text, role="strong").lines(columns)
    if headings.title(section, language) == section.title:
        return lines
    return [*lines, *Paragraph(f"  {section.title}", role="muted").lines(columns)]


def _why(state: ComparisonState, side: Side, counterpart: Counterpart, columns: int) -> list[Line]:
    """Tell all that the link records: relation, origin, score, reason and topics."""
    language, link = state.language, counterpart.link
    relation = standing_at_length(counterpart).say(language)
    origin = ORIGINS[link.origin].say(language)
    sentences = [
        RELATION.say(language, relation=relation),
        ORIGIN.say(language, origin=origin, score=link.score),
    ]
    named = [
        topic for topic in state.topics if any(speaks_of(each, topic) for each in counterpart.links)
    ]
    reason = _untold_reason(counterpart, named, language)
    if reason or not named:
        sentences.append(REASON.say(language, reason=reason or NO_REASON.say(language)))
    if Extent.PART in (counterpart.base_extent, counterpart.extent):
        sentences.append(PARTLY.say(language))
    sentences.append(mentions(side.column, language))
    lines = _paragraphs(sentences, columns)
    for topic in named:
        title = TOPIC.say(language, title=headings.title(topic, language))
        lines += [EMPTY, *Paragraph(title, role="heading").lines(columns)]
        lines += Paragraph(headings.note(topic, language)).lines(columns)
    return lines


def _untold_reason(counterpart: Counterpart, topics: Sequence[Topic], language: Language) -> str:
    """Return the reasons that are more than the title and the note of one of these topics."""
    told = {f"{topic.title}：{topic.note}" if topic.note else topic.title for topic in topics}
    reason, reason_en = headings.joined_reasons(
        link for link in counterpart.links if link.reason not in told
    )
    return reason_en if language is Language.EN and reason_en else reason


def _why_none(state: ComparisonState, side: Side, columns: int) -> list[Line]:
    """Tell a reader's verdict and reason, if there are any, and what is held of the edition."""
    language, column = state.language, side.column
    sentences = []
    why = column.reason(language)
    if why:
        sentences.append(REASON.say(language, reason=why))
    sentences.append(mentions(column, language))
    sentences.append(column.edition.held(language))
    absent = Line.of(Piece(absence(state, side).say(language), "warning"))
    return [absent, *_paragraphs(sentences, columns)]


def _paragraphs(texts: Sequence[str], columns: int) -> list[Line]:
    return [line for text in texts if text for line in Paragraph(text).lines(columns)]
