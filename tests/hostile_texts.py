"""Texts that documents must hold to the letter, and how they are shown."""

from __future__ import annotations

from plan_tui.text.controls import visible_in_xml

HOSTILE_TEXTS = (
    "a|b||c",
    "`code` と ``二重``",
    "[角] ［全角］ [x](y) [^1]",
    "<script>alert(1)</script><b>太字</b> &amp; &#65; ]]>",
    "=1+1",
    "+81-3-0000",
    "-12",
    "@SUM(A1)",
    "一行目\n二行目\n\n四行目",
    "\x00\x07\x1b[31m赤\x7f\x9b",
    "\u202e逆\u2066\u200b\ufeff\ufffe\uffff",
    "\ud800 と \udfff",
    "長い" * 5_000,
    "  前後の空白  ",
    "ﾊﾝｶｸ ｶﾞｷﾞ｡｢｣ と ＡＢＣ１２３　全角の空白",
    "☕️と👨‍👩‍👧と🇯🇵と👍🏽",
    "𪚥𫠉𬺰𰻞 と か\u3099 と 神\ufe00",
    "# 見出し",
    "> 引用",
    "1. 番号",
    "- 箇条",
    "+ 箇条",
    "---",
    "~~~",
    "$x$ と $$y$$ と :emoji: と www.example.jp と http://example.jp/a_(b)",
    "𠮷野家と葛\U000e0100",
    "\"引用\" '符' {中括弧} \\逆斜線 ~~消~~ *強* _下_ $式$",
)


def as_shown(text: str) -> str:
    """Return what a document shows of a text: what XML forbids, as visible signs."""
    return visible_in_xml(text)
