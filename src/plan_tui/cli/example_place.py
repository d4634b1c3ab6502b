"""What the examples of a help name: an edition of the data that is read, and a heading of it."""

from __future__ import annotations

from plan_tui.errors import PlanError
from plan_tui.store.first_look import newest_heading
from plan_tui.store.locate import default_name


def example_place() -> tuple[str, str]:
    """Return the id of the newest edition of the default database and the key of a heading in it.

    It is the first that stands below another, as most that are looked up do.
    """
    try:
        place = newest_heading(default_name())
    except PlanError:
        place = None
    if place is None:
        from datetime import date

        year = date.today().strftime("%Y")
        return year, f"{year}:1.1"
    return place
