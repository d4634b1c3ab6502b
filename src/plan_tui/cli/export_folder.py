"""The export of notes to a folder: `export … --layout notes -o FOLDER`.

Every start reads the option; what writes notes is imported when they are written.
"""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from plan_tui.cli.arguments import Declared
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import View

_LAYOUT = Phrase(
    "並べ方：list（1つの文書）、notes（見出しごとのノートと索引。-o にフォルダーを指定）",
    "list: one document; notes: a note for each section and an index, in the folder that -o names",
)
_MARKDOWN = Phrase(
    "ノートはMarkdownで書き出します。--format は付けないでください",
    "notes are Markdown; leave --format out",
)
_FOLDER = Phrase(
    "ノートは標準出力に書けません。`-o フォルダー`で書き出してください",
    "notes cannot go to standard output; name a folder with `-o FOLDER`",
)
_WRITING = Phrase("ノートを作成しています", "making notes")


def add_layout(parser: Declared, language: Language) -> None:
    """Add the layout, for an export that has no other ones than notes."""
    choices = ("list", "notes")
    parser.add_argument("--layout", choices=choices, default="list", help=_LAYOUT.say(language))


def refuse_other_outputs(args: Namespace) -> None:
    """Refuse what notes cannot be written as.

    Raises:
        UsageError: another format than Markdown is asked for, or standard output.

    """
    if args.format not in (None, "md"):
        raise UsageError(_MARKDOWN)
    if args.output == "-":
        raise UsageError(_FOLDER)


def write_notes(plan: Plan, view: View, args: Namespace, language: Language) -> None:
    """Write the notes of a view to the folder that the options name.

    Raises:
        UsageError: the view names no sections.
        DataError: a file cannot be written, or is there and is to stay.

    """
    from pathlib import Path

    from plan_tui.cli.progress import Progress
    from plan_tui.export.atomic_folder import write_folder
    from plan_tui.export.formats import as_notes
    from plan_tui.text.controls import visible
    from plan_tui.views.section_notes import section_notes

    with Progress(language, None) as progress:
        progress.tell(_WRITING)
        notes = section_notes(plan, view)
        files = as_notes(notes, plan.attribution, front_matter=args.front_matter)
    contents = {name: visible(text).encode() for name, text in files.items()}
    write_folder(contents, Path(args.output), plan.file, over_existing=args.force)
