"""Opens the application for a person: with their keys, at the place where they were."""

from __future__ import annotations

import sys
from pathlib import Path

from plan_tui.errors import UsageError
from plan_tui.text.language import Language
from plan_tui.tui.app import PlanApp
from plan_tui.tui.plain import lacks_signs
from plan_tui.tui.queries import EarlierQueries
from plan_tui.tui.rebinding import keys_file, read_keys
from plan_tui.tui.state import (
    place_file,
    queries_file,
    read_place,
    read_queries,
    write_place,
    write_queries,
)


def start(path: Path, language: Language, *, ascii_signs: bool = False) -> int:
    """Run the application until it is left, and return its exit code.

    Args:
        path: the database.
        language: of the interface, at first.
        ascii_signs: draw no sign of ours but in ASCII, even if the terminal could show them.

    Raises:
        DataError: the database is missing or unusable.

    """
    app = PlanApp(path, language)
    screen = sys.__stderr__  # what Textual writes to
    app.ascii = ascii_signs or (screen is not None and lacks_signs(screen.encoding))
    app.resume(read_place(place_file()))
    app.searching.earlier = EarlierQueries(read_queries(queries_file()))
    try:
        app.rebind(read_keys(keys_file()))
    except UsageError as error:
        app.warn_at_start(error.say(language))
    app.run()
    last = app.explorer.current
    if last is not None:
        write_place(place_file(), last.key)
    write_queries(queries_file(), app.searching.earlier)
    return app.return_code or 0
