"""What later editions say of a measure: its place there, and the new deadlines and numbers."""

from __future__ import annotations

from plan_tui.labels.change_names import (
    CHANGE_GROUPS,
    CHANGE_GROUPS_SHORT,
    CHANGE_KINDS,
    NONE_SUGGESTED,
)
from plan_tui.labels.promise_names import PROMISE_KINDS, movement_phrase
from plan_tui.labels.punctuation import in_brackets
from plan_tui.model.comparison_enums import ChangeGroup, ChangeKind
from plan_tui.text.language import Language, Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.later_editions import LaterEdition
    from plan_tui.model.tracks import PromiseStep, Statement
    from plan_tui.text.day_names import Calendar

IN_COLUMNS: dict[ChangeGroup, Phrase] = {
    **CHANGE_GROUPS_SHORT,
    ChangeGroup.PART: Phrase("一部", "part"),
    ChangeGroup.MENTION: Phrase("言及", "mention"),
    ChangeGroup.BELOW: Phrase("下位", "below"),
    ChangeGroup.UNKNOWN: Phrase("未判定", "unjudged"),
}
"""As they stand in a list with a column for each edition."""
_STEP = Phrase("{what} {value}［{movement}］", "{what} {value} [{movement}]")
_FROM_TO = Phrase("{older} › {newer}", "{older} › {newer}")
NOT_NAMED = Phrase("－", "-")


def place_words(later: LaterEdition, language: Language) -> str:
    """Say what became of a measure in an edition, of a suggestion how likely it is."""
    if later.relation and later.group is ChangeGroup.SUGGESTED:
        from plan_tui.labels.counterpart_names import suggested

        return suggested(CHANGE_KINDS[later.relation], later.likelihood, language)
    return CHANGE_GROUPS[later.group].say(language)


def place_in_column(later: LaterEdition, language: Language) -> str:
    """Say the same in a word for a column; behind what is only suggested stands ``?``."""
    if later.likelihood:
        from plan_tui.labels.counterpart_names import LIKELIHOODS

        return f"{LIKELIHOODS[later.likelihood].say(language)}?"
    if later.relation and later.group is ChangeGroup.SUGGESTED:
        if later.relation is ChangeKind.DROPPED:
            return NONE_SUGGESTED.say(language)
        return f"{IN_COLUMNS[ChangeGroup(later.relation)].say(language)}?"
    return IN_COLUMNS[later.group].say(language)


def step_words(step: PromiseStep, language: Language, calendar: Calendar | None = None) -> str:
    """Say which deadline or number of an older edition became which, and how it moved.

    With a calendar the days of a deadline stand behind it in English, and in Japanese where it
    names no year (今春).
    """
    value = newer = _said(step.newer, language, calendar)
    if step.older:
        older = _said(step.older, language, calendar)
        value = _FROM_TO.say(language, older=older, newer=newer)
    return _STEP.say(
        language,
        what=PROMISE_KINDS[step.what].say(language),
        value=value,
        movement=movement_phrase(step).say(language),
    )


def _said(statement: Statement | None, language: Language, calendar: Calendar | None) -> str:
    if statement is None:
        return NOT_NAMED.say(language)
    printed = " ".join(statement.printed.split())
    if calendar is None or statement.basis is None:
        return printed
    from plan_tui.text.calendar import names_year
    from plan_tui.text.day_names import days

    if language is Language.JA and names_year(printed):
        return printed
    meant = days(statement.start, statement.end, statement.basis, language, calendar)
    return f"{printed}{in_brackets(meant, language)}"
