"""Import script: data/sources → data/plan.db, proved. Takes the options of `plan-tui build`."""

from __future__ import annotations

import sys

from plan_tui.cli.main import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
