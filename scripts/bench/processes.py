"""Runs whole processes in turn, and tells what each took of the machine."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from plan_tui.text.record import record

_LAUNCH = Path(__file__).with_name("launch.py")
ROUNDS = 7
"""Runs of each case that count; one more before them fills the machine's caches."""


@record
class ProcessUse:
    """What one run of a process took."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of the processor, its children's too."""
    peak: float
    """The most memory that it held, in MiB."""
    code: int
    """Its exit code."""


def run(argv: Sequence[str]) -> ProcessUse:
    """Run a program without input and output, and wait for its end."""
    launch = (sys.executable, "-S", "-E", str(_LAUNCH), *argv)
    wall, cpu, peak, code = subprocess.run(
        launch, capture_output=True, text=True, check=True
    ).stdout.split()
    return ProcessUse(float(wall), float(cpu), float(peak), int(code))


def in_turn(cases: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[ProcessUse]]:
    """Return the runs of each case, which take turns, so that a slow minute slows all of them.

    Raises:
        RuntimeError: a program failed; what fails is fast.

    """
    runs: dict[str, list[ProcessUse]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        for name, argv in cases.items():
            use = run(argv)
            if use.code:
                raise RuntimeError(f"{' '.join(argv)}: exit code {use.code}")
            if turn:
                runs[name].append(use)
    return runs


def ratio(
    runs: Sequence[ProcessUse],
    reference: Sequence[ProcessUse],
    of: Callable[[ProcessUse], float],
) -> float:
    """Return the median of how many times the reference's use of its round each run took."""
    return statistics.median(of(a) / of(b) for a, b in zip(runs, reference, strict=True))
