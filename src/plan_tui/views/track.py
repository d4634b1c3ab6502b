"""One matter's deadlines and numbers over the editions, as objects, text and Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from plan_tui.export.json_lists import Record
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import escape, inline, line
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels import terms
from plan_tui.labels.terms import say
from plan_tui.model import headings
from plan_tui.model.records import Attribution
from plan_tui.model.tracks import Promise, Statement, Track
from plan_tui.text.day_names import interval
from plan_tui.text.language import Language, Phrase

COLUMNS = (
    *("topic", "title", "promise", "what", "movement"),
    *("older_edition", "older_key", "older", "older_days"),
    *("newer_edition", "newer_key", "newer", "newer_days", "older_quotation", "newer_quotation"),
)
_TITLE = Phrase("版を通した期限と数値", "Deadlines and numbers over the editions")
_COUNTS = Phrase(
    "事項 {topics}、約束 {promises}（複数の版にあるもの {followed}、一つの版だけのもの {single}）",
    "topics: {topics}, promises: {promises} (in several editions: {followed}, in one: {single})",
)
_MOVEMENTS = Phrase("版から版への変化：{counts}", "from edition to edition: {counts}")
_NOTE = Phrase(
    "「新規」「記載なし」は、収録した他の版の本文に同じ約束が見つからないことをいう。"
    "「実施済みと記述」は、後の版の本文がそう述べていることをいう。",
    "New and dropped mean: the same promise was not found in the text held of the other edition. "
    "Reported as done means: the later edition's text says so.",
)
_SEVERAL = Phrase("複数の版にある約束", "Promises in several editions")
_SINGLE = Phrase("一つの版だけにある約束", "Promises in one edition alone")
_SILENT = Phrase(
    "{edition}：収録した本文に記載は見つかっていない",
    "{edition}: nothing found in the text held",
)
_NO_STEPS = Phrase("期限も数値も記載がない", "no deadline and no number is named")


def records(tracks: Sequence[Track]) -> list[Record]:
    """Return one record a topic, with its mentions and the steps between them.

    Steps of one promise have the same ``promise``, counted from 1.
    """
    return [
        {
            "topic": track.id,
            "title": track.title,
            "title_en": track.title_en,
            "note": track.note,
            "sections": [section.key for section in track.sections],
            "mentions": [_mention(mention) for mention in track.statements],
            "steps": [
                {
                    "promise": number,
                    "what": step.what,
                    "movement": step.movement,
                    "older": _mention(step.older) if step.older else None,
                    "newer": _mention(step.newer) if step.newer else None,
                }
                for number, promise in enumerate(track.promises, 1)
                for step in promise.steps
            ],
            "silent": [edition.id for edition in track.silent],
        }
        for track in tracks
    ]


def _mention(mention: Statement) -> Record:
    return {
        "edition": mention.edition.id,
        "key": mention.section.key,
        "citation": mention.section.citation,
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "basis": mention.basis or "",
        "modality": mention.modality,
        "value": mention.value,
        "unit": mention.unit,
        "reported": mention.reported,
        "quotation": mention.quotation,
    }


def fields(tracks: Sequence[Track]) -> list[Record]:
    """Return one flat record a step, for a table."""
    return [
        {
            "topic": track.id,
            "title": track.title,
            "promise": number,
            "what": step.what,
            "movement": step.movement,
        }
        | _side("older", step.older)
        | _side("newer", step.newer)
        for track in tracks
        for number, promise in enumerate(track.promises, 1)
        for step in promise.steps
    ]


def _side(name: str, mention: Statement | None) -> Record:
    if mention is None:
        return {}
    return {
        f"{name}_edition": mention.edition.id,
        f"{name}_key": mention.section.key,
        name: mention.text,
        f"{name}_days": _days(mention),
        f"{name}_quotation": mention.quotation,
    }


def _days(mention: Statement) -> str:
    return interval(mention.start, mention.end) if mention.start or mention.end else ""


def _counts(tracks: Sequence[Track], language: Language) -> list[str]:
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
    moved = Counter(step.movement for promise in promises for step in promise.steps)
    counts = ", ".join(
        f"{phrase.say(language)} {moved[name]}"
        for name, phrase in terms.MOVEMENT.items()
        if moved[name]
    )
    return [total, _MOVEMENTS.say(language, counts=counts)] if counts else [total]


def _parts(
    tracks: Sequence[Track], language: Language
) -> Iterator[tuple[str, list[tuple[Track, list[Promise]]]]]:
    """Yield headings with the promises below them; one matter by itself has no heading."""
    if len(tracks) == 1:
        yield "", [(tracks[0], list(tracks[0].promises))]
        return
    for heading, followed in ((_SEVERAL, True), (_SINGLE, False)):
        found = [(t, [p for p in t.promises if p.followed is followed]) for t in tracks]
        shown = [(track, promises) for track, promises in found if promises]
        if shown:
            yield heading.say(language), shown


def text(tracks: Sequence[Track], language: Language, paint: Paint = no_paint) -> str:
    """Return the counts, then each matter's promises with the sentences below each of them."""
    if not tracks:
        return ""
    lines = [paint("head", _TITLE.say(language)), *_counts(tracks, language)]
    lines.append(paint("dim", _NOTE.say(language)))
    for heading, shown in _parts(tracks, language):
        if heading:
            lines += ["", paint("head", f"== {heading} ==")]
        for track, promises in shown:
            lines += [
                "",
                f"{paint('head', headings.title(track, language))}  [{paint('key', track.id)}]",
            ]
            for promise in promises:
                lines += _promise(promise, language, paint)
            if not promises:
                lines.append(f"  {paint('dim', _NO_STEPS.say(language))}")
            for words in _silent(tracks, track, language):
                lines.append(f"  {paint('dim', words)}")
    return "\n".join(lines) + "\n"


def _silent(tracks: Sequence[Track], track: Track, language: Language) -> list[str]:
    """Return which editions say nothing of a matter that is shown by itself."""
    if len(tracks) > 1:
        return []
    return [_SILENT.say(language, edition=edition.name(language)) for edition in track.silent]


def _promise(promise: Promise, language: Language, paint: Paint) -> list[str]:
    """Return a promise from edition to edition on one line, then each edition's sentence."""
    first = promise.steps[0].older
    ends = [f"{first.edition.name(language)} {first.text}" if first else "－"]
    for step in promise.steps:
        said = f"{step.newer.edition.name(language)} {step.newer.text}" if step.newer else "－"
        movement = say(terms.MOVEMENT, step.movement, language)
        ends.append(f"{said} {paint('match', f'[{movement}]')}")
    lines = [f"  {say(terms.WHAT, promise.what, language)}: {' → '.join(ends)}"]
    for mention in promise.statements:
        quotation = " ".join(mention.quotation.split())
        lines.append(f"    {paint('key', mention.section.key)}  {quotation}")
    return lines


def markdown(
    tracks: Sequence[Track], attribution: Attribution, language: Language, command: str = ""
) -> str:
    """Return the counts and each matter's promises, with all quotations and citations."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    for words in (*_counts(tracks, language), _NOTE.say(language)):
        sheet.add(escape(words))
    for heading, shown in _parts(tracks, language) if tracks else ():
        if heading:
            sheet.heading(2, heading)
        for track, promises in shown:
            sheet.heading(3 if heading else 2, line(inline(headings.title(track, language))))
            if track.note:
                sheet.add(escape(track.note))
            items = [item for promise in promises for item in _items(sheet, promise)]
            sheet.add("\n".join(items) or _NO_STEPS.say(language))
            silent = [f"- {escape(words)}" for words in _silent(tracks, track, language)]
            sheet.add("\n".join(silent))
    return sheet.finish(attribution, command)


def _items(sheet: Sheet, promise: Promise) -> list[str]:
    """Return a promise as a list item, with each edition's sentence in a list below it."""
    first = promise.steps[0].older
    ends = [_cited(first, sheet.language) if first else "－"]
    for step in promise.steps:
        movement = inline(f"[{say(terms.MOVEMENT, step.movement, sheet.language)}]")
        ends.append(f"{_cited(step.newer, sheet.language) if step.newer else '－'} {movement}")
    items = [f"- {say(terms.WHAT, promise.what, sheet.language)}: {' → '.join(ends)}"]
    for mention in promise.statements:
        quotation = escape(" ".join(mention.quotation.split()))
        items.append(f"  - {quotation}<br>{sheet.cite(mention.section)}")
    return items


def _cited(mention: Statement, language: Language) -> str:
    """Return an edition with the date or number as printed, and its days."""
    days = f" ({_days(mention)})" if _days(mention) else ""
    return f"{inline(mention.edition.name(language))} <b>{inline(mention.text)}</b>{days}"
