"""The commands: their names, what they do in words, their arguments and who answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from plan_tui.cli import (
    add,
    maintain,
    note_commands,
    serve,
    shell_scripts,
    view_arguments,
    view_commands,
)
from plan_tui.cli.arguments import add_ascii, port
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.views.view import View

ViewOf = Callable[[Plan, Namespace, Language], View]
Arguments = Callable[[ArgumentParser, Language], None]

_PORT = Phrase("ポート番号（既定は8000）", "the port (8000 if none is named)")
_EXPORTS_FOLDER = Phrase(
    "ブラウザーから書き出すファイルを置くフォルダ（既定は~/plan-tui-exports）",
    "the one folder into which files are exported (~/plan-tui-exports if none is named)",
)
_SHELL = Phrase("シェルの名前", "the shell")
_DATA = Phrase(
    "sources/manifest.toml のあるフォルダ", "the folder that holds sources/manifest.toml"
)


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


def _serve(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--port", type=port, default=8000, metavar="N", help=_PORT.say(language))
    parser.add_argument("--exports", metavar="DIR", help=_EXPORTS_FOLDER.say(language))
    add_ascii(parser, language)


def _build(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--data", metavar="DIR", help=_DATA.say(language))


def _completion(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("shell", choices=shell_scripts.SHELLS, help=_SHELL.say(language))


def _nothing(parser: ArgumentParser, language: Language) -> None:
    """Add no arguments."""


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
        Phrase("一つの見出し又は施策の全文", "one section or measure, whole"),
        view_arguments.show,
        view_commands.show,
    ),
    CliCommand(
        "measures",
        Phrase("施策とそのKPI", "the measure cards with their KPIs"),
        view_arguments.measures,
        view_commands.measures,
        takes_filters=True,
    ),
    CliCommand(
        "kpis",
        Phrase("KPIを1件ずつ", "the KPIs, one a row, with their numbers to reach and due dates"),
        view_arguments.filters,
        view_commands.kpis,
        takes_filters=True,
    ),
    CliCommand(
        "targets",
        Phrase("期限のある目標を時の順に", "dated targets, by time"),
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
        Phrase("二つの版の間の見出しの変化", "what became of one edition's outline in a later one"),
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
            "語の版ごとの頻度と前後の文（語がなければ各版に特徴的な語）",
            "how often terms stand in each edition; without terms, each edition's typical words",
        ),
        view_arguments.words,
        view_commands.words,
    ),
    CliCommand(
        "overview",
        Phrase("収録内容の集計", "what the data holds, in figures"),
        _nothing,
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
        note_commands.note_arguments,
        task=note_commands.note,
    ),
    CliCommand(
        "name",
        Phrase("検索に名前を付ける", "give a search a name"),
        note_commands.name_arguments,
        task=note_commands.name,
    ),
    CliCommand(
        "add",
        Phrase("手元の版（PDFなど）の追加", "an edition of your own, from its PDF or text"),
        add.arguments,
        task=add.add,
    ),
    CliCommand(
        "serve",
        Phrase(
            "このコンピューターのブラウザーで画面を開く",
            "the application in a browser, on localhost",
        ),
        _serve,
        task=serve.serve,
    ),
    CliCommand(
        "build",
        Phrase("データベースの作り直し", "rebuild the database from the sources, and prove it"),
        _build,
        task=maintain.build,
    ),
    CliCommand(
        "check",
        Phrase("データベースの検証", "prove the database"),
        _nothing,
        task=maintain.check,
    ),
    CliCommand(
        "doctor",
        Phrase(
            "版・端末・クリップボード・自分のファイル・データベースの診断",
            "report on versions, terminal, clipboard, your own files and the database",
        ),
        _nothing,
        task=maintain.doctor,
    ),
    CliCommand(
        "completion",
        Phrase(
            "bash・zsh・fishの補完（コマンド、指定、絞り込み、版、キー）",
            "completion for bash, zsh or fish: commands, options, filters, editions, keys",
        ),
        _completion,
        task=shell_scripts.completion,
    ),
)
BY_NAME: dict[str, CliCommand] = {command.name: command for command in COMMANDS}
VIEWS: tuple[str, ...] = tuple(command.name for command in COMMANDS if command.view)
EXPORT = Phrase(
    "表示をファイルに書き出す（Word、Excel、HTML、Markdownなど。比較と変化は新旧対照表にも）",
    "write any of the views to a file (Word, Excel, HTML, Markdown …; comparisons also as a table "
    "of old and new)",
)
OUTPUT = Phrase(
    "書き出すファイル（- は標準出力）。--layout notes ではフォルダ",
    "the file to write (- is standard output); for notes the folder",
)
FORCE = Phrase("すでにあるファイルに上書きする", "overwrite a file that exists")
VIEW_NAME = Phrase("名前を付けた検索を書き出す", "export a named search")
