"""The window that asks for a path and writes the view there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.screens.base import Dialog
from plan_tui.tui.typeset.line import Piece, line
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput

TITLE = Phrase("Markdownファイルへ書き出す", "Write to a Markdown file")
KEYS = Phrase("Enter 書き出す　Esc やめる", "Enter writes, Esc cancels")
SAME_AS = Phrase("同じ内容のコマンド：{command}", "The same by command: {command}")
EXISTS = Phrase(
    "同じ名前のファイルがあります。もう一度 Enter で上書きします。",
    "A file of this name exists. Enter again overwrites it.",
)
NEW_FOLDER = Phrase("新しいフォルダーを作ります：{folder}", "The folder will be made: {folder}")
IS_FOLDER = Phrase("フォルダーの名前です。", "That is a folder.")


class ExportDialog(Dialog):
    """Answers with the path to write; the caller writes."""

    DEFAULT_CSS = """
    ExportDialog LinePane { height: 2; }
    ExportDialog QueryInput { background: $plan-ground; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(self, language: Language, path: str, command: str) -> None:
        super().__init__(language)
        self._path = path
        self._command = command
        self._confirmed = ""
        self.box = QueryInput(self._changed)
        self.note = LinePane()
        self.note.can_focus = False

    def compose(self) -> ComposeResult:
        """Yield the title, the box for the path and a note."""
        with Vertical(classes="window"):
            yield Bar()
            yield self.box
            yield self.note

    def on_mount(self) -> None:
        """Offer the default path."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(TITLE.say(self.language), "strong")], [Piece(KEYS.say(self.language))])
        self.box.value = self._path

    def _say(self, words: str, role: str) -> None:
        self.note.show(lambda columns: [line(Piece(words, role))])

    def _changed(self, value: str) -> None:
        """Take back what was said of another name; tell of a folder that is not there yet."""
        self._confirmed = ""
        folder = _path(value).parent
        if not _holds(folder.exists):
            self._say(NEW_FOLDER.say(self.language, folder=folder), "muted")
        else:
            self._say(SAME_AS.say(self.language, command=self._command), "muted")

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _write(self) -> None:
        value = self.box.value.strip()
        if not value:
            return
        path = _path(value)
        if _holds(path.is_dir):
            self._say(IS_FOLDER.say(self.language), "unset")
        elif _holds(path.exists) and self._confirmed != self.box.value:
            self._confirmed = self.box.value
            self._say(EXISTS.say(self.language), "unset")
        else:
            self.dismiss(str(path))


def _path(name: str) -> Path:
    """Return the path of a name; ``~`` is the home folder, where there is one."""
    path = Path(name.strip())
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _holds(test: Callable[[], bool]) -> bool:
    """Ask the file system; what cannot be looked at, such as a name too long, is not there."""
    try:
        return test()
    except OSError:
        return False
