"""``export --view NAME``: the words of a named search, narrowed by the other words of the line."""

from __future__ import annotations

from plan_tui.cli.arguments import literal
from plan_tui.cli.command_parsers import command_parser
from plan_tui.cli.commands import BY_NAME, VIEWS
from plan_tui.cli.line_parser import options_apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.text.language import Language


def with_named_view(words: list[str], language: Language) -> list[str]:
    """Return words with those of a named search in the place of ``--view NAME``.

    Further words of the line narrow the search: they stand behind its own, the first of which may
    mean something by their place (two editions). Its options come last, where none can take a
    word for its value.

    Raises:
        UsageError: no search has the name.
        DataError: the file of the notes cannot be used.

    """
    end = words.index("--") if "--" in words else len(words)
    typed, behind = words[:end], literal(words[end + 1 :])
    for number, word in enumerate(typed):
        if word.startswith("--view="):
            wanted, rest = word.removeprefix("--view="), typed[number + 1 :]
        elif word == "--view" and number + 1 < len(typed):
            wanted, rest = typed[number + 1], typed[number + 2 :]
        else:
            continue
        view, options, named = _named(wanted, language)
        return [view, *literal(named), *typed[:number], *rest, *behind, *options]
    return words


def _named(wanted: str, language: Language) -> tuple[str, Sequence[str], Sequence[str]]:
    """Return the command of a named search, its options, and its other words."""
    from plan_tui.cli.note_commands import search_named

    view, *words = search_named(wanted).words
    if view not in VIEWS:
        return view, (), words
    return view, *options_apart(command_parser(BY_NAME[view], language), words)
