"""The citation of a section, footnote or KPI, in the form that is asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from plan_tui.errors import UsageError
from plan_tui.labels.bibliography import bibtex, csl_item
from plan_tui.labels.pdl_citations import pdl_citation
from plan_tui.model.cited_place import CitedPlace
from plan_tui.model.records import Attribution, SectionText
from plan_tui.model.rich_document import RichDocument
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.vocabulary import StrEnum
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.key_lookup import PLACE_INSIDE, named_key
from plan_tui.views.view import (
    Paint,
    Record,
    View,
    asked_line,
    day_words,
    limit_words,
    no_paint,
)

_NO_PART = Phrase(
    "{key}に{part}はありません。あるもの：{known}", "{key} has no {part}; there are {known}"
)
_NO_PARTS = Phrase("{key}に脚注もKPIもありません", "{key} has neither footnotes nor KPIs")
_TITLE = Phrase("引用", "Citations")


class CiteForm(StrEnum):
    """In which form a place is cited."""

    PDL = "pdl"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


@record
class CiteView(View):
    """Citations of places."""

    places: Sequence[CitedPlace]
    """At least one; the first is the one asked for, the others stand below it."""
    form: CiteForm
    below: bool = False
    as_of: str | None = None
    """The day of use, if it was asked for."""
    limit: int | None = None

    columns = ("id", "title", "container-title", "publisher", "section", "URL", "note")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return self._words(self.as_of)

    @property
    def query(self) -> str:
        """What is asked for, on whichever day."""
        return asked_line(self._words(None))

    def _words(self, day: str | None) -> tuple[str, ...]:
        below = ("--below",) if self.below else ()
        cite = ("--cite", str(self.form), *day_words(day))
        return ("show", self.places[0].key, *below, *cite, *limit_words(self.limit))

    def records(self) -> list[Record]:
        """Return the places as items of CSL-JSON."""
        return [csl_item(place, self.language) for place in self.places]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the citations, one below the other."""
        if self.form is CiteForm.CSL_JSON:
            return json.dumps(self.records(), ensure_ascii=False, indent=1) + "\n"
        written = bibtex if self.form is CiteForm.BIBTEX else pdl_citation
        return "\n".join(written(place, self.language) for place in self.places)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the citations as paragraphs."""
        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        for place in self.places:
            builder.cite_document(place.text.document.id)
            for line in pdl_citation(place, self.language).splitlines():
                builder.paragraph(line)
        day = self.places[0].day
        return builder.finish(attribution, self.command_of(self._words(day)), day)


def cite_view(
    plan: Plan,
    language: Language,
    words: str,
    form: CiteForm,
    day: str,
    *,
    below: bool = False,
    as_of: str | None = None,
    limit: int | None = None,
) -> CiteView:
    """Return the citation of a section, or of a footnote or KPI of it (``KEY#note-12``).

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        words: what names a section (see `named_key`), and behind ``#`` its part, if any.
        form: of the citation.
        day: of use (ISO).
        below: also cite all sections below it.
        as_of: the day of use, if it was asked for.
        limit: places at most.

    Raises:
        UsageError: there is no such section, or it has no such part.

    """
    part = PLACE_INSIDE.fullmatch(words)
    text = plan.section_text(named_key(plan, part["key"] if part else words))
    places = [_part(text, day, part["kind"], part["number"]) if part else CitedPlace(text, day)]
    if below:
        texts = plan.section_texts(plan.below([text.section])[text.section.id])
        places += [CitedPlace(other, day) for other in texts]
    return CiteView(language, places[:limit], form, below, as_of, limit)


def _part(text: SectionText, day: str, kind: str, number: str) -> CitedPlace:
    """Return the footnote or KPI of a section with a kind and a number."""
    parts = [CitedPlace(text, day, footnote=note) for note in text.footnotes]
    parts += [CitedPlace(text, day, kpi=kpi) for kpi in text.kpis]
    names = {place.key.partition("#")[2]: place for place in parts}
    asked, key = f"{kind}-{number}", text.section.key
    if asked not in names:
        known = ", ".join(names)
        words = _NO_PART.of(key=key, part=asked, known=known) if known else _NO_PARTS.of(key=key)
        raise UsageError(words)
    return names[asked]
