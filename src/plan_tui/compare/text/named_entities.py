"""Organisations and systems that a text names, found by how their names end."""

from __future__ import annotations

from functools import lru_cache

from plan_tui.model.comparison_enums import FactKind
from plan_tui.text.tokens import TokenKind, fold_width, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from plan_tui.model.records import SectionText
    from plan_tui.text.tokens import Token

_PARTS = (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.LATIN, TokenKind.NUMBER)
_ORGANISATIONS = (
    *("庁", "省", "内閣府", "会議", "本部", "機構", "委員会", "審議会", "協議会", "調査会"),
    *("検討会", "分科会", "事務局", "センター", "研究所", "協会", "連盟", "公社", "推進室"),
    "戦略室",
)
_OF_SEVERAL = ("省庁", "官庁", "公庁", "府省", "係省")
"""Ends of words for several offices, or for any."""
_LONGEST_JOINED = 60
"""Characters of the words before a middle dot that may be of the name behind it."""
_WHOLE_ALONE = ("省", "庁")
"""Ends of names that need nothing before a middle dot: what stands there is another."""
_SYSTEMS = (
    *("システム", "クラウド", "ネットワーク", "カード", "ポータル", "プラットフォーム", "基盤"),
    *("レジストリ", "データベース", "アプリ", "サイト", "カタログ", "アカウント", "LAN", "API"),
)
_OF_A_LIST = "等"
"""Within a name: ends a list of which all is of the name."""
_EACH = "各"
"""In words for several of a kind (各防災システム): no name of one."""
_CLOSING = ("）", ")")
_AFTER = ("等", "側", "内", "間", "上", "用", "版", "向け")
"""What may follow a name within the same run of letters."""
_BEFORE = ("今後", "以降", "以後", "順次", "原則", "現在", "当該", "上記", "下記")
"""What may stand before it."""
_BEFORE_LETTERS = ("各", "全", "両", "同", "本")
"""The same before katakana or Latin letters: one kanji may as well begin a word (全国)."""
_KINDS_OF_SYSTEM = ("カード", "クラウド", "ポータル", "プラットフォーム", "レジストリ")
"""Ends of names that one word makes whole (在留カード); with others it says what kind it is."""
_COMMON = (
    *"各全両同本府省国種間0123456789,.",
    *(
        "関係",
        "関連",
        "地方",
        "政府",
        "公的",
        "民間",
        "行政",
        "業務",
        "基幹",
        "情報",
        "通信",
        "技術",
    ),
    *(
        "制度",
        "連携",
        "管理",
        "処理",
        "支援",
        "検討",
        "国際",
        "専門",
        "研究",
        "大規模",
        "次世代",
        "有識者",
    ),
    *(
        "データ",
        "オンライン",
        "テレビ",
        "Web",
        "web",
        "WEB",
        "ウェブ",
        "システム",
        "サービス",
        "制御系",
    ),
    *("ブロードバンド", "サポート", "モデル", "ポータル", "カタログ", "エコ"),
)
"""What makes a name a common noun when nothing else stands before its end: words of the field."""
_COMMON_OF_SYSTEMS = ("デジタル", "AI", "IT", "ICT", "クラウド", "ネットワーク", "オンプレミス")
"""The same of systems alone: デジタル基盤 is none, デジタル庁 an office."""


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[tuple[FactKind, str, int], ...]:
    """Return (organisation or system, name as printed, offset), in the text's order.

    A common noun such as 各省庁 or 情報システム is no name. They are kept, since a base is compared
    with many counterparts.
    """
    return tuple(_names(text))


def organisations_named(section: SectionText) -> tuple[str, ...]:
    """Return the organisations that a section and its KPIs name, each once, in their order."""
    named = (
        name
        for text in texts_of(section)
        for kind, name, _ in names(text)
        if kind is FactKind.ORGANISATION
    )
    return tuple({fold_width(name): name for name in named}.values())


def texts_of(section: SectionText) -> list[str]:
    """Return the paragraphs of a section, then its KPIs."""
    return [*(block.text for block in section.blocks), *(kpi.text for kpi in section.kpis)]


def _names(text: str) -> Iterator[tuple[FactKind, str, int]]:
    for compound, offset in _apart(text):
        for kind, name, start in _named_in(compound):
            joined = _before_dot(text, offset, name, kind) if start == 0 else ""
            yield kind, joined + name, offset + start - len(joined)


def _apart(text: str) -> Iterator[tuple[str, int]]:
    """Yield runs of letters that may be names, and their offsets; names of a list one by one."""
    for compound, offset in _compounds(tokens(text)):
        before = text[offset - 1 : offset]
        if before in _CLOSING and compound[0].islower():
            continue  # the rest of a word with brackets in it
        listed = compound.split("・")
        if len(listed) > 1 and all(map(_named_in, listed)):
            for name in listed:
                yield name, offset
                offset += len(name) + 1
            continue
        words, mark, name = compound.rpartition(_OF_A_LIST)
        # 整備の徹底等梟森クラウド: 等 ends what is listed before the name.
        ends = before == "の" and mark and _named_in(name)
        yield (name, offset + len(words + mark)) if ends else (compound, offset)


@lru_cache(maxsize=8192)
def _named_in(compound: str) -> tuple[tuple[FactKind, str, int], ...]:
    """Return (organisation or system, name, characters before it) of a run of letters.

    Remembered: a text says the same words again and again.
    """
    start = _begins(compound)
    name = compound[start:]
    while name.endswith(_AFTER):
        name = name[: -2 if name.endswith("向け") else -1]
    folded = fold_width(name)
    return tuple((kind, name, start) for kind in _ENDS if _is_named(folded, kind))


def _begins(compound: str) -> int:
    """Return how many letters stand before what may be a name."""
    if compound.startswith(_BEFORE_LETTERS):
        following = compound[1:2]
        is_latin = following.isalpha() and fold_width(following).isascii()
        return 1 if is_latin or "ァ" <= following <= "ヴ" else 0
    start = 0
    while compound.startswith(_BEFORE, start):
        start += 2
    return start


_ENDS = {FactKind.ORGANISATION: _ORGANISATIONS, FactKind.SYSTEM: _SYSTEMS}


def _end_of(name: str, kind: FactKind) -> str:
    """Return how a name of a kind ends, as much of it as is told of names; or nothing."""
    if not name.endswith(_ENDS[kind]) or name.endswith(_OF_SEVERAL):
        return ""
    return max((end for end in _ENDS[kind] if name.endswith(end)), key=len)


def _words_before_dot(text: str, end: int) -> str:
    """Return the letters and digits up to a middle dot at ``end``, and it, or nothing.

    They may be of the name behind it (物質・材料研究機構).
    """
    if text.endswith("\n", 0, end):
        end -= 1
    if text[end - 1 : end] != "・":
        return ""
    start = end - 1
    while start > max(0, end - _LONGEST_JOINED) and _is_of_name(text[start - 1]):
        start -= 1
    return text[start:end] if start < end - 1 else ""


def _is_of_name(letter: str) -> bool:
    return (
        (letter.isascii() and letter.isalnum())
        or "一" <= letter <= "龥"
        or "ァ" <= letter <= "ヴ"
        or letter in "々ー"
        or "Ａ" <= letter <= "Ｚ"
        or "ａ" <= letter <= "ｚ"
        or "０" <= letter <= "９"
    )


def _before_dot(text: str, end: int, name: str, kind: FactKind) -> str:
    """Return what of the words before a middle dot is of the name at ``end``.

    That of an organisation is looked at, and one in which a list ends (本棚・貸出券等管理システム).
    """
    words = _words_before_dot(text, end)
    is_whole = name.endswith(_WHOLE_ALONE) or kind is not FactKind.ORGANISATION
    if not words or (is_whole and _OF_A_LIST not in name):
        return ""
    return "" if _end_of(words.removesuffix("・"), kind) else words


def _is_one_word(name: str) -> bool:
    return 0 < len(name) <= 2 and all("一" <= letter <= "龥" or letter == "々" for letter in name)


def _is_named(name: str, kind: FactKind) -> bool:
    end = _end_of(name, kind)
    before = name.removesuffix(end)
    if not end or not before or _EACH in name:
        return False
    if end in _WHOLE_ALONE:
        return len(before) > 1
    if kind is FactKind.SYSTEM and end not in _KINDS_OF_SYSTEM and _is_one_word(before):
        return False
    return len(before) > 1 and not _is_common(before, kind)


def _is_common(words: str, kind: FactKind) -> bool:
    """Tell whether words are nothing but such as make a name of a kind a common noun."""
    common = (*_COMMON, *_COMMON_OF_SYSTEMS) if kind is FactKind.SYSTEM else _COMMON
    reached = {0}
    for place in range(len(words)):
        if place in reached:
            reached |= {place + len(w) for w in common if words.startswith(w, place)}
    return len(words) in reached


def _compounds(parts: list[Token]) -> Iterator[tuple[str, int]]:
    """Yield runs of neighbouring kanji, katakana, Latin letters and numbers, and their offsets.

    A middle dot between two katakana words is part of the run (ベース・レジストリ).
    """
    compound, start, place = "", 0, 0
    for number, token in enumerate(parts):
        kind = token.kind
        joins = kind in _PARTS or (token.folded == "・" and _is_between_words(parts, number))
        if not compound and kind is _NUMBER:
            # 5G is the beginning of a name, the 30 of 30システム is not.
            joins = parts[number + 1 : number + 2] != [] and (
                parts[number + 1].kind is TokenKind.LATIN
            )
        if joins:
            start = start if compound else place
            compound += token.text
        elif compound:
            yield compound, start
            compound = ""
        place += len(token.text)
    if compound:
        yield compound, start


def _is_between_words(parts: list[Token], number: int) -> bool:
    """Tell whether a mark stands between two words of katakana."""
    around = parts[max(0, number - 1) : number + 2]
    katakana, mark = TokenKind.KATAKANA, TokenKind.MARK
    return [token.kind for token in around] == [katakana, mark, katakana]


_NUMBER = TokenKind.NUMBER
