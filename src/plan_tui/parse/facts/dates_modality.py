"""The words beside a date that say how it binds: 遅くとも before it, まで and 目途 after it."""

from __future__ import annotations

import re

_SPELLINGS = {
    "ごろ": "頃", "ころ": "頃", "迄": "まで", "めど": "目途", "目処": "目途", "~": "から",
    "より": "から", "以後": "以降", "以来": "以降", "内": "中",
}  # fmt: skip
_FROM = "から(?!なる|成る|見[たれ]|すると)|より(?![多少増減大小高低前後早遅も良一])"
_WORD = re.compile(
    rf"(?:[一-龥]{{2}})?分(?={_FROM}|以降)"  # of what is meant: 年度貸出分から
    rf"|{_FROM}"
    r"|\((?:予定|目標|見込み)\)|頃|ごろ|ころ(?!も)|以降|以後|以来|以前|前後|時点|現在|予定|まで|迄|~"
    r"|中(?!学|間|心|央|小|核|国|継|断|止|枢|堅|期|高|古|東|部|旬|身|長)"
    r"|内(?![閣外部容訳側])"
    r"|[をの]?(?:目途|目処|めど)|を?目標|を?期限"
)
_SPELLINGS_BEFORE = {
    **dict.fromkeys(["早ければ", "早くて", "早くても"], "早くとも"),
    **dict.fromkeys(["遅くて", "遅くても"], "遅くとも"),
    **dict.fromkeys(["概ね", "おおむね", "おおよそ", "およそ"], "頃"),
}  # fmt: skip
_BEFORE = re.compile(
    r"(?P<word>遅くとも|早くとも|早ければ|[早遅]くても?|概ね|おおむね|おおよそ|およそ)は?、?$"
)
_LONGEST_BEFORE = 8
"""Characters of the longest word before a date, with what may stand between."""
_OPEN_END = frozenset(("から", "以降"))


def modality_after(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """Return (words, position after them) of the modality printed at ``position``.

    Each word comes in one spelling: ``頃``, ``目途``, ``まで``, ``中`` (also for 内), ``から``
    (also for より and an open ～), ``以降``, ``以前``, ``前後``, ``時点``, ``現在``, ``目標``,
    ``期限``, ``予定``, ``見込み``. The last may stand in brackets.
    """
    words: list[str] = []
    while match := _WORD.match(text, position):
        position = match.end()
        word = match.group().strip("()").removeprefix("を").removeprefix("の")
        if not word.endswith("分"):
            words.append(_SPELLINGS.get(word, word))
    return tuple(words), position


def modality_before(text: str, position: int) -> tuple[str, ...]:
    """Return the word of modality that is printed just before ``position``, if any.

    In one spelling: ``遅くとも``, ``早くとも`` (also for 早ければ), ``頃`` (for 概ね and およそ).
    """
    match = _BEFORE.search(text, max(0, position - _LONGEST_BEFORE), position)
    return (_SPELLINGS_BEFORE.get(match["word"], match["word"]),) if match else ()


def open_end(words: tuple[str, ...]) -> bool:
    """Return whether the words leave the date's end open (以降, から)."""
    return bool(_OPEN_END.intersection(words))


def open_start(words: tuple[str, ...]) -> bool:
    """Return whether the words leave the date's beginning open (以前)."""
    return "以前" in words
