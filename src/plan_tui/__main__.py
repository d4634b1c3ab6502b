"""The ``plan-tui`` command, also as ``python -m plan_tui``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line of this process and return its exit code.

    A command that prints makes objects, writes and ends: nothing is looked for that could be freed
    before (what runs longer turns that on again), and at the end the process goes at once.
    """
    gc.disable()
    try:
        from plan_tui.cli.main import main as run

        code = run(sys.argv[1:])
        if "threading" not in sys.modules:  # no thread, and nothing that waits for the end
            _leave(code)
        return code
    except KeyboardInterrupt:
        return 130


def _leave(code: int) -> None:
    """End the process without taking down its objects one by one, once all is written."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return  # the interpreter says so
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
