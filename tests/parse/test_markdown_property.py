"""Any text at all, read as Markdown: each character has one place, and nothing is raised."""

from hypothesis import given
from hypothesis import strategies as st

from plan_tui.model.edits import EditKind
from plan_tui.model.paged_text import PagedText
from plan_tui.parse.markdown.parser import parse
from tests.conservation import true_to_source, unaccounted

PIECES = st.sampled_from(
    [
        *"#*_`~|>-+=[](){}<>!:.\\^&'\"\t 　1２あ漢Aa。、①・※\u200b\u2028\x85",
        *[
            "# ",
            "## ",
            "- ",
            "1. ",
            "> ",
            "    ",
            "**",
            "```",
            "---",
            "===",
            "| ",
            "|-|-|",
            "|a|b|",
        ],
        *["[^1]", "[^1]: ", "[^a]", "[^a]: ", "[x](y)", "![x](y)", "[x]: y", "[x][x]", "[TOC]"],
        *[
            "<br>",
            "<sup>1</sup>",
            "<div>",
            "</div>",
            "<table>",
            "<!--",
            "-->",
            "<ruby>漢<rt>か</rt></ruby>",
        ],
        *["<tr>", "<td rowspan=2>", "</td>", "<th>", "</tr>", "</table>", "<p>", "</p>"],
        *[
            "&nbsp;",
            "&amp;",
            "&lt;",
            "&#65;",
            "第１章",
            "（１）",
            "目次",
            "# 目次",
            "{#x}",
            "title: x",
            "  ",
        ],
    ]
)
LINES = st.lists(st.lists(PIECES, max_size=7).map("".join), max_size=12)
EDITS = st.dictionaries(
    st.integers(1, 12),
    st.sets(st.sampled_from(list(EditKind)), max_size=2).map(frozenset),
    max_size=3,
)


@given(LINES, EDITS)
def test_each_character_of_any_text_has_one_place(
    lines: list[str], edits: dict[int, frozenset[EditKind]]
) -> None:
    document = parse(PagedText.of_lines(lines), edits)
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)
    assert not document.sections or document.sections[0].depth == 1
    for before, after in zip(document.sections, document.sections[1:], strict=False):
        assert after.depth <= before.depth + 1


@given(st.lists(st.text(max_size=30), max_size=6))
def test_each_character_of_any_characters_has_one_place(texts: list[str]) -> None:
    lines = [line.replace("\n", "") for line in texts]
    document = parse(PagedText.of_lines(lines), {})
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)


@given(LINES)
def test_each_mark_leads_to_a_footnote(lines: list[str]) -> None:
    document = parse(PagedText.of_lines(lines), {})
    numbers = [note.number.text for note in document.footnotes]
    assert len({int(number) for number in numbers}) == len(numbers)
    blocks = [block for section in document.sections for block in section.blocks]
    marks = [mark for section in document.sections for mark in section.title_marks]
    marks += [mark for block in blocks for mark in block.marks]
    assert {mark.number for mark in marks} <= {str(int(number)) for number in numbers}
    assert all(mark.offset <= len(block.text) for block in blocks for mark in block.marks)
