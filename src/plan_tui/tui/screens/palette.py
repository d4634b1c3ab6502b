"""The command palette: all commands by name, in Japanese, English or romaji."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from plan_tui.text.fold import fold_spelling
from plan_tui.text.language import Language, Phrase
from plan_tui.text.romaji import romaji_sound, sound_of, sound_pattern
from plan_tui.tui.commands import COMMANDS, Command
from plan_tui.tui.render.line import Line, Piece, spread
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.more import More
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput
from plan_tui.tui.widgets.row_list import RowList

TITLE = Phrase("コマンド", "Commands")
HINT = Phrase("名前（漢字・かな・English・romaji）", "name in Japanese, English or romaji")
KEYS = Phrase("Enter 実行　Esc 閉じる", "Enter runs, Esc closes")
NONE = Phrase(
    "該当するコマンドはありません。? に全てのコマンドがあります。",
    "There is no such command; ? lists all of them.",
)
NOT_HERE = Phrase("この画面では使えません", "not on this screen")


def matching(typed: str) -> list[Command]:
    """Return the commands of which a name holds ``typed``.

    Those whose name it is come first, then those whose name starts with it; last those that have
    each of its words somewhere.
    """
    wanted, words = fold_spelling(typed), [*map(fold_spelling, typed.split())]
    ranked = []
    for number, command in enumerate(COMMANDS):
        names = [
            fold_spelling(name)
            for name in (command.name.ja, command.name.en, command.romaji, command.id)
        ]
        texts = [fold_spelling(command.help.ja), fold_spelling(command.help.en)]
        ranks = [-1 for name in names if name == wanted]
        ranks += [0 if name.startswith(wanted) else 1 for name in names if wanted in name]
        also = [fold_spelling(word) for word in command.also]
        ranks += [0 if word == wanted else 1 for word in also if word.startswith(wanted)]
        ranks += [2 for text in texts if wanted in text]
        ranks += _by_sound(typed, command.romaji)
        every = [*names, *texts, *also]
        if len(words) > 1 and all(any(word in told for told in every) for word in words):
            ranks.append(3)
        if ranks:
            ranked.append((min(ranks) if wanted else 0, number, command))
    return [command for _, _, command in sorted(ranked, key=lambda entry: entry[:2])]


def _by_sound(typed: str, romaji: str) -> list[int]:
    """Return the rank of a name that sounds as what is typed, in kana or any romaji."""
    wanted = sound_of(typed, typing=True)
    if not wanted:
        return []
    names = " ".join(romaji_sound(word, typing=False) or word for word in romaji.split())
    pattern = sound_pattern(wanted)
    if pattern.fullmatch(names):
        return [-1]
    match = pattern.search(names)
    return [min(match.start(), 1)] if match else []


class CommandList(RowList[Command]):
    """Commands with their keys; those that cannot be run here are told apart in words."""

    def __init__(
        self,
        language: Language,
        active: Collection[str],
        rebound: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._language = language
        self._active = active
        self._rebound = rebound

    def draw(self, row: Command, columns: int) -> Sequence[Line]:
        """Return a command's line."""
        language = self._language
        usable = row.id in self._active
        left = [Piece(row.name.say(language), "strong" if usable else "muted")]
        left.append(Piece(f"  {row.help.say(language)}", "muted"))
        note = "" if usable else f"{NOT_HERE.say(language)}  "
        right = [Piece(note, "muted"), Piece(f"{row.bound_to(self._rebound).shown_keys} ", "mark")]
        return (Line.of(*spread(left, right, columns)),)


class Palette(Dialog):
    """Answers with the id of the chosen command."""

    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > .window { margin-top: 2; max-width: 100; }
    Palette CommandList { height: 16; max-height: 60vh; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(
        self,
        language: Language,
        active: Collection[str],
        rebound: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__(language)
        self._active = active
        self.rows = CommandList(language, active, rebound)
        self.box = QueryInput(self._filter)

    def compose(self) -> ComposeResult:
        """Yield the title, the box and the commands."""
        with Vertical(classes="window"):
            yield Bar()
            yield self.box
            yield self.rows
            yield More(self.rows, self.language)

    def on_mount(self) -> None:
        """Show all commands."""
        self.query_one(Bar).press(active=True)
        self.query_one(Bar).say(
            [Piece(TITLE.say(self.language), "strong")], [Piece(KEYS.say(self.language))]
        )
        self.box.hint = HINT.say(self.language)
        self.rows.nothing = NONE.say(self.language)
        self._filter("")

    def _filter(self, typed: str) -> None:
        if self.is_attached:
            commands = matching(typed)
            commands.sort(key=lambda command: command.id not in self._active)
            self.rows.set_rows(commands)

    @on(QueryInput.Moved)
    def _step(self, message: QueryInput.Moved) -> None:
        self.rows.cursor += message.step

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    @on(CommandList.Chosen)
    def _chosen(self) -> None:
        if self.rows.row is not None:
            self.dismiss(self.rows.row.id)
