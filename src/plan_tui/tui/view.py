"""What a screen shows, as something to take away: Markdown, and the command that gives it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plan_tui.text.language import Language
from plan_tui.text.shell import command_line


@dataclass(frozen=True, slots=True)
class View:
    """The present view of a screen."""

    words: tuple[str, ...]
    """The command's words after ``plan-tui``: ``("show", "2021:M1-8")``."""
    markdown: Callable[[Language, str], str]
    """Writes the document, given the language and the command line."""

    @property
    def command(self) -> str:
        """The command line that gives the same rows."""
        return command_line(self.words)

    @property
    def export_command(self) -> str:
        """The command line that writes the document to a file."""
        return command_line(("export", *self.words, "-o", self.file_name))

    @property
    def file_name(self) -> str:
        """A file name made of the command's words."""
        stem = re.sub(r"[^\w.-]+", "-", "-".join(self.words)).strip("-.")
        return f"{stem[:60] or 'plan'}.md"
