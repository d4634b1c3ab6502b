"""The window that shows a long command at work, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import cut
from plan_tui.tui.child_command import ChildCommand, ChildEnd, ChildStep
from plan_tui.tui.render.line import EMPTY, Line, Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar

DONE = "done"
"""The answer of a window whose command succeeded."""
AT_WORK = Phrase("Esc やめる", "Esc stops it")
OVER = Phrase("Esc 閉じる", "Esc closes")
STARTING = Phrase("始めています", "Starting")
STOPPING = Phrase(
    "やめています。もう一度 Esc を押すと、すぐに打ち切ります。",
    "Stopping. Press Esc again to end it at once.",
)
STOPPED = Phrase("やめました。何も変わっていません。", "Stopped; nothing was changed.")
FAILED = Phrase("できませんでした（終了コード{code}）。", "It failed (exit code {code}).")
SUCCEEDED = Phrase(
    "できました。閉じると、新しいデータベースを開きます。",
    "Done. Closing this window opens the new database.",
)
PART = Phrase("{done}／{total}", "{done} of {total}")
_BAR = 20
"""Columns of the bar."""
_MOST_LINES = 500
_LONGEST = 2000
"""Columns of a line of the command that are shown, and how many lines: ours have far fewer."""


class TaskWindow(Dialog):
    """Runs a command; answers with `DONE` if it succeeded."""

    DEFAULT_CSS = """
    TaskWindow > .window { height: 80%; }
    TaskWindow LinePane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("enter,q,ｑ", "close")]

    def __init__(self, language: Language, title: str, command: ChildCommand) -> None:
        super().__init__(language)
        self._title = title
        self._command = command
        self._steps: list[ChildStep] = []
        self._stopping = False
        self.end: ChildEnd | None = None
        self.bar = Bar()
        self.lines = LinePane()

    def compose(self) -> ComposeResult:
        """Yield the title and the steps."""
        with Vertical(classes="window"):
            yield self.bar
            yield self.lines

    def on_mount(self) -> None:
        """Begin."""
        self.bar.press(active=True)
        self._show()
        # Not a task of this window: while one runs, keys wait for its result.
        self.app.run_worker(self._run())

    async def _run(self) -> None:
        self.end = await self._command.run(self._tell)
        if self.is_attached:
            self._show()

    def _tell(self, step: ChildStep) -> None:
        if self._steps and self._steps[-1].words == step.words:
            self._steps.pop()
        self._steps.append(step)
        if self.is_attached:
            self._show()

    def action_leave(self) -> None:
        """Stop the command; once it is over, close the window."""
        if self.end is not None:
            self.action_close()
        else:
            self._command.interrupt()
            self._stopping = True
            self._show()

    def action_close(self) -> None:
        """Close the window if the command is over."""
        if self.end is not None:
            self.dismiss(DONE if self.end.code == 0 else None)

    def _show(self) -> None:
        keys = (AT_WORK if self.end is None else OVER).say(self.language)
        self.bar.say([Piece(self._title, "strong")], [Piece(keys)])
        self.lines.show(self._typeset)
        if self.end is None:
            self.lines.scroll_end(animate=False, immediate=True)

    def _typeset(self, columns: int) -> Sequence[Line]:
        if self.end is not None:
            return end_lines(self.end, columns, self.language, stopped=self._stopping)
        lines = step_lines(self._steps, columns, self.language)
        if self._stopping:
            lines += [EMPTY, *Paragraph(STOPPING.say(self.language)).lines(columns)]
        return lines


def step_lines(steps: Sequence[ChildStep], columns: int, language: Language) -> list[Line]:
    """Draw the steps so far, the last of them as the one at work."""
    if not steps:
        return Paragraph(STARTING.say(language), role="muted").lines(columns)
    lines: list[Line] = []
    for step in steps:
        is_last = step is steps[-1]
        first = (Piece("▸ " if is_last else "  ", "mark"),)
        role = "strong" if is_last else "muted"
        lines += Paragraph(step.words, role=role, first=first, rest=(Piece("  "),)).lines(columns)
    if steps[-1].total:
        lines.append(_part_line(steps[-1], language))
    return lines


def _part_line(step: ChildStep, language: Language) -> Line:
    filled = _BAR * step.done // step.total
    words = PART.say(language, done=step.done, total=step.total)
    return Line.of(
        Piece("  "),
        Piece("▰" * filled, "mark"),
        Piece("▱" * (_BAR - filled), "muted"),
        f" {words}",
    )


def end_lines(end: ChildEnd, columns: int, language: Language, *, stopped: bool) -> list[Line]:
    """Draw what came of the command."""
    if end.code == 0:
        lines = Paragraph(SUCCEEDED.say(language), role="strong").lines(columns)
    elif stopped:
        return Paragraph(STOPPED.say(language), role="strong").lines(columns)
    else:
        lines = []
        if not end.complaints:
            lines = Paragraph(FAILED.say(language, code=end.code), role="gone").lines(columns)
    role = "warning" if end.code == 0 else "gone"
    for complaint in end.complaints[:_MOST_LINES]:
        lines += Paragraph(cut(complaint, _LONGEST), role=role).lines(columns)
    if end.output.strip():
        lines.append(EMPTY)
        for printed in end.output.strip("\n").split("\n")[:_MOST_LINES]:
            words = cut(printed, _LONGEST)
            lines += Paragraph(words).lines(columns) if words.strip() else [EMPTY]
    return lines
