"""The suggestions between editions with what the reader decided, as rows or as lines to pass on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.compare.sections.decision_problems import decision_problem
from plan_tui.compare.sections.suggested_pairs import (
    ReviewScope,
    SuggestedPair,
    other_decisions,
    review_scope,
    suggested_pairs,
)
from plan_tui.labels.counterpart_names import link_standing
from plan_tui.labels.decision_names import (
    DECISIONS,
    decision_counts,
    extent_words,
    suggestion_reason,
)
from plan_tui.labels.punctuation import listed
from plan_tui.model.decisions import DecidedPlace, Decision, Pair
from plan_tui.model.records import Attribution, Section
from plan_tui.model.rich_document import RichDocument
from plan_tui.store.own_decisions import decisions_on
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record, replaced
from plan_tui.views.crosswalk_patch import crosswalk_patch
from plan_tui.views.document_builder import DocumentBuilder
from plan_tui.views.view import Paint, Record, View, limit_words, no_paint

_TITLE = Phrase("対応の候補の確認：{editions}", "Review of suggestions: {editions}")
_HEAD = (
    Phrase("判定", "Decision"),
    Phrase("前の版", "Earlier"),
    Phrase("後の版", "Later"),
    Phrase("候補", "Suggestion"),
    Phrase("理由", "Reason"),
)
_NOTHING = Phrase("確認する候補はありません", "there is nothing to review")
_NOT_DECIDED = Phrase("判定はまだありません", "nothing is decided yet")
_PROGRESS = Phrase("候補{count}件：{decided}", "{count} {count:suggestion|suggestions}: {decided}")
_UNDECIDED = Phrase("未判定 {count}", "{count} not decided")


@record
class ReviewRow:
    """A suggestion, a decision, or both."""

    suggested: SuggestedPair | None
    """None for a decision on what is no suggestion (any more)."""
    decision: Decision | None
    problem: Phrase | None = None
    """Why the decision cannot be taken over."""


@record
class ReviewView(View):
    """What `plan-tui review` prints."""

    scope: ReviewScope
    listed: Sequence[ReviewRow]
    sections: Mapping[str, Section]
    """All sections there are, by key."""
    as_patch: bool = False
    limit: int | None = None

    columns = (
        *("decision", "score", "likelihood", "from_key", "from_title", "to_key", "to_title"),
        *("from_extent", "to_extent", "reason", "reason_en", "problem"),
        *("from_title_en", "to_title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        patch = ("--as-patch",) if self.as_patch else ()
        return ("review", *self.scope.editions, *patch, *limit_words(self.limit))

    @property
    def nothing(self) -> str:
        """What to say where there is nothing to review, or to pass on."""
        if self.listed:
            return ""
        return (_NOT_DECIDED if self.as_patch else _NOTHING).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a suggestion or decision, the best suggestions first."""
        return [self._record(row) for row in self.shown]

    @property
    def shown(self) -> Sequence[ReviewRow]:
        """The rows that the limit leaves."""
        return self.listed[: self.limit]

    def _record(self, row: ReviewRow) -> Record:
        earlier, later = _places(row)
        link = row.suggested.link if row.suggested else None
        return {
            "decision": row.decision.kind if row.decision else None,
            "score": round(link.score, 4) if link else None,
            "likelihood": link.likelihood if link else None,
            "from_key": earlier.key,
            "from_title": earlier.heading,
            "to_key": later.key,
            "to_title": later.heading,
            "from_extent": earlier.extent,
            "to_extent": later.extent,
            "from_block": earlier.block,
            "to_block": later.block,
            "reason": link.reason if link else None,
            "reason_en": link.reason_en if link else None,
            "problem": row.problem.say(self.language) if row.problem else None,
            "from_title_en": self._title_en(earlier.key),
            "to_title_en": self._title_en(later.key),
        }

    def _title_en(self, key: str) -> str | None:
        return self.sections[key].title_en if key in self.sections else None

    def text(self, paint: Paint = no_paint) -> str:
        """Return three lines a row, or the lines to pass on."""
        if self.as_patch:
            return crosswalk_patch(self._decisions(), self.sections)
        lines = [paint("head", self._progress())]
        for row in self.shown:
            earlier, later = _places(row)
            lines += [
                "",
                f"{self._state(row)}  {paint('dim', self._standing(row))}".rstrip(),
                f"  {paint('key', earlier.key)} {earlier.heading}".rstrip(),
                f"  {paint('key', later.key)} {later.heading}".rstrip(),
            ]
            if why := self._why(row):
                lines.append(f"  {paint('dim', why)}")
        return "\n".join(lines) + "\n"

    def _decisions(self) -> list[Decision]:
        return [row.decision for row in self.shown if row.decision and not row.problem]

    def _progress(self) -> str:
        rows = [row for row in self.listed if row.suggested]
        left = sum(row.decision is None for row in rows)
        decided = decision_counts(
            (row.decision for row in self.listed if row.decision), self.language
        )
        undecided = _UNDECIDED.say(self.language, count=left)
        words = listed(filter(None, (decided, undecided)), self.language)
        return _PROGRESS.say(self.language, count=len(rows), decided=words)

    def _state(self, row: ReviewRow) -> str:
        return DECISIONS[row.decision.kind].say(self.language) if row.decision else "-"

    def _standing(self, row: ReviewRow) -> str:
        earlier, later = _places(row)
        extents = extent_words(earlier.extent, later.extent, self.language)
        if row.suggested is None:
            return extents
        return f"{link_standing(row.suggested.link).say(self.language)}  {extents}"

    def _why(self, row: ReviewRow) -> str:
        if row.problem:
            return row.problem.say(self.language)
        if row.suggested is None:
            return ""
        told = row.suggested
        return suggestion_reason(told.link, told.ends, told.alone, self.language)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the rows as a table."""
        builder = DocumentBuilder(self.language)
        editions = listed(self.scope.editions, self.language)
        builder.heading(1, _TITLE.say(self.language, editions=editions))
        builder.paragraph(self._progress())
        rows = []
        for row in self.shown:
            earlier, later = _places(row)
            ends = (f"{place.key} {place.heading}" for place in (earlier, later))
            rows.append([self._state(row), *ends, self._standing(row), self._why(row)])
        builder.table([phrase.say(self.language) for phrase in _HEAD], rows)
        return builder.finish(attribution, self.command)


def _places(row: ReviewRow) -> tuple[DecidedPlace, DecidedPlace]:
    """Return what is decided, else what is suggested."""
    if row.decision and not (row.decision.apart and row.suggested):
        return row.decision.first, row.decision.second
    assert row.suggested is not None
    link = row.suggested.link
    ends = (
        (row.suggested.earlier, link.from_extent),
        (row.suggested.later, link.to_extent),
    )
    first, second = (DecidedPlace(s.key, s.title, extent) for s, extent in ends)
    return first, second


def review_view(
    plan: Plan,
    language: Language,
    editions: Sequence[str] = (),
    *,
    as_patch: bool = False,
    limit: int | None = None,
) -> ReviewView:
    """Return the suggestions between editions, with the reader's decisions.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        editions: one against all, or two; without any, what was added last.
        as_patch: only what was decided, as text for the project's crosswalk.
        limit: rows at most.

    Raises:
        UsageError: there is no such edition, or no other one.
        DataError: the file of the decisions cannot be read, or an entry of it is at fault.

    """
    scope = review_scope(plan, editions)
    sections = {section.key: section for section in plan.sections()}
    rows = review_rows(scope, suggested_pairs(plan, scope), decisions_on(plan), sections)
    if as_patch:
        rows = [row for row in rows if row.decision]
    return ReviewView(language, scope, rows, sections, as_patch, limit)


def review_rows(
    scope: ReviewScope,
    suggested: Sequence[SuggestedPair],
    decisions: Mapping[Pair, Decision],
    sections: Mapping[str, Section],
) -> list[ReviewRow]:
    """Return the suggestions, each with its decision, then the decisions on what is none.

    Args:
        scope: the editions.
        suggested: the suggestions between them.
        decisions: all that were made.
        sections: all sections there are, by key.

    """
    rows = [ReviewRow(each, _in_time(decisions.get(each.pair), each)) for each in suggested]
    rest = other_decisions(scope, suggested, decisions, sections)
    rows += [ReviewRow(None, each, decision_problem(each, sections)) for each in rest]
    return rows


def _in_time(decision: Decision | None, suggested: SuggestedPair) -> Decision | None:
    """Return a decision with the place in the earlier edition first."""
    if decision is None or decision.first.key == suggested.earlier.key:
        return decision
    return replaced(decision, first=decision.second, second=decision.first)
