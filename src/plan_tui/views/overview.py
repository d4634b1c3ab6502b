"""The figures of the overview as objects, text and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from plan_tui.export.json_lists import Record
from plan_tui.export.markdown import Sheet
from plan_tui.export.markdown_escape import inline, table
from plan_tui.export.plain_text import Paint, no_paint
from plan_tui.labels.terms import RELATION
from plan_tui.model.enums import ChangeKind, TopicGroup
from plan_tui.model.records import Attribution
from plan_tui.model.statistics import Overview
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width
from plan_tui.views.topics import TOPICS

COLUMNS = ("group", "edition", "name", "figure", "count", "command")
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
    "in": Phrase("記述のある事項", "topics spoken of"),
    "new": Phrase("新しい事項", "topics that are new"),
    "dropped": Phrase("記述のない事項", "topics dropped"),
}
_HEAD = (
    Phrase("対象", "Of"),
    Phrase("数えたもの", "Counted"),
    Phrase("数", "Count"),
    Phrase("一覧のコマンド", "Command that lists them"),
)


def records(found: Overview) -> list[Record]:
    """Return one record a figure; ``command`` gives the list that it counts, if there is one."""
    return list(_records(found))


def _records(found: Overview) -> Iterator[Record]:
    yield from _documents(found)
    yield from _measures(found)
    yield from _comparisons(found)


def _documents(found: Overview) -> Iterator[Record]:
    for one in found.documents:
        held, name = one.document, one.document.title
        tree = f"tree --document {held.id}"
        yield _record("document", held.edition_id, name, "sections", one.sections, tree)
        for figure in ("contents_only", "characters", "footnotes", "tables"):
            yield _record("document", held.edition_id, name, figure, getattr(one, figure))
    for one in found.documents:
        for part in one.parts:
            edition, name = part.section.edition_id, part.section.heading
            under = f"tree under:{part.section.key}"
            yield _record("part", edition, name, "sections", part.sections, under)


def _measures(found: Overview) -> Iterator[Record]:
    for chapter in found.chapters:
        section = chapter.section
        name = f"{chapter.chapter} {section.title if section else ''}".strip()
        edition = section.edition_id if section else ""
        listed = {
            "measures": f"measures chapter:{chapter.chapter}",
            "unset_measures": f"measures chapter:{chapter.chapter} kpi:unset",
        }
        for figure in ("measures", "unset_measures", "kpis", "unset_kpis"):
            count, command = getattr(chapter, figure), listed.get(figure, "")
            yield _record("chapter", edition, name, figure, count, command)


def _comparisons(found: Overview) -> Iterator[Record]:
    for year in found.years:
        for edition, count in sorted(year.by_edition.items()):
            command = f"targets due:fy{year.year} edition:{edition}"
            yield _record("year", edition, str(year.year), "targets", count, command)
    for pair in found.pairs:
        for relation, count in sorted(pair.relations.items()):
            command = f"changes {pair.older} {pair.newer} --only {relation}"
            name = f"{pair.older} > {pair.newer}"
            yield _record("change", pair.newer, name, relation, count, command)
    for number, edition in enumerate(found.compared):
        for kind in TopicGroup if number else (TopicGroup.IN_,):
            count = len(found.topics_of(kind, edition))
            yield _record("topic", edition, edition, kind, count, f"topics {kind} {edition}")


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


def _said(record: Record, language: Language) -> list[str]:
    kinds = {} if record["group"] == "topic" else {str(kind): RELATION[kind] for kind in ChangeKind}
    figure = (_FIGURES | kinds)[str(record["figure"])].say(language)
    return [str(record["name"]), figure, str(record["count"]), str(record["command"])]


def text(
    found: Overview, language: Language, limit: int | None = None, paint: Paint = no_paint
) -> str:
    """Return the figures in groups, numbers in one column."""
    rows = records(found)[:limit]
    said = [_said(row, language) for row in rows]
    sizes = [max((width(cells[n]) for cells in said), default=0) + 2 for n in range(2)]
    lines: list[str] = []
    group = ""
    for row, (name, figure, count, command) in zip(rows, said, strict=True):
        if row["group"] != group:
            group = str(row["group"])
            lines += [""] * bool(lines) + [paint("head", _GROUPS[group].say(language))]
        shown = f"{pad(name, sizes[0])}{pad(figure, sizes[1])}{int(count):>8,}"
        lines.append(f"{shown}  {paint('dim', command)}".rstrip())
    return "\n".join(lines) + "\n"


def markdown(
    found: Overview,
    attribution: Attribution,
    language: Language,
    limit: int | None = None,
    command: str = "",
) -> str:
    """Return a table for each group of figures."""
    sheet = Sheet(language)
    sheet.heading(1, _TITLE.say(language))
    rows = records(found)[:limit]
    head = [phrase.say(language) for phrase in _HEAD]
    for group, title in _GROUPS.items():
        own = [_said(row, language) for row in rows if row["group"] == group]
        if own:
            sheet.heading(2, title.say(language))
            sheet.add(table(head, [[inline(cell) for cell in cells] for cells in own]))
    return sheet.finish(attribution, command)
