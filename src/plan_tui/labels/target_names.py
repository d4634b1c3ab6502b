"""Dated targets: how firmly they bind, whether their day has passed, and their fiscal years."""

from __future__ import annotations

from plan_tui.labels.date_units import DATE_UNITS
from plan_tui.model.enums import Firmness
from plan_tui.text.day_names import Calendar, fiscal_year
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.dated_targets import TargetYear
    from plan_tui.text.language import Language

PAST = Phrase("期限経過（計画上）", "past its planned date")
PAST_SHORT = Phrase("経過", "past")
FIRMNESS: dict[Firmness, Phrase] = {
    **{Firmness(unit): phrase for unit, phrase in DATE_UNITS.items()},
    Firmness.ABOUT: Phrase("目途", "about"),
    Firmness.OPEN: Phrase("以降", "open"),
}
_NO_YEAR = Phrase("日付の特定できない期限", "Day not known")
_OPEN = Phrase("以降（終わりなし）", "from ⋯ on, no end")
_FROM = Phrase("{year}以降（終わりの定めなし）", "From {year} on (no end named)")


def year_name(group: TargetYear, language: Language, calendar: Calendar = Calendar.BOTH) -> str:
    """Return the heading of the targets of a fiscal year, or of those open from one on."""
    if group.year is None:
        return (_OPEN if group.is_open else _NO_YEAR).say(language)
    name = fiscal_year(group.year, language, calendar)
    return _FROM.say(language, year=name) if group.is_open else name
