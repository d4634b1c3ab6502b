"""The units in which dates are printed."""

from __future__ import annotations

from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Phrase

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
