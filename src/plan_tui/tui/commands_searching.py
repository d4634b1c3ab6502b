"""Commands of the box in which a search is typed."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_QUERY = (Group.FIND, (Scope.QUERY,))

SEARCHING: tuple[Command, ...] = (
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
        _QUERY,
    ),
)
