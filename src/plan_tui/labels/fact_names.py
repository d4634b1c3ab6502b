"""Dates, numbers, organisations and systems that texts name, and what became of them."""

from __future__ import annotations

from plan_tui.labels.date_units import DATE_UNITS
from plan_tui.labels.not_held import NOT_HELD
from plan_tui.labels.punctuation import in_brackets, listed
from plan_tui.model.comparison_enums import (
    FactChange,
    FactGroup,
)
from plan_tui.text.calendar import names_year
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import Fact, FactRow
    from plan_tui.model.records import Edition
    from plan_tui.text.language import Language

FACT_GROUPS: dict[FactGroup, Phrase] = {
    FactGroup.DEADLINE: Phrase("期限", "deadline"),
    FactGroup.NUMBER: Phrase("数値", "number"),
    FactGroup.ORGANISATION: Phrase("組織", "organisation"),
    FactGroup.SYSTEM: Phrase("システム", "system"),
    FactGroup.DATE: Phrase("その他の日付", "other date"),
}
ABSENT_FACT = Phrase("対応箇所の{absence}", "{absence} of its counterparts").of(absence=NOT_HELD)
"""Said of a fact of the base section: elsewhere the edition may name it."""
_NOT_IN_BASE = Phrase("比較した箇所の{absence}", "{absence} of the passages compared").of(
    absence=NOT_HELD
)
"""Said of a fact of a counterpart: what of the base section is not compared may name it."""
NOT_COMPARED = Phrase("比較の対象外", "not compared")
_KEPT = Phrase("同じ", "kept")
_CHANGED = Phrase("変更", "changed")
FACT_COUNTS: dict[FactChange, Phrase] = {
    FactChange.KEPT: _KEPT,
    FactChange.CHANGED: _CHANGED,
    FactChange.ADDED: Phrase("追加", "added"),
    FactChange.GONE: Phrase("記載なし", "not there"),
    FactChange.NOT_COMPARED: NOT_COMPARED,
}
"""What became of facts, where they are counted."""
_QUIET_DATES = Phrase("その他の日付（{edition}）", "other dates ({edition})")
_WITHOUT_SENTENCE = Phrase(
    "似た文がないため比較していない記載（{edition}）",
    "not compared: no similar sentence ({edition})",
)
_ONLY_DEADLINE = {
    True: Phrase("期限とするのは前の版だけ", "a deadline in the earlier text alone"),
    False: Phrase("期限とするのは後の版だけ", "a deadline in the later text alone"),
}
"""Said of a date that both texts name: whether the earlier one gives it as a deadline."""
_MAY_BE_ANOTHER = Phrase("別の事項の可能性", "may be of another matter")
_LISTED = Phrase("{what}：{facts}", "{what}: {facts}")


def fact_words(row: FactRow) -> Phrase:
    """Say what became of a fact, or which side does not name it."""
    if row.op is FactChange.NOT_COMPARED:
        return NOT_COMPARED
    if row.right is None:
        return ABSENT_FACT
    if row.left is None:
        return _NOT_IN_BASE
    return _KEPT if row.op is FactChange.KEPT else _CHANGED


def grain_words(row: FactRow, language: Language, *, turned: bool) -> str:
    """Say in which units both sides print a date, the earlier first; empty where in the same.

    ``turned`` tells that the base, at the left, is the later text.
    """
    if not row.grains:
        return ""
    left, right = (DATE_UNITS[basis].say(language) for basis in row.grains)
    return f"{right}›{left}" if turned else f"{left}›{right}"


def unlike_words(row: FactRow, language: Language) -> str:
    """Say of a value that both sides name in unlike sentences that these may be of two matters."""
    return "" if row.alike else _MAY_BE_ANOTHER.say(language)


def kept_words(row: FactRow, language: Language, *, turned: bool) -> str:
    """Say in what a value that both sides name is not quite the same: units, matter, being due.

    ``turned`` tells that the base, at the left, is the later text.
    """
    remarks = [grain_words(row, language, turned=turned), unlike_words(row, language)]
    if row.only_deadline:
        remarks.append(_ONLY_DEADLINE[(row.only_deadline is row.left) is not turned].say(language))
    return listed([remark for remark in remarks if remark], language)


def quiet_fact_lines(
    rows: Sequence[FactRow], base: Edition, other: Edition, language: Language
) -> list[str]:
    """List what only one side names and nothing is made of, by side."""
    lines = []
    for what, of_group in ((_QUIET_DATES, True), (_WITHOUT_SENTENCE, False)):
        quiet = [row for row in rows if row.quiet and (row.group is FactGroup.DATE) is of_group]
        for edition, facts in (
            (base, [row.left for row in quiet if row.left]),
            (other, [row.right for row in quiet if row.right]),
        ):
            if facts:
                printed = listed((one_line(dated(fact, language)) for fact in facts), language)
                about = what.say(language, edition=edition.name(language))
                lines.append(_LISTED.say(language, what=about, facts=printed))
    return lines


def dated(fact: Fact, language: Language) -> str:
    """Return a fact as printed, a date whose year is not printed with its days."""
    if (fact.start is None and fact.end is None) or names_year(fact.text):
        return fact.text
    from plan_tui.text.day_names import interval

    return f"{fact.text}{in_brackets(interval(fact.start, fact.end), language)}"


def one_line(text: str) -> str:
    """Return a fact as printed, without its line breaks."""
    return "".join(text.split("\n"))
