"""From a command that has a view to its answer on standard output, in a file or in a folder."""

from __future__ import annotations

from plan_tui.cli import output
from plan_tui.cli.opening import database_name
from plan_tui.errors import PlanError, UsageError
from plan_tui.export.formats import BINARY_WRITERS, write
from plan_tui.store.plan import Plan
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.cli.commands import CliCommand
    from plan_tui.text.language import Language

_ONLY_EXPORTED = Phrase(
    "ノートは`plan-tui export … --layout notes -o フォルダー`で書き出してください",
    "notes are written by `plan-tui export … --layout notes -o FOLDER`",
)


def write_view_as_notes(command: CliCommand, args: Namespace, language: Language) -> int:
    """Write a command's view as notes to a folder and return the exit code.

    Raises:
        UsageError: the options do not go with notes, or the view names no sections.
        DataError: the database or a file cannot be used.

    """
    from plan_tui.cli.export_folder import refuse_other_outputs, write_notes

    assert command.view is not None
    refuse_other_outputs(args)
    with Plan(database_name(args, language)) as plan, _Blame(plan):
        view = command.view(plan, args, language)
        if not view.nothing:
            write_notes(plan, view, args, language)
            return 0
    output.complain(view.nothing)
    return output.NOTHING_MATCHED


def answer(
    command: CliCommand,
    args: Namespace,
    language: Language,
    default: str,
    target: str | None,
) -> int:
    """Write a command's view and return the exit code.

    Args:
        command: one that has a view.
        args: its arguments.
        language: of the words around the plan's text.
        default: the format where none is asked for.
        target: the file to write; None or ``-`` for standard output.

    Raises:
        UsageError: an argument is wrong or names something that does not exist.
        DataError: the database or a file cannot be used.

    """
    assert command.view is not None
    if getattr(args, "layout", None) == "notes":
        raise UsageError(_ONLY_EXPORTED)
    form = args.format or default
    colour = target is None and not args.no_color and form == "text"
    if form in BINARY_WRITERS and target in (None, "-"):
        output.refuse_terminal(form)
    paint = output.choose_paint(allowed=colour)
    with Plan(database_name(args, language)) as plan, _Blame(plan):
        view = command.view(plan, args, language)
        content = write(
            *(view, form, plan.attribution, paint),
            guard=args.guard,
            front_matter=args.front_matter,
        )
        nothing = view.nothing
    if target is None or target == "-":
        output.to_standard_output(content, form, language)
    elif not nothing:
        output.to_file(content, target, form, plan.file, force=args.force)
    if nothing:
        output.complain(nothing)
        return output.NOTHING_MATCHED
    return 0


class _Blame:
    """Turns whatever goes wrong over a damaged database into a `DataError` that says so.

    If nothing is wrong with the database the error is the program's own and goes on.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if not isinstance(error, Exception) or isinstance(error, PlanError | OSError):
            return
        from plan_tui.store.health import blamed

        told = blamed(self._plan, error)
        if told is not None:
            raise told from error
