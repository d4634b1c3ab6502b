"""Changes: the outlines of two editions, with the fate and the origin of each heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, zip_longest
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from plan_tui.compare.sections.outline_diff import changes
from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
)
from plan_tui.model.outline_changes import Changes
from plan_tui.model.records import Section
from plan_tui.query.grammar import parse_query
from plan_tui.query.relation_words import relations_in, with_relation, without_relation
from plan_tui.store.edition_lookup import newest_pair
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.destinations import ComparisonOf
from plan_tui.tui.render.changes import (
    BROAD,
    count_lines,
    outline_row_line,
    outline_row_reasons,
)
from plan_tui.tui.render.line import Line, Piece, columns_of
from plan_tui.tui.render.outline_rows import OutlineRow, rows_of_newer, rows_of_older
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.screens.plan_screen import WIDE, PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

PAIR = Phrase("{older}から{newer}へ", "{older} to {newer}")
FATES = Phrase("{edition}の見出しの行方", "What became of the headings of the {edition}")
ORIGINS = Phrase("{edition}の見出しの由来", "Where the headings of the {edition} come from")
ALL = Phrase("全て", "all")
NO_PAIR = Phrase(
    "比べる版がありません。{key} で版を追加できます。",
    "There are no two editions to compare; press {key} to add one.",
)
ONLY_OTHER = Phrase(
    "{edition}の見出しに「{query}」に当てはまるものはありません。もう一方の枠に{count}件あります"
    "（{key}）。",
    "No heading of the {edition} is found by: {query}. {count} "
    "{count:heading is|headings are} in the other pane ({key}).",
)
NOTE = Phrase("収録テキスト内での判断", "as far as the text is held")


class FateRows(RowList[OutlineRow]):
    """An outline, one line for each heading."""

    def draw(self, row: OutlineRow, columns: int) -> Sequence[Line]:
        """Return a heading's line."""
        return (outline_row_line(row, columns, self.language),)


class ChangesScreen(ListScreen[OutlineRow]):
    """The older outline with its fate, the newer with its origin, and why."""

    LEGEND = (
        LegendPart.RELATIONS,
        LegendPart.SUGGESTIONS,
        LegendPart.EXTENTS,
        LegendPart.COUNTERPARTS,
    )
    DEFAULT_CSS = """
    ChangesScreen #both { layout: horizontal; height: 1fr; }
    ChangesScreen #both > Pane { width: 1fr; }
    ChangesScreen #both > Pane, ChangesScreen #both FateRows { background: $plan-pane; }
    ChangesScreen #because { height: 5; background: $plan-ground; }
    ChangesScreen.-stacked #both { layout: vertical; }
    ChangesScreen.-stacked #both > Pane { width: 100%; height: 2fr; }
    ChangesScreen.-stacked #both > Pane:focus-within { height: 3fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.CHANGES)
    HINT = Phrase(
        "見出しの語、種類:施策、kind:measure など",
        "words of a title, kind:measure",
    )

    def __init__(self, session: Session) -> None:
        self.older, self.newer = FateRows(), FateRows()
        super().__init__(session, self.older)
        self.HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (2 * BROAD + 4, "-beside")]
        self.lists = (self.older, self.newer)
        self.newer_pane = Pane(self.newer)
        self.counts = Bar(ident="counts")
        self.more_counts = (Bar(), Bar())
        """The counts that have no room on the first line: as many lines as 60 columns need."""
        for bar in self.more_counts:
            bar.display = False
        self.because = LinePane(ident="because")
        self.pair = newest_pair(session.plan)
        """The older and the newer edition; None if the plan does not hold two."""
        self._outline: tuple[Section, ...] = ()
        self._view: Changes | None = None
        self._all: dict[ChangeGroup, int] = {}
        self._held: tuple[object, int] = None, 0
        """Lines kept for counts behind the first, and for what they are."""

    def below(self) -> ComposeResult:
        """Yield the counts, the outlines and the reason."""
        yield self.counts
        yield from self.more_counts
        yield Container(self.list_pane, self.newer_pane, id="both")
        yield self.because

    def fill(self) -> None:
        """Read the outlines."""
        self._outline = tuple(s for s in self.session.plan.sections() if not s.toc_only)
        super().fill()

    @property
    def current(self) -> Section | None:
        """The heading under the cursor."""
        return self.rows.row.section if self.rows.row else None

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the outline in which the reader is now."""
        if isinstance(event.widget, FateRows):
            self.rows = event.widget
            self.follow()

    # What is shown

    def choose(
        self, older: str, newer: str, relation: ChangeKind | None = None, query: str = ""
    ) -> None:
        """Show what changed between two editions, of one relation or of all."""
        self.pair = (older, newer)
        self.ask(with_relation(query, relation, self.language))
        self.filter(self.box.value)

    def asked_for(self, origin: PlanScreen) -> None:
        """Show the reader's section among the changes."""
        super().asked_for(origin)
        if origin.current is not None:
            self.show_section(origin.current)

    def show_section(self, section: Section) -> None:
        """Put the cursor on a section, if one of the outlines shows it."""
        for rows in (self.older, self.newer):
            for number, fate in enumerate(rows.rows):
                if fate.section.key == section.key:
                    rows.cursor = number
                    rows.focus()

    def find(self, text: str) -> None:
        """Show the rows that a query lets through."""
        if self.pair is None:
            return
        self._view = self._changes(text)
        rest = without_relation(text)
        self._all = self._view.counts if rest == text else self._changes(rest).counts
        for rows, outlined in ((self.older, rows_of_older), (self.newer, rows_of_newer)):
            headings = outlined(self._view, self._outline)
            rows.set_rows(headings, next((n for n, row in enumerate(headings) if row.changes), 0))

    def clear(self) -> None:
        """Show no rows."""
        super().clear()
        self._all = dict.fromkeys(self._all, 0)

    def _changes(self, text: str) -> Changes:
        assert self.pair is not None
        return changes(self.session.plan, *self.pair, parse_query(text))

    def why_empty(self, rows: RowList[OutlineRow]) -> str:
        """Say of which outline nothing passes, and how much of the other does."""
        other = self.newer if rows is self.older else self.older
        if self._view is None:
            return self._no_pair()
        if not self.asked.strip() or not other.rows:
            return super().why_empty(rows)
        edition = self._view.older if rows is self.older else self._view.newer
        return ONLY_OTHER.say(
            self.language,
            edition=edition_name(edition.id, self.language),
            query=self.asked.strip(),
            count=sum(row.group is not None for row in other.rows),
            key=first_key(self.app, "next-pane"),
        )

    def _no_pair(self) -> str:
        """Say that there are no two editions, and what to do."""
        return NO_PAIR.say(self.language, key=first_key(self.app, "add-edition"))

    def say(self) -> None:
        """Say which editions are shown, and how many rows of each relation there are."""
        view = self._view
        if view is None:
            self.counts.say([Piece(self._no_pair(), "warning")])
            for bar in self.more_counts:
                bar.display = False
            return
        older, newer = (edition_name(e.id, self.language) for e in (view.older, view.newer))
        self.prompt.say([Piece(PAIR.say(self.language, older=older, newer=newer), "strong")])
        note = [Piece(NOTE.say(self.language), "muted")] if self.size.width >= WIDE else []
        columns = self.size.width - 2 - (columns_of(note) + 2 if note else 0)
        first, *others = count_lines(self._all, relations_in(self.asked), columns, self.language)
        self.counts.say(first, note)
        self._hold_lines(columns, len(others))
        for bar, pieces in zip_longest(self.more_counts, others[: len(self.more_counts)]):
            bar.say(pieces or [])
        for pane, phrase, name, edition in (
            (self.list_pane, FATES, older, view.older),
            (self.newer_pane, ORIGINS, newer, view.newer),
        ):
            title = phrase.say(self.language, edition=name)
            pane.bar.say([Piece(title, edition_role(edition.ordinal))])

    def _hold_lines(self, columns: int, others: int) -> None:
        """Keep as many lines for counts as the same editions needed before in these columns.

        Fewer rows of fewer relations are let through with each letter of a query, and the outlines
        stay where they are.
        """
        held_for = self.pair, columns, self.language
        self._held = held_for, max(others, self._held[1] if self._held[0] == held_for else 0)
        for number, bar in enumerate(self.more_counts):
            bar.display = number < self._held[1]

    def follow(self) -> None:
        """Say what became of the heading under the cursor, and why."""
        row, language = self.rows.row, self.language
        self.because.show(
            lambda columns: outline_row_reasons(row, columns, language) if row else ()
        )

    def destination(self) -> ComparisonOf | None:
        """Return the comparison of the heading with the other edition."""
        fate, pair = self.rows.row, self.pair
        if fate is None or pair is None:
            return None
        return ComparisonOf(fate.section.key, pair[0] if fate.newer else pair[1])

    # Choosing

    def action_editions(self) -> None:
        """Choose the two editions."""
        pairs = list(combinations([edition.id for edition in self.session.plan.editions()], 2))
        choices = []
        for letter, (older, newer) in zip(letters(len(pairs)), pairs, strict=True):
            name = PAIR.say(
                self.language,
                older=edition_name(older, self.language),
                newer=edition_name(newer, self.language),
            )
            choices.append(Choice(letter, (Piece(name),), f"{older} {newer}"))
        if not choices:
            safe.notice(self.app, self._no_pair())
            return
        title = BY_ID["editions"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_pair)

    def _take_pair(self, answer: str | None) -> None:
        if answer is not None:
            older, newer = answer.split()
            self.pair = (older, newer)
            self.filter(self.box.value)

    def action_relation(self) -> None:
        """Choose the relation to show."""
        rest = without_relation(self.asked)
        kinds = Counter(row.relation for row in self._changes(rest).rows)
        every = sum(self._all.values())
        choices = [Choice("0", (Piece(f"{ALL.say(self.language)} {every}"),), "")]
        for letter, name in zip(letters(len(ChangeKind)), ChangeKind, strict=True):
            counted = f"{CHANGE_GROUPS_SHORT[ChangeGroup(name)].say(self.language)} {kinds[name]}"
            choices.append(Choice(letter, (Piece(counted),), name))
        title = BY_ID["relation"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_relation)

    def _take_relation(self, answer: str | None) -> None:
        if answer is not None:
            relation = ChangeKind(answer) if answer else None
            self.ask(with_relation(self.asked, relation, self.language))
            self.filter(self.box.value)
            self.go_to_rows()

    def go_to_rows(self) -> None:
        """Leave an outline without any row for the other: what is new stands in the newer alone."""
        other = self.newer if self.rows is self.older else self.older
        if not self.rows.rows and other.rows:
            other.focus()

    def listed(self) -> View | None:
        """Return the rows shown."""
        from plan_tui.views.changes import ChangesView

        if self._view is None:
            return None
        return ChangesView(
            self.language, self._view, without_relation(self.asked), relations_in(self.asked)
        )
