"""Commands of the program: its screens and settings."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, Group, Scope, command

_APP = (Group.PROGRAM, (Scope.APP,))

PROGRAM: tuple[Command, ...] = (
    command(
        "overview",
        "0",
        ("概観", "Overview"),
        (
            "何が収録されているか。数から一覧へ移る",
            "What the data holds, drawn; each figure opens its list",
        ),
        "gaikan",
        _APP,
    ),
    command(
        "report",
        "R",
        ("検証", "Report"),
        (
            "文書ごとの行・文字・脚注・飾りの数と、全ての文字に置き場所があることの検証",
            "What each document holds, and the proof that every character has its place",
        ),
        "kenshou",
        _APP,
    ),
    command(
        "targets",
        "t 4",
        ("期限", "Targets"),
        ("期限のある目標を年度ごとに見る", "All dated targets by fiscal year"),
        "kigen mokuhyou",
        _APP,
        16,
    ),
    command(
        "explorer",
        "1",
        ("本文", "Explorer"),
        ("文書の階層と本文の画面", "The outline and the text"),
        "honbun",
        _APP,
    ),
    command(
        "search-screen",
        "2",
        ("検索画面", "Search screen"),
        ("検索結果の画面", "The results of the search"),
        "kensaku gamen",
        _APP,
    ),
    command(
        "measures",
        "3",
        ("施策", "Measures"),
        ("施策とKPIの一覧", "All measures with their KPIs"),
        "shisaku",
        _APP,
        15,
    ),
    command(
        "theme",
        "T",
        ("配色", "Theme"),
        (
            "暗い・明るい・高コントラストを切り替える。どれも色覚の型によらず見分けられる",
            "Dark, light, high contrast in turn; each of them safe for colour blindness",
        ),
        "haishoku",
        _APP,
    ),
    command(
        "language",
        "f2",
        ("日本語／English", "日本語／English"),
        ("画面の言葉を日本語と英語で切り替える", "Japanese or English interface"),
        "gengo eigo",
        _APP,
    ),
    command(
        "about",
        "A",
        ("このソフトについて", "About"),
        ("出典、利用条件、収録範囲", "Where the text comes from, its licence, what is held"),
        "shutten",
        _APP,
    ),
    command(
        "palette",
        ": ctrl+p",
        ("コマンド一覧", "Commands"),
        ("全てのコマンドを名前で探す", "Find any command by name"),
        "komando ichiran",
        _APP,
        18,
    ),
    command(
        "help",
        "? f1",
        ("ヘルプ", "Help"),
        ("今の枠で使えるキー", "The keys of this pane"),
        "herupu",
        _APP,
        9,
    ),
    command(
        "back",
        "q escape backspace",
        ("戻る", "Back"),
        ("前の画面へ戻る（終了はしない）", "To the screen before; never leaves the program"),
        "modoru",
        _APP,
        9,
    ),
    command(
        "quit",
        "Q ctrl+q",
        ("終了", "Quit"),
        ("終了する", "Leave the program"),
        "shuuryou",
        _APP,
        21,
    ),
)
