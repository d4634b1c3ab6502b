"""KPIs, one a row: status, number to reach, due date."""

from __future__ import annotations

from plan_tui.labels.measure_names import DUE, KPI_KINDS, KPI_STATUSES, STATUS, TARGET
from plan_tui.model import headings
from plan_tui.model.kpi_goals import kpi_goals
from plan_tui.query.grammar import parse_query
from plan_tui.search.filtered_lists import measures
from plan_tui.text.calendar import DateBasis
from plan_tui.text.day_names import UNKNOWN_DAYS, interval
from plan_tui.text.language import Phrase
from plan_tui.text.record import record, replaced
from plan_tui.text.width import pad, width
from plan_tui.views.section_records import section_record
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.kpi_goals import KpiGoal
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.query.grammar import Query
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.document_builder import DocumentBuilder
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("KPIの一覧", "KPIs")
_MEASURE = Phrase("施策", "Measure")
_KIND = Phrase("種類", "Kind")
_KPI = Phrase("KPI", "KPI")
_STATUS_FILTER = "kpi"
_BETWEEN = Phrase("・", " · ")
"""Between facts of several words each."""
_COLUMNS = (_MEASURE, _KIND, _KPI, STATUS, TARGET, DUE)


@record
class KpisView(View):
    """KPIs in the order of their measures."""

    goals: Sequence[KpiGoal]
    filters: str = ""
    limit: int | None = None

    columns = (
        *("measure", "key", "title", "edition", "kind", "ordinal", "status", "text", "value"),
        *("unit", "comparator", "due", "due_printed", "due_place", "title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("kpis", *query_words(self.filters, *limit_words(self.limit)))

    @property
    def nothing(self) -> str:
        """What to say where no KPI passes the filters."""
        return "" if self.goals else NO_MATCH.of(query=self.filters).say(self.language)

    def records(self) -> list[Record]:
        """Return one record a KPI; ``kind`` is that of the KPI."""
        return [_record(goal) for goal in self.goals]

    def text(self, paint: Paint = no_paint) -> str:
        """Return each measure's heading, its KPIs below it with status, number and due date."""
        keys = max((width(goal.card.section.key) for goal in self.goals), default=0) + 2
        lines: list[str] = []
        above = ""
        for goal in self.goals:
            section = goal.card.section
            if section.key != above:
                title = headings.title(section, self.language)
                lines.append(f"{paint('key', pad(section.key, keys))}{title}")
                above = section.key
            kind = paint("dim", KPI_KINDS[goal.kpi.kind].say(self.language))
            lines.append(f"  {kind} {' '.join(goal.kpi.text.splitlines())}")
            facts = self._facts(goal)
            if facts:
                lines.append(f"    {paint('dim', _BETWEEN.say(self.language).join(facts))}")
        return "\n".join(lines) + "\n" if lines else ""

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the KPIs as a table."""
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        rows = [self._cells(builder, goal) for goal in self.goals]
        builder.table([column.say(self.language) for column in _COLUMNS], rows)
        return builder.finish(attribution, self.command)

    def _facts(self, goal: KpiGoal) -> list[str]:
        """Return the status, the numbers to reach and the due date, as far as there are any."""
        numbers = " / ".join(number.text for number in goal.numbers)
        named = ((STATUS, _status(goal, self.language)), (TARGET, numbers), (DUE, self._due(goal)))
        return [f"{name.say(self.language)} {words}" for name, words in named if words]

    def _due(self, goal: KpiGoal) -> str:
        date = goal.date
        if date is None:
            return ""
        unknown = date.basis is DateBasis.UNRESOLVED
        days = UNKNOWN_DAYS.say(self.language) if unknown else interval(date.start, date.end)
        return f"{' '.join(date.text.split())} = {days}"

    def _cells(self, builder: DocumentBuilder, goal: KpiGoal) -> list[Content | str]:
        from plan_tui.model.rich_document import LineBreak, below_each_other, run

        section = goal.card.section
        return [
            (*run(headings.title(section, self.language)), LineBreak(), *builder.cite(section)),
            KPI_KINDS[goal.kpi.kind].say(self.language),
            goal.kpi.text,
            _status(goal, self.language),
            below_each_other(run(number.text) for number in goal.numbers),
            self._due(goal),
        ]


def kpis_view(
    plan: Plan, language: Language, filters: str = "", limit: int | None = None
) -> KpisView:
    """Return the KPIs of the measures that pass the filters, at most ``limit`` of them.

    ``kpi:`` asks for the KPI's own status, all other filters about its measure.

    Raises:
        UsageError: a filter is wrong.

    """
    query = parse_query(filters)
    others = tuple(each for each in query.filters if each.name != _STATUS_FILTER)
    cards = measures(plan, replaced(query, filters=others))
    goals = [goal for goal in kpi_goals(cards) if _passes(goal, query)]
    return KpisView(language, goals[:limit], filters, limit)


def _passes(goal: KpiGoal, query: Query) -> bool:
    status = str(goal.kpi.status or "")
    values = {status, f"{goal.kpi.kind}={status}"}
    asked = query.named(_STATUS_FILTER)
    return all(values.isdisjoint(each.values) is each.negated for each in asked)


def _status(goal: KpiGoal, language: Language) -> str:
    return KPI_STATUSES[goal.kpi.status].say(language) if goal.kpi.status else ""


def _record(goal: KpiGoal) -> Record:
    number, date = goal.number, goal.date
    return section_record(goal.card.section) | {
        "measure": goal.card.number,
        "kind": goal.kpi.kind,
        "ordinal": goal.kpi.ordinal,
        "status": goal.kpi.status,
        "text": goal.kpi.text,
        "value": number.value if number else None,
        "unit": (number.unit or None) if number else None,
        "comparator": number.comparator if number else None,
        "due": goal.due,
        "due_printed": date.text if date else None,
        "due_place": goal.due_place,
    }
