"""Commands of the lists of targets and measures."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_PROGRAM = (Group.PROGRAM, (Scope.APP,))
_READ = (Group.READ, (Scope.APP,))
_SORTED = (Group.FIND, (Scope.SORTED,))

TARGETS: tuple[Command, ...] = (
    command(
        "targets",
        "t 4",
        ("期限", "Targets"),
        ("期限のある目標を年度ごとに見る", "All dated targets by fiscal year"),
        "kigen mokuhyou",
        _PROGRAM,
        16,
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
        _READ,
    ),
    command(
        "sort",
        "o",
        ("並べ替え", "Sort"),
        ("次の列で並べ替える", "Sort by the next column"),
        "narabekae",
        _SORTED,
        2,
    ),
    command(
        "sort-reverse",
        "O",
        ("逆順", "Reverse"),
        ("並びを逆にする", "Sort in the opposite order"),
        "gyakujun",
        _SORTED,
    ),
)
