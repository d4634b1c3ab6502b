"""A note for each section that a view names, and an index of them: what a vault is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from plan_tui.errors import UsageError
from plan_tui.labels.section_parts import SECTIONS_ABOVE, SECTIONS_BESIDE
from plan_tui.model import headings
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.records import Attribution, Section, SectionText
from plan_tui.model.rich_document import (
    BulletList,
    Content,
    DataTable,
    DocumentBlock,
    DocumentHeading,
    ListItem,
    Markup,
    RichDocument,
    TextRun,
    run,
)
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record, replaced
from plan_tui.views.show import ShowView
from plan_tui.views.tree import tree_view
from plan_tui.views.view import View

_NO_SECTIONS = Phrase(
    "{command}は見出しを挙げないため、ノートに分けられません",
    "{command} names no sections, so it cannot be written as notes",
)


@record
class SectionNote:
    """One section as a note."""

    view: ShowView
    """The section, whole."""
    beside: Sequence[Section] = ()
    """Its counterparts in other editions that have a note too."""

    @property
    def text(self) -> SectionText:
        """The section that the note is of."""
        return self.view.texts[0]

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the section, and the sections below, above and beside it by their keys."""
        shown = self.view.document(attribution)
        language = self.view.language
        blocks = [
            *shown.blocks,
            *_listed(SECTIONS_ABOVE, self.text.path, language),
            *_listed(SECTIONS_BESIDE, self.beside, language),
        ]
        return replaced(shown, blocks=tuple(blocks))


@record
class SectionNotes:
    """The notes of a view."""

    index: View
    """Names each of the sections."""
    notes: Sequence[SectionNote]


def section_notes(plan: Plan, view: View) -> SectionNotes:
    """Return a note for each section that a view's document names.

    A view of one section is taken for all that stands below it, whose outline is the index.

    Raises:
        UsageError: it names none.

    """
    index = _outline(plan, view) if isinstance(view, ShowView) else view
    sections = _named(plan, index.document(plan.attribution()))
    if not sections:
        raise UsageError(_NO_SECTIONS.of(command=view.command))
    beside = _counterparts(plan, sections)
    notes = [
        SectionNote(ShowView(view.language, (text,)), beside[text.section.id])
        for text in plan.section_texts(sections)
    ]
    return SectionNotes(index, notes)


def _outline(plan: Plan, view: ShowView) -> View:
    first = view.texts[0].section
    below = f"under:{first.key}"
    return tree_view(plan, view.language, below, contents=first.toc_only, limit=view.limit)


def _named(plan: Plan, document: RichDocument) -> list[Section]:
    """Return the sections whose keys stand in a document, in order, each once."""
    known = {section.key: section for section in plan.sections()}
    runs = (part for content in _contents(document.blocks) for part in content)
    codes = (part.text for part in runs if isinstance(part, TextRun) and part.markup is Markup.CODE)
    return [known[key] for key in dict.fromkeys(codes) if key in known]


def _contents(blocks: Sequence[DocumentBlock]) -> Iterator[Content]:
    for block in blocks:
        match block:
            case BulletList(items):
                yield from (item.content for item in items)
            case DataTable(columns, rows):
                yield from columns
                yield from (cell for row in rows for cell in row)
            case _:
                yield block.content


def _counterparts(plan: Plan, sections: Sequence[Section]) -> Mapping[int, list[Section]]:
    """Return the asserted counterparts of each section among them, mentions left out."""
    named = {section.id: section for section in sections}
    beside: dict[int, list[Section]] = {}
    for section in sections:
        links = [link for link in plan.links(section.id) if link.accepted]
        others = [
            link.to_section_id if link.from_section_id == section.id else link.from_section_id
            for link in links
            if Extent.MENTION not in (link.from_extent, link.to_extent)
        ]
        beside[section.id] = [named[other] for other in dict.fromkeys(others) if other in named]
    return beside


def _listed(
    phrase: Phrase, sections: Sequence[Section], language: Language
) -> tuple[DocumentBlock, ...]:
    """Return a heading and a list of sections by their keys; nothing without any."""
    if not sections:
        return ()
    items = [
        ListItem((*run(f"{headings.heading(each, language)} "), *run(each.key, Markup.CODE)))
        for each in sections
    ]
    return DocumentHeading(2, run(phrase.say(language))), BulletList(tuple(items))
