"""Characters that say the same as others, or nothing at all.

PDF extraction and input methods leave them between those that are read: kana whose voicing mark
stands apart (か and U+3099), radicals in the place of kanji, variation selectors, and characters
that nobody sees. `readable` takes them out of a text, wherever texts are compared.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

from plan_tui.text.late_pattern import late_pattern

INVISIBLE = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff"
)
"""Characters that are not seen, for a class of a pattern: soft hyphens, joiners, marks of byte
order and of direction, variation selectors."""
LATIN = frozenset(map(chr, (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))))
"""Letters of a Latin word, as it is folded."""
CIRCLED_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""Circled numbers from 1 on, each at the place of its value."""
HYPHENS = "‐‑–−－﹣"
"""Signs that are typed for a hyphen or a minus: no word begins with one."""
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


def kanji_of(character: str) -> str:
    """Return the kanji that a radical (U+2E80–2FDF) looks like; any other text as it is."""
    if len(character) != 1 or not "\u2e80" <= character <= "\u2fd5":
        return character
    if character >= "\u2f00":
        import unicodedata

        return unicodedata.normalize("NFKC", character)
    return _supplement().get(character, character)


@cache
def _supplement() -> dict[str, str]:
    return {pair[0]: pair[1] for pair in _SUPPLEMENT.split()}


_KANA = "ぁ-ゖァ-ヺ"
_VOICING = "".join(_SPACING)
_CLUSTER = late_pattern(
    rf"[{_KANA}][{INVISIBLE}{COMBINING}{_VOICING}]*|(?s:.)[{INVISIBLE}{COMBINING}]*"
)
UNREADABLE = late_pattern(
    rf"[{INVISIBLE}{COMBINING}\u2e80-\u2fd5{_VOICING}](?:(?<![{_VOICING}])|(?<=[{_KANA}].))"
)
"""One class that every match ends with is looked for many times as fast as two alternatives."""
_SHORT = 1000
"""Characters of a text up to which looking at each once is quicker than compiling `UNREADABLE`."""
_INVISIBLE = late_pattern(f"[{INVISIBLE}]+")
_TO_COMBINING = str.maketrans(_SPACING)


def is_its_own_form(letter: str) -> bool:
    """Tell of a kana or a kanji quickly that NFKC, and lower case, leave it as it is."""
    return "一" <= letter <= "鿿" or "ぁ" <= letter <= "ゖ" or "ァ" <= letter <= "ヺ"


def nfkc(text: str) -> str:
    """Return text in NFKC; `unicodedata` is loaded where that may change it."""
    if all(letter.isascii() or letter == "ー" or is_its_own_form(letter) for letter in text):
        return text
    import unicodedata

    return unicodedata.normalize("NFKC", text)


def has_number(text: str) -> bool:
    """Tell whether a digit is in a text, in any form, or the 元 of a first year."""
    plain = nfkc(text)
    return "元" in plain or any(map(str.isdecimal, plain))


_NUMBER = late_pattern(
    r"\d{1,3}(?:[,，]\d{3})+(?!\d)(?:[.．]\d+)?"
    r"|(?<![A-Za-zＡ-Ｚａ-ｚ.．])(?<![A-Za-zＡ-Ｚａ-ｚ]\s)\d+[.．]\d+(?![.．]?\d)|\d+"
)
"""A number; what stands behind a full stop is none of it in a version or a date (Web3.0, R3.9)."""
_IN_NUMBERS = frozenset(",，.．")
"""Marks that a number may have inside."""
_DIGITS = frozenset("0123456789０１２３４５６７８９")
_OF_NUMBERS = _DIGITS | _IN_NUMBERS


def ends_in_number(word: str) -> bool:
    """Tell whether a word begins or ends with a digit."""
    return word[:1].isdecimal() or word[-1:].isdecimal()


def cuts_number(text: str, start: int, end: int) -> bool:
    """Tell whether a range of a text begins or ends within a longer number (34,592; 7.5)."""
    is_beside = _is_beside_number(text, start) or _is_beside_number(text, end)
    return is_beside and not _within_numbers(text).isdisjoint((start, end))


def _is_beside_number(text: str, place: int) -> bool:
    return text[place - 1 : place] in _OF_NUMBERS and text[place : place + 1] in _OF_NUMBERS


def _is_between_digits(text: str, place: int) -> bool:
    return text[place - 1 : place] in _DIGITS and text[place : place + 1] in _DIGITS


def _within_numbers(text: str) -> frozenset[int]:
    """Return all places of a text between two characters of one number."""
    inner = (range(number.start() + 1, number.end()) for number in _NUMBER.finditer(text))
    return frozenset(chain.from_iterable(inner))


def find_whole(text: str, word: str) -> int:
    """Return where a word first stands in a text without cutting a number; -1 if nowhere."""
    size, place = len(word), text.find(word)
    within: frozenset[int] | None = None  # told once of a text, and only where it must be
    while place >= 0:
        end = place + size
        if not (_is_beside_number(text, place) or _is_beside_number(text, end)):
            break
        if not (_is_between_digits(text, place) or _is_between_digits(text, end)):
            within = _within_numbers(text) if within is None else within
            if within.isdisjoint((place, end)):
                break
        place = text.find(word, place + 1)
    return place


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
    if len(text) <= _SHORT and all(map(_PLAIN.__getitem__, set(text))):
        return True
    return UNREADABLE.search(text) is None


class _PlainLetters(dict[str, bool]):
    """Letter → whether it is one that most texts consist of, and never unreadable."""

    def __missing__(self, letter: str) -> bool:
        is_plain = self[letter] = (
            letter <= "\u00ac"
            or "ぁ" <= letter <= "ゖ"
            or "ァ" <= letter <= "ー"
            or "㐀" <= letter <= "鿿"
            or "\u3000" <= letter <= "〿"
            or "！" <= letter <= "～"
        )
        return is_plain


_PLAIN = _PlainLetters()


def readable(text: str) -> str:
    """Return ``text`` with marks composed, radicals as kanji, and without what is not seen."""
    if is_readable(text):
        return text
    return "".join(_read(cluster) for cluster in _CLUSTER.findall(text))


def readable_map(text: str) -> tuple[str, list[int]]:
    """Return `readable` text, and for each of its characters the offset of what was printed."""
    if is_readable(text):
        return text, list(range(len(text)))
    plain = ""
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        characters = _read(cluster.group())
        plain += characters
        offsets += [cluster.start()] * len(characters)
    return plain, offsets


def end_of_character(text: str, offset: int) -> int:
    """Return the offset after the character at ``offset`` and what `readable` reads with it."""
    cluster = _CLUSTER.match(text, offset)
    return cluster.end() if cluster else offset


def _read(cluster: str) -> str:
    """Read a character with the marks and the invisible characters that follow it."""
    seen = _INVISIBLE.sub("", cluster)
    if len(seen) > 1:
        import unicodedata

        seen = unicodedata.normalize("NFC", seen[0] + seen[1:].translate(_TO_COMBINING))
    return kanji_of(seen)
