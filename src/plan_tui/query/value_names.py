"""Values of filters by their Japanese names.

Of several names the first is shown, and is what `plan_tui.labels` calls the same thing, which a
test holds; people type the others too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind, Extent
from plan_tui.model.enums import (
    DocumentKind,
    KpiKind,
    KpiStatus,
    SectionKind,
    SectionTrait,
)
from plan_tui.query.day_values import read_date
from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Phrase
from plan_tui.text.numerals import kanji_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ValueNames = Mapping[str, tuple[str, ...]]
"""A value → its Japanese names, the one that is shown first."""

KIND_NAMES: ValueNames = {
    SectionKind.PREFACE: ("前文", "前書き", "まえがき"),
    SectionKind.PART: ("部",),
    SectionKind.CHAPTER: ("章",),
    SectionKind.SECTION: ("節",),
    SectionKind.ITEM: ("項目", "項"),
    SectionKind.SLIDE: ("スライド",),
    SectionKind.MEASURE: ("施策", "個票", "施策個票"),
}
STATUS_NAMES: ValueNames = {
    KpiStatus.UNSET: ("未設定", "設定なし", "未定"),
    KpiStatus.QUANTITATIVE: ("定量", "定量的", "数値", "数値目標"),
    KpiStatus.MILESTONE: ("マイルストーン", "節目", "期日"),
    KpiStatus.QUALITATIVE: ("定性", "定性的"),
}
KPI_KIND_NAMES: ValueNames = {
    KpiKind.PROGRESS: ("進捗", "KPI（進捗）"),
    KpiKind.OUTCOME: ("効果", "KPI（効果）"),
}
TRAIT_NAMES: ValueNames = {
    SectionTrait.FOOTNOTE: ("脚注", "注"),
    SectionTrait.TABLE: ("表",),
    SectionTrait.KPI: ("KPI", "指標"),
    SectionTrait.TARGET: ("期限", "期日", "目標", "期限のある目標"),
    SectionTrait.TEXT: ("本文", "文"),
}
EXTENT_NAMES: ValueNames = {
    Extent.WHOLE: ("全体",),
    Extent.PART: ("一部",),
    Extent.MENTION: ("言及",),
}
GROUP_NAMES: ValueNames = {
    ChangeGroup.CONTINUED: ("継続",),
    ChangeGroup.RENAMED: ("改題",),
    ChangeGroup.MERGED: ("統合",),
    ChangeGroup.SPLIT: ("分割",),
    ChangeGroup.PART: ("一部が対応", "一部"),
    ChangeGroup.MENTION: ("言及のみ", "言及"),
    ChangeGroup.BELOW: ("下位で継続", "下位"),
    ChangeGroup.DROPPED: ("記載なし", "収録テキストに記載なし"),
    ChangeGroup.SUGGESTED: ("候補", "候補（未確認）"),
    ChangeGroup.UNKNOWN: ("未判定",),
}
"""What a later edition says of a section of an earlier one."""
RELATION_NAMES: ValueNames = {
    **{
        ChangeKind(group): GROUP_NAMES[group]
        for group in (
            *(ChangeGroup.CONTINUED, ChangeGroup.RENAMED, ChangeGroup.MERGED, ChangeGroup.SPLIT),
            *(ChangeGroup.PART, ChangeGroup.MENTION, ChangeGroup.BELOW),
        )
    },
    ChangeKind.NEW: ("前版になし", "前の版に記載なし", "最初"),
    ChangeKind.DROPPED: GROUP_NAMES[ChangeGroup.DROPPED],
    ChangeKind.UNKNOWN: GROUP_NAMES[ChangeGroup.UNKNOWN],
}
"""What became of a section in another edition, whoever says so."""
DOCUMENT_KIND_NAMES: dict[DocumentKind, str] = {
    DocumentKind.FULL_TEXT: "本文",
    DocumentKind.OVERVIEW: "概要",
    DocumentKind.SUMMARY: "要約図",
    DocumentKind.DECK: "説明資料",
}
CHAPTERS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def choice(names: ValueNames) -> Callable[[str], str | None]:
    """Return what reads a value by its word or a Japanese name, in any spelling."""

    @cache
    def known() -> dict[str, str]:
        return {
            fold_spelling(form): str(value)
            for value, others in names.items()
            for form in (value, *others)
        }

    return lambda typed: known().get(fold_spelling(typed))


def kpi_value(typed: str) -> str | None:
    """Return a status of a KPI, with the kind of KPI if it is named: ``効果=未設定``."""
    kind, sign, status = typed.rpartition("=")
    named = choice(STATUS_NAMES)(status.strip())
    if not sign or named is None:
        return named
    of_kind = choice(KPI_KIND_NAMES)(kind.strip())
    return f"{of_kind}={named}" if of_kind else None


def choices(names: ValueNames) -> Phrase:
    """Return the values as a list, in Japanese by both names."""
    japanese = "、".join(f"{value}（{others[0]}）" for value, others in names.items())
    return Phrase(japanese, ", ".join(names))


def edition(typed: str) -> str | None:
    """Return an edition's id or its month: ``2025年版`` and ``令和七年`` are ``2025``.

    A word with a digit that is no date may be an id too.
    """
    match = re.fullmatch(r"(\d{4}(?:-\d{2}){0,2})年?版?", typed)
    if match:
        return match[1]
    try:
        date = read_date(typed.removesuffix("版"))
    except ValueError:
        return None
    if date is None and re.search(r"\d", typed) and re.fullmatch(r"[0-9A-Za-z-]+", typed):
        return typed
    if date is None or date.first[:4] != date.last[:4]:
        return None
    year, month = date.first[:4], date.first[:7]
    if date.last[:7] == month:
        return month
    return year


def chapter(typed: str) -> str | None:
    """Return a chapter's Roman number: ``3``, ``iii``, ``三`` and ``第三章`` are ``III``."""
    number = re.fullmatch("第?(.+?)章?", typed)
    if number is None:
        return None
    if number[1].upper() in CHAPTERS:
        return number[1].upper()
    try:
        place = int(number[1]) if number[1].isdecimal() else kanji_number(number[1])
    except ValueError:
        return None
    return CHAPTERS[place - 1] if 1 <= place <= len(CHAPTERS) else None
