"""Dated targets, grouped by fiscal year."""

from __future__ import annotations

from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.punctuation import headed, in_brackets, named
from plan_tui.labels.target_names import FIRMNESS, PAST, year_name
from plan_tui.model import headings
from plan_tui.model.dated_targets import by_year, count_editions
from plan_tui.query.grammar import parse_query
from plan_tui.search.target_list import TargetList
from plan_tui.text.day_names import UNKNOWN_DAYS, interval
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.view import (
    NO_MATCH,
    View,
    asked_line,
    day_words,
    limit_words,
    no_paint,
    query_words,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.dated_targets import Target, TargetYear
    from plan_tui.model.records import Attribution, Edition
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import (
        Paint,
        Record,
    )

_TITLE = Phrase("期限のある目標", "Dated targets")
_COUNT = Phrase("{count}件、{today}現在。", "{count} {count:target|targets}, as of {today}.")
_AS_OF = Phrase("{today}現在。", "As of {today}.")
_ABOUT_PAST = Phrase(
    "「{past}」は、計画に書かれた期日が過ぎたことだけを示し、達成されたかどうかは示しません。",
    "“{past}” says only that the date named in the plan has passed, not whether the target was "
    "met.",
)
_ABOUT_YEARS = Phrase(
    "年度は4月1日から翌年3月31日までです。期日の下の行は、記載の語を西暦の日付にしたものです。",
    "A fiscal year (FY) runs from 1 April to 31 March. Below each date as printed stand "
    "the days it means.",
)
_HELD = Phrase("収録テキスト", "Text held")
_YEAR = Phrase("年度", "Fiscal year")
_SUM = Phrase("計", "Total")
_HEAD = (
    Phrase("期日", "Date"),
    Phrase("期日の精度", "Firmness"),
    Phrase("版", "Edition"),
    Phrase("見出し", "Section"),
    Phrase("記載", "Words"),
)


@record
class TargetsView(View):
    """Dated targets, by time, seen from a day."""

    targets: Sequence[Target]
    today: str
    """The day (ISO) before which a target is past its planned date."""
    editions: Sequence[Edition]
    """All editions, oldest first."""
    filters: str = ""
    limit: int | None = None
    as_of: str | None = None
    """The day, if it was asked for."""
    left_out: Sequence[Phrase] = ()
    """What to say of targets that the filters leave out for having no end or no start."""

    columns = (
        *("start", "end", "basis", "modality", "firmness", "date", "edition", "key"),
        *("label", "title", "place", "sentence", "citation", "title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return self._words(self.as_of)

    @property
    def query(self) -> str:
        """What is asked for, on whichever day."""
        return asked_line(self._words(None))

    def _words(self, day: str | None) -> tuple[str, ...]:
        options = (*day_words(day), *limit_words(self.limit))
        return ("targets", *query_words(self.filters, *options))

    @property
    def nothing(self) -> str:
        """What to say where no target passes the filters."""
        if self.targets:
            return ""
        others = [phrase.say(self.language) for phrase in self.left_out]
        return " – ".join([NO_MATCH.of(query=self.filters).say(self.language), *others])

    @property
    def notes(self) -> tuple[str, ...]:
        """What the filters ask for, where their words do not say it, and what they leave out."""
        notes = (*parse_query(self.filters).notes, *self.left_out)
        return tuple(note.say(self.language) for note in notes)

    def records(self) -> list[Record]:
        """Return one record a target, by time."""
        from plan_tui.views.section_records import section_record

        return [
            section_record(target.section)
            | {
                "start": target.start,
                "end": target.end,
                "end_known": target.end_known,
                "basis": target.basis,
                "modality": target.modality,
                "firmness": target.firmness,
                "fiscal_year": target.fiscal_year,
                "date": target.text,
                "offset": target.offset,
                "place": target.place,
                "sentence": target.sentence,
            }
            for target in self.targets
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the targets with their sentences under their fiscal years; the day, notes."""
        days = max((width(_days(t, self.language)) for t in self.targets), default=0) + 2
        keys = max((width(t.section.key) for t in self.targets), default=0) + 2
        lines: list[str] = []
        for group in by_year(self.targets):
            lines += ["", paint("head", year_name(group, self.language))]
            for target in group.targets:
                lines.append(
                    paint("match", pad(_days(target, self.language), days))
                    + paint("key", pad(target.section.key, keys))
                    + self._heading(target, paint)
                )
                lines.append(f"{' ' * (days + keys)}{target.sentence}")
        if lines:
            notes = (_AS_OF.say(self.language, today=self.today), *self.notes)
            lines += ["", *(paint("dim", note) for note in notes)]
        return "\n".join(lines[1:]) + "\n" if lines else ""

    def _heading(self, target: Target, paint: Paint) -> str:
        firmness = FIRMNESS[target.firmness].say(self.language)
        past = PAST.say(self.language) if target.is_past(self.today) else ""
        heading = headings.heading(target.section, self.language)
        return f"[{firmness}] {heading}{paint('dim', in_brackets(past, self.language))}"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a report: counts by year and edition, what is held, a table for each year."""
        from plan_tui.model.rich_document import ListItem, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        builder.paragraph(self._preface())
        builder.bullets([ListItem(run(note)) for note in self.notes])
        groups = by_year(self.targets)
        if groups:
            _write_counts(builder, groups, self.editions)
        _write_held(builder, self.editions, self.targets)
        for group in groups:
            builder.heading(2, year_name(group, self.language))
            rows = [_cells(builder, target, self.today) for target in group.targets]
            builder.table([column.say(self.language) for column in _HEAD], rows)
        return builder.finish(attribution, self.command_of(self._words(self.today)), self.today)

    def _preface(self) -> str:
        sentences = [
            _COUNT.say(self.language, count=len(self.targets), today=self.today),
            _ABOUT_YEARS.say(self.language),
        ]
        if any(target.is_past(self.today) for target in self.targets):
            sentences.append(_ABOUT_PAST.say(self.language, past=PAST.say(self.language)))
        return ("" if self.language is Language.JA else " ").join(sentences)


def targets_view(
    plan: Plan,
    language: Language,
    today: str,
    filters: str = "",
    limit: int | None = None,
    *,
    as_of: str | None = None,
) -> TargetsView:
    """Return the dated targets that pass the filters, by time, at most ``limit`` of them.

    They are seen from ``as_of`` (ISO) if that was asked for, else from ``today``.

    Raises:
        UsageError: a filter is wrong.

    """
    query, every = parse_query(filters), TargetList(plan)
    passing, left_out = every.find(query)[:limit], every.left_out(query)
    day = as_of or today
    return TargetsView(language, passing, day, plan.editions(), filters, limit, as_of, left_out)


def _write_counts(
    builder: DocumentBuilder, groups: Sequence[TargetYear], every: Sequence[Edition]
) -> None:
    """Write the table of counts: a row for each fiscal year, a column for each edition."""
    language = builder.language
    with_targets = {name for group in groups for name in group.editions}
    names = [edition.id for edition in every if edition.id in with_targets]
    editions = [edition_name(name, language) for name in names]
    rows = [
        [
            year_name(group, language),
            *(str(group.editions.get(name, 0)) for name in names),
            str(len(group.targets)),
        ]
        for group in groups
    ]
    builder.table([_YEAR.say(language), *editions, _SUM.say(language)], rows)


def _write_held(
    builder: DocumentBuilder, editions: Sequence[Edition], shown: Sequence[Target]
) -> None:
    """Write what text is held of the editions that have targets here."""
    from plan_tui.model.rich_document import ListItem, run

    language, with_targets = builder.language, count_editions(shown)
    items = [
        ListItem(run(named(edition.name(language), edition.held(language), language)))
        for edition in editions
        if edition.id in with_targets
    ]
    if items:
        builder.paragraph(headed(_HELD.say(language), language))
        builder.bullets(items)


def _days(target: Target, language: Language) -> str:
    """Return the first and the last day of a target, or that they are not known."""
    known = interval(target.start, target.end)
    return known if target.end_known else UNKNOWN_DAYS.say(language)


def _cells(builder: DocumentBuilder, target: Target, today: str) -> list[Content | str]:
    from plan_tui.model.rich_document import LineBreak, run

    language = builder.language
    past = (LineBreak(), *run(PAST.say(language))) if target.is_past(today) else ()
    days = _days(target, language)
    return [
        (*run(target.text), LineBreak(), *run(days), *past),
        FIRMNESS[target.firmness].say(language),
        target.section.edition_id,
        (
            *run(headings.title(target.section, language)),
            LineBreak(),
            *builder.cite(target.section),
        ),
        target.sentence,
    ]
