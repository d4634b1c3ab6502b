"""Commands to review suggestions: what belongs together is the reader's decision."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.tui.commands.command import Command, CommandGroup, Scope

REVIEW: tuple[Command, ...] = (
    Command(
        id="review",
        keys=("6",),
        name=Phrase("対応の確認", "Review"),
        help=Phrase(
            "対応の候補を確からしい順に見て、認めるかどうかを決める",
            "Decide on the suggested counterparts, the likeliest first",
        ),
        romaji="taiou no kakunin",
        also=("候補", "承認", "判定", "suggestions", "accept", "crosswalk"),
        group=CommandGroup.COMPARE,
        scopes=(Scope.APP,),
        screen="review:ReviewScreen",
    ),
    Command(
        id="accept",
        keys=("a",),
        name=Phrase("承認", "Accept"),
        help=Phrase("候補のとおりに対応を認める", "They belong together as suggested"),
        romaji="shounin",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=1,
    ),
    Command(
        id="reject",
        keys=("r",),
        name=Phrase("却下", "Reject"),
        help=Phrase("対応しないと判定し、候補から外す", "They do not; never suggest it again"),
        romaji="kyakka",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=2,
    ),
    Command(
        id="accept-part",
        keys=("p",),
        name=Phrase("範囲", "Extent"),
        help=Phrase(
            "どちらかの一部、双方の一部、双方の全体から選んで対応を認める",
            "They belong together: choose a part of one, parts of both, or both as wholes",
        ),
        romaji="hani ichibu",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=3,
    ),
    Command(
        id="accept-mention",
        keys=("M",),
        name=Phrase("言及", "Mention"),
        help=Phrase(
            "一方が他方の事項の名を挙げるだけ", "One only mentions what the other is about"
        ),
        romaji="genkyuu",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=4,
    ),
    Command(
        id="other-counterpart",
        keys=("o",),
        name=Phrase("別の箇所", "Other"),
        help=Phrase(
            "この候補を却下し、別の見出しを探して対応とする",
            "Not this one: look for the section that is the counterpart",
        ),
        romaji="betsu no kasho",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=5,
    ),
    Command(
        id="skip",
        keys=("space", "l", "right"),
        name=Phrase("次の候補", "Skip"),
        help=Phrase("判定せずに次の候補へ", "To the next suggestion, without a decision"),
        romaji="tsugi no kouho tobasu",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=6,
    ),
    Command(
        id="previous-suggestion",
        keys=("h", "left"),
        name=Phrase("前の候補", "Previous suggestion"),
        help=Phrase("1つ前の候補へ", "To the suggestion before"),
        romaji="mae no kouho",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
    ),
    Command(
        id="undo",
        keys=("u",),
        name=Phrase("取り消す", "Undo"),
        help=Phrase(
            "最後の判定を取り消して、その候補へ戻る", "Undo the last decision and go back to it"
        ),
        romaji="torikesu",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=7,
    ),
    Command(
        id="whole-texts",
        keys=("x",),
        name=Phrase("全文・一部", "Whole texts"),
        help=Phrase(
            "見出しの本文の全体か、候補の段落だけかを切り替える",
            "Whole sections, or only the suggested passages",
        ),
        romaji="zenbun ichibu",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
    ),
    Command(
        id="review-editions",
        keys=("c",),
        name=Phrase("版を選ぶ", "Choose editions"),
        help=Phrase("確認する版を選ぶ", "Choose the editions to review"),
        romaji="han wo erabu kakunin",
        group=CommandGroup.COMPARE,
        scopes=(Scope.REVIEW,),
        footer=8,
    ),
)
