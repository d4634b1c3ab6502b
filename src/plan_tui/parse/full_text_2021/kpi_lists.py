"""The two KPI lists of a measure card: which printed lines are one indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan_tui.model.enums import KpiKind
from plan_tui.parse.common.spacing import without_inserted_blanks
from plan_tui.text.traced import Traced

_LABEL = re.compile(r"\s*(KPI\s*[（(]\s*(進捗|効果)\s*[）)]\s*[：:])")
_KINDS = {"進捗": KpiKind.PROGRESS, "効果": KpiKind.OUTCOME}
_BULLET = re.compile(r"\s*(・)")
_REMARK = re.compile(r"\s*(?:[（(].*[）)]\s*$|※|[（(]注|[-－−‐–]\s)")
_CONNECTIVE = re.compile(r"\s*(?:又は|及び|並びに|かつ|または|および)\s*$")
_OPEN = re.compile(r"[：:、して]\s*$|(?:^|[、はも])(?:以下|次)の[^、。]*$")


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One indicator."""

    text: Traced
    """Clean text; printed line groups that belong together are parted by line breaks."""
    bullet: Traced
    """The bullet before it; empty if none."""


def kpi_label(text: Traced) -> tuple[KpiKind, Traced, Traced] | None:
    """Split off a KPI list's printed label: its kind, the label, the rest; None if there is none.

    The label comes without blanks.
    """
    found = _LABEL.match(text.text)
    if not found:
        return None
    label = text[found.start(1) : found.end(1)].without_spaces()
    return _KINDS[found.group(2)], label, text[found.end(1) :]


def kpi_rows(paragraphs: Sequence[Traced]) -> list[KpiRow]:
    """Tell apart the indicators of one list, given as its printed paragraphs.

    Where the list has bullets, each begins an indicator and what stands without one goes on.
    Else each paragraph is one, but remarks (in brackets, ※), dashed parts, lone connectives
    and what an opening line introduces belong to the one before.
    """
    bulleted = any(_BULLET.match(paragraph.text) for paragraph in paragraphs)
    groups: list[list[Traced]] = []
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        if groups and not _begins(paragraph.text, groups[-1], bulleted):
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return [_row(group) for group in groups]


def _begins(text: str, group: Sequence[Traced], bulleted: bool) -> bool:
    if bulleted:
        return bool(_BULLET.match(text))
    belongs = _REMARK.match(text) or _CONNECTIVE.match(text)
    return not belongs and not _OPEN.search(group[0].text)


def _row(group: Sequence[Traced]) -> KpiRow:
    first = group[0]
    found = _BULLET.match(first.text)
    bullet = first[found.start(1) : found.end(1)] if found else Traced()
    rest = first[found.end(1) :] if found else first
    return KpiRow(
        Traced.join(
            [without_inserted_blanks(part, keep_japanese=True) for part in (rest, *group[1:])], "\n"
        ),
        bullet,
    )
