"""All families, in the order of the document."""

from __future__ import annotations

from tests.torture import (
    changed_rows,
    command_lines,
    damaged_databases,
    exports,
    full_disks,
    hostile_databases,
    kills,
    named_tests,
    random_keys,
    turned_bytes,
    wrong_manifests,
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
        seconds=20,
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
        seconds=20,
        slow=1,
        batch=1000,
    ),
    Family(
        name="random-keys",
        does="10,000 keys, clicks and sizes of the terminal by chance, at each of three sizes",
        holds="the application goes on; memory in use at the end, and objects alive beside what "
        "functions remember up to a number, are at most 1.2 times those after 2,000",
        cases=random_keys.cases,
        sample=3,
        least=3,
        seconds=1500,
        batch=1,
    ),
    Family(
        name="kills",
        does="`build`, `add` and `add --rebuild` killed at 50 steps each, spread over all at which "
        "they touch files",
        holds="the database is the old one or the whole new one; the next run works and leaves "
        "nothing of the killed one",
        cases=kills.cases,
        sample=6,
        least=100,
    ),
    Family(
        name="full-disks",
        does="everything that writes files, over a disk that is full after 0 to 100,000 bytes",
        holds="one line, the old file as it was, nothing left beside it",
        cases=full_disks.cases,
        sample=60,
        least=500,
    ),
    Family(
        name="exports",
        does="exports to links, devices, folders, names of every kind and the database in use, "
        "with and without `--force`",
        holds="the database is never written; an old file either as it was or whole and new",
        cases=exports.cases,
        sample=80,
        least=1000,
    ),
    Family(
        name="wrong-manifests",
        does="a build from a manifest that is wrong in one place: a value of another type, without "
        "words or with control characters, a field or table too many or too few",
        holds="one line that names the file; the old database stays",
        cases=wrong_manifests.cases,
        sample=30,
        least=200,
    ),
    Family(
        name="named-tests",
        does="the tests of terminals, locales, encodings, signals, suspending, the state and "
        "`serve`, file by file",
        holds="all pass",
        cases=named_tests.cases,
        sample=0,
        least=8,
        batch=1,
    ),
)
