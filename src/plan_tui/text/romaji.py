"""Romaji in any common spelling, and its comparison with kana readings.

Hepburn, Kunrei and wāpuro spellings are understood, long vowels written (``ou``, ``oo``, ``ō``,
``ô``, ``oh``) or not, ``n'``, ``nn`` and ``m`` before b, m, p, ``tch`` and ``cch``, a hyphen
for ー. All end in the sounds of `plan_tui.text.kana`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from plan_tui.text.kana import is_kana, sound
from plan_tui.text.late_pattern import late_pattern

# Sound=spelling, for all spellings that are not the sound itself.
_VARIANTS = (
    "ka=ca ku=cu ku=qu ko=co si=shi si=ci se=ce sya=sha syu=shu syo=sho sye=she "
    "ti=chi tu=tsu tya=cha tyu=chu tyo=cho tye=che tya=cya tyu=cyu tyo=cyo "
    "hu=fu hya=fya hyu=fyu hyo=fyo zi=ji zi=di zu=du zu=dzu "
    "zya=ja zyu=ju zyo=jo zye=je zya=jya zyu=jyu zyo=jyo zye=jye zya=dya zyu=dyu zyo=dyo "
    "zya=dja zyu=dju zyo=djo zi=dji ti=thi zi=dhi tyu=thu zyu=dhu tu=twu zu=dwu "
    "fa=hwa fi=hwi fe=hwe fo=hwo fi=fyi fe=fye "
    "ba=va bi=vi bu=vu be=ve bo=vo byu=vyu "
    "o=wo u=wu wi=whi we=whe wo=who wi=uxi we=uxe "
    "tua=tsa tui=tsi tue=tse tuo=tso kua=kwa kui=kwi kue=kwe kuo=kwo kua=qa kui=qi kue=qe kuo=qo "
    "gua=gwa gui=gwi gue=gwe guo=gwo "
    "a=xa i=xi u=xu e=xe o=xo a=la i=li u=lu e=le o=lo ya=xya yu=xyu yo=xyo ya=lya yu=lyu yo=lyo"
)

# Sounds of a kana with a small one after it, as an input method spells the small one: dexi, fulo.
_WITH_SMALL = {
    "te": "i=ti yu=tyu",
    "de": "i=zi yu=zyu",
    "to": "u=tu",
    "do": "u=zu",
    "fu hu": "a=fa i=fi e=fe o=fo ya=hya yu=hyu yo=hyo",
    "vu": "a=ba i=bi e=be o=bo yu=byu",
    "u wu": "i=wi e=we o=wo",
    "i": "e=ye",
    "tu tsu": "a=tua i=tui e=tue o=tuo",
    "ku": "a=kua i=kui e=kue o=kuo",
    "gu": "a=gua i=gui e=gue o=guo",
    "si shi": "e=sye ya=sya yu=syu yo=syo",
    "zi ji": "e=zye ya=zya yu=zyu yo=zyo",
    "ti chi": "e=tye ya=tya yu=tyu yo=tyo",
}


def _with_small() -> dict[str, str]:
    """Return the spellings with ``x`` or ``l`` for a small kana → sound."""
    table = {
        f"{base}{sign}{small}": small_sound
        for bases, pairs in _WITH_SMALL.items()
        for base in bases.split()
        for small, small_sound in (pair.split("=") for pair in pairs.split())
        for sign in "xl"
    }
    return table | {
        f"{consonant}i{sign}y{vowel}": f"{consonant}y{vowel}"
        for consonant in "kgnhbpmr"
        for sign in "xl"
        for vowel in "auo"
    }


@cache
def _spellings() -> dict[str, str]:
    """Return each romaji spelling of a syllable → its sound."""
    table = {vowel: vowel for vowel in "aiueo"}
    for consonant in "kstnhmrgzdbp":
        table |= {consonant + vowel: consonant + vowel for vowel in "aiueo"}
        table |= {f"{consonant}y{vowel}": f"{consonant}y{vowel}" for vowel in "auoe"}
    table |= {word: word for word in ("ya", "yu", "yo", "ye", "wa", "wi", "we")}
    table |= {f"f{vowel}": f"f{vowel}" for vowel in "aieo"}
    table |= _with_small()
    return table | {
        spelling: sound for sound, spelling in (pair.split("=") for pair in _VARIANTS.split())
    }


@cache
def _partials() -> dict[str, str]:
    """Return each proper prefix of a spelling → the common prefix of the sounds it may become."""
    table: dict[str, list[str]] = {}
    for spelling, spelled_sound in _spellings().items():
        for cut in range(1, len(spelling)):
            table.setdefault(spelling[:cut], []).append(spelled_sound)
    return {prefix: _common_prefix(sounds) for prefix, sounds in table.items()}


def _common_prefix(words: list[str]) -> str:
    first, last = min(words), max(words)
    same = [a == b for a, b in zip(first, last, strict=False)]
    return first[: same.index(False) if False in same else len(same)]


_SYLLABLE = late_pattern(lambda: "|".join(sorted(_spellings(), key=len, reverse=True)))
_DOUBLED = late_pattern(r"([kstnhmrgzdbpfcjvqw])(?=\1)|[tc](?=ch)|x?(?:l|x)ts?u(?=[a-z])")
_NASAL = late_pattern(r"n'|n(?=[^aiueoy]|$)|m(?=[bmp])")
_LONG_H = late_pattern(r"(?<=o)h(?![aiueoy])")
_MARKS = str.maketrans("’‘`", "'''")


def romaji_sound(text: str, *, typing: bool = True, lenient: bool = False) -> str | None:
    """Return the sound of romaji, or None if ``text`` is not romaji.

    With ``typing``, consonants at the end whose vowel is not typed yet become the beginning of a
    sound. With ``lenient``, letters that are no romaji stay, for a search that allows for errors.
    """
    plain = unicodedata.normalize("NFKD", text.lower()).translate(_MARKS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[-\s・ー]", "", plain)
    if not re.fullmatch(r"[a-z']+", plain):
        return None
    plain = _LONG_H.sub("", plain)
    result, position = "", 0
    while position < len(plain):
        match = _SYLLABLE.match(plain, position)
        if match:
            result += _spellings()[match.group()]
        elif match := _NASAL.match(plain, position):
            result += "n"
        elif match := _DOUBLED.match(plain, position):
            following = _SYLLABLE.match(plain, match.end())
            result += _spellings()[following.group()][0] if following else ""
        elif typing and result and plain[position:] in _partials():
            return result + _partials()[plain[position:]]
        elif lenient:
            result += plain[position]
            position += 1
            continue
        else:
            return None
        position = match.end()
    return result


def sound_of(text: str, *, typing: bool = False) -> str | None:
    """Return the sound of a query in kana or romaji; None if it is neither.

    With ``typing``, romaji may break off inside a syllable.
    """
    if is_kana(text):
        return sound(text) or None
    return romaji_sound(text, typing=typing) or None


_LOOSE = {
    "a": "a[a ]*", "i": "i[i ]*", "u": "u[u ]*", "e": "e[ei ]*", "o": "o[ou ]*", "n": "n[n ]*",
}  # fmt: skip

_LAST = {vowel: loose.replace(" ", "") for vowel, loose in _LOOSE.items()} | {
    "n": "n(?:n(?![aiueoy]))*"
}


def short(text: str) -> str:
    """Return a sound with all vowels short and each run of ``n`` as one ``n``, for comparison."""
    for pattern, vowel in _SHORTER:
        text = pattern.sub(vowel, text)
    return text


_VOWELS = ("a", "i", "u", "e", "o")

_SHORTER = tuple(
    (late_pattern(pattern), vowel)
    for pattern, vowel in (
        ("aa+", "a"), ("ii+", "i"), ("uu+", "u"), ("e[ei]+", "e"), ("o[ou]+", "o"), ("nn+", "n"),
    )
)  # fmt: skip


@lru_cache(maxsize=256)
def sound_pattern(text: str) -> re.Pattern[str]:
    """Return a pattern that finds a sound in sounds with blanks between words.

    Vowels may be long or short, ``n`` single or double, and a word may end after any syllable.
    ``wa`` also finds the particle ``は``. A lone vowel stands in nearly every word, so it finds
    whole words only.
    """
    brief = short(text)
    if brief in _VOWELS:
        return re.compile(rf"(?<![^ ]){_LAST[brief]}(?![^ ])")
    pattern = "".join(_LOOSE.get(character, character) for character in brief[:-1])
    # The last syllable may be long, and does not reach into the next word.
    pattern += _LAST.get(brief[-1:], brief[-1:])
    return re.compile(re.sub(r"(?<=.)w(?=a)", "[wh]", pattern))
