"""``completion``: the scripts that let a shell complete what is typed behind ``plan-tui``.

Each script is a file beside this module. It asks the program what can follow (`shell_answers`), so
that commands, options, filters, editions and keys are always those of this program and its data,
and one place knows them for all shells.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from plan_tui.cli import output
from plan_tui.text.language import Language

SHELLS = ("bash", "zsh", "fish")


def completion(args: Namespace, language: Language) -> int:
    """Print the script of a shell.

    Raises:
        DataError: standard output cannot be written.

    """
    output.to_standard_output(script(args.shell), "tsv")
    return 0


def script(shell: str) -> str:
    """Return the script of one of `SHELLS`."""
    return Path(__file__).with_name(f"completion.{shell}").read_text(encoding="utf-8")
