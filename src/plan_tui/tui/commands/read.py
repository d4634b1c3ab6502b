"""Commands to read: footnotes, sources, the other editions, how text and dates are shown."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.tui.commands.command import Command, CommandGroup, Scope
from plan_tui.tui.commands.need import A_SECTION, BROAD_TEXT, DAYS

READ: tuple[Command, ...] = (
    Command(
        id="footnotes",
        keys=("x",),
        name=Phrase("脚注", "Footnotes"),
        help=Phrase(
            "脚注を本文のその場に開く・閉じる", "Open or close footnotes where their marks stand"
        ),
        romaji="kyakuchuu",
        also=("注", "注釈", "notes"),
        group=CommandGroup.READ,
        scopes=(Scope.READING, Scope.OUTLINE),
        footer=13,
    ),
    Command(
        id="source",
        keys=("i",),
        name=Phrase("原文", "Source"),
        help=Phrase(
            "元のファイルの行と、取り除いた文字を見る",
            "The source's lines beside the text, and what was removed",
        ),
        romaji="genbun dedokoro",
        also=("出典", "原文", "原典", "original"),
        group=CommandGroup.READ,
        scopes=(Scope.APP,),
        needs=A_SECTION,
        screen="source:SourceScreen",
        offered_there=False,
        footer=14,
    ),
    Command(
        id="column-width",
        keys=("W",),
        name=Phrase("行の長さ", "Line length"),
        help=Phrase(
            "本文の行の長さを、短い・中くらい・画面幅で切り替える", "Short, medium or full lines"
        ),
        romaji="gyou no nagasa haba",
        also=("折り返し", "設定", "wrap", "settings"),
        group=CommandGroup.READ,
        scopes=(Scope.APP,),
        needs=BROAD_TEXT,
    ),
    Command(
        id="calendar",
        keys=("C",),
        name=Phrase("西暦・和暦", "Calendar"),
        help=Phrase(
            "期日を西暦、和暦、又は両方で示す",
            "Dates in the Western calendar, the Japanese one, or both",
        ),
        romaji="seireki wareki koyomi",
        also=("元号", "年号", "日付", "設定", "era", "dates", "settings"),
        group=CommandGroup.READ,
        scopes=(Scope.APP,),
        needs=DAYS,
    ),
)
