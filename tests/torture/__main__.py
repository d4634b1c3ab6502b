"""Tries the families of hardships and writes down what came of them."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.torture.cases import Family, Ground, Tally, sampled
from tests.torture.families import FAMILIES
from tests.torture.forked import run_cases
from tests.torture.reliability import write_document

SEED = "1"
"""Of the runs that the document tells of."""


def main() -> int:
    """Try families; return 0 if all that must hold does."""
    args = _arguments()
    os.environ |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    os.environ.pop("NO_COLOR", None)
    print(f"seed {args.seed}: `python -m tests.torture --seed {args.seed}` does the same again")
    chosen = [each for each in FAMILIES if not args.family or each.name in args.family]
    tallies = {}
    for family in chosen:
        tallies[family.name] = _tried(family, args)
        if (args.write or not args.short) and not args.only:
            write_document({family.name: tallies[family.name]}, args.seed)
    wrong = [_is_wrong(each, in_full=not args.short) for each, _ in tallies.values()]
    return 1 if any(wrong) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    names = [family.name for family in FAMILIES]
    parser.add_argument("family", nargs="*", help=", ".join(names))
    parser.add_argument("--short", action="store_true", help="a sample of each family")
    parser.add_argument("--seed", default=SEED, help="of all chance")
    parser.add_argument("--cases", type=int, metavar="N", help="so many cases, spread evenly")
    parser.add_argument("--write", action="store_true", help="write the figures of a short form")
    parser.add_argument("--only", metavar="WORDS", help="the cases whose names hold these words")
    parser.add_argument("--lanes", type=int, default=os.cpu_count() or 1, help="cases at a time")
    args = parser.parse_args()
    if unknown := set(args.family) - set(names):
        parser.error(f"no family {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    return args


def _tried(family: Family, args: argparse.Namespace) -> tuple[Tally, int]:
    """Try a family; return what came of it and how many cases it has."""
    began, spent = time.monotonic(), _spent()
    with tempfile.TemporaryDirectory(prefix="plan-tui-torture-") as folder:
        os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = folder
        os.environ["XDG_CONFIG_HOME"] = os.environ["HOME"] = folder
        ground = Ground(Path(folder), f"{args.seed}:{family.name}", not args.short)
        cases = family.cases(ground)
        if (args.write or not args.short) and not args.only:
            assert len(cases) >= family.least, (family.name, len(cases))
        if args.only:
            cases = [case for case in cases if args.only in case.name]
        number = args.cases or (family.sample if args.short else len(cases))
        tally = run_cases(family, sampled(cases, number), args.lanes)
    ends = ", ".join(f"{end}: {count}" for end, count in tally.ends.most_common())
    print(
        f"{family.name}: {tally.tried} of {len(cases)} cases, {len(tally.failures)} failed; {ends} "
        f"({_spent() - spent:.0f} s of the processor in {time.monotonic() - began:.0f} s)",
        flush=True,
    )
    for words in tally.slow:
        print(f"  slow: {words}")
    return tally, len(cases)


def _spent() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _is_wrong(tally: Tally, *, in_full: bool) -> bool:
    return bool(tally.failures or (in_full and tally.slow))


if __name__ == "__main__":
    sys.exit(main())
