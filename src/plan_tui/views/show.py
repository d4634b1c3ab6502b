"""One section or measure, whole, or a chapter of them."""

from __future__ import annotations

from plan_tui.labels.section_parts import SECTIONS_BELOW
from plan_tui.model import headings
from plan_tui.text.record import record
from plan_tui.views.key_lookup import named_key
from plan_tui.views.section_lines import section_lines
from plan_tui.views.section_records import kpi_record, section_record, short_record
from plan_tui.views.text_lines import joined_lines
from plan_tui.views.view import View, limit_words, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Attribution, Block, SectionText
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint, Record


@record
class ShowView(View):
    """Sections of one document, each whole."""

    texts: Sequence[SectionText]
    """At least one; the first is the one asked for, the others stand below it."""
    below: bool = False
    """True if all sections below it were asked for too."""
    limit: int | None = None

    columns = ("key", "part", "marker", "text", "title_en")

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        below = ("--below",) if self.below else ()
        return ("show", self.texts[0].section.key, *below, *limit_words(self.limit))

    def records(self) -> list[Record]:
        """Return one record a section."""
        return [_record(text) for text in self.texts]

    def rows(self) -> list[Record]:
        """Return the parts of sections as records: title, blocks, KPIs, footnotes."""
        return [row for text in self.texts for row in _rows(text)]

    def text(self, paint: Paint = no_paint) -> str:
        """Return each section: place, heading, text, KPIs, footnotes, headings below."""
        written = (joined_lines(section_lines(text, self.language, paint)) for text in self.texts)
        return "\n".join(written)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return sections headed by their depths; one by itself with the headings below it."""
        from plan_tui.model.rich_document import ListItem, Markup, run
        from plan_tui.views.document_builder import DocumentBuilder
        from plan_tui.views.section_document import write_section

        builder = DocumentBuilder(self.language)
        first = self.texts[0].section
        for text in self.texts:
            write_section(builder, text, 1 + text.section.depth - first.depth)
        if not self.below and self.texts[0].children:
            builder.heading(2, SECTIONS_BELOW.say(self.language))
            builder.bullets(
                [
                    ListItem(
                        (
                            *run(f"{headings.heading(child, self.language)} "),
                            *run(child.key, Markup.CODE),
                        )
                    )
                    for child in self.texts[0].children
                ]
            )
        return builder.finish(attribution, self.command)


def show_view(
    plan: Plan, language: Language, words: str, *, below: bool = False, limit: int | None = None
) -> ShowView:
    """Return one section or measure, whole.

    Args:
        plan: the stored plan.
        language: of the words around the plan's text.
        words: a key, a measure's number or a citation; see `named_key`.
        below: also return all sections below it.
        limit: sections at most.

    Raises:
        UsageError: there is no such section.

    """
    text = plan.section_text(named_key(plan, words))
    texts = [text]
    if below:
        texts += plan.section_texts(plan.below([text.section])[text.section.id])
    return ShowView(language, texts[:limit], below, limit)


def _record(text: SectionText) -> Record:
    from plan_tui.compare.text.named_entities import organisations_named

    return section_record(text.section) | {
        "depth": text.section.depth,
        "toc_only": text.section.toc_only,
        "path": [short_record(above) for above in text.path],
        "children": [short_record(child) for child in text.children],
        "measure": text.measure,
        "chapter": text.chapter,
        "blocks": [_block_record(block) for block in text.blocks],
        "kpis": [kpi_record(kpi) for kpi in text.kpis],
        "organisations": list(organisations_named(text)),
        "footnotes": [
            {"number": note.number, "text": note.text} | _lines(note.line_start, note.line_end)
            for note in text.footnotes
        ],
        "footnote_refs": [_ref_record(text, index) for index in range(len(text.refs))],
        "source_file": text.document.source_file,
        "line_start": text.section.line_start,
        "line_end": text.section.line_end,
    }


def _lines(start: int | None, end: int | None) -> Record:
    return {"line_start": start, "line_end": end}


def _block_record(block: Block) -> Record:
    record: Record = {
        "kind": block.kind,
        "marker": block.marker,
        "level": block.level,
        "text": block.text,
    }
    if block.table:
        record["columns"] = list(block.table.columns)
        record["rows"] = [list(row) for row in block.table.rows]
    return record | _lines(block.line_start, block.line_end)


def _ref_record(text: SectionText, index: int) -> Record:
    """Return where a footnote's mark stood: in the title, or in the n-th block or KPI (from 1)."""
    ref = text.refs[index]
    place, number = "title", None
    if ref.block_id is not None:
        place = "block"
        number = [block.id for block in text.blocks].index(ref.block_id) + 1
    elif ref.kpi_id is not None:
        place = "kpi"
        number = [kpi.id for kpi in text.kpis].index(ref.kpi_id) + 1
    return {"number": ref.number, "place": place, "nth": number, "offset": ref.offset}


def _rows(text: SectionText) -> list[Record]:
    key = text.section.key
    parts = [("title", text.section.label, text.section.title)]
    parts += [(block.kind, block.marker, block.text) for block in text.blocks]
    parts += [(f"kpi_{kpi.kind}", str(kpi.ordinal), kpi.text) for kpi in text.kpis]
    parts += [("footnote", note.number, note.text) for note in text.footnotes]
    rows: list[Record] = [
        {"key": key, "part": part, "marker": marker, "text": words} for part, marker, words in parts
    ]
    rows[0]["title_en"] = text.section.title_en
    return rows
