"""A section beside its counterparts in other editions."""

from __future__ import annotations

from plan_tui.compare.sections.counterpart_differences import difference_of
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.views.comparison_lines import comparison_lines
from plan_tui.views.comparison_parts import facts_told_with, sections_of
from plan_tui.views.key_lookup import named_key
from plan_tui.views.view import View, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.comparison import Comparison, Counterpart, EditionColumn, FactRow
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.views.view import Paint, Record

_NO_OTHER = Phrase("比べる他の版がありません", "no other edition to compare with")


@record
class CompareView(View):
    """A comparison."""

    comparison: Comparison
    editions: Sequence[str] = ()
    """Ids of the editions asked for; empty for the usual ones."""

    columns = (
        *("base", "edition", "key", "label", "title", "citation", "relation", "asserted"),
        *("origin", "score", "similarity", "verdict", "reason", "moved_sentences", "held"),
        *("change", "base_extent", "extent", "mentions", "reason_en", "likelihood"),
        *("title_en", "base_title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        asked = ("--with", *self.editions) if self.editions else ()
        return ("compare", self.comparison.base.section.key, *asked)

    @property
    def nothing(self) -> str:
        """What to say where there is no edition to compare with."""
        return "" if self.comparison.columns else _NO_OTHER.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a counterpart, or one an edition that has none (``key`` is null)."""
        records = []
        for column in self.comparison.columns:
            records += [self._record(column, other) for other in column.counterparts]
            if not column.counterparts:
                records.append(self._record_of_none(column))
        return records

    def _base_record(self) -> Record:
        base = self.comparison.base.section
        return {
            "base": base.key,
            "base_edition": base.edition_id,
            "base_citation": base.citation,
            "base_title_en": base.title_en,
            "base_held": self.comparison.base.edition.held(self.language),
        }

    def _record(self, column: EditionColumn, other: Counterpart) -> Record:
        from plan_tui.views.section_records import section_record

        link, difference = other.link, difference_of(other)
        return (
            self._base_record()
            | section_record(other.section)
            | {
                "relation": link.relation,
                "base_extent": other.base_extent,
                "extent": other.extent,
                "asserted": link.accepted,
                "origin": link.origin,
                "score": round(link.score, 4),
                "likelihood": link.likelihood,
                "reason": other.reason(Language.JA),
                "reason_en": other.reason(Language.EN),
                "similarity": round(difference.similarity, 4) if other.is_compared else None,
                "notation_changes": difference.notation_changes,
                "moved_sentences": difference.moved_sentences,
                "verdict": column.verdict,
                **_statement(column),
                "held": column.edition.held(self.language),
                "facts": [_fact_record(row) for row in facts_told_with(column, other)],
                "footnotes": _footnote_records(other),
                "differences": _difference_records(other),
            }
        )

    def _record_of_none(self, column: EditionColumn) -> Record:
        return self._base_record() | {
            "key": None,
            "edition": column.edition.id,
            "verdict": column.verdict,
            **_statement(column),
            "reason": column.reason(Language.JA),
            "reason_en": column.reason(Language.EN),
            "held": column.edition.held(self.language),
            "facts": [],
            "footnotes": [],
            "differences": [],
        }

    def text(self, paint: Paint = no_paint) -> str:
        """Return the base section's place, then each edition's counterparts and differences."""
        return "\n".join(comparison_lines(self.comparison, self.language, paint)) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a table of differences for each counterpart, then the base section, whole."""
        from plan_tui.views.comparison_document import comparison_document

        builder = comparison_document(self.comparison, self.language)
        return builder.finish(attribution, self.command)


def compare_view(
    plan: Plan, language: Language, words: str, editions: Sequence[str] | None = None
) -> CompareView:
    """Return a section beside its counterparts.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        words: a key, a measure's number or a citation; see `named_key`.
        editions: ids of the editions to compare with; None for the usual ones.

    Raises:
        UsageError: there is no such section or edition.

    """
    from plan_tui.compare.sections.side_by_side import compare

    comparison = compare(plan, named_key(plan, words), editions)
    return CompareView(language, comparison, tuple(editions or ()))


def _statement(column: EditionColumn) -> Record:
    """Return what is said of the base section and the edition, and what only mentions it."""
    stated = column.stated
    return {
        "change": stated.change if stated else None,
        "below": stated.below if stated else 0,
        "below_all": stated.below_all if stated else 0,
        "mentions": [section.key for section in column.mentions],
    }


def _fact_record(row: FactRow) -> Record:
    return {
        "kind": row.kind,
        "group": row.group,
        "op": row.op,
        "left": row.left.text if row.left else None,
        "right": row.right.text if row.right else None,
        "grains": list(row.grains) if row.grains else None,
        "deadline": _deadline_sides(row),
        "alike": row.alike if row.left and row.right else None,
    }


def _deadline_sides(row: FactRow) -> str | None:
    """Return on which sides a fact is a deadline: ``left``, ``right``, ``both`` or none."""
    left, right = (fact is not None and fact.is_target for fact in (row.left, row.right))
    if left and right:
        return "both"
    return "left" if left else "right" if right else None


def _footnote_records(other: Counterpart) -> list[Record]:
    """Return the footnotes of both sides, each once."""
    return [
        {"key": section.key, "number": number, "text": text}
        for section, number, text in dict.fromkeys(
            (passage.section, note.marker, note.text)
            for passage in (*other.left, *other.right)
            for note in passage.footnotes
        )
    ]


def _difference_records(other: Counterpart) -> list[Record]:
    return [
        {
            "left_key": before.key if before else None,
            "right_key": after.key if after else None,
            "left": [[run.op, run.text] for run in row.left],
            "right": [[run.op, run.text] for run in row.right],
            "moved_to": row.moved_to if row.is_moved else None,
        }
        for row, (before, after) in zip(difference_of(other).rows, sections_of(other), strict=True)
    ]
