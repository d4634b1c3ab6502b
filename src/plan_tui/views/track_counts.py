"""How many promises tracks hold, and how often they moved how."""

from __future__ import annotations

from collections import Counter

from plan_tui.labels.change_names import SUGGESTION
from plan_tui.labels.promise_names import MOVEMENTS
from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.tracks import Track
    from plan_tui.text.language import Language

_COUNTS = Phrase(
    "事項 {topics}、約束 {promises}（複数の版にあるもの {followed}、1つの版だけのもの {single}）",
    "topics: {topics}, promises: {promises} (in several editions: {followed}, in one: {single})",
)
_MOVEMENTS = Phrase("版から版への変化：{counts}", "from edition to edition: {counts}")


def counts_lines(tracks: Sequence[Track], language: Language) -> list[str]:
    """Return how many promises there are, and how often they moved how."""
    promises = [promise for track in tracks for promise in track.promises]
    followed = sum(promise.followed for promise in promises)
    total = _COUNTS.say(
        language,
        topics=len(tracks),
        promises=len(promises),
        followed=followed,
        single=len(promises) - followed,
    )
    steps = [step for promise in promises for step in promise.steps]
    moved = Counter(step.movement for step in steps if not step.suggested)
    told = [
        f"{phrase.say(language)} {moved[name]}" for name, phrase in MOVEMENTS.items() if moved[name]
    ]
    suggested = sum(step.suggested for step in steps)
    if suggested:
        told.append(f"{SUGGESTION.say(language)} {suggested}")
    return [total, _MOVEMENTS.say(language, counts=listed(told, language))] if told else [total]
