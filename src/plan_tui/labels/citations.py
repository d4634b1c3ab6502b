"""A document as one line that can stand in a paper."""

from __future__ import annotations

import unicodedata
from datetime import date

from plan_tui.labels.document_names import document_title, publisher_name
from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Document

_DAY = Phrase("（{day.year}年{day.month}月{day.day}日）", " ({day})")


def source(document: Document, language: Language) -> str:
    """Return a document's title and day, its publisher and address.

    The day is left out in Japanese where the title tells it.
    """
    day = date.fromisoformat(document.dated)
    told = language is Language.JA and _tells(document.title, day)
    title = document_title(document, language) + ("" if told else _DAY.say(language, day=day))
    parts = (title, publisher_name(document, language), document.url)
    return listed(filter(None, parts), language)


def _tells(title: str, day: date) -> bool:
    return f"{day.year}年{day.month}月{day.day}日" in unicodedata.normalize("NFKC", title)
