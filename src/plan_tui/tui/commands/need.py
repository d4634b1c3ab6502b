"""What a command needs of the place where it is given, and how that is told elsewhere.

A place is what has the command's keys: the application, a screen or a pane. A protocol says which
of its facts a need asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, Protocol, TypeVar

from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

PlaceT = TypeVar("PlaceT", contravariant=True)


@record
class Need(Generic[PlaceT]):
    """A condition on the place where a command is given."""

    where: Phrase
    """Where it holds, for those who gave the command elsewhere."""
    holds: Callable[[PlaceT], bool]
    """Tells whether a place meets it."""


class Setting(StrEnum):
    """Choices on how things are shown that only some panes follow."""

    CALENDAR = "calendar"
    LINE_LENGTH = "line_length"


class HasSection(Protocol):
    """A place that can be about a section."""

    @property
    def current(self) -> object | None:
        """The section."""


class HasView(Protocol):
    """A place from which something can be taken away."""

    @property
    def can_copy(self) -> bool:
        """True if something is selected or can be exported."""

    @property
    def can_export(self) -> bool:
        """True if what is shown can be written as a document."""


class FollowsSettings(Protocol):
    """A place of which some parts follow a setting."""

    def follows(self, setting: Setting) -> bool:
        """Tell whether something shown follows a setting."""


class HasPanes(Protocol):
    """A place with panes."""

    @property
    def has_several_panes(self) -> bool:
        """True if more than one can have the focus."""


class HasMatches(Protocol):
    """A place with marked words."""

    @property
    def has_matches(self) -> bool:
        """True if there are places to go to."""


class HasCompletions(Protocol):
    """A box in which words can be completed."""

    @property
    def completions(self) -> Sequence[object]:
        """What the last word can be completed to."""


class HasPair(Protocol):
    """A place that compares two editions."""

    @property
    def pair(self) -> object | None:
        """The editions, if any were chosen."""


class HasOwnEditions(Protocol):
    """A place with an open database."""

    @property
    def has_own_editions(self) -> bool:
        """True if the reader added something to it."""


class HasNotes(Protocol):
    """A place that can be about a note, or about a section to write one on."""

    @property
    def noted(self) -> object | None:
        """The note or named search."""

    @property
    def can_note(self) -> bool:
        """True if a note can be written here."""


_TO_TAKE = Phrase("内容があるとき", "where there is something to take")
_TO_COMPLETE = Phrase("入力に補うものがあるとき", "where there is something to complete")

A_SECTION: Need[HasSection] = Need(
    Phrase("箇所を選んでから", "once a section is chosen"),
    lambda place: place.current is not None,
)
A_PLACE_TO_NOTE: Need[HasNotes] = Need(
    Phrase("箇所を選んでから", "once a section is chosen"), lambda place: place.can_note
)
A_NOTE_HERE: Need[HasNotes] = Need(
    Phrase("メモを選んでから", "once a note is chosen"), lambda place: place.noted is not None
)
SOMETHING_TO_COPY: Need[HasView] = Need(_TO_TAKE, lambda place: place.can_copy)
SOMETHING_TO_EXPORT: Need[HasView] = Need(_TO_TAKE, lambda place: place.can_export)
DAYS: Need[FollowsSettings] = Need(
    Phrase(
        "期限の一覧と推移、施策の一覧、KPIの日付のあるところ",
        "in the targets, the tracks, the measures, and where KPIs name dates",
    ),
    lambda place: place.follows(Setting.CALENDAR),
)
BROAD_TEXT: Need[FollowsSettings] = Need(
    Phrase("幅の広い本文で", "in texts that are wide enough"),
    lambda place: place.follows(Setting.LINE_LENGTH),
)
SEVERAL_PANES: Need[HasPanes] = Need(
    Phrase("枠が複数あるとき", "where there are several panes"),
    lambda place: place.has_several_panes,
)
MATCHES: Need[HasMatches] = Need(
    Phrase(
        "本文か比較に一致か差分があるとき",
        "in a text or a comparison with matches or differences",
    ),
    lambda place: place.has_matches,
)
A_COMPLETION: Need[HasCompletions] = Need(_TO_COMPLETE, lambda place: bool(place.completions))
SEVERAL_COMPLETIONS: Need[HasCompletions] = Need(
    _TO_COMPLETE, lambda place: len(place.completions) > 1
)
TWO_EDITIONS: Need[HasPair] = Need(
    Phrase("版の変化で、版を選んでから", "in the changes, once editions are chosen"),
    lambda place: place.pair is not None,
)
OWN_EDITIONS_THERE: Need[HasOwnEditions] = Need(
    Phrase("版を追加してから", "once an edition was added"),
    lambda place: place.has_own_editions,
)
