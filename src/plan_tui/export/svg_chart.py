"""Draws the figure of a view as SVG, for papers and pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from plan_tui.errors import UsageError
from plan_tui.model.bar_chart import BarChart, ChartBar, ChartGroup
from plan_tui.model.outline_records import Attributed
from plan_tui.text.controls import visible_in_xml
from plan_tui.text.language import Phrase
from plan_tui.text.width import width
from plan_tui.text.wrap import wrap
from plan_tui.views.view import Paint, View

NO_FIGURE = Phrase(
    "この表示に図はありません。図（svg）にできるのは語の頻度だけです：plan-tui words 語",
    "this view has no figure; only counted words have one (svg): plan-tui words TERM",
)

_COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000")
"""Told apart in all three kinds of colour blindness; in grey by the pattern and the legend."""
_HATCHES = (None, 45, -45, 0, 90)
"""Degrees of the lines over a bar, one after another for the series; none over the first."""
_FONT = "Hiragino Sans, Yu Gothic, Meiryo, Noto Sans CJK JP, sans-serif"
_LEFT, _TOP, _PLOT, _SIDE = 56, 88, 260, 24
"""Pixels left of the bars, above them, of their height, and at the right edge."""
_BAR, _GAP, _LINE, _LETTER = 34, 30, 18, 6.5
"""Pixels of a bar, between groups, of a line of text, and of half a wide character."""
_TITLE, _TITLE_LINE = 16, 24
"""Pixels of the title's letters and of a line of it."""
_SAMPLE = 22
"""Pixels of what shows a bar's filling before its name."""
_LEAST = 480
"""Pixels of the narrowest figure."""
_TICKS = 5


def write(view: View, attributed: Attributed, paint: Paint) -> str:
    """Return the figure of a view; nothing where nothing matched.

    Raises:
        UsageError: it has none.

    """
    chart = view.figure()
    if chart is None:
        raise UsageError(NO_FIGURE)
    return "" if view.nothing else drawn(chart) + "\n"


def drawn(chart: BarChart) -> str:
    """Return a chart as one SVG element, which a page can hold too."""
    bar_width = max(_BAR, *(_pixels(bar.label) + 4 for bar in _bars(chart)), 0)
    bars_width = bar_width * max(1, len(chart.series))
    group_width = _GAP + max(bars_width, *(_pixels(group.name) for group in chart.groups), 0)
    across = math.ceil(max(_LEAST, _LEFT + group_width * len(chart.groups) + _SIDE))
    room = across - 2 * _SIDE
    titles = _broken(chart.title, room * 12 / _TITLE)
    names = [_broken(name, room - _SAMPLE) for name in chart.series]
    notes = [line for note in chart.notes for line in _broken(note, room)]
    bottom, lines = _TOP + _PLOT, sum(map(len, names))
    below_title = _TITLE_LINE * (len(titles) - 1)
    down = below_title + bottom + 2 * _LINE + _LINE * (lines + len(notes)) + _SIDE
    top = _rounded(max((bar.value for bar in _bars(chart)), default=0.0))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" width="{across}" '
        f'height="{down}" font-family="{_FONT}" font-size="12" role="img">',
        f"<title>{_text(chart.title)}</title>",
        f"<desc>{_text(_told(chart))}</desc>",
        *_patterns(len(chart.series)),
        f'<rect width="{across}" height="{down}" fill="#ffffff"/>',
        *(
            f'<text x="{_SIDE}" y="{32 + _TITLE_LINE * number}" font-size="{_TITLE}" '
            f'font-weight="bold">{_text(line)}</text>'
            for number, line in enumerate(titles)
        ),
        f'<g transform="translate(0 {below_title})">',
        f'<text x="{_SIDE}" y="56" fill="#444444">{_text(chart.unit)}</text>',
        *_axis(top, across),
    ]
    for number, group in enumerate(chart.groups):
        centre = _LEFT + (number + 0.5) * group_width
        parts += _group(group, centre - bars_width / 2, bar_width, top)
        parts.append(
            f'<text x="{centre:g}" y="{bottom + _LINE}" text-anchor="middle">'
            f"{_text(group.name)}</text>"
        )
    parts += _legend(names, bottom + 2 * _LINE)
    for number, note in enumerate(notes):
        y = bottom + 3 * _LINE + _LINE * (lines + number)
        parts.append(
            f'<text x="{_SIDE}" y="{y}" fill="#444444" font-size="11">{_text(note)}</text>'
        )
    return "\n".join((*parts, "</g>", "</svg>"))


def _bars(chart: BarChart) -> Iterator[ChartBar]:
    for group in chart.groups:
        yield from group.bars


def _pixels(words: str) -> float:
    """Return the width of words as they are drawn beside the bars."""
    return width(words) * _LETTER


def _broken(words: str, room: float) -> list[str]:
    """Return words in lines of at most ``room`` pixels."""
    return [words[start:end] for start, end in wrap(words, int(room / _LETTER))]


def _text(words: str) -> str:
    return escape(visible_in_xml(words))


def _told(chart: BarChart) -> str:
    """Return the figure in words, for those who do not see it."""
    return "; ".join(
        f"{group.name}: "
        + ", ".join(
            f"{name} {bar.value:.2f}" for name, bar in zip(chart.series, group.bars, strict=True)
        )
        for group in chart.groups
    )


def _rounded(most: float) -> float:
    """Return the end of the axis: at least the longest bar, at a round number."""
    if not most:
        return 1.0
    unit: float = 10 ** math.floor(math.log10(most))
    return next(float(step * unit) for step in (1, 2, 2.5, 5, 10) if step * unit >= most)


def _patterns(series: int) -> Iterator[str]:
    yield "<defs>"
    for number in range(series):
        turned = _HATCHES[number % len(_HATCHES)]
        if turned is not None:
            yield (
                f'<pattern id="hatch{number}" width="6" height="6" patternUnits="userSpaceOnUse" '
                f'patternTransform="rotate({turned})"><line x1="0" y1="0" x2="0" y2="6" '
                'stroke="#ffffff" stroke-width="2"/></pattern>'
            )
    yield "</defs>"


def _axis(top: float, across: float) -> Iterator[str]:
    for tick in range(_TICKS + 1):
        value = top * tick / _TICKS
        y = _TOP + _PLOT * (1 - tick / _TICKS)
        yield (
            f'<line x1="{_LEFT}" y1="{y:g}" x2="{across - _SIDE}" y2="{y:g}" '
            f'stroke="{"#444444" if not tick else "#dddddd"}"/>'
        )
        yield f'<text x="{_LEFT - 6}" y="{y + 4:g}" text-anchor="end">{value:g}</text>'


def _group(group: ChartGroup, x: float, bar_width: float, top: float) -> Iterator[str]:
    for number, bar in enumerate(group.bars):
        left, high = x + number * bar_width, _PLOT * bar.value / top
        y = _TOP + _PLOT - high
        for fill in _fills(number):
            yield (
                f'<rect x="{left + 2:g}" y="{y:.1f}" width="{bar_width - 4:g}" height="{high:.1f}" '
                f'fill="{fill}"/>'
            )
        yield (
            f'<text x="{left + bar_width / 2:g}" y="{y - 4:.1f}" text-anchor="middle">'
            f"{_text(bar.label)}</text>"
        )


def _fills(number: int) -> list[str]:
    """Return what the bars of a series are filled with, one over the other."""
    fills = [_COLOURS[number % len(_COLOURS)]]
    if _HATCHES[number % len(_HATCHES)] is not None:
        fills.append(f"url(#hatch{number})")
    return fills


def _legend(names: Sequence[Sequence[str]], y: float) -> Iterator[str]:
    """Yield the names of the series, each in lines."""
    for number, lines in enumerate(names):
        for fill in _fills(number):
            yield f'<rect x="{_SIDE}" y="{y - 2:g}" width="14" height="14" fill="{fill}"/>'
        for line in lines:
            yield f'<text x="{_SIDE + _SAMPLE}" y="{y + 10:g}">{_text(line)}</text>'
            y += _LINE
