"""Figures of bars: what a program that draws them finds in them."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from plan_tui.errors import UsageError
from plan_tui.export.formats import write
from plan_tui.export.svg_chart import drawn
from plan_tui.model.bar_chart import BarChart, ChartBar, ChartGroup
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.text.width import width
from plan_tui.views.tree import tree_view
from plan_tui.views.words import words_view

SVG = "{http://www.w3.org/2000/svg}"


def chart(*values: float, title: str = "語の頻度", series: str = "森") -> BarChart:
    groups = [ChartGroup(f"{n}年版", [ChartBar(value, f"n{n}")]) for n, value in enumerate(values)]
    return BarChart(title, "回", [series], groups, ["数えたもの"])


def bars(figure: str) -> list[ElementTree.Element]:
    root = ElementTree.fromstring(figure)
    return [each for each in root.iter(f"{SVG}rect") if each.get("width") == "30"]


def words(figure: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(figure).iter(f"{SVG}text")]


def test_bars_are_as_high_as_their_values() -> None:
    heights = [float(bar.get("height", "")) for bar in bars(drawn(chart(10, 5, 0, 2.5)))]
    assert heights == pytest.approx([heights[0], heights[0] / 2, 0, heights[0] / 4])


@pytest.mark.parametrize("most", [0, 0.004, 0.7, 1, 3, 99.9, 100, 4321])
def test_no_bar_is_higher_than_the_axis(most: float) -> None:
    figure = drawn(chart(most, most / 3))
    assert all(0 <= float(bar.get("height", "")) <= 260 for bar in bars(figure))


def test_names_and_labels_and_notes_stand_in_it() -> None:
    found = words(drawn(chart(1, 2)))
    for name in ("語の頻度", "回", "0年版", "1年版", "n0", "n1", "森", "数えたもの"):
        assert name in found


def test_a_long_note_is_broken_and_loses_nothing() -> None:
    note = "長い注記、" * 60
    lines = words(drawn(BarChart("題", "回", ["森"], [], [note])))
    broken = [line for line in lines if line in note and "注記" in line]
    assert len(broken) > 1
    assert "".join(broken) == note
    assert not any(line.startswith("、") for line in broken)


@pytest.mark.parametrize(
    "words_in_it",
    ['<script>alert("x")</script>', "a & b", "]]>", "\x1b]52;c;eA==\x07", "\x00", "\u202e"],
)
def test_any_text_gives_whole_xml_without_control_characters(words_in_it: str) -> None:
    figure = drawn(chart(1, title=words_in_it, series=words_in_it))
    root = ElementTree.fromstring(figure)
    assert {each.tag for each in root.iter()} >= {f"{SVG}title", f"{SVG}desc"}
    assert not [each for each in root.iter() if "script" in each.tag]
    assert not [c for c in figure if ord(c) < 32 and c != "\n"]


def test_series_are_told_apart_without_colours() -> None:
    group = ChartGroup("版", [ChartBar(1, "1"), ChartBar(1, "1"), ChartBar(1, "1")])
    figure = drawn(BarChart("題", "回", ["森", "林", "木"], [group]))
    fills = [bar.get("fill", "") for bar in bars(figure)]
    assert sum(fill.startswith("url(#hatch") for fill in fills) == 2
    assert len(set(fills)) == len(fills)


def test_words_have_a_figure_and_lists_have_none(made_up: Plan) -> None:
    counted = words_view(made_up, Language.JA, ("森", "貸出"))
    figure = write(counted, "svg", made_up.attribution)
    assert isinstance(figure, str)
    assert {"森", "貸出"} < {*words(figure)}
    assert "<svg " in str(write(counted, "html", made_up.attribution))
    with pytest.raises(UsageError):
        write(tree_view(made_up, Language.JA), "svg", made_up.attribution)


@pytest.mark.parametrize("terms", [("森", "森"), ("森", "貸出", "森"), ("貸出",) * 3])
def test_a_term_asked_for_twice_is_counted_once(made_up: Plan, terms: tuple[str, ...]) -> None:
    twice = words_view(made_up, Language.JA, terms)
    once = words_view(made_up, Language.JA, tuple(dict.fromkeys(terms)))
    assert twice.command == once.command
    assert twice.records() == once.records()
    for form in ("svg", "html", "md", "text", "json", "csv"):
        attributed = made_up.attribution
        assert write(twice, form, attributed) == write(once, form, attributed)


@pytest.mark.parametrize("terms", [("どこにもない語",), ("どこにもない語", "もう一つない語")])
@pytest.mark.parametrize("form", ["svg", "text", "md", "html"])
def test_nothing_is_drawn_where_no_term_stands(
    made_up: Plan, terms: tuple[str, ...], form: str
) -> None:
    assert write(words_view(made_up, Language.JA, terms), form, made_up.attribution) == ""


def test_one_term_that_stands_somewhere_gives_a_figure(made_up: Plan) -> None:
    counted = words_view(made_up, Language.JA, ("森", "どこにもない語"))
    assert "どこにもない語" in str(write(counted, "svg", made_up.attribution))


NAMES = (
    *("2021", "December 2021", "令和三年十二月版", "a" * 40, "森" * 20),
    *("版", "The edition of the end of the year 2021", "2021年12月（改定）版"),
)


def extents(figure: str) -> list[tuple[float, float, float]]:
    """Return (line, left end, right end) of each text, at 6 pixels for half a wide character."""
    ends = []
    root = ElementTree.fromstring(figure)
    lower = {
        each: float(g.get("transform", "0 0)").split()[1][:-1])
        for g in root.iter(f"{SVG}g")
        for each in g
    }
    for each in root.iter(f"{SVG}text"):
        size = float(each.get("font-size", "12"))
        long, x = width(each.text or "") * size / 2, float(each.get("x", ""))
        shift = {"middle": long / 2, "end": long}.get(each.get("text-anchor", ""), 0)
        ends.append((float(each.get("y", "")) + lower.get(each, 0), x - shift, x - shift + long))
    return ends


@pytest.mark.parametrize("series", [1, 2, 5])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("label", ["1", "1234567", "十二万三千"])
def test_no_text_overlaps_another_or_is_cut(series: int, name: str, label: str) -> None:
    terms = [f"{name}{number}" for number in range(series)]
    groups = [ChartGroup(f"{name}{n}", [ChartBar(5, label)] * series) for n in range(4)]
    figure = drawn(BarChart("、".join([name, *terms] * 3), "回", terms, groups, [name * 9]))
    across = float(ElementTree.fromstring(figure).get("width", ""))
    ends = sorted(extents(figure))
    assert all(left >= 0 and right <= across for _, left, right in ends)
    for (line, _, right), (next_line, left, _) in pairwise(ends):
        assert line != next_line or right <= left


@pytest.mark.parametrize("name", NAMES)
def test_a_long_title_and_long_names_lose_nothing(name: str) -> None:
    title = " ".join([name] * 12)
    figure = drawn(BarChart(title, "回", [name * 8], [], []))
    root = ElementTree.fromstring(figure)
    texts = [each for each in root.iter(f"{SVG}text") if each.get("text-anchor") is None]
    drawn_words = "".join(each.text or "" for each in texts)
    assert drawn_words.replace(" ", "") == (title + "回" + name * 8).replace(" ", "")
    assert max(line for line, _, _ in extents(figure)) < float(root.get("height", ""))
