"""Notices that the file of the open database was replaced, removed or written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.store.file_state import FileChange
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.menu import Choice, Menu
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.widgets.typing_place import takes_text

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

REPLACED = Phrase("データベースが新しくなりました", "There is a new database")
WRITTEN = Phrase(
    "データベースが書き換えられました", "The database was written over: this may be wrong"
)
REMOVED = Phrase(
    "データベースのファイルがなくなりました。開いた内容は、閉じるまでこのまま読めます：{path}",
    "The database's file is gone. What was opened can be read until you leave: {path}",
)
OPEN_IT = Phrase("今の箇所で開き直す", "Open it at the same place")
GO_ON = Phrase("開いた時の内容で続ける", "Go on with what was opened")
_OPEN = "open"


class FileWatch:
    """Tells the reader once of each change of the file, when they are not in the midst of typing.

    What is open stays open: its connections read the file that they were opened with.
    """

    def __init__(self, app: PlanApp) -> None:
        self._app = app
        self._told = app.session.shared.opened

    def look(self) -> None:
        """Look at the file, and tell what became of it since it was last told of."""
        app, shared = self._app, self._app.session.shared
        now = shared.now
        is_free = isinstance(app.screen, PlanScreen) and not takes_text(app.focused)
        if now == self._told or not is_free:
            return
        self._told = now
        change = shared.change_to(now)
        if change is FileChange.REMOVED:
            words = REMOVED.say(app.language, path=app.plan.file)
            safe.notice(app, words, "warning", timeout=20)
        elif change is not FileChange.NONE:
            self._offer(REPLACED if change is FileChange.REPLACED else WRITTEN)

    def _offer(self, title: Phrase) -> None:
        app = self._app
        choices = [
            Choice("1", (Piece(app.say(OPEN_IT)),), _OPEN),
            Choice("2", (Piece(app.say(GO_ON)),), ""),
        ]
        app.push_screen(Menu(app.language, app.say(title), choices), self._answer)

    def _answer(self, answer: str | None) -> None:
        if answer == _OPEN:
            # In a task of the application: the screens that it takes away must not wait for it.
            self._app.run_worker(self._app.reopen(self._app.plan.file))
