"""An edition by its name, for those who type one."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.model.records import Edition
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase

_NO_EDITION = Phrase(
    "{name}という版はない。あるのは{known}", "no edition {name}; there are {known}"
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
