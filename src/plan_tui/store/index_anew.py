"""Makes the search index of a database anew, after its texts were changed by other means."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from plan_tui.store.indexing import INDEX, INDEXED, with_search_index
from plan_tui.store.read_rows import read_rows
from plan_tui.text.record import as_tuple


def index_anew(path: Path) -> None:
    """Write the rows of the search index that follow from the others; `meta` is not sealed.

    Raises:
        DataError: the database cannot be read.
        sqlite3.Error: it cannot be written.

    """
    rows = with_search_index(read_rows(path, INDEXED))
    with closing(sqlite3.connect(path)) as connection:
        for name in INDEX:
            records = [as_tuple(row) for row in rows.of_table(name)]
            connection.execute(f"delete from {name}")
            if records:
                places = ", ".join("?" * len(records[0]))
                connection.executemany(f"insert into {name} values ({places})", records)
        connection.commit()
