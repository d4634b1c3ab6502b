"""Source lines beside the clean text: every text once, what was taken out told by its kind."""

from __future__ import annotations

from plan_tui.labels.source_names import FURNITURE_KINDS
from plan_tui.model.enums import (
    CharacterRole,
    FurnitureKind,
)
from plan_tui.model.records import Provenance
from plan_tui.store.plan import Plan
from plan_tui.store.source_queries import furniture_kinds
from plan_tui.text.language import Language
from plan_tui.tui.render.source import source_lines
from plan_tui.tui.section_source import SectionSource, SourceLine


def run(line: int, start: int, end: int, role: CharacterRole, owner: int) -> Provenance:
    return Provenance(line, start, end, role, owner, 0)


ORIGIN = SectionSource(
    "森.txt",
    (
        SourceLine(
            1,
            "（１）森",
            (run(1, 0, 3, CharacterRole.LABEL, 7), run(1, 3, 4, CharacterRole.TITLE, 7)),
        ),
        SourceLine(2, "", ()),
        SourceLine(
            3,
            "梟が鳴1く",
            (run(3, 0, 3, CharacterRole.TEXT, 5), run(3, 3, 4, CharacterRole.MARK, 9)),
        ),
        SourceLine(4, "17", (run(4, 0, 2, CharacterRole.FURNITURE, 2),)),
        SourceLine(5, "夜", (run(5, 0, 1, CharacterRole.TEXT, 5),)),
    ),
    (
        SourceLine(
            9,
            "1鳥。2月。",
            (
                run(9, 0, 1, CharacterRole.FOOTNOTE_NUMBER, 9),
                run(9, 1, 3, CharacterRole.FOOTNOTE, 9),
                run(9, 3, 4, CharacterRole.FOOTNOTE_NUMBER, 10),
                run(9, 4, 6, CharacterRole.FOOTNOTE, 10),
            ),
        ),
    ),
    {
        (CharacterRole.LABEL, 7): "（１）",
        (CharacterRole.TITLE, 7): "森",
        (CharacterRole.TEXT, 5): "梟が鳴く夜",
        (CharacterRole.FOOTNOTE_NUMBER, 9): "1",
        (CharacterRole.FOOTNOTE, 9): "鳥。",
        (CharacterRole.FOOTNOTE_NUMBER, 10): "2",
        (CharacterRole.FOOTNOTE, 10): "月。",
    },
    {2: FurnitureKind.PAGE_NUMBER},
)


def drawn(columns: int) -> list[str]:
    return [line.text.rstrip() for line in source_lines(ORIGIN, columns, Language.JA)]


def test_each_text_stands_once_beside_its_lines() -> None:
    text = "\n".join(line.split(" | ")[-1] for line in drawn(120) if " | " in line)
    for words in ("（１） 森", "梟が鳴く夜", "1 鳥。", "2 月。"):
        assert text.count(words) == 1
    assert "取り除いたもの：脚注番号" in text
    assert "取り除いたもの：ページ番号" in text
    assert text.count("（上の続き）") == 1


def test_lines_with_something_taken_out_have_a_sign() -> None:
    signed = [line.split()[1] for line in drawn(120) if line.startswith("－")]
    assert signed == ["3", "4"]


def test_narrow_screens_stack_them() -> None:
    lines = drawn(60)
    assert not any(" | " in line for line in lines)
    assert lines.index("梟が鳴く夜") > next(n for n, t in enumerate(lines) if "梟が鳴1く" in t)


def test_every_kind_of_furniture_has_a_name(real: Plan) -> None:
    kinds = {kind for d in real.documents() for kind in furniture_kinds(real, d.id).values()}
    assert len(kinds) > 5
    assert kinds <= set(FURNITURE_KINDS)
