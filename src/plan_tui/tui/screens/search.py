"""Search: results as you type, a preview of the one under the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.model.records import Section
from plan_tui.model.views import Hit, SearchResult
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.find import finder
from plan_tui.tui.messages import OpenSection
from plan_tui.tui.screens.base import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.typeset.hit import hit_lines
from plan_tui.tui.typeset.line import Line, Paragraph, Piece
from plan_tui.tui.view import View
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.reading import ReadingPane
from plan_tui.tui.widgets.row_list import RowList

PROMPT = Phrase("検索", "Search")
HINT = Phrase(
    "見出し・本文・KPI・脚注　例：オンライン edition:2025 kind:measure",
    "titles, text, KPIs, footnotes; e.g. edition:2025 kind:measure",
)
TOTAL = Phrase("{total}件", "{total} hits")
FIRST = Phrase("{total}件中 {shown}件", "first {shown} of {total}")
NOTHING = Phrase("一致なし。近いもの：", "No match. The nearest:")
NOTHING_AT_ALL = Phrase("一致なし", "No match")
READY = Phrase("語を入力してください", "Type words to look for")
GUIDE = Phrase(
    "かな・ローマ字・表記の揺れ・打ち間違いでも探します。語の間を空けると、両方を含む箇所を"
    "探します。絞り込み：edition:2025　document:plan-2021　kind:measure　kpi:unset　has:table",
    "Kana, romaji, variant spellings and typos are understood. Several words find sections that "
    "hold all of them. Filters: edition:2025 document:plan-2021 kind:measure kpi:unset has:table",
)

SHOWN = 120
"""Hits that the list holds; the total is told."""


class Results(RowList[Hit]):
    """The hits, two lines each."""

    row_height = 2

    def __init__(self, ordinals: dict[str, int]) -> None:
        super().__init__(ident="results")
        self.language = Language.JA
        self._ordinals = ordinals

    def draw(self, row: Hit, columns: int) -> Sequence[Line]:
        """Return a hit's lines."""
        ordinal = self._ordinals.get(row.section.edition_id, 1)
        return hit_lines(row, ordinal, columns, self.language)


class SearchScreen(PlanScreen):
    """The query, its hits and a preview."""

    DEFAULT_CSS = """
    SearchScreen #ask { height: 1; background: $plan-ground; }
    SearchScreen #ask > Bar { width: auto; min-width: 8; background: $plan-bar; }
    SearchScreen #ask > QueryInput { width: 1fr; }
    SearchScreen #found { layout: horizontal; height: 1fr; }
    SearchScreen #hits { width: 1fr; }
    SearchScreen #hits > Results, SearchScreen #hits { background: $plan-pane; }
    SearchScreen #preview { width: 1fr; }
    SearchScreen.-narrow #found { layout: vertical; }
    SearchScreen.-narrow #hits, SearchScreen.-narrow #preview { width: 100%; height: 1fr; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._editions = session.plan.editions()
        self._ordinals = {edition.id: edition.ordinal for edition in self._editions}
        self.box = QueryInput(self.search)
        self.prompt = Bar()
        self.results = Results(self._ordinals)
        self.hits_pane = Pane(self.results, ident="hits")
        self.reading = ReadingPane(ident="preview-text")
        self.preview = Pane(self.reading, ident="preview")
        self.result: SearchResult | None = None

    def body(self) -> ComposeResult:
        """Yield the box, the hits and the preview."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield Container(self.hits_pane, self.preview, id="found")

    def translate(self) -> None:
        """Say everything in the language."""
        self.prompt.say([Piece(PROMPT.say(self.language), "strong")])
        self.box.placeholder = HINT.say(self.language)
        self.results.language = self.language
        self.results.forget()
        self._say_count()
        self._show_preview()

    @property
    def current(self) -> Section | None:
        """The section under the cursor."""
        return self.results.row.section if self.results.row else None

    # Asking

    def ask(self, query: str | None) -> None:
        """Show the hits of ``query``, the focus in the box; None keeps the last query."""
        if query is not None:
            self.box.value = query
        self.box.focus()
        self.box.cursor_position = len(self.box.value)

    def search(self, text: str) -> None:
        """Find ``text`` and show what was found."""
        if not self.is_attached:
            return
        try:
            self.result = self.session.index.search(text, SHOWN) if text.strip() else None
        except UsageError as error:
            self._say_error(str(error))
            return
        result = self.result
        self.results.set_rows((result.hits or result.nearest) if result else ())
        self._say_count()
        self._show_preview()

    def _say_error(self, words: str) -> None:
        self.hits_pane.bar.say([Piece(words, "warning")])

    def _say_count(self) -> None:
        result = self.result
        if result is None:
            self.hits_pane.bar.say([Piece(READY.say(self.language), "muted")])
            return
        if not result.hits:
            phrase = NOTHING if result.nearest else NOTHING_AT_ALL
            self.hits_pane.bar.say([Piece(phrase.say(self.language), "warning")])
            return
        shown = len(result.hits)
        phrase = TOTAL if shown == result.total else FIRST
        count = phrase.say(self.language, total=result.total, shown=shown)
        right = [
            Piece(f" {edition}:{number}", edition_role(self._ordinals.get(edition, 1)))
            for edition, number in sorted(result.facets.get("edition", {}).items())
        ]
        self.hits_pane.bar.say([Piece(count, "strong")], right)

    # The preview

    @on(Results.Highlighted)
    def _moved(self) -> None:
        self._show_preview()

    def _show_preview(self) -> None:
        section = self.current
        self.refresh_bindings()
        if section is None:
            self.preview.bar.say([])
            guide = GUIDE.say(self.language)
            self.reading.show(lambda columns: Paragraph(guide, role="muted").lines(columns))
            return
        text = self.session.plan.section_text(section.key)
        self.reading.read(text, self.language, finder(self.box.value), kpis=True)
        self.reading.go_to_first_hit()
        self.preview.bar.say(
            [Piece(section.citation, edition_role(self._ordinals.get(section.edition_id, 1)))],
            [Piece(section.key, "muted")],
        )

    # Going on

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.results.cursor += message.step

    @on(QueryInput.Left)
    def _to_results(self) -> None:
        self.results.focus()

    @on(Input.Submitted)
    @on(Results.Chosen)
    def _open(self) -> None:
        section = self.current
        if section is not None:
            self.post_message(OpenSection(section.key, self.box.value))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        message.stop()
        self.post_message(OpenSection(message.key, self.box.value))

    def ask_here(self) -> bool:
        """Go to the box."""
        self.ask(None)
        return True

    def view(self) -> View | None:
        """Return the hits of the query."""
        from plan_tui.export import markdown

        result = self.result
        if result is None:
            return None
        return View(
            ("search", result.query),
            lambda language, command: markdown.search(
                result, self.session.plan.attribution(), language, command
            ),
        )
