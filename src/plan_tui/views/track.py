"""Deadlines and numbers over the editions: of one matter, or of all topics."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.labels.promise_names import MOVEMENTS
from plan_tui.labels.punctuation import named
from plan_tui.model import headings
from plan_tui.model.comparison_enums import Movement
from plan_tui.query.grammar import parse_query
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.views.key_lookup import named_key
from plan_tui.views.promise_lines import days_of, promise_items, promise_lines
from plan_tui.views.track_counts import counts_lines
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Attribution, Edition
    from plan_tui.model.rich_document import (
        RichDocument,
    )
    from plan_tui.model.tracks import Promise, Statement, Track
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("版を通した期限と数値", "Deadlines and numbers over the editions")
_NOTE = Phrase(
    "「{new}」「{dropped}」は、他の版の収録テキストに同じ約束が見当たらないことを示します"
    "。「{vaguer}」「{firmer}」は、該当し得る日が増えたこと、減ったこと、又は「頃」「目途"
    "」などの語が付いたこと、取れたことを示します。「{done}」は、後の版の本文がそう述べて"
    "いることを示します。",
    "“{new}” and “{dropped}”: the same promise was not found in the text held of "
    "other editions. “{vaguer}” and “{firmer}”: more or fewer days to choose from, "
    "or a word such as “about” added or left out. “{done}”: the later edition's text "
    "says so.",
)
_SEVERAL = Phrase("複数の版にある約束", "Promises in several editions")
_SINGLE = Phrase("1つの版だけにある約束", "Promises in one edition alone")
_NO_STEPS = Phrase("期限も数値も記載がありません", "no deadline or number is named")
_NO_TRACK = Phrase("期限又は数値のある事項なし", "no topic names a deadline or number")


@record
class TrackView(View):
    """Tracks of matters."""

    editions: Sequence[Edition]
    """All, of which the text held is told where something is not in it."""
    tracks: Sequence[Track]
    asked: str = ""
    """Filters, a topic's id or a section's key, as typed; empty for all topics."""
    limit: int | None = None

    columns = (
        *("topic", "title", "promise", "what", "movement"),
        *("older_edition", "older_key", "older", "older_days"),
        *("newer_edition", "newer_key", "newer", "newer_days", "older_quotation"),
        *("newer_quotation", "asserted", "title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("track", *query_words(self.asked, *limit_words(self.limit)))

    @property
    def nothing(self) -> str:
        """What to say where there is no such track, or none at all."""
        if self.tracks:
            return ""
        if not self.asked:
            return _NO_TRACK.say(self.language)
        return NO_MATCH.of(query=self.asked).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a topic, with its mentions and the steps between them.

        Steps of one promise have the same ``promise``, counted from 1.
        """
        held = {edition.id: edition.held(self.language) for edition in self.editions}
        return [_record(track) | {"held": held} for track in self.tracks]

    def rows(self) -> list[Record]:
        """Return one flat record a step, for a table."""
        return [
            {
                "topic": track.id,
                "title": track.title,
                "promise": number,
                "what": step.what,
                "movement": step.movement,
                "asserted": not step.suggested,
                "title_en": track.title_en,
            }
            | _side("older", step.older)
            | _side("newer", step.newer)
            for track in self.tracks
            for number, promise in enumerate(track.promises, 1)
            for step in promise.steps
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the counts, then each matter's promises with the sentences below each of them."""
        lines = [paint("head", _TITLE.say(self.language))]
        lines += counts_lines(self.tracks, self.language)
        lines += [paint("dim", words) for words in (self._note(), *self._held())]
        for heading, promises_of in self._parts():
            if heading:
                lines += ["", paint("head", f"== {heading} ==")]
            for track, promises in promises_of:
                lines += ["", *self._track_lines(track, promises, paint)]
        return "\n".join(lines) + "\n"

    def _track_lines(self, track: Track, promises: Sequence[Promise], paint: Paint) -> list[str]:
        title = paint("head", headings.title(track, self.language))
        lines = [f"{title}  [{paint('key', track.id)}]"]
        for promise in promises:
            lines += promise_lines(promise, self.language, paint)
        if not promises:
            lines.append(f"  {paint('dim', _NO_STEPS.say(self.language))}")
        return lines + [f"  {paint('dim', words)}" for words in self._silent(track)]

    def _note(self) -> str:
        names = {str(movement): name for movement, name in MOVEMENTS.items()}
        return _NOTE.say(self.language, **names)

    def _held(self) -> list[str]:
        """Return what is held of each edition, if something is told not to be in it."""
        steps = [step.movement for track in self.tracks for step in track.steps]
        silent = any(map(self._silent, self.tracks))
        if not silent and not {Movement.NEW, Movement.DROPPED}.intersection(steps):
            return []
        language = self.language
        return [named(each.name(language), each.held(language), language) for each in self.editions]

    def _silent(self, track: Track) -> list[str]:
        """Return which editions tell nothing of a matter that is shown by itself."""
        if len(self.tracks) > 1:
            return []
        from plan_tui.labels.absences import untold

        language = self.language
        return untold(track, lambda edition: edition.name(language), language)

    def _parts(self) -> list[tuple[str, list[tuple[Track, list[Promise]]]]]:
        """Return headings with the promises below them; one matter by itself has no heading."""
        if len(self.tracks) == 1:
            return [("", [(self.tracks[0], list(self.tracks[0].promises))])]
        parts = []
        for heading, followed in ((_SEVERAL, True), (_SINGLE, False)):
            of_part = [(t, [p for p in t.promises if p.followed is followed]) for t in self.tracks]
            shown = [(track, promises) for track, promises in of_part if promises]
            if shown:
                parts.append((heading.say(self.language), shown))
        return parts

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the counts and each matter's promises, with all quotations and citations."""
        from plan_tui.model.rich_document import ListItem, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        for words in (*counts_lines(self.tracks, self.language), self._note()):
            builder.paragraph(words)
        builder.bullets([ListItem(run(words)) for words in self._held()])
        for heading, promises_of in self._parts():
            if heading:
                builder.heading(2, heading)
            for track, promises in promises_of:
                builder.heading(3 if heading else 2, headings.title(track, self.language))
                self._write_track(builder, track, promises)
        return builder.finish(attribution, self.command)

    def _write_track(
        self, builder: DocumentBuilder, track: Track, promises: Sequence[Promise]
    ) -> None:
        from plan_tui.model.rich_document import ListItem, run

        builder.paragraph(headings.note(track, builder.language))
        builder.bullets([item for promise in promises for item in promise_items(builder, promise)])
        if not promises:
            builder.paragraph(_NO_STEPS.say(self.language))
        builder.bullets([ListItem(run(words)) for words in self._silent(track)])


def track_view(
    plan: Plan, language: Language, asked: str = "", limit: int | None = None
) -> TrackView:
    """Return the tracks of one matter, of the topics that a query lets through, or of all.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        asked: a topic's id, or what `named_key` reads; else filters and words, as on the screen.
        limit: topics at most.

    Raises:
        UsageError: there is no such topic or section, and none with the words; or a filter is
            wrong.

    """
    from plan_tui.compare.promises.topic_tracks import track, tracks

    query = parse_query(asked)
    try:
        every = query.filters or not asked
        shown = tracks(plan, query) if every else (track(plan, _name(plan, asked)),)
    except UsageError:
        shown = () if query.filters else tracks(plan, query)
        if not shown:
            raise
    return TrackView(language, plan.editions(), shown[:limit], asked, limit)


def _name(plan: Plan, asked: str) -> str:
    """Return the id of a topic, or the key of a section, that words name."""
    from plan_tui.store.track_queries import topic_heads

    return asked if topic_heads(plan, (asked,)) else named_key(plan, asked, is_key=False)


def _record(track: Track) -> Record:
    return {
        "topic": track.id,
        "title": track.title,
        "title_en": track.title_en,
        "note": track.note,
        "note_en": track.note_en,
        "sections": [section.key for section in track.sections],
        "suggested": [section.key for section in track.sections if section.id in track.suggested],
        "mentions": [_statement(statement) for statement in track.statements],
        "steps": [
            {
                "promise": number,
                "what": step.what,
                "movement": step.movement,
                "older": _statement(step.older) if step.older else None,
                "newer": _statement(step.newer) if step.newer else None,
            }
            for number, promise in enumerate(track.promises, 1)
            for step in promise.steps
        ],
        "mentioned": [section.key for _, sections in track.mentioned for section in sections],
        "silent": [edition.id for edition in track.silent],
        "unjudged": [edition.id for edition in track.unjudged],
    }


def _statement(statement: Statement) -> Record:
    return {
        "edition": statement.edition.id,
        "key": statement.section.key,
        "citation": statement.section.citation,
        "text": statement.text,
        "start": statement.start,
        "end": statement.end,
        "basis": statement.basis or "",
        "modality": statement.modality,
        "value": statement.value,
        "unit": statement.unit,
        "reported": statement.reported,
        "suggested": statement.suggested,
        "quotation": statement.quotation,
    }


def _side(name: str, statement: Statement | None) -> Record:
    if statement is None:
        return {}
    return {
        f"{name}_edition": statement.edition.id,
        f"{name}_key": statement.section.key,
        name: statement.printed,
        f"{name}_days": days_of(statement),
        f"{name}_quotation": statement.quotation,
    }
