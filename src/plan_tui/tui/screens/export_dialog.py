"""The window that asks for a path and writes the view there."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from plan_tui.text.language import Language, Phrase
from plan_tui.tui.files import holds, names_folder, typed_path, with_tilde
from plan_tui.tui.render.line import Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput

TITLE = Phrase("Markdownに書き出す", "Write to a Markdown file")
KEYS = Phrase("Enter 書き出す　Esc やめる", "Enter writes, Esc cancels")
SAME_AS = Phrase("同じ内容のコマンド：{command}", "The same by command: {command}")
EXISTS = Phrase(
    "同じ名前のファイルがあります。もう一度 Enter で上書きします。",
    "A file of this name exists. Enter again overwrites it.",
)
NO_FOLDER = Phrase("フォルダーがありません：{folder}", "There is no such folder: {folder}")
NO_NAME = Phrase("ファイルの名前を入力してください。", "Type the name of a file.")
INTO = Phrase("書き出し先：{folder}", "Into the folder {folder}")
IS_FOLDER = Phrase("フォルダーの名前です。", "That is a folder.")


class ExportDialog(Dialog):
    """Answers with the path to write; the caller writes."""

    DEFAULT_CSS = """
    ExportDialog LinePane { height: 3; }
    ExportDialog QueryInput { background: $plan-ground; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(self, language: Language, path: str, command: str) -> None:
        super().__init__(language)
        self._path = path
        self._command = command
        self._asked_of = ""
        self.confirmed = False
        """Whether the reader said that a file may be overwritten."""
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
        """Offer the default path, which typing replaces as in every box."""
        bar = self.query_one(Bar)
        bar.press(active=True)
        bar.say([Piece(TITLE.say(self.language), "strong")], [Piece(KEYS.say(self.language))])
        self.box.value = self._path
        self.box.ask_again()

    def _say(self, words: str = "", role: str = "unset") -> None:
        """Say what is in the way, if anything, above where the file goes and the command."""
        folder = with_tilde(_absolute(_folder(self.box.value)))
        into = INTO.say(self.language, folder=folder)
        same_as = SAME_AS.say(self.language, command=self._command)
        first = Paragraph(words, role=role) if words else Paragraph(into, role="muted")
        second = Paragraph(same_as, role="muted")
        self.note.show(lambda columns: [*first.lines(columns), *second.lines(columns)])

    @on(LinePane.Typeset)
    def _fit(self) -> None:
        """Make the note as high as its lines."""
        self.note.styles.height = max(2, len(self.note.lines))

    def _obstacle(self) -> str:
        """Say what keeps the file from being written, if anything."""
        value = self.box.value
        folder = _folder(value)
        if not value.strip():
            return NO_NAME.say(self.language)
        if not holds(folder.is_dir):
            return NO_FOLDER.say(self.language, folder=folder)
        return IS_FOLDER.say(self.language) if holds(typed_path(value).is_dir) else ""

    def _changed(self, value: str) -> None:
        """Take back what was said of another name; tell of a folder that is not there."""
        self._asked_of = ""
        self._say("" if holds(_folder(value).is_dir) else self._obstacle())

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _write(self) -> None:
        path, obstacle = typed_path(self.box.value), self._obstacle()
        if obstacle:
            self._say(obstacle)
        elif holds(path.is_file) and self._asked_of != self.box.value:
            self._asked_of = self.box.value
            self._say(EXISTS.say(self.language))
        else:
            self.confirmed = bool(self._asked_of)
            self.dismiss(str(path))


def _folder(name: str) -> Path:
    """Return the folder of a file's name; a name that ends as folders do is one."""
    path = typed_path(name)
    return path if names_folder(name) else path.parent


def _absolute(path: Path) -> Path:
    try:
        return path.absolute()
    except OSError:  # the working folder is gone
        return path
