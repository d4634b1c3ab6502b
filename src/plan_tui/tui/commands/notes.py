"""Commands on the reader's own notes and named searches."""

from __future__ import annotations

from plan_tui.text.language import Phrase
from plan_tui.tui.commands.command import Command, CommandGroup, Scope
from plan_tui.tui.commands.need import A_NOTE_HERE, A_PLACE_TO_NOTE, SOMETHING_TO_EXPORT

NOTES: tuple[Command, ...] = (
    Command(
        id="note",
        keys=("+",),
        name=Phrase("メモを書く", "Write a note"),
        help=Phrase(
            "今の箇所にメモとタグを書く・直す（一覧では選んだもの）",
            "Write or change the note and the tags on this place",
        ),
        romaji="memo wo kaku",
        also=("付箋", "ノート", "タグ", "注記", "tag", "annotate", "comment"),
        group=CommandGroup.READ,
        scopes=(Scope.APP,),
        needs=A_PLACE_TO_NOTE,
    ),
    Command(
        id="notes",
        keys=("7",),
        name=Phrase("メモの一覧", "Notes"),
        help=Phrase(
            "自分のメモ・タグ・しおりと、名前を付けた検索の一覧",
            "Your notes, tags and marks, and your named searches",
        ),
        romaji="memo no ichiran",
        also=(
            *("付箋", "ノート", "しおり", "タグ", "保存した検索"),
            *("tags", "bookmarks", "saved searches"),
        ),
        group=CommandGroup.READ,
        scopes=(Scope.APP,),
        screen="notes:NotesScreen",
    ),
    Command(
        id="remove-note",
        keys=("x", "delete"),
        name=Phrase("メモを消す", "Remove"),
        help=Phrase("選んだメモ、又は検索の名前を消す", "Remove the chosen note or named search"),
        romaji="memo wo kesu",
        also=("削除", "delete"),
        group=CommandGroup.READ,
        scopes=(Scope.NOTES,),
        needs=A_NOTE_HERE,
        footer=5,
    ),
    Command(
        id="name-view",
        keys=("S",),
        name=Phrase("検索に名前を付ける", "Name this search"),
        help=Phrase(
            "今の検索や絞り込みに名前を付けて、一覧から開けるようにする",
            "Name the search or filtered list shown here, to open it from the notes",
        ),
        romaji="kensaku ni namae wo tsukeru",
        also=("検索を保存", "絞り込みを保存", "save search", "saved search"),
        group=CommandGroup.FIND,
        scopes=(Scope.APP,),
        needs=SOMETHING_TO_EXPORT,
    ),
)
