"""A small made-up plan: three editions of an invented policy.

None of its sentences stands in a real plan. It holds what screens must survive: brackets that
look like markup, long words, tables, footnotes in titles and KPIs, unset KPIs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plan_tui.importer.assembler import assemble
from plan_tui.model.doubts import Severity
from plan_tui.model.enums import (
    DocumentKind,
    FurnitureKind,
    KpiKind,
    Layout,
    SectionKind,
)
from plan_tui.model.paged_text import PagedText
from plan_tui.model.parsed import ParsedDocument, ParsedSection
from plan_tui.sources.edition_entry import EditionEntry
from plan_tui.sources.manifest import Manifest, Source
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.source_rows import MetaRow
from plan_tui.text.traced import Traced
from tests.worlds.pen import Pen

HOSTILE = "[b]太字[/b] と [link=x]環[/] と [/nothing] と \\[esc"


def _measure(
    pen: Pen, label: str, title: str, body: str, progress: str, outcome: str
) -> ParsedSection:
    body_block = pen.bullet(body)
    kpis = tuple(
        pen.kpi(kind, text)
        for kind, texts in ((KpiKind.PROGRESS, progress), (KpiKind.OUTCOME, outcome))
        for text in texts.split("|")
        if text
    )
    return pen.section(3, label, title, body_block, kind=SectionKind.MEASURE, kpis=kpis)


def older(pen: Pen) -> ParsedDocument:
    """The first edition: a preface, two parts, measures."""
    preface = ParsedSection(
        1,
        SectionKind.PREFACE,
        title=Traced.supplied("前文"),
        blocks=(
            pen.paragraph(
                "この文書は、森の図書館を誰もが使えるようにするための作り物の計画である。"
            ),
        ),
    )
    sections = [
        preface,
        pen.section(1, "第１部", "森の図書館の姿", kind=SectionKind.PART),
        pen.section(
            2,
            "１．",
            "これまでの歩み",
            pen.paragraph("森の図書館は、令和２年（2020年）に開館した。", "1", "森の図書館"),
            pen.paragraph(f"記号を含む段落もある。{HOSTILE}"),
            pen.bullet("本を借りる手続を、令和５年度（2023年度）末までに電子化する。"),
            pen.bullet("梟の案内係を12羽配置する。", 1, "※"),
        ),
        pen.section(
            3,
            "（１）",
            "貸出券のスマートフォン搭載",
            pen.paragraph(
                "貸出券を携帯端末に載せ、令和６年度（2024年度）末までに全17館で使えるようにする。"
            ),
        ),
        pen.section(
            4,
            "①",
            "梟の鳴き声の記録",
            pen.item("①", "夜の記録"),
            pen.item("②", "朝の記録"),
            kind=SectionKind.ITEM,
            title_marks=pen.mark("梟の鳴き声の記録", "2", "鳴き声"),
        ),
        pen.section(1, "第３部", "施策集", kind=SectionKind.PART),
        pen.section(2, "Ｉ．", "貸出のしくみ", kind=SectionKind.CHAPTER),
        _measure(
            pen,
            "[No.１－１]",
            "貸出券と図書券の一体化",
            "令和３年度（2021年度）は、貸出券と図書券の一体化の具体的な手順を調べる。",
            "貸出券と図書券の一体化の実現（令和６年度（2024年度）末）",
            "返却に要する時間を３割削減",
        ),
        _measure(
            pen,
            "[No.１－２]",
            "夜間開館の試行",
            "夜間開館を試行する。",
            "未設定（試行の結果を踏まえ設定）",
            "未設定",
        ),
        pen.section(2, "II．", "森と町をつなぐ取組", kind=SectionKind.CHAPTER),
        _measure(
            pen,
            "[No.２－１]",
            "移動図書館のネットワーク化",
            "移動図書館を町の集会所と結ぶ。",
            "結んだ集会所の数（令和７年度（2025年度）までに100か所）|運行の記録の公開",
            "利用者の満足度",
        ),
        _measure(pen, "[No.２－２]", "KPIのない取組", "ただ続ける。", "", ""),
    ]
    return ParsedDocument(
        tuple(sections),
        footnotes=(
            pen.footnote("1", "森の奥にある架空の施設。"),
            pen.footnote("2", "鳴き声とは、夜に聞こえるもの。"),
        ),
        furniture=(pen.furniture(FurnitureKind.PAGE_NUMBER, "1"),),
    )


def middle(pen: Pen) -> ParsedDocument:
    """The second edition: a slide overview."""
    sections = [
        pen.section(1, "第1", "森の図書館の姿", kind=SectionKind.PART),
        pen.section(
            2,
            "1.",
            "貸出のデジタル化",
            pen.bullet("貸出券の携帯端末への搭載を、R6年度末に全20館で始める。"),
        ),
        pen.section(
            3, "①", "夜間開館の拡大", pen.bullet("夜間開館を10館に広げる。"), kind=SectionKind.ITEM
        ),
        pen.section(
            2,
            "2.",
            "棚の整理",
            pen.table(("棚", "冊数"), ("東", "1,200"), ("西", "980")),
        ),
    ]
    return ParsedDocument(
        tuple(sections), furniture=(pen.furniture(FurnitureKind.EMPHASIS, "****"),)
    )


def newer(pen: Pen) -> ParsedDocument:
    """The third edition: chapters down to the eighth depth, and contents-only entries."""
    sections = [
        pen.section(1, "第１", "目指す図書館の姿", kind=SectionKind.PART),
        pen.section(
            2,
            "１．",
            "取組の方向性",
            pen.paragraph(
                "貸出券は携帯端末に載り、2024年度末に全20館で使えるようになった。", "1", "携帯端末"
            ),
        ),
        pen.section(
            3,
            "（１）",
            "貸出券の携帯端末搭載",
            pen.paragraph(
                "貸出券と図書券の一体化を、2026年度末までに終える。少なくとも20館で行う。"
            ),
        ),
        pen.section(4, "①", "夜間開館", kind=SectionKind.ITEM),
        pen.section(
            5, "ア", "開館時間", pen.paragraph("夜間開館を続ける。"), kind=SectionKind.ITEM
        ),
        pen.section(
            6, "（ア）", "平日", pen.paragraph("平日は21時まで開く。"), kind=SectionKind.ITEM
        ),
        pen.section(7, "A", "冬の平日", pen.paragraph("冬は20時まで開く。"), kind=SectionKind.ITEM),
        pen.section(8, "（ａ）", "雪の日", pen.paragraph("雪の日は休む。"), kind=SectionKind.ITEM),
        pen.section(1, "第２", "取組の一覧", kind=SectionKind.PART, toc_only=True),
        pen.section(2, "１．", "森の歩き方の手引", toc_only=True),
    ]
    return ParsedDocument(tuple(sections), footnotes=(pen.footnote("1", "携帯できる端末の総称。"),))


DOCUMENTS = (
    ("plan-2021", "2021", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2021, older),
    ("overview-2022", "2022", DocumentKind.OVERVIEW, Layout.SLIDES, middle),
    ("plan-2025", "2025", DocumentKind.FULL_TEXT, Layout.FULL_TEXT_2025, newer),
)


MadeUpDocument = tuple[str, str, DocumentKind, Layout, Callable[[Pen], ParsedDocument]]
"""Id, edition, kind, layout and writer of a document."""


def made_up_rows(documents: Sequence[MadeUpDocument] = DOCUMENTS) -> DatabaseRows:
    """Return made-up documents, oldest first, as the rows that follow from each alone."""
    sources, parsed = [], []
    for name, edition, kind, layout, write in documents:
        pen = Pen()
        parsed.append(write(pen))
        sources.append(
            Source(
                id=name,
                edition=edition,
                key=edition,
                title=f"森の図書館計画（{edition}年）",
                kind=kind,
                layout=layout,
                dated=_decided(edition),
                publisher="架空庁",
                short="",
                file=f"{name}.txt",
                sha256="0" * 64,
                text=PagedText.of_lines(tuple(pen.lines)),
            )
        )
    manifest = Manifest(
        editions=tuple(
            EditionEntry(
                name, f"{name}年版", f"{name}", f"{name}年", _decided(name), "作り物", "Made up"
            )
            for name in dict.fromkeys(edition for _, edition, *_ in documents)
        ),
        sources=tuple(sources),
        url="https://example.invalid/",
        licence="架空の利用規約",
        attribution=("出典：作り物の計画", "加工して作成"),
    )
    rows = assemble(manifest, parsed)
    # The made-up plan leaves a part out on purpose; tests of doubts add their own.
    rows.doubts = [row for row in rows.doubts if row.severity is Severity.NOTE]
    rows.meta = [
        MetaRow(key=f"attribution_{number}", value=line)
        for number, line in enumerate(manifest.attribution, 1)
    ]
    return rows


def _decided(edition: str) -> str:
    """Return the day of an edition that is called by its year, or by year and month."""
    return f"{edition}-01" if "-" in edition else f"{edition}-06-01"
