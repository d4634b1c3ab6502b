"""Which units title a slide, and which enumerated ones are heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plan_tui.parse.slides.text import is_date, is_excerpt, is_phrase, is_sentence
from plan_tui.parse.slides.units import SlideUnit, UnitKind

_TITLE_END = re.compile(r"(?:について|の概要|の全体像|一覧)$")
_ASPECT = re.compile(r"(?:進め方|範囲|工程表|スケジュール|ロードマップ|現状|経緯)$")
BOX_HEAD = re.compile(r"【.*】$")
"""A head that fills a box of its own."""

_SHORTEST_TITLE = 14
_SHARED_SUBJECT = 8


def enum_style(marker: str) -> str:
    """Return the numbering style of a marker: ``①`` → ``①``, ``3.1`` → ``0.0``."""
    if "①" <= marker <= "⑳":
        return "①"
    plain = re.sub(r"[0-9０-９]+", "0", marker)
    return re.sub(r"[IVXⅠ-Ⅻ]+", "I", re.sub(r"[ア-ン]", "ア", plain))


def is_numbered_head(units: Sequence[SlideUnit], place: int) -> bool:
    """Return whether an enumerated unit heads what follows it.

    Where the next number follows at once the enumeration is a list; an item that is a sentence
    or comes out of a grid of items is none either.
    """
    unit = units[place]
    if unit.kind is not UnitKind.ENUM or unit.listed or is_sentence(unit.text.text):
        return False
    style = enum_style(unit.marker.text)
    beside = [units[i] for i in (place - 1, place + 1) if 0 <= i < len(units)]
    follows = place + 1 < len(units)
    return follows and not any(
        other.kind is UnitKind.ENUM and enum_style(other.marker.text) == style for other in beside
    )


def is_slide_title(units: Sequence[SlideUnit], place: int, running: str) -> bool:
    """Return whether a unit titles a slide; ``running`` is the title of the slide before it.

    A title is a longer phrase on its own above lead text (a sentence, plain or square bullets,
    what the slide quotes), or one that says under which aspect the slide treats its subject
    (…について, …の概要). A phrase that takes up the running title's subject is a head on it.
    """
    unit = units[place]
    text = unit.text.text
    if not (unit.kind is UnitKind.TEXT and unit.solo and is_phrase(text)):
        return False
    if _TITLE_END.search(text):
        return True
    if len(text) < _SHORTEST_TITLE or is_date(text):
        return False
    if _ASPECT.search(text):
        return True
    return _leads(units, place + 1) and text[:_SHARED_SUBJECT] != running[:_SHARED_SUBJECT]


def _leads(units: Sequence[SlideUnit], place: int) -> bool:
    """Return whether lead text of a slide stands at ``place``."""
    if place >= len(units):
        return False
    unit = units[place]
    text = unit.text.text
    if is_excerpt(text) and not unit.marker:
        return BOX_HEAD.match(text) is not None or _leads(units, place + 1)
    if unit.kind is UnitKind.BULLET:
        return unit.marker.text in "-○■"
    if unit.kind is UnitKind.NOTE:
        return bool(BOX_HEAD.match(text)) or unit.marker.text == "○"
    return unit.kind is UnitKind.TEXT and is_sentence(text)
