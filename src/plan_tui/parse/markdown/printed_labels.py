"""The label that a heading begins with, and what kind of section it names.

Markdown says by its own signs what is a heading and how deep it is; so a label need not follow
any numbering here.
"""

from __future__ import annotations

import re

from plan_tui.model.enums import SectionKind
from plan_tui.parse.address import measure_number
from plan_tui.parse.full_text.label_styles import StyledLabel, label_behind, styled_labels

_COLON = re.compile(r"\s*[:：]")
_ARTICLE = re.compile(r"[A-Za-z]\s+[A-Za-z]")
"""A letter before another Latin word is no label: ``A big plan``."""
_PARTS = frozenset(("第", "第-", "I."))
"""The forms of labels that name parts at the top of an outline, and chapters below it."""


def label_end(heading: str) -> int:
    """Return how many characters of a heading are its label, with a colon behind it; 0 if none."""
    label = first_label(heading)
    if not label:
        return 0
    end = label.end
    colon = _COLON.match(heading, end)
    return colon.end() if colon else end


def first_label(heading: str) -> StyledLabel | None:
    """Return the label that a heading begins with; None if it has none."""
    labels = styled_labels(heading)
    return labels[0] if labels and not _ARTICLE.match(heading) else None


def inner_label_start(heading: str) -> int:
    """Return where a second label begins right behind a heading's first; 0 without one."""
    label = first_label(heading)
    inner = label_behind(heading, label) if label else None
    return inner.start if inner else 0


def section_kind(label: str, depth: int) -> SectionKind:
    """Return what a section is, by its label (printed without blanks) and depth."""
    labels = styled_labels(label)
    if measure_number(label):
        return SectionKind.MEASURE
    if not labels or labels[0].style.kind is SectionKind.MEASURE:
        return SectionKind.SECTION
    if depth == 1 and labels[0].style.form in _PARTS:
        return SectionKind.PART
    return labels[0].style.kind
