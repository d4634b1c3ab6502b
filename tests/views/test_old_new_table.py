"""Tables of old and new: which rows they have, what is marked, what the remarks say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from plan_tui.cli.main import main
from plan_tui.compare.sections.old_new_groups import old_new_table
from plan_tui.compare.text.changed_words import changed_words
from plan_tui.export.markdown import markdown
from plan_tui.model.old_new import OldNewRow, OldNewTable, RowOrder, RowState
from plan_tui.model.rich_document import Content, DataTable, TextRun
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language
from plan_tui.views.changes import changes_view
from plan_tui.views.old_new_asked import table_asked, table_of, table_of_changes
from plan_tui.views.old_new_document import TableForm
from tests.goldens import Goldens
from tests.worlds.altered import altered
from tests.worlds.moved import with_moved_sentence

GOLDEN = Path(__file__).parents[1] / "golden_tables"
OLDER, NEWER = "2021:1.1.1", "2022:1.1"


def with_texts(source: Path, target: Path, older: str, newer: str) -> Path:
    """Copy a database in which two sections that belong together say other texts."""
    return altered(
        source,
        target,
        *(
            f"update blocks set text = '{text}' where section_id = "
            f"(select id from sections where key = '{key}')"
            for key, text in ((OLDER, older), (NEWER, newer))
        ),
    )


@pytest.fixture
def moved(crosswalked_database: Path, tmp_path: Path) -> Iterator[Plan]:
    with Plan(with_moved_sentence(crosswalked_database, tmp_path / "plan.db")) as plan:
        yield plan


def table_of_texts(plan: Plan, order: RowOrder = RowOrder.NEWER) -> OldNewTable:
    return old_new_table(plan, [plan.section(OLDER)], ["2022"], order)


def text(row: OldNewRow, column: int) -> str:
    return "".join(sentence.text for sentence in row.cells[column])


def marked(row: OldNewRow, column: int) -> list[str]:
    return [s.text[start:end] for s in row.cells[column] for start, end in s.changed]


def states(row: OldNewRow) -> list[RowState]:
    return [step.state for step in row.steps]


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("棚を１２台置く。", "棚を12台置く。"),
        ("令和６年度に終える。", "2024年度に終える。"),
        ("本、雑誌を読む。", "本・雑誌を読む。"),
    ],
)
def test_notation_alone_is_not_marked(
    older: str, newer: str, crosswalked_database: Path, tmp_path: Path
) -> None:
    assert changed_words(older, newer) == ((), ())
    path = with_texts(crosswalked_database, tmp_path / "plan.db", older, newer)
    with Plan(path) as plan:
        [row] = table_of_texts(plan).groups[0].rows
    assert states(row) == [RowState.NOTATION]


STATES = [
    ("森の図書館は夜も開く。", "森の図書館は夜も開く。", [RowState.SAME]),
    ("棚を町の公園に17台置く。", "棚を町の公園に20台置く。", [RowState.CHANGED]),
]


@pytest.mark.parametrize(("older", "newer", "expected"), STATES)
def test_a_row_says_what_became_of_its_passages(
    older: str,
    newer: str,
    expected: list[RowState],
    crosswalked_database: Path,
    tmp_path: Path,
) -> None:
    path = with_texts(crosswalked_database, tmp_path / "plan.db", older, newer)
    with Plan(path) as plan:
        [row] = table_of_texts(plan).groups[0].rows
    assert states(row) == expected


def test_what_one_side_has_alone_is_marked_whole(
    crosswalked_database: Path, tmp_path: Path
) -> None:
    older, newer = "梟を数える係を置く。", "貸出の記録を毎月まとめて示す。"
    path = with_texts(crosswalked_database, tmp_path / "plan.db", older, newer)
    with Plan(path) as plan:
        rows = table_of_texts(plan).groups[0].rows
    assert [states(row) for row in rows] == [[RowState.ADDED], [RowState.REMOVED]]
    assert marked(rows[0], 1) == [newer]
    assert marked(rows[1], 0) == [older]
    assert not rows[0].cells[0]
    assert not rows[1].cells[1]


def test_a_few_words_in_common_make_no_change(crosswalked_database: Path, tmp_path: Path) -> None:
    older = (
        "また、森の図書館の運営については、課題の抽出、担当の特定、予算の配分、電子化を含む連携に向けた"
        "取組を支える仕組みを検討する。"
    )
    newer = "このように、森の図書館における電子化も進みつつある。"
    path = with_texts(crosswalked_database, tmp_path / "plan.db", older, newer)
    with Plan(path) as plan:
        rows = table_of_texts(plan).groups[0].rows
    assert [states(row) for row in rows] == [[RowState.ADDED], [RowState.REMOVED]]


@pytest.mark.parametrize("order", RowOrder)
def test_a_moved_sentence_has_one_row_at_its_place_in_the_leading_text(
    moved: Plan, order: RowOrder
) -> None:
    rows = table_of_texts(moved, order).groups[0].rows
    [place] = [n for n, row in enumerate(rows) if RowState.MOVED in states(row)]
    assert place == (len(rows) - 1 if order is RowOrder.NEWER else 0)
    assert states(rows[place]) == [RowState.MOVED, RowState.CHANGED]
    assert marked(rows[place], 0) == ["17"]
    assert marked(rows[place], 1) == ["20"]


def test_sentences_of_one_pair_of_passages_are_one_row(moved: Plan) -> None:
    rows = table_of_texts(moved).groups[0].rows
    assert len(rows) == 2
    assert (
        text(rows[0], 0) == text(rows[0], 1) == "森の図書館は夜も開く。貸出券を携帯端末に載せる。"
    )


def test_each_text_of_the_base_stands_once_in_order(crosswalked: Plan) -> None:
    for section in crosswalked.sections():
        if section.toc_only:
            continue
        table = old_new_table(crosswalked, [section], order=RowOrder.OLDER)
        column = [edition.id for edition in table.editions].index(section.edition_id)
        rows = table.groups[0].rows
        placed = [sentence for row in rows for sentence in row.cells[column]]
        assert len({sentence.place for sentence in placed}) == len(placed)
        if column == 0:
            assert placed == sorted(placed, key=lambda s: (s.place[0], s.passage.kpi_id or 0))


def test_a_text_of_another_edition_stands_once_over_all_groups(crosswalked: Plan) -> None:
    sections = [section for section in crosswalked.sections("plan-2021") if not section.toc_only]
    table = old_new_table(crosswalked, sections)
    alone = [
        sentence.place
        for group in table.groups
        for row in group.rows
        if not row.cells[0]
        for cell in row.cells
        for sentence in cell
    ]
    assert len(alone) == len(set(alone))


def test_suggestions_are_called_so(suggested_database: Path) -> None:
    with Plan(suggested_database) as plan:
        for section in plan.sections():
            table = old_new_table(plan, [section])
            for column in table.groups[0].comparison.columns:
                if column.counterparts and not column.counterparts[0].link.accepted:
                    view = table_asked(plan, Language.JA, [section.key])
                    written = markdown(view.document(plan.attribution()))
                    assert "候補（未確認）" in written
                    steps = [s for row in table.groups[0].rows for s in row.steps]
                    assert any(step.suggested for step in steps) or not steps
                    return
    pytest.fail("the world has no suggestion")


def document(plan: Plan, *keys: str, form: TableForm | None = None, below: bool = False) -> str:
    view = table_asked(plan, Language.JA, keys, ["2022"], form, below=below)
    return markdown(view.document(plan.attribution()))


def test_the_newest_edition_stands_left_and_the_remarks_right(moved: Plan) -> None:
    heads = re.findall(r"^\| (.*) \|$", document(moved, OLDER), re.MULTILINE)
    assert heads[0] == "新：2022年版 | 旧：2021年版 | 備考"
    oldest = document(moved, OLDER, form=TableForm(left="oldest"))
    assert "| 旧：2021年版 | 新：2022年版 | 備考 |" in oldest


def test_unchanged_passages_are_left_out_unless_asked_for(moved: Plan) -> None:
    same = "森の図書館は夜も開く。"
    short, whole = document(moved, OLDER), document(moved, OLDER, form=TableForm(unchanged="whole"))
    assert same not in short
    assert "| （略） | （略） | 同じ ／ <br>（略） |" in short
    assert whole.count(same) == 2
    assert "（略）" not in whole


def test_changes_are_underlined_in_both_columns(moved: Plan) -> None:
    written = document(moved, OLDER)
    assert "梟の巣箱を町の公園に<u>17</u>基置く。" in written
    assert "梟の巣箱を町の公園に<u>20</u>基置く。" in written
    assert "移動 ／ <br>変更" in written
    assert "- <u>下線：隣の版と異なる語</u>" in written
    assert "- 移動：もう一方では別の位置にある文" in written


def test_headings_have_their_citation_and_what_is_held_is_told(moved: Plan) -> None:
    written = document(moved, OLDER)
    for key in (OLDER, NEWER):
        assert f"{moved.section(key).citation} `{key}`" in written
    assert "- 2022年版：作り物" in written
    assert written.endswith("出典：作り物の計画\n\n加工して作成\n")


def test_what_a_text_lacks_is_said_in_its_cell(crosswalked_database: Path, tmp_path: Path) -> None:
    older, newer = "梟を数える係を置く。", "貸出の記録を毎月まとめて示す。"
    path = with_texts(crosswalked_database, tmp_path / "plan.db", older, newer)
    with Plan(path) as plan:
        written = document(plan, OLDER)
    assert re.search(r"^\| .*貸出.* \| （記載なし） \| 追加 \|$", written, re.MULTILINE)
    assert re.search(r"^\| （記載なし） \| .*梟.* \| 削除 \|$", written, re.MULTILINE)
    assert "- （記載なし）：" in written


def test_a_table_tells_first_what_is_underlined(moved: Plan) -> None:
    assert document(moved, OLDER).splitlines()[2] == "（下線は、隣の版と異なる部分）"


def test_footnotes_are_marked_in_the_table_and_stand_below(crosswalked: Plan) -> None:
    written = document(crosswalked, "2021:1.1", form=TableForm(unchanged="whole"))
    assert "森の図書館[^plan-2021-1]" in written
    assert written.count("[^plan-2021-1]: ") == 1


def test_three_editions_have_a_column_each_and_remarks_name_them(crosswalked: Plan) -> None:
    view = table_asked(crosswalked, Language.JA, [OLDER], ["2022", "2025"])
    written = markdown(view.document(crosswalked.attribution()))
    assert "| 2025年版 | 2022年版 | 2021年版 | 備考 |" in written
    assert "2021年版→2022年版：" in written
    assert "- 備考：並べた版のうち、隣り合う版どうしの比較" in written
    assert "隣り合う版" not in document(crosswalked, OLDER)


def test_the_legend_says_how_sections_belong_together(crosswalked: Plan) -> None:
    named = {"改題", "分割", "統合", "継続", "一部", "相手側の一部", "この箇所の一部", "双方の一部"}
    told = set()
    for section in crosswalked.sections("plan-2021"):
        written = document(crosswalked, section.key)
        beside = {word for word in named if re.search(rf"\| {word}(?: ／ <br>| \|)", written)}
        assert all(f"\n- {word}：" in written for word in beside)
        told |= beside
    assert told


def test_a_table_reads_as_one_table(crosswalked: Plan) -> None:
    written = document(crosswalked, "2021:1", below=True)
    parsed = MarkdownIt("commonmark", {"html": True}).enable("table").parse(written)
    assert [token.type for token in parsed].count("table_open") == 1
    rows = [token for token in parsed if token.type == "tr_open"]
    cells = [token for token in parsed if token.type in ("td_open", "th_open")]
    assert len(cells) == 3 * len(rows)


def test_headings_of_the_table_stay_with_their_passages(crosswalked: Plan) -> None:
    keys = [section.key for section in crosswalked.sections("plan-2021")]
    view = table_asked(crosswalked, Language.JA, keys)
    document = view.document(crosswalked.attribution())
    [table] = [block for block in document.blocks if isinstance(block, DataTable)]
    with_passages = [group for group in view.table.groups if group.rows]
    assert 0 < len(with_passages) < len(view.table.groups)
    heads = [plain_words(table.rows[number]) for number in sorted(table.heading_rows)]
    assert len(heads) == len(with_passages)
    for words, group in zip(heads, with_passages, strict=True):
        assert group.comparison.base.section.heading in words


def plain_words(row: Sequence[Content]) -> str:
    return "".join(part.text for cell in row for part in cell if isinstance(part, TextRun))


def test_filters_give_each_section_once_the_leading_edition_first(crosswalked: Plan) -> None:
    view = table_asked(crosswalked, Language.JA, ["has:text"], ["2021", "2022", "2025"])
    bases = [group.comparison.base.section for group in view.table.groups]
    assert len({base.key for base in bases}) == len(bases)
    assert bases[0].edition_id == "2025"


def test_the_table_of_the_changes_has_their_sections(crosswalked: Plan) -> None:
    listed = changes_view(crosswalked, Language.JA, "2021", "2025")
    view = table_of_changes(crosswalked, listed)
    assert [edition.id for edition in view.table.editions] == ["2021", "2025"]
    assert view.words == ("changes", "2021", "2025", "--layout", "table")
    again = table_of(crosswalked, listed)
    assert again is not None
    assert again.records() == view.records()


def test_progress_is_told_of_each_section(crosswalked: Plan) -> None:
    told: list[tuple[int, int]] = []
    table_asked(
        crosswalked,
        Language.JA,
        ["2021:1.1"],
        tell=lambda done, total: told.append((done, total)),
        below=True,
    )
    total = told[-1][1]
    assert told == [(done, total) for done in range(total + 1)]


CASES = {
    "table-newer": "compare 2021:1.1.1 --layout table",
    "table-below": "compare 2021:1.1 --below --with 2022 --layout table --unchanged whole",
    "table-filtered": "compare kind:measure --with 2025 --layout table --order older --left oldest",
    "table-changes": "changes 2021 2025 kind:measure --layout table --limit 3",
}


@pytest.mark.parametrize("form", ["md", "html", "txt", "json", "tsv"])
@pytest.mark.parametrize("name", CASES)
def test_output_is_as_agreed(
    name: str,
    form: str,
    crosswalked_database: Path,
    goldens: Goldens,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / f"table.{form}"
    words = [*CASES[name].split(), "--lang", "ja", "--db", str(crosswalked_database)]
    assert main(["export", *words, "-o", str(target)]) == 0
    assert capfd.readouterr() == ("", "")
    written = target.read_text(encoding="utf-8")
    assert written == goldens.kept(GOLDEN / f"{name}.{form}", written)


@pytest.mark.parametrize(
    "words",
    [
        ["compare", "2021:1.1", "2021:1.2"],
        ["compare", "2021:1.1", "--below"],
        ["compare", "kind:nothing", "--layout", "table"],
        ["compare", "2021:none", "--layout", "table"],
        ["compare", "2021:1.1", "--layout", "table", "--with", "1999"],
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: list[str], crosswalked_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*words, "--db", str(crosswalked_database)]) == 2
    out, complaint = capfd.readouterr()
    assert out == ""
    assert complaint.count("\n") == 1


def test_a_table_of_nothing_says_so(
    crosswalked_database: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    words = ["compare", "kpi:unset", "edition:2025", "--layout", "table"]
    assert main([*words, "--db", str(crosswalked_database)]) == 1
    assert capfd.readouterr().err.count("\n") == 1
