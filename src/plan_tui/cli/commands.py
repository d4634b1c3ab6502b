"""The commands, and what their lines, exports, places and the program alone are made of.

Of a command there are its name and what it does in words; its functions load when it runs.
"""

from __future__ import annotations

from plan_tui.cli.arguments import add_ascii, add_common, add_no_files, add_screen
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
    Task = Callable[[Namespace, Language], int]
    Arguments = Callable[[Declared, Language], None]


@record
class CliCommand:
    """One command of the command line."""

    name: str
    """Also that of its functions in the modules for the arguments and the answers of commands."""
    summary: Phrase
    prints: bool = True
    """Whether it answers with a view; the others do something else, as tend the database."""
    takes_filters: bool = False
    """Whether filters are among its words, so that help lists them."""
    has_figure: bool = False
    """Whether its view can be drawn."""

    @property
    def arguments(self) -> Arguments:
        """Declares its arguments."""
        if self.prints:
            from plan_tui.cli import view_arguments as declarations
        else:
            from plan_tui.cli import task_arguments as declarations  # type: ignore[no-redef]
        declare: Arguments = getattr(declarations, self.name)
        return declare

    @property
    def view(self) -> ViewOf | None:
        """Answers with a view; None for the commands that do something else."""
        if not self.prints:
            return None
        from plan_tui.cli import view_commands

        answer: ViewOf = getattr(view_commands, self.name)
        return answer

    @property
    def task(self) -> Task | None:
        """Does something else and returns the exit code; None for those that print a view."""
        if self.prints:
            return None
        from plan_tui.cli import task_commands

        answer: Task = getattr(task_commands, self.name)
        return answer


COMMANDS: tuple[CliCommand, ...] = (
    CliCommand(
        "tree",
        Phrase("見出しの一覧", "the outline"),
        takes_filters=True,
    ),
    CliCommand(
        "search",
        Phrase(
            "見出し・本文・脚注・KPIの検索", "ranked hits over titles, text, footnotes and KPIs"
        ),
        takes_filters=True,
    ),
    CliCommand(
        "show",
        Phrase("1つの見出し又は施策の全文", "one section or measure, whole"),
    ),
    CliCommand(
        "measures",
        Phrase("施策とそのKPIの一覧", "the measure cards with their KPIs"),
        takes_filters=True,
    ),
    CliCommand(
        "kpis",
        Phrase(
            "KPIの一覧（1行に1件）",
            "the KPIs, one a row, with their numbers to reach and due dates",
        ),
        takes_filters=True,
    ),
    CliCommand(
        "targets",
        Phrase("期限のある目標の一覧（時期の順）", "dated targets, by time"),
        takes_filters=True,
    ),
    CliCommand(
        "compare",
        Phrase("他の版の対応箇所との比較", "a section beside its counterparts, with differences"),
        takes_filters=True,
    ),
    CliCommand(
        "changes",
        Phrase("2つの版の間の見出しの変化", "what became of one edition's outline in a later one"),
        takes_filters=True,
    ),
    CliCommand(
        "track",
        Phrase(
            "期限と数値の版ごとの移り変わり", "one matter's deadlines and numbers over the editions"
        ),
        takes_filters=True,
    ),
    CliCommand(
        "words",
        Phrase(
            "語の版ごとの頻度と前後の文（語の指定がなければ各版に特徴的な語）",
            "how often terms stand in each edition; without terms, each edition's typical words",
        ),
        has_figure=True,
    ),
    CliCommand(
        "overview",
        Phrase("収録内容の集計", "what the data holds, in figures"),
    ),
    CliCommand(
        "topics",
        Phrase("対応表の事項の一覧", "the topics that editions have in common, or not"),
    ),
    CliCommand(
        "review",
        Phrase("対応の候補と、あなたの判定", "suggested counterparts, and your decisions on them"),
    ),
    CliCommand(
        "notes",
        Phrase(
            "自分のメモ・タグ・しおりと名前を付けた検索",
            "your notes, tags, marks and named searches",
        ),
        takes_filters=True,
    ),
    CliCommand(
        "note",
        Phrase("箇所にメモを書く", "write a note on a place"),
        prints=False,
    ),
    CliCommand(
        "name",
        Phrase("検索に名前を付ける", "give a search a name"),
        prints=False,
    ),
    CliCommand(
        "add",
        Phrase("手元の版（PDFなど）の追加", "an edition of your own, from its PDF or text"),
        prints=False,
    ),
    CliCommand(
        "serve",
        Phrase(
            "このコンピューターのブラウザーでの画面表示",
            "the application in a browser, on localhost",
        ),
        prints=False,
    ),
    CliCommand(
        "build",
        Phrase("データベースの作り直し", "rebuild the database from the sources, and prove it"),
        prints=False,
    ),
    CliCommand(
        "check",
        Phrase("データベースの検証", "prove the database"),
        prints=False,
    ),
    CliCommand(
        "doctor",
        Phrase(
            "版・端末・クリップボード・自分のファイル・データベースの診断",
            "report on versions, terminal, clipboard, your own files and the database",
        ),
        prints=False,
    ),
    CliCommand(
        "completion",
        Phrase(
            "bash・zsh・fishの補完（コマンド、オプション、絞り込み、版、キー）",
            "completion for bash, zsh or fish: commands, options, filters, editions, keys",
        ),
        prints=False,
    ),
)
BY_NAME: dict[str, CliCommand] = {command.name: command for command in COMMANDS}
VIEWS: tuple[str, ...] = tuple(command.name for command in COMMANDS if command.prints)
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
_VERSION = Phrase(
    "版番号とデータの要約値の表示", "show the version and the data's digest, and exit"
)


def declare_command(parser: Declared, command: CliCommand, language: Language) -> None:
    """Declare the arguments of a command."""
    command.arguments(parser, language)
    add_common(parser, language, figure=command.has_figure)


def declare_export(parser: Declared, command: CliCommand, language: Language) -> None:
    """Declare the arguments of the export of a view."""
    declare_command(parser, command, language)
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=OUTPUT.say(language))
    parser.add_argument("--force", action="store_true", help=FORCE.say(language))
    if parser.get_default("layout") is None:
        from plan_tui.cli.export_folder import add_layout

        add_layout(parser, language)


def declare_place(parser: Declared, language: Language) -> None:
    """Declare the words of ``show``, and of a start, for a place as a command."""
    BY_NAME["show"].arguments(parser, language)
    _declare_opening(parser, language)
    add_common(parser, language)


def declare_program(parser: Declared, language: Language) -> None:
    """Declare the options of the program without a command."""
    parser.add_argument("-V", "--version", action="store_true", help=_VERSION.say(language))
    _declare_opening(parser, language)
    add_common(parser, language)


def _declare_opening(parser: Declared, language: Language) -> None:
    """Declare the options of what opens the application."""
    add_ascii(parser, language)
    add_screen(parser, language)
    add_no_files(parser)
