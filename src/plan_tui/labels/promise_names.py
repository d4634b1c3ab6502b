"""Deadlines and numbers that are followed over the editions, and how they moved."""

from __future__ import annotations

from plan_tui.model.enums import Movement, PromiseKind
from plan_tui.text.language import Phrase

PROMISE_KINDS: dict[PromiseKind, Phrase] = {
    PromiseKind.DEADLINE: Phrase("期限", "deadline"),
    PromiseKind.NUMBER: Phrase("数値", "number"),
}
MOVEMENTS: dict[Movement, Phrase] = {
    Movement.KEPT: Phrase("同じ", "kept"),
    Movement.EARLIER: Phrase("前倒し", "moved earlier"),
    Movement.LATER: Phrase("後ろ倒し", "moved later"),
    Movement.VAGUER: Phrase("曖昧化", "made vaguer"),
    Movement.FIRMER: Phrase("具体化", "made firmer"),
    Movement.DONE: Phrase("実施済みと記述", "reported as done"),
    Movement.RAISED: Phrase("増", "raised"),
    Movement.LOWERED: Phrase("減", "lowered"),
    Movement.DROPPED: Phrase("記載なし", "dropped"),
    Movement.NEW: Phrase("新規", "new"),
}
MOVEMENTS_SHORT: dict[Movement, Phrase] = {
    **MOVEMENTS,
    Movement.EARLIER: Phrase("前倒し", "earlier"),
    Movement.LATER: Phrase("後ろ倒し", "later"),
    Movement.VAGUER: Phrase("曖昧化", "vaguer"),
    Movement.FIRMER: Phrase("具体化", "firmer"),
    Movement.DONE: Phrase("実施済み", "done"),
}
"""As they are counted in a list, where all of them are to stand in one line."""
