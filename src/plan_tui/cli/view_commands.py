"""The commands that print a view: from arguments to the view.

What a command needs is imported when it runs, so that each one starts quickly. Each raises
`UsageError` where an argument is wrong or names something that does not exist.
"""

from __future__ import annotations

import sys

from plan_tui.cli.arguments import STANDARD_INPUT
from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import View

_ONE_KEY = Phrase(
    "一覧で比べられる見出しは1つです。複数のキー、絞り込み、--below は --layout table と"
    "一緒に使ってください",
    "a list compares one section; several keys, filters and --below need --layout table",
)
_NO_INPUT = Phrase(
    "標準入力を読めません。検索語を引数に書いてください",
    "standard input cannot be read; write the query itself",
)
_NOT_UTF8 = Phrase(
    "標準入力がUTF-8ではありません。UTF-8に変換してください",
    "standard input is not UTF-8 text; convert it first",
)


def tree(plan: Plan, args: Namespace, language: Language) -> View:
    """Return the outline."""
    from plan_tui.views.tree import tree_view

    return tree_view(
        plan,
        language,
        " ".join(args.filters),
        args.document,
        depth=args.depth,
        contents=args.contents,
        limit=args.limit,
    )


def search(plan: Plan, args: Namespace, language: Language) -> View:
    """Return the hits of a query."""
    from plan_tui.views.search import search_view

    query = " ".join(_standard_input() if word == STANDARD_INPUT else word for word in args.query)
    return search_view(plan, language, query, args.limit)


def _standard_input() -> str:
    """Return what is read from standard input as one line of a query, as if it were pasted.

    Raises:
        UsageError: it is closed, or not UTF-8.

    """
    from plan_tui.query.pasted_lines import in_one_line

    if sys.stdin is None:
        raise UsageError(_NO_INPUT)
    try:
        return in_one_line(sys.stdin.buffer.read().decode("utf-8-sig")).strip()
    except UnicodeError as error:
        raise UsageError(_NOT_UTF8) from error
    except OSError as error:
        raise UsageError(_NO_INPUT) from error


def show(plan: Plan, args: Namespace, language: Language) -> View:
    """Return a section, whole, or its citation."""
    if args.cite:
        return _cited(plan, args, language)
    from plan_tui.views.show import show_view

    return show_view(plan, language, args.key, below=args.below, limit=args.limit)


def _cited(plan: Plan, args: Namespace, language: Language) -> View:
    from plan_tui.views.cite import CiteForm, cite_view

    return cite_view(
        plan,
        language,
        args.key,
        CiteForm(args.cite),
        args.as_of or today(),
        below=args.below,
        as_of=args.as_of,
        limit=args.limit,
    )


def measures(plan: Plan, args: Namespace, language: Language) -> View:
    """Return measure cards."""
    from plan_tui.model.measure_cards import Order
    from plan_tui.views.measures import measures_view

    filters, order = " ".join(args.filters), Order(args.sort)
    return measures_view(plan, language, filters, order, reverse=args.reverse, limit=args.limit)


def kpis(plan: Plan, args: Namespace, language: Language) -> View:
    """Return KPIs."""
    from plan_tui.views.kpis import kpis_view

    return kpis_view(plan, language, " ".join(args.filters), args.limit)


def targets(plan: Plan, args: Namespace, language: Language) -> View:
    """Return dated targets, as of today or another day."""
    from plan_tui.views.targets import targets_view

    filters = " ".join(args.filters)
    return targets_view(plan, language, today(), filters, args.limit, as_of=args.as_of)


def today() -> str:
    """Return today's date (ISO)."""
    from time import strftime  # `datetime` takes longer to load than the rest of this

    return strftime("%Y-%m-%d")


def compare(plan: Plan, args: Namespace, language: Language) -> View:
    """Return a section beside its counterparts, or a table of several sections."""
    if args.layout == "table":
        from plan_tui.cli.table_command import compared_table

        return compared_table(plan, args, language)
    if len(args.keys) > 1 or args.below:
        raise UsageError(_ONE_KEY)
    from plan_tui.views.compare import compare_view

    return compare_view(plan, language, args.keys[0], args.editions)


def changes(plan: Plan, args: Namespace, language: Language) -> View:
    """Return what became of an outline, or a table of its sections."""
    from plan_tui.model.comparison_enums import ChangeKind
    from plan_tui.views.changes import changes_asked, changes_view

    only = [ChangeKind(relation) for relation in args.only or ()] or None
    words = [word for word in (args.older, args.newer, *args.filters) if word is not None]
    older, newer, filters = changes_asked(plan, words)
    view = changes_view(plan, language, older, newer, filters, only, args.limit)
    if args.layout == "table":
        from plan_tui.cli.table_command import changes_table

        return changes_table(plan, view, args, language)
    return view


def track(plan: Plan, args: Namespace, language: Language) -> View:
    """Return deadlines and numbers over the editions."""
    from plan_tui.views.track import track_view

    return track_view(plan, language, " ".join(args.topic), args.limit)


def words(plan: Plan, args: Namespace, language: Language) -> View:
    """Return counts of terms, or typical words."""
    from plan_tui.views.words import words_view

    return words_view(plan, language, args.terms, args.limit)


def overview(plan: Plan, args: Namespace, language: Language) -> View:
    """Return what the data holds, in figures."""
    from plan_tui.views.overview import overview_view

    return overview_view(plan, language, args.limit)


def topics(plan: Plan, args: Namespace, language: Language) -> View:
    """Return topics of the crosswalk."""
    from plan_tui.model.comparison_enums import TopicGroup
    from plan_tui.views.topics import topics_view

    group = TopicGroup(args.kind) if args.kind else None
    return topics_view(plan, language, group, args.edition, args.limit)


def review(plan: Plan, args: Namespace, language: Language) -> View:
    """Return suggestions with the reader's decisions."""
    from plan_tui.views.review import review_view

    editions = [name for name in (args.older, args.newer) if name is not None]
    return review_view(plan, language, editions, as_patch=args.as_patch, limit=args.limit)


def notes(plan: Plan, args: Namespace, language: Language) -> View:
    """Return the reader's notes and named searches."""
    from plan_tui.views.notes import notes_view

    return notes_view(plan, language, " ".join(args.filters), args.limit)
