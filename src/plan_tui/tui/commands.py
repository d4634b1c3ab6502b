"""The one list of commands: it feeds keys, footer, palette, help screen and docs/keys.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from plan_tui.text.language import Phrase
from plan_tui.tui import keys as keyboard


class Scope(StrEnum):
    """Where a command's keys are bound: the application, a screen or a kind of widget."""

    APP = "app"
    SCREEN = "screen"
    SCROLL = "scroll"
    LIST = "list"
    OUTLINE = "outline"
    READING = "reading"
    QUERY = "query"
    COMPARE = "compare"


class Group(StrEnum):
    """A heading of the help screen."""

    MOVE = "move"
    READ = "read"
    FIND = "find"
    COMPARE = "compare"
    TAKE = "take"
    PROGRAM = "program"


GROUPS: dict[Group, Phrase] = {
    Group.MOVE: Phrase("移動", "Move"),
    Group.READ: Phrase("読む", "Read"),
    Group.FIND: Phrase("探す", "Find"),
    Group.COMPARE: Phrase("比べる", "Compare"),
    Group.TAKE: Phrase("持ち出す", "Take away"),
    Group.PROGRAM: Phrase("画面と設定", "Screens and settings"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do."""

    id: str
    """ASCII name; the binding's id, and with ``-`` as ``_`` the name of its action."""
    keys: tuple[str, ...]
    """Keys, the one to show first. Full-width twins are added by `all_keys`."""
    name: Phrase
    """A word or two: footer and palette."""
    help: Phrase
    """A sentence: help screen and documentation."""
    romaji: str
    """The Japanese name in Latin letters, for the palette."""
    group: Group
    scopes: tuple[Scope, ...]
    footer: int = 0
    """Rank in the footer, 1 first; 0 keeps it out."""

    @property
    def action(self) -> str:
        """Name of the method ``action_…`` that does it."""
        return self.id.replace("-", "_")

    @property
    def all_keys(self) -> tuple[str, ...]:
        """The keys and what a Japanese input method sends for them."""
        return tuple(
            dict.fromkeys(
                [*self.keys, *(twin for key in self.keys for twin in keyboard.twins(key))]
            )
        )

    @property
    def shown_keys(self) -> str:
        """The keys as people read them."""
        return " ".join(keyboard.shown(key) for key in self.keys)


def _command(
    name: str,
    keys: str,
    words: tuple[str, str],
    sentence: tuple[str, str],
    romaji: str,
    where: tuple[Group, tuple[Scope, ...]],
    footer: int = 0,
) -> Command:
    group, scopes = where
    return Command(
        name, tuple(keys.split()), Phrase(*words), Phrase(*sentence), romaji, group, scopes, footer
    )


_LINES = (Group.MOVE, (Scope.LIST, Scope.SCROLL))
_LIST = (Group.MOVE, (Scope.LIST,))
_OUTLINE = (Group.MOVE, (Scope.OUTLINE,))
_MOVE = (Group.MOVE, (Scope.SCREEN,))
_GO = (Group.MOVE, (Scope.APP,))
_READING = (Group.READ, (Scope.READING,))
_READ = (Group.READ, (Scope.APP,))
_FIND = (Group.FIND, (Scope.APP,))
_QUERY = (Group.FIND, (Scope.QUERY,))
_COMPARE = (Group.COMPARE, (Scope.APP,))
_COMPARING = (Group.COMPARE, (Scope.COMPARE,))
_TAKE = (Group.TAKE, (Scope.APP,))
_PROGRAM = (Group.PROGRAM, (Scope.APP,))

COMMANDS: tuple[Command, ...] = (
    _command("down", "j down", ("下へ", "Down"), ("1行下へ", "One line down"), "shita", _LINES),
    _command("up", "k up", ("上へ", "Up"), ("1行上へ", "One line up"), "ue", _LINES),
    _command(
        "half-down",
        "ctrl+d pagedown",
        ("半画面下へ", "Half a page down"),
        ("半画面下へ進む", "Half a page down"),
        "hangamen shita",
        _LINES,
    ),
    _command(
        "half-up",
        "ctrl+u pageup",
        ("半画面上へ", "Half a page up"),
        ("半画面上へ戻る", "Half a page up"),
        "hangamen ue",
        _LINES,
    ),
    _command(
        "top",
        "g home",
        ("先頭へ", "Top"),
        ("先頭へ（gg でも同じ）", "To the top (gg does the same)"),
        "sentou",
        _LINES,
    ),
    _command("bottom", "G end", ("末尾へ", "Bottom"), ("末尾へ", "To the end"), "matsubi", _LINES),
    _command(
        "choose",
        "enter",
        ("開く", "Open"),
        ("選んでいる行を開く", "Open the chosen line"),
        "hiraku",
        _LIST,
        1,
    ),
    _command(
        "unfold",
        "l right",
        ("開く", "Unfold"),
        ("下の階層を開く、または1つ下へ", "Show what is below, or step into it"),
        "tenkai",
        _OUTLINE,
        2,
    ),
    _command(
        "fold",
        "h left",
        ("閉じる", "Fold"),
        ("閉じる、または親へ", "Hide what is below, or go to the parent"),
        "tojiru",
        _OUTLINE,
        3,
    ),
    _command(
        "open-close",
        "space",
        ("開閉", "Toggle"),
        ("下の階層を開く・閉じる", "Show or hide what is below"),
        "kaihei",
        _OUTLINE,
    ),
    _command(
        "fold-level",
        "z",
        ("階層の深さ", "Fold to a depth"),
        ("文書を1～5の深さまで開く", "Unfold the document to a depth of 1 to 5"),
        "kaisou fukasa",
        _OUTLINE,
    ),
    _command(
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
    _command(
        "next-pane",
        "tab",
        ("次の枠", "Next pane"),
        ("次の枠へ移る", "To the next pane"),
        "tsugi no waku",
        _MOVE,
        4,
    ),
    _command(
        "previous-pane",
        "shift+tab",
        ("前の枠", "Previous pane"),
        ("前の枠へ移る", "To the previous pane"),
        "mae no waku",
        _MOVE,
    ),
    _command(
        "history-back",
        "H alt+left",
        ("履歴を戻る", "Back in history"),
        ("前に開いた箇所へ戻る", "To the place opened before"),
        "rireki modoru",
        _GO,
    ),
    _command(
        "history-forward",
        "L alt+right",
        ("履歴を進む", "Forward in history"),
        ("戻る前の箇所へ進む", "To the place from before going back"),
        "rireki susumu",
        _GO,
    ),
    _command(
        "mark",
        "m",
        ("しおりを付ける", "Set a mark"),
        ("今の箇所に文字のしおりを付ける", "Mark this place with a letter"),
        "shiori",
        _GO,
    ),
    _command(
        "marks",
        "'",
        ("しおりへ", "Go to a mark"),
        ("しおりの一覧から選んで移る", "Choose among the marked places"),
        "shiori ichiran",
        _GO,
    ),
    _command(
        "footnotes",
        "x",
        ("脚注", "Footnotes"),
        ("脚注を本文のその場に開く・閉じる", "Open or close footnotes where their marks stand"),
        "kyakuchuu",
        _READING,
        5,
    ),
    _command(
        "next-hit",
        "n",
        ("次の一致・差分", "Next match"),
        ("次の一致（比較では次の差分）へ", "To the next match, or the next difference"),
        "tsugi no icchi",
        (Group.FIND, (Scope.READING, Scope.COMPARE)),
        6,
    ),
    _command(
        "previous-hit",
        "N",
        ("前の一致・差分", "Previous match"),
        ("前の一致（比較では前の差分）へ", "To the previous match, or the previous difference"),
        "mae no icchi",
        (Group.FIND, (Scope.READING, Scope.COMPARE)),
    ),
    _command(
        "source",
        "i",
        ("出どころ", "Source"),
        (
            "元の資料の行と、取り除いた文字を見る",
            "The source's lines beside the text, and what was taken out",
        ),
        "dedokoro gensen",
        _READ,
        14,
    ),
    _command(
        "search",
        "/",
        ("検索", "Search"),
        ("見出しと本文を検索する（前の言葉を残す）", "Search titles and text, keeping the words"),
        "kensaku",
        _FIND,
        10,
    ),
    _command(
        "search-all",
        "s",
        ("全体を検索", "Search everything"),
        ("全ての文書を新しい言葉で検索する", "Search all documents with new words"),
        "zentai kensaku",
        _FIND,
    ),
    _command(
        "filter",
        "f",
        ("範囲を絞る", "Filter"),
        (
            "この文書の中だけを検索する。一覧では絞り込む",
            "Search this document only; narrow a list",
        ),
        "shiborikomi",
        _FIND,
    ),
    _command(
        "to-results",
        "escape",
        ("結果へ", "To the results"),
        ("入力欄から一覧へ移る", "From the box to the list"),
        "kekka",
        _QUERY,
        7,
    ),
    _command(
        "compare",
        "d",
        ("比較", "Compare"),
        (
            "他の版の対応箇所と並べ、違いを示す",
            "Beside its counterparts in the other editions, differences marked",
        ),
        "hikaku",
        _COMPARE,
        11,
    ),
    _command(
        "previous-edition",
        "[",
        ("前の版", "Earlier edition"),
        ("同じ内容の箇所を1つ前の版で開く", "The same place in the edition before"),
        "mae no han",
        _COMPARE,
    ),
    _command(
        "next-edition",
        "]",
        ("次の版", "Later edition"),
        ("同じ内容の箇所を1つ後の版で開く", "The same place in the edition after"),
        "tsugi no han",
        _COMPARE,
    ),
    _command(
        "counterparts",
        "c",
        ("対応箇所を選ぶ", "Choose a counterpart"),
        ("複数の対応箇所から選ぶ", "Choose among several counterparts"),
        "taiou kasho",
        _COMPARING,
        2,
    ),
    _command(
        "next-column",
        "l right",
        ("右の版", "Column right"),
        ("差分を見る版を右へ移す", "Look at the differences of the column to the right"),
        "migi no han",
        _COMPARING,
        3,
    ),
    _command(
        "previous-column",
        "h left",
        ("左の版", "Column left"),
        ("差分を見る版を左へ移す", "Look at the differences of the column to the left"),
        "hidari no han",
        _COMPARING,
    ),
    _command(
        "why",
        "w",
        ("対応の理由", "Why paired"),
        ("2つの箇所を対応させた理由を見る", "Why the two sections are paired"),
        "riyuu",
        _COMPARING,
    ),
    _command(
        "export",
        "e",
        ("書き出し", "Export"),
        ("今の画面をMarkdownファイルに書き出す", "Write this view to a Markdown file"),
        "kakidashi",
        _TAKE,
        12,
    ),
    _command(
        "copy",
        "y",
        ("コピー", "Copy"),
        ("本文・引用・Markdown・キー・コマンドを写す", "Text, citation, Markdown, key or command"),
        "kopii",
        _TAKE,
        13,
    ),
    _command(
        "explorer",
        "1",
        ("本文", "Explorer"),
        ("文書の階層と本文の画面", "The outline and the text"),
        "honbun",
        _PROGRAM,
    ),
    _command(
        "search-screen",
        "2",
        ("検索画面", "Search screen"),
        ("検索結果の画面", "The results of the search"),
        "kensaku gamen",
        _PROGRAM,
    ),
    _command(
        "measures",
        "3",
        ("施策", "Measures"),
        ("施策とKPIの一覧", "All measures with their KPIs"),
        "shisaku",
        _PROGRAM,
        15,
    ),
    _command(
        "theme",
        "T",
        ("配色", "Theme"),
        ("明るい・暗い・高コントラストを切り替える", "Light, dark, high contrast in turn"),
        "haishoku",
        _PROGRAM,
    ),
    _command(
        "language",
        "f2",
        ("日本語／English", "日本語／English"),
        ("画面の言葉を日本語と英語で切り替える", "Japanese or English interface"),
        "gengo eigo",
        _PROGRAM,
    ),
    _command(
        "about",
        "A",
        ("このソフトについて", "About"),
        ("出典、利用条件、収録範囲", "Where the text comes from, its licence, what is held"),
        "shutten",
        _PROGRAM,
    ),
    _command(
        "palette",
        ": ctrl+p",
        ("コマンド一覧", "Commands"),
        ("全てのコマンドを名前で探す", "Find any command by name"),
        "komando ichiran",
        _PROGRAM,
        17,
    ),
    _command(
        "help",
        "? f1",
        ("ヘルプ", "Help"),
        ("今の枠で使えるキー", "The keys of this pane"),
        "herupu",
        _PROGRAM,
        9,
    ),
    _command(
        "back",
        "q backspace",
        ("戻る", "Back"),
        ("前の画面へ戻る", "To the screen before"),
        "modoru",
        _PROGRAM,
        16,
    ),
    _command(
        "quit",
        "Q ctrl+q",
        ("終了", "Quit"),
        ("終了する", "Leave the program"),
        "shuuryou",
        _PROGRAM,
        18,
    ),
)

BY_ID: dict[str, Command] = {command.id: command for command in COMMANDS}


def bindings(*scopes: Scope) -> list[BindingType]:
    """Return the bindings of one or more scopes, for a class's ``BINDINGS``."""
    return [
        Binding(key, command.action, command.name.ja, show=False, id=command.id)
        for command in of_scopes(*scopes)
        for key in command.all_keys
    ]


def of_scopes(*scopes: Scope) -> Iterator[Command]:
    """Yield the commands bound in any of ``scopes``."""
    return (command for command in COMMANDS if set(command.scopes) & set(scopes))
