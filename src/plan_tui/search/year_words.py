"""Years and other numbers in a query, in every notation in which they are printed."""

from __future__ import annotations

import re

from plan_tui.text.characters import has_number, nfkc
from plan_tui.text.late_pattern import late_pattern


def _year() -> str:
    from plan_tui.text.calendar import ERA_NAMES

    return (
        rf"(?:(?P<era>{ERA_NAMES}|[rhs])(?P<of_era>\d{{1,2}}|元)"
        r"|(?P<fiscal>fy)?(?P<western>(?:19|20)\d\d))"
        r"(?P<unit>年度|年)?(?P<rest>末|中|頃|\d{1,2}月末?|\d{1,2}月\d{1,2}日)?"
    )


_YEAR = late_pattern(_year, re.IGNORECASE)
_SIGNS = "〇一二三四五六七八九十百千万"
_IN_KANJI = late_pattern(f"[{_SIGNS}]+")


def in_digits(word: str) -> str:
    """Return a word with its numerals in kanji as digits (十七業務, 17業務); else itself."""
    if not any(sign in word for sign in _SIGNS):
        return word
    from plan_tui.text.numerals import kanji_number

    try:
        return _IN_KANJI.sub(lambda numeral: str(kanji_number(numeral[0])), word)
    except ValueError:
        return word


def year_forms(word: str) -> tuple[str, ...]:
    """Return all notations of a date word, the typed one first; empty if it is none.

    ``R7年度`` → ``R7年度``, ``令和7年度``, ``2025年度``. A bare western year is also looked for
    without its unit; a bare era year is not (``令和7`` is part of longer numbers' words).
    """
    plain = nfkc(word)
    date = _YEAR.fullmatch(plain) if has_number(plain) else None
    if not date or not (date["unit"] or date["era"] or date["fiscal"]):
        return ()
    from plan_tui.text.calendar import ERAS, western_year

    if date["era"]:
        count = 1 if date["of_era"] == "元" else int(date["of_era"])
        if not count:
            return ()
        year = western_year(date["era"].upper(), count)
    else:
        year = int(date["western"])
    unit = date["unit"] or ("年度" if date["fiscal"] else "年")
    rest = date["rest"] or ""
    forms = [plain, f"{year}{unit}{rest}"]
    for era, later in zip(ERAS, (None, *ERAS), strict=False):
        # In the year of a change either era's name is printed.
        if era.before < year and (later is None or year <= later.first[0]):
            count = year - era.before
            numbers = [str(count)] + (["元"] if count == 1 else [])
            forms += [f"{name}{n}{unit}{rest}" for name in (era.name, era.letter) for n in numbers]
    return tuple(dict.fromkeys(forms))


def edition_word(word: str) -> str | None:
    """Return the year of the edition that a word such as ``2025年版`` names, else None."""
    plain = nfkc(word)
    if not has_number(plain):
        return None
    western = re.fullmatch(r"(20\d\d)(?:年版|版|年計画|年重点計画)?", plain)
    if western:
        return western.group(1)
    era = re.fullmatch(r"(?:令和|[Rr])(0?[1-9]|[1-9]\d)年?版", plain)
    if not era:
        return None
    from plan_tui.text.calendar import western_year

    return str(western_year("R", int(era.group(1))))
