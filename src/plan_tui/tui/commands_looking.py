"""Commands to see the whole: overview, words over time, report; and how the screen looks."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_FIGURES = (Group.MOVE, (Scope.FIGURES,))
_MOVE = (Group.MOVE, (Scope.APP,))
_READ = (Group.READ, (Scope.APP,))
_FIND = (Group.FIND, (Scope.APP,))
_PROGRAM = (Group.PROGRAM, (Scope.APP,))

LOOKING: tuple[Command, ...] = (
    command(
        "next-figure",
        "l right",
        ("右の数", "Figure right"),
        ("右の数へ", "To the figure at the right"),
        "migi no kazu",
        _FIGURES,
    ),
    command(
        "previous-figure",
        "h left",
        ("左の数", "Figure left"),
        ("左の数へ", "To the figure at the left"),
        "hidari no kazu",
        _FIGURES,
    ),
    command(
        "jump",
        "J ctrl+o",
        ("枠へ飛ぶ", "Jump to a pane"),
        ("枠に付いた文字を押して、そこへ移る", "Labels the panes; a letter goes to one"),
        "waku e tobu",
        _MOVE,
    ),
    command(
        "column-width",
        "W",
        ("行の長さ", "Line length"),
        ("本文の行の長さを、短い・中くらい・画面幅で切り替える", "Short, medium or full lines"),
        "gyou no nagasa haba",
        _READ,
    ),
    command(
        "words",
        "w",
        ("語の頻度", "Words over time"),
        (
            "語が各版にどれだけ出るか、どこに出るか。語がなければ各版に特徴的な語",
            "How often a term stands in each edition, and where; the words typical of each",
        ),
        "go no hindo",
        _FIND,
    ),
    command(
        "overview",
        "0",
        ("概観", "Overview"),
        (
            "何が収録されているか。数から一覧へ移る",
            "What the data holds, drawn; each figure opens its list",
        ),
        "gaikan",
        _PROGRAM,
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
        _PROGRAM,
    ),
)
