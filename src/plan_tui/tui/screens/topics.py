"""The topics of the crosswalk: those that an edition speaks of, that are new, or dropped."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult

from plan_tui.compare.sections.topic_groups import compared_editions, topics_of
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.topic_names import TOPIC_TITLES
from plan_tui.model import headings
from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.destinations import ComparisonOf, OpenDestination
from plan_tui.tui.render.line import Line, Piece, spread
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

HINT = Phrase("Enter 版を並べて比べる", "Enter compares the editions")


class TopicRows(RowList[Topic]):
    """The topics, one line each, with the editions that speak of them."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._ordinals = session.ordinals

    def draw(self, row: Topic, columns: int) -> Sequence[Line]:
        """Return a topic's line."""
        title = headings.title(row, self.language)
        right = [
            Piece(f" {edition}", edition_role(ordinal))
            if edition in row.editions
            else Piece(" " * (len(edition) + 1))
            for edition, ordinal in self._ordinals.items()
        ]
        note = row.note if self.language is Language.JA else ""  # notes are kept in Japanese
        left = [Piece(title), Piece(f"  {note}", "muted")]
        return (Line.of(*spread(left, [*right, Piece(" ")], columns)),)


class TopicsScreen(PlanScreen):
    """A list of topics; Enter compares what the editions say of one."""

    STAYS = False

    AUTO_FOCUS = "TopicRows"

    def __init__(self, session: Session, group: TopicGroup, edition: str) -> None:
        super().__init__(session)
        self._group, self._edition = group, edition
        self._topics = topics_of(session.topics, compared_editions(session.plan), group, edition)
        self.rows = TopicRows(session)
        self.pane = Pane(self.rows)

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield self.pane

    def on_mount(self) -> None:
        """Show the topics."""
        self.rows.set_rows(self._topics)

    def translate(self) -> None:
        """Say everything in the language."""
        name = edition_name(self._edition, self.language)
        title = TOPIC_TITLES[self._group].say(self.language, edition=name, count=len(self._topics))
        self.pane.bar.say([Piece(title, "strong")], [Piece(HINT.say(self.language))])

    @on(TopicRows.Chosen)
    def _compare(self) -> None:
        if self.current is not None:
            self.post_message(OpenDestination(ComparisonOf(self.current.key, topic=self.topic)))

    @property
    def topic(self) -> str:
        """The topic under the cursor."""
        return self.rows.row.id if self.rows.row else ""

    @property
    def current(self) -> Section | None:
        """The section of the topic under the cursor, of the edition asked for if it has one."""
        topic = self.rows.row
        if topic is None or not topic.sections:
            return None
        of_edition = (s for s in topic.sections if s.edition_id == self._edition)
        return next(of_edition, topic.sections[0])

    def view(self) -> View | None:
        """Return the topics."""
        from plan_tui.views.topics import TopicsView

        return TopicsView(self.language, self._topics, self._group, self._edition)
