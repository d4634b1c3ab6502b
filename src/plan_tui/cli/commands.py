"""The commands: their names, what they do in words, their arguments and who answers."""

from __future__ import annotations

from plan_tui.cli import task_arguments, task_commands, view_arguments, view_commands
from plan_tui.text.language import Phrase
from plan_tui.text.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from plan_tui.cli.arguments import Declared
    from plan_tui.store.plan import Plan
    from plan_tui.text.language import Language
    from plan_tui.views.view import View

    ViewOf = Callable[[Plan, Namespace, Language], View]
    Arguments = Callable[[Declared, Language], None]


@record
class CliCommand:
    """One command of the command line."""

    name: str
    summary: Phrase
    arguments: Arguments
    view: ViewOf | None = None
    """Answers with a view; None for the commands that tend the database."""
    task: Callable[[Namespace, Language], int] | None = None
    """Does something else and returns the exit code."""
    takes_filters: bool = False
    """Whether filters are among its words, so that help lists them."""
    has_figure: bool = False
    """Whether its view can be drawn."""


COMMANDS: tuple[CliCommand, ...] = (
    CliCommand(
        "tree",
        Phrase("見出しの一覧", "the outline"),
        view_arguments.tree,
        view_commands.tree,
        takes_filters=True,
    ),
    CliCommand(
        "search",
        Phrase(
            "見出し・本文・脚注・KPIの検索", "ranked hits over titles, text, footnotes and KPIs"
        ),
        view_arguments.search,
        view_commands.search,
        takes_filters=True,
    ),
    CliCommand(
        "show",
        Phrase("1つの見出し又は施策の全文", "one section or measure, whole"),
        view_arguments.show,
        view_commands.show,
    ),
    CliCommand(
        "measures",
        Phrase("施策とそのKPIの一覧", "the measure cards with their KPIs"),
        view_arguments.measures,
        view_commands.measures,
        takes_filters=True,
    ),
    CliCommand(
        "kpis",
        Phrase(
            "KPIの一覧（1行に1件）",
            "the KPIs, one a row, with their numbers to reach and due dates",
        ),
        view_arguments.filters,
        view_commands.kpis,
        takes_filters=True,
    ),
    CliCommand(
        "targets",
        Phrase("期限のある目標の一覧（時期の順）", "dated targets, by time"),
        view_arguments.targets,
        view_commands.targets,
        takes_filters=True,
    ),
    CliCommand(
        "compare",
        Phrase("他の版の対応箇所との比較", "a section beside its counterparts, with differences"),
        view_arguments.compare,
        view_commands.compare,
        takes_filters=True,
    ),
    CliCommand(
        "changes",
        Phrase("2つの版の間の見出しの変化", "what became of one edition's outline in a later one"),
        view_arguments.changes,
        view_commands.changes,
        takes_filters=True,
    ),
    CliCommand(
        "track",
        Phrase(
            "期限と数値の版ごとの移り変わり", "one matter's deadlines and numbers over the editions"
        ),
        view_arguments.track,
        view_commands.track,
        takes_filters=True,
    ),
    CliCommand(
        "words",
        Phrase(
            "語の版ごとの頻度と前後の文（語の指定がなければ各版に特徴的な語）",
            "how often terms stand in each edition; without terms, each edition's typical words",
        ),
        view_arguments.words,
        view_commands.words,
        has_figure=True,
    ),
    CliCommand(
        "overview",
        Phrase("収録内容の集計", "what the data holds, in figures"),
        task_arguments.nothing,
        view_commands.overview,
    ),
    CliCommand(
        "topics",
        Phrase("対応表の事項の一覧", "the topics that editions have in common, or not"),
        view_arguments.topics,
        view_commands.topics,
    ),
    CliCommand(
        "review",
        Phrase("対応の候補と、あなたの判定", "suggested counterparts, and your decisions on them"),
        view_arguments.review,
        view_commands.review,
    ),
    CliCommand(
        "notes",
        Phrase(
            "自分のメモ・タグ・しおりと名前を付けた検索",
            "your notes, tags, marks and named searches",
        ),
        view_arguments.filters,
        view_commands.notes,
        takes_filters=True,
    ),
    CliCommand(
        "note",
        Phrase("箇所にメモを書く", "write a note on a place"),
        task_arguments.note,
        task=task_commands.note,
    ),
    CliCommand(
        "name",
        Phrase("検索に名前を付ける", "give a search a name"),
        task_arguments.name,
        task=task_commands.name,
    ),
    CliCommand(
        "add",
        Phrase("手元の版（PDFなど）の追加", "an edition of your own, from its PDF or text"),
        task_arguments.add,
        task=task_commands.add,
    ),
    CliCommand(
        "serve",
        Phrase(
            "このコンピューターのブラウザーでの画面表示",
            "the application in a browser, on localhost",
        ),
        task_arguments.serve,
        task=task_commands.serve,
    ),
    CliCommand(
        "build",
        Phrase("データベースの作り直し", "rebuild the database from the sources, and prove it"),
        task_arguments.build,
        task=task_commands.build,
    ),
    CliCommand(
        "check",
        Phrase("データベースの検証", "prove the database"),
        task_arguments.nothing,
        task=task_commands.check,
    ),
    CliCommand(
        "doctor",
        Phrase(
            "版・端末・クリップボード・自分のファイル・データベースの診断",
            "report on versions, terminal, clipboard, your own files and the database",
        ),
        task_arguments.nothing,
        task=task_commands.doctor,
    ),
    CliCommand(
        "completion",
        Phrase(
            "bash・zsh・fishの補完（コマンド、オプション、絞り込み、版、キー）",
            "completion for bash, zsh or fish: commands, options, filters, editions, keys",
        ),
        task_arguments.completion,
        task=task_commands.completion,
    ),
)
BY_NAME: dict[str, CliCommand] = {command.name: command for command in COMMANDS}
VIEWS: tuple[str, ...] = tuple(command.name for command in COMMANDS if command.view)
EXPORT = Phrase(
    "表示内容のファイルへの書き出し（Word、Excel、HTML、Markdownなど。比較と変化は新旧対照表にも）",
    "write any of the views to a file (Word, Excel, HTML, Markdown …; comparisons also as a table "
    "of old and new)",
)
OUTPUT = Phrase(
    "書き出すファイル（- は標準出力）。--layout notes ではフォルダー",
    "the file to write (- is standard output); for notes the folder",
)
FORCE = Phrase("既存のファイルへの上書き", "overwrite a file that exists")
VIEW_NAME = Phrase("名前を付けた検索の書き出し", "export a named search")
