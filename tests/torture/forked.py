"""Runs cases in processes of their own, so that whatever one of them does ends only itself.

A process tries many cases, one after the other, and tells of each in a line. Where it ends in the
midst of one, that case has failed and another process goes on behind it.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import selectors
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from types import FrameType
from typing import IO, NoReturn

from tests.torture.cases import Case, Family, Tally

MEMORY = 2 << 30
"""Bytes of addresses that a process may have: what takes more has gone astray."""
_PATIENCE = 6
"""How many times the seconds of a family a case is waited for, on a machine that others use too,
until it counts as one that hangs."""
_REPORTED = 25
"""Failures that are told with all that is known of them."""


class NeverEnds(BaseException):
    """A case took more of the processor than its family allows."""


@dataclass(slots=True)
class _Lane:
    """A row of cases that processes try one after the other."""

    cases: list[Case]
    next: int = 0
    process: int = 0
    stream: IO[str] | None = None


def run_cases(family: Family, cases: Sequence[Case], lanes: int) -> Tally:
    """Try all cases, so many at a time, and return what came of them."""
    tally = Tally()
    gc.collect()
    gc.freeze()
    with selectors.DefaultSelector() as selector:
        for number in range(lanes):
            _go_on(selector, _Lane(list(cases[number::lanes])), family)
        while selector.get_map():
            ready = selector.select(_PATIENCE * family.seconds)
            for key, _ in ready:
                _read(selector, key.data, family, tally)
            if not ready:
                for key in list(selector.get_map().values()):
                    os.kill(key.data.process, signal.SIGKILL)
    return tally


def _go_on(selector: selectors.BaseSelector, lane: _Lane, family: Family) -> None:
    """Start the next process of a lane, if cases are left."""
    if lane.next >= len(lane.cases):
        return
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    lane.process = os.fork()
    if not lane.process:
        os.close(reading)
        _try(lane.cases[lane.next : lane.next + family.batch], writing, family)
    os.close(writing)
    lane.stream = os.fdopen(reading, encoding="utf-8")
    selector.register(lane.stream, selectors.EVENT_READ, lane)


def _read(selector: selectors.BaseSelector, lane: _Lane, family: Family, tally: Tally) -> None:
    """Take what a process tells of a case; at its end, go on with the next process."""
    assert lane.stream is not None
    line = lane.stream.readline()
    if line:
        _count(lane.cases[lane.next], json.loads(line), family, tally)
        lane.next += 1
        return
    selector.unregister(lane.stream)
    lane.stream.close()
    _, status = os.waitpid(lane.process, 0)
    if status:
        code = os.waitstatus_to_exitcode(status)
        how = f"killed by signal {-code}" if code < 0 else f"the process ended with {code}"
        _count(lane.cases[lane.next], {"failure": how}, family, tally)
        lane.next += 1
    _go_on(selector, lane, family)


def _count(case: Case, told: dict[str, str | float], family: Family, tally: Tally) -> None:
    if "failure" in told:
        tally.failures.append(f"{case.name}: {told['failure']}")
        if len(tally.failures) <= _REPORTED:
            print(f"  FAILED {tally.failures[-1]}", flush=True)
        return
    tally.ends[str(told["end"])] += 1
    if family.slow and float(told["seconds"]) > family.slow:
        tally.slow.append(f"{case.name}: {told['seconds']:.1f} s")


def _try(cases: Sequence[Case], writing: int, family: Family) -> NoReturn:
    """Try cases in this process, which ends with them."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGPROF, _stop)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in range(3):
        os.dup2(nowhere, descriptor)
    with os.fdopen(writing, "w", encoding="utf-8") as stream:
        for case in cases:
            stream.write(json.dumps(_tried(case, family)) + "\n")
            stream.flush()
    os._exit(0)


def _tried(case: Case, family: Family) -> dict[str, str | float]:
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, family.seconds)
    try:
        end = case.act()
    except NeverEnds:
        return {"failure": f"more than {family.seconds} s of the processor\n{_last_lines()}"}
    except BaseException:
        return {"failure": _last_lines()}
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return {"end": end, "seconds": time.process_time() - began}


def _last_lines() -> str:
    """Return where the present exception came from: the last lines of its traceback."""
    return "\n    ".join(traceback.format_exc(chain=False).splitlines()[-7:])


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    signal.setitimer(signal.ITIMER_PROF, 1)  # where the first is caught by somebody
    raise NeverEnds
