"""An edition by its name, for those who type one, and which of them are compared."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.model.enums import DocumentKind
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Edition
    from plan_tui.store.plan import Plan

_NO_EDITION = Phrase(
    "{name}という版はありません。あるもの：{known}", "no edition {name}; there are {known}"
)


def edition_named(plan: Plan, name: str) -> Edition:
    """Return the edition with this id.

    Raises:
        UsageError: there is none.

    """
    editions = plan.editions()
    for edition in editions:
        if edition.id == name:
            return edition
    known = ", ".join(edition.id for edition in editions)
    raise UsageError(_NO_EDITION.of(name=name, known=known))


def usual_editions(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the editions compared unless others are asked for, oldest first.

    An edition of which only decks are held, that stand for its text, is left out.
    """
    held = {d.edition_id for d in plan.documents() if d.kind is not DocumentKind.DECK}
    return tuple(edition.id for edition in plan.editions() if edition.id in held)


def judged_editions(plan: Plan) -> frozenset[str]:
    """Return the ids of the editions of which a reader said what belongs together.

    Of any other one nothing is known yet but suggestions.
    """
    # `JUDGED` of an edition, as `overview_queries` reads it with all other counts.
    sql = "select edition from overview_counts where kind = 'edition' and figure = 'judged'"
    return frozenset(edition for (edition,) in plan.database.rows(sql))


def newest_pair(plan: Plan) -> tuple[str, str] | None:
    """Return the ids of the newest two editions, the older first; None without two of them.

    They are the newest two held in full; else the newest two compared by default, or of all.
    """
    documents = plan.documents()
    whole = {d.edition_id for d in documents if d.kind is DocumentKind.FULL_TEXT}
    ids = tuple(edition.id for edition in plan.editions())
    in_full = tuple(edition for edition in ids if edition in whole)
    for named in (in_full, usual_editions(plan), ids):
        if len(named) > 1:
            return named[-2], named[-1]
    return None
