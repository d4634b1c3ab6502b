"""Changes: the outlines of two editions, with the fate and the origin of each heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.widgets import Input

from plan_tui.compare.changes import changes
from plan_tui.errors import UsageError
from plan_tui.model.comparing import Changes
from plan_tui.model.filters import Query, parse_query
from plan_tui.model.records import Edition, Section
from plan_tui.text.language import Language, Phrase
from plan_tui.tui import safe, words
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.messages import OpenComparison, OpenSection
from plan_tui.tui.screens.base import WIDE, PlanScreen
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.typeset.changes import (
    Fate,
    count_pieces,
    fate_line,
    fate_lines,
    fates,
    origins,
    relation_name,
)
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.view import View
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.row_list import RowList

DEFAULT = ("2021", "2025")
"""The editions whose changes are shown first, if the plan holds them."""
HINT = Phrase(
    "見出しの語、kind:measure など（f で入力）", "words of a title, kind:measure (press f)"
)
PAIR = Phrase("{older}から{newer}へ", "{older} to {newer}")
FATES = Phrase("{edition}の見出しの行方", "Fate of the headings of the {edition}")
ORIGINS = Phrase("{edition}の見出しの由来", "Origin of the headings of the {edition}")
ALL = Phrase("全て", "all")
NO_PAIR = Phrase("比べる版がありません。", "There are no two editions to compare.")
NOTE = Phrase("収録テキスト内での判断", "as far as the text is held")
RELATIONS = ("continued", "renamed", "merged", "split", "new", "dropped", "unknown")


class Fates(RowList[Fate]):
    """An outline, one line for each heading."""

    language = Language.JA

    def draw(self, row: Fate, columns: int) -> Sequence[Line]:
        """Return a heading's line."""
        return (fate_line(row, columns, self.language),)


class ChangesScreen(PlanScreen):
    """The older outline with its fate, the newer with its origin, and why."""

    DEFAULT_CSS = """
    ChangesScreen #ask { height: 1; }
    ChangesScreen #ask > Bar { width: auto; background: $plan-bar; }
    ChangesScreen #ask > QueryInput { width: 1fr; }
    ChangesScreen #both { layout: horizontal; height: 1fr; }
    ChangesScreen #both > Pane { width: 1fr; }
    ChangesScreen Fates, ChangesScreen #both > Pane { background: $plan-pane; }
    ChangesScreen #because { height: 5; background: $plan-ground; }
    ChangesScreen.-narrow #both { layout: vertical; }
    ChangesScreen.-narrow #both > Pane { width: 100%; height: 2fr; }
    ChangesScreen.-narrow #both > Pane:focus-within { height: 3fr; }
    """
    AUTO_FOCUS = "Fates"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.CHANGES)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.prompt = Bar()
        self.box = QueryInput(self.filter)
        self.counts = Bar(ident="counts")
        self.older = Fates(ident="older")
        self.newer = Fates(ident="newer")
        self.older_pane = Pane(self.older)
        self.newer_pane = Pane(self.newer)
        self.because = LinePane(ident="because")
        self._pair = _first_pair(session.plan.editions())
        self._outline: tuple[Section, ...] = ()
        self._query = Query("", (), (), ())
        self._relation = ""
        self._words = ""
        self._view: Changes | None = None
        self._all: dict[str, int] = {}

    def body(self) -> ComposeResult:
        """Yield the box, the counts, the outlines and the reason."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield self.counts
        yield Container(self.older_pane, self.newer_pane, id="both")
        yield self.because

    def on_mount(self) -> None:
        """Show all changes."""
        self._outline = tuple(s for s in self.session.plan.sections() if not s.toc_only)
        self._compute()

    def translate(self) -> None:
        """Say everything in the language."""
        self.box.placeholder = HINT.say(self.language)
        for rows in (self.older, self.newer):
            rows.language = self.language
            rows.forget()
        self._say()
        self._say_because()

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.call_after_refresh(self._say)

    # What is shown

    @property
    def rows(self) -> Fates:
        """The outline in which the reader is, or was last."""
        return self._rows_of(self.focused)

    def _rows_of(self, focused: object) -> Fates:
        return self.newer if focused is self.newer else self.older

    @property
    def current(self) -> Section | None:
        """The heading under the cursor."""
        return self.rows.row.section if self.rows.row else None

    def filter(self, text: str) -> None:
        """Show the rows that a query lets through."""
        if not self.is_attached:
            return
        try:
            self._query = parse_query(text)
            self._words = text
            self._compute()
        except UsageError as error:
            self.counts.say([Piece(str(error), "warning")])

    def choose(self, older: str, newer: str, relation: str = "") -> None:
        """Show what changed between two editions, of one relation or of all."""
        self._pair = (older, newer)
        self._relation = relation
        self._words = ""
        self._query = parse_query("")
        with self.box.prevent(Input.Changed):
            self.box.value = ""
        if self.is_attached:
            self._compute()
            self.older.focus()

    def _compute(self) -> None:
        if self._pair is None:
            return
        plan, query = self.session.plan, self._query
        whole = changes(plan, *self._pair, query)
        chosen = [self._relation] if self._relation else None
        self._view = changes(plan, *self._pair, query, chosen) if chosen else whole
        self._all = whole.counts
        self.older.set_rows(fates(self._view, self._outline))
        self.newer.set_rows(origins(self._view, self._outline))
        for rows in (self.older, self.newer):
            rows.cursor = next((n for n, row in enumerate(rows.rows) if row.changes), 0)
        self._say()
        self._say_because()

    def _say(self) -> None:
        view = self._view
        if view is None:
            self.counts.say([Piece(NO_PAIR.say(self.language), "warning")])
            return
        older, newer = (words.edition_name(e.id, self.language) for e in (view.older, view.newer))
        self.prompt.say([Piece(PAIR.say(self.language, older=older, newer=newer), "strong")])
        counts = count_pieces(self._all, self._relation, self.language)
        note = NOTE.say(self.language) if self.size.width >= WIDE else ""
        self.counts.say(counts, [Piece(note, "muted")] if note else [])
        for pane, phrase, edition in (
            (self.older_pane, FATES, view.older),
            (self.newer_pane, ORIGINS, view.newer),
        ):
            name = words.edition_name(edition.id, self.language)
            said = phrase.say(self.language, edition=name)
            pane.bar.say([Piece(said, edition_role(edition.ordinal))])

    @on(Fates.Highlighted)
    def _say_because(self) -> None:
        fate = self.rows.row
        self.refresh_bindings()
        language = self.language
        self.because.show(lambda columns: fate_lines(fate, columns, language) if fate else ())

    def on_descendant_focus(self) -> None:
        """Say the reason of the heading in the pane that has the focus now."""
        self._say_because()

    # Keys

    def ask_here(self) -> bool:
        """Go to the box."""
        self.box.focus()
        return True

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.older.cursor += message.step

    @on(QueryInput.Left)
    def _to_list(self) -> None:
        self.older.focus()

    @on(Input.Submitted)
    @on(Fates.Chosen)
    def _open(self) -> None:
        fate, pair = self.rows.row, self._pair
        if fate is not None and pair is not None:
            other = pair[0] if fate.newer else pair[1]
            self.post_message(OpenComparison(fate.section.key, other))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        self.post_message(OpenSection(message.key))

    def action_editions(self) -> None:
        """Choose the two editions."""
        pairs = list(combinations([edition.id for edition in self.session.plan.editions()], 2))
        choices = []
        for letter, (older, newer) in zip(letters(len(pairs)), pairs, strict=True):
            said = PAIR.say(
                self.language,
                older=words.edition_name(older, self.language),
                newer=words.edition_name(newer, self.language),
            )
            choices.append(Choice(letter, (Piece(said),), f"{older} {newer}"))
        if not choices:
            safe.notice(self.app, NO_PAIR.say(self.language))
            return
        title = BY_ID["editions"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_pair)

    def _take_pair(self, answer: str | None) -> None:
        if answer is not None:
            older, newer = answer.split()
            self._pair = (older, newer)
            self._compute()

    def action_relation(self) -> None:
        """Choose the relation to show."""
        every = sum(self._all.values())
        choices = [Choice("0", (Piece(f"{ALL.say(self.language)} {every}"),), "")]
        for number, name in enumerate(RELATIONS, 1):
            said = f"{relation_name(name, self.language)} {self._count(name)}"
            choices.append(Choice(str(number), (Piece(said),), name))
        title = BY_ID["relation"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_relation)

    def _count(self, relation: str) -> int:
        assert self._pair is not None
        return len(changes(self.session.plan, *self._pair, self._query, [relation]).rows)

    def _take_relation(self, answer: str | None) -> None:
        if answer is not None:
            self._relation = answer
            self._compute()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to filter only where there are rows."""
        return self._pair is not None if action == "relation" else True

    def view(self) -> View | None:
        """Return the rows shown."""
        from plan_tui.export import changes as export

        shown = self._view
        if shown is None:
            return None
        only = ("--only", self._relation) if self._relation else ()
        return View(
            ("changes", shown.older.id, shown.newer.id, *self._words.split(), *only),
            lambda language, command: export.markdown(
                shown, self.session.plan.attribution(), language, command
            ),
        )


def _first_pair(editions: Sequence[Edition]) -> tuple[str, str] | None:
    known = [edition.id for edition in editions]
    if set(DEFAULT) <= set(known):
        return DEFAULT
    return (known[0], known[-1]) if len(known) > 1 else None
