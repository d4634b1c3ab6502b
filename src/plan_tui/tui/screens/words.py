"""Words over time: how often terms stand in each edition, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.labels.printed_form_names import TYPICAL_COUNTED_SHORT
from plan_tui.model.records import Section
from plan_tui.model.word_frequency import Frequency, Occurrence, Typical
from plan_tui.query.grammar import parse_query, quoted
from plan_tui.search.word_counts import frequencies, typical
from plan_tui.text.language import Phrase
from plan_tui.tui.destinations import Destination
from plan_tui.tui.render.line import Line, Piece
from plan_tui.tui.render.words import (
    WordRow,
    WordsHead,
    destination_of,
    frequency_rows,
    typical_rows,
    word_line,
)
from plan_tui.tui.screens.list_screen import ListScreen
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.tui.widgets.row_view import UNCUT
from plan_tui.views.view import View

if TYPE_CHECKING:
    from plan_tui.query.completion import Completion
    from plan_tui.store.plan import Plan

PROMPT = Phrase("語", "Words")
COUNTS = Phrase("版ごとの頻度（1万字当たり）", "Frequency in each edition, per 10,000 characters")
TYPICAL = Phrase("各版に特徴的な語（他の版との比較）", "Words typical of each edition")
TYPICAL_SHORT = Phrase("各版に特徴的な語", "Typical words")
ONLY = Phrase(
    "用例は{edition}の「{term}」だけ（棒で Enter：全て）",
    "Only {term} in the {edition} (Enter on the bar: all)",
)
NOTHING = Phrase("どの版にもありません（{key} で検索）", "in no edition (press {key} to search)")


class WordList(RowList[WordRow]):
    """Bars, passages or typical words, one line each."""

    most = 0.0
    """The frequency or score of the longest bar."""
    chosen: Frequency | None = None
    """The bar whose passages alone are shown."""

    @property
    def columns(self) -> int:
        """The columns of a row."""
        return self.scrollable_content_region.width or UNCUT

    def draw(self, row: WordRow, columns: int) -> Sequence[Line]:
        """Return a row's line."""
        chosen = row is self.chosen and row is not None
        return (word_line(row, self.most, columns, self.language, chosen=chosen),)


class WordsScreen(ListScreen[WordRow]):
    """A box for terms, and what is found of them."""

    DEFAULT_CSS = """
    WordsScreen #ask > Bar { min-width: 6; }
    WordsScreen #list { height: 1fr; }
    """
    AUTO_FOCUS = "QueryInput"
    LEGEND = (LegendPart.WORDS,)
    HINT = Phrase(
        "語を入力（空白で区切って複数）。空なら各版に特徴的な語",
        "terms, separated by spaces; empty: the words typical of each edition",
    )

    def __init__(self, session: Session) -> None:
        self.words = WordList()
        super().__init__(session, self.words)
        self.frequencies: tuple[Frequency, ...] = ()
        self._terms: tuple[str, ...] = ()
        self._typical: tuple[Typical, ...] | None = None

    def translate(self) -> None:
        """Say everything in the language."""
        super().translate()
        self._show(self.rows.cursor)

    def fill(self) -> None:
        """Find the typical words, unless terms are asked for already."""
        if not self.box.value.strip():
            self._typical = _typical_words(self.session.plan)
        super().fill()

    def hint(self) -> str:
        """Return what can be typed: the reader is in the box from the first."""
        return self.HINT.say(self.language)

    def find(self, text: str) -> None:
        """Count the terms that are typed."""
        self._terms = tuple(dict.fromkeys(parse_query(text).words))
        self.frequencies, self.words.chosen = (), None
        if self._terms:
            self.frequencies = frequencies(self.session.plan, self._terms)
        self._show(0)

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self.frequencies, self._terms = (), ()

    def completed(self, text: str) -> Sequence[Completion]:
        """Return nothing: terms are not filtered."""
        return ()

    def _show(self, cursor: int) -> None:
        if self._terms:
            self.words.most = max((f.per_10000 for f in self.frequencies), default=0.0)
            rows = frequency_rows(
                self.frequencies, self.language, self.words.columns, self.words.chosen
            )
        else:
            if self._typical is None:
                self.call_after_refresh(self._find_typical)
            usual = self._typical or ()
            self.words.most = max((word.score for word in usual), default=0.0)
            rows = typical_rows(usual, self.language)
        self.rows.set_rows(rows, cursor or int(bool(rows)))

    @on(RowList.Chosen)
    def _choose_bar(self, message: RowList.Chosen) -> None:
        """Show the passages of a bar alone, or all again."""
        row = self.rows.row
        if isinstance(row, Frequency):
            message.prevent_default()
            if row.count:
                self.words.chosen = None if row is self.words.chosen else row
                self._show(self.rows.cursor)
                self._tell()

    @on(RowList.Resized)
    def _break_anew(self) -> None:
        """Break what is said of the editions into lines of the new width, the cursor on its row."""
        if self._terms:
            row = self.rows.row
            self._show(self.rows.cursor)
            if row is not None and row in self.rows.rows:
                self.rows.cursor = self.rows.rows.index(row)

    def _find_typical(self) -> None:
        """Find the typical words once the screen stands: that takes longer than a frame."""
        if self._typical is None:
            self._typical = _typical_words(self.session.plan)
            self._show(0)

    def say(self) -> None:
        """Say what is counted."""
        self.prompt.say([Piece(PROMPT.say(self.language), "strong")])
        if not self._terms:
            self._say_typical()
            return
        missing = not any(f.count for f in self.frequencies)
        words = NOTHING.say(self.language, key=first_key(self.app, "search-all"))
        right = [Piece(words, "warning")] if missing else self._narrowed()
        self.list_pane.bar.say([Piece(COUNTS.say(self.language), "strong")], right)

    def _say_typical(self) -> None:
        """Say that words are counted otherwise than terms that are asked for."""
        titles = ([Piece(each.say(self.language), "strong")] for each in (TYPICAL, TYPICAL_SHORT))
        left, short = titles
        counted = [Piece(TYPICAL_COUNTED_SHORT.say(self.language), "muted")]
        self.list_pane.bar.say(left, counted, short)

    def _narrowed(self) -> list[Piece]:
        """Say of which bar the passages are, and how to see all again."""
        bar = self.words.chosen
        if bar is None:
            return []
        edition = edition_name(bar.edition.id, self.language)
        return [Piece(ONLY.say(self.language, term=bar.term, edition=edition), "strong")]

    @property
    def current(self) -> Section | None:
        """The section of the passage under the cursor."""
        row = self.rows.row
        return row.section if isinstance(row, Occurrence) else None

    def asked_for(self, origin: PlanScreen) -> None:
        """Ask for terms; from the hits of words, show those words."""
        if origin.query_words:
            self.box.put(" ".join(map(quoted, origin.query_words)))
        self.ask_here()

    def destination(self) -> Destination | None:
        """Return the passage, or the list behind the bar."""
        row = self.rows.row
        return destination_of(row, self._term_of(self.rows.cursor)) if row is not None else None

    def _term_of(self, number: int) -> str:
        """Return the term that a row is about: that of the head above it."""
        heads = (row for row in self.rows.rows[number::-1] if isinstance(row, WordsHead))
        return next((head.term for head in heads if head.term), "")

    def listed(self) -> View | None:
        """Return the counts, or the typical words."""
        from plan_tui.views.typical_words import TypicalWordsView
        from plan_tui.views.words import WordsView

        if self._terms:
            return WordsView(self.language, self.frequencies, self._terms)
        return TypicalWordsView(self.language, self._typical or ())


def _typical_words(plan: Plan) -> tuple[Typical, ...]:
    from plan_tui.views.typical_words import TYPICAL_WORDS

    return typical(plan, TYPICAL_WORDS)
