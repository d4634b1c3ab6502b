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
TYPICAL_COUNTED = Phrase(
    "続く漢字・片仮名・英字の全体がその語である所だけの回数（「図書館」の「図書」は除きます。"
    "語を挙げて数えるときは含みます）",
    "times where a whole run of kanji, katakana or Latin letters is the word (not 図書 in 図書館, "
    "which counts where the term is asked for)",
)
"""What is counted of typical words; of terms that are asked for, every place is."""
TYPICAL_COUNTED_SHORT = Phrase(
    "漢字・片仮名・英字の続きの中を除く", "not within longer runs of one script"
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
