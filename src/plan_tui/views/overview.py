"""What the data holds, in figures."""

from __future__ import annotations

from plan_tui.labels.change_names import CHANGE_KINDS
from plan_tui.labels.own_data import OWN_WITH
from plan_tui.labels.topic_names import TOPIC_GROUPS
from plan_tui.model import headings
from plan_tui.model.comparison_enums import (
    ChangeKind,
    TopicGroup,
)
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.text.width import pad, width
from plan_tui.views.topics import TOPICS
from plan_tui.views.view import View, limit_words, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from plan_tui.model.records import Attribution, Document
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.model.statistics import Overview
    from plan_tui.store.plan import Plan
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("概観", "Overview")
_GROUPS: dict[str, Phrase] = {
    "document": Phrase("収録テキスト", "Text held"),
    "part": Phrase("見出し", "Headings"),
    "chapter": Phrase("施策とKPI", "Measures and KPIs"),
    "year": Phrase("期限のある目標（年度別）", "Dated targets by fiscal year"),
    "change": Phrase("版の間の変化", "Changes between editions"),
    "topic": TOPICS,
}
_FIGURES: dict[str, Phrase] = {
    "sections": Phrase("見出し", "headings"),
    "contents_only": Phrase("目次のみの見出し", "headings of contents pages alone"),
    "characters": Phrase("文字", "characters"),
    "footnotes": Phrase("脚注", "footnotes"),
    "tables": Phrase("表", "tables"),
    "measures": Phrase("施策", "measures"),
    "unset_measures": Phrase("未設定のKPIがある施策", "measures with a KPI unset"),
    "kpis": Phrase("KPI", "KPIs"),
    "unset_kpis": Phrase("未設定のKPI", "KPIs unset"),
    "targets": Phrase("目標", "targets"),
}
SUGGESTED = Phrase("うち候補（未確認）", "of these suggestions (not confirmed)")
_HEAD = (
    Phrase("対象", "Of"),
    Phrase("数えたもの", "Counted"),
    Phrase("数", "Count"),
    Phrase("一覧のコマンド", "Command that lists them"),
)


@record
class OverviewView(View):
    """Figures, each with the command that lists what it counts."""

    overview: Overview
    limit: int | None = None

    columns = ("group", "edition", "name", "figure", "count", "command")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("overview", *limit_words(self.limit))

    def records(self) -> list[Record]:
        """Return one record a figure; ``command`` gives the list that it counts, if any."""
        return self._records_in(Language.JA)

    def _records_in(self, language: Language) -> list[Record]:
        """Return the records with the names that a language has."""
        return list(_records(self.overview, language))[: self.limit]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the figures in groups, numbers in one column."""
        records = self._records_in(self.language)
        rows = [_cells(record, self.language) for record in records]
        sizes = [max((width(cells[n]) for cells in rows), default=0) + 2 for n in range(2)]
        lines = [paint("dim", line) for line in self._whose()]
        group = ""
        for figures, (name, figure, count, command) in zip(records, rows, strict=True):
            if figures["group"] != group:
                group = str(figures["group"])
                lines += [""] * bool(lines) + [paint("head", _GROUPS[group].say(self.language))]
            shown = f"{pad(name, sizes[0])}{pad(figure, sizes[1])}{int(count):>8,}"
            lines.append(f"{shown}  {paint('dim', command)}".rstrip())
        return "\n".join(lines) + "\n"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return a table for each group of figures."""
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language))
        for line in self._whose():
            builder.remark(line)
        records = self._records_in(self.language)
        for group, title in _GROUPS.items():
            rows = [_cells(record, self.language) for record in records if record["group"] == group]
            if rows:
                builder.heading(2, title.say(self.language))
                builder.table([phrase.say(self.language) for phrase in _HEAD], rows)
        return builder.finish(attribution, self.command)

    def _whose(self) -> list[str]:
        """Say that the database is the reader's own, if it is."""
        added = ", ".join(self.overview.added)
        return [OWN_WITH.say(self.language, documents=added)] if added else []


def overview_view(plan: Plan, language: Language, limit: int | None = None) -> OverviewView:
    """Return what the data holds, in figures, at most ``limit`` of them."""
    from plan_tui.store.overview_queries import overview

    return OverviewView(language, overview(plan), limit)


def _records(overview: Overview, language: Language) -> Iterator[Record]:
    yield from _documents(overview, language)
    yield from _measures(overview, language)
    yield from _comparisons(overview)


def _documents(overview: Overview, language: Language) -> Iterator[Record]:
    for counts in overview.documents:
        held, name = counts.document, _document_name(counts.document, language)
        tree = f"tree --document {held.id}"
        yield _record("document", held.edition_id, name, "sections", counts.sections, tree)
        for figure in ("contents_only", "characters", "footnotes", "tables"):
            yield _record("document", held.edition_id, name, figure, getattr(counts, figure))
    for counts in overview.documents:
        for part in counts.parts:
            edition, name = part.section.edition_id, headings.heading(part.section, language)
            under = f"tree under:{part.section.key}"
            yield _record("part", edition, name, "sections", part.sections, under)


def _measures(overview: Overview, language: Language) -> Iterator[Record]:
    several = len(overview.with_measures) > 1
    for chapter in overview.chapters:
        title = headings.title(chapter.section, language) if chapter.section else ""
        edition = chapter.edition if several else ""
        name = " ".join(filter(None, (edition, chapter.chapter, title)))
        asked = f"measures chapter:{chapter.chapter}{f' edition:{edition}' if edition else ''}"
        listed = {"measures": asked, "unset_measures": f"{asked} kpi:unset"}
        for figure in ("measures", "unset_measures", "kpis", "unset_kpis"):
            count, command = getattr(chapter, figure), listed.get(figure, "")
            yield _record("chapter", chapter.edition, name, figure, count, command)


def _comparisons(overview: Overview) -> Iterator[Record]:
    for year in overview.years:
        for edition in (each.id for each in overview.editions):
            if count := year.by_edition.get(edition):
                command = f"targets due:fy{year.year} edition:{edition}"
                yield _record("year", edition, str(year.year), "targets", count, command)
    for pair in overview.pairs:
        for relation, count in sorted(pair.relations.items()):
            command = f"changes {pair.older} {pair.newer} --only {relation}"
            name = f"{pair.older} > {pair.newer}"
            yield _record("change", pair.newer, name, relation, count, command)
        if pair.suggested:
            yield _record("change", pair.newer, name, "suggested", pair.suggested)
    for number, edition in enumerate(overview.compared):
        for kind in TopicGroup if number else (TopicGroup.IN_,):
            count = overview.count_of(kind, edition)
            yield _record("topic", edition, edition, kind, count, f"topics {kind} {edition}")


def _document_name(document: Document, language: Language) -> str:
    """Return a document's title, in English its edition and kind, as the screen calls it."""
    if language is Language.JA:
        return document.title
    from plan_tui.labels.edition_names import edition_name
    from plan_tui.labels.kind_names import DOCUMENT_KINDS

    edition = edition_name(document.edition_id, language)
    return f"{edition} {DOCUMENT_KINDS[document.kind].say(language)}"


def _record(
    group: str, edition: str, name: str, figure: str, count: int, command: str = ""
) -> Record:
    return {
        "group": group,
        "edition": edition,
        "name": name,
        "figure": figure,
        "count": count,
        "command": f"plan-tui {command}" if command else "",
    }


def _cells(record: Record, language: Language) -> list[str]:
    figure = _figure(str(record["group"]), str(record["figure"])).say(language)
    return [str(record["name"]), figure, str(record["count"]), str(record["command"])]


def _figure(group: str, figure: str) -> Phrase:
    """Return the words for what was counted."""
    match group:
        case "change" if figure == "suggested":
            return SUGGESTED
        case "change":
            return CHANGE_KINDS[ChangeKind(figure)]
        case "topic":
            return TOPIC_GROUPS[TopicGroup(figure)]
        case _:
            return _FIGURES[figure]
