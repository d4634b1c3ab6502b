"""The ``plan-tui`` command, also as ``python -m plan_tui``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the command line of this process and return its exit code.

    A command that prints makes objects, writes and ends. Until then nothing is looked for that
    could be freed (what runs longer turns that on again), nor when the interpreter ends.
    """
    gc.disable()
    try:
        from plan_tui.cli.main import main as run

        code = run(sys.argv[1:])
        if code == 0 and not gc.isenabled():  # it printed, and no more
            _end_at_once()
        return code
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()
        _end_in_silence()


def _end_at_once() -> None:
    """End the process, whose objects need not be freed one by one, unless output is lost."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return  # the interpreter says it when it ends
    os._exit(0)


def _end_in_silence() -> None:
    """Let no further Ctrl+C disturb the interpreter's own end, which would print a traceback."""
    import _signal  # type: ignore[import-not-found]

    # `signal` is the same with enums, which take longer to make than some commands to answer.
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
