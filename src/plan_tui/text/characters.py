"""Characters that say the same as others, or nothing at all.

PDF extraction and input methods leave them between those that are read: kana whose voicing mark
stands apart (か and U+3099), radicals in the place of kanji, variation selectors, and characters
that nobody sees. `readable` takes them out of a text, wherever texts are compared.
"""

from __future__ import annotations

import re
import unicodedata

from plan_tui.text.late_pattern import late_pattern

INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
"""Characters that are not seen, for a class of a pattern: soft hyphens, joiners, marks of byte
order and of direction, variation selectors."""
COMBINING = "\u0300-\u036f\u3099\u309a"
"""Marks that belong to the character before them, for a class of a pattern."""
_SPACING = {"゛": "\u3099", "ﾞ": "\u3099", "゜": "\u309a", "ﾟ": "\u309a"}
"""Voicing marks that take a place of their own → those that combine."""

# The supplement of radicals, of which NFKC knows two. It knows all that follow from U+2F00 on.
_SUPPLEMENT = """
    ⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺
    ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬
    ⺧牛 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺮竹 ⺯糹 ⺰纟 ⺱罓 ⺲罒 ⺳罓 ⺴罓 ⺵网 ⺶羊 ⺷羊 ⺸羊
    ⺹耂 ⺺聿 ⺻聿 ⺼肉 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足
    ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞
    ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿
    ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟
"""
RADICALS: dict[str, str] = {
    **{pair[0]: pair[1] for pair in _SUPPLEMENT.split()},
    **{chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
}
"""Radical (U+2E80–2FDF) → the kanji that looks like it."""

_KANA = "ぁ-ゖァ-ヺ"
_CLUSTER = late_pattern(
    rf"[{_KANA}][{INVISIBLE}{COMBINING}{''.join(_SPACING)}]*|.[{INVISIBLE}{COMBINING}]*", re.DOTALL
)
UNREADABLE = late_pattern(rf"[{INVISIBLE}{COMBINING}\u2e80-\u2fd5]|[{_KANA}][{''.join(_SPACING)}]")
_INVISIBLE = late_pattern(f"[{INVISIBLE}]+")
_TO_COMBINING = str.maketrans(_SPACING)


_FONT_SIGNS = ("\ue000", "\uf8ff")
"""The first and the last sign that only the font of its page gives a look, as Wingdings do."""


def shown_bullet(printed: str) -> str:
    """Return a bullet as it can be shown in any font: a font's own sign is ``・``."""
    first, last = _FONT_SIGNS
    return "".join("・" if first <= sign <= last else sign for sign in printed)


def is_kanji(letter: str) -> bool:
    """Tell whether a letter is a kanji, or ``々``, which stands for one.

    The letters of other scripts, Hangul among them, stand between the blocks of kanji.
    """
    return (
        "一" <= letter <= "\u9fff"
        or "㐀" <= letter <= "\u4dbf"
        or "\uf900" <= letter <= "\ufaff"
        or letter == "々"
    )


def is_readable(text: str) -> bool:
    """Tell whether `readable` would leave ``text`` as it is."""
    return UNREADABLE.search(text) is None


def readable(text: str) -> str:
    """Return ``text`` with marks composed, radicals as kanji, and without what is not seen."""
    if is_readable(text):
        return text
    return "".join(_read(cluster) for cluster in _CLUSTER.findall(text))


def readable_map(text: str) -> tuple[str, list[int]]:
    """Return `readable` text, and for each of its characters the offset of what was printed."""
    plain = ""
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        characters = _read(cluster.group())
        plain += characters
        offsets += [cluster.start()] * len(characters)
    return plain, offsets


def _read(cluster: str) -> str:
    """Read a character with the marks and the invisible characters that follow it."""
    seen = _INVISIBLE.sub("", cluster)
    if len(seen) > 1:
        seen = unicodedata.normalize("NFC", seen[0] + seen[1:].translate(_TO_COMBINING))
    return RADICALS.get(seen, seen)
