"""The units in which dates are printed, and the days of those that name no year."""

from __future__ import annotations

from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Phrase
from plan_tui.text.late_pattern import late_pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.text.language import Language

DATE_UNITS: dict[DateBasis, Phrase] = {
    DateBasis.DAY: Phrase("日", "day"),
    DateBasis.MONTH: Phrase("月", "month"),
    DateBasis.SEASON: Phrase("季節", "season"),
    DateBasis.QUARTER: Phrase("四半期", "quarter"),
    DateBasis.HALF: Phrase("半期", "half-year"),
    DateBasis.PART: Phrase("時期", "part"),
    DateBasis.YEAR: Phrase("年", "year"),
    DateBasis.FISCAL_YEAR: Phrase("年度", "fiscal year"),
    DateBasis.RANGE: Phrase("期間", "period"),
    DateBasis.UNRESOLVED: Phrase("不明", "unknown"),
}
_YEAR = late_pattern(
    r"\d{4}|(?:明治|大正|昭和|平成|令和|[MTSHR])\.?\s*[\d元〇一二三四五六七八九十]"
    r"|[〇一二三四五六七八九]{2,4}年"
)
"""A year of a printed date, in NFKC."""


def with_days(printed: str, start: str | None, end: str | None, language: Language) -> str:
    """Return a date as printed, and its days behind it where it does not tell the year itself.

    Args:
        printed: the date as printed, such as 同年10月.
        start: its first day, ISO; None if it is open or not known.
        end: its last day, ISO; None if it is open or not known.
        language: of the brackets.

    """
    from plan_tui.text.characters import nfkc

    if (start is None and end is None) or _YEAR.search(nfkc(printed)):
        return printed
    from plan_tui.labels.punctuation import in_brackets
    from plan_tui.text.day_names import interval

    return f"{printed}{in_brackets(interval(start, end), language)}"
