"""A table of old and new (新旧対照表): sections beside their counterparts, a row a passage."""

from __future__ import annotations

from plan_tui.compare.sections.old_new_groups import old_new_table
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.old_new_names import LEFT_OUT, OLD_NEW
from plan_tui.labels.punctuation import named
from plan_tui.model import headings
from plan_tui.model.old_new import RowOrder
from plan_tui.text.language import Phrase
from plan_tui.text.record import record
from plan_tui.views.old_new_document import TableForm, old_new_document, shown_columns
from plan_tui.views.old_new_remarks import remark_words, step_words
from plan_tui.views.view import View, no_paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from plan_tui.compare.sections.old_new_groups import Tell
    from plan_tui.model.old_new import OldNewGroup, OldNewRow, OldNewTable, PlacedSentence
    from plan_tui.model.records import Attribution, Section
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import Paint, Record

_NOTHING = Phrase("対照する見出しがありません", "there are no headings to put side by side")
_AND_OTHERS = Phrase(
    "{title}　ほか{others}件", "{title}, and {others} other {others:section|sections}"
)
TABLE_WORDS = ("--layout", "table")
"""The option that asks for this view."""


@record
class OldNewView(View):
    """A table of old and new."""

    table: OldNewTable
    asked: tuple[str, ...]
    """The words that ask for its sections and editions: ``("compare", "2021:2.1.3")``."""
    title: str
    form: TableForm
    plan: Plan
    """Asked for the footnotes of what is written, when it is written."""

    columns = (
        *("group", "edition", "key", "citation", "text", "changed", "states", "remarks"),
        *("title", "title_en"),
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return (*self.asked, *TABLE_WORDS, *self.form.words)

    @property
    def nothing(self) -> str:
        """What to say where there is no section."""
        return "" if self.table.groups else _NOTHING.say(self.language)

    def records(self) -> list[Record]:
        """Return one record a row of the table, with the texts of all editions."""
        return [
            {
                "group": group.comparison.base.section.key,
                "texts": [
                    self._text_record(number, cell) for number, cell in enumerate(row.cells) if cell
                ],
                "steps": [self._step_record(row, number) for number in range(len(row.steps))],
                "remarks": self._remarks(row),
            }
            for group in self.table.groups
            for row in group.rows
        ]

    def rows(self) -> list[Record]:
        """Return one record a text of a row, flat."""
        return [
            {"group": record["group"], "remarks": record["remarks"]}
            | text
            | {"states": list(dict.fromkeys(step["state"] for step in record["steps"]))}
            for record in self.records()
            for text in record["texts"]
        ]

    def _text_record(self, number: int, cell: Sequence[PlacedSentence]) -> Record:
        section = cell[0].passage.section
        return {
            "edition": self.table.editions[number].id,
            "key": section.key,
            "title": section.title,
            "title_en": section.title_en,
            "citation": section.citation,
            "text": "".join(sentence.text for sentence in cell),
            "changed": [
                sentence.text[start:end] for sentence in cell for start, end in sentence.changed
            ],
        }

    def _step_record(self, row: OldNewRow, number: int) -> Record:
        step, editions = row.steps[number], self.table.editions
        return {
            "state": step.state,
            "from": editions[step.older].id,
            "to": editions[step.newer].id,
            "suggested": step.suggested,
            "words": step_words(step, editions, self.language),
        }

    def _remarks(self, row: OldNewRow) -> list[str]:
        return remark_words(row, self.table.editions, self.language)

    def text(self, paint: Paint = no_paint) -> str:
        """Return each row as lines: what it says, then its texts, changes in {+…+}."""
        lines = [paint("head", f"{OLD_NEW.say(self.language)}  {self.title}")]
        for group in self.table.groups:
            base = group.comparison.base.section
            lines += [
                "",
                paint("head", headings.heading(base, self.language)),
                f"{base.citation}  [{base.key}]",
            ]
            lines += self._lines(group, paint)
        return "\n".join(lines) + "\n"

    def _lines(self, group: OldNewGroup, paint: Paint) -> Iterator[str]:
        columns = shown_columns(self.table, self.form)
        for row in group.rows:
            yield paint("dim", f"- {' / '.join(self._remarks(row))}")
            if row.unchanged and self.form.shortened:
                yield f"  {LEFT_OUT.say(self.language)}"
                continue
            for number in columns:
                if row.cells[number]:
                    name = edition_name(self.table.editions[number].id, self.language)
                    text = "".join(_painted(each, paint) for each in row.cells[number])
                    line = " ".join(text.splitlines())
                    yield f"  {named(paint('key', name), line, self.language)}"

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the table with what is held, a legend, footnotes and sources."""
        return old_new_document(
            self.plan, self.table, self.form, self.title, self.language, attribution, self.command
        )


def _painted(sentence: PlacedSentence, paint: Paint) -> str:
    written, position = "", 0
    for start, end in sentence.changed:
        changed = paint("new", f"{{+{sentence.text[start:end]}+}}")
        written += f"{sentence.text[position:start]}{changed}"
        position = end
    return written + sentence.text[position:]


def old_new_view(
    plan: Plan,
    language: Language,
    sections: Sequence[Section],
    asked: Sequence[str],
    editions: Sequence[str] | None = None,
    form: TableForm | None = None,
    tell: Tell = lambda done, total: None,
) -> OldNewView:
    """Return a table of old and new.

    Args:
        plan: the stored plan, open for as long as the view is used.
        language: of the words around the plan's text.
        sections: the base sections.
        asked: the words of the command without the table's options.
        editions: ids of the editions to compare with; None for the usual ones.
        form: how it is laid out; None for the usual way.
        tell: is told how many sections of how many are compared.

    Raises:
        UsageError: there is no such edition.

    """
    form = form or TableForm()
    table = old_new_table(plan, sections, editions, RowOrder(form.order), tell)
    return OldNewView(language, table, tuple(asked), _title(sections, language), form, plan)


def _title(sections: Sequence[Section], language: Language) -> str:
    if not sections:
        return ""
    first = headings.heading(sections[0], language)
    others = len(sections) - 1
    return _AND_OTHERS.say(language, title=first, others=others) if others else first
