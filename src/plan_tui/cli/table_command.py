"""The table of old and new on the command line: `--layout table`."""

from __future__ import annotations

from plan_tui.cli.progress import Progress
from plan_tui.text.language import Phrase
from plan_tui.views.old_new_asked import table_asked, table_of_changes
from plan_tui.views.old_new_document import TableForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.changes import ChangesView
    from plan_tui.views.old_new_table import OldNewView

_COMPARING = Phrase("見出しを対照しています", "putting sections side by side")


def compared_table(plan: Plan, args: Namespace, language: Language) -> OldNewView:
    """Return the table of keys or filters; on a terminal it tells how far it is."""
    with Progress(language, None) as progress:
        return table_asked(
            plan,
            language,
            args.keys,
            args.editions,
            _form(args),
            lambda done, total: progress.tell(_COMPARING, done, total),
            below=args.below,
            limit=args.limit,
        )


def changes_table(plan: Plan, view: ChangesView, args: Namespace, language: Language) -> OldNewView:
    """Return the table of the sections of the changes."""
    with Progress(language, None) as progress:
        return table_of_changes(
            plan, view, _form(args), lambda done, total: progress.tell(_COMPARING, done, total)
        )


def _form(args: Namespace) -> TableForm:
    return TableForm(args.order, args.left, args.unchanged)
