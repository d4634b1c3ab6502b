"""Databases that are damaged in known ways, read by every command and by the application."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from plan_tui.store.schema import TABLES, VIEWS
from tests.torture.cases import Case, Ground
from tests.torture.program import TASKS, how_it_ended, run_line, view_lines
from tests.torture.walks import walk
from tests.worlds.altered import altered

KEYS_OF_FEW_WORDS = 40
LOST_TABLES = tuple(shape.name for shape in TABLES)
_NO_VIEWS = tuple(f"drop view {name}" for name in VIEWS)
STATEMENTS: dict[str, tuple[str, ...]] = {
    "a circle of parents": (
        "update sections set parent_id = 2 where id = 1",
        "update sections set parent_id = 1 where id = 2",
    ),
    "all parents in a circle": ("update sections set parent_id = id % 20 + 1",),
    "its own parent": ("update sections set parent_id = id where id = 3",),
    "a depth of a thousand million": ("update sections set depth = 1000000000 where id = 2",),
    "a depth below nothing": ("update sections set depth = -5 where id = 2",),
    "a word for a depth": ("update sections set depth = 'x' where id = 2",),
    "broken JSON of a table": ("update blocks set kind = 'table', data = '{bad' where id = 1",),
    "a list for a table": (
        "update blocks set kind = 'table', data = '[[1,{\"a\":2}],null,5]' where id = 1",
    ),
    "a word for rows": (
        "update blocks set kind = 'table', data = '{\"rows\":\"x\"}' where id = 1",
    ),
    "cells that are no texts": (
        """update blocks set kind = 'table', data = '{"columns":[1,null],"rows":[[{},[]],3]}'
           where id = 1""",
    ),
    "rows of unequal lengths": (
        """update blocks set kind = 'table', data = '{"columns":["a"],"rows":[["b","c"],[]]}'
           where id = 1""",
    ),
    "JSON nested a hundred thousand deep": (
        "update blocks set kind = 'table', data = printf('%.*c', 100000, '[') where id = 1",
    ),
    "a table without data": ("update blocks set kind = 'table', data = null where id = 1",),
    "bytes for a title": ("update sections set title = x'ff00fe' where id = 2",),
    "bytes for a text": ("update blocks set text = x'ff00fe' where id = 1",),
    "text that is not UTF-8": ("update blocks set text = cast(x'e6ff' as text) where id = 1",),
    "bytes for a key": ("update sections set key = x'3a' where id = 2",),
    "bytes for JSON": ("update blocks set kind = 'table', data = x'00ff' where id = 1",),
    "days that are none": ("update dates set start = '9999-99-99', end = 'hello'",),
    "days before the calendar": ("update dates set start = '-001-01-01', end = '0000-00-00'",),
    "a number for a day": ("update dates set start = 5, end = 2.5",),
    "no day of an edition": ("update editions set decided_on = 'yesterday'",),
    "no day of a document": ("update documents set dated = '12'",),
    "an edition of nobody": ("update documents set edition_id = 'none'",),
    "links to themselves": ("update links set to_section_id = from_section_id",),
    "a kind of section that there is not": ("update sections set kind = 'castle' where id = 2",),
    "a kind of block that there is not": ("update blocks set kind = 'castle' where id = 2",),
    "a relation that there is not": ("update links set relation = 'love'",),
    "a basis that there is not": ("update dates set basis = 'aeon'",),
    "a status that there is not": ("update kpis set status = 'grand'",),
    "a kind of document that there is not": ("update documents set kind = 'song'",),
    "a word for a score": ("update links set score = 'nan'",),
    "an infinite score": ("update links set score = 9e999",),
    "an infinite number": ("update quantities set value = 9e999",),
    "an order at the end of all numbers": (
        "update sections set ordinal = 9223372036854775807 where id = 2",
    ),
    "one order for all": ("update sections set ordinal = 1",),
    "marks before the text": ("update footnote_refs set offset = -99999",),
    "marks behind the text": ("update footnote_refs set offset = 1000000000000",),
    "dates before the text": ("update dates set offset = -7",),
    "numbers behind the text": ("update quantities set offset = 100000000",),
    "a level of a thousand million": ("update blocks set level = 1000000000 where id = 2",),
    "a level below nothing": ("update blocks set level = -3",),
    "a word for a level": ("update blocks set level = 'q' where id = 2",),
    "measures of no section": ("update measures set section_id = section_id + 999999",),
    "KPIs of no section": ("update kpis set section_id = 999999",),
    "blocks of no section": ("update blocks set section_id = 999999",),
    "a chapter that there is not": ("update measures set chapter = 'XCIX', number = ''",),
    "an empty key": ("update sections set key = '' where id = 2",),
    "a key like a path": ("update sections set key = '../../x:;rm' where id = 2",),
    "a title of a million characters": (
        "update sections set title = printf('%.*c', 1000000, 'x') where id = 2",
    ),
    "a text of two million characters": (
        "update blocks set text = replace(printf('%.*c', 1000000, 'x'), 'x', '図書') where id = 2",
    ),
    "a text of 100,000 lines": (
        "update blocks set text = replace(printf('%.*c', 100000, 'x'), 'x', char(10)) where id = 2",
    ),
    "NULL in every text": (
        *_NO_VIEWS,
        "create table s as select * from sections",
        "drop table sections",
        "alter table s rename to sections",
        "update sections set title = null, label = null, citation = null where id = 2",
    ),
    "a view in the place of a table": (
        *_NO_VIEWS,
        "alter table kpis rename to kpis_of_before",
        "create view kpis as select * from kpis_of_before",
    ),
    "a table without end": (
        "drop table doubts",
        """create view doubts as with recursive n(id) as (select 1 union all select id + 1 from n)
           select id, '' document_id, '' kind, '' severity, 1 page, 1 line, '' expected, '' found
           from n""",
    ),
    "columns in another order": (
        *_NO_VIEWS,
        "create table m as select value, key from meta",
        "drop table meta",
        "alter table m rename to meta",
    ),
    "a column too few": (
        *_NO_VIEWS,
        "alter table kpis rename column status to state",
    ),
    **{f"no rows of {name}": (f"delete from {name}",) for name in LOST_TABLES},
    **{f"no table {name}": (f"drop table {name}",) for name in LOST_TABLES},
}
"""Name of a damage → the SQL that does it."""


def _cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _of_words(path: Path) -> None:
    path.write_bytes(b"no database at all" * KEYS_OF_FEW_WORDS * 100)


def _head_alone(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _zeros_in_the_midst(path: Path) -> None:
    content = bytearray(path.read_bytes())
    middle = len(content) // 8192 * 4096
    content[middle : middle + 8192] = bytes(8192)
    path.write_bytes(content)


def _pages_turned_round(path: Path) -> None:
    content = path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    path.write_bytes(b"".join([pages[0], *reversed(pages[1:])]))


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _unreadable(path: Path) -> None:
    path.unlink()


FILES: dict[str, Callable[[Path], None]] = {
    "cut in half": _cut,
    "an empty file": _emptied,
    "no database": _of_words,
    "the head alone": _head_alone,
    "zeros in the midst": _zeros_in_the_midst,
    "pages in another order": _pages_turned_round,
    "a pipe": _pipe,
    "a folder": _folder,
    "a link to itself": _link_to_itself,
    "a device without end": _device,
    "no file": _unreadable,
}
"""Name of a damage → what does it to a file."""


def damaged(ground: Ground, name: str) -> Path:
    """Return a database that has a damage, made when it is first asked for."""
    path = ground.folder / f"damage-{[*STATEMENTS, *FILES].index(name)}.db"
    if path.exists() or path.is_symlink():
        return path
    begun = path.with_suffix(f".{os.getpid()}")
    if name in STATEMENTS:
        altered(ground.database(), begun, *STATEMENTS[name])
    else:
        shutil.copy(ground.database(), begun)
        FILES[name](begun)
    if not FILES or name != "no file":
        begun.rename(path)
    if name == "a link to itself":
        path.unlink()
        path.symlink_to(path)
    return path


def cases(ground: Ground) -> Sequence[Case]:
    """Return every damage with every command, and with the application."""
    ground.database()
    lines = [*view_lines(), *map(list, TASKS), ["2021:1.1"], ["show", "2021:1.1", "--json"]]
    return [
        case
        for name in (*STATEMENTS, *FILES)
        for case in (
            Case(f"{name}, application", partial(_application, ground, name)),
            *(
                Case(f"{name}, {' '.join(line)}", partial(_command, ground, name, line))
                for line in lines
            ),
        )
    ]


def _command(ground: Ground, name: str, line: list[str]) -> str:
    done = run_line(line, damaged(ground, name))
    end = how_it_ended(done)
    could_be_so = name.startswith("no rows of ")  # by whoever makes the seal anew
    if line[0] == "check" and not could_be_so:
        assert done.returncode == 3, "the proof finds nothing"
    return end


def _application(ground: Ground, name: str) -> str:
    return walk(damaged(ground, name), in_full=ground.in_full)
