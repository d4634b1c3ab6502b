"""What the KPIs of a measure promise, taken together: numbers to reach, dates, status."""

from __future__ import annotations

from plan_tui.model import headings
from plan_tui.model.comparison_enums import ChangeGroup
from plan_tui.model.enums import KpiStatus
from plan_tui.text.calendar import DateBasis
from plan_tui.text.language import Language
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.model.outline_records import Edition
    from plan_tui.model.records import Kpi, MeasureCard, PrintedDate, PrintedNumber

_STATUSES = (
    KpiStatus.QUANTITATIVE,
    KpiStatus.MILESTONE,
    KpiStatus.QUALITATIVE,
    KpiStatus.UNSET,
)
_LAST_DAY = "9999-12-31"


class Order(StrEnum):
    """What a list of measures can be sorted by."""

    NUMBER = "number"
    CHAPTER = "chapter"
    TITLE = "title"
    STATUS = "status"
    TARGET = "target"
    DUE = "due"
    LATER = "later"
    """What the newest edition says of it, then the one before."""
    LATER_DUE = "later-due"
    """The first deadline that the newest edition names for it."""

    @property
    def asks_later(self) -> bool:
        """Whether it needs what later editions say."""
        return self in (Order.LATER, Order.LATER_DUE)


def statuses(card: MeasureCard) -> tuple[KpiStatus, ...]:
    """Return the statuses of a measure's KPIs, the firmest first; empty without KPIs."""
    named = {kpi.status for kpi in card.kpis}
    return tuple(status for status in _STATUSES if status in named)


def targets_of(kpi: Kpi, numbers: Iterable[PrintedNumber]) -> tuple[PrintedNumber, ...]:
    """Return the numbers that a KPI promises to reach."""
    return tuple(number for number in numbers if number.is_target and number.kpi_id == kpi.id)


def numeric_targets(card: MeasureCard) -> tuple[PrintedNumber, ...]:
    """Return the numbers that a measure's KPIs promise to reach, in printed order."""
    return tuple(number for kpi in card.kpis for number in targets_of(kpi, card.numbers))


def due_dates(card: MeasureCard) -> tuple[PrintedDate, ...]:
    """Return the dates by which something is to be done, by time, one for each interval.

    Those of the KPIs; of a measure whose KPIs name none, those of its text.
    """
    return kpi_due_dates(card) or text_due_dates(card)


def kpi_due_dates(card: MeasureCard) -> tuple[PrintedDate, ...]:
    """Return the due dates that a measure's KPIs name, by time, one for each interval."""
    return _once([date for date in card.dates if date.is_target and date.kpi_id is not None])


def text_due_dates(card: MeasureCard) -> tuple[PrintedDate, ...]:
    """Return the due dates that a measure's text names, by time, one for each interval."""
    return _once([date for date in card.dates if date.is_target and date.kpi_id is None])


def _once(targets: Sequence[PrintedDate]) -> tuple[PrintedDate, ...]:
    by_days = {(by_time(date), _words(date)): date for date in reversed(targets)}
    return tuple(by_days[days] for days in sorted(by_days))


def by_time(date: PrintedDate) -> tuple[str, str]:
    """Return what dates are sorted by: those without known days last."""
    if date.basis is DateBasis.UNRESOLVED:
        return _LAST_DAY, _LAST_DAY
    return date.end or _LAST_DAY, date.start or ""


def _words(date: PrintedDate) -> str:
    """Return the printed words of a date without known days, which tell it from others."""
    return "".join(date.text.split()) if date.basis is DateBasis.UNRESOLVED else ""


def in_order(
    cards: Sequence[MeasureCard],
    order: Order,
    language: Language = Language.JA,
    *,
    reverse: bool = False,
) -> tuple[MeasureCard, ...]:
    """Return measures, given in printed order, sorted; equal ones stay in printed order.

    Titles are sorted as they are shown in ``language``: by reading, or by English letters.
    What has no status, number or date to sort by stands last, in either direction.
    """
    if order is Order.NUMBER:
        return tuple(cards[::-1] if reverse else cards)
    keyed = [(_key(card, order, cards, language), card) for card in cards]
    known = [pair for pair in keyed if pair[0] is not None]
    known.sort(key=lambda pair: pair[0] or (), reverse=reverse)
    return (*(card for _, card in known), *(card for key, card in keyed if key is None))


def _key(
    card: MeasureCard, order: Order, cards: Sequence[MeasureCard], language: Language
) -> tuple[str, ...] | None:
    match order:
        case Order.TITLE:
            if language is Language.JA and card.section.reading:
                from plan_tui.text.kana import kana_order

                return kana_order(card.section.reading)
            import re
            import unicodedata

            shown = headings.title(card.section, language)
            return tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", shown).casefold()))
        case Order.CHAPTER:
            chapters = list(dict.fromkeys(other.chapter for other in cards))
            return (f"{chapters.index(card.chapter):04}",)
        case Order.STATUS:
            return tuple(str(_STATUSES.index(s)) for s in statuses(card)) or None
        case Order.TARGET:
            numbers = [number for number in numeric_targets(card) if number.value is not None]
            return (numbers[0].unit, f"{numbers[0].value:024.6f}") if numbers else None
        case Order.LATER:
            groups = [list(ChangeGroup).index(each.group) for each in reversed(card.later)]
            return tuple(f"{group:02}" for group in groups) or None
        case Order.LATER_DUE:
            dues = [each.due for each in card.later[-1:] if each.due]
            return (dues[0],) if dues else None
        case _:
            dates = due_dates(card)
            known = dates and dates[0].basis is not DateBasis.UNRESOLVED
            return by_time(dates[0]) if known else None


@record
class ChapterTally:
    """How many KPIs the measures of one chapter of an edition have."""

    chapter: str
    measures: int
    without: int
    """Measures without any KPI."""
    kpis: int
    numeric: int
    """KPIs that name a number to reach."""
    unset: int
    """KPIs that say they are not set."""
    edition: str = ""

    @property
    def set(self) -> int:
        """KPIs that are set, with a number or without."""
        return self.kpis - self.unset


def tallies(cards: Iterable[MeasureCard]) -> tuple[ChapterTally, ...]:
    """Return one tally a chapter and edition, chapters in the order in which they are printed."""
    chapters: dict[tuple[str, str], list[MeasureCard]] = {}
    for card in sorted(cards, key=_in_print):
        chapters.setdefault((card.section.edition_id, card.chapter), []).append(card)
    return tuple(_tally(*named, members) for named, members in chapters.items())


def _in_print(card: MeasureCard) -> tuple[str, int]:
    return card.section.edition_id, card.section.ordinal


def editions_of(cards: Iterable[MeasureCard]) -> tuple[str, ...]:
    """Return the ids of the editions that hold the cards, each once."""
    return tuple(dict.fromkeys(card.section.edition_id for card in cards))


def later_editions(cards: Iterable[MeasureCard]) -> tuple[Edition, ...]:
    """Return the later editions that say something of any of the measures, oldest first."""
    editions = {each.edition.id: each.edition for card in cards for each in card.later}
    return tuple(sorted(editions.values(), key=lambda edition: edition.ordinal))


def _tally(edition: str, chapter: str, cards: Sequence[MeasureCard]) -> ChapterTally:
    kpis = [(card, kpi) for card in cards for kpi in card.kpis]
    return ChapterTally(
        chapter,
        len(cards),
        sum(not card.kpis for card in cards),
        len(kpis),
        sum(bool(targets_of(kpi, card.numbers)) for card, kpi in kpis),
        sum(kpi.status is KpiStatus.UNSET for _, kpi in kpis),
        edition,
    )
