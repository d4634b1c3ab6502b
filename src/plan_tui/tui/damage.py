"""Tells of what cannot be read, without leaving."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from plan_tui.text.language import Phrase
from plan_tui.tui.render.line import EMPTY, Line, Paragraph
from plan_tui.tui.screens.dialogs import LinesDialog
from plan_tui.tui.widgets.key_bar import first_key

if TYPE_CHECKING:
    from plan_tui.errors import PlanError
    from plan_tui.tui.base_app import BaseApp

TITLE = Phrase("読めないところがあります", "Something cannot be read")
WHAT_NEXT = Phrase(
    "ほかの箇所はこのまま見られます。"
    "閉じてから {report} で検証、{overview} で概観、{quit} で終了です。",
    "All else can still be read. Once this is closed, press {report} for the proof, "
    "{overview} for the overview, {quit} to leave.",
)


def tell_damage(app: BaseApp, error: PlanError) -> None:
    """Show a window that says what cannot be read and where the proof is."""
    keys = {name: first_key(app, name) for name in ("report", "overview", "quit")}
    typeset = partial(_lines, words=(error.say(app.language), app.say(WHAT_NEXT, **keys)))
    app.push_screen(LinesDialog(app.language, app.say(TITLE), typeset))


def _lines(columns: int, words: Sequence[str]) -> list[Line]:
    told, next_steps = words
    return [
        *Paragraph(told, role="bad").lines(columns),
        EMPTY,
        *Paragraph(next_steps).lines(columns),
    ]
