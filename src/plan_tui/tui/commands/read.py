"""Commands to read: footnotes, sources, the other editions, how text and dates are shown."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, CommandGroup, Scope, command

_READING = (CommandGroup.READ, (Scope.READING,))
_APP = (CommandGroup.READ, (Scope.APP,))

READ: tuple[Command, ...] = (
    command(
        "footnotes",
        "x",
        ("脚注", "Footnotes"),
        ("脚注を本文のその場に開く・閉じる", "Open or close footnotes where their marks stand"),
        "kyakuchuu",
        _READING,
        5,
        also="注 注釈 notes",
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
        _APP,
        14,
        also="出典 原文 原典 original",
    ),
    command(
        "column-width",
        "W",
        ("行の長さ", "Line length"),
        ("本文の行の長さを、短い・中くらい・画面幅で切り替える", "Short, medium or full lines"),
        "gyou no nagasa haba",
        _APP,
        also="折り返し 設定 wrap settings",
    ),
    command(
        "calendar",
        "C",
        ("西暦・和暦", "Calendar"),
        (
            "期日を西暦、和暦、又は両方で示す",
            "Dates in the western calendar, the Japanese one, or both",
        ),
        "seireki wareki koyomi",
        _APP,
        also="元号 年号 日付 設定 era dates settings",
    ),
)
