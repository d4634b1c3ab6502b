"""Comparison: a section beside its counterparts in the other editions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from plan_tui.compare.side_by_side import compare
from plan_tui.export import phrases
from plan_tui.model.records import Section
from plan_tui.text.language import Phrase
from plan_tui.tui import safe, words
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.screens.menu import Choice, Menu, letters, link_pieces
from plan_tui.tui.session import Session
from plan_tui.tui.typeset.comparison import STACKED_BELOW, Side, Table, body_lines, head_lines
from plan_tui.tui.typeset.line import Line, Piece
from plan_tui.tui.view import View
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane

CHANGE = Phrase("差分 {number}/{count}", "difference {number}/{count}")
CHANGES = Phrase("差分 {count}", "{count} differences")
PHRASE = Phrase("印のある行 {number}/{count}", "marked line {number}/{count}")
PHRASES = Phrase("印のある行 {count}", "{count} marked lines")
NOTATION = Phrase("表記のみの違い {count}", "{count} in notation only")
LEGEND = Phrase("＋追加 －削除 ～変更 ／別の文", "＋added －gone ～changed ／other words")
NO_REASON = Phrase("理由の記載なし", "no reason is given")
WHY = Phrase(
    "{relation}（{origin}、確からしさ {score:.2f}）：{reason}",
    "{relation} ({origin}, score {score:.2f}): {reason}",
)
ORIGINS = {
    "curated": Phrase("人手による対応表", "by hand"),
    "auto": Phrase("自動の推定", "automatic"),
}
ONE_ONLY = Phrase("ほかの対応箇所はありません", "There is no other counterpart")


class Texts(LinePane):
    """The texts in columns; one pane, so that they scroll together."""


class CompareScreen(PlanScreen):
    """Shows a comparison; the active column decides which differences the base shows."""

    DEFAULT_CSS = """
    CompareScreen #heads { height: 2; background: $plan-bar; }
    CompareScreen.-stacked #heads { height: 4; }
    CompareScreen Pane { height: 1fr; }
    """
    AUTO_FOCUS = "Texts"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.COMPARE)

    def __init__(self, session: Session, key: str) -> None:
        super().__init__(session)
        self.heads = LinePane(ident="heads")
        self.heads.can_focus = False
        self.texts = Texts()
        self.pane = Pane(self.texts)
        self._load(key)

    def _load(self, key: str) -> None:
        view = compare(self.session.plan, key)
        sides = tuple(Side(column) for column in view.columns)
        active = next((n for n, side in enumerate(sides) if side.counterpart), 0)
        self.table = Table(view, sides, active, self.language)

    def body(self) -> ComposeResult:
        """Yield the heads and the texts."""
        yield self.heads
        yield self.pane

    def translate(self) -> None:
        """Say everything in the language."""
        self._show(replace(self.table, language=self.language), keep_place=True)

    def rebase(self, key: str) -> None:
        """Compare another section."""
        self._load(key)
        self._show(self.table)

    def on_resize(self) -> None:
        """Give the heads one line or two for each text."""
        self.set_class(self.size.width < STACKED_BELOW + 3, "-stacked")
        self.call_after_refresh(self._say)

    @property
    def current(self) -> Section | None:
        """The base section."""
        return self.table.view.base.section

    # Showing

    def _show(self, table: Table, *, keep_place: bool = False) -> None:
        self.table = table
        self.heads.show(self._heads)
        self.texts.show(self._body, keep_place=keep_place)
        self._say()
        self.call_after_refresh(self._say)
        self.refresh_bindings()

    def _heads(self, columns: int) -> Sequence[Line]:
        return head_lines(self.table, columns)

    def _body(self, columns: int) -> Sequence[Line]:
        return body_lines(self.table, columns)

    def _say(self, number: int = 0) -> None:
        name = BY_ID["compare"].name.say(self.language)
        side = self.table.side
        right: list[Piece] = []
        if side and side.counterpart:
            count = len(self.texts.hits())
            if self.table.loose(self.table.active):
                phrase = PHRASE if number else PHRASES
            else:
                phrase = CHANGE if number else CHANGES
            right.append(Piece(phrase.say(self.language, number=number, count=count), "strong"))
            notation = side.counterpart.notation_changes
            if notation:
                right.append(Piece(f"  {NOTATION.say(self.language, count=notation)}"))
            if self.size.width >= STACKED_BELOW:
                right.append(Piece(f"  {LEGEND.say(self.language)}"))
        title = words.heading(self.table.view.base.section, self.language)
        self.pane.bar.say([Piece(f"{name}  {title}", "strong")], right)

    # Keys

    def action_next_column(self) -> None:
        """Look at the differences of the column to the right."""
        self._go_to_column(self.table.active + 1)

    def action_previous_column(self) -> None:
        """Look at the differences of the column to the left."""
        self._go_to_column(self.table.active - 1)

    def _go_to_column(self, number: int) -> None:
        if 0 <= number < len(self.table.sides):
            self._show(replace(self.table, active=number))

    def action_next_hit(self) -> None:
        """Go to the next difference."""
        number, _ = self.texts.go_to_hit(1)
        self._say(number)

    def action_previous_hit(self) -> None:
        """Go to the difference before."""
        number, _ = self.texts.go_to_hit(-1)
        self._say(number)

    def action_open_counterpart(self) -> None:
        """Open the active counterpart in the explorer."""
        side = self.table.side
        if side and side.counterpart:
            self.post_message(OpenSection(side.counterpart.text.section.key))

    def action_why(self) -> None:
        """Say why the two sections are paired."""
        side = self.table.side
        if side is None or side.counterpart is None:
            return
        link = side.counterpart.link
        relation = phrases.say(phrases.RELATION, link.relation, self.language)
        if not link.accepted:
            relation = phrases.SUGGESTION.say(self.language)
        said = WHY.say(
            self.language,
            relation=relation,
            origin=phrases.say(ORIGINS, link.origin, self.language),
            score=link.score,
            reason=link.reason or NO_REASON.say(self.language),
        )
        safe.notice(self.app, said)

    def action_counterparts(self) -> None:
        """Choose among the counterparts of the active column."""
        side = self.table.side
        found = side.column.counterparts if side else ()
        if len(found) < 2:
            safe.notice(self.app, ONE_ONLY.say(self.language))
            return
        choices = []
        for number, (letter, other) in enumerate(zip(letters(len(found)), found, strict=True)):
            pieces = link_pieces(other.link, other.text.section, self.language)
            choices.append(Choice(letter, pieces, str(number)))
        title = BY_ID["counterparts"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._choose)

    def _choose(self, answer: str | None) -> None:
        if answer is not None:
            sides = list(self.table.sides)
            sides[self.table.active] = replace(sides[self.table.active], number=int(answer))
            self._show(replace(self.table, sides=tuple(sides)))

    def view(self) -> View | None:
        """Return the comparison."""
        from plan_tui.export import markdown

        shown = self.table.view
        return View(
            ("compare", shown.base.section.key),
            lambda language, command: markdown.comparison(
                shown, self.session.plan.attribution(), language, command
            ),
        )
