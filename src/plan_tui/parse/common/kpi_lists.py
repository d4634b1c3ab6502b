"""The two KPI lists of a measure card, split into indicators."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.model.enums import KpiKind
from plan_tui.parse.common.spacing import without_inserted_blanks
from plan_tui.text.record import record
from plan_tui.text.tokens import CONJUNCTIONS
from plan_tui.text.traced import Traced

_LABEL = re.compile(r"\s*(KPI\s*[（(]\s*(進捗|効果)\s*[）)]\s*[：:])")
_KINDS = {"進捗": KpiKind.PROGRESS, "効果": KpiKind.OUTCOME}
_BULLET = re.compile(r"\s*(・)")
_REMARK = re.compile(r"\s*(?:[（(].*[）)]\s*$|※|[（(]注|[-－−‐–]\s)")
_CONJUNCTION = re.compile(rf"\s*(?:{CONJUNCTIONS}|かつ)\s*$")
_INTRODUCES = re.compile(r"[：:、して]\s*$|(?:^|[、はも])(?:以下|次)の[^、。]*$")
"""The end of a line that announces what follows it, and is no indicator by itself."""


@record
class PrintedKpi:
    """One indicator."""

    text: Traced
    """Clean text; line breaks stand between its paragraphs."""
    bullet: Traced
    """The bullet before it; empty if none."""


def kpi_label(text: Traced) -> tuple[KpiKind, Traced, Traced] | None:
    """Split off the printed label of a KPI list; None if ``text`` has none.

    Returns:
        The kind of the list, the label without blanks, and the text after it.

    """
    match = _LABEL.match(text.text)
    if not match:
        return None
    label = text[match.start(1) : match.end(1)].without_spaces()
    return _KINDS[match.group(2)], label, text[match.end(1) :]


def split_kpis(paragraphs: Sequence[Traced]) -> list[PrintedKpi]:
    """Split one list, given as its printed paragraphs, into its indicators.

    In a list with bullets each bullet begins an indicator, and a paragraph without one continues
    it. Else each paragraph is an indicator; but remarks (in brackets, ※), dashed paragraphs,
    conjunctions alone on a line, and all that an introducing line announces belong to the one
    before.
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
    return [_kpi(group) for group in groups]


def _begins(text: str, group: Sequence[Traced], bulleted: bool) -> bool:
    """Return whether a paragraph begins an indicator; ``group`` are those of the one before."""
    if bulleted:
        return bool(_BULLET.match(text))
    continues = _REMARK.match(text) or _CONJUNCTION.match(text)
    return not continues and not _INTRODUCES.search(group[0].text)


def _kpi(group: Sequence[Traced]) -> PrintedKpi:
    first = group[0]
    match = _BULLET.match(first.text)
    bullet = first[match.start(1) : match.end(1)] if match else Traced()
    rest = first[match.end(1) :] if match else first
    return PrintedKpi(
        Traced.join(
            [without_inserted_blanks(part, keep_japanese=True) for part in (rest, *group[1:])], "\n"
        ),
        bullet,
    )
