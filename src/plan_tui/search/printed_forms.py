"""Where a term is printed: as it is, and in forms that are counted with it and named apart.

The search folds far, so that readers find what they mean; a count is a statement about the text,
so it takes less for the same: width and case; a ``ー`` that is missing or added at the end of a
whole run of katakana (サーバ, サーバー); and the tables of variant kanji and of words that are
written in several ways (子供, 子ども). Katakana is never hiragana (メール does not end 進める), and
no word reaches over a mark that the term has not (保育 does not stand in 確保・育成). Latin letters
and digits count as whole words and numbers: AI does not stand in Container, nor 5G in 15G; where
capitals tell the words of a longer one, each is one (DX and SaaS in DXSaaS).
"""

from __future__ import annotations

from functools import lru_cache

from plan_tui.text.characters import is_its_own_form, nfkc
from plan_tui.text.fold import fold_spelling, fold_spelling_map, folds_alone
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from plan_tui.text.ranges import Range

_KATAKANA = "ァ-ヺーヽヾ"
_RUN = late_pattern(f"[{_KATAKANA}]+")
_MARKS = late_pattern(r"[・·•‧,、，'’‘\"“”「」『』【】〔〕［］\[\]〈〉《》()（）{}｛｝\s]")
_LONG = "ーｰ"
_PARTED = "\0"
"""Stands between parts of a text, and folds to itself."""
_JOINING = frozenset(("ﾞ", "ﾟ", "\u3099", "\u309a", *map(chr, range(0x300, 0x370))))
"""Marks that belong to the character before them."""
_CLUSTERED = late_pattern("[ﾞﾟ\u0300-\u036f\u3099\u309a]")
_CLUSTER = late_pattern(lambda: f"(?s:.){_CLUSTERED.pattern}*")
"""A character with the marks that belong to it, which normalise together."""
_PAIR = 2
_LAST_LATIN = "ɏ"
"""Letters up to here are Latin ones, with and without marks."""
_SHORTEST_STEM = 3
"""Katakana before a ``ー`` that may be left out: of fewer (キー) another word would be left."""


def form_of(printed: str) -> str:
    """Return printed words with width and case folded away; nothing else."""
    return nfkc(printed).lower()


class _Forms(dict[int, str]):
    """Code point → the `form_of` the character by itself."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        form = self[code] = letter if is_its_own_form(letter) else form_of(letter)
        return form


_FORMS = _Forms()


def places_of(term: str, text: str, folded: str | None = None) -> list[Range]:
    """Return where a term is printed in a text, in any form that counts as it, in order and apart.

    Args:
        term: what is looked for; it folds to something (`fold_spelling`).
        text: a printed text.
        folded: the same as `fold_spelling` gives it, where that is known.

    """
    if folded is not None and _stands_alone(term):
        plain = _plain_places(term, text)
        if plain is not None and len(plain) == folded.count(_folded_term(term)):
            return plain
    exact = [_with_final_mark(place, text) for place in _as_printed(form_of(term), text)]
    if not _may_stand_elsewhere(_folded_term(term), exact, text, folded):
        return [place for place in exact if not _cuts(place, text)]
    others = [
        place
        for place in _folded(term, text)
        if not any(place[0] < end and start < place[1] for start, end in exact)
    ]
    return [place for place in sorted([*exact, *others]) if not _cuts(place, text)]


@lru_cache(maxsize=8)
def _stands_alone(term: str) -> bool:
    """Tell whether a text has a term as often as its folded form has the folded term.

    It has unless it also has the term in other forms: so the term's letters fold by themselves and
    are of their own form, and it never overlaps itself.
    """
    letters = (letter == "ー" or is_its_own_form(letter) for letter in term)
    overlaps = (
        form.endswith(form[:size])
        for form in (term, _folded_term(term))
        for size in range(1, len(form))
    )
    return all(letters) and not any(overlaps) and folds_alone(term)


def _plain_places(term: str, text: str) -> list[Range] | None:
    """Return where a term of kanji and kana is printed as it is; None if marks belong to it."""
    places: list[Range] = []
    size = len(term)
    start = text.find(term)
    while start >= 0:
        end = start + size
        after = text[end : end + 1]
        if after in _JOINING:
            return None
        is_long = after != "" and after in _LONG
        places.append(_with_final_mark((start, end), text) if is_long else (start, end))
        start = text.find(term, end)
    return places


def _cuts(place: Range, text: str) -> bool:
    """Return whether a range begins or ends within a Latin word or a number."""
    start, end = place
    return (start > 0 and _is_one_word(text[start - 1 : start + 2])) or _is_one_word(
        text[end - 1 : end + 2]
    )


def _is_one_word(letters: str) -> bool:
    """Tell whether the first two of some letters belong to one word, or one number.

    A capital begins another one behind a small letter, and before one (Open + AI, DX + Saa + S).
    """
    first, second, third = (*nfkc(letters), "", "", "")[:3]
    pair = form_of(first + second)
    if len(pair) != _PAIR:
        return False
    if second.isupper() and (first.islower() or third.islower()):
        return False
    return pair.isdecimal() or (pair.isalpha() and max(pair) <= _LAST_LATIN)


@lru_cache(maxsize=8)
def _folded_term(term: str) -> str:
    return fold_spelling(term)


def _may_stand_elsewhere(wanted: str, places: list[Range], text: str, whole: str | None) -> bool:
    """Tell whether a folded term may stand in a text beside some places, which are apart.

    Where each character comes from takes several times as long to say, and seldom need be known.
    """
    ends, starts = [0, *(end for _, end in places)], [*(start for start, _ in places), len(text)]
    rest = _PARTED.join(text[end:start] for end, start in zip(ends, starts, strict=True))
    folded = fold_spelling(rest)
    whole = fold_spelling(text) if whole is None else whole
    if wanted in folded or rest.count(_PARTED) != len(places):
        return True
    # Else what stands around the places folds otherwise than with them.
    return whole != folded.replace(_PARTED, wanted)


def _as_printed(asked: str, text: str) -> Iterator[Range]:
    form = text.translate(_FORMS)
    if len(form) == len(text) and not _CLUSTERED.search(text):  # each character is one
        place = form.find(asked)
        while place >= 0:
            yield place, place + len(asked)
            place = form.find(asked, place + len(asked))
        return
    form, starts, ends = "", list[int](), list[int]()
    for cluster in _CLUSTER.finditer(text):
        folded = form_of(cluster.group())
        form += folded
        starts += [cluster.start()] * len(folded)
        ends += [cluster.end()] * len(folded)
    place = form.find(asked)
    while place >= 0:
        yield starts[place], ends[place + len(asked) - 1]
        place = form.find(asked, place + len(asked))


def _with_final_mark(place: Range, text: str) -> Range:
    """Return the range of katakana with the ``ー`` after it that ends the run, if there is one."""
    start, end = place
    stem = form_of(text[start:end])
    run = _RUN.match(form_of(text[start : end + 2]))
    if len(stem) < _SHORTEST_STEM or not run or len(run.group()) != len(stem) + 1:
        return place
    return (start, end + 1) if text[end] in _LONG else place


def _folded(term: str, text: str) -> Iterator[Range]:
    """Yield where words stand that fold as a term does and are a form of it, apart."""
    wanted, folded = _folded_term(term), fold_spelling_map(text)
    place = folded.text.find(wanted)
    while place >= 0:
        start, end = _with_final_mark(folded.printed(place, place + len(wanted)), text)
        counts = _is_form(form_of(term), text, start, end)
        if counts:
            yield start, end
        place = folded.text.find(wanted, place + (len(wanted) if counts else 1))


def _is_form(asked: str, text: str, start: int, end: int) -> bool:
    printed = form_of(text[start:end])
    if _RUN.fullmatch(asked) and _RUN.fullmatch(printed):
        inside = _RUN.match(text[start - 1 : start]) or _RUN.match(text[end : end + 1])
        stem = asked.removesuffix("ー")
        same = stem == printed.removesuffix("ー") and len(stem) >= _SHORTEST_STEM
        return same and not inside
    same_katakana = _RUN.findall(printed) == _RUN.findall(asked)
    return same_katakana and set(_MARKS.findall(printed)) <= set(_MARKS.findall(asked))
