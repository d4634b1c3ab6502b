"""Commands to take away: copy and export."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.tui.commands.command import Command, CommandGroup, Scope
from plan_tui.tui.commands.need import SOMETHING_TO_COPY, SOMETHING_TO_EXPORT

TAKE: tuple[Command, ...] = (
    Command(
        id="export",
        keys=("e",),
        name=Phrase("書き出し", "Export"),
        help=Phrase(
            "今の画面をファイルに書き出す（Markdown、Word、Excelなど。比較と変化は新旧対照表でも）",
            "Write this view to a file (Markdown, Word, Excel); a comparison also as a table",
        ),
        romaji="kakidashi",
        also=(
            "保存",
            "印刷",
            "出力",
            "ファイル",
            "エクスポート",
            "save",
            "print",
            "file",
            "markdown",
        ),
        group=CommandGroup.TAKE,
        scopes=(Scope.APP,),
        needs=SOMETHING_TO_EXPORT,
        footer=12,
    ),
    Command(
        id="copy",
        keys=("y",),
        name=Phrase("コピー", "Copy"),
        help=Phrase(
            "本文・引用・Markdown・キー・コマンド、又はマウスで選んだ文をコピーする",
            "Copy text, citation, Markdown, key or command, or what is selected with the mouse",
        ),
        romaji="kopii",
        also=("クリップボード", "写す", "clipboard", "yank"),
        group=CommandGroup.TAKE,
        scopes=(Scope.APP,),
        needs=SOMETHING_TO_COPY,
        footer=13,
    ),
)
