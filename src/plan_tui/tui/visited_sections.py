"""Back to sections that the reader opened or marked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from plan_tui.model import headings
from plan_tui.model.records import Section
from plan_tui.text.language import Phrase
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.commands import BY_ID
from plan_tui.tui.main_screens import MainScreens
from plan_tui.tui.render.line import Piece
from plan_tui.tui.router import Router
from plan_tui.tui.screens.explorer import ExplorerScreen
from plan_tui.tui.screens.menu import AskLetter, Choice, Menu

NO_HISTORY = Phrase("履歴はここまでです。", "The history ends here.")
NO_MARKS = Phrase("しおりはまだありません。m で付けます。", "No marks yet; m sets one.")
MARKED = Phrase("しおり {letter}：{title}", "Mark {letter}: {title}")


class VisitedSections:
    """The commands of the history and of the marks, which the session keeps."""

    def __init__(self, app: BaseApp, main: MainScreens, router: Router) -> None:
        self._app = app
        self._main = main
        self._router = router

    async def action_history_back(self) -> None:
        """Go to the section opened before."""
        await self._step(self._app.session.history.back)

    async def action_history_forward(self) -> None:
        """Go to the section that `history_back` left."""
        await self._step(self._app.session.history.forward)

    async def _step(self, step: Callable[[str], str | None]) -> None:
        left = self._main[ExplorerScreen].current
        key = step(left.key if left else "")
        if key is None:
            self._app.tell(NO_HISTORY)
        else:
            await self._router.return_to(self._app.plan.section(key))

    def action_mark(self) -> None:
        """Mark the present section with the next key."""
        section = self._app.current
        if section is not None:
            dialog = AskLetter(self._app.language)
            self._app.push_screen(dialog, partial(self._set_mark, section))

    def _set_mark(self, section: Section, letter: str | None) -> None:
        if letter is not None:
            self._app.session.marks[letter] = section.key
            title = headings.heading(section, self._app.language)
            self._app.tell(MARKED, letter=letter, title=title)

    def action_marks(self) -> None:
        """Choose among the marks."""
        marks, language = self._app.session.marks, self._app.language
        if not marks:
            self._app.tell(NO_MARKS)
            return
        choices = [
            Choice(letter, (Piece(headings.heading(self._app.plan.section(key), language)),), key)
            for letter, key in sorted(marks.items())
        ]
        title = BY_ID["marks"].name.say(language)
        self._app.push_screen(Menu(language, title, choices), self._router.go_beside)
