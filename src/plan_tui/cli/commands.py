"""The commands: their names, what they do in words, their arguments and who answers."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from plan_tui.cli import maintain, overviews, serve, views
from plan_tui.cli.answer import Answer
from plan_tui.cli.arguments import add_ascii, port, positive
from plan_tui.model.enums import ChangeKind, TopicGroup
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

View = Callable[[Plan, Namespace, Language], Answer]
Arguments = Callable[[ArgumentParser, Language], None]

_QUERY = Phrase("検索語と絞り込み（{examples} など）", "words and filters ({examples} …)")
_FILTERS = Phrase("絞り込み（{examples} など）", "filters ({examples} …)")
_KEY = Phrase(
    "見出しのキー（tree と search が示す）、施策の番号又は出典の表記",
    "a section's key, as tree and search print it, a measure's number, or a citation",
)
_BELOW = Phrase("下位の見出しもすべて", "also all sections below it")
_DOCUMENT = Phrase("この文書だけ", "this document alone")
_DEPTH = Phrase("深さNまで", "headings down to depth N")
_CONTENTS = Phrase(
    "目次だけで知られる見出しも含める", "also headings known from a contents page alone"
)
_WITH = Phrase("比べる版", "editions to compare with")
_FROM = Phrase("前の版", "the earlier edition")
_TO = Phrase("後の版", "the later edition")
_ONLY = Phrase("この関係だけ", "rows of these relations alone")
_TOPIC = Phrase("事項のID、見出しのキー又は絞り込み（なければすべての事項）",
                "a topic's id, a section's key, or filters (all topics without any)")  # fmt: skip
_TOPICS_OF = Phrase("この版にある、新しい、又はない事項だけ",
                    "only what an edition holds, what is new there, or dropped")  # fmt: skip
_EDITION = Phrase("版", "the edition")
_PORT = Phrase("ポート番号（既定は8000）", "the port (8000 if none is named)")
_TERM = Phrase("数える語", "a term to count")
_SORT = Phrase("並べ替え", "what to sort by")
_REVERSE = Phrase("逆順", "in the opposite order")
ORDERS = ("number", "chapter", "title", "status", "target", "due")
"""The values of `plan_tui.model.measure_cards.Order`, which a start need not load."""
_DATA = Phrase(
    "sources/manifest.toml のあるフォルダ", "the folder that holds sources/manifest.toml"
)


@dataclass(frozen=True, slots=True)
class CliCommand:
    """One command of the command line."""

    name: str
    summary: Phrase
    arguments: Arguments
    view: View | None = None
    """Answers with a view; None for the commands that tend the database."""
    task: Callable[[Namespace, Language], int] | None = None
    """Does something else and returns the exit code."""


def _tree(parser: ArgumentParser, language: Language) -> None:
    _filters(parser, language)
    parser.add_argument("--document", metavar="ID", help=_DOCUMENT.say(language))
    parser.add_argument("--depth", type=positive, metavar="N", help=_DEPTH.say(language))
    parser.add_argument("--contents", action="store_true", help=_CONTENTS.say(language))


def _search(parser: ArgumentParser, language: Language) -> None:
    words = _QUERY.say(language, examples=_examples("edition", "kind"))
    parser.add_argument("query", nargs="+", metavar="QUERY", help=words)


def _show(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("key", metavar="KEY", help=_KEY.say(language))
    parser.add_argument("--below", action="store_true", help=_BELOW.say(language))


def _filters(parser: ArgumentParser, language: Language) -> None:
    words = _FILTERS.say(language, examples=_examples("chapter", "kpi"))
    parser.add_argument("filters", nargs="*", default=[], metavar="FILTER", help=words)


def _examples(*names: str) -> str:
    """Return some filters as they are typed."""
    from plan_tui.query.filters import filter_named

    return " ".join(filter_named(name).example for name in names)


def _measures(parser: ArgumentParser, language: Language) -> None:
    _filters(parser, language)
    parser.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help=_SORT.say(language))
    parser.add_argument("--reverse", action="store_true", help=_REVERSE.say(language))


def _compare(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("key", metavar="KEY", help=_KEY.say(language))
    parser.add_argument(
        "--with",
        dest="editions",
        nargs="+",
        action="extend",
        metavar="EDITION",
        help=_WITH.say(language),
    )


def _changes(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("older", metavar="FROM", help=_FROM.say(language))
    parser.add_argument("newer", metavar="TO", help=_TO.say(language))
    _filters(parser, language)
    parser.add_argument(
        "--only",
        nargs="+",
        action="extend",
        choices=tuple(map(str, ChangeKind)),
        help=_ONLY.say(language),
    )


def _track(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("topic", nargs="*", default=[], metavar="TOPIC", help=_TOPIC.say(language))


def _words(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("terms", nargs="*", default=[], metavar="TERM", help=_TERM.say(language))


def _topics(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "kind", nargs="?", choices=tuple(map(str, TopicGroup)), help=_TOPICS_OF.say(language)
    )
    parser.add_argument("edition", nargs="?", metavar="EDITION", help=_EDITION.say(language))


def _serve(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--port", type=port, default=8000, metavar="N", help=_PORT.say(language))
    add_ascii(parser, language)


def _build(parser: ArgumentParser, language: Language) -> None:
    parser.add_argument("--data", metavar="DIR", help=_DATA.say(language))


def _nothing(parser: ArgumentParser, language: Language) -> None:
    """Add no arguments."""


COMMANDS: tuple[CliCommand, ...] = (
    CliCommand("tree", Phrase("見出しの一覧", "the outline"), _tree, views.tree),
    CliCommand(
        "search",
        Phrase(
            "見出し・本文・脚注・KPIの検索", "ranked hits over titles, text, footnotes and KPIs"
        ),
        _search,
        views.search,
    ),
    CliCommand(
        "show",
        Phrase("一つの見出し又は施策の全文", "one section or measure, whole"),
        _show,
        views.show,
    ),
    CliCommand(
        "measures",
        Phrase("施策とそのKPI", "the measure cards with their KPIs"),
        _measures,
        views.measures,
    ),
    CliCommand(
        "targets",
        Phrase("期限のある目標を時の順に", "dated targets, by time"),
        _filters,
        views.targets,
    ),
    CliCommand(
        "compare",
        Phrase("他の版の対応箇所との比較", "a section beside its counterparts, with differences"),
        _compare,
        views.compare,
    ),
    CliCommand(
        "changes",
        Phrase("二つの版の間の見出しの変化", "what became of one edition's outline in a later one"),
        _changes,
        views.changes,
    ),
    CliCommand(
        "track",
        Phrase(
            "期限と数値の版ごとの移り変わり", "one matter's deadlines and numbers over the editions"
        ),
        _track,
        views.track,
    ),
    CliCommand(
        "words",
        Phrase(
            "語の版ごとの頻度と前後の文（語がなければ各版に特徴的な語）",
            "how often terms stand in each edition; without terms, each edition's typical words",
        ),
        _words,
        views.words,
    ),
    CliCommand(
        "overview",
        Phrase("収録内容の集計", "what the data holds, in figures"),
        _nothing,
        overviews.overview,
    ),
    CliCommand(
        "topics",
        Phrase("対応表の事項の一覧", "the topics that editions have in common, or not"),
        _topics,
        overviews.topics,
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
            "端末・字幅・記号・クリップボード・データベースの診断",
            "report on terminal, character width, signs, clipboard and database",
        ),
        _nothing,
        task=maintain.doctor,
    ),
)
BY_NAME: dict[str, CliCommand] = {command.name: command for command in COMMANDS}
VIEWS: tuple[str, ...] = tuple(command.name for command in COMMANDS if command.view)
EXPORT = Phrase("表示をMarkdown文書として書き出す", "any of the views as a Markdown document")
OUTPUT = Phrase("書き出すファイル（- は標準出力）", "the file to write (- is standard output)")
