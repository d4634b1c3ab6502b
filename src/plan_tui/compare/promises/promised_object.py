"""The thing that a sentence says is to be made, done or reached, and whether two name the same."""

from __future__ import annotations

import re
from functools import lru_cache

from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.tokens import fold_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NOUN_SIGNS = "一-龥々〆ァ-ヺーA-Za-z0-9"
_NOUN = f"[{_NOUN_SIGNS}]+[みきりしけせ]?"
_BEGUN = f"(?<![{_NOUN_SIGNS}])"
"""Where a noun begins: whoever looks for one does not try each of its characters anew."""
_OBJECT = late_pattern(
    rf"{_BEGUN}({_NOUN})(?:等|など)?(?:を(?![^を、]{{0,12}}ため)(?!見据え|踏まえ|通じ|含[むめ]|(?:はじめ|始め)(?:と|、)|中心|"
    r"基|もと|軸|柱|核|旨|視野|念頭|目的|対象に|用い|活用し|利用し|使っ|前提|契機|問わ|機に|経て|除|受け|巡|めぐ)|への?)"
)
"""A noun with what marks it as an object, unless the verb only relates it to something else."""
_OWNER = late_pattern(
    rf"{_BEGUN}({_NOUN})(?:等|など)?(?:の|への?|との|に関する|に係る|に向けた|についての)"
    rf"\s*(?:{_NOUN}(?:等|など)?(?:での|における)\s*)?$"
)
_FIRST = late_pattern(rf"(?!結果|場合|時点|段階|経緯|以[上降]){_NOUN}")
"""A noun that words begin with, unless it only joins clauses."""
_THEME = late_pattern(r"(?<![^。、])([^。、]*?)(?:について(?:は|も)?|に関して(?:は|も)?|に関し)、")
_CLAUSES = late_pattern("(?<!や)、")
_ASIDE = late_pattern("(?:ため|ために|つつ|上で|踏まえ|踏まえて|基づき|基づいて)$")
"""The end of a clause that says why or on what terms something is done."""
_DEEDS = (
    "実現", "目標", "取組", "推進", "検討", "開始", "運用", "実施", "整備", "構築", "作成",
    "策定", "導入", "利用", "活用", "促進", "拡大", "実装", "対応", "措置", "提供", "支援",
    "強化", "普及", "展開", "移行", "完了", "確保", "育成", "確立", "公表", "改善", "見直し",
    "開発", "稼働", "改修", "登録", "制定", "決定", "提出", "準備", "向上", "充実", "達成",
    "設置", "整理", "周知", "連携", "協力", "調整", "徹底", "設計", "取得", "改定", "改正",
    "削減", "低減", "増加", "減少", "更新", "拡充", "継続", "着手", "試行", "集約", "作業",
)  # fmt: skip
"""Nouns that say what is done; what it is done to stands before them."""
_BARE = frozenset(
    ("環境", "体制", "制度", "内容", "結論", "成果", "状況", "方策", "機能", "中心", "必要", "目途",
     "早期", "可能", "在り方", *"数者方年月日上中下内間旨点面力額率量先後前案版的末法目"),
)  # fmt: skip
"""Nouns that name no thing by themselves."""
_SHAPES = late_pattern("(?:[書案等類版]|サービス)$")
"""Ends of a noun that leave it the same thing (標準仕様, 標準仕様書; 証の配布サービス)."""
_SAME_WORDS = late_pattern("コスト|費用")
_BRACKETS = late_pattern(r"\([^()]*\)")
_HEAD = 2
"""Characters at a noun's end that say what kind of thing it is, unless it is written in katakana
or Latin letters. Set by hand; with one of them 方針 and 指針 are equal, with three 本計画 and
新計画 differ."""
_WHOLE = 4
"""Characters of a noun that names a thing by itself when both texts have it. Set by hand."""


def objects(action: str, *, before: bool = False) -> tuple[str, ...]:
    """Return the nouns that name what is made, done or reached; often none.

    They stand in the first clause that has any and is no aside; in the last one if ``before``,
    that is where the action stands before its date.
    """
    clauses = _CLAUSES.split(_BRACKETS.sub("", _plain(action)))
    for clause in reversed(clauses) if before else clauses:
        named = () if _ASIDE.search(clause) else tuple(dict.fromkeys(_objects_of(clause)))
        if named:
            return named
    return ()


def named_first(words: str) -> tuple[str, ...]:
    """Return the thing that words begin with (of what was done: 開始した搭載サービス); or none."""
    match = _FIRST.match(_plain(words))
    thing = _thing(match[0]) if match else ""
    return (thing,) if thing else ()


def theme(sentence: str) -> str:
    """Return what a sentence says it is about (…について、); empty if it does not say so."""
    match = _THEME.search(_plain(sentence))
    return match[1] if match else ""


def are_of_a_kind(nouns: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether one of some nouns names a thing of the same kind as one of others."""
    return any(
        noun.endswith(_head(other)) or other.endswith(_head(noun))
        for noun in nouns
        for other in others
    )


def names_any(nouns: tuple[str, ...], sentence: str) -> bool:
    """Tell whether a sentence names a thing of the same kind as one of some nouns."""
    plain = _plain(sentence)
    return any(_head(noun) in plain for noun in nouns)


def names_whole(nouns: tuple[str, ...], sentence: str) -> bool:
    """Tell whether a sentence has one of some nouns whole, and this names a thing by itself."""
    plain = _plain(sentence)
    return any(len(noun) >= _WHOLE and noun in plain for noun in nouns)


def deeds(text: str) -> frozenset[str]:
    """Return the words of a text that say what is done."""
    return frozenset(deed for deed in _DEEDS if deed in text)


def _objects_of(clause: str) -> Iterator[str]:
    for match in _OBJECT.finditer(clause):
        noun, before = _thing(match[1]), clause[: match.start()]
        while not noun and (owner := _OWNER.search(before)):
            noun, before = _thing(owner[1]), before[: owner.start()]
        if noun:
            yield noun


def _thing(noun: str) -> str:
    """Return a noun without the deeds at its end (橋の整備: 橋); empty if it names no thing."""
    noun = noun.removesuffix("等")
    while noun.endswith(_DEEDS):
        noun = next(noun.removesuffix(deed) for deed in _DEEDS if noun.endswith(deed))
    noun = noun.rstrip("みきりしけせ")
    names = bool(noun) and not noun[0].isdigit() and noun not in _BARE
    return noun if names else ""


def _head(noun: str) -> str:
    shaped = _SHAPES.sub("", noun)
    noun = shaped if len(shaped) >= _HEAD else noun
    foreign = re.search("[ァ-ヺーA-Za-z]+$", noun)
    return foreign[0] if foreign and len(foreign[0]) >= _HEAD else noun[-_HEAD:]


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """Return a text in one width, without quotes and dots, and with one word for one thing."""
    return _SAME_WORDS.sub("経費", re.sub("[「」『』・,]", "", fold_width(text)))
