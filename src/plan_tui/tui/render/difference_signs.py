"""The signs before lines of compared texts and facts: what differs, told without colour."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plan_tui.labels.punctuation import gap
from plan_tui.model.comparison_enums import TextChange
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Line, Paragraph, Piece

ADDED, GONE, CHANGED = "＋ ", "－ ", "～ "
SHARED = "＆ "
"""Before a line with a phrase that both texts have in common, where they share little."""
MOVED = "⇄  "
"""Before a line of a sentence that stands elsewhere on the other side."""
MOVED_CHANGED = "⇄~ "
"""Before a line of such a sentence with words that only one side has."""
NOTATION = "＊ "
"""Before a line that differs in notation alone."""
KEPT = "＝ "
"""Before a fact that both texts name."""
NOT_THERE = "・ "
"""Before a fact that the counterparts do not name: their silence is nothing bad."""
NO_SIGN = "   "
GUTTER = 3
"""Columns before a text: a sign of two, and the mark of the line where `n` stopped."""
SIGN_ROLES = {
    ADDED: "good", GONE: "bad", CHANGED: "warning",
    MOVED: "link", MOVED_CHANGED: "warning",
    SHARED: "link", NOTATION: "muted", KEPT: "muted", NOT_THERE: "muted", NO_SIGN: "text",
}  # fmt: skip
"""Sign → its role."""
LEGEND: dict[str, Phrase] = {
    ADDED: Phrase("＋追加", "＋added"),
    GONE: Phrase("－削除", "－gone"),
    CHANGED: Phrase("～変更", "～changed"),
    MOVED: Phrase("⇄移動（もう一方では別の位置）", "⇄moved (elsewhere in the other text)"),
    MOVED_CHANGED: Phrase("⇄~移動・一部変更", "⇄~moved and changed"),
    SHARED: Phrase("＆共通の語句あり（差分外）", "＆shares a phrase (not counted)"),
    NOTATION: Phrase("＊表記だけの違い", "＊notation only"),
}
"""Sign → a word or two for the line above the texts; `plan_tui.labels.legend` says it at length."""


def sign_of(roles: Collection[str], *, is_moved: bool = False) -> str:
    """Return the sign of a line whose pieces have these roles; `GUTTER` columns."""
    new, gone = TextChange.NEW in roles, TextChange.GONE in roles
    if is_moved:
        return MOVED_CHANGED if new or gone else MOVED
    if not new and not gone:
        notation = NOTATION if TextChange.NOTATION in roles else NO_SIGN
        return SHARED if TextChange.SHARED in roles else notation
    others = set(roles) - {TextChange.NEW, TextChange.GONE}
    if others or (new and gone):
        return CHANGED
    return ADDED if new else GONE


def legend_lines(
    signs: Collection[str], first: Sequence[Piece], columns: int, language: Language
) -> list[Line]:
    """Say what signs mean, behind ``first``."""
    told = (phrase.say(language) for sign, phrase in LEGEND.items() if sign in signs)
    meanings = gap(language).join(told)
    if not (meanings or first):
        return []
    indent = Piece(NO_SIGN)
    return Paragraph(meanings, role="muted", first=(indent, *first), rest=(indent,)).lines(columns)
