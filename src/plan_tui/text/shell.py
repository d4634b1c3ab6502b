"""Command lines as a person would type them."""

from __future__ import annotations

from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

NEGATED = late_pattern(r"-(?:[a-z]{2,}:|[^\x00-\x7f])")
"""How a negated filter or word begins that is no option."""
_PLAIN = "_@%+=:,./-"
"""Signs that a shell takes for themselves."""


def command_line(words: Sequence[str]) -> str:
    """Return ``plan-tui`` and words as one line for a shell."""
    return " ".join(["plan-tui", *map(_quoted, words)])


def exporting(command: str, file: str) -> str:
    """Return the line that writes to a file what the line of a command prints."""
    return f"{command.replace('plan-tui', 'plan-tui export', 1)} -o {_quoted(file)}"


def is_like_an_option(word: str) -> bool:
    """Tell whether a command would read a word of a query as an option.

    A leading ``-`` also negates a filter (``-kpi:unset``) or a word; an option is of ASCII
    characters and has no colon.
    """
    return word.startswith("-") and not NEGATED.match(word)


def _quoted(word: str) -> str:
    if word and all(letter.isalnum() or letter in _PLAIN for letter in word):
        return word
    return "'" + word.replace("'", "'\"'\"'") + "'"
