"""The panes that show a section: its text, and a measure's KPIs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from plan_tui.model.place_notes import NotedPlace
from plan_tui.model.records import MeasureCard, SectionText
from plan_tui.text.day_names import Calendar
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import replaced
from plan_tui.tui import safe
from plan_tui.tui.commands import Scope, bindings
from plan_tui.tui.commands.need import Setting
from plan_tui.tui.commands.offering import OffersCommands
from plan_tui.tui.line_lengths import MEDIUM, SHORT
from plan_tui.tui.render.kpi import kpi_lines
from plan_tui.tui.render.line import EMPTY, Line
from plan_tui.tui.render.marked_text import MarkFinder, find_nothing
from plan_tui.tui.render.section_text import (
    LISTED,
    OPENED,
    Options,
    section_lines,
)
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane

NO_NOTES = Phrase(
    "ここに脚注はありません。{key} のあと 含む:脚注 で、脚注のある箇所を探せます。",
    "There are no footnotes here; {key} and then has:footnote finds sections with footnotes.",
)
_CALENDAR = (Setting.CALENDAR,)


class SectionPane(LinePane):
    """Shows something of one section, with dates in the calendar that the reader chose."""

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._text: SectionText | None = None
        self._options = Options()

    def was_typeset(self) -> None:
        """Tell nobody: no screen counts the lines of a section."""

    def on_mount(self) -> None:
        """Follow the calendar."""
        self.watch(self.app, "calendar", self._set_calendar)

    def _set_calendar(self, calendar: Calendar) -> None:
        if calendar is not self._options.calendar:
            self._options = replaced(self._options, calendar=calendar)
            self.show(self._typeset, keep_place=True)


class ReadingPane(OffersCommands, SectionPane):
    """Shows one section's text, with footnotes, tables and what is below it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.READING)

    class AtHit(Message):
        """The reader went to a match: the ``number``-th, from 1, of ``count``."""

        def __init__(self, number: int, count: int) -> None:
            super().__init__()
            self.number = number
            self.count = count

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._with_kpis = False
        self._length = MEDIUM

    def on_mount(self) -> None:
        """Follow the length of lines that the reader chose."""
        self.watch(self.app, "line_length", self._set_length)

    def _set_length(self, length: int) -> None:
        if length != self._length:
            self._length = length
            self.show(self._typeset, keep_place=True)

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Settings that what stands here follows."""
        if self._text is None or self._typeset != self._section:
            return ()
        broad = self.scrollable_content_region.width > SHORT
        calendar = _CALENDAR if self._with_kpis and _has_days(self._text) else ()
        return (Setting.LINE_LENGTH, *calendar) if broad else calendar

    def read(
        self,
        text: SectionText,
        language: Language,
        find: MarkFinder = find_nothing,
        *,
        kpis: bool = False,
        notes: Sequence[NotedPlace] = (),
    ) -> None:
        """Show a section from its top, with the matches that ``find`` gives marked.

        With ``kpis`` a measure's KPIs stand below its text, for a screen without a KPI pane;
        ``notes`` are the reader's own.
        """
        self._text = text
        self._with_kpis = kpis and bool(text.kpis or text.measure)
        self._options = replaced(self._options, language=language, find=find, notes=tuple(notes))
        self.show(self._section)
        self.refresh_bindings()

    def annotate(self, notes: Sequence[NotedPlace]) -> None:
        """Show other notes of the reader's own on the section."""
        if self._text is not None and self._typeset == self._section:
            self._options = replaced(self._options, notes=tuple(notes))
            self.show(self._section, keep_place=True)

    def translate(self, language: Language) -> None:
        """Say the words around the text in another language."""
        self._options = replaced(self._options, language=language)
        if self._text is not None:
            self.show(self._section, keep_place=True)

    def _section(self, columns: int) -> Sequence[Line]:
        if self._text is None:
            return ()
        columns = min(columns, self._length)
        lines = section_lines(self._text, columns, self._options)
        if self._with_kpis:
            lines += [EMPTY, *kpi_lines(self._text, columns, self._options)]
        return lines

    def action_footnotes(self) -> None:
        """Open or close the footnotes where their marks stand."""
        shown = self._text is not None and self._typeset == self._section
        if self._text is None or not shown or not self._text.footnotes:
            key = first_key(self.app, "search-all")
            safe.notice(self.app, NO_NOTES.say(self._options.language, key=key))
            return
        self._options = replaced(self._options, open_notes=not self._options.open_notes)
        self.show(self._section, keep_place=True)
        if self._options.open_notes:
            self._show_note()

    def _show_note(self) -> None:
        """Bring opened footnotes of one mark or paragraph into sight: the next, else the last."""
        parts = [line.anchor[0] if line.anchor else "" for line in self.lines]
        notes = [n for n, part in enumerate(parts) if part.startswith(OPENED)]
        if not notes:  # of a KPI or a translated title: listed below the text alone
            notes = [n for n, part in enumerate(parts) if part.startswith(LISTED)]
        top = self.scroll_offset.y
        first = next((n for n in notes if n >= top), notes[-1])
        last = next((n for n in range(first, len(parts)) if n + 1 not in notes), first)
        self.bring_into_sight(first, last)

    @property
    def has_matches(self) -> bool:
        """True if words are marked in the text."""
        return bool(self.hits())

    def action_next_hit(self) -> None:
        """Go to the next match."""
        self.post_message(self.AtHit(*self.go_to_hit(1)))

    def action_previous_hit(self) -> None:
        """Go to the previous match."""
        self.post_message(self.AtHit(*self.go_to_hit(-1)))


class KpiPane(SectionPane):
    """Shows a measure's KPIs: progress and outcome apart, dates and numbers with their meaning."""

    def __init__(self, *, ident: str | None = None) -> None:
        super().__init__(ident=ident)
        self._card: MeasureCard | None = None

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Settings that what stands here follows."""
        shown = self._typeset == self._kpis and self._text
        return _CALENDAR if shown and _has_days(shown) else ()

    def read(
        self,
        text: SectionText,
        language: Language,
        find: MarkFinder = find_nothing,
        card: MeasureCard | None = None,
    ) -> None:
        """Show the KPIs of a measure; of its ``card`` also what later editions say."""
        self._text = text
        self._card = card
        self._options = replaced(self._options, language=language, find=find)
        self.show(self._kpis)

    def _kpis(self, columns: int) -> Sequence[Line]:
        if self._text is None:
            return ()
        return kpi_lines(self._text, columns, self._options, self._card)


def _has_days(text: SectionText) -> bool:
    """Return whether KPIs name dates, whose meaning is drawn below them."""
    return any(date.kpi_id is not None for date in text.dates)
