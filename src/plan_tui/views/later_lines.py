"""What later editions say of measures: as records, fields, lines of text and cells of a table."""

from __future__ import annotations

from plan_tui.labels.later_names import place_words, step_words
from plan_tui.model.comparison_enums import PromiseKind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.later_editions import LaterEdition
    from plan_tui.model.records import Edition, MeasureCard
    from plan_tui.model.rich_document import Content
    from plan_tui.model.tracks import PromiseStep, Statement
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint, Record


def later_records(card: MeasureCard) -> list[Record]:
    """Return what each later edition says of a measure, with what moved there."""
    return [
        {
            "edition": later.edition.id,
            "relation": later.relation,
            "asserted": later.asserted if later.relation else None,
            "likelihood": later.likelihood,
            "to": [section.key for section in later.sections],
            "steps": [
                {
                    "what": step.what,
                    "movement": step.movement,
                    "older": _value(step.older),
                    "newer": _value(step.newer),
                    "asserted": not step.suggested,
                }
                for step in later.steps
            ],
        }
        for later in card.later
    ]


def _value(statement: Statement | None) -> Record | None:
    if statement is None:
        return None
    return {
        "edition": statement.edition.id,
        "key": statement.section.key,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "value": statement.value,
        "unit": statement.unit,
    }


def later_fields(card: MeasureCard) -> Record:
    """Return the same as fields of a table, in each of which the editions stand in one order."""
    return {
        "later_edition": [later.edition.id for later in card.later],
        "later_relation": [later.group for later in card.later],
        "later_key": [section.key for later in card.later for section in later.sections],
        "later_due": _fields(card, PromiseKind.DEADLINE),
        "later_number": _fields(card, PromiseKind.NUMBER),
    }


def _fields(card: MeasureCard, what: PromiseKind) -> list[str]:
    """Return the deadlines or numbers that later editions name, each behind its edition."""
    return [
        f"{later.edition.id}: {_field(step)}"
        for later in card.later
        for step in later.named
        if step.what is what
    ]


def _field(step: PromiseStep) -> str:
    from plan_tui.views.promise_lines import days_of

    assert step.newer is not None  # of those that an edition names
    return f"{days_of(step.newer) or ' '.join(step.newer.text.split())} ({step.movement})"


def later_lines(card: MeasureCard, language: Language, paint: Paint) -> list[str]:
    """Return a line for each later edition, and one for each deadline and number there."""
    lines = []
    for later in card.later:
        keys = "".join(f"  {paint('key', section.key)}" for section in later.sections)
        name = paint("dim", later.edition.name(language))
        lines.append(f"{name} {place_words(later, language)}{keys}")
        lines += [f"  {step_words(step, language)}" for step in later.told]
    return lines


def later_cell(builder: DocumentBuilder, card: MeasureCard, edition: Edition) -> Content:
    """Return what an edition says of a measure as a cell: where it goes on, and what moved."""
    for later in card.later:
        if later.edition.id == edition.id:
            return _cell(builder, later)
    return ()


def _cell(builder: DocumentBuilder, later: LaterEdition) -> Content:
    from plan_tui.model.rich_document import below_each_other, run

    language = builder.language
    return below_each_other(
        [
            run(place_words(later, language)),
            *(builder.cite(section) for section in later.sections),
            *(run(step_words(step, language)) for step in later.told),
        ]
    )
