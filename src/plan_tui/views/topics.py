"""The topics of the crosswalk as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.export.json_lists import Record
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import code, inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.model import headings
from plan_tui.model.crosswalk import Topic
from plan_tui.model.records import Attribution
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

COLUMNS = ("id", "title", "title_en", "editions", "keys", "note")
TOPICS = Phrase("事項", "Topics")
_HEAD = (
    Phrase("事項", "Topic"),
    Phrase("版", "Editions"),
    Phrase("箇所", "Sections"),
)


def records(topics: Sequence[Topic]) -> list[Record]:
    """Return one record a topic, with its sections' keys."""
    return [
        {
            "id": topic.id,
            "title": topic.title,
            "title_en": topic.title_en,
            "editions": _editions(topic),
            "keys": [section.key for section in topic.sections],
            "note": topic.note,
        }
        for topic in topics
    ]


def _editions(topic: Topic) -> list[str]:
    return list(dict.fromkeys(section.edition_id for section in topic.sections))


def text(topics: Sequence[Topic], language: Language, paint: Paint = no_paint) -> str:
    """Return one line a topic: its id, its title and the editions that hold it."""
    size = max((width(topic.id) for topic in topics), default=0) + 2
    lines = [
        f"{paint('key', pad(topic.id, size))}{headings.title(topic, language)}  "
        f"{paint('dim', ' '.join(_editions(topic)))}"
        for topic in topics
    ]
    return "\n".join(lines) + "\n"


def markdown(
    topics: Sequence[Topic], attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return the topics as a table with the keys of their sections."""
    sheet = Sheet(language)
    sheet.heading(1, TOPICS.say(language))
    rows = [
        [
            inline(headings.title(topic, language)),
            inline("、".join(_editions(topic))),
            " ".join(code(section.key) for section in topic.sections),
        ]
        for topic in topics
    ]
    sheet.add(table([phrase.say(language) for phrase in _HEAD], rows))
    return sheet.finish(attribution, command)
