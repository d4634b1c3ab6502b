"""Commands to take away, and of the program itself."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_TAKE = (Group.TAKE, (Scope.APP,))
_PROGRAM = (Group.PROGRAM, (Scope.APP,))

PROGRAM: tuple[Command, ...] = (
    command(
        "export",
        "e",
        ("書き出し", "Export"),
        ("今の画面をMarkdownファイルに書き出す", "Write this view to a Markdown file"),
        "kakidashi",
        _TAKE,
        12,
    ),
    command(
        "copy",
        "y ctrl+c",
        ("コピー", "Copy"),
        (
            "本文・引用・Markdown・キー・コマンド、またはマウスで選んだ文をコピーする",
            "Text, citation, Markdown, key or command; or what is selected with the mouse",
        ),
        "kopii",
        _TAKE,
        13,
    ),
    command(
        "explorer",
        "1",
        ("本文", "Explorer"),
        ("文書の階層と本文の画面", "The outline and the text"),
        "honbun",
        _PROGRAM,
    ),
    command(
        "search-screen",
        "2",
        ("検索画面", "Search screen"),
        ("検索結果の画面", "The results of the search"),
        "kensaku gamen",
        _PROGRAM,
    ),
    command(
        "measures",
        "3",
        ("施策", "Measures"),
        ("施策とKPIの一覧", "All measures with their KPIs"),
        "shisaku",
        _PROGRAM,
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
        _PROGRAM,
    ),
    command(
        "language",
        "f2",
        ("日本語／English", "日本語／English"),
        ("画面の言葉を日本語と英語で切り替える", "Japanese or English interface"),
        "gengo eigo",
        _PROGRAM,
    ),
    command(
        "about",
        "A",
        ("このソフトについて", "About"),
        ("出典、利用条件、収録範囲", "Where the text comes from, its licence, what is held"),
        "shutten",
        _PROGRAM,
    ),
    command(
        "palette",
        ": ctrl+p",
        ("コマンド一覧", "Commands"),
        ("全てのコマンドを名前で探す", "Find any command by name"),
        "komando ichiran",
        _PROGRAM,
        18,
    ),
    command(
        "help",
        "? f1",
        ("ヘルプ", "Help"),
        ("今の枠で使えるキー", "The keys of this pane"),
        "herupu",
        _PROGRAM,
        9,
    ),
    command(
        "back",
        "q escape backspace",
        ("戻る", "Back"),
        ("前の画面へ戻る（終了はしない）", "To the screen before; never leaves the program"),
        "modoru",
        _PROGRAM,
        17,
    ),
    command(
        "quit",
        "Q ctrl+q",
        ("終了", "Quit"),
        ("終了する", "Leave the program"),
        "shuuryou",
        _PROGRAM,
        19,
    ),
)
