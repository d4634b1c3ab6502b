"""Back to sections that the reader opened."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.text.language import Phrase
from plan_tui.tui.base_app import BaseApp
from plan_tui.tui.main_screens import MainScreens
from plan_tui.tui.router import Router
from plan_tui.tui.screens.explorer import ExplorerScreen

NO_HISTORY = Phrase("履歴はここまでです。", "This is the end of the history.")


class VisitedSections:
    """The commands of the history, which the session keeps."""

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
