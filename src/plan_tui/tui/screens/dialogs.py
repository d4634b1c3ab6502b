"""Windows of lines above a screen: help, and what the program is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from plan_tui.labels.legend_entry import LegendPart
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import width
from plan_tui.tui.commands import COMMANDS, GROUPS, Command, CommandGroup
from plan_tui.tui.render.legend_words import legend_window_lines
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane, Typesetter
from plan_tui.tui.widgets.pane import Bar

HELP = Phrase("ヘルプ", "Help")
CLOSE = Phrase("Esc 閉じる", "Esc closes")
HERE = Phrase("今使えるキー", "Keys that work here")
ELSEWHERE = Phrase("ほかの枠・画面で使えるキー", "Keys of other panes and screens")
WORDS = Phrase("この画面の語と印", "Words and signs of this screen")
IME = Phrase(
    "日本語入力がオンのときの全角文字（ｊ、／ など）も同じキーとして働きます。",
    "Full-width characters, as typed with a Japanese input method, work as the same keys.",
)

MOUSE = Phrase(
    "マウスで文をなぞると、印刷された文だけを選びます（比較と表では1つの列の中、一覧では行）。"
    "ダブルクリックは一文です。y か Ctrl+C でコピーし、Esc で選択をやめます。"
    "Shift を押しながらなぞると、端末の選択になります。",
    "Dragging selects printed text only: in a comparison or table within one column, in "
    "a list whole rows. A double click selects a sentence. y or Ctrl+C copies, Esc "
    "unselects. With Shift held, the terminal selects.",
)


class LinesDialog(Dialog):
    """Shows lines to read; any key of leaving closes it."""

    DEFAULT_CSS = """
    LinesDialog > .window { width: 100%; height: 100%; max-width: 100%; max-height: 100%; }
    LinesDialog LinePane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q,ｑ,question_mark,fullwidth_question_mark,f1,backspace,enter", "leave"),
    ]

    def __init__(self, language: Language, title: str, typeset: Typesetter) -> None:
        super().__init__(language)
        self._title = title
        self._typeset = typeset

    def compose(self) -> ComposeResult:
        """Yield the title and the lines."""
        with Vertical(classes="window"):
            yield Bar()
            yield LinePane()

    def on_mount(self) -> None:
        """Show the lines."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(self._title, "strong")], [Piece(CLOSE.say(self.language))])
        self.query_one(LinePane).show(self._typeset)


def help_lines(
    active: Sequence[str],
    columns: int,
    language: Language,
    rebound: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    legend: Sequence[LegendPart] = (),
) -> list[Line]:
    """List all commands, those of the ids ``active`` first, by group; between them the legend."""
    commands = [command.bound_to(rebound) for command in COMMANDS]
    here = [command for command in commands if command.id in active]
    elsewhere = [command for command in commands if command.id not in active]
    lines: list[Line] = []
    for title, part in ((HERE, here), (ELSEWHERE, elsewhere)):
        lines += [Line.of(Piece(title.say(language), "heading")), EMPTY]
        lines += _groups(part, columns, language)
        if part is here and legend:
            lines += [Line.of(Piece(WORDS.say(language), "heading")), EMPTY]
            lines += legend_window_lines("", legend, columns, language)
    for note in (MOUSE, IME):
        lines += Paragraph(note.say(language), role="muted").lines(columns)
    return lines


def _groups(commands: Sequence[Command], columns: int, language: Language) -> list[Line]:
    size = max((width(command.shown_keys) for command in COMMANDS), default=0) + 2
    lines: list[Line] = []
    for group in CommandGroup:
        of_group = [command for command in commands if command.group is group]
        if not of_group:
            continue
        lines.append(Line.of(Piece(GROUPS[group].say(language), "label")))
        for command in of_group:
            keys = command.shown_keys
            first = (Piece("  "), Piece(keys, "mark"), Piece(" " * (size - width(keys))))
            rest = (Piece(" " * (size + 2)),)
            lines += Paragraph(command.help.say(language), first=first, rest=rest).lines(columns)
        lines.append(EMPTY)
    return lines
