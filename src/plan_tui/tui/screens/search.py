"""Search: results as you type, a preview of the one under the cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.widgets import Input

from plan_tui.errors import UsageError
from plan_tui.labels.hit_reasons import left_out, total
from plan_tui.labels.place_names import cited
from plan_tui.model.records import Section
from plan_tui.query.grammar import parse_query
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.destinations import OpenDestination, SectionAt
from plan_tui.tui.highlight import finder
from plan_tui.tui.query_history import find_typed
from plan_tui.tui.render.completions import Groups, completion_items, facet_items, tried_items
from plan_tui.tui.render.line import Line, Paragraph, Piece
from plan_tui.tui.render.search import hit_lines, words_to_mark
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.completion_line import CompletionLine
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar, Pane
from plan_tui.tui.widgets.query_input import QueryInput, SearchBox
from plan_tui.tui.widgets.reading import ReadingPane
from plan_tui.tui.widgets.row_list import RowList
from plan_tui.views.view import View

if TYPE_CHECKING:
    from plan_tui.search.hits import Hit, SearchResult

PROMPT = Phrase("検索", "Search")
HINT = Phrase(
    "見出し・本文・KPI・脚注　例：オンライン 版:{edition} 種類:施策（kind:measure も可）",
    "titles, text, KPIs, footnotes; e.g. edition:{edition} kind:measure",
)
TOTAL = Phrase("{total}件", "{total} {total:hit|hits}")
NOTHING = Phrase("一致なし。近いもの：", "No match. The nearest:")
NOTHING_INSIDE = Phrase(
    "この絞り込みでは一致なし。近いもの：", "No match with these filters. The nearest:"
)
NOTHING_AT_ALL = Phrase(
    "一致なし。語か絞り込みを減らすと見つかることがあります",
    "No match; fewer words or filters may find something",
)
EARLIER_NONE = Phrase(
    "前の検索語はまだありません。語を入力して検索すると、ここから選べます。",
    "No earlier queries yet: those that you search for can be chosen here.",
)
READY = Phrase("語を入力してください", "Type words to search for")
GUIDE = Phrase(
    "かな・ローマ字・表記の揺れ・打ち間違いでも探します。語の間を空けると、両方を含む箇所を"
    "探します。絞り込み：版:{edition}、種類:施策、指標:未設定、含む:表、document:{document} など\n"
    "絞り込みは Tab で補えます。Ctrl+R か、空の入力欄で Up を押すと、前の検索語に戻れます。",
    "Kana, romaji, variant spellings and typos are understood. Several words find "
    "sections that hold all of them. Filters: edition:{edition}, document:{document}, "
    "kind:measure, kpi:unset, has:table.\nTab completes filters. Ctrl+R, or Up in the empty "
    "box, brings back earlier queries.",
)


class HitRows(RowList["Hit"]):
    """The hits, two lines each."""

    row_height = 2

    def __init__(self, ordinals: dict[str, int], moved: Callable[[], None]) -> None:
        super().__init__(ident="results")
        self._ordinals = ordinals
        self._moved = moved

    def highlighted(self) -> None:
        """Show what the cursor is on, in the same frame."""
        self._moved()

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
    SearchScreen #hits > HitRows, SearchScreen #hits { background: $plan-pane; }
    SearchScreen #preview { width: 1fr; }
    SearchScreen.-narrow #found { layout: vertical; }
    SearchScreen.-narrow #hits, SearchScreen.-narrow #preview { width: 100%; height: 1fr; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._ordinals = session.ordinals
        self.box = SearchBox(self.search)
        self.completion_line = CompletionLine(ident="offers")
        self.prompt = Bar()
        self.results = HitRows(self._ordinals, self._show_preview)
        self.hits_pane = Pane(self.results, ident="hits")
        self.reading = ReadingPane(ident="preview-text")
        self.preview = Pane(self.reading, ident="preview")
        self.result: SearchResult | None = None
        self._error: UsageError | None = None
        """What is wrong with what is typed."""

    def body(self) -> ComposeResult:
        """Yield the box, the hits and the preview."""
        yield Horizontal(self.prompt, self.box, id="ask")
        yield self.completion_line
        yield Container(self.hits_pane, self.preview, id="found")

    def translate(self) -> None:
        """Say everything in the language."""
        self.prompt.say([Piece(PROMPT.say(self.language), "strong")])
        self.box.hint = HINT.say(self.language, **self.session.examples)
        self._say_count()
        self._show_completions()
        self._show_preview()

    @property
    def current(self) -> Section | None:
        """The section under the cursor."""
        return self.results.row.section if self.results.row else None

    @property
    def query_words(self) -> tuple[str, ...]:
        """The words of the query."""
        return parse_query(self.result.query).words if self.result else ()

    # Asking

    def ask(self, query: str | None) -> None:
        """Show the hits of ``query``, the focus in the box; None keeps the last query."""
        if query is None:
            self.box.ask_again()
            return
        self._remember()
        self.box.put(query)
        self.box.focus()

    def show_hits(self, query: str) -> None:
        """Show the hits of a query, the focus on them."""
        self._remember()
        self.box.put(query)
        self.results.focus()

    def search(self, text: str) -> None:
        """Find ``text`` and show what was found.

        All of it is done before the next key is read, so that no answer can come late.
        """
        from plan_tui.query.completion import completions

        if not self.is_attached:
            return
        index = self.session.index
        self.box.set_completions(
            completions(text, index.filter_facts, index.sections, language=self.language)
        )
        self._find(text)
        result = self.result
        self._say_count()
        self._show_completions()
        self.results.set_rows((result.hits or result.nearest) if result else ())

    def _find(self, text: str) -> None:
        self._error = self.result = None
        try:
            _, self.result = find_typed(
                self._ask_index, text, unfinished=bool(self.box.completions)
            )
        except UsageError as error:
            self._error = error

    def _ask_index(self, text: str) -> SearchResult | None:
        return self.session.index.search(text) if text.strip() else None

    def _show_completions(self) -> None:
        """Show what can be completed, else how the hits are spread, else what was tried."""
        groups: Groups = ()
        result = self.result
        if completions := self.box.completions:
            groups = completion_items((c.text, c.word, c.count) for c in completions)
        elif result and result.hits:
            groups = facet_items(result.facets, result.query, self.language)
        elif result and result.tried:
            groups = tried_items(result.tried, self.language)
        self.completion_line.show(groups)

    def _say_count(self) -> None:
        result = self.result
        if self._error:
            self.hits_pane.bar.say([Piece(self._error.say(self.language), "warning")])
            return
        if result is None:
            self.hits_pane.bar.say([Piece(READY.say(self.language), "muted")])
            return
        if not result.hits:
            phrase = NOTHING if result.tried else NOTHING_INSIDE
            if not result.nearest:
                phrase = NOTHING_AT_ALL
            self.hits_pane.bar.say([Piece(phrase.say(self.language), "warning")])
            return
        count = TOTAL.say(self.language, total=total(result, self.language))
        editions = sorted(
            result.facets.get("edition", {}).items(), key=lambda pair: self._ordinals[pair[0]]
        )
        right = [Piece(f" {e}:{n}", edition_role(self._ordinals[e])) for e, n in editions]
        note = left_out(result, self.language)
        left = [Piece(count, "strong"), *([Piece(f"  {note}", "muted")] if note else [])]
        self.hits_pane.bar.say(left, right, last_matter=True)

    # The preview

    def _show_preview(self) -> None:
        hit = self.results.row
        self.refresh_bindings()
        if hit is None:
            error, guide = self._error, GUIDE.say(self.language, **self.session.examples)
            words = Paragraph(error.say(self.language) if error else guide, role="muted")
            self.preview.bar.say([])
            self.reading.show(words.lines)
            return
        section = hit.section
        text = self.session.plan.section_text(section.key)
        self.reading.read(
            text,
            self.language,
            finder(self._to_mark(hit)),
            kpis=True,
            notes=self.session.notes.at(section.key),
        )
        self.reading.go_to_first_hit()
        self.preview.bar.say(
            [
                Piece(
                    cited(section, self.language),
                    edition_role(self._ordinals.get(section.edition_id, 1)),
                )
            ],
            [Piece(section.key, "muted")],
        )

    # Going on

    def _to_mark(self, hit: Hit) -> str:
        return words_to_mark(self.result.query if self.result else "", hit)

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        if message.step < 0 and not self.box.value:
            self.box.put(self.session.earlier.latest)
        else:
            self.results.cursor += message.step

    @on(QueryInput.Left)
    def _to_results(self) -> None:
        self._remember()
        self.results.focus()

    @on(Input.Submitted)
    @on(HitRows.Chosen)
    def _open(self) -> None:
        hit = self.results.row
        if hit is not None:
            self._remember()
            self.results.focus()  # so that on coming back letters are commands; `/` is the box
            destination = SectionAt(hit.section.key, self._to_mark(hit))
            self.post_message(OpenDestination(destination))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        message.stop()
        self.post_message(OpenDestination(SectionAt(message.key, self.box.value)))

    # Completions and earlier queries

    @on(QueryInput.Turned)
    def _turned(self) -> None:
        self._show_completions()

    @on(CompletionLine.Clicked)
    def _taken(self, message: CompletionLine.Clicked) -> None:
        self.ask(message.query)

    def _remember(self) -> None:
        if self.result and self.result.hits:
            self.session.earlier.remember(self.box.value)

    @on(SearchBox.EarlierAsked)
    def _ask_earlier(self) -> None:
        self._remember()
        queries = [query for query in self.session.earlier if query != self.box.value.strip()]
        if not queries:
            safe.notice(self.app, EARLIER_NONE.say(self.language))
            return
        choices = [
            Choice(letter, (Piece(query),), query)
            for letter, query in zip(letters(len(queries)), queries, strict=True)
        ]
        title = BY_ID["earlier-queries"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._bring)

    def _bring(self, query: str | None) -> None:
        if query is not None:
            self.ask(query)

    def ask_here(self) -> bool:
        """Go to the box."""
        self.ask(None)
        return True

    def view(self) -> View | None:
        """Return the hits of the query."""
        from plan_tui.views.search import SearchView

        return SearchView(self.language, self.result) if self.result else None
