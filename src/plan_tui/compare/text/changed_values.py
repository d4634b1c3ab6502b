"""Which value of one text became which of the other: the same thing counted or dated again.

That is told only of sentences that stand for each other, where the words around both values agree;
what is not certain is one value gone and another added.
"""

from __future__ import annotations

from itertools import pairwise, product

from plan_tui.compare.text.grams import grams
from plan_tui.compare.text.resembling_sentences import resembles, sentence_at
from plan_tui.compare.text.said_values import unit_of
from plan_tui.compare.text.sentence_pairs import likeness
from plan_tui.model.comparison_enums import FactKind
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.sentences import sentence_range
from plan_tui.text.tokens import TokenKind, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Protocol

    from plan_tui.compare.text.grams import Grams
    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.model.comparison import Fact
    from plan_tui.text.tokens import Token

    class MentioningText(Protocol):
        """A text with the mentions of one kind of value."""

        @property
        def texts(self) -> Sequence[str]:
            """The texts that the mentions stand in."""
            ...

        @property
        def mentions(self) -> Mapping[str, Sequence[Fact]]:
            """Value → its mentions."""
            ...


_AROUND = 20
"""Characters on each side of a value that say what it is a value of. Set by hand; more takes in
what the sentence says of other values."""
_ALIKE = 0.5
"""Likeness of those words from which two values are values of one thing. Set by hand; a lower one
calls strangers a change, a higher one calls a change gone and added."""
_SENTENCE = 0.35
"""Likeness, without numbers and dates, of the sentences that two such values stand in. Set by hand,
like the other."""
_BODIES = late_pattern(
    "機関|法人|企業|組織|事業|団体|自治体|区町村|市町村|府県|省庁|地域|都市|施設|拠点|店舗|病院"
    "|学校|大学|世帯"
)
"""Units that count anybody: the same number of them may be of others."""
_WORDS = (TokenKind.KANJI, TokenKind.KATAKANA, TokenKind.LATIN)
_NO_ACTIONS = frozenset(("目途", "目処", "予定", "目標", "年度", "年末", "必要", "取組"))
"""Words after which, or around which, the action stands."""
_MEASURE = late_pattern("[年月週日時分秒円人名台枚つ個所箇か回件%割倍点歳]|ポイント")
"""Units that count or measure anything."""
_THING = late_pattern("[一-龥]{2,}")
_OF_ANYTHING = frozenset((*_NO_ACTIONS, "目指", "推進", "実施", "程度", "以上", "以下", "以内"))
"""Words that do not tell what a value beside them is of."""


def changed_values(
    left: MentioningText, right: MentioningText, lost: Sequence[Fact], gained: Sequence[Fact]
) -> list[tuple[Fact, Fact]]:
    """Pair values of one thing out of those that only one side has, the most alike first."""
    scored = [
        (*mentioned, i, j)
        for i, old in enumerate(lost)
        for j, new in enumerate(gained)
        if (mentioned := _most_alike(old, new, left, right))
    ]
    alone = {(i, j) for _, old, new, i, j in scored if _counted_once(old, new, left, right)}
    pairs: dict[int, tuple[int, Fact, Fact]] = {}
    for score, old, new, i, j in sorted(scored, key=lambda s: (-s[0], *s[3:])):
        free = i not in pairs and all(j != other for other, *_ in pairs.values())
        if free and (score >= _ALIKE or (i, j) in alone):
            pairs[i] = j, old, new
    return [(old, new) for _, (_, old, new) in sorted(pairs.items())]


def _most_alike(
    old: Fact, new: Fact, left: MentioningText, right: MentioningText
) -> tuple[float, Fact, Fact] | None:
    """Return how alike the words around two values are, and the mentions of them that are most so.

    None if no mentions of them may be of one thing.
    """
    pairs = product(left.mentions.get(old.value, (old,)), right.mentions.get(new.value, (new,)))
    scored = [(_likeness(*pair, left, right), *pair) for pair in pairs if _may_change(*pair)]
    return max(scored, key=lambda each: each[0], default=None)


def names_a_thing(unit: str) -> bool:
    """Tell whether a unit says of itself what is counted (業務), as no measure does (％, 円, 件).

    Nor do units that count anybody (団体).
    """
    if _MEASURE.search(unit) or _BODIES.search(unit):
        return False
    return _THING.fullmatch(unit) is not None


def share_words_around(old: Fact, new: Fact, left: MentioningText, right: MentioningText) -> bool:
    """Tell whether two kanji, or a katakana or Latin word, stand close to both values."""
    ours, theirs = _words_around(old, left), _words_around(new, right)
    return not ours.isdisjoint(theirs)


def _words_around(fact: Fact, side: MentioningText) -> set[str]:
    words = set[str]()
    for part in _beside(fact, side.texts[fact.passage]):
        for token in tokens(part):
            word = token.folded
            if token.kind not in _WORDS or len(word) < 2 or word in _OF_ANYTHING:
                continue
            is_kanji = token.kind is TokenKind.KANJI
            words.update(map("".join, pairwise(word)) if is_kanji else [word])
    return words


def _may_change(old: Fact, new: Fact) -> bool:
    """Tell whether two values are of one unit; of dates, only deadlines are put off."""
    if old.kind is FactKind.DATE:
        return old.is_target and new.is_target
    return unit_of(old.unit) == unit_of(new.unit)


def _likeness(old: Fact, new: Fact, left: MentioningText, right: MentioningText) -> float:
    """Return how alike the words around two values are; 0 unless their sentences are alike."""
    ours, theirs = left.texts[old.passage], right.texts[new.passage]
    first, second = sentence_at(ours, old.offset), sentence_at(theirs, new.offset)
    if likeness(_words(first.tokens), _words(second.tokens)) < _SENTENCE:
        return 0.0
    if old.kind is FactKind.DATE and _action(old, ours) != _action(new, theirs):
        return 0.0
    return likeness(_around(old, ours), _around(new, theirs))


def _words(parts: Sequence[Token]) -> Grams:
    return grams([token for token in parts if not token.whole])


def _around(fact: Fact, text: str) -> Grams:
    """Return what the words of the sentence say on both sides of a fact, its unit among them."""
    before, after = _beside(fact, text)
    return _words(tokens(f"{before} {fact.unit}{after}"))


def _beside(fact: Fact, text: str) -> tuple[str, str]:
    """Return what stands close before and after a fact in its sentence."""
    first, last = sentence_range(text, fact.offset)
    end = fact.offset + len(fact.text)
    before = text[max(first, fact.offset - _AROUND) : fact.offset]
    return before, text[end : min(last, end + _AROUND)]


def _action(fact: Fact, text: str) -> str:
    """Return the word for what is to be done by a date: the last one before the next date."""
    last = sentence_range(text, fact.offset)[1]
    words: list[str] = []
    for token in tokens(text[fact.offset + len(fact.text) : last]):
        if token.kind is TokenKind.DATE and words:
            break
        if token.kind in _WORDS and len(token.folded) > 1 and token.folded not in _NO_ACTIONS:
            words.append(token.folded)
    return words[-1] if words else ""


def _counted_once(old: Fact, new: Fact, left: MentioningText, right: MentioningText) -> bool:
    """Tell whether a number counts what each side counts once: then it is one number.

    That holds for units that name a thing (17業務, 20業務), never for measures (％, 円, 年). Where
    the unit does not say which ones are meant (館, 団体), the sentences resemble each other.
    """
    unit = unit_of(old.unit)
    if not unit or _MEASURE.search(unit):
        return False
    if any(
        sum(unit_of(facts[0].unit) == unit for facts in side.mentions.values()) != 1
        for side in (left, right)
    ):
        return False
    return names_a_thing(unit) or resembles(_sentence(old, left), _sentence(new, right))


def _sentence(fact: Fact, side: MentioningText) -> Sentence:
    return sentence_at(side.texts[fact.passage], fact.offset)
