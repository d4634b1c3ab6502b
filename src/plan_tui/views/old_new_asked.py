"""Which sections a table of old and new is asked for: by keys, filters, or another view."""

from __future__ import annotations

from collections.abc import Callable

from plan_tui.model.old_new import RowOrder
from plan_tui.query.grammar import parse_query
from plan_tui.search.filtered_lists import outline
from plan_tui.views.changes import ChangesView
from plan_tui.views.compare import CompareView
from plan_tui.views.key_lookup import named_key
from plan_tui.views.old_new_document import TableForm
from plan_tui.views.old_new_table import old_new_view
from plan_tui.views.view import limit_words, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from plan_tui.model.records import Section
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.old_new_table import OldNewView
    from plan_tui.views.view import View

Tell = Callable[[int, int], None]


def table_asked(
    plan: Plan,
    language: Language,
    words: Sequence[str],
    editions: Sequence[str] | None = None,
    form: TableForm | None = None,
    tell: Tell = lambda done, total: None,
    *,
    below: bool = False,
    limit: int | None = None,
) -> OldNewView:
    """Return the table of the sections that ``words`` name.

    Args:
        plan: the stored plan, open for as long as the view is used.
        language: of the words around the plan's text.
        words: keys, as `named_key` reads them; or words with at least one filter.
        editions: ids of the editions to compare with; None for the usual ones.
        form: how it is laid out; None for the usual way.
        tell: is told how many sections of how many are compared.
        below: also all sections below those that are named.
        limit: sections at most.

    Raises:
        UsageError: there is no such section or edition, or a filter is wrong.

    """
    form = form or TableForm()
    query = parse_query(" ".join(words))
    if query.filters:
        sections = _by_edition(plan, outline(plan, query), form)
        named = query_words(" ".join(words))
    else:
        sections = _named(plan, words)
        named = tuple(section.key for section in sections)
    if below:
        sections = _with_below(plan, sections)
    options = (
        *(("--below",) if below else ()),
        *(("--with", *editions) if editions else ()),
        *limit_words(limit),
    )
    asked = ("compare", *named, *options)
    return old_new_view(plan, language, sections[:limit], asked, editions, form, tell)


def table_of_changes(
    plan: Plan,
    view: ChangesView,
    form: TableForm | None = None,
    tell: Tell = lambda done, total: None,
) -> OldNewView:
    """Return the table of all sections that rows of the changes name, between both editions."""
    form = form or TableForm()
    rows = view.changes.rows
    named = [section for row in rows for section in (row.older, *row.newer) if section]
    sections = _by_edition(plan, dict.fromkeys(named), form)
    editions = (view.changes.older.id, view.changes.newer.id)
    return old_new_view(plan, view.language, sections, view.words, editions, form, tell)


def table_of(plan: Plan, view: View) -> OldNewView | None:
    """Return the table of what another view compares, laid out the usual way; None for others."""
    if isinstance(view, CompareView):
        key = view.comparison.base.section.key
        return table_asked(plan, view.language, [key], view.editions or None)
    return table_of_changes(plan, view) if isinstance(view, ChangesView) else None


def _named(plan: Plan, words: Sequence[str]) -> list[Section]:
    return [plan.section(key) for key in dict.fromkeys(named_key(plan, word) for word in words)]


def _with_below(plan: Plan, sections: Sequence[Section]) -> list[Section]:
    """Return sections, each followed by all below it whose text is held."""
    lines = plan.below(sections)
    every = (each for section in sections for each in (section, *lines[section.id]))
    return [section for section in dict.fromkeys(every) if not section.toc_only]


def _by_edition(plan: Plan, sections: Iterable[Section], form: TableForm) -> list[Section]:
    """Return sections in reading order, those of the edition whose order leads first."""
    ordinals = {edition.id: edition.ordinal for edition in plan.editions()}
    documents = {document.id: document.ordinal for document in plan.documents()}
    sign = -1 if form.order == RowOrder.NEWER else 1
    return sorted(
        sections,
        key=lambda s: (sign * ordinals[s.edition_id], documents[s.document_id], s.ordinal),
    )
