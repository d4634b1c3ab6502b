"""Commands to move: in lists, texts and the outline, between panes, screens and places."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, CommandGroup, Scope, command

_LIST_SCROLL = (
    CommandGroup.MOVE,
    (
        Scope.LIST,
        Scope.SCROLL,
    ),
)
_LIST = (CommandGroup.MOVE, (Scope.LIST,))
_OUTLINE = (CommandGroup.MOVE, (Scope.OUTLINE,))
_SCREEN = (CommandGroup.MOVE, (Scope.SCREEN,))
_APP = (CommandGroup.MOVE, (Scope.APP,))
_FIGURES = (CommandGroup.MOVE, (Scope.FIGURES,))

MOVE: tuple[Command, ...] = (
    command(
        "down", "j down", ("下へ", "Down"), ("1行下へ", "One line down"), "shita", _LIST_SCROLL
    ),
    command("up", "k up", ("上へ", "Up"), ("1行上へ", "One line up"), "ue", _LIST_SCROLL),
    command(
        "half-down",
        "ctrl+d pagedown",
        ("半画面下へ", "Half a page down"),
        ("半画面下へ進む", "Half a page down"),
        "hangamen shita",
        _LIST_SCROLL,
    ),
    command(
        "half-up",
        "ctrl+u pageup",
        ("半画面上へ", "Half a page up"),
        ("半画面上へ戻る", "Half a page up"),
        "hangamen ue",
        _LIST_SCROLL,
    ),
    command(
        "top",
        "g home",
        ("先頭へ", "Top"),
        ("先頭へ（gg でも同じ）", "To the top (gg does the same)"),
        "sentou",
        _LIST_SCROLL,
    ),
    command(
        "bottom", "G end", ("末尾へ", "Bottom"), ("末尾へ", "To the end"), "matsubi", _LIST_SCROLL
    ),
    command(
        "choose",
        "enter",
        ("開く", "Open"),
        ("選んでいる行を開く", "Open the chosen line"),
        "hiraku",
        _LIST,
        1,
    ),
    command(
        "unfold",
        "l right",
        ("展開", "Unfold"),
        ("下の階層を開く、または1つ下へ", "Show what is below, or step into it"),
        "tenkai",
        _OUTLINE,
        2,
    ),
    command(
        "fold",
        "h left",
        ("閉じる", "Fold"),
        ("閉じる、または親へ", "Hide what is below, or go to the parent"),
        "tojiru",
        _OUTLINE,
        3,
    ),
    command(
        "open-close",
        "space",
        ("開閉", "Toggle"),
        ("下の階層を開く・閉じる", "Show or hide what is below"),
        "kaihei",
        _OUTLINE,
    ),
    command(
        "fold-level",
        "z",
        ("階層の深さ", "Fold to a depth"),
        ("文書を1～5の深さまで開く", "Unfold the document to a depth of 1 to 5"),
        "kaisou fukasa",
        _OUTLINE,
    ),
    command(
        "contents-only",
        "o",
        ("目次のみの項目", "Contents-only entries"),
        (
            "本文が収録されていない目次だけの項目を表示する・隠す",
            "Show or hide entries of which only the heading is held",
        ),
        "mokuji nomi",
        _OUTLINE,
    ),
    command(
        "next-pane",
        "tab",
        ("次の枠", "Next pane"),
        ("次の枠へ移る", "To the next pane"),
        "tsugi no waku",
        _SCREEN,
        4,
    ),
    command(
        "previous-pane",
        "shift+tab",
        ("前の枠", "Previous pane"),
        ("前の枠へ移る", "To the previous pane"),
        "mae no waku",
        _SCREEN,
    ),
    command(
        "history-back",
        "H alt+left",
        ("履歴を戻る", "Back in history"),
        ("前に開いた箇所へ戻る", "To the place opened before"),
        "rireki modoru",
        _APP,
    ),
    command(
        "history-forward",
        "L alt+right",
        ("履歴を進む", "Forward in history"),
        ("戻る前の箇所へ進む", "To the place from before going back"),
        "rireki susumu",
        _APP,
    ),
    command(
        "mark",
        "m",
        ("しおりを付ける", "Set a mark"),
        ("今の箇所に文字のしおりを付ける", "Mark this place with a letter"),
        "shiori",
        _APP,
        also="ブックマーク 付箋 bookmark",
    ),
    command(
        "marks",
        "'",
        ("しおりへ", "Go to a mark"),
        ("しおりの一覧から選んで移る", "Choose among the marked places"),
        "shiori ichiran",
        _APP,
        also="ブックマーク 付箋 bookmarks",
    ),
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
        _APP,
    ),
)
