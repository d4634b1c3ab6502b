"""Which units are a slide's title, and which numbered ones are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.common.numbering import CIRCLED
from plan_tui.parse.slides.slide_text import is_date, is_excerpt, is_phrase, is_sentence
from plan_tui.parse.slides.units import SlideUnit, UnitKind

_TITLE_END = re.compile(r"(?:について|の概要|の全体像|一覧)$")
"""Ends of a slide's title, however short."""
_ASPECT = re.compile(r"(?:進め方|範囲|工程表|スケジュール|ロードマップ|現状|経緯)$")
"""Ends of a slide's title if the phrase is long; of a heading on a slide if it is short."""
BOX_HEADING = re.compile(r"【.*】$")
"""A heading that fills a text box."""

_SHORTEST_TITLE = 14
"""Characters of a title that no ending marks as one. Titles say what a slide shows and are longer
than the headings on it: in the source they have 15 and more, and with 12 the first headings would
be titles."""
_SUBJECT_LENGTH = 8
"""Characters at the beginning of a title that name its subject. 2 to 12 give the same titles; with
15 a heading that repeats the title's subject becomes a title of its own."""


def numbering_style(marker: str) -> str:
    """Return the numbering style of a marker: ``①`` → ``①``, ``3.1`` → ``0.0``."""
    if CIRCLED.fullmatch(marker):
        return "①"
    plain = re.sub(r"[0-9０-９]+", "0", marker)
    return re.sub(r"[IVXⅠ-Ⅻ]+", "I", re.sub(r"[ア-ン]", "ア", plain))


def is_numbered_heading(units: Sequence[SlideUnit], index: int) -> bool:
    """Return whether a numbered unit is a heading.

    Where the next number follows at once the numbers are a list's; a sentence, an item of a grid
    and a slide's last unit are no headings either.
    """
    unit = units[index]
    if unit.kind is not UnitKind.ENUM or unit.listed or is_sentence(unit.text.text):
        return False
    style = numbering_style(unit.marker.text)
    beside = [units[i] for i in (index - 1, index + 1) if 0 <= i < len(units)]
    follows = index + 1 < len(units)
    return follows and not any(
        other.kind is UnitKind.ENUM and numbering_style(other.marker.text) == style
        for other in beside
    )


def is_slide_title(units: Sequence[SlideUnit], index: int, previous_title: str) -> bool:
    """Return whether a unit is a slide's title; ``previous_title`` is that of the slide before.

    A title is a longer phrase on its own above lead text (a sentence, plain or square bullets,
    the source of a quotation), or one that names the aspect under which the slide treats its
    subject (…について, …の概要). A phrase that begins with the words of the previous title is a
    heading on that slide.
    """
    unit = units[index]
    text = unit.text.text
    if not (unit.kind is UnitKind.TEXT and unit.solo and is_phrase(text)):
        return False
    if _TITLE_END.search(text):
        return True
    if len(text) < _SHORTEST_TITLE or is_date(text):
        return False
    if _ASPECT.search(text):
        return True
    same_subject = text[:_SUBJECT_LENGTH] == previous_title[:_SUBJECT_LENGTH]
    return _is_lead_text(units, index + 1) and not same_subject


def _is_lead_text(units: Sequence[SlideUnit], index: int) -> bool:
    """Return whether the unit at ``index`` may be the first below a slide's title."""
    if index >= len(units):
        return False
    unit = units[index]
    text = unit.text.text
    if is_excerpt(text) and not unit.marker:
        return BOX_HEADING.match(text) is not None or _is_lead_text(units, index + 1)
    if unit.kind is UnitKind.BULLET:
        return unit.marker.text in "-○■"
    if unit.kind is UnitKind.NOTE:
        return bool(BOX_HEADING.match(text)) or unit.marker.text == "○"
    return unit.kind is UnitKind.TEXT and is_sentence(text)
