"""The phrases that two texts have in common, wherever they stand."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import accumulate, chain, compress

from plan_tui.compare.text.common_substrings import PARTICLE
from plan_tui.compare.text.grams import HIRAGANA
from plan_tui.compare.text.phrase_atoms import (
    BETWEEN,
    CLASSES,
    LEAST,
    LEAST_LOANWORD,
    NOT_FIRST,
    Wholes,
    most,
    read_by_token,
    simplified,
)
from plan_tui.text.guarded_fold import FOLDED_VALUE, GUARD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.compare.text.sentence_pairs import Sentence
    from plan_tui.model.comparison import Mark

_START = 4
"""Folded characters that every such phrase has: none weighs more than 1, numbers are guarded."""


_LEAST_COUNTED = 2
"""Characters that name what a number counts; a unit has one."""
_HIRAGANA = "".join(HIRAGANA)
_KATAKANA = "".join((*map(chr, range(ord("ァ"), ord("ヺ") + 1)), *"ーヽヾ"))


def words_together(sentences: Sequence[Sentence]) -> str:
    """Return the words of a text's sentences, for `lies_within`."""
    return "".join([f"{BETWEEN}{each.words}{BETWEEN}" for each in sentences])


def lies_within(sentence: Sentence, words: str) -> bool:
    """Tell whether a longer sentence of a text, of which these are the words, has one whole.

    Differences in notation do not count. What says no more than a word does stands in other
    sentences by chance.
    """
    inner = sentence.words
    if inner not in words or _is_mere_word(inner):
        return False
    return inner in words.replace(f"{BETWEEN}{inner}{BETWEEN}", "")  # without its copies


def _is_mere_word(words: str) -> bool:
    """Tell whether a text says less than a phrase in common has to, or is but a value."""
    letters = "".join([each for each in words if each.isalnum() and each not in HIRAGANA])
    if len(letters) < LEAST or (len(letters) < LEAST_LOANWORD and not letters.strip(_KATAKANA)):
        return True
    return GUARD in words and len(FOLDED_VALUE.sub("", words).strip(_HIRAGANA)) < _LEAST_COUNTED


class SharedPhrases:
    """The phrases that two texts, each given as its sentences, have in common.

    No phrase runs from one sentence into the next.
    """

    def __init__(self, left: Sequence[Sentence], right: Sequence[Sentence]) -> None:
        texts = [BETWEEN.join([each.folded for each in side]) for side in (left, right)]
        starts = [*map(_starts, texts)]
        shorter = int(len(texts[1]) < len(texts[0]))
        known = frozenset(chain(*starts[shorter]))
        marked = [bytearray(), bytearray()]
        marked[1 - shorter] = _marked(starts[1 - shorter], known)
        common = frozenset(_of_marked(starts[1 - shorter], marked[1 - shorter]))
        marked[shorter] = _marked(starts[shorter], common)
        self._left = _Side(left, texts[0], marked[0])
        self._right = _Side(right, texts[1], marked[1])

    def of_left(self, number: int) -> list[tuple[bool, str]]:
        """Cut a sentence of the left text into (does the right one have it, too?, printed text).

        Phrases are as long as possible and never end within a number.
        """
        return self._left.cut(number, self._right.stretches)

    def of_right(self, number: int) -> list[tuple[bool, str]]:
        """Do the same with a sentence of the right text."""
        return self._right.cut(number, self._left.stretches)


class _Side:
    """The sentences of a text, in which phrases of the other one are looked for."""

    def __init__(self, sentences: Sequence[Sentence], folded: str, marked: bytearray) -> None:
        self._sentences = sentences
        self._folded = folded
        sizes = [len(sentence.folded) + 1 for sentence in sentences]
        self._firsts = list(accumulate(sizes, initial=0))
        for first in self._firsts[1:]:  # no start goes on behind the end of its sentence
            begin = max(0, first - _START)
            marked[begin:first] = bytes(first - begin)
        self._stretches: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """Number of a sentence → the stretches of ``folded`` that may hold phrases of it."""
        says_little: dict[str, bool] = {}
        number = 0
        for begin, after in _runs(marked):
            end = after + _START - 1
            text = folded[begin:end]
            is_little = says_little.get(text)
            if is_little is None:
                is_little = says_little[text] = _says_little(text)
            if not is_little:
                while self._firsts[number + 1] <= begin:
                    number += 1
                self._stretches[number].append((begin, end))

    @cached_property
    def stretches(self) -> str:
        """All that may hold phrases, each once."""
        places = chain.from_iterable(self._stretches.values())
        return BETWEEN.join({self._folded[begin:end] for begin, end in places})

    @cached_property
    def _simplified(self) -> str:
        """The folded text, for the classes of its characters that may be asked for."""
        parts = [
            (read_by_token(each) or each.folded)
            if number in self._stretches
            else BETWEEN * len(each.folded)
            for number, each in enumerate(self._sentences)
        ]
        return simplified(BETWEEN.join(parts))

    def cut(self, number: int, other: str) -> list[tuple[bool, str]]:
        """Cut a sentence into (is it a phrase that stands in ``other``?, printed text)."""
        text = self._sentences[number].text
        if number not in self._stretches:
            return [(False, text)] if text else []
        runs: list[tuple[bool, str]] = []
        done = 0
        for start, end in self._phrases(number, other):
            phrase = text[start:end]
            if start > done:
                runs.append((False, text[done:start]))
            elif runs:
                phrase = runs.pop()[1] + phrase
            runs.append((True, phrase))
            done = end
        if done < len(text):
            runs.append((False, text[done:]))
        return runs

    def _phrases(self, number: int, other: str) -> Iterator[Mark]:
        """Yield where phrases stand in a printed sentence, in order."""
        wholes = Wholes.of(self._sentences[number])
        folded, text = self._folded, self._simplified
        before, done = self._firsts[number], 0
        for begin, end in self._stretches[number]:
            offset, size = begin - before, end - begin
            classes = text[begin : end + 1].translate(CLASSES)
            place = max(0, done - offset)
            while size - place >= _START:
                place = size - len(classes[place:size].lstrip(NOT_FIRST))
                if size - place < _START:
                    break
                after = most(classes, place, size, wholes, offset)
                if not after:
                    break  # what begins later says less
                common = place + _common_size(folded[begin + place : end], other)
                if common < size:
                    after = most(classes, place, common, wholes, offset)
                if after:
                    done = offset + after
                    phrase = offset + place, done
                    yield wholes.printed(*phrase) if wholes else phrase
                place = after or place + 1


def _starts(folded: str) -> list[list[int]]:
    """Return all that phrases can begin with: every `_START` neighbouring characters, as a number.

    Those at the first place, and at every `_START` characters after it; then those at the second
    one, and so on. Characters beyond 16 bits count as one: a phrase is only looked for there.
    """
    units = memoryview(folded.encode("utf-16-le", "surrogatepass"))
    if len(units) != 2 * len(folded):
        folded = "".join(["\ufffd" if each > "\uffff" else each for each in folded])
        units = memoryview(folded.encode("utf-16-le", "surrogatepass"))
    width = 2 * _START
    ranges = ((at, max(0, len(units) - at) // width * width) for at in range(0, width, 2))
    return [units[at : at + size].cast("Q").tolist() for at, size in ranges]


def _marked(starts: list[list[int]], common: frozenset[int]) -> bytearray:
    """Return for each place of a text, by its `_starts`, 1 if what begins there is in common."""
    marks = bytearray(sum(map(len, starts)) + _START)
    for first, of_first in enumerate(starts):
        marks[first : first + _START * len(of_first) : _START] = bytes(
            map(common.__contains__, of_first)
        )
    return marks


def _of_marked(starts: list[list[int]], marks: bytearray) -> Iterator[int]:
    """Yield the `_starts` of a text that are marked."""
    for first, of_first in enumerate(starts):
        yield from compress(of_first, marks[first::_START])


def _runs(marks: bytearray) -> Iterator[Mark]:
    """Yield where each run of 1 begins, and the 0 after its last, in order."""
    find, begin = marks.find, marks.find(1)
    while begin >= 0:
        end = find(0, begin)
        yield begin, end
        begin = find(1, end)


def _says_little(folded: str) -> bool:
    """Tell quickly of most texts in which no phrase says enough that none does."""
    if GUARD in folded:
        return False
    inner = folded.strip(_HIRAGANA)
    if len(inner) + PARTICLE * (len(folded) - len(inner)) < LEAST:
        return True
    return len(inner) < LEAST_LOANWORD and not inner.strip(_KATAKANA)


def _common_size(folded: str, other: str) -> int:
    """Return how much of the beginning of a text stands in ``other``; 0 for less than a start."""
    if folded in other:
        return len(folded)
    least, most = _START, len(folded)
    while most - least > 1:
        middle = (least + most) // 2
        least, most = (middle, most) if folded[:middle] in other else (least, middle)
    return least if folded[:least] in other else 0
