"""Commands to compare: the comparison, the changes between two editions, the tracks."""

from __future__ import annotations

from plan_tui.tui.commands.command import Command, CommandGroup, Scope, command

_APP = (CommandGroup.COMPARE, (Scope.APP,))
_COMPARE = (CommandGroup.COMPARE, (Scope.COMPARE,))
_COMPARE_CHANGES = (
    CommandGroup.COMPARE,
    (
        Scope.COMPARE,
        Scope.CHANGES,
    ),
)
_CHANGES = (CommandGroup.COMPARE, (Scope.CHANGES,))
_TRACK = (CommandGroup.COMPARE, (Scope.TRACK,))

COMPARE: tuple[Command, ...] = (
    command(
        "compare",
        "d",
        ("比較", "Compare"),
        (
            "他の版の対応箇所と並べ、違いを示す",
            "Beside its counterparts in the other editions, differences marked",
        ),
        "hikaku",
        _APP,
        11,
        also="差分 違い 対照 diff",
    ),
    command(
        "previous-edition",
        "[",
        ("前の版", "Earlier edition"),
        (
            "同じ内容の箇所を1つ前の版で開く（比較で事項が複数あれば前の事項へ）",
            "The same place in the edition before; in a comparison of several topics, "
            "the topic before",
        ),
        "mae no han",
        _APP,
        also="旧版 older",
    ),
    command(
        "next-edition",
        "]",
        ("次の版", "Later edition"),
        (
            "同じ内容の箇所を1つ後の版で開く（比較で事項が複数あれば次の事項へ）",
            "The same place in the edition after; in a comparison of several topics, "
            "the next topic",
        ),
        "tsugi no han",
        _APP,
        also="新版 newer",
    ),
    command(
        "open-counterpart",
        "enter",
        ("開く", "Open"),
        ("選んでいる版の対応箇所を本文の画面で開く", "Open the chosen counterpart in the explorer"),
        "hiraku taiou",
        _COMPARE,
        1,
    ),
    command(
        "counterparts",
        "c",
        ("対応箇所", "Counterparts"),
        ("複数の対応箇所から選ぶ", "Choose among several counterparts"),
        "taiou kasho",
        _COMPARE,
        5,
    ),
    command(
        "next-column",
        "l right",
        ("右の版", "Column right"),
        ("差分を見る版を右へ移す", "Look at the differences of the column to the right"),
        "migi no han",
        _COMPARE,
        3,
    ),
    command(
        "previous-column",
        "h left",
        ("左の版", "Column left"),
        ("差分を見る版を左へ移す", "Look at the differences of the column to the left"),
        "hidari no han",
        _COMPARE,
    ),
    command(
        "why",
        "r",
        ("対応の理由", "Why paired"),
        ("2つの箇所を対応させた理由を見る", "Why the two sections are paired"),
        "riyuu",
        _COMPARE,
    ),
    command(
        "layer",
        "v",
        ("違いの層", "Layer"),
        (
            "語の違い、事実（日付・数値・組織・システム）の違い、印のない本文を順に切り替える",
            "Differing words, differing facts (dates, numbers, organisations, systems), plain text",
        ),
        "chigai no sou go jijitsu honbun",
        _COMPARE,
        4,
    ),
    command(
        "notation",
        "u",
        ("表記の違い", "Notation"),
        (
            "全角・半角、元号・西暦などの表記だけの違いを示す・隠す",
            "Show or hide what differs in width, calendar or punctuation alone",
        ),
        "hyouki no chigai",
        _COMPARE,
    ),
    command(
        "base",
        "b",
        ("基準にする", "Make it the base"),
        (
            "選んでいる版の対応箇所を基準にして比べ直す",
            "Compare anew from the counterpart of the chosen column",
        ),
        "kijun",
        _COMPARE,
    ),
    command(
        "editions",
        "a",
        ("版を選ぶ", "Choose editions"),
        ("比べる版を選ぶ（2021-12 を含む）", "Choose the editions to compare (2021-12 among them)"),
        "han wo erabu",
        _COMPARE_CHANGES,
        14,
    ),
    command(
        "relation",
        "r",
        ("関係で絞る", "Filter by relation"),
        (
            "継続、改称、統合、分割、新規、記載なしのどれかだけを示す",
            "Only what is continued, renamed, merged, split, new or dropped",
        ),
        "kankei shiborikomi",
        _CHANGES,
        2,
    ),
    command(
        "sections",
        "c",
        ("箇所を選ぶ", "Choose a section"),
        ("この事項の箇所を選び、本文の画面で開く", "Open one of the topic's sections"),
        "kasho wo erabu",
        _TRACK,
        2,
    ),
    command(
        "changes",
        "5",
        ("版の変化", "Changes"),
        (
            "2つの版の見出しの行方と由来（継続、改称、統合、分割、新規、記載なし）",
            "What became of each heading between two editions, and where it comes from",
        ),
        "han no henka",
        _APP,
        19,
        also="変更 新旧 対応表 diff",
    ),
    command(
        "track",
        "K",
        ("期限の推移", "Track"),
        (
            "この箇所の事項の期限と数値を、版を通して見る",
            "The deadlines and numbers of this matter over the editions",
        ),
        "kigen no suii",
        _APP,
        20,
        also="経緯 変遷 history timeline",
    ),
    command(
        "topics",
        "ctrl+k",
        ("事項の一覧", "Topics"),
        (
            "期限か数値のある事項の一覧と、その推移",
            "All topics with a deadline or a number, and how these moved",
        ),
        "jikou ichiran",
        _APP,
        also="話題 トピック",
    ),
)
