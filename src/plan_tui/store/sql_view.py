"""What a view of the database is."""

from __future__ import annotations

from plan_tui.text.record import record


@record
class SqlView:
    """One view."""

    name: str
    """As SQL names it."""
    about: str
    """What its rows are, and their order."""
    columns: dict[str, str]
    """Column → what it means, in the order in which the SQL gives them."""
    sql: str
    """The query whose rows it has."""
