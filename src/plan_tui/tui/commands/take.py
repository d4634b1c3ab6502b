"""Commands to take away: copy and export."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, CommandGroup, Scope, command

_APP = (CommandGroup.TAKE, (Scope.APP,))

TAKE: tuple[Command, ...] = (
    command(
        "export",
        "e",
        ("書き出し", "Export"),
        ("今の画面をMarkdownファイルに書き出す", "Write this view to a Markdown file"),
        "kakidashi",
        _APP,
        12,
        also="保存 印刷 出力 ファイル エクスポート save print file markdown",
    ),
    command(
        "copy",
        "y",
        ("コピー", "Copy"),
        (
            "本文・引用・Markdown・キー・コマンド、またはマウスで選んだ文をコピーする",
            "Text, citation, Markdown, key or command; or what is selected with the mouse",
        ),
        "kopii",
        _APP,
        13,
        also="クリップボード 写す clipboard yank",
    ),
)
