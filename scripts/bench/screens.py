"""What a reader waits for in the application: its start, its keys, its screens."""

from __future__ import annotations

import math
import shutil
import sqlite3
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from scripts.bench.measured import Measured
from scripts.bench.terminal import Pressed, Screen, Terminal

from plan_tui.text.record import record, replaced

_DOWN, _CLEAR, _ESCAPE = "\x1b[B", "\x15", "\x1b"
_TYPED = [
    key
    for word in ("防災", "デジタル庁", "マイナンバーカード", "地方公共", "運転免訴証")
    for key in (*word, _CLEAR)
]
_SCREENS = ("1", "3", "t", "5", "w", "K", "R", "0", "2")
_README = Path(__file__).parents[2] / "README.md"
_FRAME = 1 / 60
"""Seconds."""
_QUIET = 0.2
"""Seconds without output after which a screen counts as settled."""
_LONG_QUIET = 0.6
"""The same where the first thing that is written may change nothing, as when a screen is opened."""


@record
class Programme:
    """A program, and what is done with it."""

    argv: Sequence[str]
    keys: Sequence[str] = ()
    """Those whose effect is measured."""
    before: Sequence[str] = ()
    """Those that lead to where they are pressed."""
    between: str = ""
    """What is pressed after each."""
    stdin: Path | None = None
    start: float = 1.0
    """Seconds without output after which it has started."""
    quiet: float = _QUIET
    """Seconds without output after which a screen counts as settled."""


@record
class Waits:
    """Seconds that a run of a program took."""

    painted: float
    """From the process's start to the whole first screen."""
    changed: Sequence[float | None]
    """From each key to the first change; None for a key that changed nothing."""
    settled: Sequence[float | None]
    """From each key to the settled screen."""
    usable: float
    """From the process's start to the effect of a key that was pressed at once."""
    peak: float
    """MiB."""


def watch(programme: Programme, usable: bool = False) -> Waits:
    """Run a program once, and twice if a key is also pressed at once."""
    with Terminal(programme.argv, programme.stdin) as terminal:
        terminal.settle(programme.start)
        started = len(terminal.chunks)
        for key in programme.before:
            terminal.press(key, programme.quiet)
        pressed = []
        for key in programme.keys:
            pressed.append(terminal.press(key, programme.quiet))
            if programme.between:
                terminal.press(programme.between, programme.quiet)
    screens = terminal.screens()
    times = [at for at, _ in terminal.chunks]
    painted = times[screens.index(screens[started - 1])]
    changed = [_first(key, screens, times, settled=False) for key in pressed]
    settled = [_first(key, screens, times, settled=True) for key in pressed]
    end = screens[pressed[0].end - 1] if pressed else screens[-1]
    first = _usable(programme, end) if usable else 0.0
    return Waits(painted, changed, settled, first, terminal.peak)


def _first(
    key: Pressed, screens: Sequence[Screen], times: Sequence[float], settled: bool
) -> float | None:
    """Return the seconds from a key to the first changed screen, or to the settled one."""
    before, after = screens[key.first - 1], screens[key.end - 1]
    if before == after:
        return None
    shown = range(key.first, key.end)
    number = next(n for n in shown if (screens[n] == after if settled else screens[n] != before))
    return times[number] - key.at


def _usable(programme: Programme, end: object) -> float:
    """Return the seconds to the effect of the first key, pressed when the screen is taken over."""
    with Terminal(programme.argv, programme.stdin) as terminal:
        terminal.until_drawn()
        terminal.send(programme.keys[0])
        terminal.settle(programme.start)
    times = (at for at, _ in terminal.chunks)
    return next(at for at, screen in zip(times, terminal.screens(), strict=True) if screen == end)


def in_turn(
    programmes: Mapping[str, Programme], rounds: int, usable: bool = False
) -> dict[str, list[Waits]]:
    """Return the runs of each program, which take turns; the first of each does not count."""
    runs: dict[str, list[Waits]] = {name: [] for name in programmes}
    for turn in range(rounds + 1):
        for name, programme in programmes.items():
            waits = watch(programme, usable)
            if turn:
                runs[name].append(waits)
    return runs


def _application(database: Path, start: float) -> Programme:
    program = str(Path(sys.executable).with_name("plan-tui"))
    return Programme((program, "--db", str(database)), start=start)


def _bare(database: Path) -> Programme:
    return Programme((sys.executable, "-m", "scripts.bench.bare_app", str(database)))


def measure_start(databases: Mapping[int, Path], rounds: int) -> Iterator[Measured]:
    """Yield the figures of the start; ``databases`` are those of each size, 1 among them."""
    programmes = {"bare": replaced(_bare(databases[1]), keys=(_DOWN,))}
    programmes |= {
        f"{times}×": replaced(_application(path, _start(times)), keys=("j",))
        for times, path in databases.items()
    }
    runs = in_turn(programmes, rounds, usable=True)
    bare = "bare Textual application"
    yield Measured("start to full first paint", bare, _ratio(runs, "1×", "bare", "painted"), 1.15)
    yield Measured("peak memory of the application", bare, _ratio(runs, "1×", "bare", "peak"), 1.3)
    for times in sorted(databases)[1:]:
        size = f"{times}×"
        painted = _ratio(runs, size, "1×", "painted")
        yield Measured(f"start to full first paint, {size}", "1×", painted, 1.05)
    largest = f"{max(databases)}×"
    usable = _ratio(runs, largest, "1×", "usable")
    yield Measured(f"start to the first key's effect, {largest}", "1×", usable, 1.5)
    peak = _ratio(runs, largest, "1×", "peak")
    yield Measured(f"peak memory of the application, {largest}", "1×", peak, 3)


def measure_keys(databases: Mapping[int, Path], folder: Path, rounds: int) -> Iterator[Measured]:
    """Yield the figures of keys: in the tree, typing, opening screens."""
    path = databases[1]
    tree = {
        "bare": replaced(_bare(path), before=(_DOWN, "\r"), keys=[_DOWN] * 10),
        "application": replaced(
            _application(path, 1.0), before=("1", "j", "l", "j"), keys=["j"] * 10
        ),
    }
    runs = in_turn(tree, rounds)
    settled = _typical(runs["application"]) / _typical(runs["bare"])
    yield Measured("tree key to settled text", "bare Textual application", settled, 0.3)
    screens = replaced(_application(path, 1.0), keys=_SCREENS, between=_ESCAPE, quiet=_LONG_QUIET)
    opened = in_turn({"": screens}, rounds)[""]
    for number, key in enumerate(_SCREENS):
        changed = _middle(waits.changed[number] for waits in opened) / _FRAME
        yield Measured(f"screen `{key}`, first change", "a frame", changed, 2)
        settled = _middle(waits.settled[number] for waits in opened) / _FRAME
        yield Measured(f"screen `{key}`, settled", "a frame", settled, 4)
    if shutil.which("fzf"):
        yield from _typing(databases, folder, rounds)


def measure_peers(databases: Mapping[int, Path], folder: Path, rounds: int) -> Iterator[Measured]:
    """Yield when other programs that are installed show their first screen, of the same texts."""
    lines = folder / "lines.txt"
    _write_lines(databases[1], lines, "full text")
    peers = {
        "less": Programme(("less", str(lines)), keys=("j",)),
        "fzf": Programme(("fzf",), stdin=lines, keys=(_DOWN,)),
        "visidata": Programme(("vd", str(lines)), keys=("j",)),
        "frogmouth": Programme(("frogmouth", str(_README)), keys=("j",)),
        "posting": Programme(("posting",), keys=(_DOWN,)),
        "harlequin": Programme(("harlequin",), keys=("j",)),
    }
    there = {name: peer for name, peer in peers.items() if shutil.which(peer.argv[0])}
    bare = {"bare": replaced(_bare(databases[1]), keys=(_DOWN,))}
    runs = in_turn({**bare, **there}, rounds)
    started = [name for name in there if all(waits.peak for waits in runs[name])]
    for name in started:  # not those that ended by themselves
        painted = _ratio(runs, name, "bare", "painted")
        yield Measured(f"{name}: start to full first paint", "bare Textual application", painted)
        peak = _ratio(runs, name, "bare", "peak")
        yield Measured(f"{name}: peak memory", "bare Textual application", peak)


def _typing(databases: Mapping[int, Path], folder: Path, rounds: int) -> Iterator[Measured]:
    """Yield how long typing takes beside fzf on the titles alone, and on all texts."""
    goals = {1: {"titles": 2.0, "full text": 2.0}, 10: {"titles": 1.0}}
    goals |= {100: {"titles": 0.4, "full text": 0.5}}
    for times, database in databases.items():
        start = _start(times)
        typing = replaced(_application(database, start), before=("/",), keys=_TYPED)
        programmes = {"application": typing}
        for kind in goals[times]:
            lines = folder / f"lines-{kind.replace(' ', '-')}-{times}.txt"
            _write_lines(database, lines, kind)
            programmes[kind] = Programme(("fzf",), keys=_TYPED, stdin=lines, start=start)
        runs = in_turn(programmes, rounds)
        mine = _typical(runs["application"])
        for kind, goal in goals[times].items():
            other = _typical(runs[kind])
            yield Measured(f"typing, {kind}, {times}×", "fzf", mine / other, goal)
        late = sorted(wait for waits in runs["application"] for wait in waits.settled if wait)
        slow = late[len(late) * 95 // 100] / mine
        yield Measured(f"typing, {times}×, 95th of 100", "its median", slow, 2.5)


def _start(times: int) -> float:
    """Return the seconds without output after which a database of that size is told in full."""
    return 1.0 + times / 50


def _write_lines(database: Path, target: Path, kind: str) -> None:
    texts = ("sections", "title"), ("blocks", "text"), ("kpis", "text"), ("footnotes", "text")
    plan = sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)
    with target.open("w", encoding="utf-8") as lines:
        for table, column in texts[: 1 if kind == "titles" else None]:
            for (text,) in plan.execute(f"select {column} from {table}"):
                lines.write(text.replace("\n", " ").replace("\t", " ") + "\n")
    plan.close()


def _typical(runs: Sequence[Waits]) -> float:
    return _middle(wait for waits in runs for wait in waits.settled)


def _middle(waits: Iterable[float | None]) -> float:
    """Return the median of those that had an effect; not a number if none had."""
    effects = [wait for wait in waits if wait is not None]
    return statistics.median(effects) if effects else math.nan


def _ratio(runs: Mapping[str, Sequence[Waits]], name: str, reference: str, what: str) -> float:
    pairs = zip(runs[name], runs[reference], strict=True)
    return float(statistics.median(getattr(a, what) / getattr(b, what) for a, b in pairs))
