"""A window to choose from: by letter, by arrow and Enter, or with the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical

from plan_tui.compare.sections.counterparts import speaks_of
from plan_tui.labels.counterpart_names import link_standing
from plan_tui.labels.punctuation import joined_names
from plan_tui.model import headings
from plan_tui.model.crosswalk import Topic
from plan_tui.model.place_notes import mark_letter
from plan_tui.model.records import Link, Section
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.tui.key_names import twins
from plan_tui.tui.render.line import Line, Piece, fit
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.more import More
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.row_list import RowList

MOST = 16
"""Rows that are seen at once."""
KEYS = Phrase("Enter 選ぶ　Esc やめる", "Enter chooses, Esc cancels")
ASK = Phrase(
    "しおりの文字（a-z、0-9）を押してください", "Press a letter (a-z) or digit for the mark"
)


@record
class Choice:
    """A line of a menu."""

    key: str
    """One character that chooses it."""
    pieces: tuple[Piece, ...]
    value: str
    """What the menu answers."""


class Choices(RowList[Choice]):
    """The lines of a menu."""

    def draw(self, row: Choice, columns: int) -> Sequence[Line]:
        """Return a choice's line."""
        key = Piece(f" {row.key} ", "mark", decorative=True)
        return (Line.of(*fit((key, *row.pieces), columns)),)


class Menu(Dialog):
    """Answers with the value of the chosen line."""

    def __init__(self, language: Language, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(language)
        self._title = title
        self.choices = choices
        self._rows = Choices()

    def compose(self) -> ComposeResult:
        """Yield the title and the choices."""
        with Vertical(classes="window"):
            yield Bar()
            yield self._rows
            if len(self.choices) > MOST:
                yield More(self._rows, self.language)

    def on_mount(self) -> None:
        """Show the choices."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(self._title, "strong")], [Piece(KEYS.say(self.language))])
        self._rows.styles.height = min(len(self.choices), MOST)
        self._rows.set_rows(self.choices)

    async def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        typed = event.character or ""
        for choice in self.choices:
            if typed.strip() and typed in (choice.key, *twins(choice.key)):
                event.stop()
                event.prevent_default()
                self.dismiss(choice.value)
                return

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self.dismiss(self.choices[message.number].value)


def letters(count: int) -> str:
    """Return one letter or digit for each of ``count`` choices."""
    return ("123456789" + "abcdefghinopqrstuvwxyz")[:count].ljust(count)


def link_pieces(
    link: Link, section: Section, topics: Iterable[Topic], language: Language
) -> tuple[Piece, ...]:
    """Say how sure a counterpart is, which section it is, and what it speaks of, or its reason."""
    role = "tag" if link.accepted else "warning"
    status = Piece(link_standing(link).say(language), role)
    name = Piece(f" {headings.heading(section, language)}")
    titles = (headings.title(topic, language) for topic in topics if speaks_of(link, topic))
    spoken = joined_names(titles, language)
    return (
        status,
        name,
        Piece(f"  {section.key}  {spoken or headings.reason(link, language)}", "muted"),
    )


class AskLetter(Dialog):
    """Answers with the letter or digit of the next key."""

    DEFAULT_CSS = """
    AskLetter Bar { width: 100%; }
    """

    def compose(self) -> ComposeResult:
        """Yield the question."""
        with Vertical(classes="window"):
            yield Bar()

    def on_mount(self) -> None:
        """Ask."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(ASK.say(self.language), "strong")], [Piece("Esc")])

    async def on_key(self, event: events.Key) -> None:
        """Take the letter."""
        letter = mark_letter(event.character or "")
        if letter:
            event.stop()
            event.prevent_default()
            self.dismiss(letter)
