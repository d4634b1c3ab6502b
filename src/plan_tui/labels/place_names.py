"""Where a section stands in its edition, in the few words of a list or a title bar."""

from __future__ import annotations

import unicodedata

from plan_tui.model.headings import english_label
from plan_tui.text.characters import CIRCLED_NUMBERS
from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Section

_STEP = " › "
_PREFACE = Phrase("前文", "Preface")
_KEPT = {ord(sign): 0xE000 + number for number, sign in enumerate(CIRCLED_NUMBERS)}
_KEPT_BACK = {changed: sign for sign, changed in _KEPT.items()}
"""Circled numbers, which are the plan's own and not of another width."""


def cited(section: Section, language: Language) -> str:
    """Return the citation; in English the edition's id and the steps to the place.

    What names the document within its edition stands in brackets in both: in English its id, which
    the filter ``document:`` takes.
    """
    if language is Language.JA:
        return section.citation
    source, _, _ = section.citation.partition(" ")
    named = f" ({section.document_id})" if "（" in source else ""
    return f"{section.edition_id}{named}{_STEP}{place(section, language)}"


def place(section: Section, language: Language) -> str:
    """Return a section's place in its edition: ``第1 4(1)③ア``, in English ``1 › 4(1)③ア``.

    A section without a label is named by its title, in English by the unofficial one if it has one.
    """
    _, _, within = section.citation.partition(" ")
    if language is Language.JA:
        return _half_width(within) or "-"
    before, quoted, _ = within.partition(f"「{section.title}」")
    steps = [_PREFACE.en if step == _PREFACE.ja else english_label(step) for step in before.split()]
    where = _half_width(_STEP.join(steps))
    title = section.title_en or section.title
    return f"{where}“{title}”" if quoted else where or "-"


def _half_width(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_KEPT)).translate(_KEPT_BACK)
