"""Exports to whatever a name can lead to: links, devices, pipes, folders, the database itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from plan_tui.export.formats import FORMATS
from tests.torture.cases import Case, Ground
from tests.torture.program import how_it_ended, run_line

OLD = b"what was there"
VIEWS = (["tree"], ["show", "2021:1.1"], ["measures"], ["compare", "2021:1.1.1"])


def _new(folder: Path, database: Path) -> str:
    return "new"


def _old(folder: Path, database: Path) -> str:
    (folder / "old").write_bytes(OLD)
    return "old"


def _link(folder: Path, database: Path) -> str:
    (folder / "old").write_bytes(OLD)
    (folder / "link").symlink_to("old")
    return "link"


def _link_to_nothing(folder: Path, database: Path) -> str:
    (folder / "link").symlink_to("nothing")
    return "link"


def _link_to_itself(folder: Path, database: Path) -> str:
    (folder / "loop").symlink_to("loop")
    return "loop"


def _hard_link(folder: Path, database: Path) -> str:
    (folder / "old").write_bytes(OLD)
    (folder / "twin").hardlink_to(folder / "old")
    return "twin"


def _database(folder: Path, database: Path) -> str:
    return str(database)


def _link_to_database(folder: Path, database: Path) -> str:
    (folder / "link").symlink_to(database)
    return "link"


def _twin_of_database(folder: Path, database: Path) -> str:
    (folder / "twin").hardlink_to(database)
    return "twin"


def _around_to_database(folder: Path, database: Path) -> str:
    return f"../{folder.name}/../{folder.name}/{database.name}"


def _folder(folder: Path, database: Path) -> str:
    (folder / "sub").mkdir()
    return "sub"


def _no_folder(folder: Path, database: Path) -> str:
    return "none/such/file"


def _below_a_file(folder: Path, database: Path) -> str:
    (folder / "old").write_bytes(OLD)
    return "old/below"


def _ends_as_a_folder(folder: Path, database: Path) -> str:
    return "new/"


def _empty_name(folder: Path, database: Path) -> str:
    return ""


def _long_name(folder: Path, database: Path) -> str:
    return "長" * 300


def _zero_in_the_name(folder: Path, database: Path) -> str:
    return "a\0b"


def _strange_name(folder: Path, database: Path) -> str:
    return " -\n\x1b[2J\u202e"


def _null(folder: Path, database: Path) -> str:
    return os.devnull


def _full(folder: Path, database: Path) -> str:
    return "/dev/full"


def _standard_output(folder: Path, database: Path) -> str:
    return "-"


def _process(folder: Path, database: Path) -> str:
    return "/proc/self/comm/x"


PLACES: dict[str, Callable[[Path, Path], str]] = {
    "a new file": _new,
    "an old file": _old,
    "a link": _link,
    "a link to nothing": _link_to_nothing,
    "a link to itself": _link_to_itself,
    "a hard link": _hard_link,
    "the database": _database,
    "a link to the database": _link_to_database,
    "a hard link of the database": _twin_of_database,
    "the database by another way": _around_to_database,
    "a folder": _folder,
    "no folder": _no_folder,
    "below a file": _below_a_file,
    "a name that ends as a folder's": _ends_as_a_folder,
    "no name": _empty_name,
    "a long name": _long_name,
    "a name with a zero": _zero_in_the_name,
    "a name of control characters": _strange_name,
    "/dev/null": _null,
    "/dev/full": _full,
    "standard output": _standard_output,
    "below a file of the system": _process,
}
"""What a name leads to → what makes it so and returns the name."""


def cases(ground: Ground) -> Sequence[Case]:
    """Return every place with some views in every format, with and without `--force`."""
    ground.database()
    return [
        Case(
            f"{' '.join(view)} as {form} to {place}{' by force' if force else ''}",
            partial(_export, ground, place, [*view, "--format", form], force=force),
        )
        for place in PLACES
        for view in VIEWS
        for form in FORMATS
        for force in (False, True)
    ]


def _export(ground: Ground, place: str, line: list[str], *, force: bool) -> str:
    folder = ground.folder / f"places-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    database = Path(shutil.copy(ground.database(), folder / "plan.db"))
    before = database.read_bytes()
    os.chdir(folder)
    words = ["export", *line, "-o", PLACES[place](folder, database)]
    done = run_line([*words, *(["--force"] if force else [])], database)
    end = how_it_ended(done)
    assert database.read_bytes() == before, "the database was written"
    old = folder / "old"
    if done.returncode or not force:
        assert not old.exists() or old.read_bytes() == OLD, "the old file was written"
    left = [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]
    assert not left, f"left behind: {left}"
    return end
