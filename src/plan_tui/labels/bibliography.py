"""Citations for programs that make bibliographies: BibTeX (as biber reads it) and CSL-JSON."""

from __future__ import annotations

import re

from plan_tui.labels.pdl_citations import licence_words, part_words, place_words
from plan_tui.model.cited_place import CitedPlace
from plan_tui.text.language import Language

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
"""Signs that TeX would obey. BibTeX and biber count braces behind a backslash as well, so a printed
one has a name instead."""
_IN_URL = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "{}\\ "})
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9:.\-]+")


def bibtex(place: CitedPlace, language: Language) -> str:
    """Return an entry of BibTeX: the section in its document, with the days of both uses."""
    document = place.text.document
    fields = {
        "author": f"{{{_tex(document.publisher)}}}" if document.publisher else "",
        "title": f"{{{_tex(_title(place, language))}}}",
        "howpublished": _tex(f"{document.title}, {place.text.section.citation}"),
        "date": document.dated,
        "url": document.url.translate(_IN_URL),
        "urldate": place.day if document.url else "",
        "note": _tex(_note(place, language)),
        "langid": "japanese",
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{_name(place)},\n" + ",\n".join(lines) + "\n}\n"


def csl_item(place: CitedPlace, language: Language) -> dict[str, object]:
    """Return an item of CSL-JSON: the section as a chapter of its document."""
    document = place.text.document
    item: dict[str, object] = {
        "id": _name(place),
        "type": "chapter",
        "title": _title(place, language),
        "container-title": _line(document.title),
        "author": [{"literal": document.publisher}] if document.publisher else None,
        "publisher": document.publisher,
        "issued": {"date-parts": [_parts(document.dated)]},
        "accessed": {"date-parts": [_parts(place.day)]},
        "URL": document.url,
        "section": place.text.section.citation,
        "language": "ja",
        "note": _note(place, language),
    }
    return {name: value for name, value in item.items() if value}


def _name(place: CitedPlace) -> str:
    """Return a place's key as both formats allow an entry to be called."""
    return _NOT_IN_NAMES.sub("-", place.key)


def _title(place: CitedPlace, language: Language) -> str:
    """Return the heading, with the footnote or KPI that is meant."""
    part = part_words(place, language)
    return _line(place.text.section.heading) + (f" ({part})" if part else "")


def _note(place: CitedPlace, language: Language) -> str:
    """Return the place in the document and its licence."""
    words = (*place_words(place, language), licence_words(place.text.document, language))
    return "; ".join(word for word in words if word)


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _tex(words: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in _line(words))


def _line(words: str) -> str:
    return " ".join(words.split("\n"))
