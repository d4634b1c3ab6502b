"""Citations to copy: of a section for other programs, and of its footnotes and KPIs."""

from __future__ import annotations

from plan_tui.labels.pdl_citations import part_words, pdl_citation
from plan_tui.model.cited_place import CitedPlace
from plan_tui.model.records import SectionText
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Piece
from plan_tui.tui.screens.menu import Choice, letters

BIBTEX = Phrase("BibTeX", "BibTeX")
OF_FOOTNOTES = Phrase("脚注の引用（{count}件）", "Citation of a footnote ({count})")
OF_KPIS = Phrase("KPIの引用（{count}件）", "Citation of a KPI ({count})")
OF_BOTH = Phrase("脚注・KPIの引用（{count}件）", "Citation of a footnote or KPI ({count})")
PARTS = "\0parts"
"""What the choice answers that leads to the citations of parts: no text to copy."""


def bibtex_of(text: SectionText, day: str, language: Language) -> str:
    """Return the entry of a section for BibTeX, used on ``day`` (ISO)."""
    from plan_tui.labels.bibliography import bibtex

    return bibtex(CitedPlace(text, day), language)


def parts_name(text: SectionText, language: Language) -> str:
    """Return what the citations of a section's parts are called; empty where it has none."""
    count = len(text.footnotes) + len(text.kpis)
    if not count:
        return ""
    phrase = (OF_BOTH if text.kpis else OF_FOOTNOTES) if text.footnotes else OF_KPIS
    return phrase.say(language, count=count)


def part_choices(text: SectionText, day: str, language: Language) -> list[Choice]:
    """Return the citation of each footnote and KPI of a section, with how its text begins."""
    places = [CitedPlace(text, day, footnote=note) for note in text.footnotes]
    places += [CitedPlace(text, day, kpi=kpi) for kpi in text.kpis]
    return [
        Choice(key, _pieces(place, language), pdl_citation(place, language))
        for key, place in zip(letters(len(places)), places, strict=True)
    ]


def _pieces(place: CitedPlace, language: Language) -> tuple[Piece, ...]:
    owner = place.footnote or place.kpi
    assert owner is not None
    name = part_words(place, language)
    words = " ".join(owner.text.split())
    return Piece(f"{name}  ", "strong"), Piece(words, "muted")
