"""Why two sections are paired, or why there is no counterpart: all that is known, in words."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.compare.sections.counterparts import speaks_of
from plan_tui.labels import terms
from plan_tui.model import headings
from plan_tui.model.comparison import Counterpart
from plan_tui.model.enums import ChangeKind, Origin
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import interface_terms
from plan_tui.tui.render.comparison_state import ComparisonState, Side, absence
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece

RELATION = Phrase("関係：{relation}", "Relation: {relation}")
ORIGIN = Phrase("根拠：{origin}（スコア {score:.2f}）", "Known from: {origin} (score {score:.2f})")
REASON = Phrase("理由：{reason}", "Reason: {reason}")
NO_REASON = Phrase("理由の記載なし", "no reason is given")
TOPIC = Phrase("事項：{title}", "Topic: {title}")
PARTLY = Phrase(
    "比べているのは箇所の一部（段落）です。",
    "A paragraph of the section is compared, not all of it.",
)
ORIGINS = {
    Origin.CURATED: Phrase("人が読んで作った対応表", "a table made by reading"),
    Origin.AUTO: Phrase("自動の推定", "an automatic estimate"),
}
VERDICT = Phrase("判断：{verdict}", "Verdict: {verdict}")


def why_lines(table: ComparisonState, side: Side, columns: int) -> list[Line]:
    """Say why the chosen counterpart of a column belongs to the base, or why there is none."""
    base, other = table.view.base, side.counterpart
    made = _place(base.section, base.edition.id, table.language, columns)
    if other is None:
        name = interface_terms.edition_name(side.column.edition.id, table.language)
        return [*made, EMPTY, Line.of(Piece(name, "strong")), *_why_none(table, side, columns)]
    section = other.section
    made += _place(section, side.column.edition.id, table.language, columns)
    return [*made, EMPTY, *_why(table, other, columns)]


def _place(section: Section, edition: str, language: Language, columns: int) -> list[Line]:
    name = interface_terms.edition_name(edition, language)
    said = f"{name}  {headings.heading(section, language)}  {section.key}"
    return Paragraph(said, role="strong").lines(columns)


def _why(table: ComparisonState, other: Counterpart, columns: int) -> list[Line]:
    language, link = table.language, other.link
    relation = terms.say(terms.RELATION, ChangeKind(link.relation), language)
    if not link.accepted:
        relation = terms.SUGGESTION.say(language)
    origin = terms.say(ORIGINS, link.origin, language)
    said = [
        RELATION.say(language, relation=relation),
        ORIGIN.say(language, origin=origin, score=link.score),
        REASON.say(language, reason=link.reason or NO_REASON.say(language)),
    ]
    if link.from_block_id is not None or link.to_block_id is not None:
        said.append(PARTLY.say(language))
    made = _paragraphs(said, columns)
    for topic in table.topics:
        if speaks_of(link, topic):
            made.append(EMPTY)
            title = TOPIC.say(language, title=headings.title(topic, language))
            made += Paragraph(title, role="heading").lines(columns)
            made += Paragraph(topic.note).lines(columns) if topic.note else []
    return made


def _why_none(table: ComparisonState, side: Side, columns: int) -> list[Line]:
    language, column = table.language, side.column
    made = [Line.of(Piece(absence(table, side).say(language), "warning"))]
    said = []
    if column.verdict:
        verdict = terms.say(terms.RELATION, ChangeKind(column.verdict), language)
        said.append(VERDICT.say(language, verdict=verdict))
    if column.reason:
        said.append(REASON.say(language, reason=column.reason))
    said.append(column.edition.held(language))
    return made + _paragraphs(said, columns)


def _paragraphs(said: Sequence[str], columns: int) -> list[Line]:
    return [one for text in said if text for one in Paragraph(text).lines(columns)]
