"""Which values of one text the other says, whatever the notation, grain or what is glued on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from plan_tui.compare.text.sentence_pairs import compared_sentences
from plan_tui.model.comparison import Fact
from plan_tui.model.comparison_enums import FactKind
from plan_tui.text.characters import is_readable
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.numerals import MAGNITUDES, ZEROS
from plan_tui.text.record import record
from plan_tui.text.tokens import TokenKind, fold_notation, fold_width, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plan_tui.model.records import PrintedNumber
    from plan_tui.text.tokens import Token

Fits = Callable[[str, int, int], bool]
"""Tells of a place in a text, given as its `spelling`, whether a value is said there."""
Mentions = Mapping[str, Sequence[Fact]]
"""Value → the facts of one kind that have it."""
_JOINS = frozenset("・「」『』\"'")
"""Marks within a name that do not make it another one."""
_NUMERALS = f"\\d{ZEROS}一二三四五六七八九{''.join(MAGNITUDES)}"
_NUMERAL = late_pattern(rf"[{_NUMERALS}]")
_GOES_ON_BEFORE = late_pattern(rf"[{_NUMERALS}a-z第.-]|(?<![一-鿿])数")
"""What makes the numeral after it part of a longer number (十五), an ordinal or a name (R10)."""
_GOES_ON_AFTER = (
    (_NUMERAL, late_pattern(rf"[{_NUMERALS}a-z]|\.\d")),
    (late_pattern("[a-z]"), late_pattern("[a-z]")),
    (late_pattern("[ァ-ヺー]"), late_pattern("[ァ-ヺー]")),
    (
        late_pattern(rf"(?![{_NUMERALS}])[一-鿿]"),
        late_pattern("(?!以[上下内]|未満|程度|前後|超|余り?の)[一-鿿]"),
    ),
)
"""A number's last character, and what makes another word of it: 5G, 10人材, never 10人以上."""
_COUNTERS = ("カ", "ヵ", "ヶ", "ケ", "箇", "個")
"""What か of か所 is also written with."""
_SAME_UNITS = {"パーセント": "%"}


@record
class SaidValue:
    """A value that both texts say."""

    left: Fact
    right: Fact


def number_value(number: PrintedNumber) -> str:
    """Return what is equal for numbers of one value and unit, whatever bounds them."""
    unit = unit_of(number.unit)
    # All digits that a float holds for sure, without what reckoning adds (0.7割 is 7%).
    return f"{number.value:.15g}{unit}" if number.value is not None else spelling(number.text)


def unit_of(printed: str) -> str:
    """Return a unit as it is compared."""
    folded = fold_notation(printed)
    if folded.startswith(_COUNTERS) and folded[1:].startswith(("国", "所", "月")):
        folded = f"か{folded[1:]}"
    return _SAME_UNITS.get(folded, folded)


@lru_cache(maxsize=8192)
def spelling(text: str) -> str:
    """Return a text without regard to width, case, blanks and the dots within names."""
    return _read(tokens(text))


def pair_said_values(
    kind: FactKind,
    left: Mentions,
    right: Mentions,
    left_texts: Sequence[str],
    right_texts: Sequence[str],
) -> list[SaidValue]:
    """Return the values that both sides say, each value of either side at least in one match."""
    closest = [_closest(left[value], right[value]) for value in left if value in right]
    matches = [match for match in closest if match]
    if kind is FactKind.DATE:
        return matches
    matched = {match.left.value for match in matches}
    lost = [facts[0] for value, facts in left.items() if value not in matched]
    gained = [facts[0] for value, facts in right.items() if value not in matched]
    said_right = _Said(right, right_texts, left_texts)
    said_left = _Said(left, left_texts, right_texts)
    for fact in lost:
        other = said_right.find(fact)
        if other:
            matches.append(SaidValue(fact, other))
    paired = {match.right.value for match in matches}
    for fact in gained:
        other = said_left.find(fact) if fact.value not in paired else None
        if other:
            matches.append(SaidValue(other, fact))
    return _once(matches)


def may_be_one(fact: Fact, other: Fact) -> bool:
    """Tell whether two mentions of one value may say the same of it.

    A day as of which something is counted is none by which something is to be done.
    """
    return not (fact.is_counted and other.is_target) and not (other.is_counted and fact.is_target)


def _closest(left: Sequence[Fact], right: Sequence[Fact]) -> SaidValue | None:
    """Return the first mentions of one grain; else the first ones; None if none may be one."""
    first: SaidValue | None = None
    for fact in left:
        for other in right:
            if not may_be_one(fact, other):
                continue
            if fact.basis is other.basis:
                return SaidValue(fact, other)
            first = first or SaidValue(fact, other)
    return first


class _Said:
    """What the texts of one side say: the mentions of one kind, and any other words."""

    def __init__(self, mentions: Mentions, texts: Sequence[str], others: Sequence[str]) -> None:
        self._texts, self._others = texts, others
        self._mentions: dict[int, list[Fact]] = defaultdict(list)
        """Number of a text → its mentions."""
        for same in mentions.values():
            for mention in same:
                self._mentions[mention.passage].append(mention)

    def find(self, fact: Fact) -> Fact | None:
        """Return the fact, or the words, by which the texts say a value; None if they do not.

        Of a name also by what either side gives as its abbreviation.
        """
        needle = spelling(fact.text)
        if fact.kind is FactKind.NUMBER:
            return self._find(fact, needle, _is_whole_number)
        mention = self._find(fact, needle, _anywhere)
        if mention:
            return mention
        short = sorted(_abbreviations(needle, (*self._texts, *self._others)))
        shortened = (self._find(fact, each, _is_whole_word) for each in short)
        return next(filter(None, shortened), None)

    def _find(self, fact: Fact, needle: str, fits: Fits) -> Fact | None:
        for number, text in enumerate(self._texts):
            for start, end in _places(needle, text, fits):
                others = self._mentions.get(number, ())
                around = [o for o in others if o.offset < end and start < o.offset + len(o.text)]
                if fact.kind is FactKind.NUMBER and not all(_agree(fact, o) for o in around):
                    continue
                for other in around:
                    if other.offset <= start and end <= other.offset + len(other.text):
                        return other
                return Fact(fact.kind, text[start:end], fact.value, number, start, fact.unit)
        return None


def _abbreviations(name: str, texts: Iterable[str]) -> set[str]:
    """Return what texts put in brackets behind a name: two capitals or more (貸出センター（KC）).

    The name, and what is returned, is as `spelling` gives it.
    """
    given = set[str]()
    for text in texts:
        hay = _looked_through(text)
        start = hay.find(f"{name}(") + len(name) + 1
        if start > len(name):
            short = hay[start:].partition(")")[0]
            if len(short) > 1 and _is_in_capitals(text, start, start + len(short)):
                given.add(short)
    return given


def _is_in_capitals(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text's `spelling` is printed in nothing but Latin capitals."""
    starts, ends = _printed(text)
    letters = fold_width(text[starts[start] : ends[end - 1]]) if end <= len(ends) else ""
    return letters.isascii() and letters.isalpha() and letters.isupper()


def _agree(fact: Fact, other: Fact) -> bool:
    """Tell whether two numbers have one value, and units of which one may be the other, cut."""
    ours, theirs = unit_of(fact.unit), unit_of(other.unit)
    same = fact.value.removesuffix(ours) == other.value.removesuffix(theirs)
    return same and (ours.startswith(theirs) or theirs.startswith(ours))


def _places(needle: str, text: str, fits: Fits) -> Iterator[tuple[int, int]]:
    """Yield where a text says a name or a number, given as its `spelling`, as printed offsets."""
    hay = _looked_through(text)
    place = hay.find(needle) if needle else -1
    while place >= 0:
        end = place + len(needle)
        if fits(hay, place, end):
            starts, ends = _printed(text)
            yield starts[place], ends[end - 1]
        place = hay.find(needle, place + 1)


def _once(matches: Sequence[SaidValue]) -> list[SaidValue]:
    """Leave out matches of two values that other matches have already."""
    kept: list[SaidValue] = []
    lefts, rights = set[str](), set[str]()
    for match in matches:
        if match.left.value not in lefts or match.right.value not in rights:
            kept.append(match)
        lefts.add(match.left.value)
        rights.add(match.right.value)
    return kept


def _anywhere(text: str, start: int, end: int) -> bool:
    """Tell that a name may stand within longer words."""
    return True


def _is_whole_word(text: str, start: int, end: int) -> bool:
    """Tell whether no Latin letter or digit stands beside an abbreviation."""
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return not any(letter.isascii() and letter.isalnum() for letter in around)


def _is_whole_number(text: str, start: int, end: int) -> bool:
    """Tell whether neither a longer number nor a name goes on before or after."""
    goes_on = start > 0 and _GOES_ON_BEFORE.match(text, start - 1)
    if goes_on and _NUMERAL.match(text, start):
        return False
    return not any(
        last.match(text, end - 1) and following.match(text, end)
        for last, following in _GOES_ON_AFTER
    )


def _read(parts: Iterable[Token]) -> str:
    return "".join([token.folded.lower() for token in parts if not _is_left_out(token)])


def _is_left_out(token: Token) -> bool:
    return token.folded in _JOINS or token.kind is _SPACE


def _tokens_of(text: str) -> list[Token]:
    """Return the tokens of a text that is compared, which need not be read again for it."""
    if not is_readable(text):
        return tokens(text)  # what is not seen may belong to a character of the sentence before
    return [token for sentence in compared_sentences(text) for token in sentence.tokens]


@lru_cache(maxsize=8192)
def _looked_through(text: str) -> str:
    """Return the `spelling` of a text that is compared."""
    return _read(_tokens_of(text))


@lru_cache(maxsize=8192)
def _printed(text: str) -> tuple[list[int], list[int]]:
    """Return where each character of a text's `spelling` is printed: its start and its end."""
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for token in _tokens_of(text):
        size, folded = len(token.text), token.folded.lower()
        if not _is_left_out(token):
            one_each = len(folded) == size
            starts += range(place, place + size) if one_each else [place] * len(folded)
            end = place + size
            ends += range(place + 1, end + 1) if one_each else [end] * len(folded)
        place += size
    return starts, ends


_SPACE = TokenKind.SPACE
