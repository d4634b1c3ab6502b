"""A promise over the editions: as lines of text, and as items of a list in a document."""

from __future__ import annotations

from plan_tui.labels.promise_names import PROMISE_KINDS, movement_phrase
from plan_tui.labels.punctuation import COLON, in_brackets, named
from plan_tui.text.calendar import DateBasis, names_year
from plan_tui.text.day_names import UNKNOWN_DAYS, interval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.rich_document import Content, ListItem
    from plan_tui.model.tracks import Promise, Statement
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint


def days_of(mention: Statement) -> str:
    """Return the first and the last day that a statement names; empty if none is known."""
    known = mention.basis and (mention.start or mention.end)
    return interval(mention.start, mention.end) if known else ""


def promise_lines(promise: Promise, language: Language, paint: Paint) -> list[str]:
    """Return a promise from edition to edition on one line, then each edition's sentence."""
    first = promise.steps[0].older
    ends = [_said(first, language)]
    for step in promise.steps:
        newer = _said(step.newer, language)
        movement = movement_phrase(step).say(language)
        ends.append(f"{newer} {paint('match', f'[{movement}]')}")
    what = PROMISE_KINDS[promise.what].say(language)
    lines = [f"  {named(what, ' → '.join(ends), language)}"]
    for mention in promise.statements:
        quotation = " ".join(mention.quotation.split())
        lines.append(f"    {paint('key', mention.section.key)}  {quotation}")
    return lines


def _said(mention: Statement | None, language: Language) -> str:
    """Return an edition with the date or number as printed, and the days of one without a year."""
    if mention is None:
        return "－"
    days = "" if names_year(mention.text) else days_of(mention)
    return f"{mention.edition.name(language)} {mention.printed}{in_brackets(days, language)}"


def promise_items(builder: DocumentBuilder, promise: Promise) -> list[ListItem]:
    """Return a promise as a list item, with each edition's sentence in a list below it."""
    from plan_tui.model.rich_document import LineBreak, ListItem, joined, run

    language, first = builder.language, promise.steps[0].older
    ends = [_named(first, language)]
    for step in promise.steps:
        movement = run(f" [{movement_phrase(step).say(language)}]")
        ends.append((*_named(step.newer, language), *movement))
    what = run(f"{PROMISE_KINDS[promise.what].say(language)}{COLON.say(language)}")
    items = [ListItem((*what, *joined(ends, run(" → "))))]
    for mention in promise.statements:
        quotation = run(" ".join(mention.quotation.split()))
        items.append(ListItem((*quotation, LineBreak(), *builder.cite(mention.section)), 1))
    return items


def _named(mention: Statement | None, language: Language) -> Content:
    """Return an edition with the date or number as printed, and its days."""
    from plan_tui.model.rich_document import Markup, run

    if mention is None:
        return run("－")
    unknown = mention.basis is DateBasis.UNRESOLVED
    days = UNKNOWN_DAYS.say(language) if unknown else days_of(mention)
    edition = run(f"{mention.edition.name(language)} ")
    return (*edition, *run(mention.printed, Markup.MATCH), *run(in_brackets(days, language)))
