"""What was understood of a document, and what was not, in lines and fields."""

from __future__ import annotations

from plan_tui.labels.doubt_names import (
    SEVERITIES,
    doubt_place,
    doubt_sentence,
    understanding_figures,
    understanding_words,
)
from plan_tui.model.conservation import DocumentProof
from plan_tui.model.doubts import Understanding
from plan_tui.text.language import Language, Phrase
from plan_tui.views.view import Record

UNDERSTANDING_COLUMNS = ("understood", "errors", "warnings")
_LINE = Phrase("{severity} {place}：{sentence}", "{severity}, {place}: {sentence}")
_STATE = Phrase("{state}（{figures}）", "{state} ({figures})")


def understanding_line(proof: DocumentProof, language: Language) -> str:
    """Return whether a document was understood, and how much was found of what there should be."""
    understanding = proof.understanding
    state = understanding_words(len(understanding.errors), len(understanding.warnings))
    figures = understanding_figures(understanding)
    return _STATE.say(language, state=state, figures=figures)


def understanding_state(errors: int, warnings: int, language: Language) -> str:
    """Return whether all documents were understood."""
    return understanding_words(errors, warnings).say(language)


def doubt_phrases(understanding: Understanding) -> list[Phrase]:
    """Return what is in doubt, with its place, the errors first."""
    return [
        _LINE.of(
            severity=SEVERITIES[doubt.severity],
            place=doubt_place(doubt),
            sentence=doubt_sentence(doubt),
        )
        for doubt in understanding.listed
    ]


def understanding_record(understanding: Understanding) -> Record:
    """Return the same as fields; messages are in English, as they are for programs."""
    contents, footnotes = understanding.contents, understanding.footnotes
    return {
        "understood": not understanding.errors,
        "errors": len(understanding.errors),
        "warnings": len(understanding.warnings),
        "pages": understanding.pages,
        "headings": understanding.headings,
        "contents_entries": contents[1] if contents else None,
        "contents_answered": contents[0] if contents else None,
        "footnotes_expected": footnotes[1] if footnotes else None,
        "footnotes_whole": footnotes[0] if footnotes else None,
        "doubts": [
            {
                "kind": doubt.kind,
                "severity": doubt.severity,
                "page": doubt.page,
                "line": doubt.line,
                "expected": doubt.expected,
                "found": doubt.found,
                "message": doubt_sentence(doubt).en,
            }
            for doubt in understanding.listed
        ],
    }
