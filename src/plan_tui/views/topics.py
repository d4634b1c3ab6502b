"""The topics of the crosswalk: all, or those of an edition, new or dropped there."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.labels.punctuation import listed
from plan_tui.model import headings
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.view import View, limit_words, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison_enums import TopicGroup
    from plan_tui.model.crosswalk import Topic
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint, Record

TOPICS = Phrase("事項", "Topics")
_HEAD = (
    Phrase("事項", "Topic"),
    Phrase("版", "Editions"),
    Phrase("箇所", "Sections"),
)
_WHICH = Phrase(
    "topics {kind}には版の指定が必要です。あるもの：{known}",
    "topics {kind} needs an edition: {known}",
)
_NOT_COVERED = Phrase(
    "版{name}はtopics {kind}の対象外です。対象の版：{known}",
    "topics {kind} does not cover edition {name}, only {known}",
)
_NO_TOPIC = Phrase("該当する事項なし", "no such topic")


@record
class TopicsView(View):
    """Topics with their sections."""

    topics: Sequence[Topic]
    group: TopicGroup | None = None
    """Which topics of ``edition`` these are; None for all topics."""
    edition: str = ""
    limit: int | None = None

    columns = ("id", "title", "title_en", "editions", "keys", "note")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        of_edition = (str(self.group), self.edition) if self.group else ()
        return ("topics", *of_edition, *limit_words(self.limit))

    @property
    def nothing(self) -> str:
        """What to say where there is no such topic."""
        return "" if self.topics else _NO_TOPIC.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a topic, with its sections' keys."""
        return [
            {
                "id": topic.id,
                "title": topic.title,
                "title_en": topic.title_en,
                "editions": _editions(topic),
                "keys": [section.key for section in topic.sections],
                "note": topic.note,
                "note_en": topic.note_en,
                "mentions": [section.key for section in topic.mentions],
            }
            for topic in self.topics
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return one line a topic: its id, its title and the editions that hold it."""
        size = max((width(topic.id) for topic in self.topics), default=0) + 2
        lines = [
            f"{paint('key', pad(topic.id, size))}{headings.title(topic, self.language)}  "
            f"{paint('dim', ' '.join(_editions(topic)))}"
            for topic in self.topics
        ]
        return "\n".join(lines) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the topics as a table with the keys of their sections."""
        from plan_tui.model.rich_document import Markup, joined, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, TOPICS.say(self.language))
        rows: list[list[Content | str]] = [
            [
                headings.title(topic, self.language),
                listed(_editions(topic), self.language),
                joined((run(section.key, Markup.CODE) for section in topic.sections), run(" ")),
            ]
            for topic in self.topics
        ]
        builder.table([phrase.say(self.language) for phrase in _HEAD], rows)
        return builder.finish(attribution, self.command)


def topics_view(
    plan: Plan,
    language: Language,
    group: TopicGroup | None = None,
    edition: str | None = None,
    limit: int | None = None,
) -> TopicsView:
    """Return the topics of the crosswalk: all, or a group of those of an edition.

    Raises:
        UsageError: a group is asked for, and the edition is missing, not one of those compared,
            or, for the topics that its text speaks of, not one that was looked through.

    """
    from plan_tui.compare.sections.topic_groups import compared_editions, topics_of
    from plan_tui.model.comparison_enums import TopicGroup
    from plan_tui.store.crosswalk_queries import topics
    from plan_tui.store.edition_lookup import edition_named, judged_editions

    every = topics(plan)
    if group is None:
        return TopicsView(language, every[:limit], limit=limit)
    compared = known = compared_editions(plan)
    if group is TopicGroup.IN_:
        judged = judged_editions(plan)
        known = tuple(each.id for each in plan.editions() if each.id in judged)
    if edition is None:
        raise UsageError(_WHICH.of(kind=group, known=", ".join(known)))
    if edition_named(plan, edition).id not in known:
        words = _NOT_COVERED.of(kind=group, name=edition, known=", ".join(known))
        raise UsageError(words)
    shown = topics_of(every, compared, group, edition)[:limit]
    return TopicsView(language, shown, group, edition, limit)


def _editions(topic: Topic) -> list[str]:
    return list(dict.fromkeys(section.edition_id for section in topic.sections))
