"""What the text held does not tell: said so that nobody takes it for the plan's silence."""

from __future__ import annotations

from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Section

CONTENTS_ONLY = Phrase(
    "目次の見出しだけがあり、本文は収録テキストになし",
    "only its heading is in a table of contents; its text is not held",
)
CONTENTS_ONLY_SHORT = Phrase("目次のみ", "contents only")
CONTENTS_ONLY_SENTENCE = Phrase(
    "この項目は目次にだけあり、本文は収録テキストにありません。",
    "Only the heading is held, from a table of contents; its text is not held.",
)
NO_TEXT = Phrase("（見出しのみ）", "(heading only)")
NOT_HELD = Phrase("収録テキストに記載なし", "not in the text held")
"""Said on purpose of a section, a deadline or a number, and an edition."""
NONE_KNOWN = Phrase("対応箇所は見当たりません", "no counterpart found")
NONE_KNOWN_SHORT = Phrase("見当たらず", "not found")
SILENT = Phrase("{edition}：収録テキストに見当たりません", "{edition}: none found in the text held")
"""Said of an edition that names nothing of a matter."""
UNJUDGED = Phrase(
    "{edition}：未判定（候補もなし）", "{edition}: not judged, and nothing is suggested"
)
"""Said of an edition that no reader has looked through for a matter."""
PROBABLY_NONE = Phrase("対応なしの候補（未確認）", "probably none (suggested, not confirmed)")
"""Where the program estimates that there is no counterpart."""
PROBABLY_NONE_SHORT = Phrase("候補・なし", "probably none")
"""The same beside the names of other editions, where the end of it may be cut."""
PROBABLY_NONE_OF = Phrase(
    "対応なしの候補（未確認）：{edition}に「{heading}」の対応箇所はない見込み",
    "probably none (suggested, not confirmed): no counterpart of '{heading}' in the {edition}",
)
ONLY_SUGGESTED = Phrase("確かめた対応箇所なし（候補のみ）", "nothing confirmed; suggestions only")
GOES_ON_BELOW = Phrase(
    "下位の見出しで継続：{all}件のうち{count}件",
    "goes on in {count} of {all} {all:heading|headings} below",
)
ONLY_MENTIONED = Phrase("言及のみ", "only mentioned")
MENTIONED_IN = Phrase("言及のみ：{sections}", "only mentioned in: {sections}")
MENTIONED_BY = Phrase(
    "{edition}：言及のみ（{sections}）", "{edition}: only mentioned, in {sections}"
)
NONE_IN_TOPIC = Phrase("この事項の対応箇所なし", "No counterpart in this topic")
NONE_IN_TOPIC_SHORT = Phrase("事項になし", "outside topic")


def without_text(section: Section, *, short: bool = False) -> Phrase:
    """Say why a section has no text: it is not held, or there is none.

    ``short``: as there is room for in a head.
    """
    if not section.toc_only:
        return NO_TEXT
    return CONTENTS_ONLY_SHORT if short else CONTENTS_ONLY
