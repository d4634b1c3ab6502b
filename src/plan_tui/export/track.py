"""One matter's deadlines and numbers over the editions, as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from plan_tui.export import phrases
from plan_tui.export.as_json import Record
from plan_tui.export.document import Sheet
from plan_tui.export.escape import escape, inline, line, table
from plan_tui.export.phrases import say
from plan_tui.export.plain import Paint, no_paint
from plan_tui.model.comparing import Mention, Step, Track
from plan_tui.text.calendars import interval
from plan_tui.text.language import Language, Phrase

COLUMNS = (
    *("topic", "title", "what", "movement", "older_edition", "older_key", "older", "older_days"),
    *("newer_edition", "newer_key", "newer", "newer_days", "older_quotation", "newer_quotation"),
)
_TITLE = Phrase("版を通した期限と数値", "Deadlines and numbers over the editions")
_SILENT = Phrase(
    "{edition}：収録した本文に記載は見つかっていない",
    "{edition}: nothing found in the text held",
)
_HEAD = (
    Phrase("種類", "What"),
    Phrase("変化", "Movement"),
    Phrase("前の版", "Earlier edition"),
    Phrase("後の版", "Later edition"),
)
_NO_STEPS = Phrase("期限も数値も記載がない", "no deadline and no number is named")


def records(tracks: Sequence[Track]) -> list[Record]:
    """Return one record a topic, with its mentions and the steps between them."""
    return [
        {
            "topic": track.id,
            "title": track.title,
            "title_en": track.title_en,
            "note": track.note,
            "sections": [section.key for section in track.sections],
            "mentions": [_mention(mention) for mention in track.mentions],
            "steps": [
                {
                    "what": step.what,
                    "movement": step.movement,
                    "older": _mention(step.older) if step.older else None,
                    "newer": _mention(step.newer) if step.newer else None,
                }
                for step in track.steps
            ],
            "silent": [edition.id for edition in track.silent],
        }
        for track in tracks
    ]


def _mention(mention: Mention) -> Record:
    return {
        "edition": mention.edition.id,
        "key": mention.section.key,
        "citation": mention.section.citation,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "basis": mention.basis,
        "modality": mention.modality,
        "value": mention.value,
        "unit": mention.unit,
        "quotation": mention.quotation,
    }


def fields(tracks: Sequence[Track]) -> list[Record]:
    """Return one flat record a step, for a table."""
    return [
        {"topic": track.id, "title": track.title, "what": step.what, "movement": step.movement}
        | _side("older", step.older)
        | _side("newer", step.newer)
        for track in tracks
        for step in track.steps
    ]


def _side(name: str, mention: Mention | None) -> Record:
    if mention is None:
        return {}
    return {
        f"{name}_edition": mention.edition.id,
        f"{name}_key": mention.section.key,
        name: mention.text,
        f"{name}_days": _days(mention),
        f"{name}_quotation": mention.quotation,
    }


def _days(mention: Mention) -> str:
    return interval(mention.start, mention.end) if mention.start or mention.end else ""


def _named(track: Track, language: Language) -> str:
    return track.title_en if language is Language.EN and track.title_en else track.title


def text(tracks: Sequence[Track], language: Language, paint: Paint = no_paint) -> str:
    """Return each matter with its steps, both sentences below each step."""
    lines: list[str] = []
    for track in tracks:
        lines += ["", f"{paint('head', _named(track, language))}  [{paint('key', track.id)}]"]
        for step in track.steps:
            lines += _step(step, language, paint)
        if not track.steps:
            lines.append(f"  {paint('dim', _NO_STEPS.say(language))}")
        for edition in track.silent:
            lines.append(f"  {paint('dim', _SILENT.say(language, edition=edition.label))}")
    return "\n".join(lines[1:]) + "\n" if lines else ""


def _step(step: Step, language: Language, paint: Paint) -> list[str]:
    what = say(phrases.WHAT, step.what, language)
    movement = say(phrases.MOVEMENT, step.movement, language)
    ends = [f"{m.edition.label} {m.text}" if m else "－" for m in (step.older, step.newer)]
    lines = [f"  {what}: {ends[0]} → {ends[1]}  {paint('match', f'[{movement}]')}"]
    for mention in (step.older, step.newer):
        if mention:
            quotation = " ".join(mention.quotation.split("\n"))
            lines.append(f"    {paint('key', mention.section.key)}  {quotation}")
    return lines


def markdown(
    tracks: Sequence[Track], attribution: Sequence[str], language: Language, command: str = ""
) -> str:
    """Return a table of steps for each matter, with both quotations and citations."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    for track in tracks:
        sheet.heading(2, line(inline(_named(track, language))))
        if track.note:
            sheet.add(escape(track.note))
        rows = [
            [
                say(phrases.WHAT, step.what, language),
                say(phrases.MOVEMENT, step.movement, language),
                _quoted(sheet, step.older),
                _quoted(sheet, step.newer),
            ]
            for step in track.steps
        ]
        head = [column.say(language) for column in _HEAD]
        sheet.add(table(head, rows) if rows else _NO_STEPS.say(language))
        silent = [f"- {_SILENT.say(language, edition=inline(e.label))}" for e in track.silent]
        sheet.add("\n".join(silent))
    return sheet.finish(attribution, command)


def _quoted(sheet: Sheet, mention: Mention | None) -> str:
    """Return the date or number, its days, the sentence and where it stands."""
    if mention is None:
        return ""
    days = f" ({_days(mention)})" if _days(mention) else ""
    return (
        f"<b>{inline(mention.text)}</b>{days}<br>{inline(mention.quotation.strip())}"
        f"<br>{sheet.cite(mention.section)}"
    )
