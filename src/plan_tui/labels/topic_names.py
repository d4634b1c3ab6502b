"""The topics that an edition's text speaks of, that are new in it, or dropped by it."""

from __future__ import annotations

from plan_tui.model.comparison_enums import TopicGroup
from plan_tui.text.language import Phrase

TOPIC_GROUPS: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase("記述のある事項", "topics spoken of"),
    TopicGroup.NEW: Phrase("新しい事項", "topics that are new"),
    TopicGroup.DROPPED: Phrase("記述のない事項", "topics dropped"),
}
TOPIC_GROUPS_SHORT: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase("記述あり", "spoken of"),
    TopicGroup.NEW: Phrase("新規", "new"),
    TopicGroup.DROPPED: Phrase("記載なし", "dropped"),
}
"""As they are counted behind an edition's name."""
TOPIC_TITLES: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase(
        "{edition}に記述のある事項 {count}", "Topics that the {edition} holds: {count}"
    ),
    TopicGroup.NEW: Phrase("{edition}で新しい事項 {count}", "Topics new in the {edition}: {count}"),
    TopicGroup.DROPPED: Phrase(
        "{edition}に記述のない事項 {count}（収録テキスト内）",
        "Topics dropped by the {edition}: {count} (in the text held)",
    ),
}
"""Above a list of them."""
