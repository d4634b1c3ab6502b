"""The ``plan-tui`` command, also as ``python -m plan_tui``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line of this process and return its exit code."""
    try:
        from plan_tui.cli.main import main as run

        return run(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    finally:
        _end_in_silence()


def _end_in_silence() -> None:
    """Let no further Ctrl+C disturb the interpreter's own end, which would print a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    sys.exit(main())
