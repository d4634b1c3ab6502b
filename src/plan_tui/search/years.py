"""Years in a query, in every notation in which they are printed."""

from __future__ import annotations

import re
import unicodedata

_ERAS = {"令和": 2018, "平成": 1988, "r": 2018, "h": 1988}
_YEAR = re.compile(
    r"(?:(?P<era>令和|平成|[rh])(?P<of_era>\d{1,2}|元)|(?P<fiscal>fy)?(?P<western>(?:19|20)\d\d))"
    r"(?P<unit>年度|年)?(?P<rest>末|中|頃|\d{1,2}月末?|\d{1,2}月\d{1,2}日)?",
    re.IGNORECASE,
)


def year_forms(word: str) -> tuple[str, ...]:
    """Return all notations of a date word, the typed one first; empty if it is none.

    ``R7年度`` → ``R7年度``, ``令和7年度``, ``2025年度``. A bare western year is also looked for
    without its unit; a bare era year is not (``令和7`` is part of longer numbers' words).
    """
    plain = unicodedata.normalize("NFKC", word)
    found = _YEAR.fullmatch(plain)
    if not found or not (found["unit"] or found["era"] or found["fiscal"]):
        return ()
    if found["era"]:
        count = 1 if found["of_era"] == "元" else int(found["of_era"])
        year = count + _ERAS[found["era"].lower()]
    else:
        year = int(found["western"])
    unit = found["unit"] or ("年度" if found["fiscal"] else "年")
    rest = found["rest"] or ""
    forms = [plain, f"{year}{unit}{rest}"]
    for era, letter, first, last in (("令和", "R", 2019, 2099), ("平成", "H", 1989, 2019)):
        if first <= year <= last:
            count = year - (2018 if era == "令和" else 1988)
            names = [str(count)] + (["元"] if count == 1 else [])
            forms += [f"{start}{name}{unit}{rest}" for start in (era, letter) for name in names]
    return tuple(dict.fromkeys(forms))


def edition_word(word: str) -> str | None:
    """Return the year of the edition that a word such as ``2025年版`` names, else None."""
    plain = unicodedata.normalize("NFKC", word)
    found = re.fullmatch(r"(20\d\d)(?:年版|版|年計画|年重点計画)?", plain)
    if found:
        return found.group(1)
    found = re.fullmatch(r"(?:令和|[Rr])(\d{1,2})年?版", plain)
    return str(2018 + int(found.group(1))) if found else None
