"""From a section to others: its counterparts, other editions, history, marks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from plan_tui.compare.sections.next_edition import neighbours
from plan_tui.labels.edition_names import edition_name
from plan_tui.model import headings
from plan_tui.model.records import Section
from plan_tui.text.language import Phrase
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.main_screens import MainScreens
from plan_tui.tui.messages import OpenComparison
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.compare import CompareScreen
from plan_tui.tui.screens.jump import Jump
from plan_tui.tui.screens.menu import AskLetter, Choice, Menu, letters, link_pieces
from plan_tui.tui.screens.source import SourceScreen

NO_COUNTERPART = Phrase(
    "{editions}に対応箇所はありません（収録テキスト内）。",
    "No counterpart in the text we hold of the {editions}.",
)
NO_LATER = Phrase("これより後の版はありません。", "There is no later edition.")
NO_EARLIER = Phrase("これより前の版はありません。", "There is no earlier edition.")
NO_HISTORY = Phrase("履歴はここまでです。", "The history ends here.")
NO_MARKS = Phrase("しおりはまだありません。m で付けます。", "No marks yet; m sets one.")
MARKED = Phrase("しおり {letter}：{title}", "Mark {letter}: {title}")


class Navigation(MainScreens):
    """The commands that lead from one place to another."""

    async def action_compare(self) -> None:
        """Show the present section beside its counterparts."""
        here = self.here
        if here is not None and here.current is not None and not isinstance(here, CompareScreen):
            await self._open_comparison(OpenComparison(here.current.key, topic=here.topic))

    @on(OpenComparison)
    async def _open_comparison(self, message: OpenComparison) -> None:
        await self.show_aside(
            CompareScreen(
                self.session, message.key, with_edition=message.with_edition, topic=message.topic
            )
        )

    async def action_source(self) -> None:
        """Show the present section's source lines."""
        here = self.here
        if here is not None and here.current is not None and not isinstance(here, SourceScreen):
            text = self.plan.section_text(here.current.key)
            await self.show_aside(SourceScreen(self.session, text))

    def action_jump(self) -> None:
        """Label the panes and go to the one whose letter is pressed."""
        panes = [widget for widget in self.screen.focus_chain if widget.region]
        self.push_screen(Jump([(pane.region.offset, pane) for pane in panes]), self._jump_to)

    def _jump_to(self, number: str | None) -> None:
        if number is not None:
            self.screen.focus_chain[int(number)].focus()

    # Other editions

    async def action_previous_edition(self) -> None:
        """Open the same place in the edition before."""
        await self._to_edition(-1)

    async def action_next_edition(self) -> None:
        """Open the same place in the edition after."""
        await self._to_edition(1)

    async def _to_edition(self, step: int) -> None:
        here, section = self.here, self.current
        if isinstance(here, CompareScreen) and here.step_topic(step):
            return
        if section is None:
            return
        there = neighbours(self.plan, section, step)
        if there.skipped:
            names = "・".join(edition_name(name, self.language) for name in there.skipped)
            self.tell(NO_COUNTERPART, editions=names)
        elif not there.edition:
            self.tell(NO_LATER if step > 0 else NO_EARLIER)
        if len(there.linked) == 1 and there.linked[0][0].accepted:
            await self._go_beside(there.linked[0][1].key)
        elif there.linked:
            title = edition_name(there.edition, self.language)
            choices = [
                Choice(letter, link_pieces(*pair, self.session.topics, self.language), pair[1].key)
                for letter, pair in zip(letters(len(there.linked)), there.linked, strict=True)
            ]
            self.push_screen(Menu(self.language, title, choices), self._go_beside)

    async def _go_beside(self, key: str | None) -> None:
        """Go to a section without leaving the comparison."""
        if key is None:
            return
        if isinstance(self.here, CompareScreen):
            self.here.rebase(key)
        else:
            await self.open_section(key)

    # History and marks

    async def action_history_back(self) -> None:
        """Go to the section opened before."""
        await self._to_history(self.session.history.back)

    async def action_history_forward(self) -> None:
        """Go to the section that `history_back` left."""
        await self._to_history(self.session.history.forward)

    async def _to_history(self, step: Callable[[str], str | None]) -> None:
        now = self.explorer.current
        key = step(now.key if now else "")
        if key is None:
            self.tell(NO_HISTORY)
        else:
            await self.show_mode("explorer")
            self.explorer.return_to(self.plan.section(key))
            self.explorer.reading.focus()

    def action_mark(self) -> None:
        """Mark the present section with the next key."""
        section = self.current
        if section is not None:
            self.push_screen(AskLetter(self.language), partial(self._set_mark, section))

    def _set_mark(self, section: Section, letter: str | None) -> None:
        if letter is not None:
            self.session.marks[letter] = section.key
            self.tell(MARKED, letter=letter, title=headings.heading(section, self.language))

    def action_marks(self) -> None:
        """Choose among the marks."""
        marks = self.session.marks
        if not marks:
            self.tell(NO_MARKS)
            return
        choices = [
            Choice(letter, (Piece(headings.heading(self.plan.section(key), self.language)),), key)
            for letter, key in sorted(marks.items())
        ]
        title = BY_ID["marks"].name.say(self.language)
        self.push_screen(Menu(self.language, title, choices), self._go_beside)
