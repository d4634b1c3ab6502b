"""What a selection takes of lines: whole characters, one column, sentences."""

from __future__ import annotations

from plan_tui.tui.render.line import RULE, Line, Paragraph, Piece
from plan_tui.tui.render.selection import selected_text, sentence_at, span_between


def typeset(columns: int, *paragraphs: Paragraph) -> list[Line]:
    return [made for paragraph in paragraphs for made in (*paragraph.lines(columns), Line())]


def test_wrapped_lines_are_one_and_paragraphs_stay_apart() -> None:
    first = Paragraph("森の図書館は、誰もが使える。", first=(Piece("・ "),), rest=(Piece("  "),))
    lines = typeset(12, first, Paragraph("the owls of the wood"))
    assert len(lines) > 6
    span = span_between(lines, (0, 0), (len(lines) - 1, 11))
    assert selected_text(lines, span) == "・ 森の図書館は、誰もが使える。\n\nthe owls of the wood"


def test_signs_of_ours_are_left_out_and_line_breaks_of_the_text_stay() -> None:
    sign = (Piece("＋ ", decorative=True),)
    lines = Paragraph("一行目\n二行目", first=sign, rest=sign).lines(20)
    assert selected_text(lines, span_between(lines, (0, 0), (1, 19))) == "一行目\n二行目"


def test_a_drag_takes_whole_characters_backwards_too() -> None:
    lines = [Line.of("森の図書館")]
    assert selected_text(lines, span_between(lines, (0, 3), (0, 6))) == "の図書"
    assert selected_text(lines, span_between(lines, (0, 6), (0, 3))) == "の図書"


def table() -> list[Line]:
    rule = Piece(" | ", RULE)
    return [
        Line.of("上の段落"),
        Line.of(Piece("東の  "), rule, Piece("1,200 ")),
        Line.of(Piece("棚  ", joint=""), rule, Piece("      ")),
        Line.of(Piece("西    "), rule, Piece("980   ")),
    ]


def test_a_selection_stays_in_its_column() -> None:
    lines = table()
    assert selected_text(lines, span_between(lines, (1, 0), (3, 11))) == "東の棚\n西"
    assert selected_text(lines, span_between(lines, (1, 9), (3, 11))) == "1,200\n980"


def test_a_selection_from_outside_takes_the_table_row_by_row() -> None:
    lines = table()
    assert (
        selected_text(lines, span_between(lines, (0, 0), (3, 11)))
        == "上の段落\n東の棚\t1,200\n西\t980"
    )


def test_a_sentence_is_found_across_lines() -> None:
    text = "森は深い。梟は12羽いて、夜に鳴く。朝は眠る。"
    lines = [Line.of("よそ。"), *Paragraph(text).lines(12), Line(), Line.of("よそ。")]
    for number in range(1, len(lines) - 2):
        span = sentence_at(lines, (number, 0))
        assert span is not None
        assert selected_text(lines, span) in (
            "森は深い。",
            "梟は12羽いて、夜に鳴く。",
            "朝は眠る。",
        )
    span = sentence_at(lines, (3, 0))
    assert span is not None
    assert selected_text(lines, span) == "梟は12羽いて、夜に鳴く。"
    assert sentence_at(lines, (1, 40)) is None
