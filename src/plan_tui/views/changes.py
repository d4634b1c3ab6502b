"""What became of an outline from one edition to a later one."""

from __future__ import annotations

from itertools import takewhile

from plan_tui.errors import UsageError
from plan_tui.labels.change_names import CHANGE_GROUPS, CHANGE_KINDS, CHANGE_MEANINGS
from plan_tui.labels.counterpart_names import below_words, continuation_words, suggested
from plan_tui.labels.punctuation import in_brackets, listed, named
from plan_tui.model import headings
from plan_tui.model.comparison_enums import (
    ChangeGroup,
    ChangeKind,
)
from plan_tui.query.grammar import parse_query
from plan_tui.store.edition_lookup import edition_named, newest_pair
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced
from plan_tui.text.width import pad, width
from plan_tui.views.section_records import short_record
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.model.outline_changes import Change, Changes
    from plan_tui.model.records import Attribution, Section
    from plan_tui.model.rich_document import (
        Content,
        RichDocument,
    )
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("{older}から{newer}への変化", "Changes from {older} to {newer}")
_HEAD_RELATION = Phrase("関係", "Relation")
_HEAD_REASON = Phrase("根拠", "Reason")
_NOTE = Phrase(
    "「前の版に記載なし」「収録テキストに記載なし」は、この2つの版の収録テキストについていいます。",
    "“Not in the earlier text” and “not in the text held” speak of the text held of these two.",
)

_ONE_EDITION = Phrase(
    "指定された版は{name}だけです。後の版（{known}）も指定するか、{name}も省いてください"
    "。詳しくは`plan-tui changes --help`",
    "{name} alone is named: leave it out, or also name a later one ({known}); required: "
    "TO; see `plan-tui changes --help`",
)
_LAST_EDITION = Phrase(
    "指定された版は{name}だけで、それより後の版はありません。前の版（{known}）も先に指定するか、"
    "{name}も省いてください。詳しくは`plan-tui changes --help`",
    "{name} alone is named, and no later one is held: leave it out, or also name an earlier "
    "one before it ({known}); see `plan-tui changes --help`",
)
_NO_PAIR = Phrase(
    "比べる2つの版がありません。ほかの版を追加してください",
    "there are no two editions to compare; add another one",
)
_ROLES = {ChangeKind.NEW: "new", ChangeKind.DROPPED: "gone"}
"""Colours of headings that one edition alone has."""


@record
class ChangesView(View):
    """The changes between two editions."""

    changes: Changes
    filters: str = ""
    only: Sequence[ChangeKind] = ()
    """The relations asked for; empty for all."""
    limit: int | None = None

    columns = (
        *("relation", "asserted", "from_key", "from_title", "to_key", "to_title"),
        *(
            "from_extent",
            "to_extent",
            "shared",
            "below",
            "below_all",
            "score",
            "reason",
            "reason_en",
            "likelihood",
            "from_title_en",
            "to_title_en",
        ),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        editions = (self.changes.older.id, self.changes.newer.id)
        only = ("--only", *map(str, self.only)) if self.only else ()
        options = (*only, *limit_words(self.limit))
        return ("changes", *editions, *query_words(self.filters, *options))

    @property
    def nothing(self) -> str:
        """What to say where no row passes the filters."""
        if self.changes.rows:
            return ""
        asked = self.filters or f"{self.changes.older.id} {self.changes.newer.id}"
        return NO_MATCH.of(query=asked).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a row; the newer sections are a list, each with what goes on there."""
        return [
            {
                "relation": row.relation,
                "asserted": row.asserted,
                "from_edition": self.changes.older.id,
                "to_edition": self.changes.newer.id,
                "from": short_record(row.older) if row.older else None,
                "to": _to_records(row),
                "shared": _rounded(row.shared),
                "below": row.below,
                "below_all": row.below_all,
                "score": round(row.score, 4),
                "likelihood": row.likelihood,
                "reason": row.reason,
                "reason_en": row.reason_en,
            }
            for row in self.changes.rows
        ]

    def rows(self) -> list[Record]:
        """Return the rows as flat records, for a table."""
        return [
            {
                "relation": row.relation,
                "asserted": row.asserted,
                "from_key": row.older.key if row.older else None,
                "from_title": row.older.heading if row.older else None,
                "to_key": [section.key for section in row.newer],
                "to_title": [section.heading for section in row.newer],
                "from_extent": [each.from_extent for each in row.continuations],
                "to_extent": [each.to_extent for each in row.continuations],
                "shared": _rounded(row.shared),
                "below": row.below,
                "below_all": row.below_all,
                "score": round(row.score, 4),
                "likelihood": row.likelihood,
                "reason": row.reason,
                "reason_en": row.reason_en,
                "from_title_en": row.older.title_en if row.older else None,
                "to_title_en": [section.title_en for section in row.newer],
            }
            for row in self.changes.rows
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the counts, then each row: relation, older section, newer sections."""
        rows = self.changes.rows
        relations = [_relation(row, self.language) for row in rows]
        first = max(map(width, relations), default=0) + 2
        keys = max((width(row.older.key) for row in rows if row.older), default=0) + 2
        lines = [
            paint("head", self._title()),
            _counts(self.changes, self.language),
            paint("dim", _NOTE.say(self.language)),
            *(paint("dim", line) for line in self._held()),
            "",
        ]
        for row, relation in zip(rows, relations, strict=True):
            older = row.older.key if row.older else ""
            lines.append(
                paint(_ROLES.get(row.relation, "head"), pad(relation, first))
                + paint("key", pad(older, keys))
                + (headings.heading(row.older, self.language) if row.older else "－")
            )
            below = below_words(row, self.language)
            if below:
                lines.append(f"{' ' * first}{paint('dim', below)}")
            for section, how in _named(row, self.language):
                heading = headings.heading(section, self.language)
                beside = f"  {paint('dim', how)}" if how else ""
                lines.append(f"{' ' * (first - 2)}> {paint('key', section.key)}  {heading}{beside}")
        return "\n".join(lines) + "\n"

    def _held(self) -> list[str]:
        """Return what is held of both editions, a line each."""
        editions = (self.changes.older, self.changes.newer)
        return [
            named(each.name(self.language), each.held(self.language), self.language)
            for each in editions
        ]

    def _legend(self) -> list[str]:
        """Return what each word that a row has says, a line each."""
        return [
            named(
                CHANGE_GROUPS[group].say(self.language),
                CHANGE_MEANINGS[group].say(self.language),
                self.language,
            )
            for group in self.changes.counts
        ]

    def _title(self) -> str:
        older, newer = self.changes.older, self.changes.newer
        names = {"older": older.name(self.language), "newer": newer.name(self.language)}
        return _TITLE.say(self.language, **names)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the counts and a table of all rows, with keys and reasons."""
        from plan_tui.model.rich_document import ListItem, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, self._title())
        builder.paragraph(_counts(self.changes, self.language))
        builder.paragraph(_NOTE.say(self.language))
        builder.bullets([ListItem(run(line)) for line in (*self._held(), *self._legend())])
        older, newer = self.changes.older, self.changes.newer
        columns = [
            _HEAD_RELATION.say(self.language),
            older.name(self.language),
            newer.name(self.language),
            _HEAD_REASON.say(self.language),
        ]
        builder.table(columns, [_cells(builder, row) for row in self.changes.rows])
        return builder.finish(attribution, self.command)


def changes_view(
    plan: Plan,
    language: Language,
    older: str,
    newer: str,
    filters: str = "",
    only: Sequence[ChangeKind] | None = None,
    limit: int | None = None,
) -> ChangesView:
    """Return what became of one edition's outline in a later one.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        older: id of the earlier edition.
        newer: id of the later one.
        filters: filters and words, as typed.
        only: the relations to show; None for all.
        limit: rows at most.

    Raises:
        UsageError: there is no such edition, or a filter is wrong.

    """
    from plan_tui.compare.sections.outline_diff import changes

    whole = changes(plan, older, newer, parse_query(filters), only)
    shown = replaced(whole, rows=whole.rows[:limit])
    return ChangesView(language, shown, filters, tuple(only or ()), limit)


def changes_asked(plan: Plan, words: Sequence[str]) -> tuple[str, str, str]:
    """Return the earlier edition, the later one and the filters that ``words`` ask for.

    Where no edition is named before the filters, they are the newest pair.

    Raises:
        UsageError: one edition alone is named, or the plan does not hold two.

    """
    named = list(takewhile(lambda word: not _is_filter(word), words[:2]))
    if len(named) == 2:
        return named[0], named[1], " ".join(words[2:])
    if named:
        edition = edition_named(plan, named[0])
        ids = [each.id for each in plan.editions()]
        place = ids.index(edition.id)
        complaint, known = _ONE_EDITION, ids[place + 1 :]
        if not known:
            complaint, known = (_LAST_EDITION, ids[:place]) if place else (_NO_PAIR, [])
        raise UsageError(complaint.of(name=edition.id, known=", ".join(known)))
    pair = newest_pair(plan)
    if pair is None:
        raise UsageError(_NO_PAIR)
    return *pair, " ".join(words)


def _is_filter(word: str) -> bool:
    return bool(parse_query(word).filters)


def _relation(row: Change, language: Language) -> str:
    relation = CHANGE_KINDS[row.relation]
    if row.group is not ChangeGroup.SUGGESTED:
        return relation.say(language)
    return suggested(relation, row.likelihood, language)


def _counts(view: Changes, language: Language) -> str:
    groups = (f"{CHANGE_GROUPS[group].say(language)} {n}" for group, n in view.counts.items())
    return listed(groups, language)


def _cells(builder: DocumentBuilder, row: Change) -> list[Content | str]:
    from plan_tui.model.rich_document import below_each_other

    return [
        _relation(row, builder.language),
        _cited(builder, row.older) if row.older else "",
        below_each_other(_named_cells(builder, row)),
        headings.reason(row, builder.language),
    ]


def _named_cells(builder: DocumentBuilder, row: Change) -> Iterator[Content]:
    from plan_tui.model.rich_document import run

    below = below_words(row, builder.language)
    if below:
        yield run(below)
    for section, how in _named(row, builder.language):
        yield (*_cited(builder, section), *run(in_brackets(how, builder.language)))


def _named(row: Change, language: Language) -> list[tuple[Section, str]]:
    """Return the newer sections of a row, each with how much of what goes on there."""
    if not row.continuations:
        return [(section, "") for section in row.newer]
    return [(each.section, continuation_words(each, language)) for each in row.continuations]


def _to_records(row: Change) -> list[Record]:
    if not row.continuations:
        return [short_record(section) for section in row.newer]
    return [
        short_record(each.section)
        | {
            "from_extent": each.from_extent,
            "to_extent": each.to_extent,
            "shared": _rounded(each.shared),
        }
        for each in row.continuations
    ]


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def _cited(builder: DocumentBuilder, section: Section) -> Content:
    from plan_tui.model.rich_document import LineBreak, run

    return (*run(headings.title(section, builder.language)), LineBreak(), *builder.cite(section))
