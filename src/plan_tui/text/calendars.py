"""Years in both calendars."""

from __future__ import annotations

from plan_tui.text.language import Language

_REIWA, _HEISEI = 2018, 1988


def era(year: int) -> str:
    """Return a year's Japanese era: 2025 → ``令和７`` (full-width, as the plan prints it).

    2019, in which the era changed, is ``令和元``; years before 平成 (1989) have none here.
    """
    if year > _REIWA:
        return "令和" + _wide(year - _REIWA)
    return "平成" + _wide(year - _HEISEI) if year > _HEISEI else ""


def _wide(number: int) -> str:
    if number == 1:
        return "元"
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


def fiscal_year(year: int, language: Language) -> str:
    """Return a fiscal year's name in both calendars: ``2025年度（令和７年度）``, ``FY2025``."""
    if language is Language.EN:
        return f"FY{year}"
    name = era(year)
    return f"{year}年度（{name}年度）" if name else f"{year}年度"


def interval(start: str | None, end: str | None) -> str:
    """Return ISO days as ``start..end``, or as one day; an open side is empty."""
    return start if start is not None and start == end else f"{start or ''}..{end or ''}"
