"""All families, in the order of the document."""

from __future__ import annotations

from tests.torture import (
    changed_rows,
    command_lines,
    damaged_databases,
    hostile_databases,
    turned_bytes,
)
from tests.torture.cases import Family

FAMILIES: tuple[Family, ...] = (
    Family(
        name="damaged-databases",
        does="databases damaged by SQL or as files, read by every command and the application",
        holds="a command ends with 0 to 3 and at most a line of errors; the application goes on or "
        "tells; `check` finds each",
        cases=damaged_databases.cases,
        sample=200,
        least=26 * 24,
        seconds=30,
    ),
    Family(
        name="turned-bytes",
        does="one bit turned anywhere in the file of a database",
        holds="`check` finds it, or no row, index or shape differs",
        cases=turned_bytes.cases,
        sample=40,
        least=1000,
    ),
    Family(
        name="changed-rows",
        does="valid changes by SQL in every table and column; then the seal is made anew",
        holds="`check` finds it, or it alters nothing",
        cases=changed_rows.cases,
        sample=25,
        least=200,
    ),
    Family(
        name="hostile-databases",
        does="control sequences, changed directions of writing and unseen characters in every "
        "text, in every command, format and error, and on the screens; what is received is "
        "looked through",
        holds="a terminal obeys nothing of it, JSON included",
        cases=hostile_databases.cases,
        sample=120,
        least=30 * 200,
    ),
    Family(
        name="command-lines",
        does="command lines put together by chance of commands, options, values and texts",
        holds="an exit code from 0 to 3, at most one line of errors, nothing that a terminal "
        "obeys, a second of the processor at most",
        cases=command_lines.command_lines,
        sample=200,
        least=20_000,
        seconds=10,
        slow=1,
        batch=1000,
    ),
    Family(
        name="queries",
        does="queries put together by chance of words, filters, quotes and long texts",
        holds="the same",
        cases=command_lines.queries,
        sample=60,
        least=5_000,
        seconds=10,
        slow=1,
        batch=1000,
    ),
)
