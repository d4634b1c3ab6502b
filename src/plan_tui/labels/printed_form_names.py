"""The printed forms of a term that are counted together, named with their counts."""

from __future__ import annotations

from collections import Counter

from plan_tui.labels.punctuation import listed
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from plan_tui.model.word_frequency import Frequency
    from plan_tui.text.language import Language

_FORMS = Phrase("表記の内訳：{forms}", "Printed forms: {forms}")
COUNTED_IN = Phrase(
    "数えたのは、版ごとの収録テキスト：", "Counted in the text held of each edition:"
)


def forms_line(frequencies: Iterable[Frequency], language: Language) -> str:
    """Return the forms of one term over its editions, most often first; empty for a single one."""
    forms: Counter[str] = Counter()
    for frequency in frequencies:
        forms.update(frequency.forms)
    if len(forms) < 2:
        return ""
    named = (f"{form} {count}" for form, count in forms.most_common())
    return _FORMS.say(language, forms=listed(named, language))
