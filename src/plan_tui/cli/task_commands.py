"""The commands that do something else than print a view.

What a command needs is imported when it runs, so that each one starts quickly. Each returns its
exit code and raises what its module says.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.text.language import Language


def note(args: Namespace, language: Language) -> int:
    """Add to the note on a place, take it out, or print it."""
    from plan_tui.cli import note_commands

    return note_commands.note(args, language)


def name(args: Namespace, language: Language) -> int:
    """Give a search a name, take a name out, or print what has it."""
    from plan_tui.cli import note_commands

    return note_commands.name(args, language)


def add(args: Namespace, language: Language) -> int:
    """Add a document, list what was added, take something out, or build all anew."""
    from plan_tui.cli import add

    return add.add(args, language)


def serve(args: Namespace, language: Language) -> int:
    """Serve the application on localhost."""
    from plan_tui.cli import serve

    return serve.serve(args, language)


def build(args: Namespace, language: Language) -> int:
    """Build the database from the sources."""
    from plan_tui.cli import maintain

    return maintain.build(args, language)


def check(args: Namespace, language: Language) -> int:
    """Prove the database."""
    from plan_tui.cli import maintain

    return maintain.check(args, language)


def doctor(args: Namespace, language: Language) -> int:
    """Report on versions, terminal, clipboard, the reader's own files and the database."""
    from plan_tui.cli import maintain

    return maintain.doctor(args, language)


def completion(args: Namespace, language: Language) -> int:
    """Print the script of a shell."""
    from plan_tui.cli import shell_scripts

    return shell_scripts.completion(args, language)
