"""What documents and their publishers are called in English, beside their own names."""

from __future__ import annotations

from plan_tui.labels.kind_names import DOCUMENT_KINDS
from plan_tui.text.language import Language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Document

_TITLES = {
    "デジタル社会の実現に向けた重点計画": (
        "Priority Policy Program for Realizing a Digital Society"
    ),
    "第33次地方制度調査会": "Hearing of the 33rd Local Government System Research Council",
}
"""Words of a title → what the document is called in English, unofficially."""
_PUBLISHERS = {
    "デジタル庁": "Digital Agency, Japan",
    "内閣官房情報通信技術（IT）総合戦略室（現デジタル庁）": (
        "National Strategy Office of Information and Communications Technology, Cabinet "
        "Secretariat, Japan (now the Digital Agency)"
    ),
}


def document_title(document: Document, language: Language) -> str:
    """Return a document's title, quoted; in English its English name with the title beside."""
    printed = f"『{' '.join(document.title.split())}』"
    english = _english_name(document)
    if language is Language.JA or not english:
        return printed
    return f"{english}, {DOCUMENT_KINDS[document.kind].en} {printed}"


def document_name(document: Document, language: Language) -> str:
    """Return a document's title as printed, in English its English name, to stand by its kind."""
    english = _english_name(document) if language is Language.EN else ""
    return english or document.title


def document_heading(document: Document, language: Language) -> str:
    """Return the same for a place that does not say the kind: in English it stands behind."""
    english = _english_name(document) if language is Language.EN else ""
    return f"{english}, {DOCUMENT_KINDS[document.kind].en}" if english else document.title


def _english_name(document: Document) -> str:
    """Return what a document is called in English; empty where it has no such name."""
    return next((english for words, english in _TITLES.items() if words in document.title), "")


def publisher_name(document: Document, language: Language) -> str:
    """Return who published a document; empty where that is not known."""
    name = document.publisher
    return _PUBLISHERS.get(name, name) if language is Language.EN else name
