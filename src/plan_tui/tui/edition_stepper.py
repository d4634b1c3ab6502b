"""From a section to the same place in the editions before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plan_tui.compare.sections.next_edition import neighbours
from plan_tui.compare.sections.side_by_side import compare
from plan_tui.labels.absences import absence
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.not_held import NOT_HELD
from plan_tui.labels.punctuation import joined_names, named
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.screens.menu import Choice, Menu, letters, link_pieces
from plan_tui.tui.widgets.key_bar import first_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Section
    from plan_tui.tui.app import PlanApp

NO_COUNTERPART = Phrase(
    "{editions}に対応箇所はありません（収録テキスト内）。",
    "No counterpart in the text held of the {editions}.",
)
NO_LATER = Phrase(
    "これより後の版はありません。{compare} で他の版と比べられます。",
    "There is no later edition; press {compare} to compare with the others.",
)
NO_EARLIER = Phrase(
    "これより前の版はありません。{compare} で他の版と比べられます。",
    "There is no earlier edition; press {compare} to compare with the others.",
)


class EditionStepper:
    """Steps through the editions, in the explorer or within a comparison."""

    def __init__(self, app: PlanApp) -> None:
        self._app = app

    async def action_previous_edition(self) -> None:
        """Open the same place in the edition before."""
        await self._step(-1)

    async def action_next_edition(self) -> None:
        """Open the same place in the edition after."""
        await self._step(1)

    async def _step(self, step: int) -> None:
        from plan_tui.tui.screens.compare import CompareScreen

        app, section = self._app, self._app.current
        if isinstance(app.here, CompareScreen) and app.here.step_topic(step):
            return
        if section is None:
            return
        there = neighbours(app.plan, section, step)
        if there.skipped:
            safe.notice(app, self._without(section, there.skipped))
        elif not there.edition:
            key = first_key(app, "compare")
            app.tell(NO_LATER if step > 0 else NO_EARLIER, compare=key)
        if len(there.linked) == 1 and there.linked[0][0].accepted:
            await app.router.go_beside(there.linked[0][1].key)
        elif there.linked:
            topics = app.session.topics
            choices = [
                Choice(letter, link_pieces(*pair, topics, app.language), pair[1].key)
                for letter, pair in zip(letters(len(there.linked)), there.linked, strict=True)
            ]
            title = edition_name(there.edition, app.language)
            app.push_screen(Menu(app.language, title, choices), app.router.go_beside)

    def _without(self, section: Section, editions: Sequence[str]) -> str:
        """Say of editions that lead on nowhere which have no counterpart, and what else is known.

        What nobody has confirmed is told as what it is, an edition a line.
        """
        language, absent, others = self._app.language, [], []
        for column in compare(self._app.plan, section.key, editions).columns:
            name, words = edition_name(column.edition.id, language), absence(column)
            if words is NOT_HELD:
                absent.append(name)
            elif words:
                others.append(named(name, words.say(language), language))
        flat = NO_COUNTERPART.say(language, editions=joined_names(absent, language))
        return "\n".join([flat, *others] if absent else others)
