"""The outline of a Markdown text: headings, their labels and depths, contents, corrections."""

from __future__ import annotations

import pytest

from plan_tui.model.edits import EditKind
from plan_tui.model.enums import BlockKind, FurnitureKind, SectionKind
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.markdown.front_matter import document_facts
from plan_tui.parse.markdown.parser import parse
from tests.conservation import true_to_source, unaccounted


def read(text: str, edits: dict[int, EditKind] | None = None) -> ParsedDocument:
    lines = text.split("\n")
    line_edits = {line: frozenset([kind]) for line, kind in (edits or {}).items()}
    document = parse(PagedText.of_lines(lines), line_edits)
    assert not unaccounted(lines, document)
    assert true_to_source(lines, document)
    return document


def outline(text: str, edits: dict[int, EditKind] | None = None) -> list[tuple[int, str, str]]:
    """Return depth, label and title of each section."""
    sections = read(text, edits).sections
    return [(section.depth, section.label.text, section.title.text) for section in sections]


def texts(text: str, edits: dict[int, EditKind] | None = None) -> list[str]:
    sections = read(text, edits).sections
    return [block.text.text for section in sections for block in section.blocks]


@pytest.mark.parametrize(
    ("heading", "label", "title"),
    [
        ("# 第１部　総論", "第１部", "総論"),
        ("# 第一章 総則", "第一章", "総則"),
        ("## 第３-１ 何か", "第３-１", "何か"),
        ("## １．はじめに", "１．", "はじめに"),
        ("## 1. はじめに", "1.", "はじめに"),
        ("### 1.1 概要", "1.1", "概要"),
        ("### （１）表題", "（１）", "表題"),
        ("#### ① 丸", "①", "丸"),
        ("#### ア 項目", "ア", "項目"),
        ("#### （ア）項目", "（ア）", "項目"),
        ("# Ⅳ．総論", "Ⅳ．", "総論"),
        ("## 第１章：総論", "第１章：", "総論"),
        ("## **１．**太い題", "１．", "太い題"),
        ("## １．題 ##", "１．", "題"),
        ("## １．題 {#sec-1}", "１．", "題"),
        ("## [１．題](#x)", "１．", "題"),
        ("## 題だけ", "", "題だけ"),
        ("## 2025年の目標", "", "2025年の目標"),
        ("## 3 つの柱", "", "3つの柱"),
        ("## A big plan", "", "A big plan"),
        ("## 【重点】施策", "", "【重点】施策"),
        ("   ###  空白の多い題  ", "", "空白の多い題"),
    ],
)
def test_a_heading_keeps_its_printed_label(heading: str, label: str, title: str) -> None:
    assert outline(heading) == [(1, label, title)]


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("# a\n## b\n### c\n## d\n# e", [1, 2, 3, 2, 1]),
        ("## a\n### b\n## c", [1, 2, 1]),
        ("# a\n### b\n##### c\n### d", [1, 2, 3, 2]),
        ("### a\n# b\n## c", [1, 1, 2]),
        ("# a\n#### b\n## c\n### d", [1, 2, 2, 3]),
        ("a\n===\nb\n---\nc\n---", [1, 2, 2]),
        ("###### a\n###### b", [1, 1]),
    ],
)
def test_depths_begin_at_one_and_leave_no_gap(text: str, depths: list[int]) -> None:
    assert [depth for depth, _, _ in outline(text)] == depths


@pytest.mark.parametrize(
    "text",
    [
        "#見出しでない",
        "####### 七つ",
        "\\# 逃がした",
        "```\n# 符号\n```",
        "文である。\n---",
        "折り返した\n文\n---",
        "> # 引用の中",
        "- # 項目の中",
        "#",
        "**太いだけ**",
    ],
)
def test_what_is_no_heading_makes_no_section(text: str) -> None:
    assert all(not label and title == "前文" for _, label, title in outline(text))


def test_text_before_the_first_heading_is_a_preface() -> None:
    document = read("前書き。\n\n# 題\n\n本文。")
    assert document.sections[0].kind is SectionKind.PREFACE
    assert outline("前書き。\n\n# 題\n\n本文。") == [(1, "", "前文"), (1, "", "題")]


def test_a_measure_card_is_one_only_with_its_number() -> None:
    kinds = [s.kind for s in read("# [No.1-8] 施策\n\n# [No.x] 別\n\n# 第１部 部").sections]
    assert kinds == [SectionKind.MEASURE, SectionKind.SECTION, SectionKind.PART]


# Head and facts


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("---\ntitle: まちの計画\ndate: 2026-06-13\n---\n# x", "まちの計画", "2026-06-13"),
        ('---\ntitle: "まちの計画"  # 題\ndate: 2026/6/13 # 日\n...\n', "まちの計画", "2026/6/13"),
        ("+++\ntitle = 'まちの計画'\ndate = 2026-06-13\n+++\n", "まちの計画", "2026-06-13"),
        ("---\nTitle: まちの計画\nauthor:\n  - 甲\n  - 乙\n---\n", "まちの計画", ""),
        ("---\n題名: まちの計画\n日付: 令和８年６月13日\n---\n", "まちの計画", "令和８年６月13日"),
        ("# まちの計画\n\n令和８年６月13日 閣議決定\n\n## 一", "まちの計画", "令和８年６月13日"),
        ("まちの計画\n====\n\n（2026年６月13日）", "まちの計画", "2026年６月13日"),
        ("# 一\n\n# 二\n\n2026年（令和８年）６月13日", "", "2026年６月13日"),
        ("# 計画\n\n2026年６月13日、会議を開いた。", "計画", ""),
        ("文だけ。", "", ""),
    ],
)
def test_a_text_tells_its_title_and_date(text: str, title: str, date: str) -> None:
    facts = document_facts(PagedText.of_lines(text.split("\n")))
    assert (facts.title, facts.date) == (title, date)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n文である。\n\n---\n",
        "---\n文: である\n文が続く。\n---\n",
        "---\ntitle: 閉じない\n",
        "文\n---\ntitle: x\n---\n",
        "----\ntitle: x\n----\n",
    ],
)
def test_a_rule_is_no_head(text: str) -> None:
    assert not [f for f in read(text).furniture if f.kind is FurnitureKind.COVER]


def test_the_head_is_no_text() -> None:
    document = read("---\ntitle: まちの計画\ntags: [a, b]\n---\n\n# 題\n\n文。")
    assert [section.title.text for section in document.sections] == ["題"]
    cover = [f.text.text for f in document.furniture if f.kind is FurnitureKind.COVER]
    assert cover == ["---", "title: まちの計画", "tags: [a, b]", "---"]


# Contents


@pytest.mark.parametrize(
    "contents",
    [
        "# 目次\n\n- [１．甲](#a)\n- [２．乙](#b)\n",
        "## 目　次\n\n１．甲 ……… 1\n２．乙 ……… 3\n",
        "- [１．甲](#a)\n- [２．乙](#b)\n",
        "# 目次\n\n* １．甲\n* ２．乙\n",
        "# Contents\n\n1. [甲](#a)\n2. [乙](#b)\n",
        "**目次**\n\n- [１．甲](#a)\n  - [２．乙](#b)\n",
    ],
)
def test_the_contents_are_furniture_and_answered_by_headings(contents: str) -> None:
    document = read(f"{contents}\n# １．甲\n\n文。\n\n# ２．乙\n\n文。\n")
    assert [entry.title for entry in document.contents] == ["甲", "乙"]
    answers = [entry.section for entry in document.contents]
    titles = [document.sections[index].title.text for index in answers if index is not None]
    assert titles == ["甲", "乙"]
    assert [b.text.text for s in document.sections[-2:] for b in s.blocks] == ["文。", "文。"]


def test_an_entry_that_no_heading_answers_says_so() -> None:
    document = read("# 目次\n\n- 甲 …… 5\n- 丙 …… 12\n\n# 甲\n\n文。")
    entries = [(e.title, e.printed_page, e.line, e.section) for e in document.contents]
    assert entries == [("甲", "5", 3, 0), ("丙", "12", 4, None)]


def test_text_below_the_contents_is_text() -> None:
    document = read("# 目次\n\n- 甲\n\nここからは文である。\n\n# 甲\n")
    assert [b.text.text for s in document.sections for b in s.blocks] == ["ここからは文である。"]


@pytest.mark.parametrize("sign", ["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", "<!-- toc -->"])
def test_the_place_of_contents_is_no_text(sign: str) -> None:
    assert texts(f"{sign}\n\n# 題\n\n文。") == ["文。"]


# Corrections


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("# 甲\n\n文\n乙\n文二", {4: EditKind.HEADING}, [(1, "", "甲"), (1, "", "乙")]),
        (
            "# 甲\n## １．乙\n\n２．丙\n文",
            {4: EditKind.HEADING},
            [(1, "", "甲"), (2, "１．", "乙"), (2, "２．", "丙")],
        ),
        (
            "# 第１章 甲\n１．乙\n\n# 第２章 丙\n\n## １．丁",
            {2: EditKind.HEADING},
            [(1, "第１章", "甲"), (2, "１．", "乙"), (1, "第２章", "丙"), (2, "１．", "丁")],
        ),
        ("# 甲\n- 乙", {2: EditKind.HEADING}, [(1, "", "甲"), (1, "", "乙")]),
        ("# 甲\n**乙**", {2: EditKind.HEADING}, [(1, "", "甲"), (1, "", "乙")]),
        ("# 甲\n# 乙", {2: EditKind.HEADING}, [(1, "", "甲"), (1, "", "乙")]),
        ("# 甲\n# 乙", {2: EditKind.NOT_HEADING}, [(1, "", "甲")]),
        ("# 甲\n乙\n===\n", {2: EditKind.NOT_HEADING}, [(1, "", "甲")]),
        ("# 甲\n# 乙", {2: EditKind.FURNITURE}, [(1, "", "甲")]),
        ("# 甲の\n\n# 続き", {3: EditKind.JOIN}, [(1, "", "甲の続き")]),
    ],
)
def test_corrections_of_headings_are_obeyed(
    text: str, edits: dict[int, EditKind], expected: list[tuple[int, str, str]]
) -> None:
    assert outline(text, edits) == expected


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("一行目\n二行目", {2: EditKind.SPLIT}, ["一行目", "二行目"]),
        ("一行目\n\n二行目", {3: EditKind.JOIN}, ["一行目二行目"]),
        ("- 点\n\n続き", {3: EditKind.JOIN}, ["点続き"]),
        ("一行目\n\n12\n\n二行目", {3: EditKind.FURNITURE, 5: EditKind.JOIN}, ["一行目二行目"]),
        ("一行目\n- 12 -\n二行目", {2: EditKind.FURNITURE}, ["一行目二行目"]),
        ("甲\n乙\n===\n丙", {2: EditKind.NOT_HEADING}, ["甲", "乙", "丙"]),
        ("# 甲\n乙", {1: EditKind.NOT_HEADING}, ["甲", "乙"]),
    ],
)
def test_corrections_of_passages_are_obeyed(
    text: str, edits: dict[int, EditKind], expected: list[str]
) -> None:
    assert texts(text, edits) == expected


@pytest.mark.parametrize(
    "line", ["1 注の文。", "（１）注の文。", "*1 注の文。", "[1] 注の文。", "注１：注の文。"]
)
def test_a_line_that_is_corrected_to_a_note_is_one(line: str) -> None:
    document = read(f"本文である。\n\n{line}", {3: EditKind.NOTE})
    assert [(int(n.number.text), n.text.text) for n in document.footnotes] == [(1, "注の文。")]


def test_a_line_that_is_corrected_to_no_note_is_text() -> None:
    document = read("本文[^1]\n\n[^1]: 注", {3: EditKind.NOT_NOTE})
    assert not document.footnotes
    assert document.sections[0].blocks[-1].kind is BlockKind.PARAGRAPH
    assert document.sections[0].blocks[-1].text.text == "[^1]:注"


@pytest.mark.parametrize(
    ("heading", "title", "date"),
    [
        ("町の計画（令和８年４月１日決定）", "町の計画", "令和８年４月１日"),
        ("町の計画 (2026年4月1日 町議会議決)", "町の計画", "2026年4月1日"),
        ("町の計画（令和８年（2026年）４月１日策定）", "町の計画", "令和８年４月１日"),
        ("町の計画（2026年4月1日）", "町の計画（2026年4月1日）", "2026年4月1日"),
        ("町の計画 2026年4月1日", "町の計画 2026年4月1日", "2026年4月1日"),
        ("町の計画2　2026-04-01", "町の計画2　2026-04-01", "2026-04-01"),
        ("町の計画　令和8年4月1日改定", "町の計画　令和8年4月1日改定", "令和8年4月1日"),
        (
            "町の計画（第２版、令和８年４月１日改定）",
            "町の計画（第２版、令和８年４月１日改定）",
            "令和８年４月１日",
        ),
        (
            "町の計画（2026年4月1日から2027年3月31日まで）",
            "町の計画（2026年4月1日から2027年3月31日まで）",
            "",
        ),
        ("2026年4月1日からの町の計画", "2026年4月1日からの町の計画", ""),
        ("町の計画（案）", "町の計画（案）", ""),
    ],
)
def test_a_day_behind_the_title_is_the_documents(heading: str, title: str, date: str) -> None:
    facts = document_facts(PagedText.of_lines([f"# {heading}", "", "本文。"]))
    assert (facts.title, facts.date) == (title, date)
    below = document_facts(PagedText.of_lines([f"# {heading}", "", "2025年1月2日", "", "本文。"]))
    assert below.date == "2025年1月2日"
