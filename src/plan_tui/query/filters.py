"""The filters. To add one, write its `FilterSpec` here, and the row that a test then asks for."""

from __future__ import annotations

import unicodedata

from plan_tui.errors import UsageError
from plan_tui.model.comparison_enums import ChangeKind, Extent
from plan_tui.model.enums import (
    KpiStatus,
    SectionKind,
    SectionTrait,
)
from plan_tui.query import date_tests, link_tests, note_tests, offered_values, section_tests
from plan_tui.query.due import due_explained, parse_due, start_explained
from plan_tui.query.filter_spec import FilterSpec
from plan_tui.query.value_names import (
    EXTENT_NAMES,
    GROUP_NAMES,
    KIND_NAMES,
    RELATION_NAMES,
    STATUS_NAMES,
    TRAIT_NAMES,
    chapter,
    choice,
    choices,
    edition,
    kpi_value,
)
from plan_tui.text.language import Phrase

_UNKNOWN = Phrase("絞り込み{name!r}はありません。使えるもの：{known}",
                  "unknown filter {name!r}; the filters are {known}")  # fmt: skip
_CHOOSE = Phrase("選べるもの：{known}", "choose from {known}")


def filter_named(name: str) -> FilterSpec:
    """Return the filter that is typed as ``name``, in any width and case.

    Raises:
        UsageError: there is none; the message names all.

    """
    spec = _BY_NAME.get(unicodedata.normalize("NFKC", name).lower())
    if spec is None:
        english = ", ".join(f"{spec.name}:" for spec in FILTERS)
        japanese = "、".join(f"{spec.japanese[0]}:" for spec in FILTERS if spec.japanese)
        known = Phrase(f"{english}（{japanese}）", english)
        raise UsageError(_UNKNOWN.of(name=name, known=known))
    return spec


def _as_typed(value: str) -> str:
    return value


def _due(value: str) -> str:
    parse_due(value)
    return value


def _start(value: str) -> str:
    parse_due(value, "starts")
    return value


FILTERS: tuple[FilterSpec, ...] = (
    FilterSpec(
        name="edition",
        japanese=("版",),
        normalise=edition,
        hint=Phrase(
            "版の年を書いてください。版の一覧は`plan-tui overview`",
            "name an edition's year; `plan-tui overview` lists the editions",
        ),
        section_test=section_tests.of_edition,
        candidates=offered_values.newest_first,
        example="edition:2025",
        japanese_example="版:令和7年",
        meaning=Phrase("版", "of an edition"),
        documentation="of an edition",
    ),
    FilterSpec(
        name="document",
        japanese=("文書",),
        normalise=_as_typed,
        hint=Phrase(
            "文書のID又は名前を書いてください。例：文書:概要。文書の一覧は`plan-tui overview`",
            "name a document by its id; `plan-tui overview` lists the documents",
        ),
        section_test=section_tests.of_document,
        candidates=offered_values.oldest_first,
        value_names=lambda facts: facts.document_names,
        example="document:plan-2021",
        japanese_example="文書:2021年本文",
        meaning=Phrase("文書", "of a document"),
        documentation="of a document",
    ),
    FilterSpec(
        name="kind",
        japanese=("種類", "種別"),
        normalise=choice(KIND_NAMES),
        hint=_CHOOSE.of(known=choices(KIND_NAMES)),
        section_test=section_tests.of_kind,
        candidates=offered_values.always(SectionKind),
        value_names=lambda facts: KIND_NAMES,
        example="kind:measure",
        japanese_example="種類:施策",
        meaning=Phrase("見出しの種類", "of a kind"),
        documentation=f"of a kind: {', '.join(SectionKind)}",
    ),
    FilterSpec(
        name="chapter",
        japanese=("章",),
        normalise=chapter,
        hint=Phrase(
            "章の番号を書いてください。例：章:3、章:III", "name a chapter, e.g. chapter:III"
        ),
        section_test=section_tests.of_chapter,
        candidates=offered_values.chapters,
        example="chapter:II",
        japanese_example="章:第二章",
        meaning=Phrase("施策の章", "measures of a chapter"),
        documentation="that are measures of a chapter, by its number",
    ),
    FilterSpec(
        name="kpi",
        japanese=("指標",),
        normalise=kpi_value,
        hint=Phrase(
            f"{choices(STATUS_NAMES).ja}から選んでください。進捗か効果だけなら 指標:効果=未設定",
            f"choose from {choices(STATUS_NAMES).en}; of one kind alone kpi:outcome=unset",
        ),
        section_test=section_tests.with_kpi,
        candidates=offered_values.always(STATUS_NAMES),
        narrower=offered_values.kpis_of_one_kind,
        value_names=offered_values.kpi_names,
        example="kpi:unset",
        japanese_example="指標:未設定",
        meaning=Phrase("KPIの状態", "with a KPI of a status"),
        documentation=f"with a KPI of a status: {', '.join(KpiStatus)}; of one kind of KPI alone "
        "`kpi:outcome=unset`, `kpi:progress=unset`",
    ),
    FilterSpec(
        name="starts",
        japanese=("開始", "始期"),
        normalise=_start,
        hint=Phrase(
            "例：開始:2025、開始:2025年度、開始:<=2025-03",
            "e.g. starts:2025, starts:FY2025, starts:<=2025-03",
        ),
        section_test=date_tests.sections_starting,
        target_test=date_tests.itself_starting,
        candidates=offered_values.start_years,
        left_out=date_tests.open_from_the_first,
        explain=start_explained,
        example="starts:2025",
        japanese_example="開始:令和七年度",
        meaning=Phrase("その時期に始まる目標", "with a target that begins then"),
        documentation="with a target whose time begins then (“from 2025 on” has no end: `due:` "
        "finds it by a lower bound alone, `due:>=2025`); dates as of `due:`",
    ),
    FilterSpec(
        name="due",
        japanese=("期限", "期日"),
        normalise=_due,
        hint=Phrase(
            "例：期限:2025、期限:2025年度、due:<=2025-03、due:2024..2026",
            "e.g. due:2025, due:<=2025-03, due:2024..2026",
        ),
        section_test=date_tests.sections_due,
        target_test=date_tests.itself_due,
        candidates=offered_values.years,
        left_out=date_tests.open_ended,
        explain=due_explained,
        example="due:2025",
        japanese_example="期限:令和元年",
        meaning=Phrase("期限のある目標", "with a target due then"),
        documentation="with a target due in the year 2025, or in what is printed as fiscal year "
        "2025; `due:FY2025` (or `2025年度`) from April 2025 to March 2026; also `R7`, `2025-03`, "
        "`<=2025-03`, `2024..2026`",
    ),
    FilterSpec(
        name="has",
        japanese=("含む",),
        normalise=choice(TRAIT_NAMES),
        hint=_CHOOSE.of(known=choices(TRAIT_NAMES)),
        section_test=section_tests.having,
        candidates=offered_values.always(SectionTrait),
        value_names=lambda facts: TRAIT_NAMES,
        example="has:table",
        japanese_example="含む:脚注",
        meaning=Phrase(
            "脚注、表、KPI、期限又は本文のあるもの",
            "that have a footnote, table, KPI, target or text",
        ),
        documentation=f"that have one: {', '.join(SectionTrait)}",
    ),
    FilterSpec(
        name="tag",
        japanese=("タグ",),
        normalise=note_tests.tag,
        hint=Phrase(
            "自分のタグを書いてください。例：タグ:要確認。一覧は`plan-tui notes`",
            "name a tag of your notes; `plan-tui notes` lists them",
        ),
        section_test=note_tests.sections_with_tag,
        candidates=note_tests.tags,
        example="tag:todo",
        japanese_example="タグ:要確認",
        meaning=Phrase("自分のメモにそのタグのあるもの", "with a note of yours that has a tag"),
        documentation="with a note of yours that has a tag",
    ),
    FilterSpec(
        name="note",
        japanese=("メモ",),
        normalise=_as_typed,
        hint=Phrase(
            "自分のメモの語を書いてください。例：メモ:予算",
            "write a word of your notes, e.g. note:budget",
        ),
        section_test=note_tests.sections_with_note,
        candidates=note_tests.words,
        example="note:budget",
        japanese_example="メモ:予算",
        meaning=Phrase("自分のメモにその語のあるもの", "with a note of yours that holds a word"),
        documentation="with a note of yours that holds a word, in any spelling",
    ),
    FilterSpec(
        name="extent",
        japanese=("範囲",),
        normalise=choice(EXTENT_NAMES),
        hint=_CHOOSE.of(known=choices(EXTENT_NAMES)),
        section_test=link_tests.of_extent,
        change_test=link_tests.changes_of_extent,
        candidates=offered_values.always(Extent),
        value_names=lambda facts: EXTENT_NAMES,
        example="extent:part",
        japanese_example="範囲:一部",
        meaning=Phrase(
            "他の版との対応の範囲（全体・一部・言及）",
            "linked with another edition whole, in part, or as a mention",
        ),
        documentation="that are linked with another edition whole, in part, or as a mention: "
        f"{', '.join(Extent)}; sections by their asserted links, `changes` rows by either end",
    ),
    FilterSpec(
        name="relation",
        japanese=("関係",),
        normalise=choice(RELATION_NAMES),
        hint=_CHOOSE.of(known=choices(RELATION_NAMES)),
        section_test=link_tests.of_relation,
        change_test=link_tests.changes_of_relation,
        candidates=offered_values.always(ChangeKind),
        value_names=lambda facts: RELATION_NAMES,
        example="relation:renamed",
        japanese_example="関係:改題",
        meaning=Phrase("他の版との関係", "with this relation to another edition"),
        documentation="with this relation to an edition that is compared, asserted or suggested: "
        f"{', '.join(RELATION_NAMES)}; of `changes` the rows, as `--only` does",
    ),
    FilterSpec(
        name="later",
        japanese=("後の版",),
        normalise=link_tests.later_group,
        hint=Phrase(
            f"{choices(GROUP_NAMES).ja}から選んでください。版を付けるなら 後の版:2025=記載なし",
            f"choose from {choices(GROUP_NAMES).en}; with an edition later:2025=dropped",
        ),
        section_test=link_tests.saying_later,
        candidates=offered_values.always(GROUP_NAMES),
        narrower=offered_values.newest_says,
        value_names=offered_values.later_names,
        example="later:dropped",
        japanese_example="後の版:記載なし",
        meaning=Phrase("後の版でどうなったか", "by what became of it in a later edition"),
        documentation="by what became of it in a later edition that is compared: "
        f"{', '.join(GROUP_NAMES)}; of one edition `later:2025=dropped`",
    ),
    FilterSpec(
        name="shared",
        japanese=("共通",),
        normalise=link_tests.share,
        hint=Phrase(
            "0から100までの割合（％）。例：共通:>=20、共通:20以上、共通:5..30",
            "per cent, 0 to 100, e.g. shared:>=20, shared:<5, shared:5..30",
        ),
        section_test=link_tests.sharing,
        change_test=link_tests.changes_sharing,
        candidates=offered_values.always((">=50", ">=20", "<=5")),
        example="shared:>=20",
        japanese_example="共通:>=20",
        meaning=Phrase(
            "対応箇所と共通する文字の割合（％）", "that share so much per cent with a counterpart"
        ),
        documentation="that share so much per cent of the characters with a counterpart; also "
        "`20以上`, `<5`, `5..30`",
    ),
    FilterSpec(
        name="under",
        japanese=("配下",),
        normalise=_as_typed,
        hint=Phrase(
            "見出しのキーを書いてください。キーは`plan-tui tree`で調べられます",
            "name a section's key; `plan-tui tree` prints keys",
        ),
        section_test=section_tests.inside,
        candidates=offered_values.headings,
        example="under:2021:2.1",
        japanese_example="配下:2021:2.1",
        meaning=Phrase("見出しとその下位", "below a section, and it itself"),
        documentation="below a section, named by its key as `tree` prints it, and the section "
        "itself",
    ),
)
"""All filters, in the order in which help and completion show them."""

_BY_NAME = {name: spec for spec in FILTERS for name in (spec.name, *spec.japanese)}
