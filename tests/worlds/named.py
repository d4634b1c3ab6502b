"""The worlds that several tests share."""

from __future__ import annotations

from plan_tui.model.comparison_enums import (
    Origin,
    Relation,
    VerdictKind,
)
from plan_tui.model.enums import (
    Comparator,
    KpiStatus,
    Layout,
)
from plan_tui.store.source_rows import AddedDocumentRow
from tests.worlds.crosswalk import CROSSWALK
from tests.worlds.world import World

ALIASES = """
groups = [
    ["貸出券", "図書カード", "かしけん", "library card"],
    ["移動図書館", "BM", "bookmobile"],
    ["夜間開館", "夜ひらき"],
]
"""
READINGS = """
[words]
"梟" = "ふくろう"
[titles]
"雪の日" = "ゆきのひ"
"""


def linked() -> World:
    """Return the world of the goldens: links, a verdict, a topic and dates, written by hand."""
    return (
        World()
        .with_kpi_status(KpiStatus.QUALITATIVE)
        .with_link("2021:1.1.1", "2025:1.1.1", Relation.RENAMED, "貸出券|*を端末に載せる")
        .with_link(
            "2021:1.1",
            "2025:1.1",
            Relation.CONTINUED,
            "shared terms: 携帯端末",
            score=0.41,
            origin=Origin.AUTO,
        )
        .with_link("2021:M1-2", "2025:1.1.1.1", Relation.CONTINUED, "夜間開館")
        .with_verdict("2021:1.1.1", "2022", VerdictKind.DROPPED, "概要に貸出券の語がない")
        .with_topic("card", "貸出券の搭載", "Lending card on phones", "2021:1.1.1", "2025:1.1.1")
        .with_date("2021:1.1.1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31", "まで")
        .with_date("2025:1.1.1", "2026年度末", "2027-03-31", "2027-03-31", "まで")
        .with_date("2021:1.1", "令和５年度（2023年度）末", "2024-03-31", "2024-03-31", "まで")
        .with_date("2021:1.1", "令和２年（2020年）", "2020-01-01", "2020-12-31", is_target=False)
        .with_date("2021:M1-1", "令和３年度（2021年度）", "2021-04-01", "2022-03-31", "まで")
    )


def crosswalked(crosswalk: str | None = CROSSWALK) -> World:
    """Return a world with what the importer makes of a crosswalk, and facts written by hand."""
    return (
        World()
        .with_crosswalk(crosswalk)
        .with_date("2021:1.1", "令和５年度（2023年度）末", "2024-03-31", "2024-03-31", "まで")
        .with_date("2021:1.1.1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31", "まで")
        .with_date("2021:M1-1", "令和３年度（2021年度）", "2021-04-01", "2022-03-31")
        .with_date("2022:1.1", "R6年度末", "2025-03-31", "2025-03-31")
        .with_date("2025:1.1", "2024年度末", "2025-03-31", "2025-03-31")
        .with_date("2025:1.1.1", "2026年度末", "2027-03-31", "2027-03-31", "まで")
        .with_date("2021:M1-1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31")
        .with_date("2021:M2-1", "令和７年度（2025年度）", "2025-04-01", "2026-03-31", "まで")
        .with_quantity("2021:1.1", "12羽", 12, "羽")
        .with_quantity("2021:1.1.1", "全17館", 17, "館")
        .with_quantity("2022:1.1", "全20館", 20, "館")
        .with_quantity("2022:1.1.1", "10館", 10, "館")
        .with_quantity("2025:1.1", "全20館", 20, "館")
        .with_quantity("2025:1.1.1", "少なくとも20館", 20, "館", Comparator.AT_LEAST)
        .with_quantity("2021:M2-1", "100か所", 100, "か所")
    )


def built() -> World:
    """Return the world as a whole build leaves it, but for readings."""
    return (
        World().with_crosswalk().with_facts().with_english_title("2021:1.1", "The library so far")
    )


def suggested() -> World:
    """Return a world with links of every kind and dates of every kind, written by hand."""
    return (
        World()
        .with_kpi_status(KpiStatus.QUANTITATIVE)
        .with_english_title("2021:1.1", "The library so far")
        .with_link("2021:1.1.1", "2022:1.1", Relation.RENAMED, "同じ貸出券の話")
        .with_link(
            "2021:1.1.1",
            "2025:1.1.1",
            Relation.CONTINUED,
            "共通の語が多い",
            score=0.71,
            origin=Origin.AUTO,
        )
        .with_link(
            "2021:1.1.1",
            "2025:1.1",
            Relation.CONTINUED,
            "共通の語がある",
            score=0.42,
            origin=Origin.AUTO,
        )
        .with_link("2021:M1-2", "2022:1.1.1", Relation.CONTINUED, "夜間開館", score=0.9)
        .with_verdict("2021:M2-1", "2025", VerdictKind.DROPPED, "移動図書館は書かれていない")
        .with_date("2021:M1-1", "令和３年度（2021年度）", "2021-04-01", "2022-03-31")
        .with_date("2021:1.1", "令和５年度（2023年度）末", "2024-03-31", "2024-03-31", "まで")
        .with_date("2021:1.1", "令和２年（2020年）", "2020-01-01", "2020-12-31", is_target=False)
        .with_date("2021:1.1.1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31", "まで")
        .with_date("2021:M2-1", "令和７年度（2025年度）", "2025-04-01", "2026-03-31", "まで")
        .with_date("2025:1.1.1", "2026年度末", "2027-03-31", "2027-03-31", "まで")
        .with_date("2022:1.2", "1,200", "2025-04-01", None, "以降")
        .with_quantity("2021:M1-1", "３割", 30.0, "%")
        .with_quantity("2021:M2-1", "100か所", 100.0, "か所")
    )


def read_aloud() -> World:
    """Return a world for the search: readings, aliases, two targets, an English title."""
    return (
        World()
        .with_kpi_status(KpiStatus.QUALITATIVE)
        .with_english_title("2021:M2-1", "Networking the travelling library")
        .with_date("2021:1.1.1", "令和６年度（2024年度）末", "2025-03-31", "2025-03-31")
        .with_date("2025:1.1.1", "2026年度末", "2027-03-31", "2027-03-31")
        .with_readings(READINGS, ALIASES)
    )


def with_own_edition() -> World:
    """Return what a whole build leaves, its newest document added by the reader."""
    world = built()
    newest = world.rows.documents[-1]
    world.rows.added_documents.append(
        AddedDocumentRow(
            id=newest.id,
            ordinal=1,
            original=f"{newest.id}.md",
            layout=Layout.MARKDOWN,
            key=newest.edition_id,
            short="",
            replaces=None,
        )
    )
    return world
