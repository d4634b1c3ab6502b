"""Each line's place in the body: edges, sizes, spaces and fonts, learnt from the lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plan_tui.model.paged_text import CharacterBox, PagedText, SourcePage
from plan_tui.parse.full_text.body_lines import BodyLine, body_lines
from tests.made_up_pages import Print, contents, head, moved, paragraph, positioned, unpositioned


def body(text: PagedText) -> tuple[BodyLine, ...]:
    return body_lines((line, line.traced) for line in text.lines)


def test_a_heading_differs_from_the_body_in_font_size_and_space() -> None:
    lines = body(positioned([head("第１　庭園", size=14), *paragraph("庭園", 4)]))
    assert lines[0].stands_out
    assert lines[0].size == pytest.approx(14 / 10.5)
    assert lines[0].opens_page
    assert not lines[1].stands_out
    assert [line.above for line in lines[1:]] == [1, 1, 1, 1]
    assert lines[1].short == pytest.approx(0, abs=0.1)
    assert lines[4].short is not None
    assert lines[4].short > 20


def test_edges_are_measured_in_ems_of_the_body() -> None:
    text = [head("第１　庭園", indent=1), *paragraph("庭園", 3), *paragraph("石", 3, indent=4)]
    lines = body(positioned(text))
    assert [round(line.left) for line in lines] == [1, 1, 0, 0, 5, 4, 4]


def test_left_and_right_pages_have_edges_of_their_own() -> None:
    pages = [
        moved([*paragraph("庭園", 30), head("２．石", indent=1), *paragraph("石", 30)], shift)
        for shift in (0, 3, 0, 3)
    ]
    lines = body(positioned(*pages))
    headings = [line for line in lines if line.stands_out]
    assert [round(line.left) for line in headings] == [1, 1, 1, 1]


@pytest.mark.parametrize("points", [6.0, 9.0, 12.0, 16.0, 40.0])
def test_a_page_of_any_size_gives_the_same_places(points: float) -> None:
    text = positioned([head("第１　庭園", indent=1, size=14), *paragraph("庭園", 3)])
    scale = points / 10.5
    larger = PagedText(tuple(enlarged(page, scale) for page in text.pages))
    places = [(line.left, line.short, line.size, line.above) for line in body(text)]
    for line, place in zip(body(larger), places, strict=True):
        assert (line.left, line.short, line.size, line.above) == pytest.approx(place, abs=0.2)


def enlarged(page: SourcePage, scale: float) -> SourcePage:
    def box(of: CharacterBox | None) -> CharacterBox | None:
        return of and CharacterBox(
            of.left * scale, of.right * scale, of.baseline * scale, of.size * scale, of.font
        )

    lines = tuple(replace(line, boxes=tuple(map(box, line.boxes))) for line in page.lines)
    return replace(page, lines=lines)


def test_contents_in_another_font_do_not_count_as_body() -> None:
    listed = contents(*((f"{n}．庭園", 0.0, n) for n in range(1, 60)))
    gothic = [replace(line, font="MS-Gothic") for line in listed]
    lines = body(positioned(gothic, [head("１．庭園"), *paragraph("庭園", 12)]))
    assert lines[60].stands_out
    assert not lines[61].stands_out


def test_the_bodys_fonts_may_be_several() -> None:
    text = [*paragraph("庭園", 8), *(replace(p, font="YuMincho") for p in paragraph("石", 8))]
    lines = body(positioned([*text, Print("茶室", "YuGothicBold")]))
    assert [line.stands_out for line in lines] == [False] * 16 + [True]


def test_letters_of_another_script_do_not_make_a_line_stand_out() -> None:
    text = positioned(paragraph("庭園", 4))
    page = text.pages[0]
    last = page.lines[-1]
    boxes = [replace(box, font="Century") if box else None for box in last.boxes[:3]]
    mixed = replace(last, text="DX" + last.text[2:], boxes=(*boxes, *last.boxes[3:]))
    lines = body(PagedText((replace(page, lines=(*page.lines[:-1], mixed)),)))
    assert not lines[-1].stands_out


def test_lines_alone_are_placed_by_their_blanks() -> None:
    lines = body(unpositioned([head("第１　庭園", indent=1), *paragraph("庭園", 3)]))
    assert [line.left for line in lines] == [1, 1, 0, 0]
    assert not any(line.positioned or line.stands_out for line in lines)
    assert lines[2].short == 0


def test_blank_lines_are_left_out() -> None:
    assert body(PagedText.of_lines(["", "  ", "\u3000"])) == ()
    assert body(PagedText.of_lines([])) == ()
