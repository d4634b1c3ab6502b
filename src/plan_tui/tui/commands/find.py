"""Commands to find: search, filters, matches, words over time."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, CommandGroup, Scope, command

_READING_COMPARE = (
    CommandGroup.FIND,
    (
        Scope.READING,
        Scope.COMPARE,
    ),
)
_APP = (CommandGroup.FIND, (Scope.APP,))
_QUERY = (CommandGroup.FIND, (Scope.QUERY,))
_SEARCH_BOX = (CommandGroup.FIND, (Scope.SEARCH_BOX,))
_FILTER_BOX = (CommandGroup.FIND, (Scope.FILTER_BOX,))
_SORTED = (CommandGroup.FIND, (Scope.SORTED,))

FIND: tuple[Command, ...] = (
    command(
        "next-hit",
        "n",
        ("次の箇所", "Next place"),
        (
            "次の一致（比較では次の差分、差分がなければ共通の語句）へ",
            "To the next match, or the next difference (the next shared phrase if there is none)",
        ),
        "tsugi no kasho",
        _READING_COMPARE,
        2,
    ),
    command(
        "previous-hit",
        "N",
        ("前の箇所", "Place before"),
        (
            "前の一致（比較では前の差分、差分がなければ共通の語句）へ",
            "To the previous match, difference or shared phrase",
        ),
        "mae no kasho",
        _READING_COMPARE,
    ),
    command(
        "search",
        "/",
        ("検索", "Search"),
        (
            "見出しと本文を検索する。前の言葉は、打てば置き換わり、矢印キーで残る",
            "Search titles and text; typing replaces the last words, an arrow keeps them",
        ),
        "kensaku",
        _APP,
        10,
        also="探す find",
    ),
    command(
        "search-all",
        "s",
        ("全体を検索", "Search everything"),
        ("全ての文書を新しい言葉で検索する", "Search all documents with new words"),
        "zentai kensaku",
        _APP,
    ),
    command(
        "filter",
        "f",
        ("範囲を絞る", "Filter"),
        (
            "この文書の中だけを検索する。一覧では絞り込む（前の言葉は / と同じ）",
            "Search this document only; narrow a list, its last words as with /",
        ),
        "shiborikomi",
        _APP,
        also="フィルター 絞り込み narrow",
    ),
    command(
        "to-results",
        "escape",
        ("結果へ", "To the results"),
        ("入力欄から一覧へ移る", "From the box to the list"),
        "kekka",
        _QUERY,
        7,
    ),
    command(
        "query-open",
        "enter",
        ("開く", "Open"),
        ("選んでいる検索結果を開く", "Open the chosen result of the search"),
        "hiraku kekka",
        _SEARCH_BOX,
        1,
    ),
    command(
        "query-done",
        "enter",
        ("一覧へ", "To the list"),
        ("絞り込みを終えて一覧へ移る", "From the filter of a list to the list"),
        "ichiran kettei",
        _FILTER_BOX,
        1,
    ),
    command(
        "query-down",
        "down ctrl+n",
        ("次の結果", "Next result"),
        ("入力したまま次の結果へ", "To the next result while typing"),
        "tsugi no kekka",
        _QUERY,
    ),
    command(
        "query-up",
        "up",
        ("前の結果", "Result before"),
        ("入力したまま前の結果へ", "To the result before while typing"),
        "mae no kekka",
        _QUERY,
    ),
    command(
        "complete",
        "tab",
        ("補う", "Complete"),
        (
            "絞り込みの続きを補う（入力の末尾では Right でも同じ）。補うものがなければ次の枠へ",
            "Complete the filter, as Right does at the end; to the next pane if there is none",
        ),
        "oginau hokan",
        _QUERY,
    ),
    command(
        "next-completion",
        "ctrl+down alt+down",
        ("次の候補", "Next completion"),
        ("補う候補を順に選ぶ", "Choose what to complete with"),
        "tsugi no kouho",
        _QUERY,
    ),
    command(
        "earlier-queries",
        "ctrl+r",
        ("前の検索語", "Earlier queries"),
        (
            "前に検索した言葉から選ぶ。入力欄が空なら Up で直前の言葉に戻る",
            "Choose an earlier query; in an empty box Up brings the last one",
        ),
        "mae no kensaku rireki",
        _SEARCH_BOX,
    ),
    command(
        "words",
        "w",
        ("語の頻度", "Words over time"),
        (
            "語が各版にどれだけ出るか、どこに出るか（検索からはその語）。語がなければ各版に特徴的な語",
            "How often a term stands in each edition, and where (from a search, its words); "
            "the words typical of each",
        ),
        "go no hindo",
        _APP,
        also="単語 回数 頻出 統計 count statistics",
    ),
    command(
        "sort",
        "o",
        ("並べ替え", "Sort"),
        ("次の列で並べ替える", "Sort by the next column"),
        "narabekae",
        _SORTED,
        2,
        also="ソート 順番 order",
    ),
    command(
        "sort-reverse",
        "O",
        ("逆順", "Reverse"),
        ("並びを逆にする", "Sort in the opposite order"),
        "gyakujun",
        _SORTED,
    ),
)
