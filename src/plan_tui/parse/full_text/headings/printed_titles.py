"""The wording of titles: how they are compared, and what their words and brackets tell."""

from __future__ import annotations

import re
import unicodedata

from plan_tui.parse.full_text.label_styles import styled_labels

_BRACKETS = (("（", "）"), ("「", "」"), ("『", "』"), ("(", ")"))
_NOTHING_BELOW = re.compile(
    r"(?:はじめに|始めに|まえがき|前書き|前文|序文?|序言|緒言|おわりに|終わりに|あとがき|結び|むすび|"
    r"まとめ)(?:に代えて)?"
)
_ANNEX = re.compile(
    r"(?:別紙|別添|別表|別冊|別記|附則|附表|付録|附録|付属資料|参考資料?|資料編?|用語集|工程表)\d*.*"
)


def solid_text(text: str) -> str:
    """Return a text without blanks and with one width for each character, to compare titles."""
    plain = unicodedata.normalize("NFKC", "".join(text.split()))
    return re.sub(r"[‐‑–—−―]", "-", plain)


def holds_nothing(title: str) -> bool:
    """Return whether no sections stand below a title such as はじめに."""
    return bool(_NOTHING_BELOW.fullmatch(solid_text(title)))


def stands_on_top(title: str) -> bool:
    """Return whether a heading such as おわりに or 別紙 goes on with no chapter before it."""
    return holds_nothing(title) or bool(_ANNEX.fullmatch(solid_text(title)))


def has_open_bracket(title: str) -> bool:
    """Return whether a bracket is open at the end of a title, which then goes on."""
    return any(title.count(opened) > title.count(closed) for opened, closed in _BRACKETS)


def closes_unopened(title: str) -> bool:
    """Return whether a text closes a bracket that it does not open: the end of a title."""
    if styled_labels(title):
        return False
    return any(title.count(closed) > title.count(opened) for opened, closed in _BRACKETS)
