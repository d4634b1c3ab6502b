"""The topics that an edition's text speaks of, are first in it, or not in what is held of it."""

from __future__ import annotations

from plan_tui.labels.change_names import CHANGE_GROUPS_SHORT, FIRST_SHORT
from plan_tui.model.comparison_enums import ChangeGroup, TopicGroup
from plan_tui.text.language import Phrase

TOPIC_GROUPS: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase("記述のある事項", "topics spoken of"),
    TopicGroup.NEW: Phrase("この版で最初の事項", "topics first here"),
    TopicGroup.DROPPED: Phrase("収録テキストに記載のない事項", "topics not in the text held"),
}
TOPIC_GROUPS_SHORT: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase("記述あり", "spoken of"),
    TopicGroup.NEW: FIRST_SHORT,
    TopicGroup.DROPPED: CHANGE_GROUPS_SHORT[ChangeGroup.DROPPED],
}
"""As they are counted behind an edition's name."""
TOPIC_TITLES: dict[TopicGroup, Phrase] = {
    TopicGroup.IN_: Phrase(
        "{edition}に記述のある事項 {count}", "Topics that the {edition} holds: {count}"
    ),
    TopicGroup.NEW: Phrase(
        "{edition}で最初の事項 {count}", "Topics first in the {edition}: {count}"
    ),
    TopicGroup.DROPPED: Phrase(
        "{edition}の収録テキストに記載のない事項 {count}",
        "Topics not in the text held of the {edition}: {count}",
    ),
}
"""Above a list of them."""
