"""Deadlines and numbers that are followed over the editions, and how they moved."""

from __future__ import annotations

from plan_tui.labels.change_names import FIRST, FIRST_SHORT, SUGGESTION
from plan_tui.model.comparison_enums import (
    Movement,
    PromiseKind,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.tracks import PromiseStep

PROMISE_KINDS: dict[PromiseKind, Phrase] = {
    PromiseKind.DEADLINE: Phrase("期限", "deadline"),
    PromiseKind.NUMBER: Phrase("数値", "number"),
}
MOVEMENTS: dict[Movement, Phrase] = {
    Movement.KEPT: Phrase("同じ", "kept"),
    Movement.EARLIER: Phrase("前倒し", "moved earlier"),
    Movement.LATER: Phrase("後ろ倒し", "moved later"),
    Movement.VAGUER: Phrase("期限の幅が拡大", "wider window"),
    Movement.FIRMER: Phrase("期限の幅が縮小", "narrower window"),
    Movement.DONE: Phrase("実施済みと記述", "reported as done"),
    Movement.RAISED: Phrase("増", "raised"),
    Movement.LOWERED: Phrase("減", "lowered"),
    Movement.DROPPED: Phrase("同じ約束は見当たらず", "no such promise found"),
    Movement.NEW: FIRST,
}
_SUGGESTED = Phrase("{movement}・{suggestion}", "{movement}, {suggestion}")


def movement_phrase(step: PromiseStep) -> Phrase:
    """Return the words for a step, and whether it rests on a place that is only suggested."""
    movement = MOVEMENTS[step.movement]
    if not step.suggested:
        return movement
    return _SUGGESTED.of(movement=movement, suggestion=SUGGESTION)


MOVEMENTS_SHORT: dict[Movement, Phrase] = {
    **MOVEMENTS,
    Movement.EARLIER: Phrase("前倒し", "earlier"),
    Movement.LATER: Phrase("後ろ倒し", "later"),
    Movement.VAGUER: Phrase("幅拡大", "wider"),
    Movement.FIRMER: Phrase("幅縮小", "narrower"),
    Movement.DONE: Phrase("実施済み", "done"),
    Movement.NEW: FIRST_SHORT,
    Movement.DROPPED: Phrase("見当たらず", "not found"),
}
"""As they are counted in a list, where all of them are to stand in one line."""
