"""The outline beside the text: browse, read, and see a measure's KPIs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widget import Widget

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model import headings
from plan_tui.model.enums import TextPlace
from plan_tui.model.records import Document, Edition, Section, SectionText
from plan_tui.text.language import Phrase
from plan_tui.text.width import cut
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.destinations import OpenDestination, PassageSpan, SectionAt
from plan_tui.tui.highlight import finder, span_finder
from plan_tui.tui.render.about import document_lines, edition_lines
from plan_tui.tui.render.kpi import kpi_lines
from plan_tui.tui.render.line import Anchor, Line, Piece
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing
from plan_tui.tui.render.section_text import Options
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.tui.screens.plan_screen import HUGE, PlanScreen
from plan_tui.tui.session import Session
from plan_tui.tui.themes import edition_role
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.outline_nodes import Entry
from plan_tui.tui.widgets.outline_tree import OutlineTree
from plan_tui.tui.widgets.pane import Pane
from plan_tui.tui.widgets.reading import KpiPane, ReadingPane
from plan_tui.views.view import View

if TYPE_CHECKING:
    from plan_tui.views.tree import TreeView

OUTLINE = Phrase("目次", "Outline")
KPIS = Phrase("施策 {number} の KPI", "KPIs of measure {number}")
HIT = Phrase("一致 {number}/{count}", "match {number}/{count}")
DEPTH = Phrase("深さ{depth}まで", "down to depth {depth}")
NO_HIT = Phrase("一致なし", "no match")

_STEP = Piece(" › ", "muted")


class ExplorerScreen(PlanScreen):
    """Shows the entry under the outline's cursor; `open_section` goes to any section."""

    LEGEND = (LegendPart.STATUSES,)
    DEFAULT_CSS = """
    ExplorerScreen #split { layout: horizontal; height: 1fr; }
    ExplorerScreen #tree { width: 40%; min-width: 34; max-width: 72; }
    ExplorerScreen #detail { width: 1fr; }
    ExplorerScreen #tree > OutlineTree, ExplorerScreen #tree { background: $plan-pane; }
    ExplorerScreen #kpi { max-height: 50%; display: none; }
    ExplorerScreen #kpi > LinePane { background: $plan-pane; }
    ExplorerScreen.-measure #kpi { display: block; }
    ExplorerScreen.-huge #detail { layout: horizontal; }
    ExplorerScreen.-huge #text { width: 1fr; }
    ExplorerScreen.-huge #kpi { width: 42%; max-height: 100%; }
    ExplorerScreen.-narrow #split { layout: vertical; }
    ExplorerScreen.-narrow #tree {
        width: 100%; max-width: 100%; height: 1fr; min-height: 4;
    }
    ExplorerScreen.-narrow #detail { height: 1fr; min-height: 4; }
    ExplorerScreen.-narrow #tree:focus-within { height: 3fr; }
    ExplorerScreen.-narrow #detail { height: 2fr; }
    ExplorerScreen.-narrow #detail:focus-within { height: 4fr; }
    """
    AUTO_FOCUS = "OutlineTree"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.is_filled = False
        self.outline = OutlineTree(session.plan, session.notes.at, self._moved, ident="outline")
        self.reading = ReadingPane(ident="reading")
        self.kpis = KpiPane(ident="kpis")
        self.text_pane = Pane(self.reading, ident="text")
        self.kpi_pane = Pane(self.kpis, ident="kpi")
        self.tree_pane = Pane(self.outline, ident="tree")
        self._is_leading = False
        """True while the cursor is moved by what shows its entry itself."""
        self._text: SectionText | None = None
        self._find: MarkFinder = find_nothing
        self._places: dict[str, Anchor | None] = {}
        """Key of a section → where the reader last was in its text."""
        self._tree: TreeView | None = None
        """The outline that can be exported, as it was last asked for."""

    def body(self) -> ComposeResult:
        """Yield the outline, the text and the KPIs."""
        yield Container(
            self.tree_pane, Vertical(self.text_pane, self.kpi_pane, id="detail"), id="split"
        )

    def fill(self) -> None:
        """Show the outline, and its first entry."""
        super().fill()
        self.translate()
        self.outline.fill()

    def translate(self) -> None:
        """Say everything in the language."""
        self.tree_pane.bar.say([Piece(OUTLINE.say(self.language), "strong")])
        self.reading.translate(self.language)
        self._show_entry(keep_place=True)

    @property
    def current(self) -> Section | None:
        """The section that is shown."""
        return self._text.section if self._text else None

    @property
    def text(self) -> SectionText | None:
        """The section that is shown, whole."""
        return self._text

    @property
    def entry(self) -> Entry | None:
        """What the outline's cursor is on."""
        return self.outline.row.entry if self.outline.row else None

    # Showing

    def _moved(self) -> None:
        if not self._is_leading:
            self._find = find_nothing
            self._show_entry()

    @contextmanager
    def _leading(self) -> Iterator[None]:
        """Move the outline's cursor within; what it then stands on is shown afterwards."""
        self._is_leading = True
        try:
            yield
        finally:
            self._is_leading = False

    def open_section(
        self, section: Section, query: str = "", words: PassageSpan | None = None
    ) -> None:
        """Go to a section, the words of ``query`` marked, the focus on the text.

        Of printed ``words``, these alone are marked and stand in sight, the focus on their pane.
        """
        with self._leading():
            self.outline.reveal(section)
        self._find = span_finder(words) if words else finder(query)
        self._show_entry()
        pane = self.kpis if words and words.place is TextPlace.KPI else self.reading
        pane.focus()
        if pane is self.kpis:  # its lines are made once it is shown
            self.call_after_refresh(pane.go_to_hit, 1)
        elif query and self.reading.hits():
            self.reading.action_next_hit()
        elif words:
            pane.go_to_hit(1)

    def open_document(self, document_id: str) -> None:
        """Go to a document in the outline, what is below it unfolded."""
        self.outline.reveal_document(document_id)
        self.outline.focus()

    def way_back(self) -> Callable[[], None]:
        """Return what shows the present entry again, with the focus where it is now."""
        return partial(self._restore, self.entry, self.focused)

    def _restore(self, entry: Entry | None, focus: Widget | None) -> None:
        if entry is not None:
            self.return_to(entry)
            self.set_focus(focus)

    def return_to(self, entry: Entry) -> None:
        """Show what was shown before, at the place where the reader left it."""
        if entry == self.entry:
            return
        with self._leading():
            self.outline.go_to(entry)
        self._find = find_nothing
        self._show_entry()
        place = self._places.get(entry.key) if isinstance(entry, Section) else None
        if place is not None:
            self.reading.go_to(place)

    def _leave(self) -> None:
        if self._text is not None:
            self._places[self._text.section.key] = self.reading.top_anchor

    def _show_entry(self, *, keep_place: bool = False) -> None:
        node = self.outline.row
        if node is None:
            return
        entry = node.entry
        if isinstance(entry, Section):
            self._show_section(entry, node.edition, keep_place=keep_place)
            return
        self._leave()
        self._text = None
        self.remove_class("-measure")
        self.reading.show(lambda columns: self._about(entry, columns), keep_place=keep_place)
        name = edition_name(
            entry.id if isinstance(entry, Edition) else entry.edition_id, self.language
        )
        self.text_pane.bar.say([Piece(name, edition_role(node.edition))])
        self.refresh_bindings()

    def _about(self, entry: Entry, columns: int) -> Sequence[Line]:
        plan = self.session.plan
        if isinstance(entry, Edition):
            documents = [d for d in plan.documents() if d.edition_id == entry.id]
            return edition_lines(entry, documents, columns, self.language)
        assert isinstance(entry, Document)
        count = plan.section_counts().get(entry.id, 0)
        return document_lines(entry, count, columns, self.language)

    def _show_section(self, section: Section, edition: int, *, keep_place: bool) -> None:
        if keep_place and self._text and self._text.section == section:
            self.reading.translate(self.language)
        else:
            self._leave()
            self._text = self.session.plan.section_text(section.key)
            notes = self.session.notes.at(section.key)
            self.reading.read(self._text, self.language, self._find, notes=notes)
        self._say_path(edition)
        self._show_kpis()
        self.refresh_bindings()

    def _named(self, section: Section) -> tuple[str, str]:
        """Return a section's label and its heading in the language of the path."""
        return headings.label(section, self.language), headings.step(section, self.language)

    def _say_path(self, edition: int, note: str = "") -> None:
        text = self._text
        if text is None:
            return
        left = [Piece(edition_name(text.edition.id, self.language), edition_role(edition))]
        short = list(left)
        for section in text.path:
            label, name = self._named(section)
            left += [_STEP, Piece(name, "text")]
            short += [_STEP, Piece(label or cut(name, 10), "text")]
        label, name = self._named(text.section)
        last = [_STEP, Piece(label or name, "strong")]
        right = [Piece(f"{note}  ", "warning")] if note else []
        right.append(Piece(text.section.key, "muted"))
        self.text_pane.bar.say([*left, *last], right, [*short, *last])

    def on_screen_resume(self) -> None:
        """Show the notes that were written since."""
        self.notes_changed()

    def notes_changed(self) -> None:
        """Show the notes as they are kept now."""
        self.outline.forget()
        if self._text is not None:
            self.reading.annotate(self.session.notes.at(self._text.section.key))

    # KPIs

    def _show_kpis(self) -> None:
        text = self._text
        is_measure = text is not None and (text.measure is not None or bool(text.kpis))
        self.set_class(is_measure, "-measure")
        if text is None or not is_measure:
            return
        self.kpis.read(text, self.language, self._find)
        title = KPIS.say(self.language, number=text.measure or "")
        self.kpi_pane.bar.say([Piece(title, "strong")])
        self._fit_kpis()

    def _fit_kpis(self) -> None:
        """Make the KPI pane as high as its lines, where it stands below the text."""
        text = self._text
        if text is None:
            return
        columns = self.reading.scrollable_content_region.width
        options = Options(self.language, calendar=self.calendar)
        height = len(kpi_lines(text, max(columns, 20), options)) + 1
        self.kpi_pane.styles.height = "100%" if self.size.width >= HUGE else height

    def on_resize(self) -> None:
        """Fit the KPI pane again, once the text pane has its width."""
        self.call_after_refresh(self._fit_kpis)

    # Messages

    @on(OutlineTree.Chosen)
    def _chosen(self) -> None:
        node = self.outline.row
        if node is None:
            return
        if isinstance(node.entry, Section):
            self.reading.focus()
        else:
            self.outline.action_open_close()

    @on(OutlineTree.DepthAsked)
    def _ask_depth(self) -> None:
        choices = [
            Choice(str(depth), (Piece(DEPTH.say(self.language, depth=depth)),), str(depth))
            for depth in range(1, 6)
        ]
        title = BY_ID["fold-level"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._fold_to)

    @on(OutlineTree.FootnotesAsked)
    def _turn_footnotes(self) -> None:
        self.reading.action_footnotes()

    def _fold_to(self, depth: str | None) -> None:
        if depth is not None:
            self.outline.fold_to(int(depth))

    @on(LinePane.Opened)
    def _clicked(self, message: LinePane.Opened) -> None:
        message.stop()
        self.post_message(OpenDestination(SectionAt(message.key)))

    @on(ReadingPane.AtHit)
    def _at_hit(self, message: ReadingPane.AtHit) -> None:
        node = self.outline.row
        if node is None:
            return
        phrase = HIT if message.count else NO_HIT
        note = phrase.say(self.language, number=message.number, count=message.count)
        self._say_path(node.edition, note)

    # Taking it away

    @property
    def has_view(self) -> bool:
        """True: there is a section, or an outline, which is not read for this."""
        return True

    def view(self) -> View | None:
        """Return the section, or the outline of the document."""
        from plan_tui.views.show import ShowView
        from plan_tui.views.tree import tree_view

        if self._text is not None:
            return ShowView(self.language, (self._text,))
        node = self.outline.row
        chosen = node.entry.id if node and isinstance(node.entry, Document) else None
        if self._tree is None or (self._tree.language, self._tree.document_id) != (
            self.language,
            chosen,
        ):
            self._tree = tree_view(self.session.plan, self.language, document_id=chosen)
        return self._tree
