"""Comparison: a section beside its counterparts in the other editions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from plan_tui.compare.sections.counterparts import (
    likeliest,
    narrowed,
    together,
)
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model.comparison import Comparison
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Section
from plan_tui.store.crosswalk_queries import topics_with
from plan_tui.store.edition_lookup import usual_editions
from plan_tui.text.language import Phrase
from plan_tui.text.record import replaced
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.destinations import OpenDestination, SectionAt
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import (
    column_pieces,
    head_lines,
    kind_pieces,
    status_pieces,
    title_pieces,
)
from plan_tui.tui.render.comparison_state import STACKED_BELOW, ComparisonState, Side
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.pairing_reasons import why_lines
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.screens.menu import Choice, Menu, letters, link_pieces
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.views.view import View

ONE_ONLY = Phrase(
    "この版にほかの対応箇所はありません。{left} {right} で他の版へ移れます。",
    "This edition has no other counterpart; {left} and {right} go to other editions.",
)
NO_BASE = Phrase(
    "この版に対応箇所がないので、基準にできません。",
    "This edition has no counterpart to compare from.",
)
LAST_EDITION = Phrase("少なくとも1つの他の版が必要です。", "At least one other edition is needed.")
NOTATION = Phrase("表記だけの違い：{state}", "Differences in notation alone: {state}")
SHOWN, HIDDEN = Phrase("表示", "shown"), Phrase("非表示", "hidden")


class ComparedTexts(LinePane):
    """The texts in columns; one pane, so that they scroll together."""


class CompareScreen(PlanScreen):
    """Shows a comparison; the active column decides which differences the base shows."""

    STAYS = False

    LEGEND = (
        LegendPart.DIFFERENCES,
        LegendPart.RELATIONS,
        LegendPart.SUGGESTIONS,
        LegendPart.EXTENTS,
        LegendPart.COUNTERPARTS,
    )
    DEFAULT_CSS = """
    CompareScreen #heads { height: 2; background: $plan-bar; }
    CompareScreen.-stacked #heads { height: 4; }
    CompareScreen Pane { height: 1fr; }
    """
    AUTO_FOCUS = "ComparedTexts"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.COMPARE)

    def __init__(
        self, session: Session, key: str, *, with_edition: str = "", topic: str = ""
    ) -> None:
        super().__init__(session)
        self.heads = LinePane(ident="heads")
        self.heads.can_focus = False
        self.texts = ComparedTexts()
        self.pane = Pane(self.texts)
        self._load(key, with_edition, topic)

    def _load(self, key: str, with_edition: str = "", topic: str = "") -> None:
        """Compare a section, the column of ``with_edition`` or the likeliest one active.

        With the id of a topic in which the section stands, narrowed to that topic.
        """
        editions = self.session.comparing.editions
        compared = editions or usual_editions(self.session.plan)
        if with_edition and with_edition not in compared:
            editions = (*compared, with_edition)
        view = compare(self.session.plan, key, editions)
        self._compared = editions
        topics = topics_with(self.session.plan, view.base.section.id)
        self._arrange(view, next((t for t in topics if t.id == topic), None), with_edition)

    def _arrange(self, view: Comparison, topic: Topic | None, with_edition: str = "") -> None:
        base = view.base.section
        topics = topics_with(self.session.plan, base.id)
        columns = narrowed(view, topic)
        full = [n for n, column in enumerate(columns) if column.counterparts]
        asked = [n for n, column in enumerate(columns) if column.edition.id == with_edition]
        likely = likeliest(columns)
        active = next(iter(asked), likely)
        leading = active if active in full else likely
        numbers = together(columns, leading, base, topics)
        settings = self.session.comparing
        self.table = ComparisonState(
            view,
            tuple(map(Side, columns, numbers)),
            active,
            self.language,
            settings.layer,
            settings.notation,
            topics,
            topic,
        )

    def body(self) -> ComposeResult:
        """Yield the heads and the texts."""
        self._stack(self.app.size.width)
        yield self.heads
        yield self.pane

    def translate(self) -> None:
        """Say everything in the language."""
        self._show(replaced(self.table, language=self.language), keep_place=True)

    def rebase(self, key: str, with_edition: str = "", topic: str = "") -> None:
        """Compare another section."""
        self._load(key, with_edition, topic)
        self._show(self.table)

    def on_resize(self) -> None:
        """Stack the texts where they would be too narrow side by side."""
        self._stack(self.size.width)

    def _stack(self, columns: int) -> None:
        """Give the heads one line or two for each text."""
        self.set_class(columns < STACKED_BELOW + 3, "-stacked")

    def on_line_pane_typeset(self) -> None:
        """Count the differences of the lines as they stand now."""
        self._say()

    @property
    def current(self) -> Section | None:
        """The base section."""
        return self.table.view.base.section

    @property
    def topic(self) -> str:
        """The topic that the counterparts are narrowed to."""
        return self.table.topic.id if self.table.topic else ""

    @property
    def row_words(self) -> str:
        """What stands above the texts, for the legend."""
        return "\n".join(line.text for line in self.heads.lines)

    @property
    def has_matches(self) -> bool:
        """True even where nothing differs: the bar tells the count."""
        return True

    # Showing

    def _show(self, table: ComparisonState, *, keep_place: bool = False) -> None:
        self.table = replaced(table, rebound=self.app.rebound)
        self.heads.show(self._heads)
        self.texts.show(self._body, keep_place=keep_place)
        self._say()
        self.refresh_bindings()

    def _heads(self, columns: int) -> Sequence[Line]:
        return head_lines(self.table, columns)

    def _body(self, columns: int) -> Sequence[Line]:
        return body_lines(self.table, columns)

    def _say(self) -> None:
        name = BY_ID["compare"].name.say(self.language)
        left = [Piece(f"{name}  ", "strong"), *title_pieces(self.table)]
        width = self.pane.bar.size.width
        hits, number = len(self.texts.hits()), self.texts.hit_number
        right = [*status_pieces(self.table, hits, number, width)]
        shown = column_pieces(self.table, self.texts.scrollable_content_region.width)
        for piece in (*shown, *kind_pieces(self.table)):
            if Line.of(*left, *right, piece).columns < width - 1:
                right.append(piece)
        self.pane.bar.say(left, right)

    # Columns, layers and topics

    def action_next_column(self) -> None:
        """Look at the differences of the column to the right."""
        self._go_to_column(self.table.active + 1)

    def action_previous_column(self) -> None:
        """Look at the differences of the column to the left."""
        self._go_to_column(self.table.active - 1)

    def _go_to_column(self, number: int) -> None:
        if 0 <= number < len(self.table.sides):
            self._show(replaced(self.table, active=number))

    def action_layer(self) -> None:
        """Show the differences of words, of facts, or the plain texts."""
        layer = self.session.comparing.layer = self.table.layer.following
        self._show(replaced(self.table, layer=layer))

    def action_notation(self) -> None:
        """Show or hide what differs in notation alone."""
        notation = self.session.comparing.notation = not self.table.notation
        self._show(replaced(self.table, notation=notation), keep_place=True)
        state = (SHOWN if notation else HIDDEN).say(self.language)
        safe.notice(self.app, NOTATION.say(self.language, state=state))

    def step_topic(self, step: int) -> bool:
        """Narrow the counterparts to the next topic, or to none; False if there is no choice.

        The ring is: all topics of the base section together, then each of them.
        """
        topics = self.table.topics
        if len(topics) < 2:
            return False
        ring = (None, *topics)
        topic = ring[(ring.index(self.table.topic) + step) % len(ring)]
        side = self.table.side
        self._arrange(self.table.view, topic, side.column.edition.id if side else "")
        self._show(self.table)
        return True

    def action_base(self) -> None:
        """Compare from the counterpart of the active column."""
        side = self.table.side
        if side is None or side.counterpart is None:
            safe.notice(self.app, NO_BASE.say(self.language))
            return
        before = self.table.view.base.edition.id
        self.rebase(side.counterpart.section.key, before, self.topic)

    def action_editions(self) -> None:
        """Choose the editions to compare."""
        chosen = self._compared or usual_editions(self.session.plan)
        choices = []
        held = self.session.plan.editions()
        for letter, edition in zip(letters(len(held)), held, strict=True):
            on = edition.id in chosen
            sign = Piece("[x] " if on else "[ ] ", "mark")
            state = Piece(f"  {(SHOWN if on else HIDDEN).say(self.language)}", "muted")
            name = Piece(edition_name(edition.id, self.language))
            choices.append(Choice(letter, (sign, name, state), edition.id))
        title = BY_ID["editions"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._toggle)

    def _toggle(self, edition_id: str | None) -> None:
        if edition_id is None:
            return
        chosen = set(self._compared or usual_editions(self.session.plan)) ^ {edition_id}
        if not chosen - {self.table.view.base.edition.id}:
            safe.notice(self.app, LAST_EDITION.say(self.language))
            return
        ids = (edition.id for edition in self.session.plan.editions())
        self.session.comparing.editions = tuple(name for name in ids if name in chosen)
        side = self.table.side
        active = side.column.edition.id if side and side.column.edition.id in chosen else ""
        self._load(self.table.view.base.section.key, active, self.topic)
        self._show(self.table)

    # Places

    def action_next_hit(self) -> None:
        """Go to the next difference."""
        self.texts.go_to_hit(1)
        self._say()

    def action_previous_hit(self) -> None:
        """Go to the difference before."""
        self.texts.go_to_hit(-1)
        self._say()

    def action_open_counterpart(self) -> None:
        """Open the active counterpart in the explorer."""
        side = self.table.side
        if side and side.counterpart:
            self.post_message(OpenDestination(SectionAt(side.counterpart.section.key)))

    def action_why(self) -> None:
        """Say why the two sections are paired, or why there is no counterpart."""
        side = self.table.side
        if side is not None:
            title = BY_ID["why"].name.say(self.language)
            typeset = partial(why_lines, self.table, side)
            self.app.push_screen(LinesDialog(self.language, title, typeset))

    def action_counterparts(self) -> None:
        """Choose among the counterparts of the active column."""
        side = self.table.side
        counterparts = side.column.counterparts if side else ()
        if len(counterparts) < 2:
            left, right = (first_key(self.app, f"{way}-column") for way in ("previous", "next"))
            safe.notice(self.app, ONE_ONLY.say(self.language, left=left, right=right))
            return
        choices = []
        lettered = zip(letters(len(counterparts)), counterparts, strict=True)
        for number, (letter, other) in enumerate(lettered):
            topics, section = self.table.topics, other.section
            pieces = link_pieces(other.link, section, topics, self.language)
            choices.append(Choice(letter, pieces, str(number)))
        title = BY_ID["counterparts"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._choose)

    def _choose(self, answer: str | None) -> None:
        if answer is not None:
            sides = list(self.table.sides)
            sides[self.table.active] = replaced(sides[self.table.active], number=int(answer))
            self._show(replaced(self.table, sides=tuple(sides)))

    def view(self) -> View | None:
        """Return the comparison, with all counterparts."""
        from plan_tui.views.compare import CompareView

        return CompareView(self.language, self.table.view, tuple(self._compared or ()))
