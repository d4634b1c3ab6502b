"""What a question or a phrase asks for: its telling words, without what only makes it one.

Question, polite and spoken forms and function words of both languages are taken off, whole words
only: a verb goes with its ending (終わるのか) or stays whole. Words of the table of aliases are
kept together, whatever they are written in (お薬手帳, driver's licence).
"""

from __future__ import annotations

import unicodedata

from plan_tui.search.function_words import ENGLISH, HIRAGANA, KANJI, QUESTIONS
from plan_tui.text.kana import is_kana
from plan_tui.text.late_pattern import late_pattern
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_PARTICLE = late_pattern("(?:の|が|を|に|は|で|と|も|へ|や|か|から|まで|など|って|だけ|$)")
"""What follows a noun of one kanji; anything else is the ending of a verb."""
_IN_TITLES = {"a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and"}
_ASKING = ENGLISH - _IN_TITLES
_LEADING: dict[str, list[str]] = {}
"""First character → the words that begin with it, the longest first."""
for _word in sorted(HIRAGANA | KANJI, key=len, reverse=True):
    _LEADING.setdefault(_word[0], []).append(_word)
_ENDINGS = late_pattern("(?:" + "|".join(sorted(HIRAGANA, key=len, reverse=True)) + ")+")
_END = late_pattern("[^の][かのるすたいてうねよ]$")
"""What a sentence ends in, and a noun with a particle or a plural (子どもたち) does not."""
_CLAUSE = late_pattern("(?:とき|あと|まえ)(?:の|に|は|には)?$")
"""What a clause ends in (引っ越したあとの)."""
_LIGHT = frozenset("使終始進変出取受行入見知教向届作持思言考聞決住備話待会来")
"""The kanji of verbs that say nothing of what a question is about."""
_LONGEST = 14
"""Characters of the longest word of the table that is looked for in a question."""
_MOST_JOINED = 5
"""Words of the longest English phrase of the table."""
_WHOLE, _BEGUN = 0.8, 0.5
"""How well kana are heard that begin and end with a word, and that only begin with one, as while
they are typed."""
_NO_BEGINNING = frozenset("ぁぃぅぇぉっゃゅょゎんー")
"""Kana that begin no word."""
_LEAST_KANA = 3
"""Hiragana that are kept as a word where they are no function word."""


@record
class Asked:
    """What a query asks for."""

    terms: tuple[str, ...]
    """Its telling words in order, each once."""
    left_out: tuple[str, ...]
    """What was taken off, in order."""
    is_sentence: bool = False
    """Whether it asks, ends in a verb, or has English words that no title consists of."""
    halves: tuple[str, ...] = ()
    """The kana among what was taken off that seem to be half a word (電子しょうめい)."""

    @property
    def heavy(self) -> tuple[str, ...]:
        """What was taken off though it may tell something: halves of words, and some verbs."""
        return tuple(word for word in self.left_out if word in self.halves or _is_heavy(word))

    @property
    def is_question(self) -> bool:
        """Whether it is a sentence, not the words of a heading."""
        return self.is_sentence and any(len(term) > 1 for term in self.terms)


class _Taken:
    """What is taken out of a query so far, and what is asked of its words."""

    def __init__(self, knows: Callable[[str], bool], hears: Callable[[str], float]) -> None:
        self.knows, self.hears = knows, hears
        self.terms: list[str] = []
        self.left_out: list[str] = []
        self.halves: list[str] = []


def asked_words(
    words: tuple[str, ...],
    knows: Callable[[str], bool],
    hears: Callable[[str], float] = lambda _: 0,
) -> Asked:
    """Take the words of a query apart.

    Args:
        words: as typed, parted at blanks.
        knows: tells whether a word or phrase stands in the table of aliases.
        hears: tells how well a word is found anywhere, kana by their sound, too: from 0 to 1.

    """
    taken = _Taken(knows, hears)
    terms, left_out = taken.terms, taken.left_out
    plain = [unicodedata.normalize("NFKC", word).strip(' 　?!。、,;:"“”「」()') for word in words]
    place = 0
    while place < len(plain):
        word = plain[place]
        joined = _joined(plain[place:], knows)
        if joined > 1:
            terms.append(" ".join(plain[place : place + joined]))
            place += joined
            continue
        if word.isascii() or knows(word):
            is_function = word.lower() in ENGLISH and not knows(word)
            (left_out if is_function or not word else terms).append(word)
        elif is_kana(word):
            kana_terms, endings = _kana_question(word, taken)
            terms += kana_terms
            left_out += endings
        else:
            _take_apart(word, taken)
        place += 1
    asks = words[-1:] != () and words[-1][-1] in "?？"
    if left_out and plain[-1].endswith(left_out[-1]):
        asks = asks or left_out[-1] in ("誰", "何") or bool(_END.search(left_out[-1]))
    asks = asks or any(_asks(word) or _CLAUSE.search(word) for word in left_out)
    halves = tuple(taken.halves)
    return Asked(tuple(dict.fromkeys(terms)), tuple(filter(None, left_out)), asks, halves)


def is_function(kana: str) -> bool:
    """Tell whether kana consist of function words."""
    return _ENDINGS.fullmatch(kana) is not None


def _is_heavy(word: str) -> bool:
    """Tell whether a word that was taken off is a verb that may tell something."""
    is_heavy = any("一" <= letter <= "鿿" and letter not in _LIGHT for letter in word)
    return is_heavy and word not in KANJI


def _asks(word: str) -> bool:
    """Tell whether words that were taken off stand in sentences only."""
    if (word in KANJI and len(word) > 1) or word.lower() in _ASKING:
        return True
    return any(stem in word and _asks_for(word, word.index(stem), stem) for stem in QUESTIONS)


def _asks_for(word: str, place: int, stem: str) -> bool:
    """Tell whether a question word begins at a place; one with も or か (いつでも) asks nothing."""
    rest = word[place + len(stem) :]
    if "も" in rest or (rest.startswith("か") and not rest.startswith("から")):
        return False
    whole = _ENDINGS.fullmatch
    return (not place or whole(word[:place]) is not None) and whole(word[place:]) is not None


def _joined(words: list[str], knows: Callable[[str], bool]) -> int:
    """Return how many words from the first make a phrase of the table; 1 if none do."""
    if not words[0].isascii():
        return 1
    longest = min(_MOST_JOINED, len(words))
    return next((n for n in range(longest, 1, -1) if knows(" ".join(words[:n]))), 1)


def _kana_question(word: str, of_query: _Taken) -> tuple[list[str], list[str]]:
    """Take apart kana that are words of the table and function words alone, else nothing.

    Beside a question word any katakana are such a word.
    """
    taken = _Taken(of_query.knows, of_query.hears)
    _take_apart(word, taken)
    terms, left_out = taken.terms, taken.left_out
    known = all(map(taken.knows, terms)) or any(map(_asks, left_out))
    sure = known and all(map(_ENDINGS.fullmatch, left_out))
    return (terms, left_out) if terms and sure else ([word], [])


def _take_apart(word: str, taken: _Taken) -> None:
    place = 0
    while place < len(word):
        if length := _known(word, place, taken.knows):
            taken.terms.append(word[place : place + length])
            place += length
            continue
        leading = _LEADING.get(word[place], ())
        lead = next((lead for lead in leading if _leads(word, place, lead)), "")
        run = _run_at(word, place)
        if lead and (not run or run.script != _KANA):
            taken.left_out.append(lead)
            place += len(lead)
        elif run is None:
            place += 1
        elif run.script == _KANA:
            place = _take_kana(word, place, taken)
        else:
            place = _take_noun(word, run, taken)


@record
class _Run:
    """Characters of one script."""

    script: str
    text: str
    end: int
    """The place behind it."""


def _run_at(word: str, place: int) -> _Run | None:
    """Return the run that begins at a place; None where no letter stands.

    Looked for without a pattern: one with all kanji takes longer to compile than a search.
    """
    for script, begins, goes_on in _RUNS:
        if begins(word[place : place + 1]):
            end = place
            while end < len(word) and (goes_on(word[end]) or _is_in_number(word, end)):
                end += 1
            return _Run(script, word[place:end], end)
    return None


def _is_in_number(word: str, place: int) -> bool:
    """Tell whether a comma between digits stands here."""
    around = word[place - 1 : place], word[place + 1 : place + 2]
    return word[place] == "," and all("0" <= letter <= "9" for letter in around)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _is_of_noun(letter: str) -> bool:
    return "一" <= letter <= "鿿" or letter == "々" or "ァ" <= letter <= "ヺ"


def _is_kana(letter: str) -> bool:
    return "ぁ" <= letter <= "ゖ"


_KANA = "kana"
_RUNS: tuple[tuple[str, Callable[[str], bool], Callable[[str], bool]], ...] = (
    ("latin", _is_latin, lambda letter: _is_latin(letter) or letter in "'’.+-"),
    (
        "noun",
        _is_of_noun,
        lambda letter: _is_of_noun(letter) or _is_latin(letter) or letter in "ー・",
    ),
    (_KANA, _is_kana, lambda letter: _is_kana(letter) or letter == "ー"),
)
"""Scripts, each with what its runs begin with and what they go on with."""


def _leads(word: str, place: int, lead: str) -> bool:
    """Tell whether a question word stands here, whole: no kanji goes on after it."""
    after = word[place + len(lead) : place + len(lead) + 1]
    return word.startswith(lead, place) and not ("一" <= after <= "鿿" and "一" <= lead[-1] <= "鿿")


def _known(word: str, place: int, knows: Callable[[str], bool]) -> int:
    """Return the length of the longest word of the table that stands whole at a place, else 0."""
    for length in range(min(_LONGEST, len(word) - place), 1, -1):
        end = place + length
        if end < len(word) and _goes_on(word[end - 1], word[end]):
            continue
        if knows(word[place:end]):
            return length
    return 0


def _goes_on(last: str, following: str) -> bool:
    """Tell whether a word is cut between two characters of one script other than hiragana."""
    kinds = [
        next((kind for kind, (low, high) in _RANGES.items() if low <= letter <= high), "")
        for letter in (last, following)
    ]
    return kinds[0] == kinds[1] != ""


_RANGES = {"kanji": ("一", "鿿"), "katakana": ("ァ", "ー"), "latin": ("A", "z")}


def _take_noun(word: str, run: _Run, taken: _Taken) -> int:
    """Take a run without hiragana: a noun, or with what follows it a verb."""
    end = run.end
    tail = _run_at(word, end)
    kana = tail.text if tail and tail.script == _KANA else ""
    if len(run.text) > 1 or (_PARTICLE.match(kana) and (not kana or _ENDINGS.fullmatch(kana))):
        taken.terms.append(run.text.strip("・"))
        return end
    place = end
    while place < end + len(kana) and not (place > end and _known(word, place, taken.knows) > 2):
        place += 1
    taken.left_out.append(word[end - len(run.text) : place])
    return place


def _take_kana(word: str, place: int, taken: _Taken) -> int:
    """Take hiragana up to a word of the table: function words, and what is left between them."""
    end = place
    while (
        end < len(word)
        and ("ぁ" <= word[end] <= "ゖ" or (word[end] == "ー" and end > place))
        and not (end > place and _known(word, end, taken.knows) > 2)
    ):
        end += 1
    kana = word[place:end]
    if not _ENDINGS.fullmatch(kana):
        head = _head(kana)
        rest = kana if len(kana) - head < _LEAST_KANA else kana[head:]
        if place == 0 and len(rest) >= _LEAST_KANA:
            taken.terms.append(rest)
            return end
        if len(kana) >= _LEAST_KANA and _is_noun(taken.terms[-1:], word[:place]):
            _take_half(kana, taken, is_led=head > 0)
            return end
    taken.left_out.append(kana)
    return end


def _head(kana: str) -> int:
    """Return how many kana from the first are function words, none of which cuts a syllable."""
    head = _ENDINGS.match(kana)
    return head.end() if head and kana[head.end() : head.end() + 1] not in _NO_BEGINNING else 0


def _is_noun(last: list[str], before: str) -> bool:
    """Tell whether what stands before kana ends in a noun that was taken."""
    return bool(last) and len(last[0]) > 1 and before.endswith(last[0]) and _is_of_noun(before[-1])


def _take_half(kana: str, taken: _Taken, *, is_led: bool) -> None:
    """Take kana behind a noun: half a word if they are heard, else an ending of it, or lacking.

    ``is_led`` tells that they seem to begin with a particle: then all of the word must be heard.
    """
    whole = _ENDINGS.fullmatch
    is_ending = whole(kana, 1) is not None
    if not (is_ending and taken.hears(taken.terms[-1] + kana[0])):
        ends = [end for end in range(len(kana), _LEAST_KANA - 1, -1) if whole(kana[end:] or "の")]
        heard = {end: taken.hears(kana[:end]) for end in ends if not whole(kana[:end])}
        for least in (_WHOLE,) if is_led else (_WHOLE, _BEGUN):
            if end := next((end for end, quality in heard.items() if quality >= least), 0):
                taken.terms.append(kana[:end])
                taken.left_out += [kana[end:]] if kana[end:] else []
                return
    taken.left_out.append(kana)
    taken.halves += [] if is_ending or is_led else [kana]


def english_stems(word: str) -> tuple[str, ...]:
    """Return the forms of an English word that a table may hold: singular, infinitive."""
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    stems = [plain] if plain != word.lower() else []
    for ending, others in _INFLECTIONS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST_STEM:
            stems += [plain.removesuffix(ending) + other for other in others]
    return tuple(dict.fromkeys([*stems, plain + "s"]))


_LEAST_STEM = 3
_INFLECTIONS = (
    ("ies", ("y",)),
    ("es", ("e", "")),
    ("s", ("",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("ization", ("ize", "isation")),
    ("isation", ("ise", "ization")),
    ("ally", ("al",)),
    ("ly", ("",)),
    ("ance", ("e", "")),
    ("ers", ("er", "e", "")),
    ("er", ("e", "")),
)
