"""The marks of the last time, in a database that may have been built anew since.

A mark follows its heading: where its key names another one now, or none, it goes to the heading
with the same title in the same document. One that has none here stays for another time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from plan_tui.errors import PlanError
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase
from plan_tui.text.tokens import fold_notation

OTHER_HEADING = Phrase(
    "しおり {letter}：{key} は今は「{title}」を指し、「{before}」はありません。",
    "Mark {letter}: {key} names 「{title}」 now; 「{before}」 is not there.",
)


@dataclass(frozen=True, slots=True)
class ResumedMarks:
    """Marks as they are now."""

    marks: Mapping[str, str] = field(default_factory=dict)
    """Letter → key of a section that is there."""
    warnings: tuple[Phrase, ...] = ()
    """What became of others."""


def resume_marks(plan: Plan, marks: Mapping[str, str], titles: Mapping[str, str]) -> ResumedMarks:
    """Return the marks that a database has a heading for.

    Args:
        plan: the database.
        marks: letter → key, as kept.
        titles: letter → title of the section that was marked; a letter may lack.

    """
    resumed: dict[str, str] = {}
    warnings = []
    for letter, key in marks.items():
        title, before = _title(plan, key), titles.get(letter)
        if title is not None and before in (None, title):
            resumed[letter] = key
        elif before is not None and (other := _with_title(plan, key, before)):
            resumed[letter] = other
        elif title is not None and before is not None:
            warnings.append(OTHER_HEADING.of(letter=letter, key=key, title=title, before=before))
    return ResumedMarks(resumed, tuple(warnings))


def marked_titles(plan: Plan, marks: Mapping[str, str]) -> dict[str, str]:
    """Return letter → title of each marked section that is there."""
    titles = {letter: _title(plan, key) for letter, key in marks.items()}
    return {letter: title for letter, title in titles.items() if title is not None}


def _title(plan: Plan, key: str) -> str | None:
    try:
        return plan.section(key).title
    except PlanError:
        return None


def _with_title(plan: Plan, key: str, title: str) -> str | None:
    """Return the key of the one section with a title in the document that a key is of."""
    start, folded = key.partition(":")[0], fold_notation(title)
    keys = [
        section.key
        for section in plan.sections()
        if section.key.partition(":")[0] == start and fold_notation(section.title) == folded
    ]
    return keys[0] if len(keys) == 1 else None
