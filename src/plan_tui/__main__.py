"""The ``plan-tui`` command, also as ``python -m plan_tui``."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line of this process and return its exit code.

    A command that prints makes objects, writes and ends. Until then nothing is looked for that
    could be freed (what runs longer turns that on again), nor when the interpreter ends.
    """
    gc.disable()
    try:
        from plan_tui.cli.main import main as run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    finally:
        gc.freeze()
        _end_in_silence()


def _end_in_silence() -> None:
    """Let no further Ctrl+C disturb the interpreter's own end, which would print a traceback."""
    import _signal  # type: ignore[import-not-found]

    # `signal` is the same with enums, which take longer to make than some commands to answer.
    _signal.signal(_signal.SIGINT, _signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
