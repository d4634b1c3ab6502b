"""Commands of the comparison, of the changes between two editions and of the tracks."""

from __future__ import annotations

from plan_tui.tui.command import Command, Group, Scope, command

_COMPARING = (Group.COMPARE, (Scope.COMPARE,))
_EDITIONS = (Group.COMPARE, (Scope.COMPARE, Scope.CHANGES))
_CHANGES = (Group.COMPARE, (Scope.CHANGES,))
_TRACK = (Group.COMPARE, (Scope.TRACK,))
_GO = (Group.COMPARE, (Scope.APP,))

COMPARING: tuple[Command, ...] = (
    command(
        "layer",
        "v",
        ("語・事実・本文", "Words, facts, plain"),
        (
            "語の違い、事実（日付・数値・組織・システム）の違い、印のない本文を順に切り替える",
            "Differing words, differing facts (dates, numbers, organisations, systems), plain text",
        ),
        "go jijitsu honbun kirikae",
        _COMPARING,
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
        _COMPARING,
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
        _COMPARING,
    ),
    command(
        "editions",
        "a",
        ("版を選ぶ", "Choose editions"),
        ("比べる版を選ぶ（2021-12 を含む）", "Choose the editions to compare (2021-12 among them)"),
        "han wo erabu",
        _EDITIONS,
        5,
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
        _GO,
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
        _GO,
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
        _GO,
    ),
)
