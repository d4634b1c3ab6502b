"""Citations in the form that the Public Data License (PDL1.0) asks for.

The first line names the source as the licence's own examples do, with the place in it; the second
says that it was processed, which the licence wants apart.
"""

from __future__ import annotations

from datetime import date

from plan_tui.labels.document_names import document_title, publisher_name
from plan_tui.labels.measure_names import KPI_KINDS
from plan_tui.labels.punctuation import listed
from plan_tui.model import headings
from plan_tui.model.cited_place import CitedPlace
from plan_tui.model.records import Document
from plan_tui.text.language import Language, Phrase

_LICENCE = "PDL1.0"
TERMS = Phrase(
    "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
    "https://www.digital.go.jp/en/resources/open_data/public_data_license_v1.0",
)
"""Where the licence itself is read."""
_SOURCE = Phrase("出典：{parts}（{day}に利用）", "Source: {parts} (used on {day})")
_PROCESSED = Phrase("{document}を加工して作成", "Made by processing {document}")
_QUOTED = Phrase("「{title}」", "“{title}”")
_BRACKETS = Phrase("（{words}）", " ({words})")
_PRINTED = Phrase("{citation}", "in the Japanese document {citation}")
"""The place as the document itself has it, by which an English reader finds it there."""
_KEY = Phrase("キー {key}", "key {key}")
_LINES = Phrase("{file} {first}～{last}行", "lines {first}–{last} of {file}")
_LINE = Phrase("{file} {first}行", "line {first} of {file}")
_FOOTNOTE = Phrase("脚注{number}", "footnote {number}")
_DAY = Phrase("{day.year}年{day.month}月{day.day}日", "{day}")
_BELOW = " > "


def pdl_citation(place: CitedPlace, language: Language) -> str:
    """Return the two lines of a citation: source and place, and that it was processed."""
    document = document_words(place.text.document, language)
    parts = (
        document,
        place.text.edition.name(language),
        *place_words(place, language),
        licence_words(place.text.document, language),
    )
    day = _DAY.say(language, day=date.fromisoformat(place.day))
    named = listed(filter(None, parts), language)
    first = _SOURCE.say(language, parts=named, day=day)
    return f"{first}\n{_PROCESSED.say(language, document=document)}\n"


def document_words(document: Document, language: Language) -> str:
    """Return a document's title, publisher and address, as far as they are known."""
    known = (publisher_name(document, language), document.url)
    title = document_title(document, language)
    if language is Language.JA or title.startswith("『"):
        title = _QUOTED.say(language, title=_line(document.title))
    return title + "".join(_BRACKETS.say(language, words=each) for each in known if each)


def place_words(place: CitedPlace, language: Language) -> tuple[str, ...]:
    """Return the headings down to a place, its citation, its part, its key and its lines."""
    text = place.text
    path = _BELOW.join(_line(headings.step(s, language)) for s in (*text.path, text.section))
    key = _KEY.say(language, key=place.key)
    printed = _PRINTED.say(language, citation=text.section.citation)
    parts = (path, printed, part_words(place, language), key, _lines(place, language))
    return tuple(part for part in parts if part)


def part_words(place: CitedPlace, language: Language) -> str:
    """Return the name of a footnote or KPI; empty for a section."""
    if place.footnote is not None:
        return _FOOTNOTE.say(language, number=place.footnote.number)
    if place.kpi is not None:
        return f"{KPI_KINDS[place.kpi.kind].say(language)} {place.kpi.ordinal}"
    return ""


def licence_words(document: Document, language: Language) -> str:
    """Return the licence with its address; another one's name alone, nothing without any."""
    if _LICENCE not in document.licence:
        return document.licence
    return _LICENCE + _BRACKETS.say(language, words=TERMS.say(language))


def _lines(place: CitedPlace, language: Language) -> str:
    if place.lines is None:
        return ""
    first, last = place.lines
    phrase = _LINE if first == last else _LINES
    return phrase.say(language, file=place.text.document.source_file, first=first, last=last)


def _line(words: str) -> str:
    return " ".join(words.split("\n"))
