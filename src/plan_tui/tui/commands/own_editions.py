"""Commands on the reader's own editions."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.tui.commands.command import Command, CommandGroup, Scope
from plan_tui.tui.commands.need import OWN_EDITIONS_THERE

OWN_EDITIONS: tuple[Command, ...] = (
    Command(
        id="add-edition",
        keys=("E",),
        name=Phrase("版を追加", "Add an edition"),
        help=Phrase(
            "手元の版（PDF、そのテキスト、Markdown）を読み取って追加する",
            "Read an edition of your own (PDF, its text, Markdown) and add it",
        ),
        romaji="han wo tsuika",
        also=("追加", "取り込み", "PDF", "import", "own", "new"),
        group=CommandGroup.PROGRAM,
        scopes=(Scope.APP,),
    ),
    Command(
        id="remove-edition",
        keys=("D",),
        name=Phrase("追加した版を外す", "Remove an added edition"),
        help=Phrase("追加した版を選んで外す", "Choose an edition that was added and take it out"),
        romaji="tsuika shita han wo hazusu",
        also=("削除", "取り消し", "delete", "take out"),
        group=CommandGroup.PROGRAM,
        scopes=(Scope.APP,),
        needs=OWN_EDITIONS_THERE,
    ),
    Command(
        id="rebuild-own",
        keys=("B",),
        name=Phrase("自分のデータベースを作り直す", "Rebuild own database"),
        help=Phrase(
            "追加した版を原本から読み取り直す", "Read the added editions anew from their originals"
        ),
        romaji="jibun no deetabeesu wo tsukurinaosu",
        also=("再構築", "更新", "update", "build"),
        group=CommandGroup.PROGRAM,
        scopes=(Scope.APP,),
        needs=OWN_EDITIONS_THERE,
    ),
)
