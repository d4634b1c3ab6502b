"""Whether a decision still speaks of the sections that the reader saw."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.text.tokens import fold_notation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from plan_tui.model.decisions import Decision
    from plan_tui.model.headings import Titled

_NO_SECTION = Phrase(
    "判定{pair}：{key}という見出しはなくなりました。この判定は使いません",
    "decision on {pair}: {key} no longer exists; the decision is not used",
)
_OTHER_HEADING = Phrase(
    "判定{pair}：{key}は「{old}」でしたが、今は「{new}」です。この判定は使いません",
    "decision on {pair}: {key} is now “{new}”, not “{old}”; the decision is not used",
)


def decision_problem(decision: Decision, sections: Mapping[str, Titled]) -> Phrase | None:
    """Return why a decision cannot be taken over; ``sections`` are all there are, by key."""
    pair = f"{decision.first.key} {decision.second.key}"
    for place in (decision.first, decision.second):
        section = sections.get(place.key)
        if section is None:
            return _NO_SECTION.of(pair=pair, key=place.key)
        title = section.title
        if place.heading and fold_notation(place.heading) != fold_notation(title):
            return _OTHER_HEADING.of(pair=pair, key=place.key, old=place.heading, new=title)
    return None
