"""What the remarks of a table of old and new say."""

from __future__ import annotations

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.old_new_names import FROM_TO, LEFT_OUT, ROW_STATES, SUGGESTED_ROW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.old_new import OldNewRow, RowStep
    from plan_tui.model.records import Edition
    from plan_tui.text.language import Language


def remark_words(
    row: OldNewRow, editions: Sequence[Edition], language: Language, *, shortened: bool = False
) -> list[str]:
    """Return what a row says, a remark each; of a row that is left out, that it is."""
    words = [step_words(step, editions, language) for step in row.steps]
    return [*words, LEFT_OUT.say(language)] if shortened and row.unchanged else words


def step_words(step: RowStep, editions: Sequence[Edition], language: Language) -> str:
    """Return one remark; it names both editions where the table has more than two."""
    state = ROW_STATES[step.state].say(language)
    words = SUGGESTED_ROW.say(language, state=state) if step.suggested else state
    if len(editions) <= 2:
        return words
    older, newer = (edition_name(editions[n].id, language) for n in (step.older, step.newer))
    return FROM_TO.say(language, older=older, newer=newer, state=words)
