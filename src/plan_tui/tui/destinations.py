"""Where a row, a figure or a command leads: one class for each kind of place."""

from __future__ import annotations

from textual.message import Message

from plan_tui.model.comparison_enums import (
    ChangeKind,
    TopicGroup,
)
from plan_tui.model.enums import TextPlace
from plan_tui.text.record import record


@record
class PassageSpan:
    """Printed words at their place in a section."""

    place: TextPlace
    passage: str
    """The block, KPI or footnote, whole."""
    start: int
    """Where the words begin, in characters into the passage."""
    end: int
    """Where they end."""


@record
class SectionAt:
    """A section in the explorer."""

    key: str
    query: str = ""
    """A query whose words are marked in the text."""
    words: PassageSpan | None = None
    """Printed words to go to and to mark, in place of the query."""


@record
class FirstPlace:
    """Where the application opens, in place of the overview."""

    key: str = ""
    """Of the section to open; empty for none."""
    screen: str = ""
    """Name of the screen's module; empty for the explorer, or without a section the overview."""


@record
class DocumentAt:
    """A document in the explorer's outline."""

    id: str


@record
class SearchFor:
    """The hits of a query."""

    query: str


@record
class MeasuresWith:
    """The measures that a query lets through."""

    query: str


@record
class TargetsWith:
    """The dated targets that a query lets through."""

    query: str


@record
class WordsOf:
    """How often terms stand in each edition."""

    query: str
    """The terms as they are typed."""


@record
class ChangesBetween:
    """What changed between two editions."""

    older: str
    """Id of an edition."""
    newer: str
    """Id of an edition."""
    relation: ChangeKind | None = None
    """The only relation to show; None for all."""
    query: str = ""
    """Lets rows through; empty for all."""


@record
class TracksWith:
    """The tracks of a topic, of a section, or of those that a query lets through."""

    query: str


@record
class NotesWith:
    """The reader's notes that a query lets through."""

    query: str


@record
class TopicsOf:
    """The topics that an edition holds, has anew or no longer has."""

    group: TopicGroup
    edition: str
    """Id of the edition."""


@record
class ComparisonOf:
    """A section beside its counterparts."""

    key: str
    with_edition: str = ""
    """Id of the edition to look at first; empty for the first that has a counterpart."""
    topic: str = ""
    """Id of the topic whose counterparts alone are shown; empty for those of all."""


@record
class SourceAt:
    """A line of a document's source."""

    document_id: str
    line: int
    """From 1."""


Destination = (
    SectionAt
    | DocumentAt
    | SearchFor
    | MeasuresWith
    | TargetsWith
    | WordsOf
    | ChangesBetween
    | TracksWith
    | NotesWith
    | TopicsOf
    | ComparisonOf
    | SourceAt
)


class OpenDestination(Message):
    """Asks the application to go somewhere."""

    def __init__(self, destination: Destination) -> None:
        super().__init__()
        self.destination = destination
