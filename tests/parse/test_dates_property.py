"""Every generated date is found whole, at its place, with the days it was made from."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from plan_tui.parse.facts.dates import DateContext, find_dates

CONTEXT = DateContext("2025-06-13")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
BEFORE = ("", "橋を", "（", "・", "村は、", "第２章 ", "道路は 5G で、", "｢港｣は")
AFTER = ("に直す", "）", "、橋を直す", " ", "")


@dataclass(frozen=True)
class Printed:
    """A date as it may be printed."""

    words: str
    start: str
    end: str
    basis: str


def _eras(year: int) -> list[str]:
    if year >= 2020:
        return [f"令和{year - 2018}", f"R{year - 2018}"]
    return [f"平成{year - 1988}", f"H{year - 1988}"]


@st.composite
def years(draw: st.DrawFn, unit: str) -> tuple[int, str]:
    """A year with its unit, in one calendar or in both."""
    year = draw(st.integers(2010, 2040).filter(lambda number: number != 2019))
    era = draw(st.sampled_from(_eras(year)))
    shape = draw(st.sampled_from(["era", "western", "both", "both_short", "turned"]))
    words = {
        "era": f"{era}{unit}",
        "western": f"{year}{unit}",
        "both": f"{era}{unit}（{year}{unit}）",
        "both_short": f"{era}（{year}）{unit}",
        "turned": f"{year}{unit}({era}{unit})",
    }[shape]
    return year, words


def _whole(year: int, words: str, tail: str) -> Printed:
    ends = {"": (f"{year}-04-01", f"{year + 1}-03-31"), "末": (f"{year + 1}-03-31",) * 2}
    halves = {
        "上期": (f"{year}-04-01", f"{year}-09-30"),
        "後半": (f"{year}-10-01", f"{year + 1}-03-31"),
    }
    start, end = (ends | halves)[tail]
    return Printed(words + tail, start, end, "half" if tail in halves else "fiscal_year")


@st.composite
def dates(draw: st.DrawFn) -> Printed:
    """A date of any unit."""
    unit = draw(st.sampled_from(["fiscal", "year", "season", "month", "day", "dotted"]))
    if unit == "fiscal":
        year, words = draw(years("年度"))
        return _whole(year, words, draw(st.sampled_from(["", "末", "上期", "後半"])))
    year, words = draw(years("年"))
    if unit == "year":
        return Printed(words, f"{year}-01-01", f"{year}-12-31", "year")
    if unit == "season":
        name, first = draw(st.sampled_from([("春", 3), ("夏", 6), ("秋", 9)]))
        last = monthrange(year, first + 2)[1]
        days = f"{year}-{first:02}-01", f"{year}-{first + 2:02}-{last:02}"
        return Printed(words + name, *days, "season")
    month = draw(st.integers(1, 12))
    last = monthrange(year, month)[1]
    if unit == "month":
        days = f"{year}-{month:02}-01", f"{year}-{month:02}-{last:02}"
        return Printed(f"{words}{month}月", *days, "month")
    day = draw(st.integers(1, last))
    only = date(year, month, day).isoformat()
    if unit == "dotted":
        return Printed(f"{_eras(year)[1]}.{month}.{day}", only, only, "day")
    return Printed(f"{words}{month}月{day}日", only, only, "day")


@st.composite
def printed(draw: st.DrawFn) -> Printed:
    """A date in half or full width, perhaps with a blank after each era's name."""
    made = draw(dates())
    words = made.words.translate(WIDE) if draw(st.booleans()) else made.words
    if draw(st.booleans()):
        words = words.replace("月", " 月 ").replace("令和", "令和 ").strip()
    return Printed(words, made.start, made.end, made.basis)


@given(printed(), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_a_generated_date_reads_back(made: Printed, before: str, after: str) -> None:
    text = before + made.words + after
    (mention,) = find_dates(text, CONTEXT)
    assert mention.text == made.words
    assert mention.offset == len(before)
    assert (mention.start, mention.end, mention.basis) == (made.start, made.end, made.basis)
    assert mention.disagreement is None


@given(printed(), printed())
def test_two_dates_of_a_text_are_found_apart(first: Printed, second: Printed) -> None:
    found = find_dates(f"{first.words}に始め、{second.words}に終える", CONTEXT)
    assert [mention.start for mention in found] == [first.start, second.start]
    assert [mention.end for mention in found] == [first.end, second.end]


@given(st.integers(2010, 2040), st.integers(1, 8), st.sampled_from(["～", "~", "－", "〜"]))
def test_a_generated_range_reads_back(year: int, length: int, dash: str) -> None:
    (mention,) = find_dates(f"{year}年度{dash}{year + length}年度に直す", CONTEXT)
    assert (mention.start, mention.end) == (f"{year}-04-01", f"{year + length + 1}-03-31")
    assert mention.basis == "range"


@given(st.integers(2020, 2040), st.integers(1, 10))
def test_years_that_differ_are_reported(year: int, off: int) -> None:
    (mention,) = find_dates(f"令和{year - 2018}年度（{year + off}年度）に直す", CONTEXT)
    assert mention.start == f"{year}-04-01"
    assert mention.disagreement


ANY = st.text(
    alphabet=(
        "令和平成昭RHＲ0123456789０１２７年度月日末内春夏秋冬上下期半同本今来翌次通常国会から"
        "まで～-（）().,、。 　頃を目途中以降元第条号\t\n5G人"
    ),
    max_size=60,
)


@given(ANY)
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    position = 0
    for mention in find_dates(text, CONTEXT):
        assert text[mention.offset : mention.offset + len(mention.text)] == mention.text
        assert mention.offset >= position
        position = mention.offset + len(mention.text)
        assert mention.start is None or mention.end is None or mention.start <= mention.end
        for day in (mention.start, mention.end):
            assert day is None or date.fromisoformat(day)
