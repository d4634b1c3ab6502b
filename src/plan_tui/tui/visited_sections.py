"""Back to sections that the reader opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from plan_tui.text.language import Phrase

if TYPE_CHECKING:
    from plan_tui.tui.app import PlanApp

NO_HISTORY = Phrase("履歴はここまでです。", "This is the end of the history.")


class VisitedSections:
    """The commands of the history, which the session keeps."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    async def action_history_back(self) -> None:
        """Go to the section opened before."""
        await self._step(self._app.session.history.back)

    async def action_history_forward(self) -> None:
        """Go to the section that `history_back` left."""
        await self._step(self._app.session.history.forward)

    async def _step(self, step: Callable[[str], str | None]) -> None:
        explorer = self._app.main.made("explorer")
        left = explorer.current if explorer else None
        key = step(left.key if left else "")
        if key is None:
            self._app.tell(NO_HISTORY)
        else:
            await self._app.router.return_to(self._app.plan.section(key))
