"""Commands to read, find and compare."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_READING = (Group.READ, (Scope.READING,))
_READ = (Group.READ, (Scope.APP,))
_FIND = (Group.FIND, (Scope.APP,))
_QUERY = (Group.FIND, (Scope.QUERY,))
_COMPARE = (Group.COMPARE, (Scope.APP,))
_COMPARING = (Group.COMPARE, (Scope.COMPARE,))

READING: tuple[Command, ...] = (
    command(
        "footnotes",
        "x",
        ("脚注", "Footnotes"),
        ("脚注を本文のその場に開く・閉じる", "Open or close footnotes where their marks stand"),
        "kyakuchuu",
        _READING,
        5,
    ),
    command(
        "next-hit",
        "n",
        ("次の箇所", "Next place"),
        ("次の一致（比較では次の差分）へ", "To the next match, or the next difference"),
        "tsugi no kasho",
        (Group.FIND, (Scope.READING, Scope.COMPARE)),
        6,
    ),
    command(
        "previous-hit",
        "N",
        ("前の箇所", "Place before"),
        ("前の一致（比較では前の差分）へ", "To the previous match, or the previous difference"),
        "mae no kasho",
        (Group.FIND, (Scope.READING, Scope.COMPARE)),
    ),
    command(
        "source",
        "i",
        ("出どころ", "Source"),
        (
            "元の資料の行と、取り除いた文字を見る",
            "The source's lines beside the text, and what was taken out",
        ),
        "dedokoro gensen",
        _READ,
        14,
    ),
    command(
        "search",
        "/",
        ("検索", "Search"),
        ("見出しと本文を検索する（前の言葉を残す）", "Search titles and text, keeping the words"),
        "kensaku",
        _FIND,
        10,
    ),
    command(
        "search-all",
        "s",
        ("全体を検索", "Search everything"),
        ("全ての文書を新しい言葉で検索する", "Search all documents with new words"),
        "zentai kensaku",
        _FIND,
    ),
    command(
        "filter",
        "f",
        ("範囲を絞る", "Filter"),
        (
            "この文書の中だけを検索する。一覧では絞り込む",
            "Search this document only; narrow a list",
        ),
        "shiborikomi",
        _FIND,
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
        ("選んでいる結果を開く", "Open the chosen result"),
        "hiraku kekka",
        _QUERY,
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
        "compare",
        "d",
        ("比較", "Compare"),
        (
            "他の版の対応箇所と並べ、違いを示す",
            "Beside its counterparts in the other editions, differences marked",
        ),
        "hikaku",
        _COMPARE,
        11,
    ),
    command(
        "previous-edition",
        "[",
        ("前の版", "Earlier edition"),
        (
            "同じ内容の箇所を1つ前の版で開く（比較で事項が複数あれば前の事項へ）",
            "The same place in the edition before; in a comparison of several topics, "
            "the topic before",
        ),
        "mae no han",
        _COMPARE,
    ),
    command(
        "next-edition",
        "]",
        ("次の版", "Later edition"),
        (
            "同じ内容の箇所を1つ後の版で開く（比較で事項が複数あれば次の事項へ）",
            "The same place in the edition after; in a comparison of several topics, "
            "the next topic",
        ),
        "tsugi no han",
        _COMPARE,
    ),
    command(
        "open-counterpart",
        "enter",
        ("開く", "Open"),
        ("選んでいる版の対応箇所を本文の画面で開く", "Open the chosen counterpart in the explorer"),
        "hiraku taiou",
        _COMPARING,
        1,
    ),
    command(
        "counterparts",
        "c",
        ("対応箇所を選ぶ", "Choose a counterpart"),
        ("複数の対応箇所から選ぶ", "Choose among several counterparts"),
        "taiou kasho",
        _COMPARING,
        2,
    ),
    command(
        "next-column",
        "l right",
        ("右の版", "Column right"),
        ("差分を見る版を右へ移す", "Look at the differences of the column to the right"),
        "migi no han",
        _COMPARING,
        3,
    ),
    command(
        "previous-column",
        "h left",
        ("左の版", "Column left"),
        ("差分を見る版を左へ移す", "Look at the differences of the column to the left"),
        "hidari no han",
        _COMPARING,
    ),
    command(
        "why",
        "r",
        ("対応の理由", "Why paired"),
        ("2つの箇所を対応させた理由を見る", "Why the two sections are paired"),
        "riyuu",
        _COMPARING,
    ),
)
