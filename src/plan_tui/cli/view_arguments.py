"""The arguments of the commands that print a view."""

from __future__ import annotations

from plan_tui.cli.arguments import EDITION, day, positive
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.cli.arguments import Declared
    from plan_tui.text.language import Language

_QUERY = Phrase(
    f"検索語と絞り込み（edition:{EDITION} {{examples}}、版:{EDITION} {{japanese}} など）。"
    "- で標準入力から読み取り",
    f"words and filters (edition:{EDITION} {{examples}} …); - reads them from standard input",
)
_FILTERS = Phrase("絞り込み（{examples}、{japanese} など）", "filters ({examples} …)")
SECTION_KEY = Phrase(
    "見出しのキー（tree と search に表示）、施策の番号又は引用の表記",
    "a section's key, as tree and search print it, a measure's number, or a citation",
)
_BELOW = Phrase("下位の見出しも全て", "also all sections below it")
_CITE = Phrase(
    "全文の代わりに引用の表記（KEY#note-12は脚注、KEY#progress-1、KEY#outcome-1はKPI）",
    "instead of the text its citation (of a footnote KEY#note-12, of a KPI KEY#progress-1, "
    "KEY#outcome-1)",
)
_SEEN_FROM = Phrase(
    "期限が過ぎたかどうかの基準日（省略時は今日）",
    "the day on which a target counts as past (else today)",
)
_AS_OF = Phrase(
    "引用に書く利用日（省略時は今日）", "the day of use that a citation names (else today)"
)
_DOCUMENT = Phrase("この文書だけ", "this document alone")
_DEPTH = Phrase("見出しの深さの上限", "headings down to depth N")
_CONTENTS = Phrase(
    "目次だけで知られる見出しも表示", "also headings known from a contents page alone"
)
_WITH = Phrase("比べる版", "editions to compare with")
_KEYS = Phrase(
    "見出しのキー（tree と search に表示）、施策の番号又は引用の表記。表では複数のキー又は絞り込み",
    "a section's key, as tree and search print it, a measure's number, or a citation; for a table "
    "also several keys, or filters",
)
_LAYOUT = Phrase(
    "並べ方：list（一覧）、table（新旧対照表）、notes（exportで、見出しごとのノートと索引）",
    "list; table: a table of old and new; notes: in export, a note for each section and an index",
)
_ORDER = Phrase(
    "表の行の順：newer（新しい版）、older（古い版）", "whose order the rows of a table follow"
)
_LEFT = Phrase(
    "表の左の列：newest（新しい版）、oldest（古い版）", "the edition in a table's first column"
)
_UNCHANGED = Phrase(
    "表の同じ文：short（（略）とする）、whole（全文）",
    "passages of a table in which nothing differs: short or whole",
)
_FROM = Phrase(
    "前の版（省略時は全文のある最新の2つの版）",
    "the earlier edition (without any, the newest two held in full)",
)
_TO = Phrase("後の版", "the later edition")
_ONLY = Phrase("この関係だけ", "rows of these relations alone")
_TOPIC = Phrase(
    "事項のID、見出しのキー、事項・見出しの語又は絞り込み（省略時は全ての事項）",
    "a topic's id, a section's key, words of a topic's title or a heading, or filters (all topics "
    "without any)",
)
_TOPICS_OF = Phrase("この版に記述のある、この版で最初の、又は収録テキストに記載のない事項だけ",
                    "only topics that an edition speaks of, topics first there, or topics not in "
                    "the text held of it")  # fmt: skip
_EDITION = Phrase("版", "the edition")
_TERM = Phrase("数える語", "a term to count")
_REVIEWED = Phrase(
    "確認する版（他の全ての版との候補。省略時は最後に追加した版）",
    "the edition to review against all others (what was added last without any)",
)
_REVIEWED_WITH = Phrase("この版との候補だけ", "suggestions with this edition alone")
_AS_PATCH = Phrase(
    "判定したものだけを、プロジェクトの対応表の行として",
    "only what you decided, as lines for the project's crosswalk",
)
_SORT = Phrase("並べ替え", "what to sort by")
_REVERSE = Phrase("逆順", "in the opposite order")
ORDERS = ("number", "chapter", "title", "status", "target", "due", "later", "later-due")
"""The values of `plan_tui.model.measure_cards.Order`, which a start need not load."""
RELATIONS = (
    *("continued", "renamed", "merged", "split", "part", "mention", "below", "new", "dropped"),
    "unknown",
)
"""The values of `plan_tui.model.comparison_enums.ChangeKind`."""
TOPIC_GROUPS = ("in", "new", "dropped")
"""The values of `plan_tui.model.comparison_enums.TopicGroup`."""
FILTER_EXAMPLES = {
    "kind": ("kind:measure", "種類:施策"),
    "chapter": ("chapter:II", "章:第二章"),
    "kpi": ("kpi:unset", "指標:未設定"),
}
"""Filters as they are typed, by both of their names: the examples of `plan_tui.query.filters`."""
CITE_FORMS = ("pdl", "bibtex", "csl-json")
"""The values of `plan_tui.views.cite.CiteForm`."""


def tree(parser: Declared, language: Language) -> None:
    """Add what narrows the outline."""
    filters(parser, language)
    parser.add_argument("--document", metavar="ID", help=_DOCUMENT.say(language))
    parser.add_argument("--depth", type=positive, metavar="N", help=_DEPTH.say(language))
    parser.add_argument("--contents", action="store_true", help=_CONTENTS.say(language))


def search(parser: Declared, language: Language) -> None:
    """Add the words of a query."""
    words = _with_examples(_QUERY, language, "kind")
    parser.add_argument("query", nargs="+", metavar="QUERY", help=words)


def show(parser: Declared, language: Language) -> None:
    """Add the section to show."""
    parser.add_argument("key", metavar="KEY", help=SECTION_KEY.say(language))
    parser.add_argument("--below", action="store_true", help=_BELOW.say(language))
    parser.add_argument(
        "--cite", nargs="?", const=CITE_FORMS[0], choices=CITE_FORMS, help=_CITE.say(language)
    )
    parser.add_argument("--as-of", type=day, metavar="DAY", help=_AS_OF.say(language))


def filters(parser: Declared, language: Language) -> None:
    """Add filters."""
    words = _with_examples(_FILTERS, language, "chapter", "kpi")
    parser.add_argument("filters", nargs="*", default=[], metavar="FILTER", help=words)


def _with_examples(phrase: Phrase, language: Language, *names: str) -> str:
    """Return a phrase with some filters as they are typed, by both of their names."""
    english, japanese = zip(*(FILTER_EXAMPLES[name] for name in names), strict=True)
    return phrase.say(language, examples=" ".join(english), japanese=" ".join(japanese))


def measures(parser: Declared, language: Language) -> None:
    """Add filters and the order."""
    filters(parser, language)
    parser.add_argument("--sort", choices=ORDERS, default=ORDERS[0], help=_SORT.say(language))
    parser.add_argument("--reverse", action="store_true", help=_REVERSE.say(language))


def targets(parser: Declared, language: Language) -> None:
    """Add filters and the day."""
    filters(parser, language)
    parser.add_argument("--as-of", type=day, metavar="DAY", help=_SEEN_FROM.say(language))


def compare(parser: Declared, language: Language) -> None:
    """Add the sections and the editions to compare, and how."""
    parser.add_argument("keys", nargs="+", metavar="KEY", help=_KEYS.say(language))
    parser.add_argument(
        "--with",
        dest="editions",
        nargs="+",
        action="extend",
        metavar="EDITION",
        help=_WITH.say(language),
    )
    parser.add_argument("--below", action="store_true", help=_BELOW.say(language))
    _table_options(parser, language)


def _table_options(parser: Declared, language: Language) -> None:
    """Add the options of a table of old and new."""
    for name, values, phrase in (
        ("--layout", ("list", "table", "notes"), _LAYOUT),
        ("--order", ("newer", "older"), _ORDER),
        ("--left", ("newest", "oldest"), _LEFT),
        ("--unchanged", ("short", "whole"), _UNCHANGED),
    ):
        parser.add_argument(name, choices=values, default=values[0], help=phrase.say(language))


def changes(parser: Declared, language: Language) -> None:
    """Add both editions, filters and relations."""
    parser.add_argument("older", nargs="?", metavar="FROM", help=_FROM.say(language))
    parser.add_argument("newer", nargs="?", metavar="TO", help=_TO.say(language))
    filters(parser, language)
    parser.add_argument(
        "--only",
        nargs="+",
        action="extend",
        choices=RELATIONS,
        help=_ONLY.say(language),
    )
    _table_options(parser, language)


def track(parser: Declared, language: Language) -> None:
    """Add a topic, a section or filters."""
    parser.add_argument("topic", nargs="*", default=[], metavar="TOPIC", help=_TOPIC.say(language))


def words(parser: Declared, language: Language) -> None:
    """Add the terms to count."""
    parser.add_argument("terms", nargs="*", default=[], metavar="TERM", help=_TERM.say(language))


def topics(parser: Declared, language: Language) -> None:
    """Add the group of topics to list, and the edition."""
    parser.add_argument("kind", nargs="?", choices=TOPIC_GROUPS, help=_TOPICS_OF.say(language))
    parser.add_argument("edition", nargs="?", metavar="EDITION", help=_EDITION.say(language))


def review(parser: Declared, language: Language) -> None:
    """Add the editions to review, and the form of a patch."""
    parser.add_argument("older", nargs="?", metavar="FROM", help=_REVIEWED.say(language))
    parser.add_argument("newer", nargs="?", metavar="TO", help=_REVIEWED_WITH.say(language))
    parser.add_argument("--as-patch", action="store_true", help=_AS_PATCH.say(language))


def overview(parser: Declared, language: Language) -> None:
    """Add no arguments."""


kpis = notes = filters
