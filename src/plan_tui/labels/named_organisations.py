"""Who is to do what a measure says: the cards name nobody, their text names organisations."""

from __future__ import annotations

from plan_tui.compare.text.named_entities import organisations_named, texts_of
from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import SectionText
    from plan_tui.text.language import Language

NOBODY = Phrase("担当府省庁：原文に記載なし", "The source names no ministry or agency in charge.")
NAMED = Phrase(
    "担当府省庁：原文に記載なし。文中に名のある組織：{names}",
    "The source names no ministry or agency in charge. Organisations that its text names: {names}",
)
_IN_CHARGE = tuple(
    f"{charge}{office}"
    for charge in ("担当", "所管", "主管")
    for office in ("府省", "省庁", "部局", "課")
)
"""Words under which a card would say who is in charge."""


def in_charge_words(text: SectionText, language: Language) -> str:
    """Say that a measure's card names nobody in charge; empty if it does, and for no measure."""
    if text.measure is None or _is_printed(text):
        return ""
    names = organisations_named(text)
    if not names:
        return NOBODY.say(language)
    return NAMED.say(language, names=listed(names, language))


def _is_printed(text: SectionText) -> bool:
    return any(words in passage for passage in texts_of(text) for words in _IN_CHARGE)
