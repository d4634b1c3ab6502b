"""The footnotes of compared texts, shown below these."""

from __future__ import annotations

from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import ComparedPassage
    from plan_tui.text.language import Language

_FOOTNOTE = Phrase("脚注{number}：{text}", "footnote {number}: {text}")


def footnote_lines(passages: Sequence[ComparedPassage], language: Language) -> list[str]:
    """Return the footnotes of passages as lines, each once, in the order of their marks."""
    notes = [
        _FOOTNOTE.say(language, number=note.marker, text=" ".join(note.text.split("\n")))
        for passage in passages
        for note in passage.footnotes
    ]
    return list(dict.fromkeys(notes))
